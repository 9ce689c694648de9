"""Nothing is held, attended or certified before its day; the page to register can be shared until it is full."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.utils import timezone
from tests.foundation.press.reading import pdf_text
from tests.people import World
from tests.training.made import make_activity, sign_up

from binakriya.accounts.rules import Refused
from binakriya.training import operations, papers
from binakriya.training.models import Activity, Attendance, Certificate, Session


@pytest.fixture
def tomorrow(world: World) -> UUID:
    """Open, tomorrow, with one person registered."""
    activity_id = make_activity(world, state="draft", quota=5)
    day = timezone.localdate() + timedelta(days=1)
    by, now = world.actor("officer"), timezone.now()
    operations.change_activity(activity_id=activity_id, values={"starts_on": day, "ends_on": day}, by=by, now=world.now)
    operations.move_activity(activity_id=activity_id, move="open", by=by, now=now)
    return activity_id


def _session(activity_id: UUID) -> UUID:
    return Session.objects.filter(activity_id=activity_id).earliest("starts_at").id


def _move(world: World, activity_id: UUID, move: str, now: datetime, reason: str = "") -> str:
    return operations.move_activity(
        activity_id=activity_id, move=move, by=world.actor("officer"), now=now, reason=reason
    )


def test_before_its_day_nobody_is_present_and_nothing_starts_without_a_reason(world: World, tomorrow: UUID) -> None:
    one, now, by = sign_up(world, tomorrow, now=timezone.now()), timezone.now(), world.actor("officer")
    with pytest.raises(Refused, match="check_in_early"):
        operations.check_in(session_id=_session(tomorrow), scan=one.code, by=by, now=now)
    assert not Attendance.objects.exists()
    with pytest.raises(Refused, match="early"):
        _move(world, tomorrow, "start", now)
    assert Activity.objects.get(id=tomorrow).state == "open"
    assert _move(world, tomorrow, "start", now, "Dimajukan atas permintaan") == "running"
    done = operations.check_in(session_id=_session(tomorrow), scan=one.code, by=by, now=now)
    assert done.outcome == "present"
    with pytest.raises(Refused, match="certificate_early"):
        operations.issue_certificates(activity_id=tomorrow, by=by, now=now)
    with pytest.raises(Refused, match="certificate_early"):
        operations.request_certificates(activity_id=tomorrow, by=by, now=now)
    assert not Certificate.objects.exists()
    # On its day all of it goes on as ever.
    assert operations.issue_certificates(activity_id=tomorrow, by=by, now=now + timedelta(days=1)) == ()


def test_pressing_start_too_early_asks_for_the_date_or_a_reason(world: World, tomorrow: UUID) -> None:
    sign_up(world, tomorrow, now=timezone.now())
    client = world.client("officer")
    answer = client.post(f"/kegiatan/{tomorrow}/langkah/", {"move": "start"})
    assert answer.status_code == 422
    assert "Hari kegiatannya belum tiba" in answer.content.decode()
    assert "Ubah tanggal" in answer.content.decode()
    empty = client.post(f"/kegiatan/{tomorrow}/langkah/", {"move": "start", "reason": " "})
    assert empty.status_code == 422
    client.post(f"/kegiatan/{tomorrow}/langkah/", {"move": "start", "reason": "Dimajukan"})
    assert Activity.objects.get(id=tomorrow).state == "running"


def test_the_scanner_says_that_its_day_is_to_come(world: World, tomorrow: UUID) -> None:
    page = world.client("officer").get(f"/kehadiran/{_session(tomorrow)}/").content.decode()
    assert "Sesi ini baru pada" in page
    operations.move_activity(
        activity_id=tomorrow, move="start", by=world.actor("officer"), now=timezone.now(), reason="Dimajukan"
    )
    assert "Sesi ini baru pada" not in world.client("officer").get(f"/kehadiran/{_session(tomorrow)}/").content.decode()


def test_the_address_can_be_shared_until_nearly_all_seats_are_taken(world: World, tomorrow: UUID) -> None:
    client, slug = world.client("officer"), Activity.objects.get(id=tomorrow).slug
    sign_up(world, tomorrow, 1, now=timezone.now())
    page = client.get(f"/kegiatan/{tomorrow}/").content.decode()
    assert "Bagikan alamat pendaftaran" in page
    assert "1 dari 5 kursi terisi" in page
    assert "https://wa.me/?text=" in page
    assert f"/k/{slug}/" in page
    for number in range(2, 6):
        sign_up(world, tomorrow, number, now=timezone.now())
    page = client.get(f"/kegiatan/{tomorrow}/").content.decode()
    assert "Bagikan alamat pendaftaran" not in page
    assert "Tutup pendaftaran bila sudah cukup" in page


def test_the_poster_carries_the_address_and_drafts_have_none(world: World, tomorrow: UUID) -> None:
    slug = Activity.objects.get(id=tomorrow).slug
    made = papers.poster(activity_id=tomorrow, by=world.actor("officer"), now=world.now, language="id")
    assert made is not None
    assert f"/k/{slug}/" in pdf_text(made.content).replace(" ", "")
    draft = make_activity(world, state="draft", title="Belum diumumkan")
    assert papers.poster(activity_id=draft, by=world.actor("officer"), now=world.now, language="id") is None
    assert world.client("officer").get(f"/kegiatan/{draft}/poster.pdf").status_code == 302


def test_of_invitations_the_page_says_how_many_were_accepted(world: World, tomorrow: UUID) -> None:
    operations.invite_association(
        activity_id=tomorrow,
        association_id=world.association_id,
        number="005/1",
        written_on=timezone.localdate(),
        seats=3,
        by=world.actor("officer"),
        now=timezone.now(),
    )
    page = world.client("officer").get(f"/kegiatan/{tomorrow}/").content.decode()
    assert "Undangan disanggupi" in page
    assert "dari&nbsp;1" in page or "dari 1" in page
