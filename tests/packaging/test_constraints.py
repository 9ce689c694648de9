"""What must hold is held by the database, on SQLite and PostgreSQL alike."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import IntegrityError, models, transaction
from tests.packaging.made import make_adopted, make_batch, make_version, the_product
from tests.people import World
from tests.products.made import make_product

from binakriya.packaging.models import (
    Batch,
    BatchItem,
    Board,
    Calibrated,
    Curve,
    Offer,
    Specification,
    StockBox,
    Version,
)

DAY = date(2018, 11, 2)
MOMENT = datetime(2018, 11, 2, 3, 0, tzinfo=UTC)
BOARD = {"code": "E", "flute": "E", "caliper_mm": 1.6, "grammage": 350.0, "source": "CV A"}
OFFER = {"supplier": "CV A", "dated": DAY, "board_code": "E", "breaks": [[1, 9000]]}
VALUE = {"code": "material_g.ceramic", "value": 70.0, "why": "Uji", "by_label": "Orang"}
BOX = {"code": "K", "name": "Kotak", "length_mm": 300.0, "breadth_mm": 200.0, "height_mm": 150.0}
CURVE = {
    "cushion": "epe",
    "name": "EPE 25",
    "a_kpa": 40.0,
    "b_per_kpa": 0.03,
    "r2": 0.99,
    "source": "B4T",
    "measured_on": DAY,
    "added_by": "Orang",
}
BROKEN: list[tuple[str, type[models.Model], dict[str, Any]]] = [
    ("pack_board_has_code", Board, {"code": ""}),
    ("pack_board_has_source", Board, {"source": ""}),
    ("pack_board_flute", Board, {"flute": "Z"}),
    ("pack_board_caliper", Board, {"caliper_mm": 0.1}),
    ("pack_board_grammage", Board, {"grammage": 10}),
    ("pack_board_ect", Board, {"ect_n_per_mm": 99}),
    ("pack_board_stiffness_both", Board, {"dx_nm": 5}),
    ("pack_board_burst", Board, {"burst_kpa": 5}),
    ("stock_box_counted_on", StockBox, {"on_hand": 5}),
    ("pack_curve_said_by", Curve, {"source": ""}),
    ("pack_curve_rises", Curve, {"b_per_kpa": 0}),
    ("stock_box_has_name", StockBox, {"name": ""}),
    ("stock_box_length", StockBox, {"length_mm": 5}),
    ("stock_box_breadth", StockBox, {"breadth_mm": 4000}),
    ("stock_box_height", StockBox, {"height_mm": 0}),
    ("stock_box_price_said_by", StockBox, {"price": 5000}),
    ("offer_said_by", Offer, {"supplier": ""}),
    ("offer_sold_by", Offer, {"sold_by": "kilo"}),
    ("offer_valid_after", Offer, {"valid_until": date(2018, 11, 1)}),
    ("calibrated_said_by", Calibrated, {"why": ""}),
    ("calibrated_in_range", Calibrated, {"low": 80, "high": 90}),
]
TWICE: list[tuple[str, type[models.Model]]] = [
    ("pack_board_code_once", Board),
    ("stock_box_code_once", StockBox),
    ("offer_once_a_day", Offer),
    ("calibrated_once", Calibrated),
    ("pack_curve_once", Curve),
]
VERSION: list[tuple[str, dict[str, Any]]] = [
    ("pack_version_from_one", {"number": 0}),
    ("pack_version_state", {"state": "lost"}),
    ("pack_version_mass", {"gross_kg": 0}),
    ("pack_version_made_by", {"made_by": ""}),
    ("pack_version_checked_by", {"state": "checked"}),
    ("pack_version_adopted_by", {"state": "adopted", "checked_by": "Orang", "checked_at": MOMENT}),
    ("pack_version_withdrawn_why", {"state": "withdrawn"}),
]


def refused(deed: Callable[[], Any], name: str) -> None:
    """By the check of this name, and no other."""
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        deed()


def build(model: type[models.Model], world: World, **more: Any) -> models.Model:
    given: dict[type[models.Model], dict[str, Any]] = {
        Board: BOARD,
        StockBox: BOX,
        Offer: OFFER,
        Calibrated: VALUE,
        Curve: CURVE,
    }
    moment = {"at": world.now} if model is Calibrated else {"added_at": world.now}
    values = {**given[model], **moment, **more, "office_id": world.office_id}
    if model is StockBox:
        values["board"] = world.once("board", lambda w: build(Board, w))
    made: models.Model = model._default_manager.create(**values)
    return made


@pytest.mark.parametrize(("name", "model", "broken"), BROKEN, ids=[n for n, *_ in BROKEN])
def test_stock(world: World, name: str, model: type[models.Model], broken: dict[str, Any]) -> None:
    assert name in {c.name for c in model._meta.constraints}
    refused(lambda: build(model, world, **broken), name)


@pytest.mark.parametrize(("name", "model"), TWICE, ids=[n for n, _ in TWICE])
def test_once_unless_removed(world: World, name: str, model: type[models.Model]) -> None:
    assert name in {c.name for c in model._meta.constraints}
    build(model, world, removed_at=world.now)
    build(model, world)
    with pytest.raises(IntegrityError), transaction.atomic():
        build(model, world)


@pytest.mark.parametrize(("name", "broken"), VERSION, ids=[n for n, _ in VERSION])
def test_versions(world: World, name: str, broken: dict[str, Any]) -> None:
    assert name in {c.name for c in Version._meta.constraints}
    made = make_version(world)
    refused(lambda: Version.objects.filter(id=made).update(**broken), name)


def test_one_adopted_version_and_each_number_once(world: World) -> None:
    adopted = Version.objects.get(id=make_adopted(world))
    other = Version.objects.get(id=make_version(world))
    signed = {"checked_at": world.now, "checked_by": "O", "adopted_at": world.now, "adopted_by": "O"}
    with pytest.raises(IntegrityError), transaction.atomic():  # pack_version_adopted_once
        Version.objects.filter(id=other.id).update(state="adopted", **signed)
    with pytest.raises(IntegrityError), transaction.atomic():  # pack_version_once
        Version.objects.filter(id=other.id).update(number=adopted.number)
    Version.objects.filter(id=other.id).update(nonce="x")
    with pytest.raises(IntegrityError), transaction.atomic():  # pack_version_nonce_once
        Version.objects.filter(id=adopted.id).update(nonce="x")


def test_a_specification_a_variant_and_journey(world: World) -> None:
    first = Version.objects.get(id=make_version(world)).specification
    second = Version.objects.get(id=make_version(world, journey="export")).specification
    with pytest.raises(IntegrityError), transaction.atomic():  # specification_variant_journey_once
        Specification.objects.filter(id=second.id).update(journey=first.journey)
    with pytest.raises(IntegrityError), transaction.atomic():  # specification_has_title
        Specification.objects.filter(id=first.id).update(title="")


@pytest.mark.parametrize(
    ("name", "model", "broken"),
    [
        ("pack_batch_state", Batch, {"state": "lost"}),
        ("pack_batch_undone_why", Batch, {"state": "undoing"}),
        ("pack_batch_has_name", Batch, {"name": ""}),
        ("pack_batch_quantity", Batch, {"quantity": 0}),
        ("pack_batch_archive_at", Batch, {"archive": "x.zip"}),
        ("pack_batch_item_state", BatchItem, {"state": "lost"}),
        ("pack_batch_item_made", BatchItem, {"state": "made"}),
    ],
)
def test_batches(world: World, name: str, model: type[models.Model], broken: dict[str, Any]) -> None:
    assert name in {c.name for c in model._meta.constraints}
    make_batch(world)
    refused(lambda: model._default_manager.update(**broken), name)


def test_one_batch_a_form_and_one_line_a_variant(world: World) -> None:
    batch = Batch.objects.get(id=make_batch(world, nonce="x"))
    with pytest.raises(IntegrityError), transaction.atomic():
        Batch.objects.create(
            name="Lagi",
            journey="courier",
            purpose="shipping",
            quantity=1,
            asked_by="Orang",
            asked_by_id=batch.asked_by_id,
            nonce=batch.nonce,
            touched_at=world.now,
            asked_at=world.now,
        )
    product = the_product(world)
    other = the_product(world, make_product(world, name="Lain"))
    # SQLite names the columns of a unique constraint, PostgreSQL the constraint.
    for place, one, name in (
        (2, product, r"pack_batch_variant_once|batch_id, packaging_batchitem\.variant_id"),
        (1, other, r"pack_batch_position_once|batch_id, packaging_batchitem\.position"),
    ):
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            BatchItem.objects.create(
                batch=batch, position=place, product_id=one.product_id, variant_id=one.variant_id, title="Lagi"
            )
