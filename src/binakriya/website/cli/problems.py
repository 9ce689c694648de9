"""Bad input on the command line: a sentence for a person on standard error, exit code 2."""

import json

import typer


class Problem(Exception):
    """What is wrong, where, and what to do; raised by commands, printed by `main`."""


def tell(problem: Problem) -> None:
    typer.secho(str(problem), err=True, fg=typer.colors.RED)


def emit(facts: object) -> None:
    """Facts as JSON on standard output (for `--json`)."""
    typer.echo(json.dumps(facts, ensure_ascii=False, indent=2, default=str))
