"""Products: the office's list, each product's pages, a maker's own."""

import io
from datetime import date
from typing import Any
from uuid import UUID

from PIL import Image
from tests.architecture.matrix.declare import Page, by_deed, only
from tests.people import World
from tests.products.made import make_maker, make_product, measured, own_maker

from binakriya.accounts.rules import Deed
from binakriya.products import operations
from binakriya.products.models import Evidence, Variant
from binakriya.products.rules.evidence import DropTest, Method

# Lists show what one's work reaches. A thing is its office's own, and its maker's: the matrix's product is of an
# enterprise that the maker's account cares for.
READ = by_deed(Deed.PRODUCTS_READ)
LIST = by_deed(Deed.PRODUCTS_LIST)
OWN = by_deed(Deed.OWN_ENTERPRISE)
ADDS = by_deed(Deed.PRODUCTS_WRITE, Deed.OWN_ENTERPRISE)
SEES = only("administrator", "officer", "leadership", "maker")
WRITES = only("administrator", "officer", "maker")
TESTS = only("administrator", "officer")


def _make(world: World) -> UUID:
    return make_product(world, own_maker(world))


def product(world: World) -> dict[str, Any]:
    return {"product_id": world.once("products.product", _make)}


def _variant(world: World) -> UUID:
    made: UUID = operations.add_variant(
        product_id=product(world)["product_id"],
        name="Besar",
        measured=measured(300, 200, 100),
        by=world.actor("officer"),
        now=world.now,
    )
    return made


def variant(world: World) -> dict[str, Any]:
    return product(world) | {"variant_id": world.once("products.variant", _variant)}


def gone_variant(world: World) -> dict[str, Any]:
    found = variant(world)
    if Variant.objects.filter(id=found["variant_id"], removed_at__isnull=True).exists():
        operations.remove_variant(**found, by=world.actor("officer"), now=world.now)
    return found


def _photo(world: World) -> UUID:
    out = io.BytesIO()
    Image.new("RGB", (8, 6)).save(out, "PNG")
    return operations.add_photo(
        product_id=product(world)["product_id"], data=out.getvalue(), by=world.actor("officer"), now=world.now
    )


def photo(world: World) -> dict[str, Any]:
    return product(world) | {"photo_id": world.once("products.photo", _photo)}


def photo_file(world: World) -> dict[str, Any]:
    return photo(world) | {"side": 320, "kind": "webp"}


def _evidence(world: World) -> UUID:
    return operations.add_evidence(
        product_id=product(world)["product_id"],
        method=Method.BRACKET,
        drops=[DropTest(600, False), DropTest(800, True)],
        tested_on=date(2018, 11, 16),
        tested_by="Orang officer",
        by=world.actor("officer"),
        now=world.now,
    )


def evidence(world: World) -> dict[str, Any]:
    made = world.once("products.evidence", _evidence)
    assert Evidence.objects.filter(id=made).exists()
    return product(world) | {"evidence_id": made}


def _list(world: World) -> UUID:
    make_maker(world, "Tembikar Daftar")
    data = b"Pembuat;Produk;Bahan\nTembikar Daftar;Kendi;gerabah\n"
    return operations.add_list(data=data, name="kelas.csv", by=world.actor("officer"), now=world.now)


def product_list(world: World) -> dict[str, Any]:
    return {"list_id": world.once("products.list", _list)}


def _paper(world: World) -> UUID:
    facts = operations.PaperFacts(subject="halal", issuer="LPH Contoh", issued_on=date(2018, 11, 1))
    return operations.add_paper(
        **product(world), facts=facts, data=b"%PDF-1.7 x", by=world.actor("maker"), now=world.now
    )


def paper(world: World) -> dict[str, Any]:
    return product(world) | {"paper_id": world.once("products.paper", _paper)}


PAGES = {
    "products:products": Page(READ),
    "products:export": Page(LIST, methods="POST", post=lambda world: {"bentuk": "csv"}),
    "products:lists": Page(LIST, methods="BOTH"),
    "products:list-template": Page(LIST),
    "products:list": Page(LIST, kwargs=product_list, office_bound=True),
    "products:list-write": Page(LIST, kwargs=product_list, methods="POST", office_bound=True),
    "products:list-undo": Page(LIST, kwargs=product_list, methods="POST", office_bound=True),
    "products:list-discard": Page(LIST, kwargs=product_list, methods="POST", office_bound=True),
    "products:new": Page(ADDS, methods="BOTH"),
    "products:own": Page(OWN),
    "products:product": Page(SEES, kwargs=product, office_bound=True),
    "products:edit": Page(WRITES, kwargs=product, methods="BOTH", office_bound=True),
    "products:archive": Page(WRITES, kwargs=product, methods="POST", office_bound=True),
    "products:restore": Page(WRITES, kwargs=product, methods="POST", office_bound=True),
    "products:variant-add": Page(WRITES, kwargs=product, methods="BOTH", office_bound=True),
    "products:variant": Page(WRITES, kwargs=variant, methods="BOTH", office_bound=True),
    "products:measure": Page(WRITES, kwargs=variant, methods="BOTH", office_bound=True),
    "products:variant-remove": Page(WRITES, kwargs=variant, methods="POST", office_bound=True),
    "products:variant-restore": Page(WRITES, kwargs=gone_variant, methods="POST", office_bound=True),
    "products:photos": Page(WRITES, kwargs=product, methods="BOTH", office_bound=True),
    "products:photo-text": Page(WRITES, kwargs=photo, methods="BOTH", office_bound=True),
    "products:photo": Page(SEES, kwargs=photo_file, office_bound=True),
    "products:photo-arrange": Page(
        WRITES, kwargs=photo, methods="POST", office_bound=True, post=lambda world: {"deed": "cover"}
    ),
    "products:photo-restore": Page(WRITES, kwargs=photo, methods="POST", office_bound=True),
    "products:particulars": Page(WRITES, kwargs=product, methods="BOTH", office_bound=True),
    "products:duties": Page(SEES, kwargs=product, office_bound=True),
    "products:papers": Page(READ),
    "products:papers-of": Page(SEES, kwargs=product, office_bound=True),
    "products:paper-add": Page(WRITES, kwargs=product, methods="BOTH", office_bound=True),
    "products:paper-file": Page(SEES, kwargs=paper, office_bound=True),
    "products:paper-check": Page(TESTS, kwargs=paper, methods="POST", office_bound=True),
    "products:paper-remove": Page(WRITES, kwargs=paper, methods="POST", office_bound=True),
    "products:paper-restore": Page(WRITES, kwargs=paper, methods="POST", office_bound=True),
    "products:evidence": Page(TESTS, kwargs=product, methods="BOTH", office_bound=True),
    "products:evidence-remove": Page(TESTS, kwargs=evidence, methods="POST", office_bound=True),
    "products:evidence-restore": Page(TESTS, kwargs=evidence, methods="POST", office_bound=True),
}
