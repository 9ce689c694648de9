"""The list of enterprises: one page of it, its filters in words, what exports walk through."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from binakriya.accounts.queries import organisations
from binakriya.accounts.rules import Actor
from binakriya.foundation.prepared import prepared
from binakriya.foundation.queries import ancestry, region
from binakriya.foundation.rules.masks import mask_phone
from binakriya.registry.enterprise_words import COLUMNS as COLUMN_WORDS
from binakriya.registry.enterprise_words import GAPS, NIB, SIZES, STATES
from binakriya.registry.models import Contact, Enterprise, SavedView
from binakriya.registry.queries.cards import associations_of, kbli_title, place_of, words_of
from binakriya.registry.queries.figures import unchecked_count
from binakriya.registry.queries.list_ways import bounded, ordered, way_to
from binakriya.registry.rules.listing import (
    FILTER_KEYS,
    PAGE,
    PRINT_MOST,
    Wanted,
    bare,
    query_string,
)

Word = str | Promise


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands under one column, ready to be shown; `note` beneath it. `css`: num for figures, hide where nothing is
    known, which a card on a phone then leaves out."""

    label: str
    text: str
    css: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ListRow:
    """One enterprise of the list; no personal numbers but a masked telephone. `cells`: one for each column shown."""

    id: UUID
    name: str
    owner: str
    unchecked: bool
    cells: tuple[Cell, ...]


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
    """`more`: there are more than `total`. `sort`: the order that the rows stand in. `empty`: the office has none at
    all. `query`: of the whole list. `common`: what was searched is in so many that the end is not counted.
    `unchecked`: how many of the office wait for an officer's look.
    """

    rows: tuple[ListRow, ...]
    page: Cut
    total: int
    more: bool
    empty: bool
    chips: tuple[Chip, ...]
    views: tuple[View, ...]
    query: str
    bare_query: str
    sort: str
    common: bool
    wanted: Wanted
    unchecked: int = 0


# --- what is shown ----------------------------------------------------------------------------------------------------


_NBSP = "\u00a0"
_NONE = "–"
_NUMBERS = frozenset({"tenaga", "perempuan"})


def _short_place(region_code: str, written: str) -> str:
    """Kelurahan and kecamatan; the city is the office's own."""
    if len(region_code) < 8:
        return place_of(region_code, written)
    return ", ".join(r.name for r in ancestry(region_code)[:2] if r.level in {"kelurahan", "kecamatan"}) or written


def _css(column: str, text: str) -> str:
    return " ".join(w for w in ("num" if column in _NUMBERS else "", "hide" if text in {"", _NONE} else "") if w)


@lru_cache(maxsize=4096)
def _number_in(_language: str | None, value: int) -> str:
    return number_format(value, force_grouping=True)


@lru_cache(maxsize=4096)
def _day_in(_language: str | None, day: date) -> str:
    return date_format(day, "j M Y").replace(" ", _NBSP)


def _lists_of(rows: Iterable[tuple[UUID, str]], most: int) -> dict[UUID, str]:
    """Words by enterprise, the first of them; an ellipsis says that there are more."""
    found: dict[UUID, list[str]] = defaultdict(list)
    for enterprise_id, word in rows:
        found[enterprise_id].append(word)
    return {i: ", ".join(words[:most]) + (", …" if len(words) > most else "") for i, words in found.items()}


@prepared
def _phones(*, ids: tuple[UUID, ...]) -> QuerySet[Any, tuple[UUID, str]]:
    contacts = Contact.objects.filter(enterprise_id__in=ids, kind="phone", position=0)
    return contacts.values_list("enterprise_id", "value")


@prepared
def _known(*, ids: tuple[UUID, ...]) -> QuerySet[Any, Any]:
    return Enterprise.objects.filter(id__in=ids).values_list(
        "id", "name", "owner__name", "place", "region_code", "workers", "workers_f", "size", "kbli", "kbli_version",
        "has_nib", "updated_at", "unchecked",
    )  # fmt: skip


