"""A long write transaction stalls everyone on the embedded database: how long ours last, and what happens in them."""

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection, transaction
from tests.people import World

from binakriya.accounts.rules import Actor
from binakriya.registry.models import Batch, BatchRow, Enterprise
from binakriya.registry.operations import imports
from binakriya.registry.operations.imports import confirming

pytestmark = pytest.mark.django_db(transaction=True)
ROWS = 300
LONGEST = 0.5  # seconds of work at 300 rows: the house's bound


def _list(rows: int) -> bytes:
    lines = [
        "No;Nama Usaha;Nama Pemilik;NIK;No HP;Alamat;Kelurahan;Kecamatan;Produk;Tenaga Kerja;Omzet per tahun;Investasi"
    ]
    lines += [
        f"{n};Usaha Kriya {n};Pemilik {n};36740152037{n % 10}0000;08120000{n:04};Jl. Buaran No. {n};Ciater;Serpong;"
        f"tas anyaman dan tikar;{n % 9 + 1};{n % 50 + 1} juta;{n % 30 + 1} juta"
        for n in range(1, rows + 1)
    ]
    return "\n".join(lines).encode()


@dataclass
class Watched:
    """Outermost transactions: seconds of our own work (a busy machine does not count) and statements in each; which
    of the watched functions ran inside one."""

    work: list[float] = field(default_factory=list)
    statements: list[int] = field(default_factory=list)
    inside: list[str] = field(default_factory=list)


@contextmanager
def watch(monkeypatch: pytest.MonkeyPatch, *functions: tuple[Any, str]) -> Iterator[Watched]:
    seen = Watched()
    enter, leave = transaction.Atomic.__enter__, transaction.Atomic.__exit__
    started: list[float] = []

    def count(execute: Callable[..., Any], *args: Any) -> Any:
        if started:
            seen.statements[-1] += 1
        return execute(*args)

    def entered(self: transaction.Atomic) -> None:
        if not connection.in_atomic_block:
            started.append(time.thread_time())
            seen.statements.append(0)
        enter(self)

    def left(self: transaction.Atomic, *args: Any) -> None:
        leave(self, *args)
        if not connection.in_atomic_block and started:
            seen.work.append(time.thread_time() - started.pop())

    for module, name in functions:
        original = getattr(module, name)

        def noted(*args: Any, _original: Any = original, _name: str = name, **kwargs: Any) -> Any:
            if connection.in_atomic_block:
                seen.inside.append(_name)
            return _original(*args, **kwargs)

        monkeypatch.setattr(module, name, noted)
    monkeypatch.setattr(transaction.Atomic, "__enter__", entered)
    monkeypatch.setattr(transaction.Atomic, "__exit__", left)
    # The collector's work belongs to all the tests before, not to the transaction that it happens to fall into.
    gc.collect()
    gc.disable()
    try:
        with connection.execute_wrapper(count):
            yield seen
    finally:
        gc.enable()


@pytest.fixture
def batch(world: World, officer: Actor, now: datetime) -> Any:
    return imports.receive_files(
        uploads=[imports.Upload("besar.csv", _list(ROWS))],
        office_id=world.office_id,
        nonce=uuid4().hex,
        limit=10**8,
        by=officer,
        now=now,
    )


def test_reading_holds_no_transaction_long(
    batch: Any, officer: Actor, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    with watch(monkeypatch) as seen:
        imports.read_import(batch_id=batch, by=officer, now=now)
    assert BatchRow.objects.filter(file__batch_id=batch, included=True).count() == ROWS
    assert max(seen.work) < LONGEST


def test_writing_is_one_short_transaction_with_nothing_computed_in_it(
    batch: Any, officer: Actor, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    imports.read_import(batch_id=batch, by=officer, now=now)
    imports.ask_to_write(batch_id=batch, by=officer, now=now)
    names = ("unpack", "facts_from", "build", "for_ledger", "inserts")
    with watch(monkeypatch, *[(confirming, n) for n in names]) as seen:
        written = imports.write_import(batch_id=batch, by=officer, now=now)
    assert written.enterprises == Enterprise.objects.count() == ROWS
    assert seen.inside == []
    assert len(seen.work) == 1
    # Statements grow with hundreds of rows, not with rows: nothing is written one by one.
    assert seen.statements[0] < 80
    assert max(seen.work) < LONGEST


def test_a_failure_in_the_middle_writes_nothing(
    batch: Any, officer: Actor, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    imports.read_import(batch_id=batch, by=officer, now=now)

    def fails(**_: Any) -> None:
        raise RuntimeError("power cut")

    with monkeypatch.context() as patched:
        patched.setattr(confirming, "record_many", fails)
        with pytest.raises(RuntimeError):
            imports.confirm_import(batch_id=batch, by=officer, now=now)
    assert not Enterprise.objects.exists()
    assert Batch.objects.get(id=batch).state == "ready"
    assert imports.confirm_import(batch_id=batch, by=officer, now=now).enterprises == ROWS


def test_undo_is_one_short_transaction(
    batch: Any, officer: Actor, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    imports.read_import(batch_id=batch, by=officer, now=now)
    imports.confirm_import(batch_id=batch, by=officer, now=now)
    with watch(monkeypatch) as seen:
        assert imports.undo_import(batch_id=batch, by=officer, now=now) == ROWS
    assert max(seen.work) < LONGEST
