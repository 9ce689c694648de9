"""The printer's sheet: one A4 page to order boxes by. Drawing to scale, board, flutes, quantity, tolerances, die."""

import datetime as dt
from pathlib import Path
from typing import Any

from binakriya.engines.boxes import Box, measures
from binakriya.engines.drafting import nest, reduced, sheets_for, svg
from binakriya.engines.protection import number
from binakriya.foundation.press import Drawn, Language, Press
from binakriya.packaging.sheets.facts import SheetFacts, head, sized
from binakriya.packaging.sheets.words import tell

TEMPLATE = Path(__file__).parent / "templates" / "printer.typ"
ROOM_MM = (178.0, 130.0)
"""What the page has for the drawing."""
SHEETS_SHOWN = 2


def printer_pdf(press: Press, facts: SheetFacts, *, language: Language, created: dt.datetime) -> bytes:
    """One page. Raises DocumentError."""
    return press.pdf(TEMPLATE, printer_data(facts, language), created=created)


def printer_data(facts: SheetFacts, language: Language) -> dict[str, Any]:
    box: Any = facts.content["box"]
    name = box["name"][language]
    made = (
        _drawing(facts.box, name, language) if facts.box else {"drawing": "", "missing": tell("printer.none", language)}
    )
    stock = box["stock_box"]
    return {
        **head(facts, "printer", language),
        "stock": tell("printer.stock", language, name=stock["name"]) if stock else "",
        "rows": [*_order(facts, language), *(_making(facts, facts.box, language) if facts.box else ())],
        **made,
        "files": tell("printer.files", language, n=facts.number),
        "bar_alt": tell("printer.bar.alt", language),
        "signs": [tell("printer.ordered", language), tell("printer.accepted", language)],
        "sign_says": tell("printer.signed", language),
    }


def _drawing(box: Box, name: str, language: Language) -> dict[str, Any]:
    made = reduced(box, *ROOM_MM, language=language)
    scale = number(made.scale, "", language)
    pens = {line.pen for line in made.drawing.lines}
    keys = [("cut", "knife"), ("crease", "valley"), ("perforation", "perforation"), ("glue", "glue")]
    return {
        "drawing": Drawn(svg(made.drawing, header=False).replace("Helvetica, Arial", "Plus Jakarta Sans")),
        "drawing_size": (made.drawing.width, made.drawing.height),
        "drawing_alt": tell("printer.drawing", language, name=name, scale=scale),
        "scale": tell("printer.scale", language, scale=scale),
        "bar": tell("printer.bar", language, real=number(100 * made.scale, ",.0f", language)),
        "key": [(code, tell(f"key.{code}", language)) for code, pen in keys if pen in pens],
        "missing": "",
    }


def _order(facts: SheetFacts, language: Language) -> list[tuple[str, str]]:
    content: Any = facts.content
    box = content["box"]
    board = box["board"]
    paper = [board["code"], f"{number(board['caliper_mm'], '.1f', language)} mm"]
    paper.append(f"{number(board['grammage'], ',.0f', language)} g/m²")
    if board["ect_n_per_mm"]:
        paper.append(tell("printer.ect", language, n=number(board["ect_n_per_mm"], ".1f", language)))
    if board["firmness"]:
        paper[-1] += f" ({board['firmness']})"
    blanks = ", ".join(
        f"{p['copies']} × ({number(p['width_mm'], ',.0f', language)} × {number(p['height_mm'], ',.0f', language)} mm)"
        for p in box["pieces"]
    )
    boxes = number(content["quantity"], ",.0f", language)
    return [
        (tell("printer.style", language), f"{box['style']} {box['name'][language]}"),
        (tell("printer.quantity", language), tell("printer.boxes", language, n=boxes)),
        (tell("printer.board", language), ", ".join(paper)),
        (tell("printer.inside", language), sized(box["inside_mm"], language)),
        (tell("printer.outside", language), sized(box["outside_mm"], language)),
        (tell("printer.blank", language), blanks),
        (
            tell("printer.area", language),
            tell("printer.area.each", language, n=number(box["area_m2"], ".3f", language)),
        ),
        (tell("printer.tolerance", language), tell("printer.tolerance.large", language)),
        (tell("printer.printing", language), tell(f"printer.printing.{content['printing']}", language)),
    ]


def _making(facts: SheetFacts, box: Box, language: Language) -> list[tuple[str, str]]:
    found = measures(box)
    cut = sum(b.cut_length * b.copies for b in found.blanks) / 1000
    crease = sum(b.crease_length * b.copies for b in found.blanks) / 1000
    directions = sorted({blank.grain for blank in box.blanks})
    along = " / ".join(tell("printer.across" if one == "x" else "printer.upright", language) for one in directions)
    glued = sum(len(blank.glue) * len(blank.placements) for blank in box.blanks)
    lengths = tell(
        "printer.die.lengths", language, cut=number(cut, ".2f", language), crease=number(crease, ".2f", language)
    )
    amounts = {0: "printer.glue.none", 1: "printer.glue.one"}
    glue = tell(amounts.get(glued, "printer.glue.area"), language, n=glued)
    return [
        (tell("printer.flute" if box.board.flute else "printer.grain", language), along),
        (tell("printer.die", language), lengths),
        (tell("printer.glue", language), glue),
        *_sheets(box, language),
    ]


def _sheets(box: Box, language: Language) -> list[tuple[str, str]]:
    """How the largest blank lies on the sheets that its board is sold in: the least waste first."""
    largest = max(box.blanks, key=lambda blank: sum(panel.outline.area for panel in blank.panels))
    answers = []
    for sheet in sheets_for(box.board.kind):
        laid = max(nest(largest, sheet.width, sheet.height), key=lambda one: one.count)
        if laid.count:
            answers.append((1 - laid.used, sheet, laid))
    answers.sort(key=lambda each: (each[0], each[1].code))
    said = []
    for waste, sheet, laid in answers[:SHEETS_SHOWN]:
        size = f"{number(sheet.width, ',.0f', language)} × {number(sheet.height, ',.0f', language)}"
        one = tell(
            "printer.sheet.one" if laid.count == 1 else "printer.sheet.each",
            language,
            count=laid.count,
            size=size,
            waste=f"{number(100 * waste, '.0f', language)}\u00a0%",
        )
        said.append(one)
    if not said:
        return []
    if any(sheet.firmness == "C" for _, sheet, _ in answers[:SHEETS_SHOWN]):
        said.append(tell("printer.sheet.assumed", language))
    return [(tell("printer.sheet", language), "; ".join(said))]
