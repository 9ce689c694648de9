"""Many writers at once, on either database: one chain, no line lost, none refused."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest
from django.db import connection, transaction

from binakriya.accounts.rules import Actor
from binakriya.foundation.operations import record
from binakriya.foundation.queries import verify_ledger

WRITERS, EACH = 8, 12


@pytest.mark.concurrency
@pytest.mark.django_db(transaction=True)
def test_writers_take_turns(system: Actor, now: datetime) -> None:
    def write(writer: int) -> int:
        try:
            for i in range(EACH):
                with transaction.atomic():
                    record(
                        by=system,
                        now=now,
                        action="test.race",
                        kind="test.thing",
                        object_id=f"{writer}-{i}",
                        after={"n": i},
                    )
            return EACH
        finally:
            connection.close()

    with ThreadPoolExecutor(WRITERS) as pool:
        written = sum(pool.map(write, range(WRITERS)))
    result = verify_ledger()
    assert written == result.lines == WRITERS * EACH
    assert result.problem == ""


@pytest.mark.django_db(transaction=True)
def test_a_test_with_real_transactions_begins_with_an_empty_ledger(system: Actor, now: datetime) -> None:
    """The fixture in tests/conftest.py lifts the triggers for the clean-up alone, and puts them back."""
    assert verify_ledger().lines == 0
    record(by=system, now=now, action="test", kind="test", object_id="1")
    with pytest.raises(Exception, match="only grows"), connection.cursor() as cursor:
        cursor.execute("DELETE FROM foundation_ledgerentry")
