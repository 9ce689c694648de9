"""What a command reads and writes, whether or not it needs the database: files, rows, facts."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from binakriya.website.cli.problems import Problem

AsJson = Annotated[bool, typer.Option("--json", help="Print the facts as JSON.")]
Out = Annotated[Path | None, typer.Option(help="File to write (default: standard output).")]


# Far above any list that people keep; what has no end must not fill the memory.
FILE_MOST = 512 * 1024 * 1024


def read_file(path: Path) -> bytes:
    """The content of a regular file (also by a link); raises Problem."""
    try:
        if path.exists() and not path.is_file():
            raise Problem(f"{path} cannot be read: it is no file. Name a file, not a folder or a device.")
        with path.open("rb") as file:
            data = file.read(FILE_MOST + 1)
    except FileNotFoundError as error:
        raise Problem(f"{path} does not exist. Check the name and the folder.") from error
    except OSError as error:
        raise Problem(f"{path} cannot be read ({error.strerror}). Check that it is a file you may open.") from error
    if len(data) > FILE_MOST:
        raise Problem(f"{path} is larger than {FILE_MOST // (1024 * 1024)} MB. Divide it into several files.")
    return data


def lines(rows: Iterable[Sequence[object]]) -> None:
    """Rows for a reader: columns parted by tabs."""
    for row in rows:
        typer.echo("\t".join("" if cell is None else str(cell) for cell in row))


def facts(rows: Iterable[Any]) -> list[dict[str, Any]]:
    """Frozen dataclasses as what JSON holds."""
    return [asdict(row) for row in rows]


def write_bytes(out: Path, content: bytes) -> None:
    try:
        out.write_bytes(content)
    except OSError as error:
        raise Problem(f"{out} cannot be written ({error.strerror}). Choose another place: --out") from error
