"""How large an enterprise is: classifications that disagree, each computed and named.

The bounds are rows of `data/size_bounds.csv` (dated, with citation and firmness), never numbers in this code. Amounts
in rupiah. A classification that lacks an input says which.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal, cast

Size = Literal["micro", "small", "medium", "large"]


@dataclass(frozen=True, slots=True)
class Bounds:
    """One class of one rule. Both ends belong to it; None is open. `measure` "": the rule asks for no amount.
    `in_force_*`: a year or a date, "" where it is not known (from) or still in force (to)."""

    system: str
    size: Size
    measure: str
    amount_from: int | None
    amount_to: int | None
    workers_from: int | None
    workers_to: int | None
    in_force_from: str
    in_force_to: str
    citation: str
    checked_on: str
    firmness: str

    def in_force(self, on: date) -> bool:
        day = on.isoformat()
        return self.in_force_from <= day[: len(self.in_force_from)] and (
            not self.in_force_to or day[: len(self.in_force_to)] <= self.in_force_to
        )

    @property
    def asks_workers(self) -> bool:
        return self.workers_from is not None or self.workers_to is not None

    def holds(self, amount: int | None, workers: int | None) -> bool:
        return _within(amount, self.amount_from, self.amount_to) and _within(
            workers, self.workers_from, self.workers_to
        )


def _within(value: int | None, low: int | None, high: int | None) -> bool:
    if value is None:
        return low is None and high is None
    return (low is None or value >= low) and (high is None or value <= high)


@dataclass(frozen=True, slots=True)
class Sized:
    """`size` None: cannot be said, as the inputs in `missing` are unknown. `ambiguous`: a range crosses a bound."""

    system: str
    citation: str
    firmness: str
    size: Size | None
    inputs: tuple[str, ...]
    missing: tuple[str, ...] = ()
    ambiguous: bool = False


@cache
def bounds() -> tuple[Bounds, ...]:
    """Every row, in the order of the file."""
    text = (files("binakriya.registry") / "data" / "size_bounds.csv").read_text(encoding="utf-8")

    def number(value: str) -> int | None:
        return int(value) if value else None

    return tuple(
        Bounds(
            row["system"],
            cast(Size, row["size"]),
            row["measure"],
            number(row["amount_from"]),
            number(row["amount_to"]),
            number(row["workers_from"]),
            number(row["workers_to"]),
            row["in_force_from"],
            row["in_force_to"],
            row["citation"],
            row["checked_on"],
            row["firmness"],
        )
        for row in csv.DictReader(text.splitlines())
    )


def systems() -> tuple[str, ...]:
    """The names of the classifications, in the order of the file."""
    return tuple(dict.fromkeys(row.system for row in bounds()))


def _size(rows: Iterable[Bounds], amount: int | None, workers: int | None) -> Size:
    """What lies beyond every row is large."""
    return next((row.size for row in rows if row.holds(amount, workers)), "large")


def _sized(rows: list[Bounds], amounts: dict[str, tuple[int | None, int | None]], workers: int | None) -> Sized:
    first = rows[0]
    asks_workers = any(row.asks_workers for row in rows)
    low, high = amounts.get(first.measure, (None, None))
    inputs = tuple(name for name, asked in (("workers", asks_workers), (first.measure, first.measure)) if asked)
    missing = tuple(
        name
        for name, lacks in (
            ("workers", asks_workers and workers is None),
            (first.measure, bool(first.measure) and (low is None or high is None)),
        )
        if lacks
    )
    size: Size | None = None
    ambiguous = False
    if not missing:
        least, most = (_size(rows, value, workers if asks_workers else None) for value in (low, high))
        ambiguous = least != most
        size = None if ambiguous else least
    return Sized(first.system, first.citation, first.firmness, size, inputs, missing, ambiguous)


def classify(
    *,
    workers: int | None,
    investment: int | None,
    turnover_low: int | None,
    turnover_high: int | None,
    on: date,
    assets: int | None = None,
) -> list[Sized]:
    """All that are in force on the day, in a fixed order. `investment` without land and building; `turnover_*` of the
    latest known year."""
    amounts = {
        "assets": (assets, assets),
        "turnover": (turnover_low, turnover_high),
        "investment": (investment, investment),
    }
    found = []
    for system in systems():
        rows = [row for row in bounds() if row.system == system and row.in_force(on)]
        if rows:
            found.append(_sized(rows, amounts, workers))
    return found
