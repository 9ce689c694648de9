"""Specifications for the tests of the room, made by the software's own operations."""

from datetime import date
from typing import Any
from uuid import UUID

from tests.people import World
from tests.products.made import make_product

from binakriya.engines.protection import USUAL_JOURNEYS, BoardGrade, CurvePoint
from binakriya.packaging import operations
from binakriya.packaging.queries import request_for
from binakriya.packaging.rules.recommend import recommend
from binakriya.packaging.rules.specification import Specification, specification
from binakriya.products.queries import ProductForPacking, product_for_packing


def the_product(world: World, product_id: UUID | None = None) -> ProductForPacking:
    found = product_for_packing(product_id=product_id or world.once("packaging.product", make_product), by=world.system)
    assert found is not None
    return found


def content_of(world: World, product: ProductForPacking, journey: str = "courier") -> Specification:
    asked = product.product()
    assert asked is not None
    request = request_for(
        office_id=product.office_id, product=asked, journey=USUAL_JOURNEYS[journey], on=world.now.date()
    )
    return specification(recommend(request, deciding=False), name=product.title)


def make_version(world: World, product_id: UUID | None = None, journey: str = "courier", **more: Any) -> UUID:
    product = the_product(world, product_id)
    return operations.save_version(
        variant_id=product.variant_id,
        journey=journey,
        content=more.pop("content", None) or content_of(world, product, journey),
        by=more.pop("by", world.actor("officer")),
        now=more.pop("now", world.now),
        **more,
    )


def make_checked(world: World, **more: Any) -> UUID:
    made = make_version(world, **more)
    operations.check_version(version_id=made, by=world.system, now=world.now)
    return made


def make_adopted(world: World, **more: Any) -> UUID:
    made = make_checked(world, **more)
    operations.adopt_version(version_id=made, by=world.actor("officer"), now=world.now)
    return made


def make_batch(world: World, *product_ids: UUID, run: bool = False, **more: Any) -> UUID:
    """A batch of these products, looked at; with `run`, worked through at once."""
    by = more.pop("by", world.actor("officer"))
    ids = product_ids or (the_product(world).product_id,)
    made = operations.draft_batch(name="Kelas uji", product_ids=ids, by=by, now=world.now, **more)
    if run:
        runner = operations.start_batch(batch_id=made, by=by, now=world.now)
        operations.run_batch(batch_id=made, runner=runner, by=by, now=world.now)
    return made


OWN_BOARD = BoardGrade("BF 440", "B", 2.9, 440, 6.1, source="Lembar data PT Karton, 2018")
CURVE = tuple(CurvePoint(g, kpa, 600, 50) for g, kpa in ((55.6, 1), (38.7, 2), (35.9, 3), (37.4, 4), (41.7, 5)))
DAY = date(2018, 11, 2)


def _of(world: World) -> dict[str, Any]:
    return {"office_id": world.office_id, "by": world.actor("officer"), "now": world.now}


def make_board(world: World) -> UUID:
    return operations.add_board(grade=OWN_BOARD, **_of(world))


def make_stock_box(world: World, board_id: UUID) -> UUID:
    return operations.add_stock_box(box=operations.BoxSaid("K1", "Kotak", (300, 200, 150), board_id), **_of(world))


def make_offer(world: World) -> UUID:
    return operations.add_offer(offer=operations.OfferSaid("CV Jaya", DAY, "BF 440", ((1, 4900),)), **_of(world))


def make_calibration(world: World) -> UUID:
    return operations.calibrate(code="material_g.ceramic", value=62, why="Uji", **_of(world))


def make_curve(world: World) -> UUID:
    return operations.add_curve(cushion="epe", name="EPE 25", points=CURVE, source="B4T", measured_on=DAY, **_of(world))
