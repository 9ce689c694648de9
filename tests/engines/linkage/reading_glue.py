"""Lists read by the reading engine, as records: what the registry does, without the registry."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from binakriya.engines.linkage import Record
from binakriya.engines.reading import Gazetteer, ReadRow, SourceFile, read_lists

DATA = Path(__file__).parents[3] / "src/binakriya/foundation/data"
CITY = "Kota Tangerang Selatan"


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _texts(row: ReadRow, name: str) -> tuple[str, ...]:
    value = row.value(name)
    if value is None:
        return ()
    return tuple(str(v) for v in value) if isinstance(value, list) else (str(value),)


def _text(row: ReadRow, name: str) -> str:
    return next(iter(_texts(row, name)), "")


def record_of(row: ReadRow, source: str) -> Record:
    born, since = _text(row, "born"), row.value("since")
    return Record(
        id=row.place,
        business_name=_text(row, "business_name"),
        owner_name=_text(row, "owner_name"),
        nik=_text(row, "nik"),
        born=date.fromisoformat(born) if born else None,
        phones=_texts(row, "phone"),
        email=_text(row, "email"),
        street=_text(row, "street"),
        rt=_text(row, "rt"),
        rw=_text(row, "rw"),
        kelurahan=_text(row, "kelurahan"),
        kecamatan=_text(row, "kecamatan"),
        city=_text(row, "city"),
        products=_texts(row, "products"),
        kbli=_text(row, "kbli"),
        since=since if isinstance(since, int) else None,
        nib=_text(row, "nib"),
        source=source,
    )


def records_and_truth(files: Sequence[Path], truth: Path) -> tuple[list[Record], dict[str, str]]:
    """Records (id "list,row") of list files, and the truth for them."""
    read = read_lists(
        [SourceFile(path.name, path.read_bytes()) for path in files],
        places=Gazetteer.from_rows(_rows(DATA / "tangsel_kelurahan_kodepos.csv"), city=CITY),
        kbli_codes={row["kbli2020"] for row in _rows(DATA / "kbli_craft_2020_2025.csv")},
        as_of=date(2018, 11, 16),
    )
    said = {f"{row['list']},{row['row']}": row["enterprise"] for row in _rows(truth)}
    records, known = [], {}
    for one in read:
        for row in one.rows:
            record = record_of(row, one.name)
            records.append(record)
            # the reader names the sheet where several could hold data, the truth only where several do
            enterprise = said.get(row.place) or said.get(f"{one.number},{row.row}")
            if enterprise:
                known[record.id] = enterprise
    return records, known
