"""An alternative in words, line by line."""

import logging
from decimal import Decimal

from binakriya.engines.boxes import BoxError
from binakriya.engines.drafting import DrawingError
from binakriya.engines.pricing import CostLine
from binakriya.engines.pricing.words import spoken
from binakriya.engines.protection import number, symbol_of, text_of
from binakriya.engines.protection.sources import cite
from binakriya.engines.protection.wording import Language
from binakriya.packaging.queries.studio.finding import drawn, key
from binakriya.packaging.queries.studio.shapes import Assumption, Choice, CostRow, Line, Shown, Weighed
from binakriya.packaging.rules.recommend import Alternative, Proven, Request
from binakriya.packaging.rules.recommend.suiting import sized
from binakriya.packaging.rules.specification import alternative_json
from binakriya.packaging.rules.words import Said, unit_of, words

_log = logging.getLogger(__name__)


def choice_of(alternative: Alternative, looked_at: bool, language: Language) -> Choice:
    proven = alternative.proven
    return Choice(
        key=key(alternative),
        roles=tuple(words(f"role.{role}", language) for role in alternative.roles),
        style=proven.style.code,
        style_name=proven.stock_box.name if proven.stock_box else proven.style.name.read(language),
        board=proven.board.code,
        cushion=_cushion(proven, language),
        outside=sized(proven.made.outside_mm),
        gross_kg=proven.gross_kg,
        unit_cost=_rupiah(proven.unit_price),
        ready_made=proven.stock_box.name if proven.stock_box else "",
        reasons=tuple(r.text(language) for r in alternative.reasons),
        binding=proven.binding.text(language) if proven.binding else "",
        shown=looked_at,
    )


def shown(alternative: Alternative, request: Request, choice: Choice, language: Language) -> Shown:
    facts = alternative_json(alternative, request)
    proven = alternative.proven
    pictures, not_drawn = None, ""
    try:
        pictures = drawn(proven, language)
    except BoxError as error:
        not_drawn = Said.of_box_error(error).text(language)
    except DrawingError:
        _log.exception("a pack that holds is not drawn: %s", choice.key)
        not_drawn = words("not_drawn", language)
    cushion, cost, moisture, strength = facts["cushion"], proven.cost, facts["moisture"], facts["strength"]
    sheet = proven.sheet
    moved = {m.code: m.message(language) for m in alternative.deciding or ()}
    unit = proven.unit_price
    return Shown(
        key=choice.key,
        choice=choice,
        inside=sized(proven.made.inside_mm),
        area_m2=proven.made.area_m2,
        has_n=strength["has_n"],
        needs_n=strength["needs_n"],
        empty_outside=facts["empty_space"]["outside_share"],
        cushion=choice.cushion,
        cushion_mm=cushion["thickness_mm"] if cushion else None,
        arrangement=cushion["arrangement_words"][language] if cushion else "",
        closing=facts["closing"]["text"][language],
        filling=facts["filling"]["text"][language],
        silica_gel_g=moisture["silica_gel_g"] if moisture else None,
        cost_total=_rupiah(cost.total if cost else None if unit is None else unit * request.quantity),
        cost_unit=_rupiah(unit),
        cost_source=_said_by(proven),
        cost_lines=tuple(_cost_row(line, language) for line in cost.lines) if cost else (),
        cost_notes=tuple(note.text(language) for note in cost.notes) if cost else (),
        shipped=tuple(
            Weighed(
                text_of(w["carrier"], language),
                w["divisor"],
                w["chargeable_kg"],
                w["fits"],
                cite(w["source"], language),
                w["firmness"],
            )
            for w in facts["shipping"]
        ),
        lines=tuple(
            Line(
                step.label(language),
                step.formula,
                "; ".join(
                    f"{symbol_of(symbol)} = {_value(given.value, language)} {unit_of(given.unit, language)}".strip()
                    for symbol, given in step.inputs.items()
                ),
                _value(step.value, language),
                unit_of(step.unit, language),
                cite(step.source, language),
                step.firmness.value,
            )
            for step in sheet.steps
        ),
        assumptions=tuple(
            Assumption(
                text_of(a["code"], language),
                number(a["value"], "", language),
                unit_of(a["unit"], language),
                f"{number(a['low'], '', language)}–{number(a['high'], '', language)}"
                if a["low"] is not None and a["high"] is not None
                else "",
                cite(a["source_code"], language),
                moved.get(a["code"], ""),
            )
            for a in facts["sheet"]["assumptions"]
        ),
        deciding=tuple(moved.values()),
        findings=tuple((f.gravity.value, f.message.text(language)) for f in sheet.findings),
        lacking=tuple(m.measure.text(language) for m in sheet.missing),
        folding=tuple(step.read(language) for step in proven.style.steps),
        drawn=pictures,
        not_drawn=not_drawn,
        firmness=sheet.firmness.value,
        own_parameters=bool(proven.made.parameters),
    )


def _value(value: float | int | str | bool, language: Language) -> str:
    return text_of(value, language) if isinstance(value, str) else number(value, "", language)


def _cushion(proven: Proven, language: Language) -> str:
    """The material in words, or the name of the office's own curve."""
    chosen = proven.padding.cushion
    if chosen is None:
        return words("wrap", language)
    return words(f"cushion.{chosen}", language) if isinstance(chosen, str) else chosen.name


def _rupiah(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _said_by(proven: Proven) -> str:
    """Who named the price, and when; "" without one."""
    if proven.stock_box is not None:
        return proven.stock_box.origin.citation() if proven.stock_box.origin else ""
    return proven.cost.prices.board.origin.citation() if proven.cost else ""


def _cost_row(line: CostLine, language: Language) -> CostRow:
    unit = spoken(line.unit, language)
    money = unit.startswith("Rp")
    value = number(float(line.value), ",.0f" if money else "", language)
    shown = f"Rp\u00a0{value}{unit.removeprefix('Rp')}" if money else f"{value}\u00a0{unit}"
    return CostRow(line.label(language), shown, cite(line.source, language), line.firmness)
