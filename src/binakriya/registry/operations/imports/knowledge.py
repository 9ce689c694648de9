"""What the foundation knows, as the reading engine takes it; reading without a database."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache

from binakriya.engines.reading import Gazetteer, Limits, ReadList, SourceFile, read_lists
from binakriya.foundation.queries import kbli_codes, regions

# A city's whole registry has some thousands of rows; 50,000 are read in half a gigabyte of memory.
LIMITS = Limits(rows=50_000)


@cache
def gazetteer() -> Gazetteer:
    """The kelurahan that the foundation knows, as the reading engine takes them."""
    known = regions()
    rows = []
    for ward in known.values():
        if ward.level == "kelurahan":
            district = known[ward.parent]
            rows.append(
                {
                    "kelurahan": ward.name,
                    "kecamatan": district.name,
                    "kota": known[district.parent].name,
                    "kodepos": ward.postcode,
                    "kode_kelurahan": ward.code,
                }
            )
    return Gazetteer.from_rows(rows)


@cache
def known_kbli() -> frozenset[str]:
    """The craft codes of both versions."""
    return frozenset(k.code for version in ("2020", "2025") for k in kbli_codes(version))


def read_files(
    files: Iterable[SourceFile],
    *,
    as_of: date | None = None,
    learned: Mapping[str, str] | None = None,
    overrides: Mapping[int, Mapping[str, str]] | None = None,
) -> list[ReadList]:
    """Read lists with what the foundation knows of places and codes; needs no database. `overrides`: position of the
    file (from 1) → `sheet#table!letter` → field (`sheet!letter`: in all tables of the sheet). Raises
    UnreadableFile."""
    return read_lists(
        list(files),
        places=gazetteer(),
        kbli_codes=known_kbli(),
        as_of=as_of,
        learned=learned or {},
        overrides=overrides or {},
        limits=LIMITS,
    )
