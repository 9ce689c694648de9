"""Labels for the tests of the room, made by the software's own operations."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from tests.people import World

from binakriya.packaging import operations
from binakriya.packaging.rules.labels import Choice
from binakriya.products.operations import state_particulars
from binakriya.products.rules.particulars import Part, Particulars

WHOLE = Particulars(
    brand="Kharisma",
    story={"id": "Dibuat di Serpong.", "en": "Made in Serpong."},
    audience="general",
    answers={"food_contact": False, "skin_contact": False, "animal": False, "battery": False},
    address="Jalan Buaran 1, Serpong",
    contact="kharisma@contoh.id",
    identifier="K-1",
    composition=(Part("katun", Decimal(100)),),
    net_amount=Decimal(1),
    net_unit="piece",
    care=("wash-hand",),
    member_state="IE",
    responsible_person="Contoh BV, Dublin",
    destinations=("ID", "EU"),
)


def state(world: World, product_id: UUID, given: Particulars = WHOLE) -> None:
    state_particulars(product_id=product_id, given=given, by=world.system, now=world.now)


def make_label(world: World, product_id: UUID, **more: Any) -> UUID:
    return operations.save_label(
        product_id=product_id,
        choice=more.pop("choice", None) or Choice(),
        by=more.pop("by", world.actor("officer")),
        now=more.pop("now", world.now),
        on=more.pop("on", world.now.date()),
        **more,
    )


def final_label(world: World, product_id: UUID, **more: Any) -> UUID:
    state(world, product_id)
    made = make_label(world, product_id, **more)
    operations.finish_label(label_id=made, by=world.system, now=world.now, on=world.now.date())
    return made
