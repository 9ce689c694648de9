"""The home page of whoever works here, of a maker, of a visitor."""

import datetime as dt
from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from binakriya.accounts.rules import Actor, Deed
from binakriya.packaging.queries.listing import waiting as packs_waiting
from binakriya.packaging.rules.states import State
from binakriya.passport.queries.own import own_step
from binakriya.products.queries.papers import papers_attention
from binakriya.registry.queries.cards import enterprises_of_person
from binakriya.registry.queries.waiting import waiting
from binakriya.training.queries.activities import ActivityRow, SessionInfo, session_infos
from binakriya.training.queries.attention import Attention, attention, presence_by_group
from binakriya.training.queries.front import front_activities
from binakriya.training.queries.public import PublicRow, activities_public, own_registrations
from binakriya.training.rules.states import ActivityState
from binakriya.website.addresses import address
from binakriya.website.pages import GroupCount, HomePage, Moment, Result, Row, Task, Today
from binakriya.website.queries.office import data, registry_figures, set_up, tiles
from binakriya.website.templatetags.kriya import day, number

UPCOMING = 5  # rows of a short list
TASKS = 4


def _moments(sessions: tuple[SessionInfo, ...], now: dt.datetime) -> tuple[Moment, ...]:
    return tuple(
        Moment(
            starts_at=one.starts_at,
            title=one.title,
            by=", ".join(p.institution or p.name for p in one.practitioners),
            state="done" if one.ends_at <= now else "now" if one.starts_at <= now else "",
        )
        for one in sessions
    )


def _scanner(sessions: tuple[SessionInfo, ...], now: dt.datetime) -> str:
    """The scanner of the session that takes attendance now or next, else of the last one."""
    taking = [one for one in sessions if one.takes_attendance]
    if not taking:
        return ""
    wanted = next((one for one in taking if one.ends_at > now), taking[-1])
    return address("training:scan", session_id=wanted.id)


def _today(row: ActivityRow, *, unanswered: int, by: Actor, now: dt.datetime) -> Today:
    sessions = session_infos(row.id)
    held = _is_held(row, now)
    runs = not held and row.starts_on <= timezone.localdate(now) <= row.ends_on
    midnight = timezone.make_aware(dt.datetime.combine(row.starts_on, dt.time()))
    return Today(
        title=row.title,
        place=row.venue,
        href=address("training:activity", activity_id=row.id),
        starts_at=sessions[0].starts_at if sessions else midnight,
        runs_today=runs,
        moments=_moments(sessions, now),
        present=row.attended,
        expected=row.seats,
        scanner_href=_scanner(sessions, now) if runs and by.may(Deed.TRAINING_CHECK_IN) else "",
        groups=tuple(GroupCount(g.label, g.present, g.expected) for g in presence_by_group(activity_id=row.id))
        if runs or held
        else (),
        attendance_href=address("training:attendance", activity_id=row.id),
        is_over=held,
        quota=row.quota,
        seats=row.seats,
        waiting=row.waiting,
        unanswered=0 if held or runs else unanswered,
    )


def _is_held(row: ActivityRow, now: dt.datetime) -> bool:
    """Its day is past, or the office has finished it."""
    return row.ends_on < timezone.localdate(now) or row.state in (ActivityState.DONE, ActivityState.REPORTED)


def _needed(one: Attention) -> Task:
    """What an activity waits for, in words."""
    words = {
        "tell": ngettext("%(n)s orang perlu dikabari", "%(n)s orang perlu dikabari", one.count),
        "answers": ngettext("%(n)s undangan belum dijawab", "%(n)s undangan belum dijawab", one.count),
        "finish": _("Kegiatan sudah lewat, belum ditutup"),
        "certificates": ngettext("%(n)s sertifikat siap terbit", "%(n)s sertifikat siap terbit", one.count),
        "report": _("Laporan belum diselesaikan"),
    }
    page, icon, tone = _NEEDS[one.need]
    text = words[one.need] % {"n": number(one.count)} if one.need not in {"finish", "report"} else words[one.need]
    return Task(text, one.title, address(page, activity_id=one.activity_id), icon=icon, tone=tone)


_NEEDS = {
    "tell": ("training:participants", "users", "warn"),
    "answers": ("training:letters", "clock", "info"),
    "finish": ("training:activity", "clock", "bad"),
    "certificates": ("training:activity-certificates", "file-check", "warn"),
    "report": ("training:report", "file-text", "warn"),
}


