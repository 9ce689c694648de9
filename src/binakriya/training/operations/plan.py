"""Planning: programmes, activities, sessions, practitioners, officials, states."""

import secrets
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, models, transaction
from django.utils.text import slugify

from binakriya.accounts.rules import Actor, Deed, NotAllowed, Refused, check_may, check_office
from binakriya.foundation.operations import record
from binakriya.foundation.rules.ledger import changes
from binakriya.training.models import Activity, Engagement, Notice, Official, Programme, Session
from binakriya.training.operations.queue import move_up, record_moved
from binakriya.training.operations.reach import locked
from binakriya.training.rules.numbering import check_template
from binakriya.training.rules.seats import check_quota, check_times
from binakriya.training.rules.states import ACTIVITY, EDITABLE, ActivityState, after, check_state

PROGRAMME_FIELDS = ("title", "year", "aims", "budget_code")
ACTIVITY_FIELDS = (
    *("title", "title_en", "summary", "starts_on", "ends_on", "venue", "quota", "registration_closes_at"),
    *("attendance_percent", "number_template", "budget_code", "budget_amount", "materials"),
    *("aims", "targets", "participants_stated", "legal_bases", "problems", "spending", "figures", "notice"),
    *("report_number", "release_number"),
)
SESSION_FIELDS = ("title", "title_en", "starts_at", "ends_at", "takes_attendance")
PRACTITIONER_FIELDS = ("name", "institution", "institution_en", "topic", "topic_en", "person_id")
OFFICIAL_FIELDS = ("name", "position", "position_en", "nip", "rank", "quote", "quote_en", "reach")


def _values(row: models.Model, fields: Sequence[str]) -> dict[str, Any]:
    return {field: getattr(row, field) for field in fields}


