"""Rows for the figures: one for each active enterprise, no names and no personal values. What came with a registration
counts from when an officer has looked at it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from binakriya.foundation.prepared import prepared
from binakriya.registry.models import Enterprise, EnterpriseState, ProductWord


@dataclass(frozen=True, slots=True)
class FigureRow:
    """`region_code` "" when no place is known; workers None when not said."""

    enterprise_id: str
    region_code: str
    workers: int | None
    workers_f: int | None
    has_nib: int
    kbli: str


def figure_rows(*, office_id: UUID | None = None) -> list[FigureRow]:
    """Of one office, or of all; one read."""
    rows = Enterprise.objects.filter(state=EnterpriseState.ACTIVE, unchecked__in=[False])
    if office_id is not None:
        rows = rows.filter(office_id=office_id)
    return [
        FigureRow(str(i), region, workers, women, 1 if nib else 0, kbli)
        for i, region, workers, women, nib, kbli in rows.values_list(
            "id", "region_code", "workers", "workers_f", "nib", "kbli"
        ).iterator(chunk_size=5000)
    ]


@dataclass(frozen=True, slots=True)
class Completeness:
    """Of an office's active enterprises: how many there are, how many of them were written since a day, and of how many
    the registry knows the owner's NIK, the NIB, a telephone, the kelurahan, the workers."""

    whole: int
    since: int
    nik: int
    nib: int
    phone: int
    ward: int
    workers: int


def completeness(*, office_id: UUID, since: datetime) -> Completeness:
    """One read."""
    counted = Enterprise.objects.filter(
        office_id=office_id, state=EnterpriseState.ACTIVE, unchecked__in=[False]
    ).aggregate(
        whole=Count("id"),
        since=Count("id", filter=Q(created_at__gte=since)),
        nik=Count("id", filter=Q(has_nik=True)),
        nib=Count("id", filter=Q(nib__gt="")),
        phone=Count("id", filter=Q(has_phone=True)),
        ward=Count("id", filter=Q(has_ward=True)),
        workers=Count("id", filter=Q(workers__isnull=False)),
    )
    return Completeness(**counted)


def regions_of(ids: Iterable[UUID]) -> dict[UUID, str]:
    """Region code of each enterprise; for one that was merged, that of where it went."""
    wanted = set(ids)
    found: dict[UUID, str] = {}
    ordered = list(wanted)
    for start in range(0, len(ordered), 500):
        part = ordered[start : start + 500]
        for i, region, into in Enterprise.objects.filter(id__in=part).values_list(
            "id", "region_code", "merged_into__region_code"
        ):
            found[i] = into if into is not None else region
    return found


def active_ids(*, office_id: UUID) -> list[UUID]:
    """Every active enterprise of an office, oldest first."""
    rows = Enterprise.objects.filter(office_id=office_id, state=EnterpriseState.ACTIVE).order_by("created_at", "id")
    return list(rows.values_list("id", flat=True))


@prepared
def _unchecked(*, office_id: UUID) -> QuerySet[Enterprise, Any]:
    found = Enterprise.objects.filter(office_id=office_id, state=EnterpriseState.ACTIVE, unchecked=True)
    return found.order_by().values("office_id").annotate(n=Count("id")).values_list("n", flat=True)


def unchecked_count(*, office_id: UUID) -> int:
    """How many enterprises came with a registration and wait for an officer's look."""
    return sum(_unchecked(office_id=office_id))


def unchecked_ids(*, office_id: UUID | None = None) -> set[UUID]:
    """Those that wait, of one office or of all."""
    rows = Enterprise.objects.filter(state=EnterpriseState.ACTIVE, unchecked=True)
    return set((rows.filter(office_id=office_id) if office_id else rows).values_list("id", flat=True))


def made_words(*, office_id: UUID) -> dict[str, list[str]]:
    """What each active enterprise of an office makes, in the words of its lists, by its id; one read."""
    words = ProductWord.objects.filter(enterprise__office_id=office_id, enterprise__state=EnterpriseState.ACTIVE)
    found: dict[str, list[str]] = {}
    for i, word in words.order_by().values_list("enterprise_id", "word").iterator(chunk_size=5000):
        found.setdefault(str(i), []).append(word)
    return found


def twins() -> dict[UUID, UUID]:
    """Enterprises that several offices keep, known by their NIB: each that is not counted → the one that stands for it.

    Of the offices that know a NIB, the one with the most enterprises under it counts: two businesses of one owner stay
    two. Without a NIB nobody can be known again.
    """
    counted = Enterprise.objects.filter(state=EnterpriseState.ACTIVE, unchecked__in=[False], nib__gt="")
    shared = counted.values("nib").annotate(offices=Count("office_id", distinct=True)).filter(offices__gt=1)
    kept: dict[str, dict[UUID, list[UUID]]] = {}
    for nib, office, i in (
        counted.filter(nib__in=shared.values("nib")).order_by("created_at", "id").values_list("nib", "office_id", "id")
    ):
        kept.setdefault(nib, {}).setdefault(office, []).append(i)
    stands: dict[UUID, UUID] = {}
    for offices in kept.values():
        most = max(offices, key=lambda office: len(offices[office]))
        for office, ids in offices.items():
            if office != most:
                stands |= dict.fromkeys(ids, offices[most][0])
    return stands
