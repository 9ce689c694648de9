"""The studio: what was asked, chosen and drawn, as one page shows it.

Choosing and drawing are pure, so equal questions are answered from memory; only what the office has is read anew.
"""

import json
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from uuid import UUID

from binakriya.engines.boxes import Box, BoxError, build, measures
from binakriya.engines.boxes import style as box_style
from binakriya.engines.drafting import Drawing, DrawingError, Title, fold_scene, picture
from binakriya.engines.drafting import draw as draw_sheet
from binakriya.engines.protection import (
    CALIBRATABLE,
    BoardGrade,
    Carrier,
    InputError,
    Leg,
    MissingValueError,
    Product,
    Values,
    number,
    text_of,
)
from binakriya.engines.protection.wording import Language
from binakriya.packaging.queries.office import request_for
from binakriya.packaging.rules.patterns import Pattern, patterns
from binakriya.packaging.rules.reading import InputRefusedError
from binakriya.packaging.rules.recommend import Alternative, Recommendation, Request, recommend, with_deciding
from binakriya.packaging.rules.recommend.made import as_board
from binakriya.packaging.rules.recommend.suiting import sized
from binakriya.packaging.rules.specification import Specification, alternative_json, specification
from binakriya.packaging.rules.words import Said, words

KEPT = 256
_DEFAULTS = Values()
Parameters = tuple[tuple[str, float | str | bool], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form says. `style`, `board`, `cushion` empty: to be proposed. `parameters` belong to `style`. `pick`:
    the key of the alternative that is looked at."""

    product: Product
    journey: tuple[Leg, ...]
    quantity: int = 100
    purpose: str = "shipping"
    to_eu: bool = False
    carriers: tuple[Carrier, ...] = ()
    style: str = ""
    board: str = ""
    cushion: str = ""
    parameters: Parameters = ()
    pick: str = ""


@dataclass(frozen=True, slots=True)
class Drawn:
    """`still` is SVG, `scene` the JSON that the folding script reads; sizes in mm."""

    patterns: tuple[Pattern, ...]
    still: str
    scene: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the calculation sheet in words. `firmness`: "" given, A, B, C."""

    label: str
    formula: str
    inputs: str
    value: str
    unit: str
    source: str
    firmness: str


@dataclass(frozen=True, slots=True)
class Assumption:
    label: str
    value: str
    unit: str
    range: str
    source: str
    decides: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One alternative as a row. Masses in kg."""

    key: str
    roles: tuple[str, ...]
    style: str
    style_name: str
    board: str
    outside: str
    gross_kg: float
    unit_cost: float | None
    reasons: tuple[str, ...]
    binding: str
    shown: bool


@dataclass(frozen=True, slots=True)
class Weighed:
    carrier: str
    divisor: int | None
    chargeable_kg: float
    fits: bool
    source: str
    firmness: str


@dataclass(frozen=True, slots=True)
class Turned:
    style: str
    name: str
    board: str
    why: str


@dataclass(frozen=True, slots=True)
class Shown:
    """The pack that the page shows. Masses in kg, forces in N, shares of one, money in rupiah."""

    key: str
    choice: Choice
    inside: str
    area_m2: float
    has_n: float | None
    needs_n: float | None
    empty_outside: float
    cushion: str
    cushion_mm: float | None
    arrangement: str
    closing: str
    filling: str
    silica_gel_g: float | None
    cost_total: float | None
    cost_unit: float | None
    cost_source: str
    shipped: tuple[Weighed, ...]
    lines: tuple[Line, ...]
    assumptions: tuple[Assumption, ...]
    findings: tuple[tuple[str, str], ...]
    lacking: tuple[str, ...]
    folding: tuple[str, ...]
    drawn: Drawn | None
    not_drawn: str
    firmness: str
    own_parameters: bool

    @property
    def warned(self) -> bool:
        """Whether a finding is more than a note."""
        return any(gravity != "note" for gravity, _text in self.findings)


@dataclass(frozen=True, slots=True)
class Studio:
    """`shown` None: nothing holds, `notes` say what stops it."""

    shown: Shown | None
    choices: tuple[Choice, ...]
    rejected: tuple[Turned, ...]
    notes: tuple[str, ...]
    thumb: tuple[str, ...]
    fragility_g: float
    band: str
    drop_mm: float


@dataclass(frozen=True, slots=True)
class _Held:
    """A request that is equal to another when all in it reads the same."""

    key: str
    request: Request = field(compare=False)


def _held(asked: Asked, office_id: UUID | None, on: date) -> _Held:
    request = request_for(
        office_id=office_id,
        product=asked.product,
        journey=asked.journey,
        on=on,
        quantity=asked.quantity,
        purpose=asked.purpose,
        to_eu=asked.to_eu,
    )
    request = replace(request, carriers=asked.carriers)
    if asked.board:
        request = replace(request, boards=tuple(b for b in request.boards if b.code == asked.board))
    if asked.cushion:
        request = replace(request, cushions=(asked.cushion,))
    values = [request.values[code] for code in CALIBRATABLE]
    return _Held(f"{replace(request, carrier_table=(), values=_DEFAULTS)!r}{values!r}{asked.style}", request)


@lru_cache(maxsize=KEPT)
def _recommended(held: _Held, style: str) -> Recommendation:
    # The style alone is not asked of the whole shelf; its refusal then says the rule.
    among = (box_style(style),) if style else None
    return recommend(held.request, among=among, deciding=False)


@lru_cache(maxsize=KEPT)
def _decided(held: _Held, style: str, index: int) -> Alternative:
    found = _recommended(held, style)
    return with_deciding(found.request, found.alternatives[index])


def _key(alternative: Alternative) -> str:
    return "~".join(alternative.proven.key)


def _found(held: _Held, style: str, pick: str) -> tuple[Recommendation, int]:
    """Raises InputRefusedError."""
    try:
        found = _recommended(held, style)
        keys = [_key(one) for one in found.alternatives]
        index = keys.index(pick) if pick in keys else 0
        if not keys:
            return found, 0
        decided = _decided(held, style, index)
    except (InputError, MissingValueError) as error:
        raise InputRefusedError.of(error) from error
    alternatives = tuple(decided if i == index else one for i, one in enumerate(found.alternatives))
    return replace(found, alternatives=alternatives), index


@lru_cache(maxsize=KEPT)
def _box(style: str, inside: tuple[float, float, float], grade: BoardGrade, parameters: Parameters) -> Box:
    return build(style, inside, as_board(grade), **dict(parameters))


@lru_cache(maxsize=KEPT)
def _drawn(
    style: str, inside: tuple[float, float, float], grade: BoardGrade, parameters: Parameters, language: Language
) -> Drawn:
    box = _box(style, inside, grade, parameters)
    return Drawn(
        patterns=patterns(box, language),
        still=picture(box, language=language, ident="bentuk", header=False),
        scene=json.dumps(fold_scene(box, language=language)),
    )


def _own(style: str, parameters: Parameters, alternative: Alternative) -> Parameters:
    """The parameters that were chosen, where the pack is of the style that they belong to."""
    return parameters if alternative.proven.style.code == style else ()


def _refused_box(error: BoxError) -> InputRefusedError:
    return InputRefusedError(error.field, Said.of_box_error(error))


def studio(*, asked: Asked, office_id: UUID | None, on: date, language: Language) -> Studio:
    """The page's right side. Raises InputRefusedError: what cannot be, by field, rule and way out."""
    return _answered(_held(asked, office_id, on), asked.style, asked.pick, asked.parameters, language)


@lru_cache(maxsize=KEPT)
def _answered(held: _Held, style: str, pick: str, parameters: Parameters, language: Language) -> Studio:
    found, index = _found(held, style, pick)
    choices = tuple(_choice(one, i == index, language) for i, one in enumerate(found.alternatives))
    shown = None
    if choices:
        alternative = found.alternatives[index]
        own = _own(style, parameters, alternative)
        shown = _shown(own, alternative, found.request, choices[index], language)
    return Studio(
        shown=shown,
        choices=choices,
        rejected=tuple(Turned(r.style, r.name.read(language), r.board, r.why.text(language)) for r in found.rejected),
        notes=tuple(n.text(language) for n in found.notes),
        thumb=tuple(t.text(language) for t in found.thumb),
        fragility_g=found.fragility_g,
        band=words(found.band, language),
        drop_mm=found.drop_mm,
    )


def content_of(*, asked: Asked, office_id: UUID | None, on: date, name: str = "") -> Specification:
    """What is saved of the shown pack, with the parameters that were chosen. Raises InputRefusedError, also where
    nothing holds."""
    found, index = _found(_held(asked, office_id, on), asked.style, asked.pick)
    if not found.alternatives:
        raise InputRefusedError("journey", found.notes[-1])
    made = specification(found, index, name=name)
    own = _own(asked.style, asked.parameters, found.alternatives[index])
    if not own:
        return made
    proven = found.alternatives[index].proven
    try:
        box = _box(proven.style.code, proven.made.inside_mm, proven.board, own)
    except BoxError as error:
        raise _refused_box(error) from error
    facts = measures(box)
    changed = {
        **made.content["box"],
        "parameters": {key: value for key, value in box.parameters if value is not None},
        "outside_mm": list(facts.outside),
        "area_m2": facts.area / 1e6,
        "pieces": [{"width_mm": b.width, "height_mm": b.height, "copies": b.copies} for b in facts.blanks],
    }
    return Specification({**made.content, "box": changed})


def drawing_for(*, asked: Asked, office_id: UUID | None, on: date, title: Title, language: Language) -> Drawing:
    """The sheet of the shown pack. Raises InputRefusedError, also where nothing holds."""
    found, index = _found(_held(asked, office_id, on), asked.style, asked.pick)
    if not found.alternatives:
        raise InputRefusedError("journey", found.notes[-1])
    alternative = found.alternatives[index]
    proven = alternative.proven
    try:
        box = _box(
            proven.style.code, proven.made.inside_mm, proven.board, _own(asked.style, asked.parameters, alternative)
        )
    except BoxError as error:
        raise _refused_box(error) from error
    return draw_sheet(box, title=title, language=language)


def _choice(alternative: Alternative, shown: bool, language: Language) -> Choice:
    proven = alternative.proven
    return Choice(
        key=_key(alternative),
        roles=tuple(words(f"role.{role}", language) for role in alternative.roles),
        style=proven.style.code,
        style_name=proven.stock_box.name if proven.stock_box else proven.style.name.read(language),
        board=proven.board.code,
        outside=sized(proven.made.outside_mm),
        gross_kg=proven.gross_kg,
        unit_cost=float(proven.cost.unit) if proven.cost else None,
        reasons=tuple(r.text(language) for r in alternative.reasons),
        binding=proven.binding.text(language) if proven.binding else "",
        shown=shown,
    )


def _shown(own: Parameters, alternative: Alternative, request: Request, choice: Choice, language: Language) -> Shown:
    facts = alternative_json(alternative, request)
    proven = alternative.proven
    drawn, not_drawn = None, ""
    try:
        drawn = _drawn(proven.style.code, proven.made.inside_mm, proven.board, own, language)
    except BoxError as error:
        if own:
            raise _refused_box(error) from error
        not_drawn = Said.of_box_error(error).text(language)
    except DrawingError as error:
        not_drawn = str(error)
    cushion, cost, moisture, strength = facts["cushion"], proven.cost, facts["moisture"], facts["strength"]
    sheet = proven.sheet
    moved = {m.code: m.message(language) for m in alternative.deciding or ()}
    return Shown(
        key=choice.key,
        choice=choice,
        inside=sized(proven.made.inside_mm),
        area_m2=proven.made.area_m2,
        has_n=strength["has_n"],
        needs_n=strength["needs_n"],
        empty_outside=facts["empty_space"]["outside_share"],
        cushion=cushion["words"][language] if cushion else words("wrap", language),
        cushion_mm=cushion["thickness_mm"] if cushion else None,
        arrangement=cushion["arrangement_words"][language] if cushion else "",
        closing=facts["closing"]["text"][language],
        filling=facts["filling"]["text"][language],
        silica_gel_g=moisture["silica_gel_g"] if moisture else None,
        cost_total=float(cost.total) if cost else None,
        cost_unit=float(cost.unit) if cost else None,
        cost_source=cost.prices.board.origin.citation() if cost else "",
        shipped=tuple(
            Weighed(w["carrier"], w["divisor"], w["chargeable_kg"], w["fits"], w["source"], w["firmness"])
            for w in facts["shipping"]
        ),
        lines=tuple(
            Line(
                step.label(language),
                step.formula,
                "; ".join(
                    f"{symbol} = {_value(given.value, language)} {given.unit if given.unit != '1' else ''}".strip()
                    for symbol, given in step.inputs.items()
                ),
                _value(step.value, language),
                "" if step.unit == "1" else step.unit,
                line["source"],
                step.firmness.value,
            )
            for step, line in zip(sheet.steps, facts["sheet"]["steps"], strict=True)
        ),
        assumptions=tuple(
            Assumption(
                text_of(a["code"], language),
                number(a["value"], "", language),
                "" if a["unit"] == "1" else a["unit"],
                f"{number(a['low'], '', language)}–{number(a['high'], '', language)}"
                if a["low"] is not None and a["high"] is not None
                else "",
                a["source"],
                moved.get(a["code"], ""),
            )
            for a in facts["sheet"]["assumptions"]
        ),
        findings=tuple((f.gravity.value, f.message.text(language)) for f in sheet.findings),
        lacking=tuple(m.measure.text(language) for m in sheet.missing),
        folding=tuple(step.read(language) for step in proven.style.steps),
        drawn=drawn,
        not_drawn=not_drawn,
        firmness=sheet.firmness.value,
        own_parameters=bool(own),
    )


def _value(value: float | int | str | bool, language: Language) -> str:
    return text_of(value, language) if isinstance(value, str) else number(value, "", language)
