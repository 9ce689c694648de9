"""How the list comes to its enterprises.

A filter that many enterprises pass is tried along the order of the list; one that few pass collects them and sorts.
Which of the two is asked beforehand with a count that stops early, so that no page looks at every enterprise.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Exists, F, OuterRef, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from binakriya.registry import search
from binakriya.registry.models import Enterprise, EnterpriseState, Membership
from binakriya.registry.queries.cards import is_address, is_number, matching
from binakriya.registry.rules.listing import COMMON, COMMON_MOST, COUNT_MOST, Wanted


def bounded(rows: QuerySet[Any], most: int, column: str = "office_id") -> int:
    """How many, stopping at `most` + 1. `column` stands in every index, so that an index alone answers."""
    return rows.order_by().values(column)[: most + 1].count()


def bounded_each(several: Sequence[QuerySet[Any]], most: int, column: str = "office_id") -> list[int]:
    """`bounded` of each, in one read."""
    if not several:
        return []
    compiled = [rows.order_by().values(column)[: most + 1].query.sql_with_params() for rows in several]
    counted = ", ".join(f"(SELECT COUNT(*) FROM ({sql}) AS part)" for sql, _params in compiled)  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {counted}", [one for _sql, params in compiled for one in params])
        return list(cursor.fetchone())


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _filters(wanted: Wanted) -> list[tuple[str, str, Any]]:
    """(column, lookup, value) of each filter that is a column. A yes or no is asked as a list of one: Django writes the
    bare column otherwise, and SQLite then sees no index."""
    asked: list[tuple[str, str, Any]] = []
    if wanted.kelurahan:
        asked.append(("region_code", "exact", wanted.kelurahan))
    elif wanted.kecamatan:
        asked.append(("district_code", "exact", wanted.kecamatan))
    if wanted.kbli:
        asked.append(("kbli", "exact", wanted.kbli))
    if wanted.size:
        asked.append(("size", "exact", wanted.size))
    if wanted.nib:
        asked.append(("has_nib", "in", [wanted.nib == "ada"]))
    if wanted.women:
        asked.append(("has_women", "in", [True]))
    if wanted.lacks:
        column = {"telepon": "has_phone", "nik": "has_nik", "kelurahan": "has_ward"}[wanted.lacks]
        asked.append((column, "in", [False]))
    if wanted.since:
        asked.append(("updated_at", "gte", _midnight(wanted.since)))
    if wanted.added:
        asked.append(("created_at", "gte", _midnight(wanted.added)))
    return asked


def _aside(rows: QuerySet[Enterprise], column: str, lookup: str, value: Any) -> QuerySet[Enterprise]:
    """The filter, in a form that leads to no index: it is tried on what another index or the order brings."""
    name = f"{column}_aside"
    return rows.alias(**{name: Coalesce(F(column), F(column))}).filter(**{f"{name}__{lookup}": value})


def _state(wanted: Wanted) -> str:
    return EnterpriseState.ARCHIVED if wanted.state == "arsip" else EnterpriseState.ACTIVE


def _of(office_id: UUID, wanted: Wanted) -> QuerySet[Enterprise]:
    rows = Enterprise.objects.filter(office_id=office_id, state=_state(wanted))
    return rows.filter(unchecked__in=[True]) if wanted.state == "periksa" else rows


@dataclass(frozen=True, slots=True)
class Way:
    """`rows`: in the form that is cheap for this order. `counted`: the same in the form that is cheap to count; None
    when they are `few` (COMMON at most), and when counting would look at too many. `most`: where the list stops."""

    rows: QuerySet[Enterprise]
    sort: str
    counted: QuerySet[Enterprise] | None
    most: int
    few: bool = False
    total: int | None = None  # up to most + 1, when it was counted on the way


def way_to(office_id: UUID, wanted: Wanted) -> Way:
    """How to come to the enterprises: along the few that the rarest filter passes, or along the order of the list."""
    own = _of(office_id, wanted)
    filters = _filters(wanted)
    few: QuerySet[Any] | None = None  # ids that a rare word or a small association gives
    common_word = common_group = False
    if wanted.text and (is_number(wanted.text) or is_address(wanted.text)):
        few = matching(Enterprise.objects.all(), wanted.text)
    elif search.has_words(wanted.text):
        ids = search.few(wanted.text, most=COMMON)
        common_word = ids is None
        few = None if ids is None else Enterprise.objects.filter(id__in=ids)
    members = Membership.objects.filter(association_id=wanted.association)
    if wanted.association:
        ids = None if few is not None else list(members.values_list("enterprise_id", flat=True)[: COMMON + 1])
        common_group = ids is None or len(ids) > COMMON
        if ids is not None and not common_group:
            # As ids, not as a sub-query: PostgreSQL guesses wrongly of the others and reads every enterprise.
            few = Enterprise.objects.filter(id__in=ids)
    sort = wanted.sort or ("-diperbarui" if wanted.since or common_word else "nama")
    # A filter that stands alone is counted to the end of the list, so that this is the only count.
    stop = COUNT_MOST if len(filters) == 1 else COMMON
    counts = bounded_each([own.filter(**{f"{c}__{k}": v}) for c, k, v in filters], stop) if few is None else []
    rare = min(range(len(filters)), key=lambda n: counts[n]) if counts and min(counts) <= COMMON else None

    if few is not None:
        rows = _aside(_aside(few, "office_id", "exact", office_id), "state", "exact", _state(wanted))
    else:
        rows = own
    # Equal values of an index stand in the order of names: one such filter may lead without sorting.
    leads = rare
    if leads is None and few is None and sort in {"nama", "-nama"}:
        leads = next((n for n, (_c, lookup, _v) in enumerate(filters) if lookup != "gte"), None)
    elif leads is None and few is None and sort.lstrip("-") == "diperbarui":
        leads = next((n for n, (column, _k, _v) in enumerate(filters) if column == "updated_at"), None)
    # Along the order of a common word PostgreSQL must know how many pass a filter, or it takes them for few and sorts
    # them all; it does not for a filter set aside. SQLite would leave the order for the filter's own index.
    plain = common_word and connection.vendor == "postgresql"
    for n, (column, lookup, value) in enumerate(filters):
        if n == leads or plain:
            rows = rows.filter(**{f"{column}__{lookup}": value})
        else:
            rows = _aside(rows, column, lookup, value)
    if common_group:
        rows = rows.filter(Exists(members.filter(enterprise_id=OuterRef("pk"))))
    if common_word:
        rows = search.narrow_along(rows, wanted.text)
    if few is not None or rare is not None:
        return Way(rows, sort, None, COUNT_MOST, few=True)
    if common_word or common_group:
        return Way(rows, sort, None, COMMON_MOST)
    if len(filters) == 1:
        return Way(rows, sort, rows, COUNT_MOST, total=counts[0])
    return Way(rows, sort, rows, COMMON_MOST if filters else COUNT_MOST)


_ORDERS = {"nama": ("name_key", "id"), "diperbarui": ("updated_at", "id"), "tempat": ("region_code", "name_key", "id")}


def ordered(way: Way) -> QuerySet[Enterprise]:
    """The rows in order. Of few the order is sorted afterwards: it must not tempt the database along a long index."""
    backwards, key = way.sort.startswith("-"), way.sort.lstrip("-")
    if key == "tenaga":
        # Those whose workers are not known come last, whichever database orders.
        workers = F("workers").desc(nulls_last=True) if backwards else F("workers").asc(nulls_last=True)
        return way.rows.order_by(workers, "name_key", "id")
    first, *rest = _ORDERS[key]
    lead = Coalesce(F(first), F(first)) if way.few else F(first)
    others = [F(name).desc() if backwards else F(name).asc() for name in rest]
    return way.rows.order_by(lead.desc() if backwards else lead.asc(), *others)
