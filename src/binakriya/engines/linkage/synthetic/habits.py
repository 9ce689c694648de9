"""What a world is like: its people, its offices' lists, and how both are drawn."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from binakriya.engines.linkage.synthetic import vocabulary as v


@dataclass(frozen=True)
class Person:
    key: str
    household: str
    words: tuple[str, ...]
    woman: bool
    born: date
    nik: str
    phones: tuple[str, ...]
    city: int
    home: Address


@dataclass(frozen=True)
class Address:
    kind: str
    street: str
    number: int
    rt: int
    rw: int
    ward: int


@dataclass(frozen=True)
class Enterprise:
    key: str
    owner: Person
    name: tuple[str, ...]
    noun: str
    items: tuple[str, ...]
    since: int
    address: Address
    phones: tuple[str, ...]
    email: str
    nib: str


@dataclass(frozen=True)
class List:
    """One office's list: which columns it has and how it writes."""

    name: str
    has: frozenset[str]
    blank: float
    """Share of cells left empty in columns that are there."""
    noise: float
    """How careless the writer is: multiplies all rates of error."""
    items: str
    street: int
    case: str


@dataclass
class Habits:
    """What this world is like."""

    rng: random.Random
    first_w: Sequence[str] = field(default_factory=list)
    first_m: Sequence[str] = field(default_factory=list)
    family: Sequence[str] = field(default_factory=list)
    heads: Sequence[str] = field(default_factory=list)
    nouns: Sequence[str] = field(default_factory=list)
    streets: Sequence[str] = field(default_factory=list)
    short_phones: bool = False
    zero_serials: bool = False
    second_business: float = 0.1
    household: float = 0.06
    same_name: float = 0.06
    copies: float = 0.3
    landline: str = ""
    wards: list[list[tuple[str, str]]] = field(default_factory=list)
    cities: list[str] = field(default_factory=list)
    tag_city: bool = True


def _some(rng: random.Random, words: Sequence[str], least: int) -> list[str]:
    return rng.sample(list(words), rng.randint(min(least, len(words)), len(words)))


def make_habits(rng: random.Random, rows: int, cities: int) -> Habits:
    wide = rows > 2000
    h = Habits(
        rng=rng,
        first_w=_some(rng, v.WOMEN, 60 if wide else 14),
        first_m=_some(rng, v.MEN, 60 if wide else 14),
        family=_some(rng, v.FAMILY, 70 if wide else 16),
        heads=_some(rng, v.NAME_HEADS, 60 if wide else 16),
        nouns=_some(rng, list(v.PRODUCTS), 10),
        streets=_some(rng, v.STREETS, 40 if wide else 8),
        short_phones=rng.random() < 0.35 and not wide,
        zero_serials=rng.random() < 0.3 and not wide,
        second_business=rng.uniform(0.03, 0.14),
        household=rng.uniform(0.02, 0.1),
        same_name=rng.uniform(0.02, 0.1),
        copies=rng.uniform(0.15, 0.5),
        landline=f"+6221{rng.randint(7000000, 7999999)}",
        tag_city=rng.random() < 0.8,
    )
    h.cities = rng.sample(v.CITIES, min(cities, len(v.CITIES)))
    while len(h.cities) < cities:
        h.cities.append(f"{rng.choice(v.WARD_HEADS)} {rng.choice(v.WARD_TAILS)} {len(h.cities)}")
    for _ in h.cities:
        names = sorted({f"{rng.choice(v.WARD_HEADS)} {rng.choice(v.WARD_TAILS)}" for _ in range(rng.randint(15, 90))})
        districts = rng.sample(names, max(2, len(names) // 8))
        h.wards.append([(name, rng.choice(districts)) for name in sorted(names)])
    return h


def make_lists(rng: random.Random, rows: int) -> list[List]:
    out = []
    for number in range(rng.randint(3, 7)):
        has = {"owner", "name"}
        for column, share in (
            ("phone", 0.9),
            ("street", 0.9),
            ("ward", 0.85),
            ("district", 0.8),
            ("products", 0.92),
            ("since", 0.6),
            ("email", 0.35),
            ("nib", 0.25),
            ("kbli", 0.3),
        ):
            if rng.random() < share:
                has.add(column)
        has.add(rng.choices(("nik", "born", "neither"), (0.55, 0.27, 0.18))[0])
        out.append(
            List(
                f"list {number + 1}",
                frozenset(has),
                rng.uniform(0.01, 0.2),
                rng.uniform(0.4, 1.7),
                rng.choice(("all", "first", "some")),
                rng.randrange(5),
                rng.choices(("", "upper", "mixed"), (0.5, 0.1, 0.4))[0],
            )
        )
    return out
