"""Figures of the registry by region, as a map and as the table beneath it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from binakriya.accounts.rules import Actor
from binakriya.foundation.queries import (
    PaintedRegion,
    Step,
    has_borders,
    painted_map,
    region_map,
    without_borders,
)
from binakriya.foundation.rules.money import thousands
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


_NOTHING = RegionFigure("", 0, 0, 0, 0, 0)


def _summed(figures: list[RegionFigure], digits: int) -> dict[str, RegionFigure]:
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0, 0])
    for f in figures:
        if len(f.region_code) < digits:
            continue
        for n, value in enumerate((f.enterprises, f.workers, f.workers_m, f.workers_f, f.counted)):
            sums[f.region_code[:digits]][n] += value
    return {code: RegionFigure(code, *values) for code, values in sums.items()}


def _step_words(steps: Sequence[Step]) -> tuple[str, ...]:
    """The five classes in words, lightest first; "" for one that no region fills."""
    words = [""] * 5
    for step in steps:
        low, high = thousands(step.low), thousands(step.high)
        words[step.shade - 1] = low if low == high else f"{low}–{high}"
    return tuple(words)


def _finding(areas: list[Area], measure: Measure, total: int) -> str:
    top = max(areas, key=lambda a: a.value, default=None)
    if top is None or not top.value or not total:
        return _("Belum ada usaha yang wilayahnya diketahui")
    said = {"name": top.name, "n": thousands(top.value), "share": round(top.value / total * 100)}
    if measure == "usaha":
        return _("Terbanyak di %(name)s: %(n)s usaha, %(share)s %% dari seluruhnya") % said
    return _("Terbanyak di %(name)s: %(n)s orang, %(share)s %% dari seluruhnya") % said


def map_page(*, actor: Actor, level: Level, measure: Measure) -> MapPage:
    """Of the actor's office; one read of the database. What came with a registration counts from when an officer has
    looked at it, as in all figures."""
    figures = figures_by_region(actor.office_id) if actor.office_id else []
    borders = region_map(level)
    mapped = has_borders(level, region_of_office(actor.office_id))
    by_code = _summed(figures, 13 if level == "kelurahan" else 8)

    def value_of(f: RegionFigure) -> int:
        return {"usaha": f.enterprises, "tenaga": f.workers, "perempuan": f.workers_f}[measure]

    def area(painted: PaintedRegion) -> Area:
        f = by_code.get(painted.code, _NOTHING)
        return Area(
            painted.code, painted.name, painted.within, painted.path, painted.x, painted.y, painted.shade, value_of(f),
            f.enterprises, f.workers, f.workers_f, f.counted,
        )  # fmt: skip

    painted = painted_map(level, {code: value_of(f) for code, f in by_code.items()})
    areas = [area(r) for r in (painted.regions if mapped else without_borders(by_code))]
    every = sum(f.enterprises for f in figures)
    return MapPage(
        level=level,
        measure=measure,
        title=TITLES[measure],
        view_box=borders.view_box,
        license=borders.license,
        areas=tuple(areas),
        table=tuple(sorted((a for a in areas if a.enterprises), key=lambda a: (-a.value, a.name))),
        steps=_step_words(painted.steps),
        finding=_finding(areas, measure, sum(value_of(f) for f in figures)),
        enterprises=every,
        outside=every - sum(a.enterprises for a in areas),
        workers=sum(f.workers for f in figures),
        women=sum(f.workers_f for f in figures),
        counted=sum(f.counted for f in figures),
        mapped=mapped,
    )
