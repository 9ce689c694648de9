"""The three reference lists as records, without the reading engine: enough of a reader for exactly these files.

Values are those that a careful person reads (`understood.csv`); names, streets and products come from the sheets.
"""

from __future__ import annotations

import csv
import re
from datetime import date
from io import StringIO
from pathlib import Path

from python_calamine import CalamineWorkbook

from binakriya.engines.linkage import Record

FOLDER = Path(__file__).parents[3] / "src/binakriya/website/data/reference_event"


def _cells(name: str) -> dict[tuple[str, int], list[str]]:
    found: dict[tuple[str, int], list[str]] = {}
    if name.endswith(".csv"):
        text = (FOLDER / name).read_text("utf-8-sig")
        for number, row in enumerate(csv.reader(StringIO(text), delimiter=";"), start=1):
            found["2", number] = row
        return found
    book = CalamineWorkbook.from_path(FOLDER / name)
    for sheet in book.sheet_names:
        for number, row in enumerate(book.get_sheet_by_name(sheet).to_python(), start=1):
            found["1" if name.startswith("1") else f"3/{sheet}", number] = [str(cell) for cell in row]
    return found


def _texts(list_name: str, cells: list[str]) -> dict[str, object]:
    if list_name == "1":
        return {"business_name": cells[1], "owner_name": cells[2], "street": cells[4], "products": (cells[9],)}
    if list_name == "2":
        street = re.sub(r"\s+\d{5}$", "", cells[4]).split(",")[0]
        return {"business_name": cells[2], "owner_name": cells[1], "street": street, "products": (cells[5],)}
    return {"business_name": cells[2], "owner_name": cells[1], "street": cells[6], "products": (cells[8],)}


def reference_lists() -> tuple[list[Record], dict[str, str]]:
    """Records (id "list:row") and their truth."""
    cells = _cells("1-asipa.xlsx") | _cells("2-ipemi.csv") | _cells("3-iwapi.xls")
    records = []
    with (FOLDER / "understood.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            key = (row["list"], int(row["row"]))
            records.append(
                Record(
                    id=f"{key[0]}:{key[1]}",
                    nik=row["nik"],
                    born=date.fromisoformat(row["born"]) if row["born"] else None,
                    phones=(row["phone"],) if row["phone"] else (),
                    email=row["email"],
                    kelurahan=row["kelurahan"],
                    kecamatan=row["kecamatan"],
                    city="Tangerang Selatan",
                    kbli=row["kbli"],
                    since=int(row["since"]) if row["since"] else None,
                    nib=row["nib"],
                    source=row["list"],
                    **_texts(row["list"], cells[key]),  # type: ignore[arg-type]
                )
            )
    with (FOLDER / "truth.csv").open(encoding="utf-8", newline="") as file:
        truth = {f"{row['list']}:{row['row']}": row["enterprise"] for row in csv.DictReader(file)}
    return records, truth
