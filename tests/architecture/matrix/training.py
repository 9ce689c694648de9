"""Programmes, activities, participants, attendance, certificates, texts; the public pages; a maker's own."""

import io
from typing import Any
from uuid import UUID

from PIL import Image
from tests.architecture.matrix.declare import PUBLIC, Page, by_deed, only
from tests.people import World
from tests.training.made import DAY, make_activity, make_programme, sign_up

from binakriya.accounts.rules import Deed
from binakriya.training import operations
from binakriya.training.models import Activity, Attendance, Certificate, Notice, Registration, Session

# Lists show what one's work reaches; a thing itself is the office's own, and its engaged practitioners'.
READ = by_deed(Deed.TRAINING_READ)
OFFICE_READS = only("administrator", "officer", "leadership", "practitioner")
PLAN = by_deed(Deed.TRAINING_PLAN)
CHECK_IN = by_deed(Deed.TRAINING_CHECK_IN)
CERTIFY = by_deed(Deed.TRAINING_CERTIFY)
REPORT = by_deed(Deed.TRAINING_REPORT)
JOIN = by_deed(Deed.TRAINING_JOIN)


def _make(world: World) -> UUID:
    """Running, with one person present and certified, one present, one waiting who moved up, one waiting."""
    by, now = world.actor("officer"), world.now
    activity = make_activity(world, quota=3)
    operations.engage_practitioner(
        activity_id=activity, name="Galih", person_id=world.people["practitioner"], by=by, now=now
    )
    operations.invite_association(
        activity_id=activity, association_id=world.association_id, number="1", written_on=DAY, seats=5, by=by, now=now
    )
    people = [sign_up(world, activity, n) for n in range(1, 6)]
    operations.cancel_registration(token=people[2].token, by=world.actor("visitor"), now=now)
    for session in Session.objects.filter(activity_id=activity):
        operations.check_in(session_id=session.id, scan=people[0].code, by=by, now=now)
    operations.move_activity(activity_id=activity, move="start", by=by, now=now)
    operations.issue_certificates(activity_id=activity, by=by, now=now)
    last = Session.objects.filter(activity_id=activity).last()
    assert last
    operations.check_in(session_id=last.id, scan=people[1].code, by=by, now=now)
    for text in ("Satu", "Dua"):
        operations.save_texts(
            activity_id=activity, kind="report", language="id", texts={"preface": text}, by=by, now=now
        )
    return activity


def _activity(world: World) -> UUID:
    return world.once("training.activity", _make)


def activity(world: World) -> dict[str, Any]:
    return {"activity_id": _activity(world)}


def slug(world: World) -> dict[str, Any]:
    return {"slug": Activity.objects.get(id=_activity(world)).slug}


def _open(world: World) -> UUID:
    return make_activity(world, title="Pendaftaran terbuka")


def open_slug(world: World) -> dict[str, Any]:
    return {"slug": Activity.objects.get(id=world.once("training.open", _open)).slug}


def programme(world: World) -> dict[str, Any]:
    return {"programme_id": world.once("training.programme", make_programme)}


def session(world: World) -> dict[str, Any]:
    found = Session.objects.filter(activity_id=_activity(world)).first()
    assert found
    return {"session_id": found.id}


def session_of_activity(world: World) -> dict[str, Any]:
    return activity(world) | session(world)


def practitioner(world: World) -> dict[str, Any]:
    return activity(world) | {"engagement_id": Activity.objects.get(id=_activity(world)).engagements.get().id}


def letter(world: World) -> dict[str, Any]:
    return activity(world) | {"invitation_id": Activity.objects.get(id=_activity(world)).invitations.get().id}


def _one(world: World, name: str) -> Registration:
    return Registration.objects.get(activity_id=_activity(world), name=name)


def participant(world: World) -> dict[str, Any]:
    return activity(world) | {"registration_id": _one(world, "Peserta 001").id}


