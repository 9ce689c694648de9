"""Borders as SVG paths, and where a point lies on them."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from binakriya.foundation.tables.reading import json_of

MapLevel = Literal["kelurahan", "kecamatan", "regency"]


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
