"""Play the reference event."""

from typing import Annotated

import typer
from django.conf import settings

from binakriya.website.cli.problems import Problem, emit
from binakriya.website.demo.play import play


def demo(json: Annotated[bool, typer.Option("--json", help="Print the account as JSON.")] = False) -> None:
    """Play the event of 16 November 2018: three lists, one registry, an activity, certificates, report. Repeatable."""
    if not settings.DEMO:
        raise Problem("The demo makes people who sign in without a password, so it is off here. Set BINAKRIYA_DEMO=1.")
    done = play()
    if json:
        emit(done.as_json())
        return
    r, t = done.registry, done.training
    typer.echo("The reference event of 16 November 2018 has been played (participants are made up):")
    typer.echo(f"  lists       {r.rows} rows read from three lists")
    typer.echo(
        f"  registry    {r.enterprises} enterprises after {r.merged} merges; {r.missed} pairs the search had missed"
    )
    typer.echo(f"  pairs       {r.same_owner} of one owner with two businesses, {r.not_same} not the same")
    typer.echo("              (the evaluator's truth file stood in for the officer)")
    typer.echo(f"  activity    {t.invited} associations invited, {t.registered} with a seat, {t.waiting} waiting")
    typer.echo(f"  attendance  {t.attended} attended, {t.certificates} certificates")
    p = done.packs
    typer.echo(f"  products    {done.products} measured in class (sizes and masses are made up)")
    typer.echo(f"  packs       {p.specified} specified, of these {p.checked} checked and {p.adopted} adopted")
    a = done.assessed
    typer.echo(
        f"  assessed    {a.products} products by three assessors, {a.again} again later, {a.open} open to be tried"
    )
    s = done.passports
    typer.echo(f"  passports   {s.before} criteria met before the class, {s.after} after, {s.later} three months later")
    typer.echo(f"  documents   {len(done.files)} files in {done.out}")
