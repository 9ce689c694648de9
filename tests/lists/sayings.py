"""What a cell says: each function gives the cell as an office would write it and what a careful person reads from it.

A saying is ``(cell, understood)``; ``understood`` maps columns of ``understood.csv`` to text
and leaves out what is not said.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from tests.lists.population import Address, Enterprise

Cell = str | int | float | date | datetime | None
Understood = dict[str, str]
Saying = tuple[Cell, Understood]
YEAR = 2018

UNDERSTOOD_COLUMNS = (
    "nik", "born", "phone", "email", "kelurahan", "kecamatan", "since", "workers", "workers_m", "workers_f",
    "turnover_year_low", "turnover_year_high", "investment", "kbli", "nib",
)  # fmt: skip
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip
SHORT_MONTHS = ("Jan", "Peb", "Mrt", "Apr", "Mei", "Jun", "Jul", "Agt", "Sept", "Okt", "Nop", "Des")
OLD_MONTHS = {"Februari": "Pebruari", "November": "Nopember"}
NUMBERS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh")


@dataclass(frozen=True, slots=True)
class Mention:
    """One row to be written about one enterprise; ``address`` may be the one before the owner moved."""

    rng: random.Random
    enterprise: Enterprise
    address: Address
    number: int


Say = Callable[[Mention], Saying]


def nothing(*ways: Cell) -> Say:
    """Always one of these, none of which says anything."""
    return lambda m: (m.rng.choice(ways), {})


def sometimes(say: Say, share: float, *, otherwise: tuple[Cell, ...] = (None,)) -> Say:
    """``say`` in this share of the rows, in the others a cell that says nothing."""
    return lambda m: say(m) if m.rng.random() < share else (m.rng.choice(otherwise), {})


def one_of(*says: Say) -> Say:
    return lambda m: m.rng.choice(says)(m)


# --- numbers that name people and businesses -------------------------------------------------------------------------


def nik_digits(m: Mention) -> Saying:
    return m.enterprise.owner.nik, {"nik": m.enterprise.owner.nik}


def nik_number(m: Mention) -> Saying:
    return int(m.enterprise.owner.nik), {"nik": m.enterprise.owner.nik}


def nik_float(m: Mention) -> Saying:
    return float(m.enterprise.owner.nik), {"nik": m.enterprise.owner.nik}


def nik_written(m: Mention) -> Saying:
    """Spaced, dotted, with an apostrophe or a label: all sixteen digits are there."""
    nik = m.enterprise.owner.nik
    ways = (
        f"'{nik}",
        f"{nik[:4]} {nik[4:8]} {nik[8:12]} {nik[12:]}",
        f"{nik[:2]}.{nik[2:4]}.{nik[4:6]}.{nik[6:12]}.{nik[12:]}",
        f"{nik[:6]} {nik[6:12]} {nik[12:]}",
        f"NIK. {nik}",
        f"{nik} ",
        f"{nik[:6]}-{nik[6:12]}-{nik[12:]}",
        f"\u00a0{nik}\u00a0",
        f"{nik} (KTP)",
    )
    return m.rng.choice(ways), {"nik": nik}


def nik_lost(m: Mention) -> Saying:
    """Digits are lost: nobody can say the number."""
    nik = m.enterprise.owner.nik
    cut = m.rng.randrange(6, 12)
    return m.rng.choice(
        (f"{int(nik):.2E}", f"{int(nik):.5E}".replace(".", ","), nik[:cut] + nik[cut + 1 :], nik + "0")
    ), {}


nik_mixed = one_of(
    nik_digits, nik_digits, nik_digits, nik_written, sometimes(nik_lost, 0.4, otherwise=("-", None, "menyusul"))
)


def family_card(m: Mention) -> Saying:
    """No. KK: sixteen digits as a NIK has, but the household's number."""
    return f"{m.address.place.code}{m.enterprise.since:%d%m%y}0000", {}


def nib(m: Mention) -> Saying:
    return m.enterprise.nib, {"nib": m.enterprise.nib}


def nib_written(m: Mention) -> Saying:
    number = m.enterprise.nib
    return m.rng.choice((int(number), f"'{number}", f"{number[:4]} {number[4:8]} {number[8:]}", f"NIB {number}")), {
        "nib": number
    }


def nib_lost(m: Mention) -> Saying:
    return m.rng.choice((f"{int(m.enterprise.nib):.2E}", "proses", "belum ada", "-", None)), {}


