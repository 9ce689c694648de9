"""Whose rubrics an actor's work reaches: those of the office that the actor works for or was brought in by."""

from uuid import UUID

from django.db.models import QuerySet

from binakriya.accounts.queries import office_of_work
from binakriya.accounts.rules import Actor, Deed, NotAllowed
from binakriya.quality.models import Rubric, RubricVersion
from binakriya.quality.rules.rubrics.states import FROZEN


def visible(by: Actor) -> QuerySet[Rubric]:
    """Raises NotAllowed. What only has a draft is seen by those who write rubrics."""
    if not by.may(Deed.QUALITY_READ):
        raise NotAllowed(Deed.QUALITY_READ)
    if by.system:
        return Rubric.objects.all()
    found = Rubric.objects.filter(office_id=office_of_work(by))
    if by.may(Deed.QUALITY_RUBRIC):
        return found
    return found.filter(id__in=RubricVersion.objects.filter(state__in=FROZEN).values("rubric_id"))


def seen_rubric(rubric_id: UUID, by: Actor) -> Rubric:
    """Raises NotAllowed, Rubric.DoesNotExist (also for one out of reach)."""
    return visible(by).get(id=rubric_id)


def seen_versions(rubric: Rubric, by: Actor) -> QuerySet[RubricVersion]:
    """Drafts only for those who write rubrics."""
    found = RubricVersion.objects.filter(rubric=rubric)
    return found if by.may(Deed.QUALITY_RUBRIC) else found.filter(state__in=FROZEN)
