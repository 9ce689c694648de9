"""Whose activity it is: permission and lock, the first line of nearly every operation."""

from uuid import UUID

from binakriya.accounts.rules import Actor, Deed, NotAllowed, check_may, check_office, may_office
from binakriya.training.models import Activity, Engagement


def may_reach(by: Actor, activity: Activity) -> bool:
    """The office's own people, and practitioners engaged for the activity."""
    return may_office(by, activity.office_id) or (
        by.id is not None and Engagement.objects.filter(activity_id=activity.id, person_id=by.id).exists()
    )


def locked(activity_id: UUID, *, by: Actor, deed: Deed) -> Activity:
    """The activity, locked to the end of the transaction. Raises NotAllowed, Activity.DoesNotExist."""
    check_may(by, deed)
    activity = lock(activity_id)
    check_office(by, activity.office_id)
    return activity


def lock(activity_id: UUID) -> Activity:
    """Writers of one activity take turns: by this row on PostgreSQL, by the IMMEDIATE transaction on SQLite.

    Always the first lock of an operation; the ledger's comes last, so that no two operations wait for each other.
    """
    return Activity.objects.select_for_update(no_key=True).get(id=activity_id)


def reached(activity: Activity, *, by: Actor, deed: Deed) -> None:
    """Raises NotAllowed."""
    check_may(by, deed)
    if not may_reach(by, activity):
        raise NotAllowed("office")