def kbli(m: Mention) -> Saying:
    code = m.enterprise.craft.kbli
    return m.rng.choice((code, int(code))), {"kbli": code}


def kbli_with_title(m: Mention) -> Saying:
    craft = m.enterprise.craft
    way = m.rng.choice(("{0} - {1}", "{0} – {1}", "{0}: {1}", "[{0}] {1}", "KBLI {0} ({1})"))
    title = craft.title if m.rng.random() < 0.6 else craft.title.upper()
    return way.format(craft.kbli, title), {"kbli": craft.kbli}


# --- telephones and e-mail -------------------------------------------------------------------------------------------


def _e164(national: str) -> str:
    return "+62" + national.removeprefix("0")


def phone_text(m: Mention) -> Saying:
    phone = m.enterprise.owner.phone
    if m.rng.random() < 0.05:  # a digit too few, and so it stays
        cut = m.rng.randrange(5, 11)
        phone = phone[:cut] + phone[cut + 1 :]
    a, b, c, rest = phone[:4], phone[4:8], phone[8:], phone[1:]
    ways = (
        phone, phone, phone, f"{a}-{b}-{c}", f"{a} {b} {c}", f"{a}.{b}.{c}", f"+62{rest}", f"62{rest}",
        f"+62 {rest[:3]}-{b}-{c}",
        f"({a}) {b}{c}", f"{phone} (WA)", f"WA {phone}", f"HP. {phone}", f"'{phone}", f"{a}{b} {c}",
        f"{phone} a.n. anak",
        f"{phone} / 021-7560000", f"(+62){rest}", f"{a} - {b} - {c}", f"{a}\u2011{b}\u2011{c}",
        f"62-{rest[:3]}-{b}-{c}",
        f"+62 (0) {rest[:3]} {b} {c}", rest, f"wa.me/62{rest}", f"{phone}/0217560000",
        f"Telp/WA : {a}-{b}{c}", f"{phone} (istri)", f"{phone};",
    )  # fmt: skip
    return m.rng.choice(ways), {"phone": _e164(phone)}


def phone_number(m: Mention) -> Saying:
    """Typed as a number: the leading zero is gone."""
    phone = m.enterprise.owner.phone
    return int(phone), {"phone": _e164(phone)}


def phone_retyped(m: Mention) -> Saying:
    """Retyped from paper: the letter O where a zero stands."""
    phone = m.enterprise.owner.phone
    return "O" + phone[1:], {"phone": _e164(phone)}


phone_none = nothing("-", None, "", "tidak ada", "belum punya HP")
phone_mixed = one_of(
    phone_text, phone_text, phone_text, phone_text, phone_number, sometimes(phone_text, 0.6, otherwise=("-", None))
)


def email(m: Mention) -> Saying:
    address = m.enterprise.owner.email
    return m.rng.choice((address, address, f" {address}", f"{address} ")), {"email": address}


# --- years and dates -------------------------------------------------------------------------------------------------


def since_year(m: Mention) -> Saying:
    year = m.enterprise.since.year
    return m.rng.choice((year, str(year))), {"since": str(year)}


def since_words(m: Mention) -> Saying:
    since = m.enterprise.since
    year, month = since.year, MONTHS[since.month - 1]
    ways = (
        f"Tahun {year}", f"th. {year}", f"sejak {year}", f"{month} {year}", f"{OLD_MONTHS.get(month, month)} {year}",
        f"{year} (izin {year + 1})",
        f"± {year}", f"{YEAR - year} tahun", f"{YEAR - year} th", f"{YEAR - year} thn", f"sudah {YEAR - year} tahun",
        f"{YEAR - year} tahun yang lalu", f"awal {year}", f"{since:%m/%Y}", f"{month[:3]} {year}",
        f"{year} s/d sekarang",
        f"{year} - sekarang", f"{since:%d-%m-%Y}", f"berdiri th {year}", f"+/- {YEAR - year} thn", f"{YEAR - year}thn",
        f"Sdh {YEAR - year} thn",
    )  # fmt: skip
    return m.rng.choice(ways), {"since": str(year)}


def since_years_running(m: Mention) -> Saying:
    """For a column "how long in business (years)"."""
    years = YEAR - m.enterprise.since.year
    return m.rng.choice((years, f"{years}", f"{years} th")), {"since": str(m.enterprise.since.year)}


