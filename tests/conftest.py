"""What every test may ask for: a fixed time, two offices, one person of each role, signed-in browsers.

The room tests run on SQLite and, with DATABASE_URL set, on PostgreSQL; `make test` does both.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.apps import apps
from django.conf import settings
from django.core.cache import cache, caches
from django.db import connection
from django.test import Client, TransactionTestCase
from django.utils import translation

from binakriya.accounts.rules import Actor, Role, machine

from .again import Rows, all_rows, is_empty, write
from .database import give_back, take
from .people import World, build_world

_worlds: dict[datetime, tuple[World, list[Rows]]] = {}
_guard = import_module("binakriya.foundation.migrations.0002_append_only")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The run on PostgreSQL takes what asks a database; the rest has passed on SQLite and can't differ."""
    if connection.vendor != "postgresql":
        return
    doors = {"db", "transactional_db"}
    asking = [
        item
        for item in items
        if not item.get_closest_marker("one_database")
        and (item.get_closest_marker("django_db") or doors & set(getattr(item, "fixturenames", ())))
    ]
    kept = set(asking)
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = asking


def pytest_collection_finish() -> None:
    """What was imported stays: to look through it again and again for what can go took a fifth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@contextmanager
def ledger_unguarded() -> Iterator[None]:
    """Lifts the triggers that keep the ledger append-only, for tests alone: to tamper with it on purpose, and to empty
    the tables after a test with real transactions. The software itself has no such door."""
    editor = SimpleNamespace(connection=connection)
    _guard.unguard(apps, editor)
    try:
        yield
    finally:
        _guard.guard(apps, editor)


_teardown = TransactionTestCase._fixture_teardown


def _teardown_with_ledger(self: TransactionTestCase) -> None:
    """Tests with `transaction=True` end by emptying every table, which the ledger refuses."""
    with ledger_unguarded():
        _teardown(self)


@pytest.fixture(autouse=True, scope="session")
def _transactional_tests_may_empty_the_ledger() -> Iterator[None]:
    patch = pytest.MonkeyPatch()
    # TestCase (the ordinary kind) has its own method and rolls back instead.
    patch.setattr(TransactionTestCase, "_fixture_teardown", _teardown_with_ledger)
    yield
    patch.undo()


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_modify_db_settings: None, django_db_blocker: Any
) -> Iterator[None]:
    """A copy of the migrated template instead of pytest-django's own migrating in every process."""
    with django_db_blocker.unblock():
        before = take()
    yield
    with django_db_blocker.unblock():
        give_back(before)


@pytest.fixture(autouse=True, scope="session")
def _folder_of_static_files() -> None:
    """WhiteNoise looks at it at each start of the handler, and warns when it is not there."""
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


@pytest.fixture(autouse=True)
def _nothing_is_left_of_the_test_before() -> None:
    cache.clear()
    caches["near"].clear()
    # A page in another language leaves it to its thread; commands and operations would go on speaking it.
    translation.deactivate()


@pytest.fixture
def now() -> datetime:
    """The morning of the reference event."""
    return datetime(2018, 11, 16, 9, 0, tzinfo=ZoneInfo("Asia/Jakarta"))


@pytest.fixture
def system() -> Actor:
    return machine("test")


@pytest.fixture
def world(db: None, now: datetime) -> World:
    """Two offices and the people in them; see `tests/people.py`. Made by operations in the first test of a process."""
    if not is_empty():
        return build_world(now)
    if now not in _worlds:
        made = build_world(now)
        _worlds[now] = made, all_rows()
    else:
        write(_worlds[now][1])
    return replace(_worlds[now][0], things={})


@pytest.fixture
def administrator(world: World) -> Actor:
    return world.actor("administrator")


@pytest.fixture
def officer(world: World) -> Actor:
    return world.actor("officer")


@pytest.fixture
def other_officer(world: World) -> Actor:
    """An officer of another office."""
    return world.actor("other_officer")


@pytest.fixture
def practitioner(world: World) -> Actor:
    return world.actor("practitioner")


@pytest.fixture
def maker(world: World) -> Actor:
    return world.actor("maker")


@pytest.fixture
def curator(world: World) -> Actor:
    return world.actor("curator")


@pytest.fixture
def leadership(world: World) -> Actor:
    return world.actor("leadership")


@pytest.fixture
def signed_in(world: World) -> Callable[..., Client]:
    """`signed_in("officer")` is a browser of that person; `signed_in("visitor")` one of nobody."""

    def sign_in(who: str | Role = "officer", **options: Any) -> Client:
        return world.client(str(who), **options)

    return sign_in
