"""A row of a list as it is kept: JSON of what was read, understood and why; and the facts it becomes."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from functools import cache
from typing import Any

from binakriya.engines.reading import ReadRow
from binakriya.foundation.queries import find_region, kbli
from binakriya.registry.models import BatchFile, BatchRow
from binakriya.registry.rules.list_rows import RowFacts, facts_of_row

KBLI_2025_IN_FORCE = date(2026, 1, 1)


def pack(row: ReadRow) -> dict[str, Any]:
    """What is kept of a row, as plain values."""
    return {
        "table": row.table,
        "cells": {name: asdict(cell) for name, cell in row.cells.items()},
        "other": [asdict(o) for o in row.other],
    }


def unpack(row: BatchRow) -> dict[str, Any]:
    kept: dict[str, Any] = json.loads(row.payload)
    return kept


def values_of(kept: Mapping[str, Any]) -> dict[str, Any]:
    """Field → understood value."""
    return {name: cell["value"] for name, cell in kept.get("cells", {}).items() if cell["value"] not in (None, "")}


@cache
def region_code(kelurahan: str, kecamatan: str, city: str) -> str:
    """The code of the smallest region that the names surely mean; "" when none does."""
    # The reading gives a city without "Kota", a regency with "Kabupaten".
    names = (city, f"Kota {city}", f"Kabupaten {city}") if city else ()
    regency = next((r for n in names if (r := find_region(n, level="regency"))), None)
    if city and regency is None:
        return ""
    within = regency.code if regency else ""
    district = find_region(kecamatan, level="kecamatan", within=within) if kecamatan else None
    if kelurahan and (district or not kecamatan):
        ward = find_region(kelurahan, level="kelurahan", within=district.code if district else within)
        if ward:
            return ward.code
    if district:
        return district.code
    return regency.code if regency and not kecamatan else ""


def kbli_version(code: str, as_of: date) -> str:
    """Which KBLI a list of that day means: by the day, unless only the other version has the code."""
    if not code:
        return ""
    old, new = kbli(code, "2020") is not None, kbli(code, "2025") is not None
    if old != new:
        return "2020" if old else "2025"
    return "2025" if as_of >= KBLI_2025_IN_FORCE else "2020"


def source_of(file: BatchFile, row: BatchRow) -> str:
    """`1-asipa.xlsx, IKM, 12`."""
    return ", ".join(part for part in (file.name, row.sheet, row.label) if part)


def facts_from(values: Mapping[str, Any], *, as_of: date, source: str) -> RowFacts:
    """The facts that the registry would keep of understood values."""
    places = [str(values.get(n) or "") for n in ("kelurahan", "kecamatan", "city")]
    return facts_of_row(
        values,
        region_code=region_code(*places),
        kbli_version=kbli_version(str(values.get("kbli") or ""), as_of),
        year=as_of.year,
        source=source,
    )
