"""Enterprises and products for the tests of the room, made by the software's own operations."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from tests.people import World

from binakriya.products import operations
from binakriya.products.rules.facts import How, Measured, ProductFacts, Size
from binakriya.registry.operations import create_enterprise, link_person
from binakriya.registry.rules.facts import Facts

DAY = date(2018, 11, 16)
WARD = "36.74.01.1001"


def make_maker(world: World, name: str = "Gerabah Serpong", *, office_id: UUID | None = None, **facts: Any) -> UUID:
    return create_enterprise(
        facts=Facts(name=name, region_code=WARD, **facts),
        office_id=office_id or world.office_id,
        by=world.system,
        now=world.now,
    )


def own_maker(world: World, name: str = "Anyaman Orang Sendiri") -> UUID:
    """An enterprise that the maker's account cares for."""
    made = make_maker(world, name)
    link_person(enterprise_id=made, person_id=world.people["maker"], by=world.system, now=world.now)
    return made


def measured(length: Any = 220, breadth: Any = 140, height: Any = 90, mass: Any = 850, **more: Any) -> Measured:
    shape, outline = more.pop("shape", "box"), more.pop("outline", ())
    size = Size(shape, Decimal(str(length)), Decimal(str(breadth)), Decimal(str(height)), outline)
    values: dict[str, Any] = {"who": "Orang officer", "on": DAY, "how": How.RULER} | more
    return Measured(size, None if mass is None else Decimal(str(mass)), **values)


def make_product(
    world: World, maker_id: UUID | None = None, name: str = "Vas bunga", material: str = "keramik", **more: Any
) -> UUID:
    facts = {key: more.pop(key) for key in ("kind", "form", "technique", "note") if key in more}
    return operations.add_product(
        maker_id=maker_id or world.once("products.maker", make_maker),
        facts=ProductFacts(name, material, **facts),
        by=more.pop("by", world.actor("officer")),
        now=more.pop("now", world.now),
        measured=more.pop("measured", measured()),
        **more,
    )
