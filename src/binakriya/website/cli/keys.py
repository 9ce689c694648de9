"""Keys of the encrypted fields: `binakriya keys …`."""

from dataclasses import asdict
from typing import Annotated

import typer
from django.conf import settings
from django.utils import timezone

from binakriya.accounts.rules import machine
from binakriya.foundation.encryption import current_key_name, key_names, new_key
from binakriya.foundation.operations import rotate_keys
from binakriya.foundation.queries import key_status
from binakriya.website.cli.problems import Problem, emit

app = typer.Typer(help="Keys of the encrypted fields: status, rotation, a new key.", no_args_is_help=True)
Json = Annotated[bool, typer.Option("--json", help="Print the facts as JSON.")]


@app.command()
def status(as_json: Json = False) -> None:
    """Which fields are encrypted, how many values they hold, and how many wait for the rotation."""
    lines = key_status()
    if as_json:
        emit({"current": current_key_name(), "known": list(key_names()), "fields": [asdict(line) for line in lines]})
        return
    typer.echo(f"Writing key: {current_key_name()}; {len(key_names())} configured.")
    for line in lines:
        typer.echo(f"{line.field}: {line.values} values, {line.stale} to rotate, {line.unreadable} unreadable")


@app.command()
def rotate(
    batch: Annotated[int, typer.Option(help="Values a transaction.", min=1, max=5000)] = 200,
    as_json: Json = False,
) -> None:
    """Write every encrypted value anew with the first key of FIELD_KEYS. May be broken off and repeated."""
    done = rotate_keys(by=machine("shell"), now=timezone.now(), batch=batch)
    unreadable = sum(r.unreadable for r in done)
    if as_json:
        emit(
            {
                "key": current_key_name(),
                "rewritten": sum(r.rewritten for r in done),
                "unreadable": unreadable,
                "fields": [asdict(r) for r in done],
            }
        )
    else:
        for r in done:
            typer.echo(f"{r.field}: {r.rewritten} written anew, {r.unreadable} unreadable")
        typer.echo(f"Writing key: {current_key_name()}. {sum(r.rewritten for r in done)} values written anew.")
    if unreadable:
        raise Problem(
            f"{unreadable} values open with none of the {len(settings.FIELD_KEYS)} configured keys and were left as "
            "they are. Put the older key back at the end of FIELD_KEYS, then run this again."
        )


@app.command()
def new() -> None:
    """Print a fresh key. Put it first in FIELD_KEYS, keep the older ones behind it, restart, then rotate."""
    typer.echo(new_key())