def _tasks(rows: tuple[ActivityRow, ...], *, by: Actor, now: dt.datetime) -> list[Task]:
    tasks = []
    # One read for all three, and none for whoever does none of it.
    asked = by.may(Deed.REGISTRY_MERGE) or by.may(Deed.REGISTRY_WRITE)
    registry = waiting(office_id=by.office_id) if by.office_id and asked else None
    if registry and by.may(Deed.REGISTRY_MERGE) and (pairs := registry.pairs):
        tasks.append(
            Task(
                ngettext("%(n)s pasang data IKM diduga ganda", "%(n)s pasang data IKM diduga ganda", pairs)
                % {"n": number(pairs)},
                _("Registri"),
                address("registry:duplicates"),
                icon="copy-check",
                tone="info",
            )
        )
    if registry and by.may(Deed.REGISTRY_WRITE) and (asking := registry.requests):
        tasks.append(
            Task(
                ngettext(
                    "%(n)s perajin meminta usahanya dihubungkan",
                    "%(n)s perajin meminta usahanya dihubungkan",
                    asking,
                )
                % {"n": number(asking)},
                _("Registri"),
                address("registry:link-requests"),
                icon="link",
                tone="warn",
            )
        )
    if registry and by.may(Deed.REGISTRY_WRITE) and (new := registry.unchecked):
        tasks.append(
            Task(
                ngettext(
                    "%(n)s usaha dari pendaftaran belum diperiksa",
                    "%(n)s usaha dari pendaftaran belum diperiksa",
                    new,
                )
                % {"n": number(new)},
                _("Registri"),
                address("registry:enterprises") + "?keadaan=periksa",
                icon="store",
                tone="warn",
            )
        )
    tasks.extend(_packs(by))
    tasks.extend(_papers(by, now))
    if by.may(Deed.TRAINING_PLAN) and by.office_id:
        tasks.extend(_needed(one) for one in attention(office_id=by.office_id, now=now))
        tasks.extend(
            Task(
                ngettext("%(n)s orang di daftar tunggu", "%(n)s orang di daftar tunggu", row.waiting)
                % {"n": number(row.waiting)},
                row.title,
                address("training:participants", activity_id=row.id),
                icon="users",
                tone="warn",
            )
            for row in rows
            if row.waiting
        )
    return tasks


def _papers(by: Actor, now: dt.datetime) -> list[Task]:
    """Papers of products that wait for a look, end soon, or have ended lately."""
    found, listed = papers_attention(by=by, today=timezone.localdate(now)), address("products:papers")
    texts = {
        "waiting": (
            ngettext(
                "%(n)s dokumen produk perlu dilihat", "%(n)s dokumen produk perlu dilihat", found.get("waiting", 0)
            ),
            "info",
        ),
        "expired": (
            ngettext(
                "%(n)s dokumen produk habis masanya", "%(n)s dokumen produk habis masanya", found.get("expired", 0)
            ),
            "warn",
        ),
        "soon": (
            ngettext("%(n)s dokumen produk segera habis", "%(n)s dokumen produk segera habis", found.get("soon", 0)),
            "warn",
        ),
    }
    return [
        Task(text % {"n": number(found[code])}, _("Produk"), f"{listed}?keadaan={code}", icon="file-text", tone=tone)
        for code, (text, tone) in texts.items()
        if found.get(code)
    ]


def _packs(by: Actor) -> list[Task]:
    """Packs that wait for this person's hand: drafts to be checked, checked ones to be adopted."""
    found, listed = packs_waiting(by=by), address("packaging:specifications")
    tasks = []
    if by.may(Deed.PACKAGING_CHECK) and (drafts := found.get(State.DRAFT, 0)):
        text = ngettext("%(n)s kemasan menunggu diperiksa", "%(n)s kemasan menunggu diperiksa", drafts)
        tasks.append(
            Task(
                text % {"n": number(drafts)},
                _("Kemasan"),
                f"{listed}?keadaan={State.DRAFT}",
                icon="package",
                tone="info",
            )
        )
    if by.may(Deed.PACKAGING_ADOPT) and (checked := found.get(State.CHECKED, 0)):
        text = ngettext("%(n)s kemasan menunggu ditetapkan", "%(n)s kemasan menunggu ditetapkan", checked)
        tasks.append(
            Task(
                text % {"n": number(checked)},
                _("Kemasan"),
                f"{listed}?keadaan={State.CHECKED}",
                icon="box",
                tone="info",
            )
        )
    return tasks


