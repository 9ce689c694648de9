"""What lists make of an enterprise: abbreviations, old spelling, slips, gaps."""

from __future__ import annotations

import random
from datetime import date, timedelta

from binakriya.engines.linkage.records import Record
from binakriya.engines.linkage.synthetic import vocabulary as v
from binakriya.engines.linkage.synthetic.habits import Address, Enterprise, Habits, List, Person
from binakriya.engines.linkage.synthetic.people import make_address, make_name, make_person, make_phone


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


def _owner_text(h: Habits, person: Person, source: List) -> str:
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


def _name_text(h: Habits, e: Enterprise, source: List) -> str:
    r, n = h.rng, source.noise
    words = list(e.name)
    if r.random() < 0.012 * n:
        words = list(make_name(h, e.owner, e.noun))
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


def _products(h: Habits, e: Enterprise, source: List) -> tuple[str, ...]:
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


def _nik_text(h: Habits, person: Person, source: List) -> str:
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


def _phones(h: Habits, e: Enterprise, source: List) -> tuple[str, ...]:
    r, n = h.rng, source.noise
    phones = list(e.phones)
    if r.random() < 0.25:
        phones = phones[::-1]
    if r.random() < 0.7:
        phones = phones[:1]
    if r.random() < 0.05 * n:
        phones = [make_phone(h)]
    if r.random() < 0.08 * n:
        phones[0] = "+62" + _typo(r, phones[0][3:])
    if r.random() < 0.08:
        phones.append(h.landline if r.random() < 0.7 else f"+6221{r.randint(7000000, 7999999)}")
    return tuple(phones)


def _street_text(h: Habits, a: Address, source: List) -> tuple[str, str, str]:
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
        ways = (f"RT {rt:0>2}/RW {rw:0>2}", f"rt{rt} rw{rw}", f"RT.{rt} RW.{rw}", f"RT {rt:0>3}/{rw:0>3}")
        return f"{text} {r.choice(ways)}", "", ""
    return text, rt, rw


def _email_text(h: Habits, e: Enterprise) -> str:
    dice = h.rng.random()
    if dice < 0.04:
        return _typo(h.rng, e.email)
    return f"{h.rng.randint(1, 999)}{e.email}" if dice < 0.11 else e.email


def _nib_text(h: Habits, e: Enterprise) -> str:
    dice = h.rng.random()
    if dice < 0.03:
        return _typo(h.rng, e.nib)
    return f"{h.rng.randint(10**12, 10**13 - 1)}" if dice < 0.07 else e.nib


def write_row(h: Habits, e: Enterprise, source: List, row: str) -> Record:
    r, n, has = h.rng, source.noise, source.has
    owner = e.owner

    def there(column: str, scale: float = 1.0) -> bool:
        return column in has and r.random() >= source.blank * scale

    address, city = e.address, owner.city
    if r.random() < 0.035 * n:
        if len(h.cities) > 1 and r.random() < 0.1:
            city = r.randrange(len(h.cities))
        address = make_address(h, city)
    ward, district = h.wards[city][address.ward]
    street, rt, rw = _street_text(h, address, source) if there("street", 0.5) else ("", "", "")
    named = owner
    if r.random() < 0.012 * n:  # the spouse stands in the list
        named = make_person(h, owner.key, owner.city, owner)
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
