"""After the event: test results, certificates and texts that keep what they said."""

from decimal import Decimal
from uuid import UUID

import pytest
from tests.people import World

from binakriya.accounts.rules import NotAllowed, Refused
from binakriya.foundation.models import LedgerEntry
from binakriya.training import operations
from binakriya.training.models import Certificate, Registration, ReportText, Session

from .made import make_activity, sign_up


def _actions() -> list[str]:
    return list(LedgerEntry.objects.order_by("number").values_list("action", flat=True))


def _sessions(activity_id: UUID) -> list[Session]:
    return list(Session.objects.filter(activity_id=activity_id))


def test_test_results(world: World, activity: UUID) -> None:
    one = sign_up(world, activity)
    by = world.actor("officer")
    operations.record_test(registration_id=one.id, before=Decimal(55), by=by, now=world.now)
    operations.record_test(registration_id=one.id, after=Decimal(85), by=by, now=world.now)
    found = Registration.objects.get().test_result
    assert (found.before, found.after) == (55, 85)
    with pytest.raises(Refused, match="score_range"):
        operations.record_test(registration_id=one.id, after=Decimal(101), by=by, now=world.now)
    other = sign_up(world, activity, 2)
    with pytest.raises(Refused, match="score_needed"):
        operations.record_test(registration_id=other.id, by=by, now=world.now)


@pytest.fixture
def held(world: World) -> UUID:
    """Done; 1 and 2 attended both sessions, 3 one of two, 4 none."""
    activity = make_activity(world)
    people = [sign_up(world, activity, n) for n in range(1, 5)]
    first, second = _sessions(activity)
    by = world.actor("officer")
    for session, present in ((first, people[:3]), (second, people[:2])):
        for one in present:
            operations.check_in(session_id=session.id, scan=one.code, by=by, now=world.now)
    for move in ("start", "finish"):
        operations.move_activity(activity_id=activity, move=move, by=by, now=world.now)
    return activity


def test_certificates_for_those_who_attended_enough(world: World, held: UUID) -> None:
    by = world.actor("officer")
    numbers = operations.issue_certificates(activity_id=held, by=by, now=world.now)
    assert numbers == ("BK-3674-2018-0001", "BK-3674-2018-0002")
    assert operations.issue_certificates(activity_id=held, by=by, now=world.now) == ()
    assert _actions().count("training.certificate_issued") == 2
    face = Certificate.objects.first().face  # type: ignore[union-attr]
    assert (face["hours"], face["region"]) == ("4", "3674")


def test_certificates_in_a_batch(world: World, held: UUID) -> None:
    by = world.actor("officer")
    run = operations.request_certificates(activity_id=held, by=by, now=world.now)
    assert operations.request_certificates(activity_id=held, by=by, now=world.now) == run
    assert operations.work_run(run_id=run, by=by, now=world.now) == 2
    assert operations.work_run(run_id=run, by=by, now=world.now) == 0
    with pytest.raises(Refused, match="nobody_eligible"):
        operations.request_certificates(activity_id=held, by=by, now=world.now)


def test_certificates_are_not_issued_before_the_activity_runs(world: World, activity: UUID) -> None:
    with pytest.raises(Refused, match="not_yet_certifying"):
        operations.issue_certificates(activity_id=activity, by=world.actor("officer"), now=world.now)
    with pytest.raises(NotAllowed):
        operations.issue_certificates(activity_id=activity, by=world.actor("practitioner"), now=world.now)


def test_revoking_and_issuing_anew(world: World, held: UUID) -> None:
    by = world.actor("officer")
    operations.issue_certificates(activity_id=held, by=by, now=world.now)
    first, second = Certificate.objects.all()
    with pytest.raises(Refused, match="reason_needed"):
        operations.revoke_certificate(certificate_id=first.id, reason="", by=by, now=world.now)
    operations.revoke_certificate(certificate_id=first.id, reason="Salah nama", by=by, now=world.now)
    # The next batch does not bring it back.
    assert operations.issue_certificates(activity_id=held, by=by, now=world.now) == ()
    number = operations.reissue_certificate(
        certificate_id=first.id, reason="Salah nama", holder="Siti Rohmah", by=by, now=world.now
    )
    assert number == "BK-3674-2018-0003"
    assert Certificate.objects.get(number=number).holder == "Siti Rohmah"
    with pytest.raises(Refused, match="already_reissued"):
        operations.reissue_certificate(certificate_id=first.id, reason="lagi", by=by, now=world.now)
    assert (
        operations.reissue_certificate(certificate_id=second.id, reason="Rusak", by=by, now=world.now)
        == "BK-3674-2018-0004"
    )
    assert Certificate.objects.get(id=second.id).state == "revoked"


def test_a_certificate_keeps_what_stood_on_it(world: World, held: UUID) -> None:
    by = world.actor("officer")
    operations.issue_certificates(activity_id=held, by=by, now=world.now)
    operations.change_activity(activity_id=held, values={"title": "Judul lain"}, by=by, now=world.now)
    assert Certificate.objects.first().face["title"] == "Pembinaan mutu dan standar kemasan"  # type: ignore[union-attr]


def test_a_certified_check_in_is_not_undone(world: World, held: UUID) -> None:
    by = world.actor("officer")
    operations.issue_certificates(activity_id=held, by=by, now=world.now)
    operations.move_activity(activity_id=held, move="resume", by=by, now=world.now)
    found = Certificate.objects.first().registration.attendances.first()  # type: ignore[union-attr]
    with pytest.raises(Refused, match="certificate_issued"):
        operations.undo_check_in(attendance_id=found.id, reason="x", by=by, now=world.now)


def test_texts_are_kept_as_versions(world: World, held: UUID) -> None:
    by, now = world.actor("officer"), world.now

    def save(text: str, based_on: int | None = None) -> int:
        return operations.save_texts(
            activity_id=held, kind="report", language="id", texts={"preface": text}, based_on=based_on, by=by, now=now
        )

    assert save("Satu", 0) == 1
    assert save("Satu", 1) == 1
    assert save("Dua", 1) == 2
    with pytest.raises(Refused, match="text_changed"):
        save("Tiga", 1)
    assert operations.restore_texts(activity_id=held, kind="report", language="id", version=1, by=by, now=now) == 3
    assert ReportText.objects.first().texts == {"preface": "Satu"}  # type: ignore[union-attr]
    with pytest.raises(NotAllowed):
        operations.save_texts(
            activity_id=held, kind="report", language="id", texts={}, by=world.actor("leadership"), now=now
        )
