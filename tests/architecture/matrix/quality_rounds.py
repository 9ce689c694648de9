"""Rounds of assessment: planning them is the office's."""

from typing import Any

from tests.architecture.matrix.declare import Page, by_deed
from tests.people import World
from tests.quality.rounds import make_round

from binakriya.accounts.rules import Deed

READERS = by_deed(Deed.QUALITY_READ)
PLANNERS = by_deed(Deed.QUALITY_PLAN)
DEEDS = ("people", "rubrics", "drop-product", "drop-assessor", "recuse", "lift", "spread", "open", "close", "reopen")


def planned(world: World) -> dict[str, Any]:
    return {"round_id": world.once("quality.planned", lambda w: make_round(w, 2, opened=False))}


PAGES = {
    "quality:rounds": Page(READERS),
    "quality:round-new": Page(PLANNERS, methods="BOTH"),
    "quality:round": Page(PLANNERS, kwargs=planned, office_bound=True),
    "quality:round-change": Page(PLANNERS, kwargs=planned, methods="BOTH", office_bound=True),
    "quality:round-products": Page(PLANNERS, kwargs=planned, methods="BOTH", office_bound=True),
    **{
        f"quality:round-{name}": Page(PLANNERS, kwargs=planned, methods="POST", office_bound=True, missing_is_fine=True)
        for name in DEEDS
    },
}
