"""Bad input on the command line: a sentence for a person on standard error, exit code 2; with `--json` also an object
on standard output, so that what calls the command need not read sentences."""

import json
import sys

import typer


class Problem(Exception):
    """What is wrong, where, and what to do; raised by commands, printed by `main`. `field` (what was given), `rule` (a
    stable key), `says` and `way_out` where the command knows them apart."""

    def __init__(self, message: str, *, field: str = "", rule: str = "", says: str = "", way_out: str = "") -> None:
        super().__init__(message)
        self.parts = {"field": field, "rule": rule, "says": says, "way_out": way_out}

    def to_json(self) -> dict[str, object]:
        """`error` with its message and the parts that are known."""
        return {"error": {"message": str(self), **{key: part for key, part in self.parts.items() if part}}}


def tell(problem: Problem) -> None:
    typer.secho(str(problem), err=True, fg=typer.colors.RED)
    if wants_json():
        emit(problem.to_json())


def wants_json() -> bool:
    """Whether the command that was called was asked for JSON."""
    return "--json" in sys.argv


def emit(facts: object) -> None:
    """Facts as JSON on standard output (for `--json`)."""
    typer.echo(json.dumps(facts, ensure_ascii=False, indent=2, default=str))
