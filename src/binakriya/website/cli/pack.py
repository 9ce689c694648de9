"""From a measured product to a pack: `binakriya pack …`. Needs no database."""

import json
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from binakriya.engines.protection import USUAL_JOURNEYS, InputError, MissingValueError
from binakriya.packaging.rules.reading import (
    InputRefusedError,
    read_carriers,
    read_journey,
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
from binakriya.website.cli.problems import Problem, emit
from binakriya.website.cli.shared import AsJson, write_bytes

app = typer.Typer(
    help="A measured product → alternatives of packs with a calculation sheet: --size, --mass, --material, --journey.",
    invoke_without_command=True,
)

Journey = Annotated[str, typer.Option(help=f"The way to the buyer: {', '.join(USUAL_JOURNEYS)}.")]
Purpose = Annotated[str, typer.Option(help=f"What the box is for: {', '.join(PURPOSES)}.")]
Quantity = Annotated[str, typer.Option(help="How many boxes are wanted.")]
NONE_HOLDS = 1
"""Exit code when no pack of the boards at hand holds: nothing was wrong with the input."""


def refused(error: InputRefusedError | InputError | MissingValueError) -> Problem:
    """What cannot be, as a sentence: field, rule, way out."""
    told = error if isinstance(error, InputRefusedError) else InputRefusedError.of(error)
    return Problem(told.text("en"))


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
    carrier: Annotated[str, typer.Option(help="Name of a carrier [all that are known].")] = "",
    eu: Annotated[bool, typer.Option("--eu", help="Judge the empty space as the EU will.")] = False,
    choose: Annotated[int, typer.Option(help="Which alternative the files are for, 1 is the recommended.")] = 1,
    out: Annotated[
        list[Path] | None, typer.Option(help="File to write, by its ending: .json the specification; may be repeated.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Alternatives for one product, each with reasons, calculation and what decides."""
    if context.invoked_subcommand is not None:
        return
    try:
        request = Request(
            product=read_product(size, mass, material, form=form, shape=shape),
            journey=read_journey(journey),
            quantity=read_quantity(quantity),
            purpose=read_purpose(purpose),
            carriers=read_carriers(carrier),
            to_eu=eu,
            on=date.today(),
        )
        found = recommend(request)
    except (InputRefusedError, InputError, MissingValueError) as error:
        raise refused(error) from error
    if found.alternatives and not 1 <= choose <= len(found.alternatives):
        raise Problem(f"There are {len(found.alternatives)} alternatives. Name one of them: --choose")
    if found.alternatives:
        for path in out or ():
            _write(path, found, choose - 1)
    if as_json:
        emit(as_object(found))
    else:
        _tell(found)
    if not found.alternatives:
        raise typer.Exit(NONE_HOLDS)


def as_object(found: Recommendation) -> dict[str, Any]:
    """The whole answer: `alternatives`, and `steps` of the recommended one."""
    alternatives = [_alternative(with_deciding(found.request, a), found) for a in found.alternatives]
    head = specification(found).content if found.alternatives else {}
    kept = ("schema", "versions", "product", "journey", "quantity", "purpose", "fragility", "drop_mm")
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


def _write(path: Path, found: Recommendation, chosen: int) -> None:
    made = specification(found, chosen).content
    if path.suffix == ".json":
        write_bytes(path, (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode())
        return
    raise Problem(f"{path}: a file of that kind is not made. End it with .json: --out")
