"""Passports: of each product, for whoever sees it."""

from typing import Any

from tests.architecture.matrix.declare import Page, only
from tests.architecture.matrix.products import product
from tests.people import World

# What one's work reaches: the office's own, and the maker's.
SEES = only("administrator", "officer", "leadership", "maker")
DECIDES = only("administrator", "officer")


def criterion(world: World) -> dict[str, Any]:
    return product(world) | {"criterion": "price"}


def _reason(_world: World) -> dict[str, Any]:
    return {"alasan": "Hanya dijual di pameran dinas"}


PAGES: dict[str, Page] = {
    "passport:passport": Page(SEES, product),
    "passport:set-apart": Page(DECIDES, criterion, methods="POST", post=_reason),
    "passport:take-back": Page(DECIDES, criterion, methods="POST"),
}
