"""A whole class from one table: each line a product, each answer a pack or the reason why there is none.

The table has a head line; columns by Indonesian or English names (`COLUMNS`), parted by comma, semicolon or tab.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from binakriya.engines.boxes import BoxError
from binakriya.engines.drafting import DrawingError
from binakriya.engines.protection import InputError, MissingValueError
from binakriya.packaging.rules.drawings import FORMATS, drawing_of
from binakriya.packaging.rules.reading import (
    InputRefusedError,
    read_journey,
    read_product,
    read_purpose,
    read_quantity,
)
from binakriya.packaging.rules.recommend import Request, recommend
from binakriya.packaging.rules.specification import specification
from binakriya.packaging.rules.words import Said, say

COLUMNS: dict[str, tuple[str, ...]] = {
    "name": ("name", "product", "nama", "produk", "nama produk"),
    "size": ("size", "size_mm", "ukuran", "ukuran mm"),
    "length": ("length", "length_mm", "panjang", "panjang mm"),
    "breadth": ("breadth", "width", "breadth_mm", "width_mm", "lebar", "lebar mm"),
    "height": ("height", "height_mm", "tinggi", "tinggi mm"),
    "mass": ("mass", "mass_g", "weight", "massa", "massa g", "berat", "berat gram"),
    "material": ("material", "bahan"),
    "journey": ("journey", "perjalanan"),
    "form": ("form", "bentuk"),
    "shape": ("shape", "bangun"),
    "purpose": ("purpose", "keperluan"),
    "quantity": ("quantity", "jumlah"),
}
_BY_WORD = {word: column for column, spellings in COLUMNS.items() for word in spellings}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table; `number` counts lines from 1, the head included, as a spreadsheet shows it."""

    number: int
    cells: Mapping[str, str]

    @property
    def name(self) -> str:
        return self.cells.get("name", "")


@dataclass(frozen=True, slots=True)
class Packed:
    """What came of a line: `content` and `files` (kind → bytes), or `why` there is none."""

    row: Row
    content: Mapping[str, Any] | None = None
    files: Mapping[str, bytes] = field(default_factory=dict)
    why: Said | None = None

    @property
    def stem(self) -> str:
        """A file name: the line's number and what can be kept of the product's name."""
        plain = unicodedata.normalize("NFKD", self.row.name).encode("ascii", "ignore").decode().lower()
        slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40]
        return f"{self.row.number:04d}-{slug}" if slug else f"{self.row.number:04d}"

    def summary(self) -> dict[str, Any]:
        """One line of the summary."""
        facts: dict[str, Any] = {"row": self.row.number, "name": self.row.name, "ok": self.content is not None}
        if self.content is not None:
            box = self.content["box"]
            facts |= {
                "file": f"{self.stem}.json",
                "style": box["style"],
                "board": box["board"]["code"],
                "inside_mm": box["inside_mm"],
                "outside_mm": box["outside_mm"],
                "gross_kg": self.content["gross_kg"],
                "cushion": self.content["cushion"]["material"] if self.content["cushion"] else None,
            }
        if self.why is not None:
            facts |= {"why": {"id": self.why.id, "en": self.why.en}}
        return facts


def read_table(text: str) -> list[Row]:
    """Raises InputRefusedError for a table without the wanted columns or without lines. Empty lines are passed over."""
    head = text.lstrip("\ufeff").split("\n", 1)[0]
    delimiter = max(";\t,", key=head.count)
    lines = list(csv.reader(io.StringIO(text.lstrip("\ufeff")), delimiter=delimiter))
    names = [_BY_WORD.get(_plain(cell), "") for cell in lines[0]] if lines else []
    sizes = {"size"} if "size" in names else {"length", "breadth", "height"}
    missing = [wanted for wanted in (*sorted(sizes), "mass", "material") if wanted not in names]
    if missing:
        wanted = "name, size (220x140x90), mass (gram), material"
        raise InputRefusedError("columns", say("error.columns", missing=", ".join(missing), wanted=wanted))
    rows = []
    for number, cells in enumerate(lines[1:], 2):
        if any(cell.strip() for cell in cells):
            rows.append(Row(number, _cells(names, cells)))
    if not rows:
        raise InputRefusedError("rows", say("error.no_rows"))
    return rows


def _plain(cell: str) -> str:
    return " ".join(re.sub(r"[()\[\].]", " ", cell.casefold()).split())


def _cells(names: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, cell in zip(names, cells, strict=False):
        if name and cell.strip() and name not in found:
            found[name] = cell.strip()
    if "size" not in found and all(side in found for side in ("length", "breadth", "height")):
        found["size"] = "x".join(found[side] for side in ("length", "breadth", "height"))
    return found


def pack_row(row: Row, formats: Sequence[str], on: date, journey: str = "courier") -> Packed:
    """The recommended pack of a line, with drawings in `formats`. Answers what is wrong, raises nothing of it."""
    cells = row.cells
    try:
        request = Request(
            product=read_product(
                cells.get("size"),
                cells.get("mass"),
                cells.get("material"),
                form=cells.get("form", "plain"),
                shape=cells.get("shape", "box"),
            ),
            journey=read_journey(cells.get("journey", journey)),
            quantity=read_quantity(cells.get("quantity")),
            purpose=read_purpose(cells.get("purpose")),
            on=on,
        )
        found = recommend(request, deciding=False)
    except InputRefusedError as error:
        return Packed(row, why=error.said)
    except (InputError, MissingValueError) as error:
        return Packed(row, why=InputRefusedError.of(error).said)
    if found.best is None:
        return Packed(row, why=found.notes[-1])
    content = specification(found, name=row.name).content
    try:
        drawing = drawing_of(found.best.proven, name=row.name, number=str(row.number), on=on) if formats else None
        files = {kind: FORMATS[kind](drawing) for kind in formats if drawing is not None}
    except BoxError as error:
        return Packed(row, why=Said.of_box_error(error))
    except DrawingError as error:
        return Packed(row, content, why=say("error.drawing", why=str(error)))
    return Packed(row, content, files)