def waiting(world: World) -> dict[str, Any]:
    return activity(world) | {"registration_id": _one(world, "Peserta 005").id}


def notice(world: World) -> dict[str, Any]:
    return activity(world) | {"notice_id": Notice.objects.get(kind="seat_given").id}


def present(world: World) -> dict[str, Any]:
    found = Attendance.objects.get(registration=_one(world, "Peserta 002"))
    return {"session_id": found.session_id, "attendance_id": found.id}


def certificate(world: World) -> dict[str, Any]:
    _activity(world)
    return {"certificate_id": Certificate.objects.get().id}


def number(world: World) -> dict[str, Any]:
    _activity(world)
    return {"number": Certificate.objects.get().number}


def token(world: World) -> dict[str, Any]:
    return {"token": _one(world, "Peserta 001").token}


def official(world: World) -> dict[str, Any]:
    return activity(world) | {"role": "opened_by"}


def _photo(world: World) -> UUID:
    out = io.BytesIO()
    Image.new("RGB", (8, 6)).save(out, "PNG")
    return operations.add_photo(
        activity_id=_activity(world),
        data=out.getvalue(),
        caption="Peserta melipat kotak",
        by=world.actor("officer"),
        now=world.now,
    )


def photo(world: World) -> dict[str, Any]:
    return activity(world) | {"photo_id": world.once("training.photo", _photo)}


def text(world: World) -> dict[str, Any]:
    return activity(world) | {"kind": "laporan", "code": "id"}


def version(world: World) -> dict[str, Any]:
    return text(world) | {"version": 1}


def paper(world: World) -> dict[str, Any]:
    return text(world) | {"file": "docx"}


