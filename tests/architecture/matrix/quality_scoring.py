"""Scoring: an assessor's own products."""

from typing import Any
from uuid import uuid4

from tests.architecture.matrix.declare import Page, by_deed, only
from tests.people import World
from tests.quality.rounds import given, make_round

from binakriya.accounts.rules import Deed

ASSESSES = by_deed(Deed.QUALITY_ASSESS)
# The thing is given to one person alone.
ITS = only("curator")


def assignment(world: World) -> dict[str, Any]:
    round_id = world.once("quality.round", make_round)
    return {"assignment_id": given(world, round_id, "curator")[0].id}


PAGES = {
    "quality:tasks": Page(ASSESSES),
    "quality:scoring": Page(ITS, kwargs=assignment, methods="BOTH"),
    "quality:scoring-reopen": Page(ITS, kwargs=assignment, methods="POST"),
    "quality:scoring-settle": Page(ITS, kwargs=assignment, methods="POST"),
    "quality:scoring-photo": Page(
        ITS,
        kwargs=lambda world: assignment(world) | {"photo_id": uuid4(), "side": 800, "kind": "jpeg"},
        missing_is_fine=True,
    ),
}
