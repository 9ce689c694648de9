"""What the room's pages show, in the reader's language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.utils import timezone

from binakriya.accounts.rules import Actor, Deed
from binakriya.engines.boxes import BoxError
from binakriya.engines.drafting import opened, picture, svg
from binakriya.engines.protection import MissingValueError, Step, Working, fragility, number, symbol_of, text_of
from binakriya.engines.protection.sources import cite
from binakriya.engines.protection.wording import Language
from binakriya.packaging.models import Version
from binakriya.packaging.queries.listing import Today
from binakriya.packaging.queries.scope import seen_version
from binakriya.packaging.queries.specifications import VersionFacts, facts_of
from binakriya.packaging.rules.drawings import box_of, drawing_of
from binakriya.packaging.rules.resting import Change, differs
from binakriya.packaging.rules.specification import Specification
from binakriya.packaging.rules.states import State, can_move, own_work
from binakriya.packaging.rules.tables import number_text
from binakriya.packaging.rules.words import say, unit_of, words
from binakriya.products.queries import product_for_packing


@dataclass(frozen=True, slots=True)
class StepRow:
    """A line of the calculation sheet: `inputs` are symbol, value with unit, and where it comes from."""

    label: str
    formula: str
    inputs: tuple[tuple[str, str, str], ...]
    value: str
    source: str
    firmness: str


@dataclass(frozen=True, slots=True)
class Finding:
    tone: str
    text: str


@dataclass(frozen=True, slots=True)
class PackRow:
    """One alternative as a list shows it."""

    style: str
    name: str
    board: str
    roles: tuple[str, ...]
    inside: str
    outside: str
    gross: str
    unit_cost: float | None
    reasons: tuple[str, ...]
    binding: str


@dataclass(frozen=True, slots=True)
class VersionPage:
    facts: VersionFacts
    pack: Mapping[str, str]
    reasons: tuple[str, ...]
    binding: str
    steps: tuple[StepRow, ...]
    assumptions: tuple[tuple[str, str, str, str], ...]
    findings: tuple[Finding, ...]
    deciding: tuple[str, ...]
    cushion_parts: tuple[str, ...]
    folding: tuple[str, ...]
    closing: str
    filling: str
    moisture: str
    thumb: tuple[str, ...]
    shipping: tuple[Mapping[str, str], ...]
    others: tuple[PackRow, ...]
    rejected: tuple[tuple[str, str, str], ...]
    versions: tuple[tuple[UUID, int, State], ...]
    drawing: str
    picture: str
    may_check: bool
    own_draft: bool
    may_adopt: bool
    may_withdraw: bool
    may_renew: bool
    engine_version: str
    changes: tuple[str, ...]
    question: str


_SIZE_MM = re.compile(r' width="[^"]*mm" height="[^"]*mm"')
TONES = {"fails": "bad", "warning": "warn", "note": "info"}


def version_page(*, version_id: UUID, by: Actor, language: Language, drawn: bool = True) -> VersionPage:
    """Raises NotAllowed, Version.DoesNotExist. Where the present box engine no longer makes the box, the page stands
    without its drawing."""
    version = seen_version(version_id, by)
    facts = facts_of(version)
    spec = Specification.read(facts.content)
    content: Any = facts.content
    others = content["others"]
    drawing, look = _pictures(spec, facts, language) if drawn else ("", "")
    versions = tuple((v.id, v.number, State(v.state)) for v in version.specification.versions.defer("content"))
    office = by.system or by.office_id == facts.office_id
    own = own_work(made_by=version.maker_id, checked_by=by.id)
    newest = version.id == version.specification.shown_id and facts.state is not State.WITHDRAWN
    changed = _changes(version, content, by) if newest else ()
    return VersionPage(
        facts=facts,
        pack=_pack(content, language),
        reasons=_texts(content["reasons"], language),
        binding=_text(content["binding"], language),
        steps=tuple(step_row(step, language) for step in spec.sheet.steps),
        assumptions=tuple(
            (text_of(a.code, language), _amount(a.value, a.unit, language), _range(a.low, a.high, language), a.code)
            for a in spec.sheet.assumptions
        ),
        findings=tuple(
            Finding(TONES.get(f["gravity"], "info"), f["text"][language]) for f in content["sheet"]["findings"]
        ),
        deciding=tuple(one["text"][language] for one in content["deciding"] or ()),
        cushion_parts=_parts(content["cushion"], language),
        folding=tuple(one[language] for one in content["box"]["folding"]),
        closing=content["closing"]["text"][language],
        filling=content["filling"]["text"][language],
        moisture=_moisture(content["moisture"], language),
        thumb=_texts(content["rule_of_thumb"], language),
        shipping=tuple(_shipping(row, language) for row in content["shipping"]),
        others=tuple(_other(one, language) for one in others),
        rejected=tuple((r["style"], r["name"][language], r["why"]["text"][language]) for r in content["rejected"]),
        versions=versions,
        drawing=drawing,
        picture=look,
        may_check=by.may(Deed.PACKAGING_CHECK) and can_move(facts.state, "check"),
        own_draft=own and by.may(Deed.PACKAGING_CHECK) and can_move(facts.state, "check"),
        may_adopt=by.may(Deed.PACKAGING_ADOPT) and office and can_move(facts.state, "adopt"),
        may_withdraw=by.may(Deed.PACKAGING_WRITE)
        and can_move(facts.state, "withdraw")
        and (facts.state is not State.ADOPTED or by.may(Deed.PACKAGING_ADOPT)),
        may_renew=by.may(Deed.PACKAGING_WRITE),
        engine_version=content["versions"]["protection"],
        changes=tuple(_changed(one, language) for one in changed),
        question=_question(facts),
    )


def _question(facts: VersionFacts) -> str:
    """What was asked, as the studio's form reads it from its address."""
    content: Any = facts.content
    asked = content.get("asked") or {}
    found: dict[str, object] = {
        "product": facts.variant_id,
        "journey": facts.journey,
        "purpose": content["purpose"],
        "quantity": content["quantity"],
        "destination": "eu" if asked.get("to_eu") else "",
        "printing": "" if content.get("printing", "none") == "none" else content["printing"],
        "carrier": next(iter(asked.get("carriers", ())), ""),
        **{name: asked.get(name, "") for name in ("style", "board", "cushion")},
    }
    for key, value in asked.get("parameters", {}).items():
        found[f"p_{key}"] = {True: "yes", False: "no"}[value] if isinstance(value, bool) else _typed(value)
    if facts.journey == "own":
        for n, leg in enumerate(content["journey"], 1):
            found |= {f"leg{n}": leg["mode"], f"days{n}": _typed(leg["days"])}
            found |= {f"humidity{n}": _typed(leg["humidity"]), f"stack{n}": _typed(leg["stack_height_mm"])}
    return urlencode({key: value for key, value in found.items() if value not in ("", None)})


