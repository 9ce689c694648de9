"""Regions: province → city or regency → kecamatan → kelurahan, by Kemendagri code (`36`, `36.74`, `36.74.01`,
`36.74.01.1001`)."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from binakriya.foundation.tables.reading import json_of, rows_of

Level = Literal["province", "regency", "kecamatan", "kelurahan"]


@dataclass(frozen=True, slots=True)
class Region:
    """`bps`: BPS's own code, "" where it is not known. `postcode` and the point only for kelurahan that have them."""

    code: str
    name: str
    level: Level
    parent: str
    bps: str = ""
    postcode: str = ""
    lat: float | None = None
    lng: float | None = None


@cache
def regions() -> dict[str, Region]:
    """Every region that is known, by code."""
    found = {"36": Region("36", "Banten", "province", "")}
    for feature in json_of("banten_kabkota.geojson")["features"]:
        p = feature["properties"]
        found[p["code"]] = Region(p["code"], p["name"], "regency", "36", "", "", p["lat"], p["lng"])
    points = {f["properties"]["code"]: f["properties"] for f in json_of("tangsel_kelurahan.geojson")["features"]}
    for row in rows_of("tangsel_kelurahan_kodepos.csv"):
        kecamatan, code = row["kode_kecamatan"], row["kode_kelurahan"]
        found.setdefault(kecamatan, Region(kecamatan, row["kecamatan"], "kecamatan", kecamatan[:5]))
        at = points[code]
        found[code] = Region(code, row["kelurahan"], "kelurahan", kecamatan, "", row["kodepos"], at["lat"], at["lng"])
    return found


def region(code: str) -> Region | None:
    return regions().get(code)


def children(code: str) -> tuple[Region, ...]:
    """The regions directly within, by name."""
    return tuple(sorted((r for r in regions().values() if r.parent == code), key=lambda r: r.name))


def ancestry(code: str) -> tuple[Region, ...]:
    """The region and those that hold it, smallest first; empty for an unknown code."""
    chain = []
    current = region(code)
    while current:
        chain.append(current)
        current = region(current.parent)
    return tuple(chain)


def full_name(code: str) -> str:
    """`Ciater, Serpong, Kota Tangerang Selatan`; "" for an unknown code."""
    return ", ".join(r.name for r in ancestry(code) if r.level != "province")


def _key(name: str) -> str:
    """Spelling that varies in lists: spaces, capitals, Kel./Kec. in front."""
    return re.sub(r"^(kelurahan|kel|kecamatan|kec)(?=[\s.])|[^a-z0-9]", "", name.lower().strip())


@cache
def _by_name(level: Level) -> dict[str, tuple[Region, ...]]:
    names: dict[str, tuple[Region, ...]] = {}
    for r in regions().values():
        if r.level == level:
            names[_key(r.name)] = (*names.get(_key(r.name), ()), r)
    return names


def find_region(name: str, *, level: Level, within: str = "") -> Region | None:
    """By name, however spaced or capitalised (`Rawa Buntu`, `Kel. rawabuntu`); `within`: code of a larger region.
    None when there is none or more than one."""
    found = [r for r in _by_name(level).get(_key(name), ()) if r.code.startswith(within)]
    return found[0] if len(found) == 1 else None
