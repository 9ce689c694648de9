"""From a measured product to a pack: `binakriya pack …`. Needs no database."""

import json
import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Annotated, Any

import typer

from binakriya.engines.protection import USUAL_JOURNEYS, InputError, MissingValueError
from binakriya.engines.protection.boards.stacking import PRINTINGS
from binakriya.packaging.rules.batch import Packed, Row, pack_row, read_table
from binakriya.packaging.rules.drawings import FORMATS
from binakriya.packaging.rules.reading import (
    InputRefusedError,
    read_carriers,
    read_journey,
    read_printing,
    read_product,
    read_purpose,
    read_quantity,
)
from binakriya.packaging.rules.recommend import (
    PURPOSES,
    Alternative,
    Recommendation,
    Request,
    recommend,
    with_deciding,
)
from binakriya.packaging.rules.specification import alternative_json, specification
from binakriya.website.cli.outputs import AsJson, read_file, write_bytes
from binakriya.website.cli.pack_papers import DRAWN, SHEETS, read_papers, write_papers
from binakriya.website.cli.problems import Problem, emit

app = typer.Typer(
    help="A measured product → alternatives of packs with a calculation sheet: --size, --mass, --material, --journey.",
    invoke_without_command=True,
)

Journey = Annotated[str, typer.Option(help=f"The way to the buyer: {', '.join(USUAL_JOURNEYS)}.")]
Purpose = Annotated[str, typer.Option(help=f"What the box is for: {', '.join(PURPOSES)}.")]
Quantity = Annotated[str, typer.Option(help="How many boxes are wanted.")]
FEW = 20
"""Tables up to so many rows are worked in one process."""
NONE_HOLDS = 1
"""Exit code when no pack of the boards at hand holds: nothing was wrong with the input."""


def refused(error: InputRefusedError | InputError | MissingValueError) -> Problem:
    """What cannot be, as a sentence: field, rule, way out."""
    told = error if isinstance(error, InputRefusedError) else InputRefusedError.of(error)
    return Problem(told.text("en"), field=told.field, rule=told.said.code)


@app.callback()
def pack(
    context: typer.Context,
    size: Annotated[str, typer.Option(help="Length x breadth x height in mm, such as 220x140x90.")] = "",
    mass: Annotated[str, typer.Option(help="Mass in grams, such as 850.")] = "",
    material: Annotated[str, typer.Option(help="Material, Indonesian or English: keramik, rattan, batik.")] = "",
    journey: Journey = "courier",
    form: Annotated[str, typer.Option(help="plain, thin, protruding, joined or massive.")] = "plain",
    shape: Annotated[str, typer.Option(help="box, cylinder or irregular.")] = "box",
    quantity: Quantity = "100",
    purpose: Purpose = "shipping",
    printing: Annotated[
        str, typer.Option(help=f"How much of the box is printed: {', '.join(PRINTINGS)}; it weakens the board.")
    ] = "none",
    carrier: Annotated[str, typer.Option(help="Name of a carrier (default: all that are known).")] = "",
    eu: Annotated[bool, typer.Option("--eu", help="Judge the empty space as the EU will.")] = False,
    choose: Annotated[int, typer.Option(help="Which alternative the files are for, 1 is the recommended.")] = 1,
    out: Annotated[
        list[Path] | None,
        typer.Option(
            help="Specification to write, by its ending: .json as data, .pdf as a sheet to read (--sheet); "
            ".svg, .dxf, .cf2 write the drawing. May be repeated."
        ),
    ] = None,
    drawing: Annotated[
        list[Path] | None,
        typer.Option(help=f"Drawing of the box to write: {', '.join(DRAWN)}. May be repeated."),
    ] = None,
    pads: Annotated[
        list[Path] | None,
        typer.Option(help=f"Drawing of the cushion's parts to write: {', '.join(DRAWN)}. May be repeated."),
    ] = None,
    sheet: Annotated[str, typer.Option(help=f"Which sheet a PDF of --out is: {', '.join(SHEETS)} [calculation].")] = "",
    name: Annotated[str, typer.Option(help="Name of the product, for sheets and title block.")] = "",
    by: Annotated[str, typer.Option(help="Who made the specification, for sheets and title block.")] = "",
    lang: Annotated[str, typer.Option(help="Language of sheets and drawings: id or en.")] = "id",
    as_json: AsJson = False,
) -> None:
    """Alternatives for one product, each with reasons, calculation and what decides."""
    if context.invoked_subcommand is not None:
        return
    papers = read_papers(out or [], drawing or [], pads or [], sheet, name=name, by=by, lang=lang)
    try:
        request = Request(
            product=read_product(size, mass, material, form=form, shape=shape),
            journey=read_journey(journey),
            quantity=read_quantity(quantity),
            purpose=read_purpose(purpose),
            printing=read_printing(printing),
            carriers=read_carriers(carrier),
            to_eu=eu,
            on=date.today(),
        )
        found = recommend(request)
    except (InputRefusedError, InputError, MissingValueError) as error:
        raise refused(error) from error
    if found.alternatives and not 1 <= choose <= len(found.alternatives):
        raise Problem(
            f"There are {len(found.alternatives)} alternatives. Name one of them: --choose",
            field="choose",
            rule="bounds",
        )
    files = write_papers(papers, found, choose - 1) if found.alternatives else []
    if as_json:
        emit({**as_object(found), "files": [str(path) for path in files]})
    else:
        _tell(found)
    if not found.alternatives:
        raise typer.Exit(NONE_HOLDS)


