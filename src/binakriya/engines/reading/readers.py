"""How each column is understood: one reader of cells a field."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from binakriya.engines.reading.headers import normal_header
from binakriya.engines.reading.places import Gazetteer
from binakriya.engines.reading.records import Cell, letter_of, shown
from binakriya.engines.reading.values.addresses import understand_address
from binakriya.engines.reading.values.blanks import is_nothing
from binakriya.engines.reading.values.contacts import EMAIL, understand_email, understand_sex, understand_text
from binakriya.engines.reading.values.dates import is_day_first, parse_date, parse_moment
from binakriya.engines.reading.values.ids import understand_kbli, understand_nib, understand_nik
from binakriya.engines.reading.values.money import MoneyHeader, money_header, understand_amount, understand_turnover
from binakriya.engines.reading.values.names import owner_comes_first, split_owner_and_business, understand_name
from binakriya.engines.reading.values.phones import parse_phones
from binakriya.engines.reading.values.places import understand_place
from binakriya.engines.reading.values.products import understand_products
from binakriya.engines.reading.values.said import Said, doubt
from binakriya.engines.reading.values.since import understand_since
from binakriya.engines.reading.values.workers import parse_workers


@dataclass(frozen=True, slots=True)
class Context:
    """What is known beside the cells: gazetteer, codes, and the date from which durations count back."""

    places: Gazetteer
    kbli_codes: Collection[str]
    as_of: date | None
    title_unit: int | None = None
    as_of_guessed: bool = False
    """True when nothing in the lists dates them: durations then count back with a doubt."""


@dataclass(frozen=True, slots=True)
class Reader:
    """How one column is understood."""

    index: int
    letter: str
    header: str
    field: str
    read: Callable[[Cell], Mapping[str, Said]] | None


def column_readers(
    headers: list[str], fields: list[str], first: int, samples: list[list[Cell]], context: Context
) -> list[Reader]:
    """One reader a column; None where the column has no field."""
    readers = []
    for index, (header, name) in enumerate(zip(headers, fields, strict=True)):
        read = _reader(name, header, samples[index], context)
        readers.append(Reader(index, letter_of(first + index), header, name, read))
    return readers


def _one(name: str, understand: Callable[[Cell], Said]) -> Callable[[Cell], Mapping[str, Said]]:
    return lambda cell: {name: understand(cell)}


def _reader(
    name: str, header: str, sample: list[Cell], context: Context
) -> Callable[[Cell], Mapping[str, Said]] | None:
    places = context.places
    latest = context.as_of.year if context.as_of else 2030
    day_first = is_day_first(sample)
    money = money_header(header, context.title_unit)
    owner_first = owner_comes_first(sample, header) if name == "business_and_owner" else None
    pair = bool(re.search(r"l\s*/\s*p|laki.*/.*perempuan|pria.*/.*wanita", header, re.I))
    simple: dict[str, Callable[[Cell], Mapping[str, Said]]] = {
        "business_name": lambda cell: _name(cell, "business_name"),
        "owner_name": lambda cell: _name(cell, "owner_name"),
        "business_and_owner": lambda cell: _both_names(cell, owner_first),
        "nik": _one("nik", understand_nik),
        "nib": _one("nib", understand_nib),
        "kbli": _one("kbli", lambda cell: understand_kbli(cell, context.kbli_codes)),
        "phone": _phones,
        "email": _one("email", understand_email),
        "street": lambda cell: understand_address(cell, places),
        "rt": _one("rt", _house_number),
        "rw": _one("rw", _house_number),
        "rt_rw": _rt_rw,
        "kelurahan": lambda cell: understand_place(cell, places, "kelurahan"),
        "kecamatan": lambda cell: understand_place(cell, places, "kecamatan"),
        "kelurahan_kecamatan": lambda cell: understand_place(cell, places, "kelurahan"),
        "city": _one("city", lambda cell: _city(cell, places)),
        "postcode": _one("postcode", _postcode),
        "products": _one("products", understand_products),
        "since": _one("since", lambda cell: _since(cell, header, context)),
        "workers": lambda cell: _workers(cell, pair),
        "workers_m": _one("workers_m", _count),
        "workers_f": _one("workers_f", _count),
        "turnover": lambda cell: _turnover(cell, money),
        "turnover_low": lambda cell: {"turnover_year_low": understand_turnover(cell, money)[0]},
        "turnover_high": lambda cell: {"turnover_year_high": understand_turnover(cell, money)[1]},
        "investment": _one("investment", lambda cell: understand_amount(cell, money)),
        "born": lambda cell: _birth(cell, day_first, latest),
        "birth": lambda cell: _birth(cell, day_first, latest),
        "birth_place": _one("birth_place", understand_text),
        "filled_at": _one("filled_at", lambda cell: _moment(cell, day_first)),
        "sex": _one("sex", understand_sex),
        "sex_mark": _one("sex", lambda cell: _marked(cell, header)),
        "workers_part": _one("workers", _count),
        "workers_m_part": _one("workers_m", _count),
        "workers_f_part": _one("workers_f", _count),
        "name_and_address": lambda cell: _name_and_address(cell, header, places),
        "website": _one("website", understand_text),
        "note": _one("note", understand_text),
        "association": _one("association", understand_text),
        "member_number": _one("member_number", understand_text),
        "has_trademark": _one("has_trademark", understand_text),
    }
    return simple.get(name)


_NUMBER_BESIDE = re.compile(
    r"[\s/,;:(\-]*(?:\b(?:nik|hp|wa|telp|tlp|no)\b)?[.:\s]*\+?\(?\d[\d\s().\-]{7,}\d\)?(?:\s*\(?\s*a\s*[./]?\s*n\b.*$)?",
    re.I,
)
"""A long number in a cell of names, with its label and "a/n" whom it belongs to."""


def _name(cell: Cell, name: str) -> dict[str, Said]:
    """A name, and the number that some write beside it ("Ani / 0812...", "Ani (3674...)")."""
    text = shown(cell)
    if sum(letter.isdigit() for letter in text) < 9 or not any(letter.isalpha() for letter in text):
        return {name: understand_name(cell)}
    numbers = list(_NUMBER_BESIDE.finditer(text))
    if not numbers:
        return {name: understand_name(cell)}
    found = {name: understand_name(_NUMBER_BESIDE.sub(" ", text).strip(" /,;-()"))}
    nik = understand_nik(numbers[0][0])
    if nik.value is not None:
        return found | {"nik": nik}
    beside = " / ".join(number[0].strip(" /,;:-()") for number in numbers)
    return found | {key: said for key, said in _phones(beside).items() if said.value is not None}


def _since(cell: Cell, header: str, context: Context) -> Said:
    said = understand_since(cell, as_of=context.as_of, header=header)
    if said.why == "duration" and said.value is not None and context.as_of_guessed:
        return replace(said, warnings=said.warnings + doubt("list_date_guessed", date=str(context.as_of)))
    return said


def _both_names(cell: Cell, owner_first: bool | None) -> dict[str, Said]:
    business, owner = split_owner_and_business(cell, owner_first)
    return {"business_name": business, "owner_name": owner}


def _phones(cell: Cell) -> dict[str, Said]:
    phones, warnings = parse_phones(cell)
    found: dict[str, Said] = {}
    first = next((phone for phone in phones if phone.mobile), phones[0] if phones else None)
    if first is None:
        found["phone"] = Said(None, "not_said", warnings)
    else:
        why = "phone" if len(phones) == 1 else "first_mobile"
        found["phone"] = Said(first.number, why, first.warnings + warnings)
        rest = [phone.number for phone in phones if phone is not first]
        if rest:
            found["other_phones"] = Said(rest, "further_numbers")
    text = shown(cell)
    if "@" in text and (address := EMAIL.search(text)):
        found["email"] = Said(address[0].lower(), "email")
    return found


def _house_number(cell: Cell) -> Said:
    text = shown(cell)
    digits = re.search(r"\d{1,3}", text)
    return Said(digits[0].lstrip("0").zfill(2), "rt_rw") if digits and digits[0].strip("0") else Said(None, "not_said")


def _rt_rw(cell: Cell) -> dict[str, Said]:
    numbers = re.findall(r"\d{1,3}", shown(cell))
    if isinstance(cell, date) or not numbers:
        return {"rt": Said(None, "not_said", () if not numbers else doubt("became_date", text=shown(cell)))}
    found = {"rt": Said(numbers[0].lstrip("0").zfill(2), "rt_rw")}
    if len(numbers) > 1:
        found["rw"] = Said(numbers[1].lstrip("0").zfill(2), "rt_rw")
    return found


def _city(cell: Cell, places: Gazetteer) -> Said:
    text = shown(cell)
    if is_nothing(text):
        return Said(None, "not_said")
    known = places.city(text)
    return Said(known or text, "gazetteer" if known else "as_written")


def _postcode(cell: Cell) -> Said:
    text = shown(cell)
    found = re.search(r"(?<!\d)[1-9]\d{4}(?!\d)", text)
    if found:
        return Said(found[0], "postcode")
    return Said(None, "not_said", () if is_nothing(text) else doubt("no_number", text=text[:40]))


def _workers(cell: Cell, pair: bool) -> dict[str, Said]:
    workers = parse_workers(cell, pair=pair)
    found = {"workers": Said(workers.total, workers.why, workers.warnings)}
    if workers.men is not None:
        found["workers_m"] = Said(workers.men, workers.why)
    if workers.women is not None:
        found["workers_f"] = Said(workers.women, workers.why)
    return found


def _count(cell: Cell) -> Said:
    workers = parse_workers(cell)
    return Said(workers.total, workers.why, workers.warnings)


def _marked(cell: Cell, header: str) -> Said:
    """A mark under "L" or "P" of a header of sex."""
    text = shown(cell).lower()
    if (is_nothing(text) and text not in ("x", "*", "/")) or text in ("0", "false", "tidak"):
        return Said(None, "not_said")
    words = set(normal_header(header))
    return Said("P" if words & {"p", "perempuan"} else "L", "marked")


def _name_and_address(cell: Cell, header: str, places: Gazetteer) -> dict[str, Said]:
    """One cell with the name above its address, cut at the line's end or where the street begins."""
    raw = (cell if isinstance(cell, str) else shown(cell)).strip()
    name = (
        "owner_name"
        if re.search(r"pemilik|peserta|anggota|pengusaha|pengrajin|perajin", header, re.I)
        else "business_name"
    )
    street = re.search(
        r"[,;(\s-]+(?=(?:jl|jln|jalan|gg|gang|kp|kampung|perum|perumahan|komp|komplek|kompleks|blok|dusun|rt)\b)",
        raw,
        re.I,
    )
    line = re.search(r"\s*[\r\n]+\s*", raw)
    cut = line or street or re.search(r"\s*[;,]\s*|\s+-\s+", raw)
    if cut is None:
        return {name: understand_name(raw)}
    found = {name: understand_name(raw[: cut.start()])}
    return found | understand_address(raw[cut.end() :].strip(" )"), places)


