"""How names, businesses, wares and addresses are written: titles, old spelling, slips, orders of parts."""

from __future__ import annotations

import random

from tests.lists.population import Place
from tests.lists.sayings import Mention, Saying, Understood

OLD_SPELLING = (("u", "oe"), ("j", "dj"), ("c", "tj"), ("y", "j"))
DEGREES = (", SE", ", S.Pd", ", S.Sos", ", A.Md", " SH", ", S.Kom", ", M.M.")

# Spellings in use besides the official one; a reader in the city knows each of them.
SPELLINGS = {
    "Rawabuntu": ("Rawa Buntu",),
    "Rawa Mekar Jaya": ("Rawamekar Jaya", "Rw. Mekar Jaya"),
    "Pakujaya": ("Paku Jaya",),
    "Pakualam": ("Paku Alam",),
    "Pakulonan": ("Paku Lonan",),
    "Jelupang": ("Jelupang",),
    "Jurangmangu Barat": ("Jurang Mangu Barat", "Jurangmangu Brt", "Jurang Mangu Brt."),
    "Jurangmangu Timur": ("Jurang Mangu Timur", "Jurangmangu Tmr"),
    "Keranggan": ("Kranggan",),
    "Serua": ("Sarua",),
    "Serua Indah": ("Sarua Indah",),
    "Cireundeu": ("Cirendeu",),
    "Bambu Apus": ("Bambuapus",),
    "Bakti Jaya": ("Bhakti Jaya", "Baktijaya"),
    "Cempaka Putih": ("Cempakaputih", "Cemp. Putih"),
    "Sawah Baru": ("Sawahbaru",),
    "Pondok Aren": ("Pd. Aren", "Pd Aren", "Pondokaren"),
    "Serpong Utara": ("Serpong Utr", "Serpong Utr."),
    "Ciputat Timur": ("Ciputat Tmr", "Ciputat Tim."),
    "Pamulang Barat": ("Pamulang Brt",),
    "Pamulang Timur": ("Pamulang Tmr",),
}


def _slip(text: str, rng: random.Random) -> str:
    """One slip of the finger inside the text: a letter lost, doubled or changed with its neighbour."""
    places = [
        i for i in range(1, len(text) - 1) if text[i].isalpha() and text[i + 1].isalpha() and text[i - 1].isalpha()
    ]
    if not places:
        return text
    i = rng.choice(places)
    return rng.choice(
        (text[:i] + text[i + 1 :], text[:i] + text[i] + text[i:], text[:i] + text[i + 1] + text[i] + text[i + 2 :])
    )


def _old(text: str, rng: random.Random) -> str:
    new, old = rng.choice(OLD_SPELLING)
    at = text.lower().find(new, 0)
    if at < 0:
        return text
    put = old.capitalize() if text[at].isupper() else old
    return text[:at] + put + text[at + 1 :]


def _glued(text: str, rng: random.Random) -> str:
    spaces = [i for i, letter in enumerate(text) if letter == " "]
    if not spaces:
        return text
    i = rng.choice(spaces)
    return text[:i] + text[i + 1 :]


def _cased(text: str, rng: random.Random) -> str:
    roll = rng.random()
    if roll < 0.18:
        return text.upper()
    if roll < 0.24:
        return text.lower()
    return text


def _worn(text: str, rng: random.Random) -> str:
    roll = rng.random()
    if roll < 0.07:
        text = _slip(text, rng)
    elif roll < 0.11:
        text = _old(text, rng)
    elif roll < 0.14:
        text = _glued(text, rng)
    elif roll < 0.16:
        text = text.replace(" ", "  ", 1)
    return _cased(text, rng)


def owner(m: Mention) -> Saying:
    rng, person = m.rng, m.enterprise.owner
    words = person.name.split()
    if len(words) == 3 and rng.random() < 0.4:
        words = [words[0], f"{words[1][0]}.", words[2]] if rng.random() < 0.6 else [words[0], words[2]]
    name = _worn(" ".join(words), rng)
    roll = rng.random()
    if roll < 0.2:
        name = (
            rng.choice(("Hj. ", "Ibu ", "Bu ", "Hj ") if person.woman else ("H. ", "Bpk. ", "Pak ", "Drs. ", "Bpk "))
            + name
        )
    elif roll < 0.3:
        name += rng.choice(DEGREES)
    elif roll < 0.33:
        name = f" {name}"
    return name, {}


def business(m: Mention) -> Saying:
    rng, name = m.rng, m.enterprise.business
    if rng.random() < 0.12:
        bare = name.removeprefix("UD ").removeprefix("CV. ").removeprefix("KUB ")
        name = bare if bare != name else rng.choice(("UD ", "CV ", "Toko ")) + name
    elif rng.random() < 0.1:
        name = name.replace("Handycraft", rng.choice(("Handicraft", "Craft", "Kraft"))).replace("Kampoeng", "Kampung")
    name = _worn(name, rng)
    if rng.random() < 0.05:
        name = f'"{name}"'
    elif rng.random() < 0.05:
        person = m.enterprise.owner
        title = rng.choice(("Bu", "Ibu") if person.woman else ("Pak", "Bpk"))
        name = f"{name} ({title} {person.name.split()[0]})"
    return name, {}


def wares(m: Mention) -> Saying:
    text = m.rng.choice((", ", " dan ", " & ", "; ", "/")).join(m.enterprise.wares)
    return m.rng.choice((text, text.capitalize(), text.title())), {}


def craft_word(m: Mention) -> Saying:
    return m.rng.choice((m.enterprise.craft.word, m.enterprise.craft.word.upper(), m.enterprise.wares[0])), {}


# --- places ----------------------------------------------------------------------------------------------------------


