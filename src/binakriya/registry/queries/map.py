"""Figures of the registry by region, as a map and as the table beneath it."""

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Literal

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from binakriya.accounts.rules import Actor
from binakriya.foundation.queries import region, region_map
from binakriya.foundation.rules.money import thousands
from binakriya.foundation.rules.shades import bounds, shade
from binakriya.registry.queries.cards import RegionFigure, figures_by_region
from binakriya.registry.queries.choices import region_of_office

Measure = Literal["usaha", "tenaga", "perempuan"]
Level = Literal["kelurahan", "kecamatan"]

TITLES: dict[str, Promise] = {
    "usaha": gettext_lazy("Jumlah usaha aktif di registri"),
    "tenaga": gettext_lazy("Tenaga kerja usaha aktif, sejauh diketahui"),
    "perempuan": gettext_lazy("Tenaga kerja perempuan usaha aktif, sejauh diketahui"),
}


@dataclass(frozen=True, slots=True)
class Area:
    """One region: its shape, its label's place and its figures. `shade` 0: none."""

    code: str
    name: str
    parent: str
    path: str
    x: int
    y: int
    lower: int
    shade: int
    value: int
    enterprises: int
    workers: int
    women: int
    counted: int


@dataclass(frozen=True, slots=True)
class MapPage:
    """`areas` in the order of the map's file; `table` by the shown value. `outside`: enterprises that no area holds, as
    their kelurahan (or district) is unknown or elsewhere. `counted`: of how many enterprises workers are known.
    `mapped`: the borders of the office's city are known; without them the table alone tells."""

    level: Level
    measure: Measure
    title: str | Promise
    view_box: str
    license: str
    areas: tuple[Area, ...]
    table: tuple[Area, ...]
    steps: tuple[str, ...]
    finding: str
    enterprises: int
    outside: int
    workers: int
    women: int
    counted: int
    mapped: bool = True


def _summed(figures: list[RegionFigure], digits: int) -> dict[str, RegionFigure]:
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0, 0])
    for f in figures:
        if len(f.region_code) < digits:
            continue
        for n, value in enumerate((f.enterprises, f.workers, f.workers_m, f.workers_f, f.counted)):
            sums[f.region_code[:digits]][n] += value
    return {code: RegionFigure(code, *values) for code, values in sums.items()}


def _step_words(cuts: list[int]) -> list[str]:
    words, low = [], 1
    for cut in cuts:
        words.append(thousands(cut) if cut == low else f"{thousands(low)}–{thousands(cut)}")
        low = cut + 1
    return words


def _finding(areas: list[Area], measure: Measure, total: int) -> str:
    top = max(areas, key=lambda a: a.value, default=None)
    if top is None or not top.value or not total:
        return _("Belum ada usaha yang wilayahnya diketahui")
    said = {"name": top.name, "n": thousands(top.value), "share": round(top.value / total * 100)}
    if measure == "usaha":
        return _("Terbanyak di %(name)s: %(n)s usaha, %(share)s %% dari seluruhnya") % said
    return _("Terbanyak di %(name)s: %(n)s orang, %(share)s %% dari seluruhnya") % said


def _unmapped(f: RegionFigure) -> Area:
    """A region whose borders this software does not have."""
    place, within = region(f.region_code), region(f.region_code[:8]) if len(f.region_code) > 8 else None
    name = place.name if place else f.region_code
    return Area(
        f.region_code, name, within.name if within else "", "", 0, 0, 0, 0, 0, f.enterprises, f.workers, f.workers_f,
        f.counted,
    )  # fmt: skip


def map_page(*, actor: Actor, level: Level, measure: Measure) -> MapPage:
    """Of the actor's office; one read of the database."""
    figures = figures_by_region(actor.office_id) if actor.office_id else []
    borders = region_map(level)
    city = region_of_office(actor.office_id)[:5]
    mapped = not city or any(s.code.startswith(city) for s in borders.shapes)
    by_code = _summed(figures, 13 if level == "kelurahan" else 8)

    def value_of(f: RegionFigure) -> int:
        return {"usaha": f.enterprises, "tenaga": f.workers, "perempuan": f.workers_f}[measure]

    nothing = RegionFigure("", 0, 0, 0, 0, 0)
    cuts = bounds([value_of(by_code.get(s.code, nothing)) for s in borders.shapes])
    areas = []
    for s in borders.shapes:
        f = by_code.get(s.code, nothing)
        within = region(s.code[:8]) if level == "kelurahan" else None
        areas.append(
            Area(
                s.code,
                s.name,
                within.name if within else "",
                s.path,
                s.x,
                s.y,
                s.y + 22,
                shade(value_of(f), cuts),
                value_of(f),
                f.enterprises,
                f.workers,
                f.workers_f,
                f.counted,
            )
        )
    if not mapped:
        areas = [_unmapped(f) for f in by_code.values() if region(f.region_code)]
        areas = [replace(a, value=value_of(by_code[a.code])) for a in areas]
    steps = [""] * 5
    for cut, word in zip(cuts, _step_words(cuts), strict=True):
        steps[shade(cut, cuts) - 1] = word
    every = sum(f.enterprises for f in figures)
    return MapPage(
        level=level,
        measure=measure,
        title=TITLES[measure],
        view_box=borders.view_box,
        license=borders.license,
        areas=tuple(areas),
        table=tuple(sorted((a for a in areas if a.enterprises), key=lambda a: (-a.value, a.name))),
        steps=tuple(steps),
        finding=_finding(areas, measure, sum(value_of(f) for f in figures)),
        enterprises=every,
        outside=every - sum(a.enterprises for a in areas),
        workers=sum(f.workers for f in figures),
        women=sum(f.workers_f for f in figures),
        counted=sum(f.counted for f in figures),
        mapped=mapped,
    )
