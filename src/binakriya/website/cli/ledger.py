"""The audit ledger: `binakriya ledger …`."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from django.conf import settings
from django.utils import timezone

from binakriya.foundation.queries import Anchor, Verification, verify_ledger
from binakriya.website.cli.problems import Problem, emit

app = typer.Typer(help="The audit ledger: does its chain hold?", no_args_is_help=True)

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
        typer.Option(help="File of anchors kept outside the database [state folder/ledger-anchors.jsonl]."),
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
