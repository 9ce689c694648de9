"""The plan of an activity: sessions, practitioners, officials."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from binakriya.accounts.rules import Actor, Deed, NotAllowed, Refused
from binakriya.foundation.operations import record
from binakriya.foundation.rules.once import once_key
from binakriya.training.models import Activity, Engagement, Official, Session
from binakriya.training.operations.changes import set_values, values_of
from binakriya.training.operations.reach import locked
from binakriya.training.rules.seats import check_times
from binakriya.training.rules.states import EDITABLE, ActivityState, check_state

SESSION_FIELDS = ("title", "title_en", "starts_at", "ends_at", "takes_attendance")
PRACTITIONER_FIELDS = ("name", "institution", "institution_en", "topic", "topic_en", "person_id")
OFFICIAL_FIELDS = ("name", "position", "position_en", "nip", "rank", "quote", "quote_en", "reach")


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
    nonce: str = "",
) -> UUID:
    """The same form again (`nonce`) answers the same. Raises NotAllowed, Refused("ends_before_start",
    "session_exists", "wrong_state")."""
    key = once_key(
        nonce,
        said=[title, title_en, starts_at, ends_at, takes_attendance, sorted(map(str, practitioner_ids))],
    )
    with transaction.atomic():
        activity = locked(activity_id, by=by, deed=Deed.TRAINING_PLAN)
        before = Session.objects.filter(activity=activity, nonce=key).first() if key else None
        if before:
            return before.id
        check_state(activity.state, EDITABLE)
        session = Session(
            activity=activity,
            title=title,
            title_en=title_en,
            starts_at=starts_at,
            ends_at=ends_at,
            takes_attendance=takes_attendance,
            nonce=key,
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
            after={"session": title, **values_of(session, SESSION_FIELDS[2:])},
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
        old, new = set_values(session, SESSION_FIELDS, values)
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
        values = {"session": session.title, **values_of(session, SESSION_FIELDS[2:])}
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


def engage_practitioner(
    *, activity_id: UUID, name: str, by: Actor, now: datetime, session_ids: Sequence[UUID] = (), **values: Any
) -> UUID:
    """`values`: more of PRACTITIONER_FIELDS; `session_ids`: the activity's sessions that they lead too. The same name
    again changes what is known of them."""
    with transaction.atomic():
        activity = locked(activity_id, by=by, deed=Deed.TRAINING_PLAN)
        check_state(activity.state, EDITABLE)
        found = Engagement.objects.filter(activity=activity, name=name).first()
        engagement = found or Engagement(activity=activity, name=name)
        old, new = set_values(engagement, PRACTITIONER_FIELDS, values)
        led = engagement.sessions.values_list("id", flat=True) if found else ()
        added = list(activity.sessions.filter(id__in=session_ids).exclude(id__in=list(led)))
        if found and not new and not added:
            return found.id
        engagement.save()
        for session in added:
            session.practitioners.add(engagement)
        if added:
            new = {**new, "session": [session.title for session in added]}
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
        old, new = set_values(official, OFFICIAL_FIELDS, values)
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