def _typed(value: Any) -> object:
    return number_text(value) if isinstance(value, float) else value


def _changes(version: Version, content: Any, by: Actor) -> tuple[Change, ...]:
    """Of the office's values, and of the product: its size, its mass, and how fragile it is by what is known today."""
    today, office_id = Today(), version.specification.office_id
    product = product_for_packing(by=by, variant_id=version.specification.variant_id)
    size = product.size_mm if product else None
    mass = float(product.mass_g) / 1000 if product and product.mass_g is not None else None
    found = today.changes(version, office_id, size_mm=size, mass_kg=mass)
    known = product.product() if product else None
    if known is None:
        return found
    try:
        now = fragility(known, today.values(office_id), Working()).value
    except MissingValueError:
        now = None
    then = float(content["fragility"]["g"])
    return (*found, Change("fragility", "fragility", then, now)) if differs(then, now) else found


def _changed(one: Change, language: Language) -> str:
    if one.kind == "sides":
        then, now = (" × ".join(f"{side:g}" for side in sides) for sides in (one.sides_then, one.sides_now))
        return say("changed.sides" if now else "changed.unmeasured", then=then, now=now).text(language)
    if one.kind in ("mass", "fragility"):
        kind = one.kind if one.now is not None else "unmeasured"
        return say(f"changed.{kind}", then=one.then or 0.0, now=one.now or 0.0).text(language)
    if one.kind == "value":
        return say("changed.value", what=text_of(one.code, language), then=one.then or 0.0, now=one.now or 0.0).text(
            language
        )
    if one.kind == "curve":
        return say("changed.curve", cushion=f"@{one.code}").text(language)
    return say(f"changed.{one.kind}", board=one.code).text(language)


def step_row(step: Step, language: Language) -> StepRow:
    return StepRow(
        label=step.label(language),
        formula=step.formula,
        inputs=tuple(
            (symbol_of(symbol), _amount(given.value, given.unit, language), text_of(given.origin, language))
            for symbol, given in step.inputs.items()
        ),
        value=_amount(step.value, step.unit, language),
        source=cite(step.source, language),
        firmness=step.firmness.value,
    )


def _amount(value: Any, unit: str, language: Language) -> str:
    shown = number(value, "", language) if isinstance(value, int | float) and not isinstance(value, bool) else value
    said = unit_of(unit, language)
    return f"{shown} {said}" if said else f"{shown}"


