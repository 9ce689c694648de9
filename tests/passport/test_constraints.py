"""What the database itself refuses of passports."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.db.models import Model
from tests.people import World
from tests.products.made import make_product

from binakriya.passport.models import Decision, OwnCriteria, Passport, Pulled
from binakriya.passport.rules.stages import STAGES

pytestmark = pytest.mark.django_db


def refused(model: type[Model], name: str, **values: Any) -> None:
    with pytest.raises(IntegrityError) as told, transaction.atomic():
        model._default_manager.create(**values)
    # SQLite names the columns of what must be unique, PostgreSQL the constraint.
    assert name in str(told.value) or "UNIQUE" in str(told.value)


def passport(world: World, **more: Any) -> dict[str, Any]:
    values: dict[str, Any] = dict.fromkeys(STAGES, 0)
    made = {"product_id": make_product(world), "office_id": world.office_id, "version": "1", "calculated_at": world.now}
    return values | made | {"met": 0, "whole": 5} | more


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_is_nothing_begun_or_all(world: World, stage: str) -> None:
    refused(Passport, f"passport_{stage}", **passport(world, **{stage: 3}))


def test_no_more_is_met_than_is_asked(world: World) -> None:
    refused(Passport, "passport_met", **passport(world, met=6))
    Passport.objects.create(**passport(world, met=5))


def test_a_product_has_one_passport(world: World) -> None:
    values = passport(world)
    Passport.objects.create(**values)
    refused(Passport, "passport_passport_pkey", **values)


def test_versions_of_own_criteria_are_numbered_once_and_say_by_whom(world: World) -> None:
    values: dict[str, Any] = {"office_id": world.office_id, "content": [], "made_at": world.now, "made_by": "P"}
    OwnCriteria.objects.create(number=1, **values)
    OwnCriteria.objects.create(number=2, **values)
    refused(OwnCriteria, "own_criteria_once", number=1, **values)
    refused(OwnCriteria, "own_criteria_whole", number=0, **values)
    refused(OwnCriteria, "own_criteria_whole", number=3, **values | {"made_by": ""})


def test_what_was_pulled_is_one_row(world: World) -> None:
    Pulled.objects.create(at=world.now)
    refused(Pulled, "pulled_one_row", id=2, at=world.now)


def test_one_decision_stands_for_a_criterion(world: World) -> None:
    values = {
        "product_id": make_product(world),
        "criterion": "price",
        "reason": "tidak dijual",
        "made_at": world.now,
        "made_by": "P",
    }
    first = Decision.objects.create(**values)
    refused(Decision, "decision_once", **values)
    # One that was taken back leaves room for the next.
    Decision.objects.filter(id=first.id).update(revoked_at=world.now, revoked_by="P")
    Decision.objects.create(**values)
    refused(Decision, "decision_revoked_by", **values | {"criterion": "x", "revoked_by": "P"})
    refused(Decision, "decision_reason", **values | {"criterion": "x", "made_by": ""})
