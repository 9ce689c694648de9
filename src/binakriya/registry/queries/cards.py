"""Enterprises as other rooms show them: a card, many cards, a picker, figures."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet, Sum

from binakriya.foundation.prepared import prepared
from binakriya.foundation.queries import full_name, kbli
from binakriya.foundation.rules.phones import e164
from binakriya.registry import search
from binakriya.registry.indexes import contact_index, nik_index
from binakriya.registry.models import Contact, Enterprise, EnterpriseState, Membership, ProductWord
from binakriya.registry.rules.facts import search_words


@dataclass(frozen=True, slots=True)
class EnterpriseCard:
    """No personal numbers: what may stand in any list of the office. `place` is the region's full name, or as written.
    `associations`: short names. `merged_into`: where the enterprise went, when it was merged."""

    id: UUID
    office_id: UUID
    name: str
    owner: str
    place: str
    region_code: str
    products: tuple[str, ...]
    associations: tuple[str, ...]
    state: str
    merged_into: UUID | None
    kbli: str
    kbli_version: str
    workers: int | None


def place_of(region_code: str, written: str) -> str:
    """`Ciater, Serpong, Kota Tangerang Selatan`, or the place as the list wrote it."""
    return full_name(region_code) or written


def kbli_title(code: str, version: str) -> str:
    """ "" for a code that is not in the craft list of that version."""
    found = kbli(code, "2025" if version == "2025" else "2020") if code else None
    return found.title if found else ""


_AT_ONCE = 1_600  # cards of one read


@prepared
def words_of(*, ids: tuple[UUID, ...]) -> QuerySet[ProductWord, tuple[UUID, str]]:
    """(enterprise, word) of what they make, in its order."""
    return ProductWord.objects.filter(enterprise_id__in=ids).order_by("position").values_list("enterprise_id", "word")


@prepared
def associations_of(*, ids: tuple[UUID, ...]) -> QuerySet[Membership, tuple[UUID, str]]:
    """(enterprise, short name) of what they are members of, by name."""
    found = Membership.objects.filter(enterprise_id__in=ids).order_by("association__short_name")
    return found.values_list("enterprise_id", "association__short_name")


@prepared
def _of_cards(*, ids: tuple[UUID, ...]) -> QuerySet[Enterprise, Any]:
    return Enterprise.objects.filter(id__in=ids).values_list(
        "id", "office_id", "name", "owner__name", "place", "region_code", "state", "merged_into_id", "kbli",
        "kbli_version", "workers",
    )  # fmt: skip


def cards(ids: Iterable[UUID]) -> dict[UUID, EnterpriseCard]:
    """Many at once, in three reads for so many, whatever their office; unknown ids are absent."""
    wanted = tuple(dict.fromkeys(ids))
    found: dict[UUID, EnterpriseCard] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        found |= _cards(wanted[start : start + _AT_ONCE])
    return found


def _cards(ids: tuple[UUID, ...]) -> dict[UUID, EnterpriseCard]:
    products: dict[UUID, list[str]] = defaultdict(list)
    for enterprise_id, word in words_of(ids=ids):
        products[enterprise_id].append(word)
    associations: dict[UUID, list[str]] = defaultdict(list)
    for enterprise_id, name in associations_of(ids=ids):
        associations[enterprise_id].append(name)
    return {
        r[0]: EnterpriseCard(
            id=r[0],
            office_id=r[1],
            name=r[2],
            owner=r[3] or "",
            place=place_of(r[5], r[4]),
            region_code=r[5],
            products=tuple(products.get(r[0], ())),
            associations=tuple(associations.get(r[0], ())),
            state=r[6],
            merged_into=r[7],
            kbli=r[8],
            kbli_version=r[9],
            workers=r[10],
        )
        for r in _of_cards(ids=ids)
    }


def enterprise_card(enterprise_id: UUID) -> EnterpriseCard | None:
    """One card; None for an unknown id."""
    return cards([enterprise_id]).get(enterprise_id)


def active_of_office(office_id: UUID) -> QuerySet[Enterprise]:
    """The enterprises that lists, figures and pickers are about."""
    return Enterprise.objects.filter(office_id=office_id, state=EnterpriseState.ACTIVE)


def is_number(text: str) -> bool:
    """True for what is looked up whole: a NIK, a NIB or a telephone, however it is spaced."""
    return sum(c.isdigit() for c in text) >= 8 and not any(c.isalpha() for c in text)


def is_address(text: str) -> bool:
    """True for an e-mail address."""
    return "@" in text and " " not in text


def matching(rows: QuerySet[Enterprise], text: str) -> QuerySet[Enterprise]:
    """By a whole NIK or phone through the blind index; otherwise by words that begin like those of `text`."""
    text = text.strip()
    if is_number(text):
        digits = "".join(c for c in text if c.isdigit())
        asked = Q(nib=digits) if len(digits) == 13 else Q(pk__in=())
        if len(digits) == 16:
            asked |= Q(owner__nik_index=nik_index(digits))
        if phone := e164(text):
            asked |= Q(
                id__in=Contact.objects.filter(kind="phone", index=contact_index("phone", phone)).values("enterprise_id")
            )
        return rows.filter(asked)
    if is_address(text):
        return rows.filter(
            id__in=Contact.objects.filter(kind="email", index=contact_index("email", text)).values("enterprise_id")
        )
    return search.narrow(rows, text)


def find_enterprises(*, text: str, office_id: UUID | None, limit: int = 10) -> list[EnterpriseCard]:
    """For pickers and the global search: active enterprises of the office, by name; none without text or office."""
    if office_id is None or len(text.strip()) < 2:
        return []
    found = matching(active_of_office(office_id), text).order_by("name_key", "id").values_list("id", flat=True)
    ids = list(found[:limit])
    by_id = cards(ids)
    return [by_id[i] for i in ids]


def enterprises_named(*, names: Iterable[str], office_id: UUID | None) -> dict[str, list[EnterpriseCard]]:
    """Active enterprises of the office by each of these names, exact but for accents, case and blanks; in two reads for
    any number of names. Names of nobody are absent."""
    wanted = {name: search_words(name)[:200] for name in names}
    if office_id is None or not wanted:
        return {}
    rows = active_of_office(office_id).filter(name_key__in=set(wanted.values()) - {""}).values_list("name_key", "id")
    ids: dict[str, list[UUID]] = {}
    for key, enterprise_id in rows:
        ids.setdefault(key, []).append(enterprise_id)
    by_id = cards([one for found in ids.values() for one in found])
    return {name: [by_id[one] for one in ids[key]] for name, key in wanted.items() if key in ids}


@prepared
def enterprise_ids_of_person(*, person_id: UUID) -> QuerySet[Enterprise, UUID]:
    """Ids of the enterprises that this account cares for: active ones, oldest first."""
    rows = Enterprise.objects.filter(linked__person_id=person_id, state=EnterpriseState.ACTIVE)
    return rows.order_by("created_at", "id").values_list("id", flat=True)


def enterprises_of_person(person_id: UUID) -> list[EnterpriseCard]:
    """The enterprises that this account cares for: active ones, oldest first."""
    ids = enterprise_ids_of_person(person_id=person_id)
    by_id = cards(ids)
    return [by_id[i] for i in ids]


@dataclass(frozen=True, slots=True)
class RegionFigure:
    """Active enterprises of one region code ("" when no kelurahan is known). Workers: known ones only; `counted` says
    of how many enterprises they are the sum."""

    region_code: str
    enterprises: int
    workers: int
    workers_m: int
    workers_f: int
    counted: int


def figures_by_region(office_id: UUID | None = None) -> list[RegionFigure]:
    """Counts and sums by region code, of one office or of all, without those that wait for an officer's look; one
    read."""
    rows = Enterprise.objects.filter(state=EnterpriseState.ACTIVE, unchecked__in=[False])
    if office_id is not None:
        rows = rows.filter(office_id=office_id)
    found = (
        rows.values("region_code")
        .annotate(n=Count("*"), w=Sum("workers"), m=Sum("workers_m"), f=Sum("workers_f"), counted=Count("workers"))
        .order_by("region_code")
    )
    return [RegionFigure(r["region_code"], r["n"], r["w"] or 0, r["m"] or 0, r["f"] or 0, r["counted"]) for r in found]
