"""Owners and their enterprises: families, second businesses, businesses of one name."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from binakriya.engines.linkage.synthetic import vocabulary as v
from binakriya.engines.linkage.synthetic.habits import Address, Enterprise, Habits, Person


def _zipf(rng: random.Random, words: Sequence[str]) -> str:
    return words[min(int(len(words) * rng.random() ** 1.5), len(words) - 1)]


def make_address(h: Habits, city: int) -> Address:
    r = h.rng
    kind = r.choices(("street", "lane", "estate", "village"), (0.62, 0.14, 0.18, 0.06))[0]
    street = {
        "street": lambda: _zipf(r, h.streets),
        "lane": lambda: r.choice(v.LANES),
        "estate": lambda: f"{r.choice(v.ESTATES)} Blok {r.choice('ABCDEFGH')}{r.choice(('', r.randint(1, 9)))}",
        "village": lambda: r.choice(v.WARD_TAILS),
    }[kind]()
    return Address(kind, street, r.randint(1, 140), r.randint(1, 12), r.randint(1, 18), r.randrange(len(h.wards[city])))


def make_phone(h: Habits) -> str:
    r = h.rng
    prefix = r.choice(
        ("812", "813", "815", "821", "822", "852", "853", "856", "857", "858", "877", "878", "895", "896")
    )
    if h.short_phones:
        return f"+62{prefix}0000{r.randint(0, 9999):04}"
    return f"+62{prefix}{r.randint(10**6, 10**8 - 1)}"


def make_person(h: Habits, key: str, city: int, kin: Person | None = None) -> Person:
    r = h.rng
    woman = r.random() < 0.62 if kin is None else not kin.woman if r.random() < 0.7 else kin.woman
    first = _zipf(r, h.first_w if woman else h.first_m)
    count = r.choices((1, 2, 3), (0.1, 0.62, 0.28))[0]
    words = [first]
    if count == 3:
        words.append(_zipf(r, h.first_w if woman else h.first_m))
    if count > 1:
        words.append(kin.words[-1] if kin and r.random() < 0.4 else _zipf(r, h.family))
    born = date(1950, 1, 1) + timedelta(days=r.randrange(50 * 365))
    nik = (
        f"{3600 + city:04}{r.randint(1, 14):02}{born.day + 40 * woman:02}{born.month:02}{born.year % 100:02}"
        f"{0 if h.zero_serials else r.randint(1, 40):04}"
    )
    phones = (make_phone(h),) + ((make_phone(h),) if r.random() < 0.2 else ())
    home = make_address(h, city)
    household = key
    if kin is not None:
        household = kin.household
        if r.random() < 0.6:
            phones = kin.phones[:1] + (phones if r.random() < 0.4 else ())
            home = kin.home if r.random() < 0.6 else home
        else:
            home = kin.home
    return Person(key, household, tuple(words), woman, born, nik, phones, city, home)


def make_name(h: Habits, owner: Person, noun: str) -> tuple[str, ...]:
    r = h.rng
    head = _zipf(r, h.heads)
    if r.random() < 0.3:
        head = f"{head} {_zipf(r, h.heads)}"
    calling = owner.words[0]
    return r.choices(
        (
            (head, noun),
            (noun, head),
            ("Griya", noun, calling),
            (head, r.choice(v.GENERIC)),
            ("Griya", noun),
            (noun, r.choice(v.NAME_PLACES)),
            (calling, r.choice(v.GENERIC)),
            (head,),
            (head, noun, r.choice(v.NAME_PLACES)),
            (noun, calling),
            (r.choice(v.GENERIC), head),
            ("Rumah", noun, head),
        ),
        (18, 14, 12, 14, 5, 5, 7, 8, 5, 5, 4, 3),
    )[0]


def _enterprise(h: Habits, key: str, owner: Person, other: Enterprise | None = None) -> Enterprise:
    """An enterprise of `owner`; `other` is one the same owner has already."""
    r = h.rng
    noun = _zipf(r, h.nouns)
    if other is not None and r.random() < 0.9:
        while noun == other.noun:
            noun = r.choice(h.nouns)
    items = v.PRODUCTS[noun][1]
    address = owner.home if r.random() < (0.85 if other is None else 0.5) else make_address(h, owner.city)
    phones = owner.phones if other is None or r.random() < 0.8 else (make_phone(h),)
    name = make_name(h, owner, noun)
    if other is not None and noun == other.noun:
        # two businesses of one owner in one trade can only be told apart by names that have nothing in common
        name = (r.choice([head for head in h.heads if head not in other.name]), noun)
    if other is not None and noun != other.noun and r.random() < 0.2:
        # a good name is used again: Pelita Batik, Pelita Keramik
        name = (*(word for word in other.name if word != other.noun), noun)
    while other is not None and name == other.name:
        name = make_name(h, owner, noun)
    local = "".join(r.sample((owner.words[0], *name[-1:], str(r.randint(1, 99))), 2)).lower().replace(" ", "")
    return Enterprise(
        key,
        owner,
        name,
        noun,
        tuple(r.sample(items, min(len(items), r.randint(1, 3)))),
        r.randint(1975, 2024),
        address,
        phones,
        f"{local}@{r.choice(('example.com', 'example.id', 'mail.example'))}",
        other.nib if other is not None and r.random() < 0.7 else f"{r.randint(10**12, 10**13 - 1)}",
    )


def make_enterprises(h: Habits, count: int) -> list[Enterprise]:
    r = h.rng
    out: list[Enterprise] = []
    while len(out) < count:
        key, city = f"E{len(out)}", r.randrange(len(h.cities))
        dice = r.random()
        if out and dice < h.second_business:
            other = r.choice(out[-400:])
            out.append(_enterprise(h, key, other.owner, other))
        elif out and dice < h.second_business + h.household:
            kin = r.choice(out[-400:]).owner
            out.append(_enterprise(h, key, make_person(h, f"P{len(out)}", kin.city, kin)))
        elif out and dice < h.second_business + h.household + h.same_name:
            other = r.choice(out[-400:])
            mine = _enterprise(h, key, make_person(h, f"P{len(out)}", other.owner.city))
            items = v.PRODUCTS[other.noun][1]
            made = tuple(r.sample(items, min(len(items), r.randint(1, 3)))) if r.random() < 0.6 else mine.items
            out.append(replace(mine, name=other.name, items=made, noun=other.noun if made != mine.items else mine.noun))
        else:
            out.append(_enterprise(h, key, make_person(h, f"P{len(out)}", city)))
    return out
