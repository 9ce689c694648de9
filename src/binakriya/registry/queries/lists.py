"""The list of enterprises: one page of it, its filters in words, what exports walk through.

A filter that many enterprises pass is tried along the order of the list; one that few pass collects them and sorts.
Which of the two is asked beforehand with a count that stops early, so that no page looks at every enterprise.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from binakriya.accounts.queries import organisations
from binakriya.accounts.rules import Actor
from binakriya.foundation.queries import Region, children, kbli_codes, region, regions
from binakriya.foundation.rules.masks import mask_phone
from binakriya.registry import search
from binakriya.registry.enterprise_words import GAPS, NIB, SIZES, STATES
from binakriya.registry.models import Contact, Enterprise, EnterpriseState, Membership, ProductWord, SavedView
from binakriya.registry.queries.cards import is_address, is_number, kbli_title, matching, place_of
from binakriya.registry.rules.listing import (
    COMMON,
    COMMON_MOST,
    COUNT_MOST,
    FILTER_KEYS,
    PAGE,
    Wanted,
    bare,
    query_string,
)

Word = str | Promise


@dataclass(frozen=True, slots=True)
class ListRow:
    """One enterprise of the list; no personal numbers but a masked telephone."""

    id: UUID
    name: str
    owner: str
    place: str
    products: tuple[str, ...]
    associations: tuple[str, ...]
    workers: int | None
    women: int | None
    size: Word
    kbli: str
    kbli_title: str
    nib: bool
    phone: str
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class Pages:
    """What the pager asks of a Django Paginator."""

    num_pages: int


@dataclass(frozen=True, slots=True)
class Cut:
    """One page of a list whose end may be unknown. `number` counts from 1."""

    number: int
    paginator: Pages

    @property
    def has_previous(self) -> bool:
        return self.number > 1

    @property
    def has_next(self) -> bool:
        return self.number < self.paginator.num_pages

    @property
    def previous_page_number(self) -> int:
        return self.number - 1

    @property
    def next_page_number(self) -> int:
        return self.number + 1


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is on. `query`: the query string without it."""

    label: Word
    query: str


@dataclass(frozen=True, slots=True)
class View:
    """A saved view. `current`: it is what the list shows now."""

    id: UUID
    name: str
    query: str
    current: bool


@dataclass(frozen=True, slots=True)
class EnterpriseList:
    """`more`: there are more than `total`. `empty`: the office has no enterprise at all. `query`: of the whole list."""

    rows: tuple[ListRow, ...]
    page: Cut
    total: int
    more: bool
    empty: bool
    chips: tuple[Chip, ...]
    views: tuple[View, ...]
    query: str
    bare_query: str
    wanted: Wanted


# --- narrowing --------------------------------------------------------------------------------------------------------


def _bounded(rows: QuerySet[Any], most: int) -> int:
    """How many, stopping at `most` + 1."""
    return rows.order_by().values("pk")[: most + 1].count()


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _plain_filters(wanted: Wanted) -> dict[str, Any]:
    asked: dict[str, Any] = {}
    if wanted.kelurahan:
        asked["region_code"] = wanted.kelurahan
    elif wanted.kecamatan:
        asked["district_code"] = wanted.kecamatan
    if wanted.kbli:
        asked["kbli"] = wanted.kbli
    if wanted.size:
        asked["size"] = wanted.size
    if wanted.nib:
        asked["has_nib"] = wanted.nib == "ada"
    if wanted.women:
        asked["has_women"] = True
    if wanted.lacks:
        asked[{"telepon": "has_phone", "nik": "has_nik", "kelurahan": "has_ward"}[wanted.lacks]] = False
    if wanted.since:
        asked["updated_at__gte"] = _midnight(wanted.since)
    if wanted.added:
        asked["created_at__gte"] = _midnight(wanted.added)
    return asked


def _of(office_id: UUID, wanted: Wanted) -> QuerySet[Enterprise]:
    state = EnterpriseState.ARCHIVED if wanted.state == "arsip" else EnterpriseState.ACTIVE
    return Enterprise.objects.filter(office_id=office_id, state=state)


