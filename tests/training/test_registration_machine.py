"""Seats and the waiting list under any order of deeds: a plain model beside the database.

Never more seats than the quota; who waits is served in the order of arrival and moves up by themselves; every deed may
be sent again and changes nothing then.
"""

from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from tests.people import World

from binakriya.accounts.rules import Refused
from binakriya.foundation.queries import verify_ledger
from binakriya.training import operations
from binakriya.training.models import Activity, Attendance, Notice, Registration, Session
from binakriya.training.rules.states import SEATED

from .made import make_activity, sign_up

PEOPLE = st.integers(min_value=1, max_value=9)


class Seats(RuleBasedStateMachine):
    """`seated`, `queue`: numbers of people, the queue in its order. `present`: those of the seated who came. `live`:
    the registration of each who has not cancelled. `forms`: who sent which hidden word."""

    world: World

    def __init__(self) -> None:
        super().__init__()
        self.before = transaction.savepoint()
        self.quota = 2
        self.activity = make_activity(self.world, quota=self.quota)
        session = Session.objects.filter(activity_id=self.activity).first()
        assert session
        self.session: UUID = session.id
        self.seated: set[int] = set()
        self.queue: list[int] = []
        self.present: set[int] = set()
        self.live: dict[int, operations.Registered] = {}
        self.forms: list[tuple[int, str, operations.Registered]] = []
        self.gone: list[operations.Registered] = []

    def teardown(self) -> None:
        transaction.savepoint_rollback(self.before)
        # What was made in it is gone with it.
        self.world.things.clear()

    # --- the model ---

    def _move_up(self) -> int:
        moved = 0
        while self.queue and len(self.seated) < self.quota:
            self.seated.add(self.queue.pop(0))
            moved += 1
        return moved

    def _leave(self, number: int) -> int:
        self.gone.append(self.live.pop(number))
        if number in self.queue:
            self.queue.remove(number)
            return 0
        self.seated.remove(number)
        return self._move_up()

    @property
    def officer(self) -> Any:
        return self.world.actor("officer")

    # --- deeds ---

    @initialize()
    def some_come_at_first(self) -> None:
        """Most of what can go wrong needs a few who wait."""
        for number in range(1, 6):
            self.register(number)

    @rule(number=PEOPLE)
    def register(self, number: int) -> None:
        nonce = f"form-{len(self.forms)}"
        made = sign_up(self.world, self.activity, number, nonce=nonce)
        assert not made.replayed
        self._registered(number, nonce, made)

    def _registered(self, number: int, nonce: str, made: operations.Registered) -> None:
        if number in self.live:
            assert made.already
            assert made.id == self.live[number].id
            return
        assert not made.already
        self.live[number] = made
        self.forms.append((number, nonce, made))
        if len(self.seated) < self.quota:
            self.seated.add(number)
            assert made.state == "registered"
        else:
            self.queue.append(number)
            assert made.state == "waiting"

    @precondition(lambda self: self.forms)
    @rule(data=st.data())
    def send_a_form_again(self, data: st.DataObject) -> None:
        number, nonce, made = data.draw(st.sampled_from(self.forms))
        again = sign_up(self.world, self.activity, number, nonce=nonce)
        assert again.replayed
        assert (again.id, again.token) == (made.id, made.token)

    @precondition(lambda self: self.forms)
    @rule(data=st.data(), number=PEOPLE)
    def send_the_word_of_someone_else(self, data: st.DataObject, number: int) -> None:
        other, nonce, made = data.draw(st.sampled_from(self.forms))
        if number == other or any((number, nonce) == form[:2] for form in self.forms):
            return
        one = sign_up(self.world, self.activity, number, nonce=nonce)
        assert one.id != made.id
        assert not one.replayed
        self._registered(number, nonce, one)

    @precondition(lambda self: self.live)
    @rule(data=st.data(), by_ticket=st.booleans())
    def cancel(self, data: st.DataObject, by_ticket: bool) -> None:
        number = data.draw(st.sampled_from(sorted(self.live)))
        one = self.live[number]
        how: dict[str, Any] = (
            {"token": one.token, "by": self.world.actor("visitor")}
            if by_ticket
            else {"registration_id": one.id, "by": self.officer, "reason": "sakit"}
        )
        if number in self.present:
            with pytest.raises(Refused, match="wrong_state"):
                operations.cancel_registration(**how, now=self.world.now)
            return
        assert operations.cancel_registration(**how, now=self.world.now) == self._leave(number)

    @precondition(lambda self: self.gone)
    @rule(data=st.data(), by_ticket=st.booleans())
    def cancel_again(self, data: st.DataObject, by_ticket: bool) -> None:
        one = data.draw(st.sampled_from(self.gone))
        how: dict[str, Any] = (
            {"token": one.token, "by": self.world.actor("visitor")}
            if by_ticket
            else {"registration_id": one.id, "by": self.officer}
        )
        assert operations.cancel_registration(**how, now=self.world.now) == 0

    @rule(quota=st.integers(min_value=1, max_value=4))
    def change_the_quota(self, quota: int) -> None:
        values = {"quota": quota}
        if quota < len(self.seated):
            with pytest.raises(Refused, match="quota_below_taken"):
                operations.change_activity(
                    activity_id=self.activity, values=values, by=self.officer, now=self.world.now
                )
            return
        for _time in range(2):
            operations.change_activity(activity_id=self.activity, values=values, by=self.officer, now=self.world.now)
        self.quota = quota
        self._move_up()

    @precondition(lambda self: self.live)
    @rule(data=st.data())
    def give_a_seat(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(self.live)))

        def give() -> None:
            operations.give_seat(
                activity_id=self.activity,
                registration_id=self.live[number].id,
                by=self.officer,
                now=self.world.now,
            )

        if number in self.queue:
            give()
            self.queue.remove(number)
            self.seated.add(number)
            self.quota = max(self.quota, len(self.seated))
        with pytest.raises(Refused, match="wrong_state"):
            give()

    @precondition(lambda self: self.live)
    @rule(data=st.data())
    def check_in(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(self.live)))
        said = [
            operations.check_in(
                session_id=self.session, scan=self.live[number].code, by=self.officer, now=self.world.now
            ).outcome
            for _time in range(2)
        ]
        if number in self.queue:
            assert said == ["waiting", "waiting"]
        else:
            assert said == ["repeat" if number in self.present else "present", "repeat"]
            self.present.add(number)

    @precondition(lambda self: self.present)
    @rule(data=st.data())
    def undo_a_check_in(self, data: st.DataObject) -> None:
        number = data.draw(st.sampled_from(sorted(self.present)))
        found = Attendance.objects.get(registration_id=self.live[number].id, session_id=self.session).id
        for _time in range(2):
            operations.undo_check_in(attendance_id=found, reason="salah", by=self.officer, now=self.world.now)
        self.present.remove(number)

    # --- what always holds ---

    @invariant()
    def the_database_says_the_same(self) -> None:
        activity = Activity.objects.get(id=self.activity)
        rows = list(Registration.objects.filter(activity_id=self.activity).exclude(state="cancelled"))
        seated = {row.id for row in rows if row.state in SEATED}
        waiting = [row.id for row in sorted(rows, key=lambda r: r.position or 0) if row.state == "waiting"]
        assert seated == {self.live[n].id for n in self.seated}
        assert waiting == [self.live[n].id for n in self.queue]
        assert {row.id for row in rows if row.state == "attended"} == {self.live[n].id for n in self.present}
        assert activity.quota == self.quota
        assert activity.seats_taken == len(seated) <= activity.quota
        # Nobody waits beside an empty seat.
        assert not waiting or len(seated) == activity.quota

    @invariant()
    def whoever_moved_up_is_to_be_told_once(self) -> None:
        moved = Registration.objects.filter(activity_id=self.activity, position__isnull=False, seated_at__isnull=False)
        told = Notice.objects.filter(registration__activity_id=self.activity, kind="seat_given")
        assert sorted(told.values_list("registration_id", flat=True)) == sorted(moved.values_list("id", flat=True))


def test_seats_and_the_waiting_list_in_any_order(world: World) -> None:
    kind = type("SeatsOfThisWorld", (Seats,), {"world": world})
    run_state_machine_as_test(
        kind,
        settings=settings(
            max_examples=8,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            print_blob=True,
        ),
    )
    assert verify_ledger().problem == ""
