"""What the frame shows of the registry: hits of the global search, figures of the first page."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from binakriya.accounts.rules import Actor, Deed
from binakriya.registry import search
from binakriya.registry.models import Candidate
from binakriya.registry.queries.cards import EnterpriseCard, active_of_office, cards, is_address, is_number, matching
from binakriya.registry.rules.listing import COMMON, Wanted, query_string

NEW_DAYS = 30


@dataclass(frozen=True, slots=True)
class SearchHits:
    """The first hits by name. `more`: there are others than `total`. `query`: the list's query string for all."""

    rows: tuple[EnterpriseCard, ...]
    total: int
    more: bool
    query: str


def search_hits(actor: Actor, text: str, limit: int = 5) -> SearchHits:
    """Enterprises of the actor's office; none for whoever may not read the registry."""
    text = " ".join(text.replace("\x00", "").split())[:100]
    if actor.office_id is None or not actor.may(Deed.REGISTRY_READ) or len(text) < 2:
        return SearchHits((), 0, False, "")
    rows = active_of_office(actor.office_id)
    exact = is_number(text) or is_address(text)
    if not exact and search.is_common(text, most=COMMON):
        ids = list(search.narrow_along(rows, text).order_by("name_key", "id").values_list("id", flat=True)[: limit + 1])
        total, more = min(len(ids), limit), len(ids) > limit
    else:
        found = matching(rows, text)
        ids = list(found.order_by("name_key", "id").values_list("id", flat=True)[: limit + 1])
        total, more = len(ids), False
        if len(ids) > limit:
            total = found.count()
    by_id = cards(ids[:limit])
    return SearchHits(tuple(by_id[i] for i in ids[:limit] if i in by_id), total, more, query_string(Wanted(text=text)))


@dataclass(frozen=True, slots=True)
class RegistryTiles:
    """Active enterprises; those that came since `since`; pairs of likely duplicates that wait for a person."""

    enterprises: int
    new: int
    since: datetime
    waiting: int


def registry_tiles(office_id: UUID, now: datetime) -> RegistryTiles:
    """Three counts by their indexes."""
    since = now - timedelta(days=NEW_DAYS)
    active = active_of_office(office_id)
    return RegistryTiles(
        active.count(),
        active.filter(created_at__gte=since).count(),
        since,
        Candidate.objects.filter(office_id=office_id, state=Candidate.State.OPEN).count(),
    )