PAGES = {
    "training:programmes": Page(READ),
    "training:programme-new": Page(PLAN, methods="BOTH"),
    "training:programme": Page(only("administrator", "officer", "leadership"), kwargs=programme, office_bound=True),
    "training:programme-edit": Page(PLAN, kwargs=programme, methods="BOTH", office_bound=True),
    "training:activities": Page(READ),
    "training:new": Page(PLAN, methods="BOTH"),
    "training:activity": Page(OFFICE_READS, kwargs=activity, office_bound=True),
    "training:copy": Page(PLAN, kwargs=activity, methods="BOTH", office_bound=True),
    "training:edit": Page(PLAN, kwargs=activity, methods="BOTH", office_bound=True),
    "training:move": Page(
        PLAN, kwargs=activity, methods="POST", office_bound=True, post=lambda world: {"move": "finish"}
    ),
    "training:poster": Page(PLAN, kwargs=activity, office_bound=True),
    "training:cancel": Page(PLAN, kwargs=activity, methods="BOTH", office_bound=True),
    "training:sessions": Page(PLAN, kwargs=activity, methods="BOTH", office_bound=True),
    "training:session": Page(PLAN, kwargs=session_of_activity, methods="BOTH", office_bound=True),
    "training:session-remove": Page(PLAN, kwargs=session, methods="POST", office_bound=True),
    "training:practitioner-add": Page(PLAN, kwargs=activity, methods="POST", office_bound=True),
    "training:practitioner-remove": Page(PLAN, kwargs=practitioner, methods="POST", office_bound=True),
    "training:letters": Page(PLAN, kwargs=activity, methods="BOTH", office_bound=True),
    "training:letter": Page(PLAN, kwargs=letter, methods="BOTH", office_bound=True),
    "training:letter-paper": Page(OFFICE_READS, kwargs=letter, office_bound=True),
    "training:letter-withdraw": Page(PLAN, kwargs=letter, methods="POST", office_bound=True),
    "training:participants": Page(OFFICE_READS, kwargs=activity, office_bound=True),
    "training:participant-add": Page(PLAN, kwargs=activity, methods="BOTH", office_bound=True),
    "training:from-registry": Page(PLAN, kwargs=activity, methods="BOTH", office_bound=True),
    "training:tickets": Page(PLAN, kwargs=activity, office_bound=True),
    "training:export-csv": Page(PLAN, kwargs=activity, office_bound=True),
    "training:export-xlsx": Page(PLAN, kwargs=activity, office_bound=True),
    "training:told": Page(PLAN, kwargs=notice, methods="POST", office_bound=True),
    "training:participant": Page(OFFICE_READS, kwargs=participant, office_bound=True),
    "training:reveal-phone": Page(by_deed(Deed.REGISTRY_REVEAL), kwargs=participant, methods="POST", office_bound=True),
    "training:participant-cancel": Page(PLAN, kwargs=waiting, methods="BOTH", office_bound=True),
    "training:give-seat": Page(PLAN, kwargs=waiting, methods="POST", office_bound=True),
    "training:check-in": Page(CHECK_IN),
    "training:scan": Page(
        CHECK_IN, kwargs=session, methods="BOTH", office_bound=True, post=lambda world: {"code": "000000"}
    ),
    "training:sheet": Page(CHECK_IN, kwargs=session, office_bound=True),
    "training:undo-check-in": Page(
        CHECK_IN, kwargs=present, methods="BOTH", office_bound=True, post=lambda world: {"reason": "x"}
    ),
    "training:attendance": Page(OFFICE_READS, kwargs=activity, office_bound=True),
    "training:certificates": Page(CERTIFY),
    "training:certificate": Page(
        CERTIFY,
        kwargs=certificate,
        methods="BOTH",
        office_bound=True,
        post=lambda world: {"deed": "revoke", "cabut-reason": "x"},
    ),
    "training:certificate-paper": Page(CERTIFY, kwargs=certificate, office_bound=True),
    "training:activity-certificates": Page(CERTIFY, kwargs=activity, methods="BOTH", office_bound=True),
    "training:certificate-progress": Page(CERTIFY, kwargs=activity, office_bound=True),
    "training:certificate-sample": Page(CERTIFY, kwargs=activity, office_bound=True),
    "training:all-certificates": Page(CERTIFY, kwargs=activity, office_bound=True),
    "training:report": Page(OFFICE_READS, kwargs=activity, office_bound=True),
    "training:facts": Page(REPORT, kwargs=activity, methods="BOTH", office_bound=True),
    "training:photos": Page(REPORT, kwargs=activity, methods="BOTH", office_bound=True),
    "training:photo": Page(OFFICE_READS, kwargs=photo, office_bound=True),
    "training:photo-words": Page(REPORT, kwargs=photo, methods="BOTH", office_bound=True),
    "training:photo-remove": Page(REPORT, kwargs=photo, methods="POST", office_bound=True),
    "training:official": Page(
        REPORT, kwargs=official, methods="BOTH", office_bound=True, post=lambda world: {"name": "Retno Prawati"}
    ),
    "training:text": Page(REPORT, kwargs=text, methods="BOTH", office_bound=True),
    "training:restore": Page(REPORT, kwargs=version, methods="POST", office_bound=True),
    "training:paper": Page(OFFICE_READS, kwargs=paper, office_bound=True),
    "training:public": Page(PUBLIC),
    "training:public-activity": Page(PUBLIC, kwargs=slug),
    "training:register": Page(PUBLIC, kwargs=open_slug, methods="BOTH"),
    "training:find-ticket": Page(PUBLIC, kwargs=slug, methods="BOTH"),
    "training:calendar": Page(PUBLIC, kwargs=slug),
    "training:ticket": Page(PUBLIC, kwargs=token),
    "training:ticket-paper": Page(PUBLIC, kwargs=token),
    "training:ticket-cancel": Page(PUBLIC, kwargs=token, methods="BOTH"),
    "training:ticket-keep": Page(JOIN, kwargs=token, methods="BOTH"),
    "training:verify": Page(PUBLIC),
    "training:verified": Page(PUBLIC, kwargs=number),
    "training:verified-paper": Page(PUBLIC, kwargs=number, missing_is_fine=True),
    "training:own": Page(JOIN),
}
