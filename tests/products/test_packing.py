"""What the room above gets: one variant with all that the protection engine asks."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.people import World
from tests.products.made import make_maker, make_product, measured, own_maker

from binakriya.accounts.rules import NotAllowed
from binakriya.engines.protection import USUAL_JOURNEYS, protect
from binakriya.products import operations
from binakriya.products.queries import product_for_packing, products_for_packing
from binakriya.products.rules.facts import ProductFacts
from binakriya.registry.operations.merging import merge, undo_merge


def test_a_measured_product_goes_straight_into_the_engine(world: World) -> None:
    found = product_for_packing(product_id=make_product(world), by=world.actor("officer"))
    assert found and not found.missing and found.material == "ceramic" and found.maker == "Gerabah Serpong"
    product = found.product()
    assert product and product.size_mm == (220, 140, 90) and product.mass_kg == 0.85
    assert protect(product, USUAL_JOURNEYS["courier"]).board


def test_what_is_missing_is_named_and_no_product_is_made_up(world: World) -> None:
    made = make_product(world, material="kulit telur", measured=None)
    found = product_for_packing(product_id=made, by=world.actor("officer"))
    assert found and found.missing == ("size", "mass", "material") and found.product() is None
    weighed_later = make_product(world, name="Piring", measured=measured(mass=None))
    found = product_for_packing(product_id=weighed_later, by=world.actor("officer"))
    assert found and found.missing == ("mass",) and found.product() is None


def test_each_variant_is_one(world: World) -> None:
    made = make_product(world)
    big = operations.add_variant(
        product_id=made, name="Besar", measured=measured(300, 200, 150, 1500), by=world.actor("officer"), now=world.now
    )
    found = product_for_packing(variant_id=big, by=world.actor("officer"))
    assert found and found.title == "Vas bunga, Besar" and found.mass_g == Decimal(1500)
    assert [one.variant for one in products_for_packing(maker_id=found.maker_id, by=world.actor("officer"))] == [
        "",
        "Besar",
    ]
    operations.remove_variant(product_id=made, variant_id=big, by=world.actor("officer"), now=world.now)
    assert product_for_packing(variant_id=big, by=world.actor("officer")) is None


def test_other_offices_products_do_not_exist(world: World) -> None:
    made = make_product(world)
    assert product_for_packing(product_id=made, by=world.actor("other_officer")) is None
    assert product_for_packing(product_id=made, by=world.actor("maker")) is None
    assert products_for_packing(by=world.actor("other_officer")) == []
    with pytest.raises(NotAllowed):
        products_for_packing(by=world.actor("visitor"))


def test_a_maker_reaches_the_own_products_alone(world: World) -> None:
    make_product(world)
    own = own_maker(world)
    mine = operations.add_product(
        maker_id=own, facts=ProductFacts("Tas pandan", "pandan"), by=world.actor("maker"), now=world.now
    )
    assert [one.product_id for one in products_for_packing(by=world.actor("maker"))] == [mine]


def test_many_products_cost_as_many_reads_as_two(world: World) -> None:
    maker = make_maker(world, "Banyak")
    counts = []
    for number in (2, 12):
        while len(products_for_packing(maker_id=maker, by=world.actor("officer"))) < number:
            make_product(world, maker, f"Produk {len(products_for_packing(maker_id=maker, by=world.actor('officer')))}")
        by = world.actor("officer")
        with CaptureQueriesContext(connection) as seen:
            assert len(products_for_packing(maker_id=maker, by=by)) == number
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_products_follow_their_maker_through_a_merge_and_back(world: World) -> None:
    kept, gone = make_maker(world, "Rotan Jaya"), make_maker(world, "CV Rotan Jaya")
    make_product(world, kept, "Kursi rotan", "rotan")
    moved = make_product(world, gone, "Keranjang rotan", "rotan")
    done = merge(kept_id=kept, gone_id=gone, picks={}, by=world.actor("officer"), now=world.now)
    assert {one.name for one in products_for_packing(maker_id=kept, by=world.actor("officer"))} == {
        "Kursi rotan",
        "Keranjang rotan",
    }
    later = make_product(world, gone, "Meja rotan", "rotan")
    found = product_for_packing(product_id=later, by=world.actor("officer"))
    assert found and found.maker_id == kept, "what is added under the gone name belongs to the kept one"
    undo_merge(merge_id=done, by=world.actor("officer"), now=world.now + timedelta(minutes=1))
    assert [one.product_id for one in products_for_packing(maker_id=gone, by=world.actor("officer"))] == [moved]
    assert len(products_for_packing(maker_id=kept, by=world.actor("officer"))) == 2
