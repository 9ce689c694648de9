"""The room's printed matter: data of an activity into the bytes of PDF and DOCX files.

Nothing is stored: the same data make the same paper again, and `created` is part of the data.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from binakriya.accounts.queries import OrganisationInfo, letterhead_of, logo_of
from binakriya.accounts.rules import Actor, Deed, NotAllowed, check_may, may_office
from binakriya.foundation.addresses import public_address
from binakriya.foundation.press.words import Language, say
from binakriya.foundation.printing import press, stamp
from binakriya.training.documents import (
    Annexes,
    AttendanceSheet,
    Attendee,
    Invitation,
    Issued,
    Letter,
    Letterhead,
    Material,
    Photo,
    Phrase,
    Poster,
    Present,
    Signatory,
    Ticket,
    attendance_pdf,
    certificates_pdf,
    compose_release,
    compose_report,
    invitation_pdf,
    poster_pdf,
    release_docx,
    release_pdf,
    report_docx,
    report_pdf,
    tickets_pdf,
)
from binakriya.training.documents import Certificate as CertificatePaper
from binakriya.training.models import Activity, Certificate, Registration
from binakriya.training.models import Invitation as InvitationRow
from binakriya.training.queries import facts as known
from binakriya.training.queries.photos import opened
from binakriya.training.queries.scanning import attendees
from binakriya.training.queries.scope import seen
from binakriya.training.queries.texts import edited_texts
from binakriya.training.rules.states import PUBLIC, SEATED, CertificateState, RegistrationState
from binakriya.training.rules.tickets import qr_content

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Paper:
    """A file: its name without a path, its media type, its bytes."""

    name: str
    media_type: str
    content: bytes


# --- letters ----------------------------------------------------------------------------------------------------------


def invitation_letter(*, invitation_id: UUID, by: Actor, now: dt.datetime, activity_id: UUID | None = None) -> Paper:
    """Raises NotAllowed, Invitation.DoesNotExist (also for another activity's, where `activity_id` says one)."""
    row = InvitationRow.objects.select_related("association", "activity").get(id=invitation_id)
    if activity_id is not None and row.activity_id != activity_id:
        raise InvitationRow.DoesNotExist
    activity = seen(row.activity_id, by)
    office = known.office_of(activity)
    officials = known.officials_of(activity)
    sessions = known.sessions_of(activity)
    first, last = (sessions[0], max(sessions, key=lambda s: s.ends_at)) if sessions else (None, None)
    head = officials.get("head_of_office")
    letter = Invitation(
        letterhead=letterhead_of(office),
        number=row.number,
        written=row.written_on,
        addressee=row.addressee or f"Ketua {row.association.name}",
        association=row.association.short_name,
        activity=known.both(activity.title, activity.title_en),
        sessions=known.planned(sessions),
        starts=activity.starts_on,
        ends=activity.ends_on,
        venue=activity.venue,
        signatory=known.signatory(head, Phrase("Kepala Dinas", "Head of office")),
        starts_at=timezone.localtime(first.starts_at).time() if first else None,
        ends_at=timezone.localtime(last.ends_at).time() if last else None,
        zone=known.zone_of(first.starts_at if first else None),
        seats=row.seats,
        register_url=public_address(reverse("training:public-activity", kwargs={"slug": activity.slug})),
        contact=office.phone or office.email,
        notice=say(known.phrase(activity.notice), "id"),
    )
    content = invitation_pdf(press(), letter, created=stamp(now))
    return Paper(f"undangan-{row.association.short_name}.pdf", PDF, content)


def poster(*, activity_id: UUID, by: Actor, now: dt.datetime, language: Language) -> Paper | None:
    """The page to register, to hang up; None while the activity is not public. Raises NotAllowed."""
    check_may(by, Deed.TRAINING_PLAN)
    activity = seen(activity_id, by)
    if activity.state not in PUBLIC:
        return None
    office = known.office_of(activity)
    sessions = known.sessions_of(activity)
    first, last = (sessions[0].starts_at, max(s.ends_at for s in sessions)) if sessions else (None, None)
    closes = activity.registration_closes_at
    made = Poster(
        letterhead=letterhead_of(office),
        activity=known.both(activity.title, activity.title_en),
        starts=activity.starts_on,
        ends=activity.ends_on,
        venue=activity.venue,
        url=public_address(reverse("training:public-activity", kwargs={"slug": activity.slug})),
        starts_at=timezone.localtime(first).time() if first else None,
        ends_at=timezone.localtime(last).time() if last else None,
        zone=known.zone_of(first),
        summary=activity.summary if language == "id" else "",
        closes=timezone.localtime(closes) if closes else None,
        contact=", ".join(filter(None, (office.phone, office.email))),
        language=language,
        notice=say(known.phrase(activity.notice), language),
    )
    return Paper(f"poster-{activity.slug}.pdf", PDF, poster_pdf(press(), made, created=stamp(now)))


# --- tickets ----------------------------------------------------------------------------------------------------------


def _ticket(
    one: Registration,
    activity: Activity,
    office: OrganisationInfo,
    logo: bytes,
    first: dt.datetime | None,
    language: Language,
) -> Ticket:
    return Ticket(
        name=one.name,
        activity=known.both(activity.title, activity.title_en),
        day=activity.starts_on,
        venue=activity.venue,
        qr_content=qr_content(activity_id=activity.id, code=one.code, key=activity.ticket_key),
        code=one.code,
        office=office.short_name,
        logo=logo,
        enterprise=one.business_name,
        starts_at=timezone.localtime(first).time() if first else None,
        zone=known.zone_of(first),
        language=language,
        notice=say(known.phrase(activity.notice), language),
    )


def _tickets(activity: Activity, people: Iterable[Registration], now: dt.datetime, language: Language) -> bytes:
    office = known.office_of(activity)
    logo = logo_of(office.id)
    first = activity.sessions.order_by("starts_at").values_list("starts_at", flat=True).first()
    made = [_ticket(one, activity, office, logo, first, language) for one in people]
    return tickets_pdf(press(), made, created=stamp(now))


def ticket(*, token: str, now: dt.datetime, language: Language) -> Paper | None:
    """None for a registration without a seat. Raises Registration.DoesNotExist."""
    one = Registration.objects.select_related("activity").get(token=token)
    if one.state not in SEATED:
        return None
    return Paper(f"tiket-{one.activity.slug}-{one.code}.pdf", PDF, _tickets(one.activity, [one], now, language))


def all_tickets(*, activity_id: UUID, by: Actor, now: dt.datetime) -> Paper | None:
    """Everyone with a seat, by name; None when there is nobody. Raises NotAllowed, Activity.DoesNotExist."""
    check_may(by, Deed.TRAINING_PLAN)
    activity = seen(activity_id, by)
    people = list(Registration.objects.filter(activity_id=activity_id, state__in=SEATED).order_by("name", "id"))
    return Paper(f"tiket-{activity.slug}.pdf", PDF, _tickets(activity, people, now, "id")) if people else None


# --- attendance -------------------------------------------------------------------------------------------------------


def attendance_sheet(*, session_id: UUID, by: Actor, now: dt.datetime) -> Paper:
    """To sign on paper; without phones. Raises NotAllowed, Session.DoesNotExist."""
    check_may(by, Deed.TRAINING_CHECK_IN)
    activity, session, people = attendees(session_id=session_id, by=by)
    office = known.office_of(activity)
    officials = known.officials_of(activity)
    begins, ends = timezone.localtime(session.starts_at), timezone.localtime(session.ends_at)
    sheet = AttendanceSheet(
        letterhead=letterhead_of(office),
        activity=known.both(activity.title, activity.title_en),
        day=begins.date(),
        venue=activity.venue,
        attendees=tuple(
            Attendee(one.name, one.business_name, one.group.short_name if one.group else "") for one in people
        ),
        session=session.title,
        practitioner=", ".join(one.name for one in session.practitioners.all()),
        starts_at=begins.time(),
        ends_at=ends.time(),
        zone=known.zone_of(begins),
        landscape=False,
        signatories=(known.signatory(officials.get("head_of_division"), Phrase("Panitia", "Organiser")),),
        notice=say(known.phrase(activity.notice), "id"),
    )
    name = f"daftar-hadir-{activity.slug}-{begins:%Y-%m-%d-%H%M}.pdf"
    return Paper(name, PDF, attendance_pdf(press(), sheet, created=stamp(now)))


# --- certificates -----------------------------------------------------------------------------------------------------


def _both(values: Mapping[str, Any], key: str) -> str | Phrase:
    indonesian, english = values.get(key, ""), values.get(f"{key}_en", "")
    return Phrase(indonesian, english) if english else indonesian


def certificate_paper(row: Certificate, language: Language = "id", logo: bytes = b"") -> CertificatePaper:
    """What stands on it is what was kept at issue; only the holder's token makes the address."""
    face = row.face
    address = reverse("training:verified", kwargs={"number": row.number})
    return CertificatePaper(
        number=row.number,
        name=row.holder,
        enterprise=row.enterprise_name,
        activity=_both(face, "title"),
        starts=dt.date.fromisoformat(face["starts"]),
        ends=dt.date.fromisoformat(face["ends"]),
        venue=face["venue"],
        hours=Decimal(face["hours"]),
        verify_url=public_address(f"{address}?k={row.token}"),
        letterhead=Letterhead(
            government=face["government"],
            office=face["office"],
            short=face["short"],
            city=face["city"],
            address=face.get("address", ""),
            logo=logo,
        ),
        signatories=tuple(
            Signatory(_both(one, "role"), one["name"], one["nip"], one["rank"]) for one in face["signatories"]
        )
        or (Signatory(Phrase("Kepala Dinas", "Head of office"), ""),),
        issued=timezone.localdate(row.issued_at),
        role=Phrase("peserta", "participant"),
        materials=tuple(
            Material(_both(one, "title"), Decimal(one["hours"]), one["practitioner"]) for one in face["materials"]
        ),
        language=language,
        notice=say(known.phrase(face.get("notice")), language),
    )


def certificate_by_token(*, number: str, token: str, language: Language) -> Paper | None:
    """For whoever holds the QR code's token; None otherwise, and for revoked ones."""
    rows = Certificate.objects.select_related("registration__activity")
    row = rows.filter(number=number, token=token, state=CertificateState.ISSUED).first()
    if row is None:
        return None
    return _certificates([row], f"sertifikat-{row.number}.pdf", language, row.registration.activity.office_id)


def certificate(*, certificate_id: UUID, by: Actor, language: Language = "id") -> Paper:
    """Raises NotAllowed, Certificate.DoesNotExist."""
    check_may(by, Deed.TRAINING_CERTIFY)
    row = Certificate.objects.select_related("registration__activity").get(id=certificate_id)
    if not may_office(by, row.registration.activity.office_id):
        raise NotAllowed("office")
    return _certificates([row], f"sertifikat-{row.number}.pdf", language, row.registration.activity.office_id)


def certificate_sample(*, activity_id: UUID, by: Actor, now: dt.datetime, language: Language = "id") -> Paper:
    """What the certificates of an activity will look like, with a made-up holder and no number. Raises NotAllowed,
    Activity.DoesNotExist."""
    check_may(by, Deed.TRAINING_CERTIFY)
    activity = seen(activity_id, by)
    notice = {"id": "Contoh, bukan sertifikat yang berlaku.", "en": "A sample, not a valid certificate."}
    row = Certificate(
        number="CONTOH",
        holder="Nama Peserta",
        enterprise_name="Nama Usaha",
        face=known.certificate_face(activity_id) | {"notice": notice},
        token="",
        issued_at=now,
    )
    return _certificates([row], f"contoh-sertifikat-{activity.slug}.pdf", language, activity.office_id)


def all_certificates(*, activity_id: UUID, by: Actor, language: Language = "id") -> Paper | None:
    """Every valid one in one file, by number; None when there is none. Raises NotAllowed."""
    check_may(by, Deed.TRAINING_CERTIFY)
    activity = seen(activity_id, by)
    rows = Certificate.objects.filter(registration__activity_id=activity_id, state=CertificateState.ISSUED)
    found = list(rows.order_by("sequence"))
    return _certificates(found, f"sertifikat-{activity.slug}.pdf", language, activity.office_id) if found else None


def _certificates(rows: list[Certificate], name: str, language: Language, office_id: UUID) -> Paper:
    """Of one office, whose arms are the ones of today."""
    logo = logo_of(office_id)
    papers = [certificate_paper(row, language, logo) for row in rows]
    return Paper(name, PDF, certificates_pdf(press(), papers, created=stamp(rows[-1].issued_at)))


# --- report and press release -----------------------------------------------------------------------------------------


def _annexes(activity: Activity) -> Annexes:
    present = Registration.objects.filter(activity_id=activity.id, state=RegistrationState.ATTENDED)
    photos = tuple(Photo(opened(one), one.caption, one.alt) for one in activity.photos.all())
    issued = Certificate.objects.filter(registration__activity_id=activity.id, state=CertificateState.ISSUED)
    return Annexes(
        attendance=tuple(
            Present(one.name, one.business_name, one.group.short_name if one.group else "")
            for one in present.select_related("group").order_by("name", "id")
        ),
        materials=tuple(activity.materials),
        photos=photos,
        letters=tuple(
            Letter(one.number, one.written_on, one.addressee or f"Ketua {one.association.name}")
            for one in InvitationRow.objects.filter(activity_id=activity.id).select_related("association")
        ),
        certificates=tuple(Issued(one.number, one.holder, one.enterprise_name) for one in issued.order_by("sequence")),
    )


def report(
    *, activity_id: UUID, by: Actor, now: dt.datetime, language: Language, file: str, version: int | None = None
) -> Paper:
    """The activity report, `file` pdf or docx, with the newest texts or those of a version. Raises NotAllowed."""
    activity = seen(activity_id, by)
    officials = known.officials_of(activity)
    made = compose_report(
        known.activity_facts(activity_id),
        letterhead=letterhead_of(known.office_of(activity)),
        written=timezone.localdate(now),
        prepared_by=known.signatory(
            officials.get("prepared_by") or officials.get("head_of_division"), Phrase("Penyusun", "Prepared by")
        ),
        approved_by=known.signatory(officials.get("head_of_office"), Phrase("Kepala Dinas", "Head of office")),
        number=activity.report_number,
        language=language,
        texts=edited_texts(activity_id, "report", language, version),
        annexes=_annexes(activity),
    )
    name = f"laporan-{activity.slug}-{language}.{file}"
    if file == "docx":
        return Paper(name, DOCX, report_docx(made, created=stamp(now)))
    return Paper(name, PDF, report_pdf(press(), made, created=stamp(now)))


def release(
    *, activity_id: UUID, by: Actor, now: dt.datetime, language: Language, file: str, version: int | None = None
) -> Paper:
    """The press release, `file` pdf or docx. Raises NotAllowed."""
    activity = seen(activity_id, by)
    office = known.office_of(activity)
    made = compose_release(
        known.activity_facts(activity_id),
        letterhead=letterhead_of(office),
        number=activity.release_number,
        written=timezone.localdate(now),
        contact=known.contact_of(known.officials_of(activity), office),
        language=language,
        texts=edited_texts(activity_id, "release", language, version),
    )
    name = f"siaran-pers-{activity.slug}-{language}.{file}"
    if file == "docx":
        return Paper(name, DOCX, release_docx(made, created=stamp(now)))
    return Paper(name, PDF, release_pdf(press(), made, created=stamp(now)))
