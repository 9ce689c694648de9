"""Boxes: `binakriya box …`. Needs no database; draws, lists, shows and nests what the box engine knows."""

import json
from datetime import date
from pathlib import Path
from typing import Annotated, Any, get_args

import typer
from typer.core import TyperGroup

from binakriya.engines.boxes import Box, BoxError, Style, Text, build, measures, plain, style, styles
from binakriya.engines.boxes.model import Parameter
from binakriya.engines.drafting import (
    Drawing,
    DrawingError,
    Language,
    Nest,
    Title,
    cf2,
    draw,
    draw_nest,
    dxf,
    nest,
    pdf,
    sheets_for,
    svg,
)
from binakriya.engines.drafting.pdf import Tile
from binakriya.website.cli.outputs import AsJson, lines, write_bytes
from binakriya.website.cli.problems import Problem, emit

FLAGS = {"true": True, "yes": True, "ya": True, "1": True, "false": False, "no": False, "tidak": False, "0": False}
FORMATS = (".svg", ".pdf", ".dxf", ".cf2")


class _CodeFirst(TyperGroup):
    """`binakriya box 0427 …` is `binakriya box draw 0427 …`."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            args = ["draw", *args]
        return super().resolve_command(ctx, args)


app = typer.Typer(
    cls=_CodeFirst,
    help="Boxes that a printer can cut: `binakriya box 0427 --inside 200x150x60 …`.",
    no_args_is_help=True,
)

Code = Annotated[str, typer.Argument(help="Code of the style, such as 0427; all: binakriya box list.")]
Inside = Annotated[
    str, typer.Option(help="Inside length x breadth x height in mm: 200x150x60 (default: the style's own).")
]
BoardCode = Annotated[str, typer.Option(help="Board: E, B, C, BC, card-350 … (default: the style's own).")]
Setting = Annotated[
    list[str] | None, typer.Option("--set", help="A parameter of the style: name=value. May be repeated.")
]
Lang = Annotated[str, typer.Option(help="Language of the drawing: id or en.")]
Blank = Annotated[str, typer.Option(help="Only this blank of a box that has several, by name (default: all).")]


def refused(error: BoxError) -> Problem:
    """Field, rule and way out, as one sentence for a person."""
    message = f"{error.field} ({error.rule}): {error.says.en} {error.way_out.en}"
    return Problem(message, field=error.field, rule=error.rule, says=error.says.en, way_out=error.way_out.en)


def _refuse(field: str, rule: str, says: str, way_out: str) -> Problem:
    return refused(BoxError(field, rule, Text(says, says), Text(way_out, way_out)))


def _number(text: str) -> float | str:
    """The number, or the text as it is: the engine then says which field is no number."""
    try:
        return float(text.strip().replace(",", "."))
    except ValueError:
        return text.strip()


def _sizes(text: str, field: str, count: int, example: str) -> list[Any]:
    parts = text.lower().replace("×", "x").replace("*", "x").split("x")
    if len(parts) != count or not all(part.strip() for part in parts):
        raise _refuse(field, "form", f"“{text}” is not {count} sizes.", f"Write millimetres without a unit: {example}.")
    return [_number(part) for part in parts]


def _value(declared: Parameter, text: str) -> Any:
    if declared.kind == "flag":
        return FLAGS.get(text.strip().lower(), text)
    if declared.kind in ("length", "angle", "count"):
        return _number(text)
    if declared.kind == "outline":
        try:
            return json.loads(text)
        except ValueError:
            return text
    return text.strip()


def _settings(chosen: Style, given: list[str] | None) -> dict[str, Any]:
    known = {each.key: each for each in chosen.parameters}
    found: dict[str, Any] = {}
    for item in given or []:
        key, equals, text = item.partition("=")
        if not equals or not key.strip():
            example = next(iter(known), "name")
            raise _refuse("set", "form", f"“{item}” is not name=value.", f"Write for instance --set {example}=…")
        key = key.strip()
        # an unknown name goes on to the engine, which tells the known ones
        found[key] = _value(known[key], text) if key in known else text
    return found


def _box(code: str, inside: str, board: str, given: list[str] | None) -> Box:
    try:
        chosen = style(code)
        size = _sizes(inside, "inside", 3, "200x150x60") if inside else chosen.default_inside
        return build(code, size, board or chosen.default_board, **_settings(chosen, given))
    except BoxError as error:
        raise refused(error) from error


def _language(lang: str) -> Language:
    if lang not in get_args(Language):
        raise _refuse("lang", "choice", f"No drawing is in “{lang}”.", "Choose id or en.")
    return "en" if lang == "en" else "id"


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise _refuse("date", "form", f"“{text}” is not a date.", "Write it as 2018-11-16.") from error


def _file(drawing: Drawing, out: Path, tile: Tile | None) -> bytes:
    kind = out.suffix.lower()
    try:
        if kind == ".pdf":
            return pdf(drawing, tile=tile)
    except DrawingError as error:
        raise _refuse("tile", "too_many", str(error), "Leave --tile out, or take a3.") from error
    if kind == ".svg":
        return svg(drawing).encode()
    if kind == ".dxf":
        return dxf(drawing).encode()
    return cf2(drawing).encode()


def _check_out(out: list[Path]) -> None:
    for path in out:
        if path.suffix.lower() not in FORMATS:
            endings = ", ".join(FORMATS)
            raise _refuse("out", "format", f"The ending of {path} names no format.", f"End it in {endings}.")
        if not path.parent.is_dir():
            raise _refuse("out", "folder", f"The folder {path.parent} is not there.", "Make it first, or name another.")


def _tile(text: str, out: list[Path]) -> Tile | None:
    if not text:
        return None
    if text not in get_args(Tile):
        raise _refuse("tile", "choice", f"Nothing is tiled on “{text}”.", "Choose a4 or a3.")
    if not any(path.suffix.lower() == ".pdf" for path in out):
        raise _refuse("tile", "format", "Only a PDF is tiled.", "Add --out NAME.pdf.")
    return "a3" if text == "a3" else "a4"


@app.command("draw")
def draw_command(
    code: Code,
    inside: Inside = "",
    board: BoardCode = "",
    out: Annotated[
        list[Path] | None, typer.Option(help="File to write: .svg, .pdf, .dxf or .cf2. May be repeated.")
    ] = None,
    given: Setting = None,
    blank: Blank = "",
    lang: Lang = "id",
    tile: Annotated[str, typer.Option(help="Cut the PDF into sheets of a4 or a3 to be pasted together.")] = "",
    name: Annotated[str, typer.Option(help="Name of product or specification, for the title block.")] = "",
    number: Annotated[str, typer.Option(help="Number of the specification, for the title block.")] = "",
    revision: Annotated[str, typer.Option(help="Revision, for the title block.")] = "",
    by: Annotated[str, typer.Option(help="Who drew it, for the title block.")] = "",
    day: Annotated[str, typer.Option("--date", help="Date for the title block, as 2018-11-16.")] = "",
    as_json: AsJson = False,
) -> None:
    """Draw a box at 1:1 and write it in one or more formats."""
    files = out or []
    _check_out(files)
    tiled, language = _tile(tile, files), _language(lang)
    title = Title(name=name, number=number, revision=revision, by=by, date=_date(day))
    box = _box(code, inside, board, given)
    drawing = _drawing(box, title, language, blank)
    # everything is made before anything is written
    made = [(path, _file(drawing, path, tiled)) for path in files]
    for path, content in made:
        write_bytes(path, content)
    figures = measures(box)
    if as_json:
        emit(
            {
                "style": box.style,
                "inside": plain(box.inside),
                "board": plain(box.board),
                "parameters": dict(box.parameters),
                "measures": plain(figures),
                "sheet": {"width": drawing.width, "height": drawing.height, "paper": drawing.paper or None},
                "files": [str(path) for path, _ in made],
            }
        )
        return
    for each in figures.blanks:
        lines([(each.name, f"{each.width:g} x {each.height:g} mm", f"{each.area / 1e6:.4f} m2", f"{each.copies} pcs")])
    lines((str(path), f"{len(content)} bytes") for path, content in made)


def _drawing(box: Box, title: Title, language: Language, blank: str) -> Drawing:
    _check_blank(box, blank)
    try:
        return draw(box, title=title, language=language, only=blank or None)
    except DrawingError as error:
        raise _refuse("style", "contour", str(error), "Change the size or the parameters a little.") from error


def _check_blank(box: Box, blank: str) -> None:
    names = [each.name for each in box.blanks]
    if blank and blank not in names:
        raise _refuse("blank", "unknown", f"Style {box.style} has no blank “{blank}”.", f"Choose: {', '.join(names)}.")


@app.command("list")
def list_command(as_json: AsJson = False) -> None:
    """Every style of box: code, family, name."""
    if as_json:
        emit([_style_facts(each) for each in styles()])
        return
    lines((each.code, each.family, each.name.en) for each in styles())


def _style_facts(each: Style) -> dict[str, Any]:
    facts: dict[str, Any] = plain(each)
    # functions are left out of the facts; rules keep their words
    return facts


@app.command("show")
def show(code: Code, as_json: AsJson = False) -> None:
    """One style: sizes, boards, and the parameters that --set takes."""
    try:
        chosen = style(code)
    except BoxError as error:
        raise refused(error) from error
    if as_json:
        emit(_style_facts(chosen))
        return
    low, high = chosen.smallest, chosen.largest
    lines(
        [
            ("code", chosen.code),
            ("name", chosen.name.en),
            ("what", chosen.summary.en),
            ("boards", ", ".join(chosen.kinds), f"{chosen.caliper[0]:g} to {chosen.caliper[1]:g} mm"),
            (
                "inside from",
                " x ".join(f"{value:g}" for value in low),
                "to",
                " x ".join(f"{value:g}" for value in high),
            ),
            ("firmness", chosen.firmness, chosen.source),
        ]
    )
    for each in chosen.parameters:
        choices = ", ".join(key for key, _ in each.choices) or each.kind
        lines([("--set", each.key, choices, each.unit, f"[{each.default}]", each.hint.en)])


@app.command("nest")
def nest_command(
    code: Code,
    inside: Inside = "",
    board: BoardCode = "",
    sheet: Annotated[str, typer.Option(help="Width x height of the sheet in mm: 1000x650 (default: the usual).")] = "",
    quantity: Annotated[int, typer.Option(help="How many boxes are wanted.")] = 1,
    gap: Annotated[float, typer.Option(help="mm between neighbours.")] = 3.0,
    margin: Annotated[float, typer.Option(help="mm at every edge of the sheet.")] = 10.0,
    out: Annotated[
        Path | None, typer.Option(help="Draw the best sheet into this file: .svg, .pdf, .dxf or .cf2.")
    ] = None,
    given: Setting = None,
    blank: Blank = "",
    lang: Lang = "id",
    as_json: AsJson = False,
) -> None:
    """How many blanks a sheet gives, for both directions of its flutes, and what is wasted."""
    language = _language(lang)
    if quantity < 1:
        raise _refuse("quantity", "not_positive", f"{quantity} boxes cannot be made.", "Give 1 or more.")
    for field, value in (("gap", gap), ("margin", margin)):
        if not 0 <= value <= 200:
            raise _refuse(field, "bounds", f"A {field} of {value:g} mm cannot be used.", "Give 0 to 200 mm.")
    box = _box(code, inside, board, given)
    _check_blank(box, blank)
    wanted = _sheets(sheet, box)
    chosen = [each for each in box.blanks if blank in ("", each.name)]
    if out is not None:
        _check_out([out])
        if len(chosen) > 1:
            raise _refuse("blank", "several", f"Style {code} has several blanks.", "Draw one of them: --blank NAME.")
    found = [
        (name, firmness, each)
        for piece in chosen
        for name, (w, h), firmness in wanted
        for each in nest(piece, w, h, gap=gap, margin=margin)
    ]
    if out is not None:
        best = max(found, key=lambda row: row[2].used)[2]
        if not best.count:
            raise _refuse("sheet", "too_small", "The blank does not fit on the sheet.", "Name a larger one: --sheet.")
        write_bytes(out, _file(draw_nest(best, language=language), out, None))
    if as_json:
        emit([_nest_facts(name, firmness, each, quantity) for name, firmness, each in found])
        return
    lines(
        (
            each.blank.name,
            name,
            f"flute along the {'width' if each.grain == 'x' else 'height'}",
            f"{each.count} a sheet",
            f"waste {100 * each.waste:.1f} %",
            f"{each.sheets(quantity)} sheets" if each.count else "does not fit",
        )
        for name, _, each in found
    )


def _sheets(text: str, box: Box) -> list[tuple[str, tuple[float, float], str | None]]:
    if not text:
        return [(each.code, (each.width, each.height), each.firmness) for each in sheets_for(box.board.kind)]
    sizes = _sizes(text, "sheet", 2, "1000x650")
    if not all(isinstance(value, float) and 50 <= value <= 6000 for value in sizes):
        raise _refuse("sheet", "bounds", f"“{text}” is no sheet.", "Give 50 to 6000 mm for each side: 1000x650.")
    return [(text, (sizes[0], sizes[1]), None)]


def _nest_facts(name: str, firmness: str | None, found: Nest, quantity: int) -> dict[str, Any]:
    return {
        "blank": found.blank.name,
        "sheet": name,
        "width": found.width,
        "height": found.height,
        "firmness": firmness,
        "grain_along": "width" if found.grain == "x" else "height",
        "layout": found.layout,
        "per_sheet": found.count,
        "used": round(found.used, 4),
        "waste": round(found.waste, 4),
        "quantity": quantity,
        "copies_a_box": len(found.blank.placements),
        "sheets": found.sheets(quantity),
        "spots": [{"turn": spot.turn, "x": spot.x, "y": spot.y} for spot in found.spots],
    }