def since_date(m: Mention) -> Saying:
    return m.enterprise.since, {"since": str(m.enterprise.since.year)}


def born_date(m: Mention) -> Saying:
    born = m.enterprise.owner.born
    return born, {"born": born.isoformat()}


def _long_date(m: Mention, day: date) -> str:
    month = MONTHS[day.month - 1]
    return m.rng.choice(
        (
            f"{day.day} {month} {day.year}", f"{day.day:02d} {month} {day.year}",
            f"{day.day} {OLD_MONTHS.get(month, month)} {day.year}",
            f"{day:%d-%m-%Y}", f"{day:%d/%m/%Y}", f"{day.day} {month[:3]} {day.year}",
            f"{day.day:02d} {month.upper()} {day.year}",
            f"{day.day}-{month[:3]}-{day.year}", f"{day:%d.%m.%Y}", f"{day:%d / %m / %Y}",
            f"{day.day}/{day.month}/{day.year}",
            f"{day:%d-%m-%y}", f"{day.day} {SHORT_MONTHS[day.month - 1]} {day.year}", f"{day:%Y-%m-%d}",
            f"{day:%d%m%Y}",
            f"tgl {day.day} {month} {day.year}",
        )
    )  # fmt: skip


def born_text(m: Mention) -> Saying:
    born = m.enterprise.owner.born
    return _long_date(m, born), {"born": born.isoformat()}


def born_place_and_date(m: Mention) -> Saying:
    owner = m.enterprise.owner
    day = _long_date(m, owner.born)
    place = m.rng.choice((owner.birthplace, owner.birthplace.upper()))
    return m.rng.choice(
        (f"{place}, {day}", f"{place}, {day}", f"{place} {day}", f"{place},{day}", f"{place} / {day}")
    ), {"born": owner.born.isoformat()}


def age(m: Mention) -> Saying:
    """A person's age says no birth date."""
    return YEAR - m.enterprise.owner.born.year, {}


# --- workers ---------------------------------------------------------------------------------------------------------


def workers_number(m: Mention) -> Saying:
    count = m.enterprise.workers
    return m.rng.choice((count, str(count))), {"workers": str(count)}


def workers_words(m: Mention) -> Saying:
    men, women, count = m.enterprise.men, m.enterprise.women, m.enterprise.workers
    both = {"workers": str(count), "workers_m": str(men), "workers_f": str(women)}
    total = {"workers": str(count)}
    ways: list[Saying] = [
        (f"{count} orang", total), (f"{count} org", total), (f"{count} Orang", total), (f"{count} (keluarga)", total),
        (f"{men} L, {women} P", both), (f"{men}L/{women}P", both), (f"{men} laki-laki, {women} perempuan", both),
        (f"{men} pria {women} wanita", both), (f"L: {men}, P: {women}", both),
        (f"{count} orang ({men} L, {women} P)", both),
        (f"{men} lk {women} pr", both), (f"± {count} orang", total), (f"{count}orang", total),
        (f"{count} org tetap", total),
        (f"L={men} P={women}", both), (f"{men} laki2 + {women} perempuan", both), (f"{women} wanita, {men} pria", both),
        (f"{count} (L {men}, P {women})", both), (f"{count} org (termasuk pemilik)", total),
        (f"laki2 {men} pr {women}", both),
    ]  # fmt: skip
    if count <= 10:
        ways += [(f"{NUMBERS[count]} orang", total), (f"{count} ({NUMBERS[count]}) orang", total)]
    if count == 1:
        ways = [("sendiri", total), ("sendirian", total), ("1 orang", total), ("hanya saya sendiri", total)]
    return m.rng.choice(ways)


def workers_split(m: Mention, *, zero: tuple[Cell, ...] = (0,)) -> tuple[Saying, Saying]:
    """Two cells, men and women; a cell that is not a number says nothing about its sex, the sum stays the other's."""
    men, women = m.enterprise.men, m.enterprise.women
    said: Understood = {"workers": str(men + women)}
    cells: list[Saying] = []
    for column, count in (("workers_m", men), ("workers_f", women)):
        cell: Cell = m.rng.choice(zero) if count == 0 else count
        cells.append((cell, {**said, column: str(cell)} if isinstance(cell, int) else dict(said)))
    return cells[0], cells[1]
