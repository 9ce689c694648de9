"""Planning: programmes, activities, and the steps of their states."""

import secrets
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.text import slugify

from binakriya.accounts.rules import Actor, Deed, Refused, check_may, check_office
from binakriya.foundation.operations import record
from binakriya.foundation.rules.once import once_key
from binakriya.training.models import Activity, Notice, Programme
from binakriya.training.operations.changes import set_values, values_of
from binakriya.training.operations.queue import move_up, record_moved
from binakriya.training.operations.reach import locked
from binakriya.training.rules.days import check_move_day
from binakriya.training.rules.numbering import check_template
from binakriya.training.rules.seats import check_quota
from binakriya.training.rules.states import ACTIVITY, EDITABLE, RegistrationState, after, check_state

PROGRAMME_FIELDS = ("title", "year", "aims", "budget_code")
ACTIVITY_FIELDS = (
    *("title", "title_en", "summary", "starts_on", "ends_on", "venue", "quota", "registration_closes_at"),
    *("attendance_percent", "number_template", "budget_code", "budget_amount", "materials"),
    *("aims", "targets", "participants_stated", "legal_bases", "problems", "spending", "figures", "notice"),
    *("report_number", "release_number"),
)


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
    nonce: str = "",
) -> UUID:
    """The same form again (`nonce`) answers the same. Raises NotAllowed, Refused("programme_exists")."""
    check_may(by, Deed.TRAINING_PLAN)
    check_office(by, office_id)
    key = once_key(nonce, title=title, year=year, aims=aims, budget_code=budget_code)
    programme = Programme(
        office_id=office_id, title=title, year=year, aims=aims, budget_code=budget_code, nonce=key, created_at=now
    )
    try:
        with transaction.atomic():
            if before := _made_before(Programme, office_id, key):
                return before
            programme.save(force_insert=True)
            record(
                by=by,
                now=now,
                action="training.programme_created",
                kind="training.programme",
                object_id=programme.id,
                label=title,
                after=values_of(programme, PROGRAMME_FIELDS),
            )
    except IntegrityError as error:
        # Sent twice at the same moment: the other one made it.
        if before := _made_before(Programme, office_id, key):
            return before
        raise Refused("programme_exists") from error
    return programme.id


def _made_before(model: type[Programme] | type[Activity], office_id: UUID, key: str) -> UUID | None:
    """What the same form made, sent earlier."""
    found = model._default_manager.filter(office_id=office_id, nonce=key) if key else model._default_manager.none()
    return found.values_list("id", flat=True).first()


def change_programme(*, programme_id: UUID, values: Mapping[str, Any], by: Actor, now: datetime) -> None:
    """`values`: any of PROGRAMME_FIELDS. Raises NotAllowed, Refused("programme_exists")."""
    check_may(by, Deed.TRAINING_PLAN)
    try:
        with transaction.atomic():
            programme = Programme.objects.select_for_update().get(id=programme_id)
            check_office(by, programme.office_id)
            old, new = set_values(programme, PROGRAMME_FIELDS, values)
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
    return f"{base}-{day:%Y-%m-%d}"


def _insert(activity: Activity) -> None:
    """Saves a new row; a second activity of that name on that day gets a few letters of chance at its slug's end.

    Asked for before and answered by the database: two of other programmes may come at the same moment.
    """
    plain = activity.slug
    for tries_left in reversed(range(5)):
        if Activity.objects.filter(slug=activity.slug).exists():
            activity.slug = f"{plain}-{secrets.token_hex(3)}"
        try:
            with transaction.atomic():
                activity.save(force_insert=True)
        except IntegrityError:
            if not tries_left or not Activity.objects.filter(slug=activity.slug).exists():
                raise
        else:
            return


def _check_activity(activity: Activity) -> None:
    if activity.ends_on < activity.starts_on:
        raise Refused("ends_before_start")
    check_quota(quota=activity.quota, taken=activity.seats_taken)
    check_template(activity.number_template)


def draft_activity(
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
    nonce: str = "",
    **values: Any,
) -> tuple[Activity, bool]:
    """Part of an operation: a new draft and True, or what the same form (`nonce`) made earlier and False."""
    typed = {"title": title, "starts_on": starts_on, "ends_on": ends_on or starts_on, "venue": venue, "quota": quota}
    key = once_key(nonce, programme=programme_id, **typed, **values)
    # Who makes activities of one programme takes turns, so that a form sent twice is known again.
    programme = Programme.objects.select_for_update(no_key=True).get(id=programme_id)
    check_office(by, programme.office_id)
    if before := _made_before(Activity, programme.office_id, key):
        return Activity.objects.get(id=before), False
    activity = Activity(
        programme=programme,
        office_id=programme.office_id,
        slug=slug or _slug(title, starts_on),
        ticket_key=secrets.token_hex(32),
        nonce=key,
        created_at=now,
    )
    set_values(activity, ACTIVITY_FIELDS, {**typed, **values})
    _check_activity(activity)
    _insert(activity)
    return activity, True


def create_activity(*, programme_id: UUID, by: Actor, now: datetime, **values: Any) -> UUID:
    """A draft. `values`: those that `draft_activity` needs, and more of ACTIVITY_FIELDS. The same form again (`nonce`)
    answers the same.

    Raises NotAllowed, Refused.
    """
    check_may(by, Deed.TRAINING_PLAN)
    with transaction.atomic():
        activity, made_now = draft_activity(programme_id=programme_id, by=by, now=now, **values)
        if made_now:
            record(
                by=by,
                now=now,
                action="training.activity_created",
                kind="training.activity",
                object_id=activity.id,
                label=activity.title,
                after=values_of(activity, ACTIVITY_FIELDS),
            )
    return activity.id


def change_activity(*, activity_id: UUID, values: Mapping[str, Any], by: Actor, now: datetime) -> None:
    """`values`: any of ACTIVITY_FIELDS. A raised quota moves the waiting list up. Raises NotAllowed, Refused."""
    with transaction.atomic():
        activity = locked(activity_id, by=by, deed=Deed.TRAINING_PLAN)
        check_state(activity.state, EDITABLE)
        old, new = set_values(activity, ACTIVITY_FIELDS, values)
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
    "wrong_state", "no_sessions" (nothing can be announced without a session), "reason_needed" (to cancel), "early"
    (to start or end it before its day, without a reason)."""
    deed = Deed.TRAINING_REPORT if move in ("report", "reopen_report") else Deed.TRAINING_PLAN
    with transaction.atomic():
        activity = locked(activity_id, by=by, deed=deed)
        old = activity.state
        new = after(ACTIVITY, old, move)
        if move in ("announce", "open", "start") and not activity.sessions.exists():
            raise Refused("no_sessions")
        check_move_day(move=move, starts_on=activity.starts_on, today=timezone.localdate(now), reason=reason)
        if move == "cancel":
            if not reason.strip():
                raise Refused("reason_needed")
            activity.cancel_reason = reason.strip()
            Notice.objects.bulk_create(
                [
                    Notice(registration_id=one, kind="activity_cancelled", created_at=now)
                    for one in activity.registrations.exclude(state=RegistrationState.CANCELLED).values_list(
                        "id", flat=True
                    )
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
