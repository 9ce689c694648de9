"""A new activity after the model of an earlier one: its plan on other days, nothing of who took part."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from binakriya.accounts.rules import Actor, Deed, check_may, check_office
from binakriya.foundation.operations import record
from binakriya.training.models import Activity, Engagement, Official, Session
from binakriya.training.models.plan import OfficialRole
from binakriya.training.operations.changes import values_of
from binakriya.training.operations.plan import ACTIVITY_FIELDS, draft_activity
from binakriya.training.operations.sessions import PRACTITIONER_FIELDS, SESSION_FIELDS

# Of the activity itself. What was said, spent and counted at the earlier one stays there, and so do numbers of papers.
COPIED_FIELDS = (
    *("summary", "venue", "quota", "attendance_percent", "number_template", "budget_code", "budget_amount"),
    *("materials", "aims", "targets", "legal_bases"),
)


# Posts that stand from one activity to the next; who opened it and what was said belong to the day.
STANDING = (
    *(OfficialRole.HEAD_OF_OFFICE, OfficialRole.HEAD_OF_DIVISION, OfficialRole.SIGNATORY),
    *(OfficialRole.SECOND_SIGNATORY, OfficialRole.PREPARED_BY, OfficialRole.CONTACT),
)
_POST_FIELDS = ("role", "name", "position", "position_en", "nip", "rank", "reach")


def copy_activity(
    *,
    activity_id: UUID,
    programme_id: UUID,
    title: str,
    starts_on: date,
    by: Actor,
    now: datetime,
    with_officials: bool = False,
    nonce: str = "",
) -> UUID:
    """A draft beginning on `starts_on`, in a programme of the same office: sessions and the end of registration move by
    as many days, practitioners lead the same sessions; `with_officials`: who holds the standing posts too. No letter,
    participant, score, text or photo comes along. The same form again (`nonce`) answers the same.

    Raises NotAllowed, Refused, Activity.DoesNotExist.
    """
    check_may(by, Deed.TRAINING_PLAN)
    with transaction.atomic():
        source = Activity.objects.get(id=activity_id)
        check_office(by, source.office_id)
        moved = starts_on - source.starts_on
        closes = source.registration_closes_at
        activity, made_now = draft_activity(
            programme_id=programme_id,
            title=title,
            starts_on=starts_on,
            ends_on=source.ends_on + moved,
            registration_closes_at=closes + moved if closes else None,
            title_en=source.title_en if title == source.title else "",
            **values_of(source, COPIED_FIELDS),
            by=by,
            now=now,
            nonce=nonce,
        )
        if not made_now:
            return activity.id
        practitioners = _copy_practitioners(source, activity)
        officials = source.officials.filter(role__in=STANDING) if with_officials else ()
        Official.objects.bulk_create([Official(activity=activity, **values_of(one, _POST_FIELDS)) for one in officials])
        sessions = list(source.sessions.prefetch_related("practitioners"))
        for session in sessions:
            again = Session(activity=activity, **values_of(session, SESSION_FIELDS))
            again.starts_at += moved
            again.ends_at += moved
            again.save(force_insert=True)
            again.practitioners.set([practitioners[one.id] for one in session.practitioners.all()])
        record(
            by=by,
            now=now,
            action="training.activity_copied",
            kind="training.activity",
            object_id=activity.id,
            label=title,
            after={
                **values_of(activity, ACTIVITY_FIELDS),
                "copied_from": source.title,
                "session": [session.title for session in sessions],
                "practitioner": [one.name for one in practitioners.values()],
                "officials": [one.name for one in officials],
            },
        )
    return activity.id


def _copy_practitioners(source: Activity, activity: Activity) -> dict[UUID, Engagement]:
    """By the id of the engagement that each was copied from."""
    made = {
        one.id: Engagement(activity=activity, **values_of(one, PRACTITIONER_FIELDS)) for one in source.engagements.all()
    }
    Engagement.objects.bulk_create(made.values())
    return made
