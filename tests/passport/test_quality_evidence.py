"""Results of assessors as evidence of a passport."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone
from tests.passport.results import make_result
from tests.passport.test_passports import state
from tests.people import World
from tests.products.made import make_product

from binakriya.passport import operations
from binakriya.passport.models import Standing
from binakriya.passport.queries.changed import changed_since
from binakriya.passport.queries.sources.quality import _of
from binakriya.passport.rules.stages import State
from binakriya.quality.queries.held import HeldQuality

DAY = date(2018, 11, 16)


def noon(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(12)))


def held(**more: Any) -> HeldQuality:
    values: dict[str, Any] = {
        "round_id": uuid4(),
        "round": "Kelas",
        "held_on": DAY,
        "closed_at": datetime(2018, 11, 16, 9),
        "rubric_version_id": uuid4(),
        "rubric": "Umum",
        "fair": 72.0,
        "low": 66.0,
        "high": 78.0,
        "failed": (),
        "unsettled": (),
        "passed": ("edges",),
        "assessors": 2,
        "criteria": {},
    }
    return HeldQuality(**values | more)


def keys(one: HeldQuality) -> dict[str, float | None]:
    return {found.key: found.level for found in _of(one)}


def test_points_are_a_share_of_one() -> None:
    assert keys(held()) == {"assessed": None, "fair": 0.72, "gates": None}


def test_a_score_that_cannot_be_told_is_no_level() -> None:
    assert "fair" not in keys(held(fair=None, low=None, high=None))


@pytest.mark.parametrize("more", [{"failed": ("edges",)}, {"unsettled": ("edges",)}, {"passed": ()}])
def test_gates_count_only_when_each_was_seen_to_pass(more: dict[str, Any]) -> None:
    assert set(keys(held(**more))) == {"assessed", "fair"}


@pytest.mark.django_db
def test_a_result_moves_the_passport_and_a_newer_one_takes_its_place(world: World) -> None:
    one, officer = make_product(world), world.actor("officer")
    operations.recalculate_changed(by=world.system, now=world.now - timedelta(days=1))
    assert [state(one, key) for key in ("assessed", "fair", "gates")] == [State.NOT_BEGUN] * 3
    make_result(world, one, on=DAY, fair=52.0, gate="fail")
    assert [state(one, key) for key in ("assessed", "fair", "gates")] == [State.MET, State.IN_WORK, State.IN_WORK]
    operations.recalculate(product_ids=[one], by=officer, now=noon(DAY) + timedelta(hours=8))
    later = DAY + timedelta(days=92)
    make_result(world, one, on=later, fair=71.0, gate="pass")
    assert [state(one, key, later) for key in ("assessed", "fair", "gates")] == [State.MET] * 3
    # On a day before the newer round, the older one counts as it did.
    assert state(one, "fair") is State.IN_WORK and state(one, "assessed") is State.MET
    operations.recalculate(product_ids=[one], by=officer, now=noon(later) + timedelta(hours=8))
    fair = [row.state for row in Standing.objects.filter(product_id=one, criterion="fair")]
    assert fair == ["in_work", "met"]
    # A score holds two years.
    assert state(one, "fair", later.replace(year=2021)) is State.MET
    assert state(one, "fair", later.replace(year=2021) + timedelta(days=1)) is State.EXPIRED


@pytest.mark.django_db
def test_a_result_is_pulled(world: World) -> None:
    one, two = make_product(world), make_product(world, name="Lain")
    make_result(world, two, on=DAY + timedelta(days=30), fair=71.0, gate="pass")
    moment = noon(DAY + timedelta(days=29))
    assert changed_since(moment, now=moment) & {one, two} == {two}
