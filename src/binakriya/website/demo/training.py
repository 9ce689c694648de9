"""The second half of the play: from the programme to certificates, report and press release."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from uuid import UUID

from binakriya.accounts.rules import Actor, visitor
from binakriya.foundation.press.words import Language
from binakriya.registry.queries import cards, facts_by_id
from binakriya.registry.queries.figures import active_ids
from binakriya.training import operations as training
from binakriya.training import papers
from binakriya.training.queries.activities import activity_page
from binakriya.training.queries.find import find_activity, find_programme
from binakriya.training.queries.people import letters_page, notices_to_tell, participant_rows
from binakriya.website.demo import event
from binakriya.website.demo.event import at

_SEED = 16_11_2018


@dataclass(frozen=True, slots=True)
class Training:
    """What the activity came to, in people."""

    activity_id: UUID
    invited: int
    registered: int
    waiting: int
    cancelled: int
    attended: int
    certificates: int


def programme(*, office_id: UUID, by: Actor) -> UUID:
    """The programme, made when it is not there."""
    return find_programme(office_id=office_id, title=event.PROGRAMME, year=2018) or training.create_programme(
        office_id=office_id,
        title=event.PROGRAMME,
        year=2018,
        aims="Mutu, kemasan, hak, dan pasar bagi IKM kerajinan.",
        by=by,
        now=at(8, 9),
    )


def plan(*, programme_id: UUID, associations: dict[str, UUID], by: Actor) -> UUID:
    """Activity, sessions, officials, practitioners and letters; what is there already is left."""
    activity_id = find_activity(slug=event.SLUG)
    if activity_id is not None:
        return activity_id
    activity_id = training.create_activity(
        programme_id=programme_id,
        slug=event.SLUG,
        title=event.TITLE,
        title_en=event.TITLE_EN,
        summary=event.SUMMARY,
        starts_on=event.DAY,
        venue=event.VENUE,
        quota=event.QUOTA,
        aims=event.AIMS,
        participants_stated=event.PARTICIPANTS,
        legal_bases=event.LEGAL_BASES,
        figures=event.FIGURES,
        materials=event.MATERIALS,
        notice=event.NOTICE,
        by=by,
        now=at(8, 9, 10),
    )
    for role, values in event.OFFICIALS.items():
        training.set_official(activity_id=activity_id, role=role, by=by, now=at(8, 9, 15), **values)
    engaged = {
        p["name"]: training.engage_practitioner(activity_id=activity_id, by=by, now=at(8, 9, 20), **p)
        for p in event.PRACTITIONERS
    }
    for session in event.SESSIONS:
        training.add_session(
            activity_id=activity_id,
            title=session.title,
            title_en=session.title_en,
            starts_at=session.starts,
            ends_at=session.ends,
            takes_attendance=session.takes_attendance,
            practitioner_ids=[engaged[session.practitioner]] if session.practitioner else [],
            by=by,
            now=at(8, 9, 30),
        )
    for n, (name, association_id) in enumerate(associations.items(), 1):
        invitation = training.invite_association(
            activity_id=activity_id,
            association_id=association_id,
            number=f"005/{n:03}/CONTOH/2018",
            written_on=at(9, 9).date(),
            seats=event.SEATS[name],
            by=by,
            now=at(9, 9),
        )
        training.note_answer(invitation_id=invitation, answer="accepted", by=by, now=at(10, 9))
    training.move_activity(activity_id=activity_id, move="open", by=by, now=at(10, 10))
    return activity_id


def register_all(*, activity_id: UUID, office_id: UUID, associations: dict[str, UUID], by: Actor) -> None:
    """Owners with a phone register themselves on the public page; the officer registers the others. Some cancel, and
    the waiting list moves up; the officer tells those who moved."""
    ids = active_ids(office_id=office_id)
    facts, known = facts_by_id(ids), cards(ids)
    order = random.Random(_SEED)  # noqa: S311  (a reproducible order, no secret)
    order.shuffle(ids)
    tokens: list[str] = []
    for n, enterprise_id in enumerate(ids):
        one, card = facts[enterprise_id], known[enterprise_id]
        when = at(10, 11) + timedelta(minutes=37 * n)
        group = next((associations[name] for name in card.associations if name in associations), None)
        register = partial(
            training.register,
            activity_id=activity_id,
            name=one.owner_name or one.name,
            business_name=one.name,
            product=one.products[0] if one.products else "",
            kelurahan_code=one.region_code,
            group_id=group,
            nonce=f"reference-event-{enterprise_id}",
            now=when,
        )
        if one.phones:
            made = register(phone=one.phones[0], consents=["contact"], by=visitor("web demo"))
        else:
            made = register(enterprise_id=enterprise_id, by=by)
        tokens.append(made.token)
    for token in tokens[5:45:20]:
        training.cancel_registration(token=token, by=visitor("web demo"), now=at(14, 9), reason="Berhalangan")
    for notice in notices_to_tell(activity_id=activity_id, by=by):
        training.note_told(activity_id=activity_id, notice_id=notice.id, by=by, now=at(14, 10))


def hold(*, activity_id: UUID, by: Actor) -> None:
    """The day itself: tickets are scanned at each session, tests are noted. Who comes is drawn by a fixed seed."""
    page = activity_page(activity_id=activity_id, by=by)
    if page.head.state == "open":
        training.move_activity(activity_id=activity_id, move="start", by=by, now=at(16, 8))
    chance = random.Random(_SEED)  # noqa: S311
    for person in participant_rows(activity_id=activity_id, by=by):
        if person.state not in {"registered", "attended"}:
            continue
        comes, leaves_early = chance.random() < 0.86, chance.random() < 0.05
        before, gain = chance.randint(30, 70), chance.randint(5, 30)
        if not comes:
            continue
        sessions = [s for s in page.sessions if s.takes_attendance]
        for session in sessions[: 1 if leaves_early else len(sessions)]:
            training.check_in(
                session_id=session.id,
                scan=person.code,
                nonce=f"demo-{session.id.hex[-12:]}-{person.id.hex[-12:]}",
                by=by,
                now=session.starts_at - timedelta(minutes=chance.randint(1, 25)),
            )
        training.record_test(
            registration_id=person.id,
            before=Decimal(before),
            after=Decimal(min(100, before + gain)),
            by=by,
            now=at(16, 15, 20),
        )
    if activity_page(activity_id=activity_id, by=by).head.state == "running":
        training.move_activity(activity_id=activity_id, move="finish", by=by, now=at(16, 15, 30))


def conclude(*, activity_id: UUID, by: Actor) -> None:
    """Certificates for whoever attended enough; the report is taken as finished."""
    training.issue_certificates(activity_id=activity_id, by=by, now=at(16, 16))
    if activity_page(activity_id=activity_id, by=by).head.state == "done":
        training.move_activity(activity_id=activity_id, move="report", by=by, now=at(19, 10))


def write_papers(*, activity_id: UUID, out: Path, by: Actor) -> list[str]:
    """Letters, tickets, attendance sheets, certificates, report and press release; the names of the files.

    Files that are there already are left: the data they were made from do not change.
    """
    out.mkdir(parents=True, exist_ok=True)
    done = out / "daftar.txt"
    if done.exists():
        return done.read_text(encoding="utf-8").split()
    made: list[papers.Paper] = [
        papers.invitation_letter(invitation_id=row.id, by=by, now=at(9, 9))
        for row in letters_page(activity_id=activity_id, by=by).rows
    ]
    page = activity_page(activity_id=activity_id, by=by)
    made += [
        papers.attendance_sheet(session_id=s.id, by=by, now=at(15, 15)) for s in page.sessions if s.takes_attendance
    ]
    tickets = papers.all_tickets(activity_id=activity_id, by=by, now=at(15, 15))
    certificates = papers.all_certificates(activity_id=activity_id, by=by)
    made += [paper for paper in (tickets, certificates) if paper]
    languages: Sequence[Language] = ("id", "en")
    for language in languages:
        for file in ("pdf", "docx"):
            made.append(papers.report(activity_id=activity_id, by=by, now=at(19, 9), language=language, file=file))
            made.append(papers.release(activity_id=activity_id, by=by, now=at(16, 17), language=language, file=file))
    for paper in made:
        (out / paper.name).write_bytes(paper.content)
    names = sorted(paper.name for paper in made)
    done.write_text("\n".join(names) + "\n", encoding="utf-8")
    return names


def account(*, activity_id: UUID, by: Actor) -> Training:
    """The counts, read back from the database."""
    people = list(participant_rows(activity_id=activity_id, by=by))
    states = [p.state for p in people]
    return Training(
        activity_id,
        len(letters_page(activity_id=activity_id, by=by).rows),
        states.count("registered") + states.count("attended"),
        states.count("waiting"),
        states.count("cancelled"),
        states.count("attended"),
        sum(bool(p.certificate) for p in people),
    )
