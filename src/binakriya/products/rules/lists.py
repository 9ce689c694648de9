"""A file with the products of a whole class: which columns it has, what each row says.

The headers are known words; a unit may stand in them: under “Panjang (cm)” a bare 20 is 20 cm.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from math import isfinite
from typing import Any

from binakriya.engines.protection import FORMS, find_material
from binakriya.engines.reading.errors import UnreadableFile
from binakriya.engines.reading.files import read_sheets
from binakriya.engines.reading.records import SourceFile
from binakriya.foundation.rules.refusals import Refused
from binakriya.foundation.rules.text import plain_line
from binakriya.products.rules.facts import (
    How,
    Measured,
    ProductFacts,
    Size,
    check_density,
    checked_facts,
    checked_size,
)
from binakriya.products.rules.measures import UNITS, parse

ROWS_MOST = 500
# So many rows of words and figures take a tenth of it; what is larger costs long before it turns out not to be a list.
BYTES_MOST = 2_000_000
CELL_MOST, HEADS_MOST = 600, 30
# Key → headers that mean it, folded. The first is that of the template.
HEADERS: dict[str, tuple[str, ...]] = {
    "maker": ("pembuat", "usaha", "nama usaha", "ikm", "merek", "maker"),
    "name": ("produk", "nama produk", "nama barang", "product"),
    "material": ("bahan", "bahan utama", "material"),
    "length": ("panjang", "p", "garis tengah", "diameter", "length"),
    "breadth": ("lebar", "l", "breadth", "width"),
    "height": ("tinggi", "t", "height"),
    "mass": ("massa", "berat", "bobot", "mass", "weight"),
    "shape": ("cara mengukur", "bentuk ukur", "shape"),
    "kind": ("jenis", "kind"),
    "technique": ("teknik", "technique"),
    "sku": ("kode barang", "sku", "kode"),
    "note": ("catatan", "note"),
}
NEEDED = ("maker", "name", "material")
_KEYS = {word: key for key, words in HEADERS.items() for word in words}
_SHAPES = {
    **dict.fromkeys(("", "kotak", "box"), "box"),
    **dict.fromkeys(("bulat", "tabung", "silinder", "cylinder"), "cylinder"),
    **dict.fromkeys(("lain", "tidak beraturan", "irregular"), "irregular"),
}
TEMPLATE: tuple[tuple[str, ...], ...] = (
    (
        "Pembuat",
        "Produk",
        "Bahan",
        "Panjang (mm)",
        "Lebar (mm)",
        "Tinggi (mm)",
        "Massa (g)",
        "Cara mengukur",
        "Catatan",
    ),
    ("Nama usaha di registri", "Vas bunga", "keramik", "120", "", "240", "1,2 kg", "bulat", "contoh, hapus baris ini"),
)


def _header(cell: object) -> tuple[str, str]:
    """Key and unit, "" for none."""
    # Underscores stand in the heads of the list's own export: length_mm.
    text = " ".join(str(cell or "").casefold().replace("_", " ").split())
    found = re.fullmatch(r"(.*?)\s*[(\[,]?\s*(?:dalam\s+)?([a-z]+)?[)\]]?", text)
    if text in _KEYS:
        return _KEYS[text], ""
    if found and found[1] in _KEYS and found[2]:
        key = _KEYS[found[1]]
        quantity = "mass" if key == "mass" else "length"
        if key in ("length", "breadth", "height", "mass") and found[2] in UNITS[quantity]:  # type: ignore[index]
            return key, found[2]
    return "", ""


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    # A cell that holds a number says it with a point, or as 1e-05; people's words keep theirs.
    text = f"{Decimal(str(cell)):f}".replace(".", ",") if isinstance(cell, float) and isfinite(cell) else str(cell)
    # As it shows: a name that turns the line around must not stand here otherwise than in the register.
    return plain_line(text)[:CELL_MOST]


@dataclass(frozen=True, slots=True)
class ListRead:
    """`rows`: `{"number": row of the sheet, "cells": {key: text}}`, with the header's unit behind a bare number.
    `unread`: headers that mean nothing here, as written."""

    rows: list[dict[str, Any]]
    unread: tuple[str, ...]


def read_list(data: bytes, name: str) -> ListRead:
    """Raises Refused: list_unreadable, list_blank, list_locked, list_cell, list_headers, list_empty, list_long,
    list_large."""
    if len(data) > BYTES_MOST:
        raise Refused("list_large", most=BYTES_MOST // 1_000_000)
    try:
        sheets = read_sheets(SourceFile(name, data))
    except UnreadableFile as error:
        raise Refused(UNREAD.get(error.code, "list_unreadable"), **_where(error)) from error
    for sheet in sheets:
        for top, row in enumerate(sheet.rows[:20]):
            columns = {i: _header(cell) for i, cell in enumerate(row)}
            keys = {key for key, _unit in columns.values()}
            if {"name", "material"} <= keys:
                if absent := [HEADERS[key][0] for key in NEEDED if key not in keys]:
                    raise Refused("list_headers", columns=", ".join(absent), found=_said(row))
                unread = [" ".join(str(row[i] or "").split())[:60] for i, (key, _unit) in columns.items() if not key]
                return ListRead(
                    _rows(sheet.rows[top + 1 :], top + 2, columns), tuple(filter(None, unread))[:HEADS_MOST]
                )
    first = next((row for sheet in sheets for row in sheet.rows if any(map(_text, row))), ())
    raise Refused("list_headers", columns=", ".join(HEADERS[key][0] for key in NEEDED), found=_said(first))


UNREAD = {
    "empty": "list_blank",
    "encrypted": "list_locked",
    "cell_too_long": "list_cell",
    "too_many_rows": "list_long",
}


def _where(error: UnreadableFile) -> dict[str, Any]:
    if error.code == "cell_too_long":
        return {"row": error.params.get("row", "?"), "most": error.params.get("limit", CELL_MOST)}
    return {"most": ROWS_MOST} if error.code == "too_many_rows" else {}


def _said(row: Sequence[object]) -> str:
    """What stands in a line, for whoever looks for the heads in vain."""
    return ", ".join(text[:30] for cell in row if (text := _text(cell)))[:200] or "–"


def _rows(rows: Sequence[Sequence[object]], first: int, columns: Mapping[int, tuple[str, str]]) -> list[dict[str, Any]]:
    found = []
    for number, row in enumerate(rows, first):
        cells: dict[str, str] = {}
        for i, (key, unit) in columns.items():
            text = _text(row[i]) if key and i < len(row) else ""
            if text and key not in cells:
                cells[key] = f"{text} {unit}" if unit and not any(c.isalpha() or c == '"' for c in text) else text
        if cells:
            found.append({"number": number, "cells": cells})
    if not found:
        raise Refused("list_empty")
    if len(found) > ROWS_MOST:
        raise Refused("list_long", most=ROWS_MOST)
    return found


@dataclass(frozen=True, slots=True)
class Understood:
    """A row's meaning. `problems`: field and why; a row with any is not written. `unknown_material`: it is kept in its
    own words, and needs a drop test."""

    number: int
    maker: str
    name: str
    facts: ProductFacts | None
    measured: Measured | None
    sku: str
    unknown_material: bool = False
    problems: tuple[tuple[str, Refused], ...] = field(default=())

    @property
    def lacks(self) -> tuple[tuple[str, Refused], ...]:
        """Field and why: what a pack cannot be computed without, though the register takes the row."""
        found = []
        if self.unknown_material and self.facts is not None:
            found.append(("material", Refused("list_material", written=self.facts.material)))
        if self.measured is None:
            found.append(("length", Refused("list_unmeasured")))
        elif self.measured.mass is None:
            found.append(("mass", Refused("list_unweighed")))
        return tuple(found)


def understood(row: Mapping[str, Any], *, who: str, on: date) -> Understood:
    """What one row says; never raises for what is in it."""
    cells: Mapping[str, str] = row["cells"]
    problems: list[tuple[str, Refused]] = []
    facts = None
    try:
        facts = checked_facts(
            ProductFacts(
                cells.get("name", ""),
                cells.get("material", ""),
                cells.get("kind", ""),
                FORMS[0],
                cells.get("technique", ""),
                cells.get("note", ""),
            )
        )
    except Refused as error:
        at = error.params.get("field", "name" if error.reason == "name_needed" else "material")
        problems.append((str(at), error))
    if not cells.get("maker"):
        problems.append(("maker", Refused("maker_needed")))
    measured = _measured(cells, who, on, problems)
    return Understood(
        int(row["number"]),
        cells.get("maker", ""),
        cells.get("name", ""),
        facts,
        measured,
        cells.get("sku", ""),
        facts is not None and find_material(facts.material) is None,
        tuple(problems),
    )


def _measured(cells: Mapping[str, str], who: str, on: date, problems: list[tuple[str, Refused]]) -> Measured | None:
    shape = _SHAPES.get(cells.get("shape", "").casefold(), "")
    if not shape:
        problems.append(("shape", Refused("list_shape_unknown", written=cells.get("shape", "")[:40])))
        return None
    values: dict[str, Decimal] = {}
    for key in ("length", "breadth", "height", "mass"):
        if not cells.get(key):
            continue
        try:
            values[key] = parse(cells[key], "mass" if key == "mass" else "length").value
        except Refused as error:
            problems.append((key, error))
    if problems and any(key in ("length", "breadth", "height", "mass") for key, _ in problems):
        return None
    if shape == "cylinder" and "length" in values:
        values.setdefault("breadth", values["length"])
    sides = [key for key in ("length", "breadth", "height") if key in values]
    if not sides:
        if "mass" in values:
            problems.append(("length", Refused("size_needed")))
        return None
    if len(sides) < 3:
        absent = next(key for key in ("length", "breadth", "height") if key not in values)
        problems.append((absent, Refused("side_needed")))
        return None
    size = Size(shape, values["length"], values["breadth"], values["height"])
    try:
        check_density(checked_size(size), values.get("mass"))
    except Refused as error:
        problems.append(("mass" if error.reason.startswith("too_") else "length", error))
        return None
    return Measured(size, values.get("mass"), who, on, How.LIST)