def _turnover(cell: Cell, money: MoneyHeader) -> dict[str, Said]:
    low, high = understand_turnover(cell, money)
    return {"turnover_year_low": low, "turnover_year_high": high}


def _birth(cell: Cell, day_first: bool, latest: int) -> dict[str, Said]:
    text = shown(cell)
    if is_nothing(text):
        return {"born": Said(None, "not_said")}
    found = parse_date(cell, day_first=day_first, latest=latest - 10)
    said: dict[str, Said] = {}
    if found is None:
        said["born"] = Said(None, "not_said", doubt("no_date", text=text[:60]))
    elif not 1900 <= found.year <= latest:
        said["born"] = Said(found.isoformat(), "date", doubt("unlikely_year", year=found.year))
    else:
        said["born"] = Said(found.isoformat(), "date")
    if isinstance(cell, str):
        place = re.match(r"\s*([A-Za-z][A-Za-z .'()-]*?)\s*(?:[,/.:;-]|\s(?=\d)|$)", text)
        if place and not parse_date("1 " + place[1] + " 2000", serial=False):
            said["birth_place"] = Said(place[1].strip(), "before_date")
    return said


def _moment(cell: Cell, day_first: bool) -> Said:
    found = parse_moment(cell, day_first=day_first)
    text = shown(cell)
    if found is None:
        return Said(None, "not_said", () if is_nothing(text) else doubt("no_date", text=text[:60]))
    return Said(found.isoformat(), "moment")