def _narrowed(office_id: UUID, wanted: Wanted) -> tuple[QuerySet[Enterprise], bool]:
    """The enterprises, and whether one of the filters is a common one that is tried along the way."""
    rows = _of(office_id, wanted).filter(**_plain_filters(wanted))
    common = False
    if wanted.association:
        members = Membership.objects.filter(association_id=wanted.association)
        if _bounded(members, COMMON) > COMMON:
            rows = rows.filter(Exists(members.filter(enterprise_id=OuterRef("pk"))))
            common = True
        else:
            rows = rows.filter(id__in=members.values("enterprise_id"))
    if wanted.text:
        exact = is_number(wanted.text) or is_address(wanted.text)
        if not exact and search.is_common(wanted.text, most=COMMON):
            rows = search.narrow_along(rows, wanted.text)
            common = True
        else:
            rows = matching(rows, wanted.text)
    return rows, common


def _ordered(rows: QuerySet[Enterprise], sort: str) -> QuerySet[Enterprise]:
    backwards = sort.startswith("-")
    key = sort.lstrip("-")
    if key == "tenaga":
        # Those whose workers are not known come last, whichever database orders.
        workers = F("workers").desc(nulls_last=True) if backwards else F("workers").asc(nulls_last=True)
        return rows.order_by(workers, "name_key")
    fields = {"nama": ["name_key", "id"], "diperbarui": ["updated_at", "id"], "tempat": ["region_code", "name_key"]}
    return rows.order_by(*(f"-{f}" if backwards else f for f in fields[key]))


# --- what is shown ----------------------------------------------------------------------------------------------------


def _rows(ids: Sequence[UUID], columns: Sequence[str]) -> list[ListRow]:
    products: dict[UUID, list[str]] = {}
    if "produk" in columns:
        words = ProductWord.objects.filter(enterprise_id__in=ids).order_by("position")
        for enterprise_id, word in words.values_list("enterprise_id", "word"):
            products.setdefault(enterprise_id, []).append(word)
    groups: dict[UUID, list[str]] = {}
    if "kelompok" in columns:
        members = Membership.objects.filter(enterprise_id__in=ids).order_by("association__short_name")
        for enterprise_id, name in members.values_list("enterprise_id", "association__short_name"):
            groups.setdefault(enterprise_id, []).append(name)
    phones: dict[UUID, str] = {}
    if "telepon" in columns:
        contacts = Contact.objects.filter(enterprise_id__in=ids, kind="phone", position=0)
        phones = dict(contacts.values_list("enterprise_id", "value"))
    found = {}
    for e in Enterprise.objects.filter(id__in=ids).values_list(
        "id", "name", "owner__name", "place", "region_code", "workers", "workers_f", "size", "kbli", "kbli_version",
        "has_nib", "updated_at",
    ):  # fmt: skip
        found[e[0]] = ListRow(
            id=e[0],
            name=e[1],
            owner=e[2] or "",
            place=place_of(e[4], e[3]),
            products=tuple(products.get(e[0], ())),
            associations=tuple(groups.get(e[0], ())),
            workers=e[5],
            women=e[6],
            size=SIZES.get(e[7], ""),
            kbli=e[8],
            kbli_title=kbli_title(e[8], e[9]),
            nib=e[10],
            phone=mask_phone(phones.get(e[0], "")),
            updated_at=e[11],
        )
    return [found[i] for i in ids if i in found]


def _word_of(field: str, wanted: Wanted, associations: dict[UUID, str]) -> Word:
    value = getattr(wanted, field)
    if field in {"kecamatan", "kelurahan"}:
        found = region(value)
        return found.name if found else value
    if field == "text":
        return f"“{value}”"
    if field == "kbli":
        return _("KBLI %(code)s") % {"code": value}
    if field == "association":
        return associations.get(value, str(value))
    if field == "size":
        return SIZES[value]
    if field == "women":
        return _("Ada pekerja perempuan")
    if field in {"since", "added"}:
        day = date_format(value, "j M Y")
        return (
            _("Diperbarui sejak %(day)s") % {"day": day}
            if field == "since"
            else _("Masuk sejak %(day)s") % {"day": day}
        )
    return {"nib": NIB, "lacks": GAPS, "state": STATES}[field][value]


