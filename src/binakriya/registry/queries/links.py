"""Accounts and the enterprises they ask for, as officers and makers see them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.functional import Promise

from binakriya.accounts.queries import AccountCard, account_cards, find_account, organisations
from binakriya.accounts.rules import Actor, Role, may_office
from binakriya.foundation.rules.masks import mask_phone
from binakriya.registry.enterprise_words import WAYS
from binakriya.registry.indexes import contact_index
from binakriya.registry.models import Contact, Enterprise, EnterpriseState, LinkedPerson, LinkRequest
from binakriya.registry.queries.cards import EnterpriseCard, cards
from binakriya.registry.rules.links import Link, RequestState, Way, asked

Word = str | Promise
_MATCHES = 5


@dataclass(frozen=True, slots=True)
class LinkPage:
    """Linking an account to an enterprise. `asked`: someone was looked for; `found` None then: there is no such account
    of a maker."""

    enterprise_id: UUID
    name: str
    asked: bool = False
    found: AccountCard | None = None


def link_page(*, actor: Actor, enterprise_id: UUID, text: str = "") -> LinkPage | None:
    """None for an unknown enterprise and for one of another office. `text`: a whole e-mail address or telephone."""
    row = Enterprise.objects.filter(id=enterprise_id).values_list("name", "office_id").first()
    if row is None or not may_office(actor, row[1]):
        return None
    if not text:
        return LinkPage(enterprise_id, row[0])
    found = find_account(by=actor, text=text)
    return LinkPage(enterprise_id, row[0], True, found if found and Role.MAKER in found.roles else None)


@dataclass(frozen=True, slots=True)
class Request:
    """Someone who says that an enterprise is theirs. `given` is masked when it is a telephone. `matches`: enterprises
    of the office that have it."""

    id: UUID
    at: datetime
    account: AccountCard
    given: str
    is_nib: bool
    matches: tuple[EnterpriseCard, ...]


@dataclass(frozen=True, slots=True)
class RequestsPage:
    requests: tuple[Request, ...]


def _matches(office_id: UUID, given: str) -> list[UUID]:
    active = Enterprise.objects.filter(office_id=office_id, state=EnterpriseState.ACTIVE)
    if given.startswith("+"):
        reached = Contact.objects.filter(kind=Contact.Kind.PHONE, index=contact_index("phone", given))
        active = active.filter(id__in=list(reached.values_list("enterprise_id", flat=True)[:50]))
    else:
        active = active.filter(nib=given)
    return list(active.order_by("created_at").values_list("id", flat=True)[:_MATCHES])


def requests_page(*, actor: Actor) -> RequestsPage:
    """The open requests to the actor's office, oldest first."""
    if actor.office_id is None:
        return RequestsPage(())
    rows = list(LinkRequest.objects.filter(office_id=actor.office_id, state=RequestState.OPEN)[:50])
    accounts = account_cards(row.person_id for row in rows)
    matches = {row.id: _matches(row.office_id, row.given) for row in rows}
    shown = cards({i for ids in matches.values() for i in ids})
    return RequestsPage(
        tuple(
            Request(
                row.id,
                row.at,
                accounts[row.person_id],
                mask_phone(row.given) if row.given.startswith("+") else row.given,
                not row.given.startswith("+"),
                tuple(shown[i] for i in matches[row.id]),
            )
            for row in rows
        )
    )


@dataclass(frozen=True, slots=True)
class PairPerson:
    """An account of one of two enterprises that may be merged; `contact` is masked. `asked`: it cares for the merged
    enterprise only when an officer ticks it (rules.links)."""

    person_id: UUID
    name: str
    contact: str
    side: str
    way: Word
    unconfirmed: bool
    asked: bool


def people_of_pair(*, kept_id: UUID, gone_id: UUID) -> tuple[PairPerson, ...]:
    """Those that need no tick first; one read, and three more when there are any."""
    rows = list(LinkedPerson.objects.filter(enterprise_id__in=[kept_id, gone_id]))
    if not rows:
        return ()
    accounts = account_cards(row.person_id for row in rows)
    waiting = asked(Link(row.person_id, row.way, row.enterprise_id == kept_id) for row in rows)
    found = [
        PairPerson(
            row.person_id,
            accounts[row.person_id].name,
            accounts[row.person_id].email or accounts[row.person_id].phone,
            "A" if row.enterprise_id == kept_id else "B",
            WAYS[row.way],
            row.way == Way.REGISTERED,
            row.person_id in waiting,
        )
        for row in rows
    ]
    once = {one.person_id: one for one in sorted(found, key=lambda one: one.side, reverse=True)}
    return tuple(sorted(once.values(), key=lambda one: (one.asked, one.side, one.name)))


@dataclass(frozen=True, slots=True)
class OwnRequest:
    """A request of the maker's own: to whom, and what became of it; nothing of any enterprise."""

    office: str
    at: datetime
    state: str


def own_requests(person_id: UUID) -> tuple[OwnRequest, ...]:
    """The last ones, newest first; approved ones are told by the enterprise itself."""
    rows = list(
        LinkRequest.objects.filter(person_id=person_id).exclude(state=RequestState.APPROVED).order_by("-at")[:5]
    )
    if not rows:
        return ()
    names = {o.id: o.short_name for o in organisations(kind="office")}
    return tuple(OwnRequest(names.get(row.office_id, ""), row.at, row.state) for row in rows)
