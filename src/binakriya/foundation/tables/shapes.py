"""Borders as SVG paths, and where a point lies."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from binakriya.foundation.tables.reading import json_of

MapLevel = Literal["kelurahan", "kecamatan", "regency"]
Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """`path` for `<path d>`; `x`, `y`: where its label fits best. Units of the map's view box."""

    code: str
    name: str
    path: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class RegionMap:
    """`view_box` for `<svg viewBox>`; equirectangular, north up, 1000 units wide."""

    level: MapLevel
    view_box: str
    width: int
    height: int
    shapes: tuple[Shape, ...]
    license: str
    west: float
    north: float
    squeeze: float
    scale: float
    margin: int

    def place(self, lat: float, lng: float) -> tuple[float, float]:
        """A point on the globe (degrees) in units of the view box."""
        x = (lng - self.west) * self.squeeze * self.scale + self.margin
        y = (self.north - lat) * self.scale + self.margin
        return round(x, 1), round(y, 1)


@cache
def region_map(level: MapLevel) -> RegionMap:
    """South Tangerang by kelurahan or kecamatan; Banten by city and regency (`regency`)."""
    data = json_of("banten_shapes.json" if level == "regency" else "tangsel_shapes.json")
    frame = data["frame"]
    return RegionMap(
        level,
        f"0 0 {frame['width']} {frame['height']}",
        frame["width"],
        frame["height"],
        tuple(Shape(s["code"], s["name"], s["path"], *s["label"]) for s in data["levels"][level]),
        data["license"],
        frame["west"],
        frame["north"],
        frame["squeeze"],
        frame["scale"],
        frame["margin"],
    )


@dataclass(frozen=True, slots=True)
class _Area:
    code: str
    west: float
    south: float
    east: float
    north: float
    rings: tuple[Ring, ...]


@cache
def _areas() -> tuple[_Area, ...]:
    areas = []
    for feature in json_of("tangsel_kelurahan.geojson")["features"]:
        geometry = feature["geometry"]
        polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        rings: tuple[Ring, ...] = tuple(tuple((p[0], p[1]) for p in ring) for polygon in polygons for ring in polygon)
        xs = [x for ring in rings for x, _ in ring]
        ys = [y for ring in rings for _, y in ring]
        areas.append(_Area(feature["properties"]["code"], min(xs), min(ys), max(xs), max(ys), rings))
    return tuple(areas)


def _inside(x: float, y: float, rings: tuple[Ring, ...]) -> bool:
    """Even-odd rule over all rings, so that holes count as outside."""
    inside = False
    for ring in rings:
        x1, y1 = ring[-1]
        for x2, y2 in ring:
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                inside = not inside
            x1, y1 = x2, y2
    return inside


def kelurahan_at(lat: float, lng: float) -> str | None:
    """Code of the kelurahan of South Tangerang that holds the point (degrees), None outside."""
    for area in _areas():
        if area.west <= lng <= area.east and area.south <= lat <= area.north and _inside(lng, lat, area.rings):
            return area.code
    return None
