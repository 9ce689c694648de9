"""How an account comes to care for an enterprise, and what becomes of that in a merge."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Way(StrEnum):
    """`registered`: the account itself brought the enterprise in, and nobody of the office has looked. `officer`: an
    officer linked it. `request`: it asked, and an officer approved."""

    REGISTERED = "registered"
    OFFICER = "officer"
    REQUEST = "request"


class RequestState(StrEnum):
    OPEN = "open"
    APPROVED = "approved"
    REFUSED = "refused"


# Requests of one account within as many days: whoever guesses numbers gets no further.
REQUESTS_MOST = 5
REQUESTS_DAYS = 30


@dataclass(frozen=True, slots=True)
class Link:
    """An account of one of two enterprises that are merged. `of_kept`: of the one that stays."""

    person_id: UUID
    way: str
    of_kept: bool


def needs_a_yes(link: Link) -> bool:
    """Whether the account cares for the merged enterprise only when an officer says so: all but those of the kept one
    that an officer has confirmed. Whoever registered under a stranger's name must not get the stranger's record."""
    return not link.of_kept or link.way == Way.REGISTERED


def asked(links: Iterable[Link]) -> set[UUID]:
    """The accounts that an officer is asked about."""
    every = list(links)
    return {link.person_id for link in every if needs_a_yes(link)} - _safe(every)


def _safe(links: list[Link]) -> set[UUID]:
    return {link.person_id for link in links if not needs_a_yes(link)}


def staying(links: Iterable[Link], confirmed: Collection[UUID]) -> set[UUID]:
    """The accounts that care for the merged enterprise; `confirmed`: those that the officer ticked."""
    every = list(links)
    return _safe(every) | (asked(every) & set(confirmed))