def _chips(wanted: Wanted) -> list[Chip]:
    blank = Wanted()
    on = [f for f in FILTER_KEYS if getattr(wanted, f) and getattr(wanted, f) != getattr(blank, f)]
    names = {o.id: o.short_name for o in organisations(kind="association")} if "association" in on else {}
    return [Chip(_word_of(f, wanted, names), query_string(wanted, without=(f,))) for f in on]


def _views(person_id: UUID | None, query: str) -> list[View]:
    if person_id is None:
        return []
    found = SavedView.objects.filter(person_id=person_id).values_list("id", "name", "query")
    return [View(i, name, kept, kept == query) for i, name, kept in found]


def enterprise_list(*, actor: Actor, wanted: Wanted, number: int = 1) -> EnterpriseList:
    """One page of the actor's office; nothing for whoever has no office."""
    query = query_string(wanted)
    if actor.office_id is None:
        return EnterpriseList((), Cut(1, Pages(1)), 0, False, not wanted.filtered, (), (), query, "", wanted)
    rows, common = _narrowed(actor.office_id, wanted)
    ordered = _ordered(rows, wanted.sort).values_list("id", flat=True)
    if common:
        number = max(1, min(number, COMMON_MOST // PAGE))
        ids = list(ordered[(number - 1) * PAGE : number * PAGE + 1])
        more = len(ids) > PAGE
        total = (number - 1) * PAGE + min(len(ids), PAGE)
        last = min(number + 1, COMMON_MOST // PAGE) if more else number
        ids = ids[:PAGE]
    else:
        total = _bounded(rows, COUNT_MOST)
        more, total = total > COUNT_MOST, min(total, COUNT_MOST)
        last = max(1, -(-total // PAGE))
        number = max(1, min(number, last))
        ids = list(ordered[(number - 1) * PAGE : number * PAGE]) if total else []
    return EnterpriseList(
        rows=tuple(_rows(ids, wanted.columns)),
        page=Cut(number, Pages(last)),
        total=total,
        more=more,
        empty=not ids and not wanted.filtered,
        chips=tuple(_chips(wanted)),
        views=tuple(_views(actor.id, query)),
        query=query,
        bare_query=query_string(bare(wanted)),
        wanted=wanted,
    )


def enterprise_ids(*, office_id: UUID, wanted: Wanted) -> list[UUID]:
    """Every enterprise of the list, in its order: for exports."""
    rows, _common = _narrowed(office_id, wanted)
    return list(_ordered(rows, wanted.sort).values_list("id", flat=True))


# --- choices of the filters -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Choices:
    """Pairs of value and text for the filters and the form."""

    kecamatan: tuple[tuple[str, str], ...]
    kelurahan: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    kbli: tuple[tuple[str, str], ...]


def _kecamatan_of(office_region: str) -> tuple[Region, ...]:
    """The districts of the office's city; all that are known when the office has no region."""
    known = children(office_region) if office_region else ()
    return known or tuple(sorted((r for r in regions().values() if r.level == "kecamatan"), key=lambda r: r.name))


def choices(*, office_region: str = "") -> Choices:
    """Regions of the office's city; KBLI of 2020 (`code`)."""
    districts = _kecamatan_of(office_region)
    return Choices(
        tuple((r.code, r.name) for r in districts),
        tuple((d.name, tuple((w.code, w.name) for w in children(d.code))) for d in districts),
        tuple((k.code, f"{k.code} {k.title}") for k in kbli_codes("2020")),
    )


def association_choices() -> list[tuple[UUID, str]]:
    """Id and short name of every association."""
    return [(o.id, o.short_name) for o in organisations(kind="association")]


def saved_view_count(person_id: UUID) -> int:
    return SavedView.objects.filter(person_id=person_id).count()


def known_alike(*, office_id: UUID, phones: Sequence[str], nik: str) -> list[UUID]:
    """Active enterprises of the office that have one of these telephones (E.164) or this NIK already."""
    asked = Q(pk__in=())
    for text in (*phones, nik):
        if text:
            asked |= Q(id__in=matching(Enterprise.objects.all(), text).values("id"))
    found = Enterprise.objects.filter(asked, office_id=office_id, state=EnterpriseState.ACTIVE)
    return list(found.order_by("name_key").values_list("id", flat=True)[:5])
