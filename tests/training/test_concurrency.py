"""Many at once, each with their own connection, on a file database: exactly the quota, one success a ticket."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from tests.at_once import at_once
from tests.people import World

from binakriya.foundation.queries import verify_ledger
from binakriya.training import operations
from binakriya.training.models import Activity, Attendance, Certificate, CertificateSeries, Registration, Session

from .made import make_activity, sign_up

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.concurrency]


def test_many_come_for_few_seats(world: World) -> None:
    activity = make_activity(world, quota=20)
    made = at_once([lambda n=n: sign_up(world, activity, n) for n in range(80)])  # type: ignore[misc]
    assert Counter(one.state for one in made) == {"registered": 20, "waiting": 60}
    row = Activity.objects.get(id=activity)
    assert (row.seats_taken, row.queue_last) == (20, 60)
    positions = Registration.objects.filter(state="waiting").values_list("position", flat=True)
    assert sorted(p or 0 for p in positions) == list(range(1, 61))
    assert len({one.code for one in made}) == 80
    assert verify_ledger().problem == ""


def test_cancelling_and_registering_together_never_oversells(world: World) -> None:
    activity = make_activity(world, quota=10)
    first = [sign_up(world, activity, n) for n in range(20)]
    by = world.actor("visitor")
    deeds: list[Callable[[], Any]] = []
    for n in range(10):
        deeds.append(lambda n=n: sign_up(world, activity, 100 + n))  # type: ignore[misc]
        deeds.append(
            lambda n=n: operations.cancel_registration(token=first[n].token, by=by, now=world.now)  # type: ignore[misc]
        )
    at_once(deeds)
    seated = Registration.objects.filter(state="registered").count()
    assert seated == Activity.objects.get(id=activity).seats_taken == 10
    # Nobody who came later overtook someone who waited.
    waiting = Registration.objects.filter(state="waiting").order_by("position").values_list("position", flat=True)
    moved = Registration.objects.filter(state="registered", position__isnull=False).values_list("position", flat=True)
    assert max(p or 0 for p in moved) < min(p or 0 for p in waiting)


def test_one_phone_registering_many_times_at_once(world: World) -> None:
    activity = make_activity(world, quota=10)
    made = at_once([lambda n=n: sign_up(world, activity, 1, nonce=f"n{n}") for n in range(12)])  # type: ignore[misc]
    assert len({one.id for one in made}) == 1
    assert sum(not one.already for one in made) == 1


def test_ten_tickets_scanned_eight_times_each(world: World) -> None:
    activity = make_activity(world, quota=10)
    tickets = [sign_up(world, activity, n) for n in range(10)]
    session = Session.objects.filter(activity_id=activity).first()
    assert session
    by = world.actor("officer")

    def scan(code: str) -> operations.CheckIn:
        return operations.check_in(session_id=session.id, scan=code, by=by, now=world.now)

    results = at_once([lambda one=one: scan(one.code) for one in tickets for _time in range(8)])  # type: ignore[misc]
    counted = Counter((r.registration_id, r.outcome) for r in results)
    for one in tickets:
        assert counted[one.id, "present"] == 1
        assert counted[one.id, "repeat"] == 7
    assert all(r.at == world.now for r in results)
    assert Attendance.objects.count() == 10
    assert verify_ledger().problem == ""


def test_undoing_beside_checking_in_leaves_state_and_attendance_together(world: World) -> None:
    """One session is undone while the same people are scanned at the next."""
    activity = make_activity(world, quota=10)
    tickets = [sign_up(world, activity, n) for n in range(10)]
    first, second = Session.objects.filter(activity_id=activity)
    by, now = world.actor("officer"), world.now
    for one in tickets:
        operations.check_in(session_id=first.id, scan=one.code, by=by, now=now)
    earlier = list(Attendance.objects.values_list("id", flat=True))
    deeds: list[Callable[[], Any]] = []
    for found, one in zip(earlier, tickets, strict=True):
        deeds.append(
            lambda found=found: operations.undo_check_in(attendance_id=found, reason="Salah", by=by, now=now)  # type: ignore[misc]
        )
        deeds.append(lambda one=one: operations.check_in(session_id=second.id, scan=one.code, by=by, now=now))  # type: ignore[misc]
    at_once(deeds)
    assert Attendance.objects.filter(session=second).count() == Attendance.objects.count() == 10
    assert Registration.objects.filter(state="attended").count() == 10


def test_the_registration_page_under_a_rush(world: World) -> None:
    """The whole way of a request, as the server goes it: 120 people press "Daftar" for 30 seats, some of them twice."""
    activity = make_activity(world, quota=30)
    where = reverse("training:register", kwargs={"slug": Activity.objects.get(id=activity).slug})

    def press(n: int) -> tuple[int, str]:
        answer = Client(raise_request_exception=False).post(
            where,
            {"name": f"Peserta {n}", "phone": f"0812{n:08}", "business_name": f"Usaha {n}", "nonce": f"n{n}"},
        )
        return answer.status_code, answer.get("Location", "")

    answers = at_once([lambda n=n: press(n) for n in [*range(120), *range(20)]])  # type: ignore[misc]
    assert {status for status, _ in answers} == {302}
    assert len({location for _, location in answers}) == 120
    assert Counter(Registration.objects.values_list("state", flat=True)) == {"registered": 30, "waiting": 90}


def test_the_scanner_under_a_rush(world: World) -> None:
    """Eight phones scan the same ten tickets at the same moment."""
    activity = make_activity(world, quota=10)
    tickets = [sign_up(world, activity, n) for n in range(10)]
    session = Session.objects.filter(activity_id=activity).first()
    assert session
    where = reverse("training:scan", kwargs={"session_id": session.id})
    browsers = [world.client("officer", raise_request_exception=False) for _n in range(8)]

    def scan(browser: Client, code: str) -> tuple[int, str]:
        answer = browser.post(where, {"code": code}, headers={"HX-Request": "true"})
        return answer.status_code, answer.content.decode()

    deeds = [lambda b=b, one=one: scan(b, one.code) for one in tickets for b in browsers]  # type: ignore[misc]
    answers = at_once(deeds)
    assert {status for status, _ in answers} == {200}
    assert sum('data-tone="ok" role="status"' in page for _, page in answers) == 10
    assert sum("sudah tercatat" in page for _, page in answers) == 70
    assert Attendance.objects.count() == 10


def test_numbers_of_certificates_have_no_gap_when_issued_at_once(world: World) -> None:
    by = world.actor("officer")
    activities = [make_activity(world, quota=12) for _n in range(3)]
    for k, activity in enumerate(activities):
        for n in range(12):
            one = sign_up(world, activity, 100 * k + n)
            for session in Session.objects.filter(activity_id=activity):
                operations.check_in(session_id=session.id, scan=one.code, by=by, now=world.now)
        operations.move_activity(activity_id=activity, move="start", by=by, now=world.now)

    def issue(activity: Any) -> tuple[str, ...]:
        return operations.issue_certificates(activity_id=activity, by=by, now=world.now, at_most=5)

    at_once([lambda a=a: issue(a) for a in activities for _time in range(4)], threads=8)  # type: ignore[misc]
    assert sorted(Certificate.objects.values_list("sequence", flat=True)) == list(range(1, 37))
    assert CertificateSeries.objects.get().last == 36
    assert connection.is_usable()