def _changed(
    row: models.Model, fields: Sequence[str], values: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Sets the values on the row; what differs, before and after."""
    unknown = set(values) - set(fields)
    if unknown:
        raise ValueError(f"unknown fields: {sorted(unknown)}")
    before = _values(row, fields)
    for field, value in values.items():
        setattr(row, field, value)
    return changes(before, _values(row, fields))


# --- programmes -------------------------------------------------------------------------------------------------------


def create_programme(
    *,
    office_id: UUID,
    title: str,
    year: int,
    by: Actor,
    now: datetime,
    aims: str = "",
    budget_code: str = "",
) -> UUID:
    """Raises NotAllowed, Refused("programme_exists")."""
    check_may(by, Deed.TRAINING_PLAN)
    check_office(by, office_id)
    programme = Programme(
        office_id=office_id, title=title, year=year, aims=aims, budget_code=budget_code, created_at=now
    )
    try:
        with transaction.atomic():
            programme.save(force_insert=True)
            record(
                by=by,
                now=now,
                action="training.programme_created",
                kind="training.programme",
                object_id=programme.id,
                label=title,
                after=_values(programme, PROGRAMME_FIELDS),
            )
    except IntegrityError as error:
        raise Refused("programme_exists") from error
    return programme.id


def change_programme(*, programme_id: UUID, values: Mapping[str, Any], by: Actor, now: datetime) -> None:
    """`values`: any of PROGRAMME_FIELDS. Raises NotAllowed, Refused("programme_exists")."""
    check_may(by, Deed.TRAINING_PLAN)
    try:
        with transaction.atomic():
            programme = Programme.objects.select_for_update().get(id=programme_id)
            check_office(by, programme.office_id)
            old, new = _changed(programme, PROGRAMME_FIELDS, values)
            if not new:
                return
            programme.save()
            record(
                by=by,
                now=now,
                action="training.programme_changed",
                kind="training.programme",
                object_id=programme.id,
                label=programme.title,
                before=old,
                after=new,
            )
    except IntegrityError as error:
        raise Refused("programme_exists") from error


# --- activities -------------------------------------------------------------------------------------------------------


def _slug(title: str, day: date) -> str:
    base = slugify(title)[:60].strip("-") or "kegiatan"
    slug = f"{base}-{day:%Y-%m-%d}"
    # A second activity of that name on that day gets a few letters of chance.
    return f"{slug}-{secrets.token_hex(2)}" if Activity.objects.filter(slug=slug).exists() else slug


def _check_activity(activity: Activity) -> None:
    if activity.ends_on < activity.starts_on:
        raise Refused("ends_before_start")
    check_quota(quota=activity.quota, taken=activity.seats_taken)
    check_template(activity.number_template)


def create_activity(
    *,
    programme_id: UUID,
    title: str,
    starts_on: date,
    venue: str,
    quota: int,
    by: Actor,
    now: datetime,
    ends_on: date | None = None,
    slug: str = "",
    **values: Any,
) -> UUID:
    """A draft. `values`: more of ACTIVITY_FIELDS. Raises NotAllowed, Refused."""
    check_may(by, Deed.TRAINING_PLAN)
    with transaction.atomic():
        programme = Programme.objects.get(id=programme_id)
        check_office(by, programme.office_id)
        activity = Activity(
            programme=programme,
            office_id=programme.office_id,
            slug=slug or _slug(title, starts_on),
            ticket_key=secrets.token_hex(32),
            created_at=now,
        )
        _changed(
            activity,
            ACTIVITY_FIELDS,
            {
                "title": title,
                "starts_on": starts_on,
                "ends_on": ends_on or starts_on,
                "venue": venue,
                "quota": quota,
                **values,
            },
        )
        _check_activity(activity)
        activity.save(force_insert=True)
        record(
            by=by,
            now=now,
            action="training.activity_created",
            kind="training.activity",
            object_id=activity.id,
            label=title,
            after=_values(activity, ACTIVITY_FIELDS),
        )
    return activity.id


def change_activity(*, activity_id: UUID, values: Mapping[str, Any], by: Actor, now: datetime) -> None:
    """`values`: any of ACTIVITY_FIELDS. A raised quota moves the waiting list up. Raises NotAllowed, Refused."""
    with transaction.atomic():
        activity = locked(activity_id, by=by, deed=Deed.TRAINING_PLAN)
        check_state(activity.state, EDITABLE)
        old, new = _changed(activity, ACTIVITY_FIELDS, values)
        if not new:
            return
        _check_activity(activity)
        activity.save()
        raised = activity.quota > old.get("quota", activity.quota)
        lines = move_up(activity, now=now) if raised else []
        record(
            by=by,
            now=now,
            action="training.activity_changed",
            kind="training.activity",
            object_id=activity.id,
            label=activity.title,
            before=old,
            after=new | ({"moved_up": len(lines)} if lines else {}),
        )
        record_moved(lines, by=by, now=now)


def move_activity(*, activity_id: UUID, move: str, by: Actor, now: datetime, reason: str = "") -> str:
    """Takes the step `move` of the table ACTIVITY and answers the new state. Raises NotAllowed, Refused:
    "wrong_state", "no_sessions" (nothing can be announced without a session), "reason_needed" (to cancel)."""
    deed = Deed.TRAINING_REPORT if move in ("report", "reopen_report") else Deed.TRAINING_PLAN
    with transaction.atomic():
        activity = locked(activity_id, by=by, deed=deed)
        old = activity.state
        new = after(ACTIVITY, old, move)
        if move in ("announce", "open", "start") and not activity.sessions.exists():
            raise Refused("no_sessions")
        if move == "cancel":
            if not reason.strip():
                raise Refused("reason_needed")
            activity.cancel_reason = reason.strip()
            Notice.objects.bulk_create(
                [
                    Notice(registration_id=one, kind="activity_cancelled", created_at=now)
                    for one in activity.registrations.exclude(state="cancelled").values_list("id", flat=True)
                ],
                ignore_conflicts=True,
            )
        activity.state = new
        activity.save(update_fields=["state", "cancel_reason"])
        record(
            by=by,
            now=now,
            action=f"training.activity_{move}",
            kind="training.activity",
            object_id=activity.id,
            label=activity.title,
            before={"state": old},
            after={"state": new},
            reason=reason,
        )
    return new


# --- sessions ---------------------------------------------------------------------------------------------------------


def _set_practitioners(session: Session, ids: Sequence[UUID]) -> None:
    found = list(Engagement.objects.filter(id__in=ids, activity_id=session.activity_id))
    if len(found) != len(set(ids)):
        raise NotAllowed("office")
    session.practitioners.set(found)


def _check_session(session: Session, activity: Activity) -> None:
    check_times(session.starts_at, session.ends_at)
    if (
        Session.objects.filter(activity=activity, starts_at=session.starts_at, title=session.title)
        .exclude(id=session.id)
        .exists()
    ):
        raise Refused("session_exists")


def add_session(
    *,
    activity_id: UUID,
    title: str,
    starts_at: datetime,
    ends_at: datetime,
    by: Actor,
    now: datetime,
    title_en: str = "",
    takes_attendance: bool = True,
    practitioner_ids: Sequence[UUID] = (),
) -> UUID:
    """Raises NotAllowed, Refused("ends_before_start", "session_exists", "wrong_state")."""
    with transaction.atomic():
        activity = locked(activity_id, by=by, deed=Deed.TRAINING_PLAN)
        check_state(activity.state, EDITABLE)
        session = Session(
            activity=activity,
            title=title,
            title_en=title_en,
            starts_at=starts_at,
            ends_at=ends_at,
            takes_attendance=takes_attendance,
        )
        _check_session(session, activity)
        session.save(force_insert=True)
        _set_practitioners(session, practitioner_ids)
        record(
            by=by,
            now=now,
            action="training.session_added",
            kind="training.activity",
            object_id=activity.id,
            label=activity.title,
            after={"session": title, **_values(session, SESSION_FIELDS[2:])},
        )
    return session.id


def change_session(
    *,
    session_id: UUID,
    values: Mapping[str, Any],
    by: Actor,
    now: datetime,
    practitioner_ids: Sequence[UUID] | None = None,
) -> None:
    """`values`: any of SESSION_FIELDS. Raises NotAllowed, Refused."""
    with transaction.atomic():
        session = Session.objects.get(id=session_id)
        activity = locked(session.activity_id, by=by, deed=Deed.TRAINING_PLAN)
        check_state(activity.state, EDITABLE)
        old, new = _changed(session, SESSION_FIELDS, values)
        _check_session(session, activity)
        if "takes_attendance" in new and not session.takes_attendance and session.attendances.exists():
            raise Refused("session_has_attendance")
        session.save()
        if practitioner_ids is not None:
            _set_practitioners(session, practitioner_ids)
        record(
            by=by,
            now=now,
            action="training.session_changed",
            kind="training.activity",
            object_id=activity.id,
            label=activity.title,
            before={"session": old.pop("title", session.title), **old},
            after={"session": new.pop("title", session.title), **new},
        )


def remove_session(*, session_id: UUID, by: Actor, now: datetime) -> None:
    """Raises NotAllowed, Refused("session_has_attendance")."""
    with transaction.atomic():
        session = Session.objects.get(id=session_id)
        activity = locked(session.activity_id, by=by, deed=Deed.TRAINING_PLAN)
        check_state(activity.state, EDITABLE)
        if session.attendances.exists():
            raise Refused("session_has_attendance")
        if activity.state != ActivityState.DRAFT and activity.sessions.count() == 1:
            raise Refused("last_session")
        values = {"session": session.title, **_values(session, SESSION_FIELDS[2:])}
        session.delete()
        record(
            by=by,
            now=now,
            action="training.session_removed",
            kind="training.activity",
            object_id=activity.id,
            label=activity.title,
            before=values,
        )


# --- practitioners and officials --------------------------------------------------------------------------------------


def engage_practitioner(*, activity_id: UUID, name: str, by: Actor, now: datetime, **values: Any) -> UUID:
    """`values`: more of PRACTITIONER_FIELDS. The same name again changes what is known of them."""
    with transaction.atomic():
        activity = locked(activity_id, by=by, deed=Deed.TRAINING_PLAN)
        check_state(activity.state, EDITABLE)
        found = Engagement.objects.filter(activity=activity, name=name).first()
        engagement = found or Engagement(activity=activity, name=name)
        old, new = _changed(engagement, PRACTITIONER_FIELDS, values)
        if found and not new:
            return found.id
        engagement.save()
        record(
            by=by,
            now=now,
            action="training.practitioner_engaged",
            kind="training.activity",
            object_id=activity.id,
            label=activity.title,
            before=old if found else {},
            after={"practitioner": name, **new},
        )
    return engagement.id


def dismiss_practitioner(*, engagement_id: UUID, by: Actor, now: datetime) -> None:
    """Takes a practitioner off the activity and its sessions."""
    with transaction.atomic():
        engagement = Engagement.objects.get(id=engagement_id)
        activity = locked(engagement.activity_id, by=by, deed=Deed.TRAINING_PLAN)
        check_state(activity.state, EDITABLE)
        before = {"practitioner": engagement.name, "institution": engagement.institution}
        engagement.delete()
        record(
            by=by,
            now=now,
            action="training.practitioner_dismissed",
            kind="training.activity",
            object_id=activity.id,
            label=activity.title,
            before=before,
        )


def set_official(*, activity_id: UUID, role: str, by: Actor, now: datetime, **values: Any) -> None:
    """Who holds a public role at the activity; `values`: of OFFICIAL_FIELDS. An empty name takes the role away."""
    with transaction.atomic():
        activity = locked(activity_id, by=by, deed=Deed.TRAINING_REPORT)
        check_state(activity.state, EDITABLE)
        found = Official.objects.filter(activity=activity, role=role).first()
        official = found or Official(activity=activity, role=role)
        old, new = _changed(official, OFFICIAL_FIELDS, values)
        if not new:
            return
        if official.name:
            official.save()
        elif found:
            found.delete()
        record(
            by=by,
            now=now,
            action="training.official_set",
            kind="training.activity",
            object_id=activity.id,
            label=activity.title,
            before={"role": role, **old},
            after={"role": role, **new},
        )
