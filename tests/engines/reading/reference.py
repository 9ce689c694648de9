"""What the tests of the reading engine share: the gazetteer, the codes, short ways to read made-up lists."""

from __future__ import annotations

import csv
from datetime import date
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from binakriya.engines.reading import Gazetteer, ReadList, SourceFile, read_lists

ROOT = Path(__file__).parents[3] / "src/binakriya"
LISTS = ROOT / "website/data/reference_event"


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@lru_cache
def places() -> Gazetteer:
    """South Tangerang's kelurahan."""
    return Gazetteer.from_rows(_rows(ROOT / "foundation/data/tangsel_kelurahan_kodepos.csv"), city="Tangerang Selatan")


@lru_cache
def kbli_codes() -> frozenset[str]:
    """Craft codes of KBLI 2020."""
    return frozenset(row["kbli2020"] for row in _rows(ROOT / "foundation/data/kbli_craft_2020_2025.csv"))


def reference_files() -> list[SourceFile]:
    """The three lists of the reference event."""
    return [SourceFile(path.name, path.read_bytes()) for path in sorted(LISTS.glob("[0-9]*"))]


def read(*files: SourceFile, as_of: date | None = None, **options: Any) -> list[ReadList]:
    """Reads files with the gazetteer and the codes."""
    return read_lists(files, places=places(), kbli_codes=kbli_codes(), as_of=as_of, **options)


def workbook(sheets: dict[str, list[list[Any]]], merged: dict[str, list[str]] | None = None) -> bytes:
    """An xlsx of these cells."""
    book = Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        for span in (merged or {}).get(name, []):
            sheet.merge_cells(span)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def one(rows: list[list[Any]], name: str = "daftar.xlsx", sheet: str = "Sheet1", **options: Any) -> ReadList:
    """A list of one sheet."""
    return read(SourceFile(name, workbook({sheet: rows})), **options)[0]


def values(read_list: ReadList, field: str) -> list[Any]:
    """The values of a field, row by row."""
    return [row.value(field) for row in read_list.rows]