def spelled(name: str, rng: random.Random) -> str:
    """The place's name as somebody writes it."""
    if rng.random() < 0.2 and name in SPELLINGS:
        name = rng.choice(SPELLINGS[name])
    elif name.startswith("Pondok ") and rng.random() < 0.2:
        name = rng.choice(("Pd. ", "Pd ", "Pdk. ")) + name.removeprefix("Pondok ")
    elif name.startswith("Lengkong ") and rng.random() < 0.05:
        name = name.replace("Lengkong ", "Lengkong", 1)
    roll = rng.random()
    return name.upper() if roll < 0.2 else name.lower() if roll < 0.24 else name


def _said(place: Place, *, kelurahan: bool = True, kecamatan: bool = True) -> Understood:
    said: Understood = {}
    if kelurahan:
        said["kelurahan"] = place.kelurahan
    if kecamatan:
        said["kecamatan"] = place.kecamatan
    return said


def _as_written(name: str, place: Place, rng: random.Random) -> str:
    return name if place.outside else spelled(name, rng)


def kelurahan(m: Mention) -> Saying:
    place = m.address.place
    text = _as_written(place.kelurahan, place, m.rng)
    if m.rng.random() < 0.1:
        text = m.rng.choice(("Kel. ", "Kelurahan ")) + text
    return text, _said(place, kecamatan=False)


def kecamatan(m: Mention) -> Saying:
    place = m.address.place
    text = _as_written(place.kecamatan, place, m.rng)
    if m.rng.random() < 0.08:
        text = m.rng.choice(("Kec. ", "Kecamatan ")) + text
    return text, _said(place, kelurahan=False)


def street(m: Mention) -> Saying:
    """Street, number, RT and RW; no kelurahan."""
    return _street(m), {}


def _street(m: Mention) -> str:
    rng, a = m.rng, m.address
    way = a.street
    if rng.random() < 0.25:
        way = way.replace("Jl. ", rng.choice(("Jalan ", "Jln. ", "Jln ", "JL. ", "Jl "))).replace(
            "Kp. ", rng.choice(("Kampung ", "Kp "))
        )
        way = way.replace("Perumahan ", rng.choice(("Perum ", "Perum. "))).replace(
            "Komplek ", rng.choice(("Komp. ", "Kompleks "))
        )
    blok = "Blok" in way
    number = (
        f"/{a.number}"
        if blok
        else rng.choice((f" No. {a.number}", f" No.{a.number}", f" no {a.number}", f" {a.number}"))
    )
    rt = rng.choice(
        (
            f"RT {a.rt:02d}/RW {a.rw:02d}", f"RT.{a.rt:03d}/RW.{a.rw:03d}", f"RT.{a.rt:03d} RW.{a.rw:03d}",
            f"Rt {a.rt}/{a.rw}",
            f"RT {a.rt:02d}/{a.rw:02d}", f"rt{a.rt} rw{a.rw}", f"RT. {a.rt} / RW. {a.rw}",
            f"RT/RW {a.rt:03d}/{a.rw:03d}",
        )
    )  # fmt: skip
    return f"{way}{number}{rng.choice((' ', ', '))}{rt}"


def address_in_one(m: Mention) -> Saying:
    """The whole address in one field: parts in several orders, some of them missing, marked or not."""
    rng, place = m.rng, m.address.place
    line = _street(m)
    kel, kec = _as_written(place.kelurahan, place, rng), _as_written(place.kecamatan, place, rng)
    city = rng.choice((place.city, place.city.replace("Kota ", ""), "Tangsel" if not place.outside else place.city))
    kel_mark = (
        rng.choice(("Kel. ", "Kel ", "Kelurahan ", "kel. "))
        if not place.outside
        else rng.choice(("Desa ", "Kel. ", "Ds. "))
    )
    kec_mark = rng.choice(("Kec. ", "Kec ", "Kecamatan ", "kec. "))
    # Without marks a kelurahan can be told only by its place in the order, not when the kecamatan bears the same name.
    plain = not place.outside and place.kelurahan != place.kecamatan
    both, ways = _said(place), []
    ways += [
        (f"{line} {kel_mark}{kel} {kec_mark}{kec} {city} {place.postcode}", both),
        (f"{line}, {kel_mark}{kel}, {kec_mark}{kec}, {city} {place.postcode}", both),
        (f"{line}, {kel_mark}{kel}, {kec_mark}{kec}", both),
        (f"{kel_mark}{kel} {kec_mark}{kec}, {line}", both),
        (f"{line} {kel_mark}{kel} - {kec_mark}{kec} - {city}", both),
        (f"{line} {kel_mark}{kel}, {city}", _said(place, kecamatan=False)),
        (f"{line} {kec_mark}{kec} {city}", _said(place, kelurahan=False)),
        (f"{line} Kel.{kel} Kec.{kec}", both),
        (f"{line}, Kel : {kel}, Kec : {kec}", both),
        (f"{line}; Kelurahan {kel}; Kecamatan {kec}; {place.city}; Banten", both),
        (f"Kec. {kec}, Kel. {kel}, {line}", both),
        (f"{line} Kel/Kec. {kel}/{kec}", both),
        (f"{line}\n{kel_mark}{kel} {kec_mark}{kec}\n{city}", both),
    ]
    if plain:
        ways += [
            (f"{line}, {kel}, {kec}", both),
            (f"{line}, {kel}, {kec}, {city} {place.postcode}", both),
            (f"{line} {kel} - {kec}, {city}", both),
            (f"{line} ({kel}, {kec})", both),
            (f"{line}, {kel}, {kec} {place.postcode}", both),
        ]
    text, said = rng.choice(ways)
    if not place.outside and rng.random() < 0.1:
        text = text.upper()
    return text, said
