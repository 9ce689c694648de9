"""What must hold is kept by the database: each constraint refuses what it is there to refuse."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import CheckConstraint
from tests.people import World

from binakriya.accounts.operations import create_organisation
from binakriya.training.models import (
    Activity,
    Attendance,
    Certificate,
    CertificateRun,
    CertificateSeries,
    Engagement,
    Invitation,
    Notice,
    Official,
    Programme,
    Registration,
    ReportText,
    Session,
    TestResult,
)

from .made import DAY, at, make_activity, sign_up


def refused(deed: Callable[[], Any], name: str) -> None:
    with pytest.raises(IntegrityError) as caught, transaction.atomic():
        deed()
    # SQLite names unique columns instead of the constraint.
    assert name in str(caught.value) or "UNIQUE constraint failed" in str(caught.value)


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"quota": 0}, "activity_quota"),
        ({"seats_taken": 6}, "activity_seats_within_quota"),
        ({"ends_on": DAY - timedelta(days=1)}, "activity_ends_later"),
        ({"attendance_percent": 0}, "activity_attendance_percent"),
        ({"attendance_percent": 101}, "activity_attendance_percent"),
        ({"budget_amount": -1}, "activity_budget"),
        ({"state": "unheard"}, "activity_state_known"),
    ],
)
def test_activity(world: World, activity: UUID, values: dict[str, Any], name: str) -> None:
    refused(lambda: Activity.objects.filter(id=activity).update(**values), name)


def test_seats_are_never_negative(world: World, activity: UUID) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Activity.objects.filter(id=activity).update(seats_taken=-1)


def test_slug_programme_practitioner_official_session_once(world: World, activity: UUID) -> None:
    one = Activity.objects.get(id=activity)
    other = make_activity(world)
    refused(lambda: Activity.objects.filter(id=other).update(slug=one.slug), "slug")
    twin = Programme(office_id=world.office_id, title=one.programme.title, year=2018, created_at=world.now)
    refused(lambda: twin.save(force_insert=True), "programme_once_a_year")
    Engagement.objects.create(activity=one, name="Galih")
    refused(lambda: Engagement.objects.create(activity=one, name="Galih"), "engagement_once")
    Official.objects.create(activity=one, role="opened_by", name="A")
    refused(lambda: Official.objects.create(activity=one, role="opened_by", name="B"), "official_one_a_role")
    session = one.sessions.all()[0]
    refused(
        lambda: Session.objects.create(
            activity=one, title=session.title, starts_at=session.starts_at, ends_at=session.ends_at
        ),
        "session_once",
    )
    refused(
        lambda: Session.objects.create(activity=one, title="x", starts_at=at(10), ends_at=at(10)), "session_ends_later"
    )


def test_letters(world: World, activity: UUID) -> None:
    def letter(**values: Any) -> Invitation:
        fields = {
            "activity_id": activity,
            "association_id": world.association_id,
            "number": "1",
            "written_on": DAY,
            "seats": 5,
            "created_at": world.now,
        }
        return Invitation.objects.create(**(fields | values))

    letter()
    refused(lambda: letter(number="2"), "letter_one_an_association")
    second = create_organisation(kind="association", name="IWAPI", short_name="IWAPI", by=world.system, now=world.now)
    refused(lambda: letter(association_id=second), "letter_number_once")
    refused(lambda: letter(association_id=second, number="2", seats=0), "letter_seats")
    refused(lambda: letter(association_id=second, number="2", answer="accepted"), "letter_answered_at")
    refused(lambda: letter(association_id=second, number="2", answered_at=world.now), "letter_answered_at")
    unheard = {"answer": "unheard", "answered_at": world.now}
    refused(lambda: letter(association_id=second, number="2", **unheard), "letter_answer_known")


def test_registrations(world: World) -> None:
    activity = make_activity(world, quota=2)
    one, other = (Registration.objects.get(id=sign_up(world, activity, n, nonce=f"n{n}").id) for n in (1, 2))
    late = Registration.objects.get(id=sign_up(world, activity, 3).id)
    later = Registration.objects.get(id=sign_up(world, activity, 4).id)

    def change(row: Registration, constraint: str, **values: Any) -> None:
        refused(lambda: Registration.objects.filter(id=row.id).update(**values), constraint)

    change(other, "registration_code_once", code=one.code)
    change(other, "token", token=one.token)
    change(other, "registration_nonce_once", nonce=one.nonce)
    change(other, "registration_phone_once", phone_index=one.phone_index)
    change(other, "registration_person_once", enterprise_id=one.enterprise_id, name=one.name)
    change(later, "registration_position_once", position=late.position)
    change(late, "registration_waits_in_line", position=None)
    change(one, "registration_seated_at", seated_at=None)
    change(one, "registration_state_known", state="unheard")
    change(one, "registration_source_known", source="unheard")
    # A cancelled one gives its phone free.
    Registration.objects.filter(id=one.id).update(state="cancelled")
    Registration.objects.filter(id=other.id).update(phone_index=one.phone_index)


def test_attendance_tests_notices(world: World, activity: UUID) -> None:
    one = sign_up(world, activity)
    first, second = Session.objects.filter(activity_id=activity)

    def present(session: Session, nonce: str) -> None:
        Attendance.objects.create(
            registration_id=one.id, session=session, at=world.now, method="qr", by_label="x", nonce=nonce
        )

    present(first, "a")
    refused(lambda: Attendance.objects.update(method="odd"), "attendance_method_known")
    refused(lambda: present(first, "b"), "attendance_once")
    refused(lambda: present(second, "a"), "nonce")

    def tested(before: int | None, after: int | None) -> None:
        TestResult.objects.create(registration_id=one.id, before=before, after=after, recorded_at=world.now)

    refused(lambda: tested(None, None), "test_not_empty")
    refused(lambda: tested(101, None), "test_before_range")
    refused(lambda: tested(None, -1), "test_after_range")
    tested(1, 2)
    refused(lambda: tested(1, 2), "registration_id")
    Notice.objects.create(registration_id=one.id, kind="seat_given", created_at=world.now)
    refused(
        lambda: Notice.objects.create(registration_id=one.id, kind="seat_given", created_at=world.now), "notice_once"
    )
    refused(lambda: Notice.objects.update(kind="unheard"), "notice_kind_known")


def test_officials_have_a_known_role(activity: UUID) -> None:
    refused(lambda: Official.objects.create(activity_id=activity, role="unheard", name="x"), "official_role_known")


@pytest.mark.parametrize("app", ["foundation", "training"])
def test_every_field_with_choices_is_held_by_a_check(app: str) -> None:
    """Rows keep only what the code knows; by name, since a check may tell several fields."""
    for model in apps.get_app_config(app).get_models():
        checks = " ".join(str(c) for c in model._meta.constraints if isinstance(c, CheckConstraint))
        for field in model._meta.fields:
            if field.choices:
                assert re.search(rf"'{field.name}(__in)?', ", checks), f"{model.__name__}.{field.name}"


def test_certificates(world: World, activity: UUID) -> None:
    people = [sign_up(world, activity, n).id for n in (1, 2)]
    series = CertificateSeries.objects.create(series="BK-#")

    def issue(person: UUID, number: str, sequence: int, **values: Any) -> Certificate:
        return Certificate.objects.create(
            registration_id=person,
            number=number,
            series=series,
            sequence=sequence,
            holder="x",
            face={},
            token=uuid4().hex[:22],
            issued_at=world.now,
            issued_by="x",
            **values,
        )

    first = issue(people[0], "BK-1", 1)
    refused(lambda: issue(people[1], "BK-1", 2), "number")
    refused(lambda: issue(people[1], "BK-2", 1), "certificate_sequence_once")
    refused(lambda: issue(people[0], "BK-2", 2), "certificate_one_valid")
    refused(lambda: issue(people[1], "BK-0", 0), "certificate_sequence")
    refused(
        lambda: Certificate.objects.filter(id=first.id).update(state="revoked", revoked_at=world.now),
        "certificate_revoked_with_reason",
    )
    refused(
        lambda: Certificate.objects.filter(id=first.id).update(revoke_reason="x"), "certificate_revoked_with_reason"
    )


def test_runs_and_texts(world: World, activity: UUID) -> None:
    def run(**values: Any) -> CertificateRun:
        return CertificateRun.objects.create(activity_id=activity, total=2, requested_at=world.now, **values)

    run()
    refused(run, "certificate_run_one_open")
    refused(lambda: run(state="done", done=3), "certificate_run_done")
    refused(lambda: run(state="unheard"), "certificate_run_state_known")

    def text(version: int) -> None:
        ReportText.objects.create(
            activity_id=activity, kind="report", language="id", version=version, by_label="x", at=world.now
        )

    text(1)
    refused(lambda: ReportText.objects.update(kind="unheard"), "text_kind_known")
    refused(lambda: ReportText.objects.update(language="fr"), "text_language_known")
    refused(lambda: text(1), "text_version_once")
    with pytest.raises(IntegrityError), transaction.atomic():
        text(0)
