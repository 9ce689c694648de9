"""The national series: what publishers said of Indonesian craft, with basis and source. Publishers are never mixed."""

import csv
from collections import defaultdict
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from pathlib import Path

_DATA = Path(__file__).resolve().parents[1] / "data"
FULL_YEAR = "full year"


@dataclass(frozen=True, slots=True)
class Export:
    """Craft exports of a year in million US dollars. `change`: percent on the year before, same publisher and basis.
    `note`: a key of the room's words, "" for none. `publisher_en`: in English where that differs."""

    year: int
    usd_million: Decimal
    publisher: str
    publisher_en: str
    basis: str
    source: str
    note: str
    change: Decimal | None = None

    @property
    def full_year(self) -> bool:
        return self.basis.startswith(FULL_YEAR)


@dataclass(frozen=True, slots=True)
class Employment:
    """Craft units and workers in a year, or at its end; None where the source gives none. `note` as in Export,
    `scope_en` and `source_en` as its `publisher_en`."""

    year: int
    at_end: bool
    units: int | None
    workers: int | None
    scope: str
    scope_en: str
    source: str
    source_en: str
    note: str


def percent_change(before: Decimal, after: Decimal) -> Decimal:
    """(after / before - 1) × 100, to two decimals: 747 → 776 is 3.88."""
    return ((after / before - 1) * 100).quantize(Decimal("0.01"))


@cache
def exports() -> tuple[Export, ...]:
    """All rows, by publisher and year, with the change where the publisher's year before is known on the same basis."""
    with (_DATA / "craft_export_series.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            Export(
                year=int(r["year"]),
                usd_million=Decimal(r["usd_million"]),
                publisher=r["publisher"],
                publisher_en=r["publisher_en"] or r["publisher"],
                basis=r["basis"],
                source=r["source"],
                note=r["note"] or "",
            )
            for r in csv.DictReader(file)
        ]
    known = {(r.publisher, r.year): r for r in rows if r.basis == FULL_YEAR}
    told = []
    for row in rows:
        before = known.get((row.publisher, row.year - 1))
        change = percent_change(before.usd_million, row.usd_million) if before and row.basis == FULL_YEAR else None
        told.append(replace(row, change=change))
    return tuple(sorted(told, key=lambda r: (r.publisher, r.year)))


@cache
def employment() -> tuple[Employment, ...]:
    """All rows, in the order of the file (by reference period)."""

    def number(text: str) -> int | None:
        return int(text) if text else None

    with (_DATA / "craft_employment_series.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Employment(
                int(r["reference"][-4:]),
                r["reference"].startswith("end"),
                number(r["units"]),
                number(r["workers"]),
                r["scope"],
                r["scope_en"],
                r["source"],
                r["source_en"] or r["source"],
                r["note"] or "",
            )
            for r in csv.DictReader(file)
        )


def years_without_full_figure() -> list[int]:
    """Years between the first and the last row for which no publisher's full-year figure is known."""
    rows = exports()
    full = {r.year for r in rows if r.full_year}
    return [y for y in range(min(r.year for r in rows), max(r.year for r in rows) + 1) if y not in full]


def conflicts() -> dict[int, list[Export]]:
    """Years for which two publishers' full-year figures differ."""
    by_year: dict[int, list[Export]] = defaultdict(list)
    for row in exports():
        if row.full_year:
            by_year[row.year].append(row)
    return {y: rows for y, rows in sorted(by_year.items()) if len({r.usd_million for r in rows}) > 1}