def _results(rows: Iterable[ActivityRow], *, now: dt.datetime) -> tuple[Result, ...]:
    return tuple(
        Result(
            row.title,
            row.venue,
            row.starts_on,
            row.seats,
            row.quota,
            row.attended,
            address("training:activity", activity_id=row.id),
            over=_is_held(row, now),
            paper=address("training:report", activity_id=row.id) if row.state == ActivityState.REPORTED else "",
        )
        for row in rows
    )


def _held_or_planned(rows: Iterable[ActivityRow]) -> tuple[ActivityRow, ...]:
    return tuple(row for row in rows if row.state != ActivityState.CANCELLED)


def office_home(*, by: Actor, now: dt.datetime) -> HomePage:
    """For whoever may read trainings: today's activity, the next or the last; what waits; figures."""
    page = front_activities(by=by, now=now)
    rows, past = _held_or_planned(page.ahead), _held_or_planned(page.past)
    # Between two activities the last one is what people come back to: its certificates, its report.
    shown = tuple(row for row in rows if not _is_held(row, now))[:1] or rows[:1] or past[:1]
    tasks = _tasks(rows, by=by, now=now)
    found = registry_figures(by=by, now=now)
    first_steps = set_up(by=by, enterprises=found.whole if found else 0, activities=page.total)
    return HomePage(
        today=_today(shown[0], unanswered=page.unanswered[shown[0].id], by=by, now=now) if shown else None,
        tasks=tuple(tasks[:TASKS]),
        tasks_total=len(tasks),
        tiles=() if first_steps else tiles(by=by, now=now, upcoming=page.upcoming, registry=found),
        set_up=first_steps,
        data=data(found) if found else None,
        results=_results([row for row in (*rows, *past) if row not in shown][:UPCOMING], now=now),
    )


def leadership_home(*, by: Actor, now: dt.datetime) -> HomePage:
    """For the head of an office: what the coaching came to, newest first, and the reports to read."""
    page = front_activities(by=by, now=now)
    rows = _held_or_planned((*page.past, *page.ahead))
    running = [row for row in page.ahead if row.starts_on <= timezone.localdate(now) and not _is_held(row, now)]
    found = registry_figures(by=by, now=now)
    return HomePage(
        today=_today(running[0], unanswered=page.unanswered[running[0].id], by=by, now=now) if running else None,
        tiles=tiles(by=by, now=now, upcoming=page.upcoming, registry=found),
        data=data(found) if found else None,
        results=_results([row for row in rows if row not in running][:UPCOMING], now=now),
    )


def _announced(now: dt.datetime) -> tuple[PublicRow, ...]:
    return tuple(row for row in activities_public(now).rows if row.registering)[:UPCOMING]


def _row(one: PublicRow) -> Row:
    free = (
        ngettext("sisa %(n)s tempat", "sisa %(n)s tempat", one.free) % {"n": number(one.free)}
        if one.free
        else _("penuh, ada daftar tunggu")
    )
    return Row(
        one.title, f"{day(one.starts_on)} · {one.venue} · {free}", address("training:public-activity", slug=one.slug)
    )


def maker_home(*, by: Actor, now: dt.datetime) -> HomePage:
    """For a maker: the next step, own registrations, what is open."""
    assert by.id is not None
    open_ = _announced(now)
    own = own_registrations(person_id=by.id)
    step = None
    if not own and open_:
        step = Task(
            _("Daftar kegiatan pertama Anda"),
            _("Pilih kegiatan, isi nama dan nomor telepon, tiketnya langsung jadi. Perlu kira-kira satu menit."),
            address("training:public"),
        )
    elif found := own_step(by=by, on=timezone.localdate(now)):
        step = Task(
            f"{found.title}: {found.product}",
            found.todo,
            address("passport:passport", product_id=found.product_id),
        )
    elif enterprises_of_person(by.id) and address("registry:own"):
        step = Task(
            _("Periksa data usaha Anda"),
            _("Pastikan kontak dan produknya masih benar. Perlu kira-kira dua menit."),
            address("registry:own"),
        )
    return HomePage(
        next_step=step,
        own=tuple(
            Row(one.title, f"{day(one.starts_on)} · {one.venue}", address("training:ticket", token=one.token))
            for one in own[:UPCOMING]
        ),
        upcoming=tuple(_row(one) for one in open_),
    )


def visitor_home(*, now: dt.datetime) -> HomePage:
    """For everyone: the activities that are open."""
    return HomePage(upcoming=tuple(_row(one) for one in _announced(now)))
