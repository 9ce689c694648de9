"""One row of raw cells -> understood values, by the fields of its columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from binakriya.engines.reading.headers import normal_header
from binakriya.engines.reading.places import Gazetteer
from binakriya.engines.reading.records import Cell, Note, Other, Understood, letter_of, shown
from binakriya.engines.reading.values.addresses import understand_address
from binakriya.engines.reading.values.blanks import is_nothing
from binakriya.engines.reading.values.contacts import EMAIL, understand_email, understand_sex, understand_text
from binakriya.engines.reading.values.dates import is_day_first, parse_date, parse_moment
from binakriya.engines.reading.values.ids import birth_of_nik, understand_kbli, understand_nib, understand_nik
from binakriya.engines.reading.values.money import MoneyHeader, money_header, understand_amount, understand_turnover
from binakriya.engines.reading.values.names import split_owner_and_business, understand_name
from binakriya.engines.reading.values.phones import parse_phones
from binakriya.engines.reading.values.places import understand_place
from binakriya.engines.reading.values.products import understand_products
from binakriya.engines.reading.values.said import Said, doubt
from binakriya.engines.reading.values.since import understand_since
from binakriya.engines.reading.values.workers import parse_workers

PLACE_FIELDS = ("kelurahan", "kecamatan", "city")
_DITTO = re.compile(r"(?:idem|id\.|sda\.?|s\.?d\.?a\.?|sama|-?\s*[\"”“〃]+\s*-?|''|,,|ditto)", re.I)


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
    pair = bool(re.search(r"l\s*/\s*p|laki.*/.*perempuan|pria.*/.*wanita", header, re.I))
    simple: dict[str, Callable[[Cell], Mapping[str, Said]]] = {
        "business_name": lambda cell: _name(cell, "business_name"),
        "owner_name": lambda cell: _name(cell, "owner_name"),
        "business_and_owner": _both_names,
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


def understand_cells(
    cells: list[Cell], readers: list[Reader], said: Mapping[str, str], context: Context
) -> tuple[dict[str, Understood], tuple[Other, ...]]:
    """The values of a row, and its cells that have no field."""
    found: dict[str, Understood] = {}
    others: list[Other] = []
    for reader in readers:
        cell = cells[reader.index] if reader.index < len(cells) else None
        if reader.field == "number":
            continue
        if reader.read is None:
            if text := shown(cell):
                others.append(Other(reader.letter, reader.header, text))
            continue
        if cell is None:
            continue
        raw = shown(cell)
        said_here = reader.read(cell)
        if reader.field == "phone" and "phone" in found and found["phone"].value:
            said_here = _second_phone(found, said_here, raw, reader.letter)
        for name, value in said_here.items():
            new = Understood(
                name, raw, value.value, Note(value.why), value.warnings, (reader.letter,), value.suggestion
            )
            old = found.get(name)
            if old is not None and reader.field.endswith("_part"):
                found[name] = _added(old, new)
            else:
                found[name] = new if old is None else _merged(name, old, new, own=_owns(reader.field, name))
    _from_titles(found, said, context.places)
    _sum_workers(found)
    _check_places(found, context.places)
    _suggest(found, context)
    return found, tuple(others)


def _second_phone(found: dict[str, Understood], said: Mapping[str, Said], raw: str, letter: str) -> Mapping[str, Said]:
    """A further column of phones: the first mobile number stays first, the others stand beside it."""
    new = said.get("phone")
    if new is None or new.value is None:
        return {name: value for name, value in said.items() if name != "phone"}
    first, further = found["phone"], str(new.value)
    if str(further).startswith("+628") and not str(first.value).startswith("+628"):
        found["phone"] = Understood("phone", raw, further, Note("first_mobile"), new.warnings, (letter,))
        further = str(first.value)
    others = [further] if further != found["phone"].value else []
    if isinstance(more := said["other_phones"].value if "other_phones" in said else None, list):
        others += more
    rest = {name: value for name, value in said.items() if name not in ("phone", "other_phones")}
    return rest | ({"other_phones": Said(others, "further_numbers")} if others else {})


def _added(old: Understood, new: Understood) -> Understood:
    """Permanent and temporary workers stand in columns of their own: they add up."""
    if not isinstance(new.value, int):
        return old
    if not isinstance(old.value, int):
        return new
    return replace(
        old, value=old.value + new.value, raw=f"{old.raw} + {new.raw}", why=Note("sum"), letters=old.letters + new.letters
    )


def _owns(field: str, name: str) -> bool:
    return (
        field == name
        or (field == "turnover" and name.startswith("turnover"))
        or (field in ("birth", "born") and name == "born")
    )


def _merged(name: str, old: Understood, new: Understood, *, own: bool) -> Understood:
    """Two columns say the same field: the column of that name goes before an address; lists are joined."""
    if new.value is None:
        if old.value is None and new.warnings:
            return replace(old, warnings=old.warnings + new.warnings)
        return old
    if old.value is None:
        return replace(new, warnings=old.warnings + new.warnings) if old.warnings and not own else new
    if name in ("products", "other_phones") and isinstance(old.value, list) and isinstance(new.value, list):
        return replace(
            old,
            value=list(dict.fromkeys([*old.value, *new.value])),
            raw=f"{old.raw}; {new.raw}",
            letters=old.letters + new.letters,
        )
    if name in ("note", "website", "street"):
        if old.value == new.value:
            return old
        return replace(
            old, value=f"{old.value}; {new.value}", raw=f"{old.raw}; {new.raw}", letters=old.letters + new.letters
        )
    if name == "phone":
        return old
    if own and old.value != new.value:
        return replace(new, warnings=(*new.warnings, Note("differs_elsewhere", {"text": str(old.value)})))
    return old


def _name(cell: Cell, name: str) -> dict[str, Said]:
    """A name, and the number that some write beside it ("Ani / 0812...", "Ani (3674...)")."""
    text = shown(cell)
    if sum(letter.isdigit() for letter in text) < 9 or not any(letter.isalpha() for letter in text):
        return {name: understand_name(cell)}
    digits = re.search(r"[\s/,;:(\-]*(?:nik|hp|wa|telp|tlp|no)?[.:\s]*\+?\(?\d[\d\s().\-]{7,}\d\)?", text, re.I)
    if digits is None:
        return {name: understand_name(cell)}
    found = {name: understand_name((text[: digits.start()] + text[digits.end() :]).strip(" /,;-()"))}
    nik = understand_nik(digits[0])
    if nik.value is not None:
        return found | {"nik": nik}
    return found | {key: said for key, said in _phones(digits[0]).items() if said.value is not None}


def _since(cell: Cell, header: str, context: Context) -> Said:
    said = understand_since(cell, as_of=context.as_of, header=header)
    if said.why == "duration" and said.value is not None and context.as_of_guessed:
        return replace(said, warnings=said.warnings + doubt("list_date_guessed", date=str(context.as_of)))
    return said


def _both_names(cell: Cell) -> dict[str, Said]:
    business, owner = split_owner_and_business(cell)
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
    if is_nothing(text) and text not in ("x", "*", "/") or text in ("0", "false", "tidak"):
        return Said(None, "not_said")
    words = set(normal_header(header))
    return Said("P" if words & {"p", "perempuan"} else "L", "marked")


def _name_and_address(cell: Cell, header: str, places: Gazetteer) -> dict[str, Said]:
    """One cell with the name above its address, cut at the line's end or where the street begins."""
    raw = (cell if isinstance(cell, str) else shown(cell)).strip()
    name = "owner_name" if re.search(r"pemilik|peserta|anggota|pengusaha|pengrajin|perajin", header, re.I) else "business_name"
    street = re.search(r"[,;(\s-]+(?=(?:jl|jln|jalan|gg|gang|kp|kampung|perum|perumahan|komp|komplek|kompleks|blok|dusun|rt)\b)", raw, re.I)
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


