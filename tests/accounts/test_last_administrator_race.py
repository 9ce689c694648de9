"""Two administrators who remove each other at the same moment: one stays, on either database."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from threading import Barrier

import pytest
from django.db import connection
from tests.people import build_world

from binakriya.accounts.models import Grant
from binakriya.accounts.operations import grant_role, revoke_role, set_active
from binakriya.accounts.rules import Refused, Role


@pytest.mark.concurrency
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("way", ["revoke", "deactivate"])
def test_one_administrator_stays(way: str, now: datetime) -> None:
    world = build_world(now)
    grant_role(
        person_id=world.people["officer"],
        role=Role.ADMINISTRATOR,
        organisation_id=world.office_id,
        by=world.system,
        now=now,
    )
    one, two = world.actor("administrator"), world.actor("officer")
    grants = {g.person_id: g.id for g in Grant.objects.filter(role="administrator")}
    start = Barrier(2)

    def remove(by: object, whom: object) -> str:
        try:
            start.wait(timeout=10)
            if way == "revoke":
                revoke_role(person_id=whom, grant_id=grants[whom], by=by, now=now)  # type: ignore[arg-type,index]
            else:
                set_active(person_id=whom, active=False, by=by, now=now)  # type: ignore[arg-type]
            return "removed"
        except Refused as refused:
            return refused.reason
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        results = sorted(pool.map(remove, [one, two], [two.id, one.id]))
    assert results == ["last_administrator", "removed"]
    assert Grant.objects.filter(role="administrator", person__is_active=True).count() == 1
