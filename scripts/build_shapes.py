"""Makes the map shapes of the foundation from the boundaries beside them; run it when a boundary file changes.

    uv run --no-project --with "shapely>=2.1" scripts/build_shapes.py

Shapely (2.1 or newer, for coverage_simplify) is needed here alone: the result is committed. Borders between neighbours
stay common: the whole coverage is simplified at once, and a kecamatan is the union of its simplified kelurahan.
"""

import json
import math
from pathlib import Path

import shapely
from shapely.geometry import shape

DATA = Path(__file__).resolve().parents[1] / "src" / "binakriya" / "foundation" / "data"
WIDTH = 1000
KM_PER_DEGREE = 111.32


def project(feature_shapes: list) -> tuple[dict, callable]:
    """Equirectangular: x grows with longitude times the cosine of the middle latitude, y downwards."""
    west, south, east, north = shapely.total_bounds(feature_shapes)
    squeeze = math.cos(math.radians((south + north) / 2))
    scale = (WIDTH - 20) / ((east - west) * squeeze)
    height = round((north - south) * scale) + 20
    frame = {
        "west": west,
        "north": north,
        "squeeze": squeeze,
        "scale": scale,
        "margin": 10,
        "width": WIDTH,
        "height": height,
    }
    return frame, lambda lng, lat: ((lng - west) * squeeze * scale + 10, (north - lat) * scale + 10)


def path(geometry, to_xy) -> str:
    """SVG path in whole units; holes are kept, islets under 4 square units are not."""
    parts = []
    polygons = geometry.geoms if geometry.geom_type == "MultiPolygon" else [geometry]
    for polygon in polygons:
        for ring in [polygon.exterior, *polygon.interiors]:
            points = [tuple(round(v) for v in to_xy(*p[:2])) for p in ring.coords]
            points = [p for i, p in enumerate(points) if i == 0 or p != points[i - 1]]
            if points[0] == points[-1]:
                points.pop()
            if len(points) >= 3 and shapely.Polygon(points).area >= 4:
                parts.append("M" + "L".join(f"{x} {y}" for x, y in points) + "Z")
    return "".join(parts)


def shapes(rows: list[tuple[str, str, object]], to_xy) -> list[dict]:
    out = []
    for code, name, geometry in rows:
        label = shapely.maximum_inscribed_circle(geometry, tolerance=0.0005).coords[0]
        x, y = (round(v) for v in to_xy(*label))
        out.append({"code": code, "name": name, "path": path(geometry, to_xy), "label": [x, y]})
    return out


def load(name: str) -> tuple[dict, list[str], list[str], list]:
    source = json.loads((DATA / name).read_text(encoding="utf-8"))
    properties = [f["properties"] for f in source["features"]]
    geometries = [shapely.make_valid(shape(f["geometry"])) for f in source["features"]]
    return source, [p["code"] for p in properties], [p["name"] for p in properties], geometries


def write(name: str, source: dict, frame: dict, levels: dict, tolerance: float) -> None:
    out = {
        "made_from": source["name"] + ".geojson",
        "license": source["license"],
        "made_by": "scripts/build_shapes.py",
        "tolerance_degrees": tolerance,
        "projection": "equirectangular",
        "frame": frame,
        "levels": levels,
    }
    (DATA / name).write_text(json.dumps(out, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(name, (DATA / name).stat().st_size, "bytes", {k: len(v) for k, v in levels.items()})


def main() -> None:
    source, codes, names, geometries = load("tangsel_kelurahan.geojson")
    tolerance = 0.0004
    simple = list(shapely.coverage_simplify(geometries, tolerance))
    frame, to_xy = project(simple)
    kecamatan_names = {}
    for line in (DATA / "tangsel_kelurahan_kodepos.csv").read_text(encoding="utf-8").splitlines()[1:]:
        code, name = line.split(",")[:2]
        kecamatan_names[code] = name
    # A hair of buffer closes slits where the source's neighbours do not quite touch.
    merged = [
        (
            code,
            name,
            shapely.union_all([g.buffer(0.00005) for c, g in zip(codes, simple, strict=True) if c.startswith(code)])
            .buffer(-0.00005)
            .simplify(0.0001),
        )
        for code, name in sorted(kecamatan_names.items())
    ]
    levels = {
        "kelurahan": shapes(list(zip(codes, names, simple, strict=True)), to_xy),
        "kecamatan": shapes(merged, to_xy),
    }
    write("tangsel_shapes.json", source, frame, levels, tolerance)

    source, codes, names, geometries = load("banten_kabkota.geojson")
    tolerance = 0.004
    simple = list(shapely.coverage_simplify(geometries, tolerance))
    frame, to_xy = project(simple)
    write(
        "banten_shapes.json",
        source,
        frame,
        {"regency": shapes(list(zip(codes, names, simple, strict=True)), to_xy)},
        tolerance,
    )


if __name__ == "__main__":
    main()