def _from_titles(found: dict[str, Understood], said: Mapping[str, str], places: Gazetteer) -> None:
    for name in (*PLACE_FIELDS, "association"):
        value = said.get(name)
        if not value or (name in found and found[name].value is not None):
            continue
        if (
            name == "kelurahan"
            and "kecamatan" in found
            and found["kecamatan"].value
            and found["kecamatan"].letters
            and places.parents(value)
            and not places.holds(value, str(found["kecamatan"].value))
        ):
            continue
        found[name] = Understood(name, value, value, Note("title"))


def _sum_workers(found: dict[str, Understood]) -> None:
    men, women, all_ = found.get("workers_m"), found.get("workers_f"), found.get("workers")
    counts = [part for part in (men, women) if part is not None and isinstance(part.value, int)]
    if not counts:
        return
    total = sum(part.value for part in counts if isinstance(part.value, int))
    if all_ is None or all_.value is None:
        letters = tuple(dict.fromkeys(letter for part in counts for letter in part.letters))
        found["workers"] = Understood(
            "workers", " + ".join(part.raw for part in counts), total, Note("sum"), (), letters
        )
    elif len(counts) == 2 and all_.value != total and all_.letters != counts[0].letters:
        found["workers"] = replace(
            all_, warnings=(*all_.warnings, Note("sum_differs", {"said": all_.value, "sum": total}))
        )


def _check_places(found: dict[str, Understood], places: Gazetteer) -> None:
    kelurahan, kecamatan = found.get("kelurahan"), found.get("kecamatan")
    if kelurahan is None or kecamatan is None or not kelurahan.value or not kecamatan.value:
        return
    parents = places.parents(str(kelurahan.value))
    if parents and not places.holds(str(kelurahan.value), str(kecamatan.value)):
        note = Note(
            "not_in_kecamatan", {"kelurahan": kelurahan.value, "kecamatan": kecamatan.value, "lies_in": list(parents)}
        )
        found["kelurahan"] = replace(kelurahan, warnings=(*kelurahan.warnings, note))


def _suggest(found: dict[str, Understood], context: Context) -> None:
    def offer(name: str, value: str, code: str) -> None:
        old = found.get(name)
        if old is None:
            found[name] = Understood(name, "", None, Note(code), (), (), value)
        elif old.value is None and old.suggestion is None:
            found[name] = replace(old, suggestion=value)

    kelurahan = found.get("kelurahan")
    if kelurahan is not None and kelurahan.value:
        parents = context.places.parents(str(kelurahan.value))
        if len(parents) == 1:
            offer("kecamatan", parents[0], "from_kelurahan")
    nik = found.get("nik")
    if nik is not None and nik.value:
        born, sex = birth_of_nik(str(nik.value), context.as_of.year if context.as_of else 2030)
        if born is not None:
            offer("born", born.isoformat(), "from_nik")
            offer("sex", sex, "from_nik")
            said = found["born"]
            if said.value is not None and said.value != born.isoformat():
                found["born"] = replace(
                    said, warnings=(*said.warnings, Note("nik_says_other", {"born": born.isoformat()}))
                )


def carry_ditto(rows: list[list[Cell]], fields: list[str]) -> None:
    """ "idem", "sda" and ditto marks repeat the cell above (a lone dash does not)."""
    above: dict[int, Cell] = {}
    for cells in rows:
        for index, cell in enumerate(cells):
            if isinstance(cell, str) and index in above and len(cell) <= 6 and _DITTO.fullmatch(cell.strip()):
                cells[index] = above[index]
            elif cell is not None and shown(cell):
                above[index] = cell
