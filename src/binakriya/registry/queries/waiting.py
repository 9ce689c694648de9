"""What of an office's registry waits for somebody."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet, Value

from binakriya.foundation.prepared import prepared
from binakriya.registry.models import Candidate, Enterprise, EnterpriseState, LinkRequest
from binakriya.registry.rules.links import RequestState


@dataclass(frozen=True, slots=True)
class Waiting:
    """Pairs that may be one, makers who ask for their enterprise, enterprises that came with a registration."""

    pairs: int
    requests: int
    unchecked: int


def _counted(rows: QuerySet[Any], name: str) -> QuerySet[Any, Any]:
    return rows.order_by().values(what=Value(name)).annotate(n=Count("id")).values_list("what", "n")


@prepared
def _all(*, office_id: UUID) -> QuerySet[Any, Any]:
    unchecked = Enterprise.objects.filter(office_id=office_id, state=EnterpriseState.ACTIVE, unchecked=True)
    return _counted(Candidate.objects.filter(office_id=office_id, state=Candidate.State.OPEN), "pairs").union(
        _counted(LinkRequest.objects.filter(office_id=office_id, state=RequestState.OPEN), "requests"),
        _counted(unchecked, "unchecked"),
        all=True,
    )


def waiting(*, office_id: UUID) -> Waiting:
    """One read."""
    found = dict(_all(office_id=office_id))
    return Waiting(found.get("pairs", 0), found.get("requests", 0), found.get("unchecked", 0))