def as_object(found: Recommendation) -> dict[str, Any]:
    """The whole answer: `alternatives`, and `steps` of the recommended one."""
    alternatives = [_alternative(with_deciding(found.request, a), found) for a in found.alternatives]
    head = specification(found).content if found.alternatives else {}
    kept = ("schema", "versions", "product", "journey", "quantity", "purpose", "printing", "fragility", "drop_mm")
    return {
        **{key: head[key] for key in kept if key in head},
        "alternatives": alternatives,
        "steps": alternatives[0]["steps"] if alternatives else [],
        "rejected": [
            {"style": r.style, "board": r.board, "computed": r.near, "why": r.why.to_json()} for r in found.rejected
        ],
        "notes": [n.to_json() for n in found.notes],
        "rule_of_thumb": [t.to_json() for t in found.thumb],
    }


def _alternative(alternative: Alternative, found: Recommendation) -> dict[str, Any]:
    facts = alternative_json(alternative, found.request)
    sheet = facts.pop("sheet")
    return {**facts, "style": facts["box"]["style"], "board": facts["box"]["board"]["code"], **sheet}


def _tell(found: Recommendation) -> None:
    for at, one in enumerate(found.alternatives, 1):
        proven = one.proven
        inside, outside = (
            " x ".join(f"{s:.1f}" for s in size) for size in (proven.made.inside_mm, proven.made.outside_mm)
        )
        typer.echo(f"{at}. {proven.style.name.en} ({proven.style.code}), {proven.board.code}")
        typer.echo(f"   inside {inside} mm, outside {outside} mm, {proven.gross_kg:.3f} kg with its content")
        for reason in one.reasons:
            typer.echo(f"   {reason.en}")
        if proven.binding:
            typer.echo(f"   {proven.binding.en}")
        for moved in one.deciding or ():
            typer.echo(f"   What decides: {moved.message('en')}")
    for note in found.notes:
        typer.echo(note.en)
    computed = [r for r in found.rejected if r.near]
    if computed:
        typer.echo("Not proposed:")
        for other in computed:
            typer.echo(f"   {other.name.en} ({other.style}): {other.why.en}")


@app.command()
def batch(
    table: Annotated[Path, typer.Argument(help="CSV: name, size, mass, material; journey, form, quantity if wanted.")],
    out: Annotated[Path, typer.Option(help="Folder for the specifications and drawings.")],
    journey: Journey = "courier",
    drawing: Annotated[
        str, typer.Option(help=f"Drawings to make, parted by commas: {', '.join(FORMATS)}, or none.")
    ] = "pdf",
    cores: Annotated[int, typer.Option(help="Processes that work side by side (default: one a core).")] = 0,
    as_json: AsJson = False,
) -> None:
    """A pack for each line of a table; a line that cannot be packed is named with its row and what to do."""
    formats = tuple(f.strip().lower() for f in drawing.split(",") if f.strip() and f.strip() != "none")
    unknown = [f for f in formats if f not in FORMATS]
    if unknown:
        raise Problem(
            f"There is no drawing of kind {unknown[0]}. Choose of {', '.join(FORMATS)}: --drawing",
            field="drawing",
            rule="choice",
        )
    try:
        rows = read_table(_text(table))
        read_journey(journey)
    except InputRefusedError as error:
        raise refused(error) from error
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Problem(f"{out} is no folder to write into ({error.strerror}). Choose another: --out") from error
    results = []
    for done in _packed(rows, formats, journey, cores or os.cpu_count() or 1):
        _keep(out, done)
        results.append(done.summary())
        if len(results) % 50 == 0 or len(results) == len(rows):
            typer.echo(f"{len(results)} of {len(rows)}", err=True)
    failed = [r for r in results if not r["ok"]]
    summary = {"rows": len(rows), "packed": len(rows) - len(failed), "failed": len(failed), "results": results}
    write_bytes(out / "summary.json", (json.dumps(summary, ensure_ascii=False, indent=1) + "\n").encode())
    if as_json:
        emit(summary)
    else:
        typer.echo(f"{summary['packed']} of {len(rows)} packed, in {out}")
        for one in failed:
            typer.echo(f"Row {one['row']} ({one['name'] or 'no name'}): {one['why']['en']}")
    if failed and len(failed) == len(rows):
        raise typer.Exit(NONE_HOLDS)


def _text(table: Path) -> str:
    """The table as text: UTF-8, else as Windows writes it."""
    data = read_file(table)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _packed(rows: list[Row], formats: tuple[str, ...], journey: str, cores: int) -> Iterator[Packed]:
    """In the order of the rows; few rows are not worth another process."""
    today = date.today()
    work = partial(pack_row, formats=formats, on=today, journey=journey)
    if cores == 1 or len(rows) < FEW:
        yield from map(work, rows)
        return
    with ProcessPoolExecutor(cores, mp_context=get_context("spawn")) as pool:
        yield from pool.map(work, rows, chunksize=10)


def _keep(out: Path, done: Packed) -> None:
    if done.content is not None:
        made = json.dumps(done.content, ensure_ascii=False, separators=(",", ":")) + "\n"
        write_bytes(out / f"{done.stem}.json", made.encode())
    for kind, data in done.files.items():
        write_bytes(out / f"{done.stem}.{kind}", data)
