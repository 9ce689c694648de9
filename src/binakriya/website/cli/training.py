"""Training: `binakriya training …`."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal, cast, get_args
from uuid import UUID

import typer
from django.utils import timezone

from binakriya.accounts.rules import Actor, Refused
from binakriya.foundation.press.words import Language
from binakriya.training import operations, papers
from binakriya.training.queries import activities as known
from binakriya.training.queries import certificates as certified
from binakriya.training.queries import people
from binakriya.training.queries.find import activity_named, participant_named
from binakriya.training.queries.texts import text_page
from binakriya.training.tables import (
    certificate_cells,
    certificate_head,
    note_certificates_read,
    note_participants_read,
    participant_cells,
    participant_head,
)
from binakriya.training.words import ACTIVITY_STATES, CERTIFICATE_STATES, REGISTRATION_STATES, reason_of
from binakriya.website.cli.problems import Problem, emit
from binakriya.website.cli.shared import Acting, AsJson, Out, acting, facts, lines, told, write_bytes, write_rows

app = typer.Typer(help="Training: programmes, activities, participants, certificates, report.", no_args_is_help=True)
programmes = typer.Typer(help="Programmes of an office.", no_args_is_help=True)
activities = typer.Typer(help="Activities: list them, show one, copy one.", no_args_is_help=True)
participants = typer.Typer(help="Participants of an activity: list, show, export.", no_args_is_help=True)
certificates = typer.Typer(help="Certificates: list, show, issue, export, write as PDF.", no_args_is_help=True)
report = typer.Typer(help="Report, press release, letters: show their versions, write the files.", no_args_is_help=True)
for _name, _group in (
    ("programmes", programmes),
    ("activities", activities),
    ("participants", participants),
    ("certificates", certificates),
    ("report", report),
):
    app.add_typer(_group, name=_name)

ActivityName = Annotated[str, typer.Argument(help="Slug of the activity (the end of its address), or its id.")]
Folder = Annotated[Path, typer.Option(help="Folder for the files.")]
PageNumber = Annotated[int, typer.Option(min=1, help="Page of the list, 25 a page.")]
Document = Literal["report", "release", "letters", "attendance", "tickets"]


@contextmanager
def _told() -> Iterator[None]:
    """Also what training's operations refuse, in the room's words."""
    with told():
        try:
            yield
        except Refused as refused:
            raise Problem(str(reason_of(refused))) from refused


def _activity(name: str, by: Actor) -> UUID:
    with _told():
        return activity_named(name=name, by=by)


def _one_of(value: str, allowed: tuple[str, ...], option: str) -> str:
    if value and value not in allowed:
        raise Problem(f"{option} is one of: {', '.join(allowed)}.")
    return value


def _write(folder: Path, paper: papers.Paper | None, none: str) -> str:
    if paper is None:
        raise Problem(none)
    if not folder.is_dir():
        raise Problem(f"{folder} is no folder. Make it first, or name another: --out")
    # An association may call itself what it likes: a name is no path.
    target = folder / paper.name.replace("/", "-").replace("\\", "-")
    write_bytes(target, paper.content)
    return str(target)


# --- programmes -------------------------------------------------------------------------------------------------------


@programmes.command("list")
def programmes_list(who: Acting = "", as_json: AsJson = False) -> None:
    """The programmes, newest year first."""
    by = acting(who)
    with _told():
        rows = known.programmes(by=by)
    if as_json:
        emit(facts(rows))
        return
    lines((row.id, row.year, row.title, f"{row.activities} activities") for row in rows)


@programmes.command("show")
def programmes_show(
    programme: Annotated[str, typer.Argument(help="Title of the programme, or its id.")],
    who: Acting = "",
    as_json: AsJson = False,
) -> None:
    """One programme with its activities."""
    by = acting(who)
    with _told():
        found = [
            row.id
            for row in known.programmes(by=by)
            if programme.strip().casefold() in (str(row.id), row.title.casefold())
        ]
        if len(found) != 1:
            raise Problem(f"{programme} is no one programme. Name its id: binakriya training programmes list")
        page = known.programme_page(programme_id=found[0], by=by)
    if as_json:
        emit(asdict(page))
        return
    typer.echo(f"{page.programme.title} ({page.programme.year})")
    lines((row.slug, row.starts_on, ACTIVITY_STATES[row.state][0], row.title) for row in page.activities)


# --- activities -------------------------------------------------------------------------------------------------------


@activities.command("list")
def activities_list(
    when: Annotated[str, typer.Option(help="upcoming, past or all.")] = "all",
    state: Annotated[str, typer.Option(help=f"Only in this state: {', '.join(ACTIVITY_STATES)}.")] = "",
    text: Annotated[str, typer.Option(help="Only with these words in title or venue.")] = "",
    page: PageNumber = 1,
    who: Acting = "",
    as_json: AsJson = False,
) -> None:
    """The activities, newest first."""
    _one_of(when, ("upcoming", "past", "all"), "--when")
    _one_of(state, tuple(ACTIVITY_STATES), "--state")
    by = acting(who)
    with _told():
        found = known.activities_page(by=by, now=timezone.now(), when=when, text=text, state=state, number=page)
    if as_json:
        emit({"total": found.page.paginator.count, "page": found.page.number, "activities": facts(found.rows)})
        return
    lines(
        (row.slug, row.starts_on, ACTIVITY_STATES[row.state][0], f"{row.seats}/{row.quota}", row.title)
        for row in found.rows
    )


@activities.command("show")
def activities_show(activity: ActivityName, who: Acting = "", as_json: AsJson = False) -> None:
    """One activity: its sessions, its figures, the next step."""
    by = acting(who)
    with _told():
        page = known.activity_page(activity_id=_activity(activity, by), by=by, now=timezone.now())
    if as_json:
        emit(asdict(page))
        return
    head = page.head
    lines(
        [
            ("title", head.title),
            ("state", ACTIVITY_STATES[head.state][0]),
            ("day", head.starts_on if head.starts_on == head.ends_on else f"{head.starts_on} – {head.ends_on}"),
            ("venue", head.venue),
            ("seats", f"{head.seats} of {head.quota}, {page.waiting} waiting"),
            ("attended", page.standing.attended),
            ("certificates", page.standing.certificates),
            ("next", page.next or "nothing"),
            *(
                ("session", f"{timezone.localtime(s.starts_at):%Y-%m-%d %H:%M}", s.title, f"{s.present} present")
                for s in page.sessions
            ),
        ]
    )


# --- participants -----------------------------------------------------------------------------------------------------


@activities.command("copy")
def activities_copy(
    activity: ActivityName,
    starts: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="First day of the new one.")],
    title: Annotated[str, typer.Option(help="Its title (default: that of the earlier one).")] = "",
    with_officials: Annotated[bool, typer.Option(help="Take who holds the standing posts along.")] = False,
    who: Acting = "",
    as_json: AsJson = False,
) -> None:
    """A draft after the model of an earlier activity, in the same programme: sessions, practitioners, venue, materials
    and budget on other days. The same copy asked for again is not made twice."""
    by = acting(who)
    with _told():
        head = known.activity_head(activity_id=_activity(activity, by), by=by)
        made = operations.copy_activity(
            activity_id=head.id,
            programme_id=head.programme_id,
            title=title or head.title,
            starts_on=starts.date(),
            with_officials=with_officials,
            nonce=f"copy-{head.id}-{starts:%Y-%m-%d}",
            by=by,
            now=timezone.now(),
        )
        slug = known.activity_head(activity_id=made, by=by).slug
    if as_json:
        emit({"id": made, "slug": slug})
        return
    typer.echo(slug)


@participants.command("list")
def participants_list(
    activity: ActivityName,
    state: Annotated[str, typer.Option(help=f"Only in this state: {', '.join(REGISTRATION_STATES)}.")] = "",
    text: Annotated[str, typer.Option(help="Part of a name or business, or a ticket's code.")] = "",
    page: PageNumber = 1,
    who: Acting = "",
    as_json: AsJson = False,
) -> None:
    """The participants by name, without phones."""
    _one_of(state, tuple(REGISTRATION_STATES), "--state")
    by = acting(who)
    with _told():
        found = people.participants_page(
            activity_id=_activity(activity, by), by=by, text=text, state=state, number=page
        )
    if as_json:
        emit({"counts": found.counts, "page": found.page.number, "participants": facts(found.rows)})
        return
    lines((row.code, row.name, row.business, REGISTRATION_STATES[row.state][0]) for row in found.rows)


@participants.command("show")
def participants_show(
    activity: ActivityName,
    code: Annotated[str, typer.Argument(help="The six digits of the ticket.")],
    who: Acting = "",
    as_json: AsJson = False,
) -> None:
    """One participant: sessions attended, tests, certificate; the phone is masked."""
    by = acting(who)
    with _told():
        activity_id = _activity(activity, by)
        registration_id = participant_named(activity_id=activity_id, code=code.replace(" ", ""), by=by)
        page = people.participant_page(activity_id=activity_id, registration_id=registration_id, by=by)
    # Whoever has the token has the ticket: it stays on the pages.
    told_facts = {key: value for key, value in asdict(page).items() if key != "token"}
    if as_json:
        emit(told_facts)
        return
    row = page.row
    lines(
        [
            ("name", row.name),
            ("business", row.business),
            ("phone", row.phone),
            ("state", REGISTRATION_STATES[row.state][0]),
            ("sessions", row.attended),
            ("certificate", row.certificate or "none"),
        ]
    )


@participants.command("export")
def participants_export(activity: ActivityName, out: Out = None, who: Acting = "", as_json: AsJson = False) -> None:
    """Everyone as CSV that no spreadsheet takes for formulas, or as JSON; phones masked, the ledger notes it."""
    by = acting(who)
    with _told():
        activity_id = _activity(activity, by)
        rows = people.participant_rows(activity_id=activity_id, by=by)
        note_participants_read(activity_id=activity_id, by=by, now=timezone.now())
        write_rows(participant_head(), participant_cells(rows), out=out, as_json=as_json)


# --- certificates -----------------------------------------------------------------------------------------------------


@certificates.command("list")
def certificates_list(
    text: Annotated[str, typer.Option(help="Part of a name, a business or a number.")] = "",
    page: PageNumber = 1,
    who: Acting = "",
    as_json: AsJson = False,
) -> None:
    """The certificates, newest first."""
    by = acting(who)
    with _told():
        found = certified.office_certificates(by=by, text=text, number=page)
    if as_json:
        emit({"total": found.page.paginator.count, "page": found.page.number, "certificates": facts(found.rows)})
        return
    lines((row.number, row.holder, CERTIFICATE_STATES[row.state][0], row.activity) for row in found.rows)


@certificates.command("show")
def certificates_show(
    number: Annotated[str, typer.Argument(help="The certificate's number.")], who: Acting = "", as_json: AsJson = False
) -> None:
    """One certificate: whose, of what, whether it is valid."""
    by = acting(who)
    with _told():
        found = certified.certificate_detail(certificate_id=certified.certificate_named(number=number, by=by), by=by)
    if as_json:
        emit({key: value for key, value in asdict(found).items() if key != "token"})
        return
    row = found.row
    lines(
        [
            ("number", row.number),
            ("holder", row.holder),
            ("activity", row.activity),
            ("state", CERTIFICATE_STATES[row.state][0]),
            ("issued", f"{timezone.localtime(row.issued_at):%Y-%m-%d}", found.issued_by),
        ]
    )


@certificates.command("issue")
def certificates_issue(activity: ActivityName, who: Acting = "", as_json: AsJson = False) -> None:
    """Certificates for everyone who attended enough and has none; safe to repeat."""
    by = acting(who)
    with _told():
        activity_id = _activity(activity, by)
        numbers = operations.issue_certificates(activity_id=activity_id, by=by, now=timezone.now())
    if as_json:
        emit({"issued": numbers})
        return
    lines((number,) for number in numbers)
    typer.echo(f"{len(numbers)} issued.")


@certificates.command("export")
def certificates_export(
    activity: Annotated[str, typer.Option(help="Only of this activity: its slug or id.")] = "",
    out: Out = None,
    who: Acting = "",
    as_json: AsJson = False,
) -> None:
    """Every certificate as CSV or JSON; the ledger notes it."""
    by = acting(who)
    with _told():
        activity_id = _activity(activity, by) if activity else None
        rows = certified.certificate_rows(by=by, activity_id=activity_id)
        note_certificates_read(activity_id=activity_id, by=by, now=timezone.now())
        write_rows(certificate_head(), certificate_cells(rows), out=out, as_json=as_json)


@certificates.command("write")
def certificates_write(
    activity: ActivityName,
    out: Folder = Path(),
    language: Annotated[str, typer.Option(help="id or en.")] = "id",
    who: Acting = "",
    as_json: AsJson = False,
) -> None:
    """Every valid certificate of an activity in one PDF."""
    _one_of(language, ("id", "en"), "--language")
    by = acting(who)
    with _told():
        made = papers.all_certificates(activity_id=_activity(activity, by), by=by, language=cast(Language, language))
    path = _write(out, made, "No certificate was issued yet. First: binakriya training certificates issue")
    emit({"files": [path]}) if as_json else typer.echo(path)


# --- report -----------------------------------------------------------------------------------------------------------


@report.command("show")
def report_show(
    activity: ActivityName,
    kind: Annotated[str, typer.Option(help="report or release.")] = "report",
    language: Annotated[str, typer.Option(help="id or en.")] = "id",
    who: Acting = "",
    as_json: AsJson = False,
) -> None:
    """The texts as they stand, and their saved versions."""
    _one_of(kind, ("report", "release"), "--kind")
    _one_of(language, ("id", "en"), "--language")
    by = acting(who)
    with _told():
        page = text_page(activity_id=_activity(activity, by), kind=kind, language=cast(Language, language), by=by)
    if as_json:
        emit({"version": page.version, "parts": facts(page.parts), "versions": facts(page.versions)})
        return
    for part in page.parts:
        typer.echo(f"# {part.heading or part.key}{' (edited)' if part.edited else ''}\n{part.text}\n")
    lines(("version", one.number, f"{timezone.localtime(one.at):%Y-%m-%d %H:%M}", one.by) for one in page.versions)


@report.command("write")
def report_write(
    activity: ActivityName,
    document: Annotated[str, typer.Option(help=f"What to write: {', '.join(get_args(Document))}.")] = "report",
    language: Annotated[str, typer.Option(help="id or en; report and release only.")] = "id",
    file: Annotated[str, typer.Option(help="pdf or docx; report and release only.")] = "pdf",
    out: Folder = Path(),
    who: Acting = "",
    as_json: AsJson = False,
) -> None:
    """Write the report, the press release, the letters, the attendance sheets or the tickets into a folder."""
    _one_of(document, get_args(Document), "--document")
    _one_of(language, ("id", "en"), "--language")
    _one_of(file, ("pdf", "docx"), "--file")
    by = acting(who)
    with _told():
        made = _documents(cast(Document, document), _activity(activity, by), by, cast(Language, language), file)
    paths = [_write(out, one, "There is nothing to write yet.") for one in made]
    if not paths:
        raise Problem(f"There is nothing to write yet: the activity has no {document}.")
    emit({"files": paths}) if as_json else lines((path,) for path in paths)


def _documents(
    document: Document, activity_id: UUID, by: Actor, language: Language, file: str
) -> list[papers.Paper | None]:
    now = timezone.now()
    if document in ("report", "release"):
        make = papers.report if document == "report" else papers.release
        return [make(activity_id=activity_id, by=by, now=now, language=language, file=file)]
    if document == "letters":
        letters = people.letters_page(activity_id=activity_id, by=by).rows
        return [papers.invitation_letter(invitation_id=row.id, by=by, now=now) for row in letters]
    if document == "attendance":
        sessions = known.session_infos(activity_id)
        return [papers.attendance_sheet(session_id=s.id, by=by, now=now) for s in sessions if s.takes_attendance]
    return [papers.all_tickets(activity_id=activity_id, by=by, now=now)]
