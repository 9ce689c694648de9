"""The audit ledger: `binakriya ledger …`."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from django.conf import settings
from django.utils import timezone

from binakriya.accounts.rules import machine
from binakriya.foundation.operations import record_reading
from binakriya.foundation.queries import Anchor, LedgerFilter, Verification, ledger_page, verify_ledger
from binakriya.website.cli.problems import Problem, emit
from binakriya.website.cli.shared import AsJson, told

app = typer.Typer(help="The audit ledger: does its chain hold, what does it say?", no_args_is_help=True)

_SENTENCES = {
    "changed": "Line {n} was changed: it no longer fits its seal. Compare it with a backup.",
    "removed": "The chain is broken at line {n}: what stood before it was removed or moved. Compare with a backup.",
    "tail": "Lines are missing from {n} on: the end of the ledger was cut off. Restore them from a backup.",
}


def _anchors(path: Path) -> list[Anchor]:
    if not path.exists():
        return []
    found = []
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Problem(f"{path} is no file of anchors. Name the one that `ledger verify` wrote: --anchors") from error
    for number, line in enumerate(text.splitlines(), 1):
        try:
            values = json.loads(line)
            found.append(Anchor(int(values["number"]), str(values["digest"])))
        except (ValueError, KeyError, TypeError) as error:
            raise Problem(
                f"{path}, line {number}, is no anchor. Restore the file, or name another: --anchors"
            ) from error
    return found


def _keep(path: Path, result: Verification, anchors: list[Anchor]) -> None:
    if result.last is None or (anchors and anchors[-1] == result.last):
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps({"at": timezone.now().isoformat(), **asdict(result.last)}) + "\n")


@app.command()
def verify(
    anchors: Annotated[
        Path | None,
        typer.Option(help="File of anchors kept outside the database (default: state folder/ledger-anchors.jsonl)."),
    ] = None,
    begin: Annotated[bool, typer.Option("--begin", help="Begin a file of --anchors that is not there yet.")] = False,
    keep: Annotated[bool, typer.Option("--keep/--no-keep", help="Anchor the last line when all is well.")] = True,
    as_json: Annotated[bool, typer.Option("--json", help="Print the facts as JSON.")] = False,
) -> None:
    """Walk the chain of the ledger; say the number of the first line that does not fit, or that the end is missing.

    An anchor is the number and seal of a line, kept in a file outside the database (copy it elsewhere): whoever can
    rewrite the whole database still cannot rewrite what was anchored before.
    """
    if anchors and not begin and not anchors.exists():
        # Without its anchors a ledger that was cut off would seem whole.
        raise Problem(f"{anchors} is not there. Restore it, or begin a new file: --anchors {anchors} --begin")
    path = anchors or settings.VAR / "ledger-anchors.jsonl"
    known = _anchors(path)
    result = verify_ledger(anchors=known)
    if as_json:
        emit({"holds": not result.problem, **asdict(result), "anchors": str(path)})
    if result.problem:
        raise Problem(_SENTENCES[result.problem].format(n=result.broken_at))
    if keep:
        _keep(path, result, known)
    if not as_json:
        typer.echo(f"The ledger holds: {result.lines} lines, {result.anchors_checked} anchors.")


@app.command("list")
def list_lines(
    no_office: Annotated[
        bool,
        typer.Option(
            "--no-office",
            help="Only lines that no office sees: the software's own, and those from before lines had offices.",
        ),
    ] = False,
    action: Annotated[str, typer.Option(help="Only this action, or all of a room: 'registry.'.")] = "",
    text: Annotated[str, typer.Option(help="Only lines with this in label, name or reason.")] = "",
    last: Annotated[int, typer.Option(min=1, max=10_000, help="So many, newest first.")] = 50,
    as_json: AsJson = False,
) -> None:
    """Print lines of all offices, for whoever runs the installation. That it was read is itself noted."""
    by = machine("shell")
    with told():
        wanted = LedgerFilter(action=action, text=text, of_no_office=no_office)
        page = ledger_page(by=by, wanted=wanted, size=last)
        record_reading(
            by=by,
            now=timezone.now(),
            kind="foundation.ledger",
            object_id="list",
            fields=["lines"],
            count=len(page.entries),
            reason="shell",
        )
    if as_json:
        emit([asdict(entry) for entry in page.entries])
        return
    for entry in page.entries:
        when = timezone.localtime(entry.at).isoformat(timespec="seconds")
        office = entry.office_id or "-"
        typer.echo(f"{entry.number}\t{when}\t{office}\t{entry.actor}\t{entry.action}\t{entry.label}")
