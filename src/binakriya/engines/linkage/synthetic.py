"""Synthetic worlds: lists of enterprises with a known truth, to train on and to validate with.

A *world* is some cities with their own vocabulary and habits of writing: how many different names, streets and wards there are,
which columns the lists have, how often what goes wrong. Every world draws these anew, so that nothing is learned
from one office's way of writing. Same seed, same world.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from binakriya.engines.linkage import vocabulary as v
from binakriya.engines.linkage.records import Record


@dataclass(frozen=True)
class Truth:
    """What a synthetic row really is."""

    enterprise: str
    owner: str
    household: str


@dataclass(frozen=True)
class World:
    records: tuple[Record, ...]
    truth: dict[str, Truth]

    @property
    def enterprises(self) -> dict[str, str]:
        return {row: t.enterprise for row, t in self.truth.items()}


@dataclass(frozen=True)
class _Person:
    key: str
    household: str
    words: tuple[str, ...]
    woman: bool
    born: date
    nik: str
    phones: tuple[str, ...]
    city: int
    home: _Address


@dataclass(frozen=True)
class _Address:
    kind: str
    street: str
    number: int
    rt: int
    rw: int
    ward: int


@dataclass(frozen=True)
class _Enterprise:
    key: str
    owner: _Person
    name: tuple[str, ...]
    noun: str
    items: tuple[str, ...]
    since: int
    address: _Address
    phones: tuple[str, ...]
    email: str
    nib: str


@dataclass(frozen=True)
class _List:
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
class _Habits:
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


def make_world(seed: int, rows: int, *, cities: int = 1) -> World:
    """About `rows` rows in `cities` cities."""
    rng = random.Random(seed)
    habits = _habits(rng, rows, cities)
    lists = _lists(rng, rows)
    enterprises = _enterprises(habits, int(rows / (1 + habits.copies * 1.35)))
    records: list[Record] = []
    truth: dict[str, Truth] = {}
    for enterprise in enterprises:
        times = 1
        while times < 5 and rng.random() < (habits.copies if times == 1 else 0.35):
            times += 1
        chosen = (
            rng.sample(lists, times) if times <= len(lists) and rng.random() < 0.88 else rng.choices(lists, k=times)
        )
        for source in chosen:
            row = f"r{len(records)}"
            records.append(_row(habits, enterprise, source, row))
            owner = enterprise.owner
            truth[row] = Truth(enterprise.key, owner.key, owner.household)
    order = list(range(len(records)))
    rng.shuffle(order)
    return World(tuple(records[i] for i in order), truth)


def _some(rng: random.Random, words: Sequence[str], least: int) -> list[str]:
    return rng.sample(list(words), rng.randint(min(least, len(words)), len(words)))


def _habits(rng: random.Random, rows: int, cities: int) -> _Habits:
    wide = rows > 2000
    h = _Habits(
        rng=rng,
        first_w=_some(rng, v.WOMEN, 60 if wide else 14), first_m=_some(rng, v.MEN, 60 if wide else 14),
        family=_some(rng, v.FAMILY, 70 if wide else 16), heads=_some(rng, v.NAME_HEADS, 60 if wide else 16),
        nouns=_some(rng, list(v.PRODUCTS), 10), streets=_some(rng, v.STREETS, 40 if wide else 8),
        short_phones=rng.random() < 0.35 and not wide, zero_serials=rng.random() < 0.3 and not wide,
        second_business=rng.uniform(0.03, 0.14), household=rng.uniform(0.02, 0.1), same_name=rng.uniform(0.02, 0.1),
        copies=rng.uniform(0.15, 0.5), landline=f"+6221{rng.randint(7000000, 7999999)}", tag_city=rng.random() < 0.8,
    )  # fmt: skip
    h.cities = rng.sample(v.CITIES, min(cities, len(v.CITIES)))
    while len(h.cities) < cities:
        h.cities.append(f"{rng.choice(v.WARD_HEADS)} {rng.choice(v.WARD_TAILS)} {len(h.cities)}")
    for _ in h.cities:
        names = list({f"{rng.choice(v.WARD_HEADS)} {rng.choice(v.WARD_TAILS)}" for _ in range(rng.randint(15, 90))})
        districts = rng.sample(names, max(2, len(names) // 8))
        h.wards.append([(name, rng.choice(districts)) for name in sorted(names)])
    return h


def _lists(rng: random.Random, rows: int) -> list[_List]:
    out = []
    for number in range(rng.randint(3, 7)):
        has = {"owner", "name"}
        for column, share in (
            ("phone", 0.9), ("street", 0.9), ("ward", 0.85), ("district", 0.8), ("products", 0.92), ("since", 0.6),
            ("email", 0.35), ("nib", 0.25), ("kbli", 0.3),
        ):  # fmt: skip
            if rng.random() < share:
                has.add(column)
        has.add(rng.choices(("nik", "born", "neither"), (0.55, 0.27, 0.18))[0])
        out.append(
            _List(
                f"list {number + 1}",
                frozenset(has),
                rng.uniform(0.01, 0.2),
                rng.uniform(0.4, 1.7),
                rng.choice(("all", "first", "some")),
                rng.randrange(5),
                rng.choices(("", "upper", "mixed"), (0.5, 0.1, 0.4))[0],
            )  # fmt: skip
        )
    return out


# --- entities -------------------------------------------------------------------------------------------------------


def _zipf(rng: random.Random, words: Sequence[str]) -> str:
    return words[min(int(len(words) * rng.random() ** 1.5), len(words) - 1)]


def _address(h: _Habits, city: int) -> _Address:
    r = h.rng
    kind = r.choices(("street", "lane", "estate", "village"), (0.62, 0.14, 0.18, 0.06))[0]
    street = {
        "street": lambda: _zipf(r, h.streets),
        "lane": lambda: r.choice(v.LANES),
        "estate": lambda: f"{r.choice(v.ESTATES)} Blok {r.choice('ABCDEFGH')}{r.choice(('', r.randint(1, 9)))}",
        "village": lambda: r.choice(v.WARD_TAILS),
    }[kind]()
    return _Address(
        kind, street, r.randint(1, 140), r.randint(1, 12), r.randint(1, 18), r.randrange(len(h.wards[city]))
    )


def _phone(h: _Habits) -> str:
    r = h.rng
    prefix = r.choice(
        ("812", "813", "815", "821", "822", "852", "853", "856", "857", "858", "877", "878", "895", "896")
    )
    if h.short_phones:
        return f"+62{prefix}0000{r.randint(0, 9999):04}"
    return f"+62{prefix}{r.randint(10**6, 10**8 - 1)}"


def _person(h: _Habits, key: str, city: int, kin: _Person | None = None) -> _Person:
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
    phones = (_phone(h),) + ((_phone(h),) if r.random() < 0.2 else ())
    home = _address(h, city)
    household = key
    if kin is not None:
        household = kin.household
        if r.random() < 0.6:
            phones = kin.phones[:1] + (phones if r.random() < 0.4 else ())
            home = kin.home if r.random() < 0.6 else home
        else:
            home = kin.home
    return _Person(key, household, tuple(words), woman, born, nik, phones, city, home)


def _business(h: _Habits, owner: _Person, noun: str) -> tuple[str, ...]:
    r = h.rng
    head = _zipf(r, h.heads)
    if r.random() < 0.3:
        head = f"{head} {_zipf(r, h.heads)}"
    calling = owner.words[0]
    return r.choices(
        (
            (head, noun), (noun, head), ("Griya", noun, calling), (head, r.choice(v.GENERIC)), ("Griya", noun),
            (noun, r.choice(v.NAME_PLACES)), (calling, r.choice(v.GENERIC)), (head,), (head, noun, r.choice(v.NAME_PLACES)),
            (noun, calling), (r.choice(v.GENERIC), head), ("Rumah", noun, head),
        ),
        (18, 14, 12, 14, 5, 5, 7, 8, 5, 5, 4, 3),
    )[0]  # fmt: skip


def _enterprise(h: _Habits, key: str, owner: _Person, other: _Enterprise | None = None) -> _Enterprise:
    """An enterprise of `owner`; `other` is one the same owner has already."""
    r = h.rng
    noun = _zipf(r, h.nouns)
    if other is not None and r.random() < 0.9:
        while noun == other.noun:
            noun = r.choice(h.nouns)
    items = v.PRODUCTS[noun][1]
    address = owner.home if r.random() < (0.85 if other is None else 0.5) else _address(h, owner.city)
    phones = owner.phones if other is None or r.random() < 0.8 else (_phone(h),)
    name = _business(h, owner, noun)
    if other is not None and noun == other.noun:
        # two businesses of one owner in one trade can only be told apart by names that have nothing in common
        name = (r.choice([head for head in h.heads if head not in other.name]), noun)
    while other is not None and name == other.name:
        name = _business(h, owner, noun)
    local = "".join(r.sample((owner.words[0], *name[-1:], str(r.randint(1, 99))), 2)).lower().replace(" ", "")
    return _Enterprise(
        key, owner, name, noun, tuple(r.sample(items, min(len(items), r.randint(1, 3)))), r.randint(1975, 2024), address,
        phones, f"{local}@{r.choice(('example.com', 'example.id', 'mail.example'))}",
        other.nib if other is not None and r.random() < 0.7 else f"{r.randint(10**12, 10**13 - 1)}",
    )  # fmt: skip


def _enterprises(h: _Habits, count: int) -> list[_Enterprise]:
    r = h.rng
    out: list[_Enterprise] = []
    while len(out) < count:
        key, city = f"E{len(out)}", r.randrange(len(h.cities))
        dice = r.random()
        if out and dice < h.second_business:
            other = r.choice(out[-400:])
            out.append(_enterprise(h, key, other.owner, other))
        elif out and dice < h.second_business + h.household:
            kin = r.choice(out[-400:]).owner
            out.append(_enterprise(h, key, _person(h, f"P{len(out)}", kin.city, kin)))
        elif out and dice < h.second_business + h.household + h.same_name:
            other = r.choice(out[-400:])
            mine = _enterprise(h, key, _person(h, f"P{len(out)}", other.owner.city))
            items = v.PRODUCTS[other.noun][1]
            made = tuple(r.sample(items, min(len(items), r.randint(1, 3)))) if r.random() < 0.6 else mine.items
            out.append(replace(mine, name=other.name, items=made, noun=other.noun if made != mine.items else mine.noun))
        else:
            out.append(_enterprise(h, key, _person(h, f"P{len(out)}", city)))
    return out


# --- rows: what lists make of them ------------------------------------------------------------------------------------


def _typo(r: random.Random, text: str) -> str:
    spots = [i for i in range(len(text) - 1) if text[i].isalnum() and text[i + 1].isalnum()]
    if len(text) < 4 or not spots:
        return text
    i = r.choice(spots)
    how = r.random()
    if how < 0.35:
        return text[:i] + text[i + 1] + text[i] + text[i + 2 :]
    if how < 0.7:
        return text[:i] + text[i + 1 :]
    if how < 0.85:
        return text[: i + 1] + text[i] + text[i + 1 :]
    return text[:i] + (r.choice("0123456789") if text[i].isdigit() else r.choice("aeiounrstlk")) + text[i + 1 :]


def _old(r: random.Random, word: str) -> str:
    for new, old in (("u", "oe"), ("c", "tj"), ("j", "dj"), ("J", "Dj"), ("C", "Tj"), ("U", "Oe")):
        if new in word and r.random() < 0.8:
            word = word.replace(new, old, 1)
            break
    return word


def _case(r: random.Random, text: str, case: str) -> str:
    if case == "upper" or (case == "mixed" and r.random() < 0.2):
        return text.upper()
    if case == "mixed" and r.random() < 0.06:
        return text.lower()
    return text


def _close(r: random.Random, text: str) -> str:
    spaces = [i for i, c in enumerate(text) if c == " "]
    if not spaces:
        return text
    i = r.choice(spaces)
    if r.random() < 0.3 and i + 2 < len(text):
        return text[:i] + text[i + 1] + " " + text[i + 2 :]  # "Abadi Kayu" -> "AbadiK ayu"
    return text[:i] + text[i + 1 :]


def _owner_text(h: _Habits, person: _Person, source: _List) -> str:
    r, n = h.rng, source.noise
    words = list(person.words)
    if len(words) == 3:
        dice = r.random()
        if dice < 0.12:
            words[1] = words[1][0] + "."
        elif dice < 0.24:
            del words[1]
    if len(words) == 2 and r.random() < 0.02 * n:
        words = words[:1]
    if r.random() < 0.05 * n:
        i = r.randrange(len(words))
        words[i] = _old(r, words[i])
    if r.random() < 0.07 * n:
        i = r.randrange(len(words))
        words[i] = _typo(r, words[i])
    if words[0] == "Muhammad" and r.random() < 0.5:
        words[0] = r.choice(("Muh.", "Moh.", "M.", "Mochamad", "Muhamad"))
    text = " ".join(words)
    if r.random() < 0.03 * n:
        text = _close(r, text)
    if r.random() < 0.3:
        text = f"{r.choice(v.TITLES_W if person.woman else v.TITLES_M)} {text}"
    if r.random() < 0.09:
        text = f"{text}{r.choice((', ', ' '))}{r.choice(v.DEGREES)}"
    return _case(r, text, source.case)


def _name_text(h: _Habits, e: _Enterprise, source: _List) -> str:
    r, n = h.rng, source.noise
    words = list(e.name)
    if r.random() < 0.012 * n:
        words = list(_business(h, e.owner, e.noun))
    if len(words) > 1 and r.random() < 0.05 * n:
        del words[r.randrange(len(words))]
    if r.random() < 0.05 * n:
        words.append(r.choice((*v.GENERIC, e.noun, e.owner.words[0])))
    text = " ".join(words)
    if r.random() < 0.15:
        text = text.replace("Batik", r.choice(("Btk", "Btk.")))
        text = text.replace("Craft", r.choice(("Kraft", "Crafts")))
    if r.random() < 0.07 * n:
        text = _typo(r, text)
    if r.random() < 0.05 * n:
        text = _close(r, text)
    if r.random() < 0.2:
        text = f"{r.choice(('CV', 'UD', 'CV.', 'Toko', 'KUB', 'PT'))} {text}"
    dice = r.random()
    if dice < 0.05:
        text = f'"{text}"'
    elif dice < 0.11:
        text = f"{text} ({r.choice(('Bu', 'Ibu', 'Pak'))} {e.owner.words[0]})"
    elif dice < 0.14:
        text = f"{text} {h.cities[e.owner.city].split()[0]}"
    return _case(r, text, source.case)


def _products(h: _Habits, e: _Enterprise, source: _List) -> tuple[str, ...]:
    r = h.rng
    items = list(e.items)
    if source.items == "first":
        items = items[:1]
    elif source.items == "some":
        items = r.sample(items, r.randint(1, len(items)))
    if r.random() < 0.1:
        items.append(r.choice(v.PRODUCTS[e.noun][1]))
    if r.random() < 0.05:
        items = [r.choice(v.PRODUCTS[e.noun][1])]
    if r.random() < 0.05:
        items = [e.noun.lower()] if r.random() < 0.8 else ["kerajinan"]
    return tuple(_typo(r, i) if r.random() < 0.03 * source.noise else i for i in items)


def _nik_text(h: _Habits, person: _Person, source: _List) -> str:
    r, n, text = h.rng, source.noise, person.nik
    if r.random() < 0.03 * n:
        text = _typo(r, text)
    dice = r.random()
    if dice < 0.05:
        text = text[:-1] + "0"
    elif dice < 0.07:
        text = text[:-4] + "0000"
    elif dice < 0.08:
        text = text[:-1]
    elif dice < 0.085:
        text = f"{text[0]},{text[1:3]}E+15"
    return text


def _phones(h: _Habits, e: _Enterprise, source: _List) -> tuple[str, ...]:
    r, n = h.rng, source.noise
    phones = list(e.phones)
    if r.random() < 0.25:
        phones = phones[::-1]
    if r.random() < 0.7:
        phones = phones[:1]
    if r.random() < 0.05 * n:
        phones = [_phone(h)]
    if r.random() < 0.08 * n:
        phones[0] = "+62" + _typo(r, phones[0][3:])
    if r.random() < 0.08:
        phones.append(h.landline if r.random() < 0.7 else f"+6221{r.randint(7000000, 7999999)}")
    return tuple(phones)


def _street_text(h: _Habits, a: _Address, source: _List) -> tuple[str, str, str]:
    """Street as written, RT and RW where the list has columns for them."""
    r, n = h.rng, source.noise
    street = _typo(r, a.street) if r.random() < 0.04 * n else a.street
    heads = {"street": ("Jl.", "Jalan", "jln", "JL", "Jl"), "lane": ("Gg.", "Gang", "gg", "Gg", "GANG")}
    head = heads[a.kind][source.street] if a.kind in heads else {"estate": "Perum", "village": "Kp."}[a.kind]
    number = "" if r.random() < 0.06 * n else r.choice((f" No.{a.number}", f" {a.number}", f" no {a.number}"))
    text = f"{head} {street}{number}"
    rt, rw = (str(a.rt), str(a.rw)) if r.random() > 0.12 else ("", "")
    if r.random() < 0.03 * n:
        rt = str(r.randint(1, 12))
    if rt and source.street % 2 == 0:
        return (
            f"{text} {r.choice((f'RT {rt:0>2}/RW {rw:0>2}', f'rt{rt} rw{rw}', f'RT.{rt} RW.{rw}', f'RT {rt:0>3}/{rw:0>3}'))}",
            "",
            "",
        )
    return text, rt, rw


def _email_text(h: _Habits, e: _Enterprise) -> str:
    dice = h.rng.random()
    if dice < 0.04:
        return _typo(h.rng, e.email)
    return f"{h.rng.randint(1, 999)}{e.email}" if dice < 0.11 else e.email


def _nib_text(h: _Habits, e: _Enterprise) -> str:
    dice = h.rng.random()
    if dice < 0.03:
        return _typo(h.rng, e.nib)
    return f"{h.rng.randint(10**12, 10**13 - 1)}" if dice < 0.07 else e.nib


def _row(h: _Habits, e: _Enterprise, source: _List, row: str) -> Record:
    r, n, has = h.rng, source.noise, source.has
    owner = e.owner

    def there(column: str, scale: float = 1.0) -> bool:
        return column in has and r.random() >= source.blank * scale

    address, city = e.address, owner.city
    if r.random() < 0.035 * n:
        if len(h.cities) > 1 and r.random() < 0.1:
            city = r.randrange(len(h.cities))
        address = _address(h, city)
    ward, district = h.wards[city][address.ward]
    street, rt, rw = _street_text(h, address, source) if there("street", 0.5) else ("", "", "")
    named = owner
    if r.random() < 0.012 * n:  # the spouse stands in the list
        named = _person(h, owner.key, owner.city, owner)
    born = None
    if there("born", 1.2):
        born = named.born
        dice = r.random()
        if dice < 0.015 * n and born.day <= 12:
            born = date(born.year, born.day, born.month)
        elif dice < 0.03 * n:
            born = born + timedelta(days=r.choice((-1, 1, 10, 365, -365, 30)))
    since = e.since if there("since", 1.5) else None
    if since is not None and r.random() < 0.12:
        since += r.choice((-2, -1, 1, 2, 5))
    return Record(
        id=row,
        business_name=_name_text(h, e, source) if there("name", 0.15) else "",
        owner_name=_owner_text(h, named, source) if there("owner", 0.1) else "",
        nik=_nik_text(h, named, source) if there("nik", 1.5) else "",
        born=born,
        phones=_phones(h, e, source) if there("phone") else (),
        email=_email_text(h, e) if there("email", 2) else "",
        street=street,
        rt=rt,
        rw=rw,
        kelurahan=_case(r, _typo(r, ward) if r.random() < 0.02 * n else ward, source.case)
        if there("ward", 0.7)
        else "",
        kecamatan=district if there("district", 0.7) else "",
        city=h.cities[city] if h.tag_city else "",
        products=_products(h, e, source) if there("products", 0.3) else (),
        kbli=v.PRODUCTS[e.noun][2] if there("kbli") else "",
        since=since,
        nib=_nib_text(h, e) if there("nib", 3) else "",
        source=source.name,
    )
