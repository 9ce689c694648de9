"""What the commands of the rooms share: who acts, what was refused, where facts are written."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Annotated

import typer
from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError

from binakriya.accounts.queries import actor_of, people_page
from binakriya.accounts.rules import Actor, NotAllowed, machine
from binakriya.foundation.rules.exports import csv_lines
from binakriya.website.cli.outputs import AsJson, Out, facts, lines, read_file, write_bytes
from binakriya.website.cli.problems import Problem, emit

__all__ = [
    "Acting",
    "AsJson",
    "Out",
    "acting",
    "facts",
    "lines",
    "read_file",
    "told",
    "write_bytes",
    "write_rows",
]

Acting = Annotated[
    str,
    typer.Option(
        "--as", help="E-mail or phone of the person who acts, with their rights (default: the software itself)."
    ),
]


@contextmanager
def told() -> Iterator[None]:
    """What may not be done, is not there, or a database that is not ready: a sentence and exit code 2. What an
    operation of a room refuses, the room's commands tell in the room's words."""
    try:
        yield
    except NotAllowed as refused:
        raise Problem(
            "That belongs to another office. Name one of your own, or act as someone of that office: --as"
            if refused.deed == "office"
            else f"The one who acts may not do this ({refused.deed}). Act as someone who may: --as"
        ) from refused
    except ObjectDoesNotExist as error:
        raise Problem("There is nothing by that name. Look it up with the command list.") from error
    except DatabaseError as error:
        raise Problem(f"The database does not answer as it should ({error}). Run: binakriya prepare") from error


def acting(who: str) -> Actor:
    """The person of this e-mail or phone, with the rights they hold on the pages; the software itself for ""."""
    system = machine("shell")
    if not who.strip():
        return system
    with told():
        found = people_page(by=system, text=who.strip()).rows
        if len(found) != 1:
            raise Problem(f"{who} is no one person's e-mail or phone. See: binakriya people list")
        return actor_of(person_id=found[0].id, origin="shell")


def write_rows(head: Sequence[str], rows: Iterable[Sequence[object]], *, out: Path | None, as_json: bool) -> None:
    """A table as CSV that no spreadsheet takes for formulas, or as JSON objects."""
    if as_json:
        objects: list[Mapping[str, object]] = [dict(zip(head, row, strict=True)) for row in rows]
        if out is None:
            emit(objects)
        else:
            write_bytes(out, (json.dumps(objects, ensure_ascii=False, indent=2, default=str) + "\n").encode())
        return
    text = csv_lines(chain([list(head)], rows))
    if out is None:
        sys.stdout.writelines(text)
    else:
        write_bytes(out, "".join(text).encode())
