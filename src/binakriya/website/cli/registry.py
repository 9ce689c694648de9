"""The registry: `binakriya registry …`."""

import csv
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from io import StringIO
from pathlib import Path
from typing import Annotated, Any
from uuid import UUID, uuid4

import typer
from django.utils import timezone

from binakriya.accounts.queries import organisations
from binakriya.accounts.rules import machine
from binakriya.engines.reading import ReadList, SourceFile, UnreadableFile, evaluate_reading
from binakriya.registry.operations import imports
from binakriya.registry.operations.candidates import find_duplicates
from binakriya.registry.operations.exporting import note_export
from binakriya.registry.operations.imports.scratch import records_of_lists, truth_by_place
from binakriya.registry.queries.exports import export_rows
from binakriya.registry.queries.imports import written_by
from binakriya.registry.queries.lists import enterprise_ids
from binakriya.registry.reading_words import problem_sentence
from binakriya.registry.rules.listing import Wanted
from binakriya.registry.rules.refusals import Refused
from binakriya.registry.words import REASONS
from binakriya.website.cli.problems import Problem, emit
from binakriya.website.cli.shared import AsJson, Out, read_file, told, write_rows

app = typer.Typer(help="The registry: import lists, evaluate reading and linking, export.", no_args_is_help=True)

Files = Annotated[list[Path], typer.Argument(help="Lists (.xlsx, .xls, .ods, .csv), in order.", metavar="FILE…")]
AsOf = Annotated[
    datetime | None,
    typer.Option(
        formats=["%Y-%m-%d"], help="Day of the lists, where they don't say it: '12 years' counts back from it."
    ),
]


