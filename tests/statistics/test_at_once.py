"""Many look at the figures at the same moment, with nothing computed yet."""

import threading
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client
from tests.at_once import at_once
from tests.people import World

from binakriya.accounts.rules import Actor
from binakriya.registry.operations import create_enterprise
from binakriya.registry.rules.facts import Facts
from binakriya.statistics import queries
from binakriya.statistics.queries import Asked, figures

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.concurrency]


def _fill(world: World, officer: Actor, now: datetime) -> None:
    for n in range(12):
        facts = Facts(name=f"Usaha {n}", region_code=f"36.74.0{n % 3 + 1}.1001", workers=n)
        create_enterprise(facts=facts, office_id=world.office_id, by=officer, now=now)


def test_all_get_the_same_figures_and_they_are_computed_once(
    world: World, officer: Actor, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fill(world, officer, now)

    def look() -> list[object]:
        page = queries.overview(office_id=None, public=True)
        return [page.tiles, page.places, page.steps]

    alone = look()
    caches["near"].clear()
    computed: list[object] = []
    compute = figures.compute

    def counted(*args: Any, **more: Any) -> Any:
        computed.append(args)
        return compute(*args, **more)

    monkeypatch.setattr(figures, "compute", counted)
    assert at_once([look] * 8, threads=8) == [alone] * 8
    assert len(computed) == 1


def test_different_figures_at_once_neither_hang_nor_mix(world: World, officer: Actor, now: datetime) -> None:
    _fill(world, officer, now)
    looks = [
        lambda office=office, public=public: figures.compute(Asked(office, public))
        for office in (None, world.office_id, world.other_office_id)
        for public in (False, True)
    ]
    alone = [look() for look in looks]
    assert at_once(looks * 2, threads=8) == alone * 2


def test_the_pages_answer_eight_at_once(
    world: World, officer: Actor, now: datetime, signed_in: Callable[..., Client]
) -> None:
    _fill(world, officer, now)
    browsers = [(signed_in("visitor"), "/statistik/") for _n in range(6)]
    browsers += [(signed_in("officer"), "/statistik/dinas/"), (signed_in("leadership"), "/statistik/dinas/")]
    before = threading.active_count()
    assert at_once([lambda b=b, at=at: b.get(at).status_code for b, at in browsers], threads=8) == [200] * 8
    assert threading.active_count() <= before + 8
