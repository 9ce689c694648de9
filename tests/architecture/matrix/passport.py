"""Passports: of each product, for whoever sees it."""

from typing import Any

from tests.architecture.matrix.declare import PUBLIC, Page, by_deed, only
from tests.architecture.matrix.products import product
from tests.people import World

from binakriya.accounts.rules import Deed
from binakriya.passport.operations.public import choose_public
from binakriya.passport.rules.public import Shown

# What one's work reaches: the office's own, and the maker's.
SEES = only("administrator", "officer", "leadership", "maker")
BOARD = by_deed(Deed.PASSPORT_READ)
DECIDES = only("administrator", "officer")
CHOOSES = only("administrator", "officer", "maker")


def criterion(world: World) -> dict[str, Any]:
    return product(world) | {"criterion": "price"}


def _opened(world: World) -> dict[str, Any]:
    """A product whose maker has opened its public page."""

    def choose(world: World) -> str:
        made = product(world)["product_id"]
        return choose_public(product_id=made, shown=Shown(photo=True), by=world.actor("maker"), now=world.now)

    return {"code": world.once("passport.public", choose)}


def _qr(world: World) -> dict[str, Any]:
    _opened(world)
    return product(world) | {"kind": "svg"}


def _photo(world: World) -> dict[str, Any]:
    return _opened(world) | {"side": 320, "kind": "jpeg"}


def _sheet(world: World) -> dict[str, Any]:
    return product(world) | {"tongue": "id"}


def _agreed(_world: World) -> dict[str, Any]:
    return {"stages": "on", "agreed_by": "Bu Rumi", "agreed_on": "2018-11-16"}


def _reason(_world: World) -> dict[str, Any]:
    return {"alasan": "Hanya dijual di pameran dinas"}


PAGES: dict[str, Page] = {
    "passport:board": Page(BOARD),
    "passport:board-export": Page(BOARD, methods="POST"),
    "passport:passport": Page(SEES, product),
    "passport:set-apart": Page(DECIDES, criterion, methods="POST", post=_reason),
    "passport:take-back": Page(DECIDES, criterion, methods="POST"),
    "passport:sheet": Page(SEES, _sheet),
    "passport:choice": Page(CHOOSES, product, methods="BOTH", post=_agreed),
    "passport:close": Page(CHOOSES, product, methods="POST"),
    "passport:qr": Page(CHOOSES, _qr),
    "passport:public": Page(PUBLIC, _opened),
    # The matrix's product has no photo: nobody is refused, nothing is found.
    "passport:public-photo": Page(PUBLIC, _photo, missing_is_fine=True),
}
