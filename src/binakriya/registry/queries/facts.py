"""Facts as they are stored, plain and whole: for operations, linkage and forms. What is shown masks them."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from binakriya.registry.models import Contact, Enterprise, Owner, ProductWord, Turnover
from binakriya.registry.rules.facts import Facts, TurnoverFact


def facts_by_id(ids: Iterable[UUID]) -> dict[UUID, Facts]:
    """Facts of many enterprises in four reads, whatever their office or state; unknown ids are absent."""
    return facts_of_rows(Enterprise.objects.filter(id__in=list(ids)).select_related("owner"))


def facts_of_rows(rows: Iterable[Enterprise]) -> dict[UUID, Facts]:
    """Facts of enterprises that were read already, with their owner; three reads more."""
    enterprises = list(rows)
    wanted = [e.id for e in enterprises]
    contacts: dict[tuple[UUID, str], list[str]] = defaultdict(list)
    for c in Contact.objects.filter(enterprise_id__in=wanted).order_by("position", "id"):
        contacts[c.enterprise_id, c.kind].append(c.value)
    products: dict[UUID, list[str]] = defaultdict(list)
    for p in ProductWord.objects.filter(enterprise_id__in=wanted).order_by("position", "id"):
        products[p.enterprise_id].append(p.word)
    turnovers: dict[UUID, list[TurnoverFact]] = defaultdict(list)
    for t in Turnover.objects.filter(enterprise_id__in=wanted).order_by("-year"):
        turnovers[t.enterprise_id].append(TurnoverFact(t.year, t.low, t.high, t.confidence, t.source))
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