def _text(path: Path) -> str:
    try:
        return read_file(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Problem(f"{path} is no UTF-8 text. Save it as CSV in UTF-8.") from error


def _read(files: Sequence[Path], as_of: datetime | None, learned: Mapping[str, str] | None = None) -> list[ReadList]:
    sources = [SourceFile(path.name, read_file(path)) for path in files]
    try:
        return imports.read_files(sources, as_of=as_of.date() if as_of else None, learned=learned)
    except UnreadableFile as error:
        said = problem_sentence({"code": error.code, "params": error.params})
        raise Problem(f"{error.name}: {said} ({error.code})") from error


def _lines(path: Path, wanted: Sequence[str]) -> list[dict[str, str]]:
    lines = list(csv.DictReader(StringIO(_text(path))))
    missing = [name for name in wanted if not lines or name not in lines[0]]
    if missing:
        raise Problem(f"{path} lacks the columns {', '.join(missing)}. Its first line must name {', '.join(wanted)}.")
    return lines


@contextmanager
def _told() -> Iterator[None]:
    """What an operation refuses, as a sentence and exit code 2."""
    with told():
        try:
            yield
        except Refused as refused:
            raise Problem(str(REASONS[refused.reason]) % refused.params) from refused


def _organisation(kind: str, name: str) -> UUID:
    with _told():
        found = organisations(kind=kind)
    if name:
        wanted = [o for o in found if name.casefold() in (o.short_name.casefold(), o.name.casefold(), str(o.id))]
    else:
        wanted = found
    if len(wanted) == 1:
        return wanted[0].id
    names = ", ".join(o.short_name for o in found) or "none yet"
    raise Problem(f"Which {kind}? Name one with --{kind}; there are: {names}.")


def _row(row: Any) -> dict[str, Any]:
    return {
        "place": row.place,
        "sheet": row.sheet,
        "row": row.row,
        "values": {name: cell.value for name, cell in row.cells.items() if cell.value is not None},
        "cells": {name: asdict(cell) for name, cell in row.cells.items()},
        "other": [asdict(o) for o in row.other],
    }


def _list(found: ReadList) -> dict[str, Any]:
    return {
        "number": found.number,
        "name": found.name,
        "as_of": found.as_of,
        "as_of_why": found.as_of_why,
        "sheets": found.sheets,
        "columns": [asdict(c) for c in found.columns],
        "rows": [_row(r) for r in found.rows],
        "skipped": [asdict(s) for s in found.skipped],
        "problems": [{**asdict(n), "sentence": problem_sentence(asdict(n))} for n in found.problems],
    }


def _dry(files: Sequence[Path], as_of: datetime | None, learned: Mapping[str, str], as_json: bool) -> None:
    lists = _read(files, as_of, learned)
    if as_json:
        rows = sum(len(one.rows) for one in lists)
        emit({"rows": rows, "learned_headers": len(learned), "lists": [_list(one) for one in lists]})
        return
    for one in lists:
        doubts = sum(len(cell.warnings) for row in one.rows for cell in row.cells.values())
        typer.echo(f"{one.number}  {one.name}: {len(one.rows)} rows, {doubts} doubts, day {one.as_of or 'not known'}")
        for c in one.columns:
            typer.echo(f"   {c.sheet or '-'} {c.letter:>3}  {c.field:<18} {c.confidence:4.2f}  {c.header[:60]}")
        for row in one.rows:
            for cell in row.cells.values():
                for note in cell.warnings:
                    typer.echo(f"   row {row.row} {cell.field}: {problem_sentence(asdict(note))}")
    typer.echo("Nothing was written.")


@app.command("import")
def import_lists(
    files: Files,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only read; needs no database, writes nothing.")] = False,
    office: Annotated[str, typer.Option(help="Short name of the office (default: the only one).")] = "",
    association: Annotated[str, typer.Option(help="Short name of the association whose members these are.")] = "",
    learned: Annotated[
        bool,
        typer.Option(
            "--learned/--no-learned",
            help="With --dry-run: also use the headers that officers confirmed (asks the database). Without, the same "
            "files read alike everywhere. A real import always uses them.",
        ),
    ] = False,
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """Read lists and write their rows into the registry, then look for duplicates."""
    if dry_run:
        known: dict[str, str] = {}
        if learned:
            with _told():
                known = imports.learned_headers(_organisation("office", office))
        _dry(files, as_of, known, as_json)
        return
    by, now = machine("shell"), timezone.now()
    office_id = _organisation("office", office)
    association_id = _organisation("association", association) if association else None
    uploads = [imports.Upload(path.name, read_file(path), association_id) for path in files]
    _read(files, as_of)
    with _told():
        batch = imports.receive_files(
            uploads=uploads,
            office_id=office_id,
            nonce=uuid4().hex,
            limit=sys.maxsize,
            as_of=as_of.date() if as_of else None,
            by=by,
            now=now,
        )
        imports.read_import(batch_id=batch, by=by, now=now)
        try:
            written = imports.confirm_import(batch_id=batch, by=by, now=now)
        except Refused:
            imports.discard_import(batch_id=batch, by=by, now=now)
            raise
        wrote = written_by(batch)
        found = find_duplicates(office_id=office_id, enterprise_ids=wrote.enterprise_ids, by=by, now=timezone.now())
    facts = {
        "import": str(batch),
        "enterprises": written.enterprises,
        "rows_left_out": written.rows_left_out,
        "duplicates": {"likely": found.likely, "possible": found.possible, "same_owner": found.same_owner},
    }
    if as_json:
        emit(facts)
        return
    typer.echo(f"{written.enterprises} enterprises written, {written.rows_left_out} rows left out.")
    typer.echo(f"To review: {found.likely} likely and {found.possible} possible duplicates.")


@app.command("evaluate-reading")
def evaluate_reading_command(
    files: Files,
    understood: Annotated[Path, typer.Option(help="CSV of what a careful person reads: list, row, values.")],
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """Compare what is read from lists with what a careful person reads; needs no database."""
    _lines(understood, ["list", "row"])
    facts = evaluate_reading(_read(files, as_of), _text(understood))
    if as_json:
        emit(facts)
        return
    rows = facts["rows"]
    typer.echo(f"rows      {rows['found']} of {rows['expected']} found, {len(rows['extra'])} too many")
    typer.echo(f"accuracy  {facts['accuracy']}, {facts['invented']['count']} invented")
    for name, share in facts["columns"].items():
        typer.echo(f"  {name:<20} {share}")
    for wrong in facts["wrong"]:
        typer.echo(f"  {wrong['place']} {wrong['column']}: expected {wrong['expected']!r}, read {wrong['got']!r}")


@app.command("evaluate-links")
def evaluate_links(
    files: Files,
    truth: Annotated[Path, typer.Option(help="CSV of which enterprise each row is: list, row, enterprise.")],
    as_of: AsOf = None,
    as_json: AsJson = False,
) -> None:
    """Compare the duplicates that are found in lists with the truth; needs no database."""
    # Splink and DuckDB take a second to load: only who links pays for it.
    from binakriya.engines.linkage import evaluate, find_links  # noqa: PLC0415

    lines = _lines(truth, ["list", "row", "enterprise"])
    lists = _read(files, as_of)
    records = records_of_lists(lists, today=timezone.localdate())
    enterprises, missing = truth_by_place(lists, lines)
    facts: dict[str, Any] = {
        **evaluate(find_links(records), enterprises),
        "rows": {"read": len(records), "in_truth": len(lines), "missing": missing},
    }
    if as_json:
        emit(facts)
        return
    for name in ("likely", "likely_or_possible"):
        f = facts[name]
        typer.echo(f"{name:<20} precision {f['precision']:.4f}  recall {f['recall']:.4f}  f1 {f['f1']:.4f}")
    typer.echo(f"{len(records)} rows compared, {len(missing)} rows of the truth not found")


@app.command("export")
def export(
    office: Annotated[str, typer.Option(help="Short name of the office (default: the only one).")] = "",
    text: Annotated[str, typer.Option(help="Only enterprises found by these words.")] = "",
    out: Out = None,
    full: Annotated[
        bool, typer.Option("--full", help="Personal values whole instead of masked; the ledger notes it.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Rows as JSON objects instead of CSV.")] = False,
) -> None:
    """Print an office's enterprises as CSV that no spreadsheet takes for formulas, or as JSON."""
    by, office_id = machine("shell"), _organisation("office", office)
    with _told():
        ids = enterprise_ids(office_id=office_id, wanted=Wanted(text=text))
        note_export(
            office_id=office_id,
            query=text,
            count=len(ids),
            form="json" if as_json else "csv",
            full=full,
            by=by,
            now=timezone.now(),
        )
        rows = export_rows(ids, full=full)
        write_rows([str(cell) for cell in next(rows)], rows, out=out, as_json=as_json)
    if out is not None:
        typer.echo(f"{len(ids)} enterprises written to {out}.")
