"""Packaging: the list, choosing a pack, one version with its states, files and sheets."""

from typing import Any
from uuid import UUID

from tests.architecture.matrix.declare import Page, by_deed, only
from tests.architecture.matrix.products import product
from tests.packaging.made import (
    make_batch,
    make_board,
    make_calibration,
    make_checked,
    make_curve,
    make_offer,
    make_stock_box,
    make_version,
)
from tests.people import World

from binakriya.accounts.rules import Deed

# What one's work reaches: the product is its office's own, and of an enterprise that the maker's account cares for.
LIST = by_deed(Deed.PACKAGING_READ, Deed.OWN_ENTERPRISE)
SEES = only("administrator", "officer", "leadership", "maker")
WRITES = only("administrator", "officer")
WRITERS = by_deed(Deed.PACKAGING_WRITE)
READERS = by_deed(Deed.PACKAGING_READ)
STOCK = by_deed(Deed.PACKAGING_STOCK)


def _one(world: World) -> UUID:
    return make_version(world, product(world)["product_id"])


def _other(world: World) -> UUID:
    return make_version(world, product(world)["product_id"], "export")


def version(world: World) -> dict[str, Any]:
    return {"version_id": world.once("packaging.version", _one)}


def drawing(world: World) -> dict[str, Any]:
    return version(world) | {"kind": "svg"}


def sheet(world: World) -> dict[str, Any]:
    return version(world) | {"kind": "pembuat", "tongue": "en"}


def batch(world: World) -> dict[str, Any]:
    return {"batch_id": world.once("packaging.batch", lambda w: make_batch(w, product(w)["product_id"]))}


def board(world: World) -> UUID:
    return world.once("packaging.board", make_board)


def stock_box(world: World) -> UUID:
    return world.once("packaging.stock_box", lambda w: make_stock_box(w, board(w)))


def offer(world: World) -> UUID:
    return world.once("packaging.offer", make_offer)


def calibration(world: World) -> UUID:
    return world.once("packaging.calibration", make_calibration)


def curve(world: World) -> UUID:
    return world.once("packaging.curve", make_curve)


def fresh(world: World) -> dict[str, Any]:
    return {"version_id": make_version(world, product(world)["product_id"])}


def checked(world: World) -> dict[str, Any]:
    return {"version_id": make_checked(world, product_id=product(world)["product_id"])}


PAGES: dict[str, Page] = {
    "packaging:specifications": Page(LIST),
    "packaging:export": Page(by_deed(Deed.PACKAGING_READ), None, "POST", post=lambda world: {"bentuk": "csv"}),
    "packaging:check-many": Page(by_deed(Deed.PACKAGING_CHECK), None, "POST"),
    "packaging:batches": Page(WRITERS),
    "packaging:batch-from-measured": Page(WRITERS, None, "POST"),
    "packaging:batch-from-file": Page(by_deed(Deed.PRODUCTS_LIST), None, "POST"),
    "packaging:batch": Page(WRITES, batch, office_bound=True),
    "packaging:batch-progress": Page(WRITES, batch, office_bound=True),
    "packaging:batch-start": Page(WRITES, batch, "POST", office_bound=True),
    "packaging:batch-stop": Page(WRITES, batch, "POST", office_bound=True),
    "packaging:batch-undo": Page(WRITES, batch, "POST", office_bound=True),
    "packaging:batch-discard": Page(WRITES, batch, "POST", office_bound=True),
    "packaging:batch-summary": Page(WRITES, batch, office_bound=True),
    "packaging:batch-make-bundle": Page(WRITES, batch, "POST", office_bound=True),
    "packaging:batch-bundle": Page(WRITES, batch, office_bound=True),
    "packaging:boards": Page(READERS),
    "packaging:boards-take": Page(STOCK, None, "POST"),
    "packaging:boards-drop": Page(STOCK, None, "POST"),
    "packaging:board-new": Page(STOCK, None, "BOTH"),
    "packaging:board": Page(STOCK, lambda world: {"board_id": board(world)}, "BOTH", office_bound=True),
    "packaging:board-remove": Page(STOCK, lambda world: {"row_id": board(world)}, "POST", office_bound=True),
    "packaging:boxes": Page(READERS),
    "packaging:box-new": Page(STOCK, None, "BOTH"),
    "packaging:box": Page(STOCK, lambda world: {"stock_box_id": stock_box(world)}, "BOTH", office_bound=True),
    "packaging:box-remove": Page(STOCK, lambda world: {"row_id": stock_box(world)}, "POST", office_bound=True),
    "packaging:offers": Page(READERS),
    "packaging:offer-new": Page(STOCK, None, "BOTH"),
    "packaging:offer": Page(STOCK, lambda world: {"offer_id": offer(world)}, "BOTH", office_bound=True),
    "packaging:offer-remove": Page(STOCK, lambda world: {"row_id": offer(world)}, "POST", office_bound=True),
    "packaging:values": Page(READERS),
    "packaging:value": Page(READERS, lambda world: {"code": "material_g.ceramic"}),
    "packaging:value-back": Page(STOCK, lambda world: {"row_id": calibration(world)}, "POST", office_bound=True),
    "packaging:drops": Page(STOCK, lambda world: {"material": "ceramic"}, "BOTH"),
    "packaging:curves": Page(READERS),
    "packaging:curve": Page(STOCK, lambda world: {"cushion": "epe"}, "BOTH"),
    "packaging:curve-remove": Page(STOCK, lambda world: {"row_id": curve(world)}, "POST", office_bound=True),
    "packaging:stock-export": Page(READERS, lambda world: {"table": "karton", "kind": "csv"}),
    "packaging:stock-take-in": Page(STOCK, lambda world: {"table": "karton"}, "BOTH"),
    "packaging:renew": Page(WRITES, version, "POST", office_bound=True),
    "packaging:version": Page(SEES, version, office_bound=True),
    "packaging:check": Page(only(), fresh, "POST"),
    "packaging:adopt": Page(WRITES, checked, "POST", office_bound=True),
    "packaging:withdraw": Page(WRITES, fresh, "POST", office_bound=True, post=lambda world: {"reason": "Ukuran salah"}),
    "packaging:drawing": Page(SEES, drawing, office_bound=True),
    "packaging:content": Page(SEES, version, office_bound=True),
    "packaging:maker-sheet": Page(SEES, version, office_bound=True),
    "packaging:printer-sheet": Page(SEES, version, office_bound=True),
    "packaging:sheet": Page(SEES, sheet, office_bound=True),
    "packaging:compare": Page(LIST, missing_is_fine=True),
}
