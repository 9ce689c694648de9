"""Whose rounds an actor's work reaches: those of the office that the actor works for or was brought in by; and as an
assessor, what was given to them."""

from uuid import UUID

from django.db.models import QuerySet

from binakriya.accounts.queries import office_of_work
from binakriya.accounts.rules import Actor, Deed, NotAllowed, check_may
from binakriya.quality.models import Assignment, Round


def visible(by: Actor) -> QuerySet[Round]:
    """Raises NotAllowed."""
    check_may(by, Deed.QUALITY_READ)
    if by.system:
        return Round.objects.all()
    return Round.objects.filter(office_id=office_of_work(by))


def seen_round(round_id: UUID, by: Actor) -> Round:
    """Raises NotAllowed, Round.DoesNotExist (also for one out of reach)."""
    return visible(by).get(id=round_id)


def given_to(by: Actor) -> QuerySet[Assignment]:
    """What the actor scores: of rounds that are open or closed. Raises NotAllowed."""
    if not by.may(Deed.QUALITY_ASSESS) or by.id is None:
        raise NotAllowed(Deed.QUALITY_ASSESS)
    return Assignment.objects.filter(
        assessor__person_id=by.id,
        assessor__dropped_at__isnull=True,
        dropped_at__isnull=True,
        product__dropped_at__isnull=True,
    )


def seen_assignment(assignment_id: UUID, by: Actor) -> Assignment:
    """Raises NotAllowed, Assignment.DoesNotExist (also for another's)."""
    found = given_to(by).select_related("product__round", "product__version", "product__product", "assessor")
    return found.get(id=assignment_id)