def _range(low: float | None, high: float | None, language: Language) -> str:
    return "–" if low is None or high is None else f"{number(low, '', language)}–{number(high, '', language)}"


def _text(said: Any, language: Language) -> str:
    return said["text"][language] if said else ""


def _texts(said: Any, language: Language) -> tuple[str, ...]:
    return tuple(one["text"][language] for one in said)


def sized(size: Any, language: Language) -> str:
    return " × ".join(number(side, ".0f", language) for side in size) + " mm"


def _kg(value: float, language: Language) -> str:
    return f"{number(value, '.2f', language)} kg"


def _pack(content: Any, language: Language) -> dict[str, str]:
    box, cushion, product = content["box"], content["cushion"], content["product"]
    board, fragility = box["board"], content["fragility"]
    return {
        "style": box["style"],
        "name": box["name"][language],
        "summary": box["summary"][language],
        "board": board["code"],
        "caliper": f"{number(board['caliper_mm'], '.2f', language)} mm",
        "inside": sized(box["inside_mm"], language),
        "outside": sized(box["outside_mm"], language),
        "blank": ", ".join(
            f"{p['copies']} × {number(p['width_mm'], '.0f', language)} × {number(p['height_mm'], '.0f', language)} mm"
            for p in box["pieces"]
        ),
        "area": f"{number(box['area_m2'], '.3f', language)} m²",
        "gross": _kg(content["gross_kg"], language),
        "cushion": cushion["words"][language] if cushion else words("wrap", language),
        "thickness": f"{number(cushion['thickness_mm'], '.0f', language)} mm" if cushion else "",
        "arrangement": cushion["arrangement_words"][language] if cushion else "",
        "stock_box": box["stock_box"]["name"] if box["stock_box"] else "",
        "size": sized(product["size_mm"], language),
        "mass": f"{number(product['mass_kg'] * 1000, ',.0f', language)} g",
        "material": product["material_words"][language],
        "fragility": f"{number(fragility['g'], '.0f', language)} G, {fragility['words'][language]}",
        "drop": f"{number(content['drop_mm'], '.0f', language)} mm",
        "journey": ", ".join(leg["words"][language] for leg in content["journey"]),
        "quantity": number(content["quantity"], ",.0f", language),
        "empty": f"{number(100 * content['empty_space']['outside_share'], '.0f', language)}\u00a0%",
        "strength": _newtons(content["strength"]["has_n"], language),
        "needed": _newtons(content["strength"]["needs_n"], language),
    }


def _newtons(value: float | None, language: Language) -> str:
    return "–" if value is None else f"{number(value, ',.0f', language)} N"


def _parts(cushion: Any, language: Language) -> tuple[str, ...]:
    if not cushion:
        return ()
    found = []
    for part in cushion["parts"]:
        sides = (part["length_mm"], part["breadth_mm"], part["height_mm"])
        found.append(f"{part['count']} × {sized(sides, language)}")
    return tuple(found)


def _moisture(moisture: Any, language: Language) -> str:
    if not moisture or moisture["silica_gel_g"] is None:
        return ""
    return f"{number(moisture['silica_gel_g'], ',.0f', language)} g"


def _shipping(row: Any, language: Language) -> dict[str, str]:
    return {
        "carrier": text_of(row["carrier"], language),
        "divisor": number(row["divisor"], ",.0f", language),
        "volumetric": _kg(row["volumetric_kg"], language),
        "chargeable": _kg(row["chargeable_kg"], language),
        "source": cite(row["source"], language),
        "firmness": row["firmness"],
    }


def _other(one: Any, language: Language) -> PackRow:
    return PackRow(
        style=one["style"],
        name=one["stock_box"] or one["style_words"][language],
        board=one["board"],
        roles=tuple(r["words"][language] for r in one["roles"]),
        inside=sized(one["inside_mm"], language),
        outside=sized(one["outside_mm"], language),
        gross=_kg(one["gross_kg"], language),
        unit_cost=one["unit_cost"],
        reasons=_texts(one["reasons"], language),
        binding=_text(one["binding"], language),
    )


def _pictures(spec: Specification, facts: VersionFacts, language: Language) -> tuple[str, str]:
    """The drawing and the picture of the open box, as SVG without a header."""
    try:
        box = box_of(spec)
        drawing = drawing_of(
            spec,
            name=facts.title,
            revision=str(facts.number),
            by=facts.made_by,
            on=timezone.localdate(facts.made_at),
            language="en" if language == "en" else "id",
        )
    except BoxError:
        return "", ""
    # Without the size in mm it takes the width that the page has; the files keep it.
    flat = _SIZE_MM.sub("", svg(drawing, ident="gambar", header=False), count=1)
    return flat, picture(box, opened(box), language=language, header=False)
