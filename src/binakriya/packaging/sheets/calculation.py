"""The calculation sheet: every step with formula, inputs, value, unit, source and firmness, for another engineer."""

import datetime as dt
from pathlib import Path
from typing import Any

from binakriya.engines.pricing.words import spoken
from binakriya.engines.protection import Sheet, Step, number, symbol_of, text_of
from binakriya.engines.protection.sources import cite
from binakriya.foundation.press import Language, Press
from binakriya.packaging.rules.words import unit_of
from binakriya.packaging.sheets.facts import SheetFacts, head, kg, mm, sized
from binakriya.packaging.sheets.words import tell

TEMPLATE = Path(__file__).parent / "templates" / "calculation.typ"


def calculation_pdf(press: Press, facts: SheetFacts, *, language: Language, created: dt.datetime) -> bytes:
    """As many pages as the steps need. Raises DocumentError."""
    return press.pdf(TEMPLATE, calculation_data(facts, language), created=created)


def calculation_data(facts: SheetFacts, language: Language) -> dict[str, Any]:
    content: Any = facts.content
    sheet = Sheet.from_json(content["sheet"])
    moved = {one["code"] for one in content["deciding"] or ()}

    def say(code: str) -> str:
        return tell(f"calculation.{code}", language)

    return {
        **head(facts, "calculation", language),
        "given_title": say("given"),
        "given": _given(content, language),
        "result_title": say("result"),
        "result": _result(content, language),
        "key": say("key"),
        "steps_title": say("steps"),
        "steps_head": [say(word) for word in ("step", "formula", "value", "firmness", "source")],
        "steps": [step_row(step, language) for step in sheet.steps] + cost_rows(content.get("cost"), language),
        "assumed_title": say("assumed"),
        "assumed_head": [say(word) for word in ("assumption", "value", "range", "source")],
        "assumed": [
            {
                "label": text_of(a.code, language),
                "value": amount(a.value, a.unit, language),
                "range": "–"
                if a.low is None or a.high is None
                else f"{number(a.low, '', language)}–{number(a.high, '', language)}",
                "source": cite(a.source, language),
                "decides": a.code in moved,
            }
            for a in sheet.assumptions
        ],
        "deciding_title": say("deciding"),
        "deciding": [one["text"][language] for one in content["deciding"] or ()] or [say("deciding.none")],
        "findings_title": say("findings"),
        "findings": [
            (say(f["gravity"]) if f["gravity"] != "note" else "", f["text"][language])
            for f in content["sheet"]["findings"]
        ],
        "checked": say("checked"),
        "sign_says": tell("printer.signed", language),
    }


def step_row(step: Step, language: Language) -> dict[str, Any]:
    """One line of the sheet in words."""
    return {
        "label": step.label(language),
        "formula": step.formula,
        "inputs": [
            f"{symbol_of(symbol)} = {amount(given.value, given.unit, language)} ({text_of(given.origin, language)})"
            for symbol, given in step.inputs.items()
        ],
        "value": amount(step.value, step.unit, language),
        "source": cite(step.source, language),
        "firmness": step.firmness.value,
    }


def cost_rows(cost: Any, language: Language) -> list[dict[str, Any]]:
    """The lines of the cost, after those of the pack; none without a price."""
    return [
        {
            "label": spoken(line["name"], language) + (f" ({line['of']})" if line["of"] else ""),
            "formula": line["formula"],
            "inputs": [
                f"{symbol} = {priced(given['value'], spoken(given['unit'], language), language)}"
                for symbol, given in line["inputs"].items()
            ],
            "value": priced(line["value"], spoken(line["unit"], language), language),
            "source": cite(line["source"], language),
            "firmness": line["firmness"],
        }
        for line in (cost["steps"] if cost else ())
    ]


def priced(value: Any, unit: str, language: Language) -> str:
    """Rp 247.147, Rp 9.000/m²; anything else as an amount."""
    if not unit.startswith("Rp"):
        return amount(value, unit, language)
    return f"Rp\u00a0{number(round(float(value)), ',.0f', language)}{unit.removeprefix('Rp')}"


def amount(value: Any, unit: str, language: Language) -> str:
    """A value with its unit; words of a code for a code."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        shown = text_of(str(value), language)
    else:
        shown = number(value, "", language)
    said = unit_of(unit, language)
    return f"{shown}\u00a0{said}" if said else shown


def _given(content: Any, language: Language) -> list[tuple[str, str]]:
    product, fragility = content["product"], content["fragility"]
    grams = f"{number(product['mass_kg'] * 1000, ',.0f', language)} g"
    return [
        (tell("calculation.product", language), f"{sized(product['size_mm'], language)}, {grams}"),
        (tell("calculation.material", language), product["material_words"][language]),
        (
            tell("calculation.fragility", language),
            f"{number(fragility['g'], '.0f', language)} G, {fragility['words'][language]}",
        ),
        (tell("calculation.journey", language), ", ".join(leg["words"][language] for leg in content["journey"])),
        (tell("calculation.drop", language), mm(content["drop_mm"], language)),
        (
            tell("printer.quantity", language),
            tell("printer.boxes", language, n=number(content["quantity"], ",.0f", language)),
        ),
    ]


def _result(content: Any, language: Language) -> list[tuple[str, str]]:
    box, cushion, strength, cost = content["box"], content["cushion"], content["strength"], content.get("cost")
    padded = tell("wrap", language)
    if cushion:
        padded = (
            f"{cushion['words'][language]}, {mm(cushion['thickness_mm'], language)}, "
            f"{cushion['arrangement_words'][language]}"
        )
    rows = [
        (tell("calculation.box", language), f"{box['style']} {box['name'][language]}, {box['board']['code']}"),
        (tell("printer.inside", language), sized(box["inside_mm"], language)),
        (tell("printer.outside", language), sized(box["outside_mm"], language)),
        (tell("calculation.cushion", language), padded),
        (tell("calculation.gross", language), kg(content["gross_kg"], language)),
    ]
    if strength["has_n"] is not None and strength["needs_n"] is not None:
        has, needs = (f"{number(strength[key], ',.0f', language)} N" for key in ("has_n", "needs_n"))
        rows.append((tell("calculation.strength", language), tell("calculation.needs", language, has=has, needs=needs)))
    rows.append((tell("calculation.cost", language), _cost(cost, language)))
    if content["binding"]:
        rows.append((tell("calculation.binding", language), content["binding"]["text"][language]))
    return rows


def _cost(cost: Any, language: Language) -> str:
    if not cost:
        return tell("calculation.cost.none", language)
    unit, total = (f"Rp {number(round(float(cost[key])), ',.0f', language)}" for key in ("unit", "total"))
    return tell("calculation.cost.each", language, unit=unit, total=total)