def _rows(ids: Sequence[UUID], columns: Sequence[str]) -> list[ListRow]:
    if not ids:
        return []
    asked = tuple(ids)
    products = _lists_of(words_of(ids=asked), 3) if "produk" in columns else {}
    groups = _lists_of(associations_of(ids=asked), 5) if "kelompok" in columns else {}
    phones = dict(_phones(ids=asked)) if "telepon" in columns else {}
    labels = {c: str(COLUMN_WORDS[c]) for c in columns}
    sizes = {key: str(word) for key, word in SIZES.items()}
    has = _("ada")

    # Lists repeat days and numbers: each is written once for each language.
    language = get_language()

    def number(value: int | None) -> str:
        return _NONE if value is None else _number_in(language, value)

    found = {}
    for i, name, owner, place, region_code, workers, women, size, code, version, nib, at, new in _known(ids=asked):
        texts = {
            "produk": products.get(i, ""),
            "tempat": _short_place(region_code, place),
            "tenaga": number(workers),
            "perempuan": number(women),
            "ukuran": sizes.get(size, ""),
            "kelompok": groups.get(i, ""),
            "kbli": code,
            "nib": has if nib else "",
            "telepon": mask_phone(phones.get(i, "")).replace(" ", _NBSP),
            "diperbarui": _day_in(language, timezone.localdate(at)),
        }
        found[i] = ListRow(
            i,
            name,
            owner or "",
            new,
            tuple(
                Cell(labels[c], texts[c] or _NONE, _css(c, texts[c]), kbli_title(code, version) if c == "kbli" else "")
                for c in columns
            ),
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


@prepared
def _saved(*, person_id: UUID) -> QuerySet[Any, tuple[UUID, str, str]]:
    return SavedView.objects.filter(person_id=person_id).values_list("id", "name", "query")


def _views(person_id: UUID | None, query: str) -> list[View]:
    if person_id is None:
        return []
    return [View(i, name, kept, kept == query) for i, name, kept in _saved(person_id=person_id)]


def enterprise_list(*, actor: Actor, wanted: Wanted, number: int = 1) -> EnterpriseList:
    """One page of the actor's office; nothing for whoever has no office."""
    query = query_string(wanted)
    if actor.office_id is None:
        return EnterpriseList(
            (), Cut(1, Pages(1)), 0, False, not wanted.filtered, (), (), query, "", "nama", False, wanted
        )
    way = way_to(actor.office_id, wanted)
    ids_in_order = ordered(way).values_list("id", flat=True)
    if way.few:
        every = list(ids_in_order[: way.most])
        more, total = False, len(every)
        last = max(1, -(-total // PAGE))
        number = max(1, min(number, last))
        ids = every[(number - 1) * PAGE : number * PAGE]
    elif way.counted is None:
        number = max(1, min(number, way.most // PAGE))
        ids = list(ids_in_order[(number - 1) * PAGE : number * PAGE + 1])
        more = len(ids) > PAGE
        total = (number - 1) * PAGE + min(len(ids), PAGE)
        last = min(number + 1, way.most // PAGE) if more else number
        ids = ids[:PAGE]
    else:
        total = bounded(way.counted, way.most) if way.total is None else way.total
        more, total = total > way.most, min(total, way.most)
        last = max(1, -(-total // PAGE))
        number = max(1, min(number, last))
        ids = list(ids_in_order[(number - 1) * PAGE : number * PAGE]) if total else []
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
        sort=way.sort,
        common=way.counted is None and not way.few,
        wanted=wanted,
        unchecked=unchecked_count(office_id=actor.office_id),
    )


def enterprise_ids(*, office_id: UUID, wanted: Wanted, most: int | None = None) -> list[UUID]:
    """Every enterprise of the list, in its order: for exports. `most`: no more than so many."""
    way = way_to(office_id, wanted)
    return list(ordered(way).values_list("id", flat=True)[:most])


@dataclass(frozen=True, slots=True)
class PrintedList:
    """Every row of the list, PRINT_MOST at most; `cut`: there are more. `heads`: the words over the cells."""

    rows: tuple[ListRow, ...]
    cut: bool
    most: int
    chips: tuple[Chip, ...]
    heads: tuple[tuple[str, str], ...]


def printed_list(*, actor: Actor, wanted: Wanted) -> PrintedList:
    """Of the actor's office; nothing for whoever has no office."""
    found: list[UUID] = []
    if actor.office_id is not None:
        found = enterprise_ids(office_id=actor.office_id, wanted=wanted, most=PRINT_MOST + 1)
    heads = tuple((str(COLUMN_WORDS[c]), "num" if c in _NUMBERS else "") for c in wanted.columns)
    rows = tuple(_rows(found[:PRINT_MOST], wanted.columns))
    return PrintedList(rows, len(found) > PRINT_MOST, PRINT_MOST, tuple(_chips(wanted)), heads)
