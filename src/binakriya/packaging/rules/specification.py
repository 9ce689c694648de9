"""The specification: everything about one chosen pack as one JSON object with a version, readable for ever.

Nothing is computed when one is read: sentences, steps and figures stand in it as they were written, with the versions
of the engines that made them. `SCHEMA` names the form; `read` takes every form there has been.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from binakriya import __version__
from binakriya.engines.boxes import BoxError
from binakriya.engines.boxes import Text as BoxText
from binakriya.engines.protection import (
    ENGINE_VERSION,
    BoardGrade,
    CushionCurve,
    Leg,
    Moved,
    Pad,
    Product,
    Sheet,
    text_of,
)
from binakriya.packaging.rules.recommend import (
    Alternative,
    Recommendation,
    Refused,
    Request,
    closing,
    draw,
    filling,
)
from binakriya.packaging.rules.words import Said, words

SCHEMA = "binakriya.pack/1"
READABLE: tuple[str, ...] = (SCHEMA,)


class UnreadableError(ValueError):
    """The stored object is no specification, or of a later version than this software knows."""

    def __init__(self, schema: object) -> None:
        self.schema = str(schema)
        super().__init__(f"not a pack specification that this version reads: {self.schema}")


@dataclass(frozen=True, slots=True)
class Specification:
    """A stored specification. `content` is the JSON object; the properties name its parts."""

    content: Mapping[str, Any]

    @classmethod
    def read(cls, content: Mapping[str, Any]) -> Self:
        schema = content.get("schema") if isinstance(content, Mapping) else None
        if schema not in READABLE:
            raise UnreadableError(schema)
        return cls(content)

    @property
    def sheet(self) -> Sheet:
        return Sheet.from_json(self.content["sheet"])

    @property
    def style(self) -> str:
        return str(self.content["box"]["style"])

    @property
    def board(self) -> str:
        return str(self.content["box"]["board"]["code"])

    @property
    def assumptions(self) -> tuple[str, ...]:
        return tuple(a["code"] for a in self.content["sheet"]["assumptions"])

    @property
    def reasons(self) -> tuple[Said, ...]:
        return tuple(Said.from_json(r) for r in self.content["reasons"])


def specification(found: Recommendation, chosen: int = 0, *, name: str = "") -> Specification:
    """The specification of one of the alternatives (the recommended one unless told). IndexError when there is none."""
    alternative = found.alternatives[chosen]
    request = found.request
    others = [alternative_summary(a) for i, a in enumerate(found.alternatives) if i != chosen]
    content: dict[str, Any] = {
        "schema": SCHEMA,
        "versions": {"binakriya": __version__, "protection": ENGINE_VERSION},
        "product": product_json(request.product, name),
        "journey": [leg_json(leg) for leg in request.journey],
        "quantity": request.quantity,
        "purpose": request.purpose,
        "printing": request.printing,
        "asked": asked_json(request),
        **alternative_json(alternative, request),
        "others": others,
        "rejected": [refused_json(r) for r in found.rejected],
        "notes": [n.to_json() for n in found.notes],
        "rule_of_thumb": [t.to_json() for t in found.thumb],
        "fragility": {"g": found.fragility_g, "band": found.band, "words": _both(found.band)},
        "drop_mm": found.drop_mm,
    }
    return Specification(content)


def asked_json(request: Request) -> dict[str, Any]:
    """What a person asked beside product, journey, quantity, purpose and printing; "" for what was left open."""
    return {
        "to_eu": request.to_eu,
        "carriers": list(dict.fromkeys(c.name for c in request.carriers)),
        "style": request.style_asked,
        "board": request.board_asked,
        "cushion": request.cushion_asked,
        "parameters": dict(request.parameters),
    }


def alternative_json(alternative: Alternative, request: Request) -> dict[str, Any]:
    """One alternative whole, with its own calculation sheet."""
    proven = alternative.proven
    protection = proven.protection
    shown = protection.boards.shown
    return {
        "roles": [{"code": r, "words": _both(f"role.{r}")} for r in alternative.roles],
        "reasons": [r.to_json() for r in alternative.reasons],
        "binding": proven.binding.to_json() if proven.binding else None,
        "holds": proven.holds,
        "box": box_json(alternative),
        "cushion": cushion_json(alternative),
        "closing": {"by": proven.style.closes_by, **closing(proven).to_json()},
        "filling": {"litres": round(proven.filling_litres, 3), **filling(proven).to_json()},
        "moisture": moisture_json(alternative),
        "gross_kg": proven.gross_kg,
        "strength": {
            "has_n": shown.strength_n,
            "needs_n": shown.binding.required_n if shown.binding else None,
            "margin": shown.margin,
        },
        "empty_space": {
            "outside_share": protection.empty.outside_share,
            "inside_share": protection.empty.inside_share,
            "within_eu": protection.empty.within,
        },
        "shipping": [
            {
                "carrier": w.carrier.label,
                "divisor": w.carrier.divisor,
                "rounding": w.carrier.rounding,
                "actual_kg": w.actual_kg,
                "volumetric_kg": w.volumetric_kg,
                "chargeable_kg": w.chargeable_kg,
                "fits": w.fits,
                "source": w.carrier.source,
                "firmness": w.carrier.firmness.value,
            }
            for w in proven.shipped
        ],
        "cost": proven.cost.to_json() if proven.cost else None,
        "deciding": None if alternative.deciding is None else [moved_json(m) for m in alternative.deciding],
        "sheet": proven.sheet.to_json(),
    }


def alternative_summary(alternative: Alternative) -> dict[str, Any]:
    """What a comparison of alternatives shows: enough to see why another was chosen."""
    proven = alternative.proven
    return {
        "roles": [{"code": r, "words": _both(f"role.{r}")} for r in alternative.roles],
        "style": proven.style.code,
        "style_words": _text(proven.style.name),
        "board": proven.board.code,
        "stock_box": proven.stock_box.name if proven.stock_box else None,
        "inside_mm": list(proven.made.inside_mm),
        "outside_mm": list(proven.made.outside_mm),
        "gross_kg": proven.gross_kg,
        "area_m2": proven.made.area_m2,
        "unit_cost": float(proven.unit_price) if proven.unit_price is not None else None,
        "reasons": [r.to_json() for r in alternative.reasons],
        "binding": proven.binding.to_json() if proven.binding else None,
    }


def box_json(alternative: Alternative) -> dict[str, Any]:
    proven = alternative.proven
    board = proven.board
    return {
        "style": proven.style.code,
        "name": _text(proven.style.name),
        "summary": _text(proven.style.summary),
        "folding": [_text(step) for step in proven.style.steps],
        "parameters": _parameters(alternative),
        "inside_mm": list(proven.made.inside_mm),
        "outside_mm": list(proven.made.outside_mm),
        "area_m2": proven.made.area_m2,
        "pieces": [{"width_mm": w, "height_mm": h, "copies": c} for w, h, c in proven.made.pieces],
        "firmness": proven.style.firmness,
        "source": proven.style.source,
        "stock_box": {"code": proven.stock_box.code, "name": proven.stock_box.name} if proven.stock_box else None,
        "board": {
            "code": board.code,
            "flute": board.flute,
            "caliper_mm": board.caliper_mm,
            "grammage": board.grammage,
            "ect_n_per_mm": board.ect_n_per_mm,
            "firmness": board.firmness.value,
            "source": board.source,
        },
    }


def _parameters(alternative: Alternative) -> dict[str, Any]:
    proven = alternative.proven
    try:
        box = draw(proven.style.code, proven.made.inside_mm, proven.board, proven.made.parameters)
    except BoxError:
        return {}
    return {key: value for key, value in box.parameters if value is not None}


def cushion_json(alternative: Alternative) -> dict[str, Any] | None:
    proven = alternative.proven
    design = proven.protection.cushion
    if design is None:
        return None
    cushion = proven.padding.cushion
    curve = isinstance(cushion, CushionCurve)
    return {
        "material": design.cushion,
        "words": {"id": design.cushion, "en": design.cushion} if curve else _both(f"cushion.{design.cushion}"),
        "thickness_mm": design.thickness_mm,
        "arrangement": design.arrangement,
        "arrangement_words": _both(f"arrangement.{design.arrangement}"),
        "static_stress_kpa": design.static_stress_kpa,
        "transmitted_g": design.transmitted_g,
        "parts": [pad_json(pad) for pad in design.pads],
    }


def pad_json(pad: Pad) -> dict[str, Any]:
    return {
        "kind": pad.kind,
        "count": pad.count,
        "length_mm": pad.length_mm,
        "breadth_mm": pad.breadth_mm,
        "height_mm": pad.height_mm,
        "notch_mm": list(pad.notch_mm) if pad.notch_mm else None,
        "volume_cm3": pad.volume_cm3,
    }


def moisture_json(alternative: Alternative) -> dict[str, Any] | None:
    need = alternative.proven.protection.moisture
    if not need.reason:
        return None
    return {
        "reason": need.reason,
        "final_humidity": need.final_humidity,
        "silica_gel_g": need.desiccant.silica_gel_g if need.desiccant else None,
    }


def product_json(product: Product, name: str = "") -> dict[str, Any]:
    known = product.known_material()
    return {
        "name": name,
        "size_mm": list(product.size_mm),
        "mass_kg": product.mass_kg,
        "material": known.code if known else product.material,
        "material_words": _both(f"material.{known.code}")
        if known
        else {"id": product.material, "en": product.material},
        "form": product.form,
        "shape": product.shape,
        "volume_cm3": product.volume_cm3,
        "tested": product.evidence is not None,
    }


def leg_json(leg: Leg) -> dict[str, Any]:
    return {
        "mode": leg.mode,
        "words": _both(f"leg.{leg.mode}"),
        "days": leg.days,
        "humidity": leg.humidity,
        "stack_height_mm": leg.stack_height_mm,
        "standard": leg.standard,
        "drop_height_mm": leg.drop_height_mm,
        "pattern": leg.pattern,
        "overhang_mm": leg.overhang_mm,
        "gaps": leg.gaps,
        "handling": leg.handling,
    }


def leg_of(stored: Mapping[str, Any]) -> Leg:
    """The leg that `leg_json` wrote."""
    return Leg(**{key: value for key, value in stored.items() if key != "words"})


def board_of(specification: Specification) -> BoardGrade:
    """The board that a specification names, as the engines take it."""
    board = specification.content["box"]["board"]
    return BoardGrade(
        board["code"],
        board["flute"],
        board["caliper_mm"],
        board["grammage"],
        board["ect_n_per_mm"],
        source=board["source"],
    )


def refused_json(refused: Refused) -> dict[str, Any]:
    return {
        "style": refused.style,
        "name": _text(refused.name),
        "board": refused.board,
        "computed": refused.near,
        "why": refused.why.to_json(),
    }


def moved_json(moved: Moved) -> dict[str, Any]:
    return {
        "code": moved.code,
        "words": {"id": text_of(moved.code, "id"), "en": text_of(moved.code, "en")},
        "value": moved.value,
        "low": moved.low.value,
        "high": moved.high.value,
        "unit": moved.unit,
        "changes_board": moved.changes_board,
        "thickness_swing_mm": moved.thickness_swing_mm,
        "text": {"id": moved.message("id"), "en": moved.message("en")},
    }


def _text(text: BoxText) -> dict[str, str]:
    return {"id": text.id, "en": text.en}


def _both(code: str) -> dict[str, str]:
    return {"id": words(code, "id"), "en": words(code, "en")}
