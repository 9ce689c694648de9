"""Facts as they are stored, plain and whole: for operations, linkage and forms. What is shown masks them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from binakriya.foundation.prepared import prepared
from binakriya.registry.models import Contact, Enterprise, Owner, ProductWord, Turnover
from binakriya.registry.rules.facts import Facts, TurnoverFact

_AT_ONCE = 1_600  # enterprises of one read


@prepared
def _enterprises(*, ids: tuple[UUID, ...]) -> QuerySet[Enterprise, Enterprise]:
    return Enterprise.objects.filter(id__in=ids).select_related("owner")


@prepared
def _contacts(*, ids: tuple[UUID, ...]) -> QuerySet[Contact, tuple[UUID, str, str]]:
    found = Contact.objects.filter(enterprise_id__in=ids).order_by("position", "id")
    return found.values_list("enterprise_id", "kind", "value")


@prepared
def _words(*, ids: tuple[UUID, ...]) -> QuerySet[ProductWord, tuple[UUID, str]]:
    found = ProductWord.objects.filter(enterprise_id__in=ids).order_by("position", "id")
    return found.values_list("enterprise_id", "word")


@prepared
def _turnovers(*, ids: tuple[UUID, ...]) -> QuerySet[Turnover, Any]:
    found = Turnover.objects.filter(enterprise_id__in=ids).order_by("-year")
    return found.values_list("enterprise_id", "year", "low", "high", "confidence", "source")


def _parts(ids: Iterable[UUID]) -> Iterator[tuple[UUID, ...]]:
    wanted = tuple(dict.fromkeys(ids))
    for start in range(0, len(wanted), _AT_ONCE):
        yield wanted[start : start + _AT_ONCE]


def facts_by_id(ids: Iterable[UUID]) -> dict[UUID, Facts]:
    """Facts of many enterprises in four reads for so many, whatever their office or state; unknown ids are absent."""
    return facts_of_rows(one for part in _parts(ids) for one in _enterprises(ids=part))


def facts_of_rows(rows: Iterable[Enterprise]) -> dict[UUID, Facts]:
    """Facts of enterprises that were read already, with their owner; three reads more for so many."""
    enterprises = list(rows)
    contacts: dict[tuple[UUID, str], list[str]] = defaultdict(list)
    products: dict[UUID, list[str]] = defaultdict(list)
    turnovers: dict[UUID, list[TurnoverFact]] = defaultdict(list)
    for part in _parts(e.id for e in enterprises):
        for enterprise_id, kind, value in _contacts(ids=part):
            contacts[enterprise_id, kind].append(value)
        for enterprise_id, word in _words(ids=part):
            products[enterprise_id].append(word)
        for enterprise_id, *told in _turnovers(ids=part):
            turnovers[enterprise_id].append(TurnoverFact(*told))
    found = {}
    for e in enterprises:
        owner: Owner | None = getattr(e, "owner", None)
        found[e.id] = Facts(
            name=e.name,
            owner_name=owner.name if owner else "",
            nik=owner.nik if owner else "",
            born=date.fromisoformat(owner.born) if owner and owner.born else None,
            birth_place=owner.birth_place if owner else "",
            sex=owner.sex if owner else "",
            phones=tuple(contacts[e.id, "phone"]),
            emails=tuple(contacts[e.id, "email"]),
            pages=tuple(contacts[e.id, "page"]),
            products=tuple(products[e.id]),
            kbli=e.kbli,
            kbli_version=e.kbli_version,
            since=e.since,
            workers=e.workers,
            workers_m=e.workers_m,
            workers_f=e.workers_f,
            investment=e.investment,
            assets=e.assets,
            nib=e.nib,
            street=e.street,
            rt=e.rt,
            rw=e.rw,
            place=e.place,
            region_code=e.region_code,
            postcode=e.postcode,
            lat=e.lat,
            lng=e.lng,
            trademark=e.trademark,
            turnovers=tuple(turnovers[e.id]),
        )
    return found


def facts_of(enterprise_id: UUID) -> Facts | None:
    """Facts of one enterprise; None when there is no such one."""
    return facts_by_id([enterprise_id]).get(enterprise_id)
