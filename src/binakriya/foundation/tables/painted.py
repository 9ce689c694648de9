"""A map's regions with their shades: one place for every map by region."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from binakriya.foundation.rules.shades import bounds, shade
from binakriya.foundation.tables.regions import region
from binakriya.foundation.tables.shapes import MapLevel, region_map


@dataclass(frozen=True, slots=True)
class PaintedRegion:
    """`within`: the kecamatan of a kelurahan. `shade` 1 … 5; 0: zero, hidden or without data. `path`, `x`, `y` as a
    `Shape` has them; empty and 0 where the borders are not known."""

    code: str
    name: str
    within: str
    shade: int
    path: str = ""
    x: int = 0
    y: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """One class of the map: from … to, both inclusive, and its shade."""

    low: int
    high: int
    shade: int


@dataclass(frozen=True, slots=True)
class PaintedMap:
    """`regions` in the order of the map's file; `steps` rising."""

    regions: tuple[PaintedRegion, ...]
    steps: tuple[Step, ...]


def painted_map(level: MapLevel, values: Mapping[str, int | None]) -> PaintedMap:
    """Every region of a level by its figure; a region without one, and a hidden one (None), stays pale."""
    shapes = region_map(level).shapes
    cuts = bounds([values.get(s.code) or 0 for s in shapes])
    return PaintedMap(
        tuple(
            PaintedRegion(s.code, s.name, _within(s.code), shade(values.get(s.code), cuts), s.path, s.x, s.y)
            for s in shapes
        ),
        tuple(Step(low + 1, high, shade(high, cuts)) for low, high in zip([0, *cuts], cuts, strict=False)),
    )


def has_borders(level: MapLevel, place: str) -> bool:
    """Whether the city of a region code is on the map; true for no code."""
    return not place or any(s.code.startswith(place[:5]) for s in region_map(level).shapes)


def without_borders(codes: Iterable[str]) -> list[PaintedRegion]:
    """Regions for a table alone, by code; unknown codes are left out."""
    found = ((code, region(code)) for code in sorted(codes))
    return [PaintedRegion(code, place.name, _within(code), 0) for code, place in found if place]


def _within(code: str) -> str:
    above = region(code[:8]) if len(code) > 8 else None
    return above.name if above else ""
