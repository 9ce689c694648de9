"""One row of raw cells -> understood values: columns that say the same, titles, sums, suggestions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from binakriya.engines.reading.places import Gazetteer
from binakriya.engines.reading.readers import Context, Reader
from binakriya.engines.reading.records import Cell, Note, Other, Understood, shown
from binakriya.engines.reading.values.ids import birth_of_nik
from binakriya.engines.reading.values.said import Said

PLACE_FIELDS = ("kelurahan", "kecamatan", "city")
_DITTO = re.compile(r"(?:idem|id\.|sda\.?|s\.?d\.?a\.?|sama|-?\s*[\"”“〃]+\s*-?|''|,,|ditto)", re.I)


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
        old,
        value=old.value + new.value,
        raw=f"{old.raw} + {new.raw}",
        why=Note("sum"),
        letters=old.letters + new.letters,
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
