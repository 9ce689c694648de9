"""Labels of products: the page, what is kept, their files."""

from typing import Any
from uuid import UUID

from tests.architecture.matrix.declare import Page, only
from tests.architecture.matrix.products import product
from tests.packaging.labelled import final_label, make_label
from tests.people import World

SEES = only("administrator", "officer", "leadership", "maker")
WRITES = only("administrator", "officer", "maker")
QUERY = "isi=1&tujuan=ID&ukuran=hang-tag-60x110"


def label(world: World) -> dict[str, Any]:
    def one(w: World) -> UUID:
        return make_label(w, product(w)["product_id"])

    return {"label_id": world.once("packaging.label", one)}


def draft(world: World) -> dict[str, Any]:
    return {"label_id": make_label(world, product(world)["product_id"])}


def done(world: World) -> dict[str, Any]:
    return {"label_id": final_label(world, product(world)["product_id"])}


PAGES: dict[str, Page] = {
    "packaging:label": Page(SEES, product, office_bound=True),
    "packaging:label-drawing": Page(SEES, lambda w: product(w) | {"kind": "pdf"}, office_bound=True, query=QUERY),
    "packaging:label-save": Page(
        WRITES,
        product,
        "POST",
        office_bound=True,
        post=lambda w: {"isi": "1", "tujuan": "ID", "ukuran": "hang-tag-60x110"},
    ),
    "packaging:label-version": Page(SEES, label, office_bound=True),
    "packaging:label-file": Page(SEES, lambda w: label(w) | {"kind": "a4"}, office_bound=True),
    "packaging:label-finish": Page(WRITES, draft, "POST", office_bound=True),
    "packaging:label-withdraw": Page(
        WRITES, done, "POST", office_bound=True, post=lambda w: {"reason": "Salah alamat"}
    ),
}
