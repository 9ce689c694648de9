"""Figures of an office's city, the map, and the national series: what the pages show."""

import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any, Literal
from uuid import UUID

from django.core.cache import caches
from django.utils.translation import gettext as _

from binakriya.accounts.queries import organisation
from binakriya.foundation.queries import RegionMap, full_name, ledger_head, region, region_map
from binakriya.foundation.rules.shades import bounds, shade
from binakriya.registry.queries.figures import figure_rows, regions_of, unchecked_ids
from binakriya.statistics.rules.chart import Chart, chart_of
from binakriya.statistics.rules.series import (
    Employment,
    Export,
    conflicts,
    employment,
    exports,
    years_without_full_figure,
)
from binakriya.statistics.words import INDICATOR_WORDS, IndicatorWords
from binakriya.training.queries.figures import participation_rows

Level = Literal["kelurahan", "kecamatan"]
SMALLEST_PUBLIC = 3
TILES = ("enterprises", "workers", "enterprises_trained", "certificates")
MAPPED = ("enterprises", "workers", "workers_women", "with_nib", "participants", "enterprises_trained", "certificates")
_MAP_LEVELS: tuple[Level, ...] = ("kecamatan", "kelurahan")
_ROOMS = ("registry", "training")
_CACHE_SECONDS = 600
_COMPUTING = Lock()


@dataclass(frozen=True, slots=True)
class Value:
    """`value` None: hidden, so that nothing of fewer than SMALLEST_PUBLIC enterprises can be read or computed.
    `n`: on how many enterprises it stands. `missing`: of how many enterprises the figure is not known."""

    value: int | None
    n: int
    missing: int


@dataclass(frozen=True, slots=True)
class Tile:
    code: str
    words: IndicatorWords
    value: Value


@dataclass(frozen=True, slots=True)
class Place:
    """A region on the map and in the table. `shade` 1 … 5; 0: no data, zero or hidden."""

    code: str
    name: str
    within: str
    value: Value
    shade: int
    path: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Step:
    """One class of the map: from … to, both inclusive, and its shade."""

    low: int
    high: int
    shade: int


@dataclass(frozen=True, slots=True)
class Overview:
    tiles: tuple[Tile, ...]
    indicator: str
    words: IndicatorWords
    finding: str
    level: Level
    map: RegionMap
    places: tuple[Place, ...]
    steps: tuple[Step, ...]
    elsewhere: Value | None
    exports: tuple[Export, ...]
    employment: tuple[Employment, ...]
    gaps: tuple[int, ...]
    conflicting_years: tuple[int, ...]
    public: bool
    where: str
    charts: tuple[Chart, Chart]
    mapped: bool = True


def _tables(office_id: UUID | None) -> dict[str, list[dict[str, Any]]]:
    enterprises = [
        {
            "enterprise_id": r.enterprise_id,
            "region_code": r.region_code,
            "workers": r.workers,
            "workers_f": r.workers_f,
            "has_nib": r.has_nib,
        }
        for r in figure_rows(office_id=office_id)
    ]
    # An enterprise that no officer has looked at counts nowhere yet, nor does who came from it.
    unseen = unchecked_ids(office_id=office_id)
    taking_part = [r for r in participation_rows(office_id=office_id) if r.enterprise_id not in unseen]
    # One place for each enterprise, also for those that the registry can't place: figures of regions add up.
    regions = {i: code for i, code in regions_of(r.enterprise_id for r in taking_part).items() if code}
    for r in taking_part:
        if r.kelurahan_code:
            regions.setdefault(r.enterprise_id, r.kelurahan_code)
    rows = [
        {
            "enterprise_id": str(r.enterprise_id),
            "region_code": regions.get(r.enterprise_id, ""),
            "attended": r.attended,
            "certified": r.certified,
        }
        for r in taking_part
    ]
    return {
        "enterprises": enterprises,
        "registrations": rows,
        "attended": [r for r in rows if r["attended"]],
        "certificates": [r for r in rows if r["certified"]],
    }


_SCHEMA = {
    "enterprise_id": "string",
    "region_code": "string",
    "workers": "int64",
    "workers_f": "int64",
    "has_nib": "int64",
}
_TAKING_PART = {"enterprise_id": "string", "region_code": "string"}

Figures = dict[tuple[str, str], dict[str, Value]]


def _compute(office_id: UUID | None, *, public: bool) -> Figures:
    """(indicator, level) → region code → value; level "all" has the one region "". `public`: what the public page and
    the open data file may show, and only the regions that they show."""
    # Ibis and DuckDB take a second to load: only who asks for figures pays for it.
    engine = importlib.import_module("binakriya.engines.indicators")
    tables = {
        name: engine.table_from_rows(rows, _SCHEMA if name == "enterprises" else _TAKING_PART)
        for name, rows in _tables(office_id).items()
    }
    levels = {
        "all": engine.Level.NATION,
        "kecamatan": engine.Level.KECAMATAN,
        "kelurahan": engine.Level.KELURAHAN,
    }
    with engine.database() as backend:
        found = {
            level: engine.figures(tables, engine.INDICATORS.values(), level=level, backend=backend)
            for level in levels.values()
        }
    if public:
        shown = {levels[name]: {s.code for s in region_map(name).shapes} for name in _MAP_LEVELS}
        found = engine.protect(found, published={levels["all"]: {""}, **shown}, least=SMALLEST_PUBLIC)
    told: Figures = {}
    for name, level in levels.items():
        for figure in found[level]:
            told.setdefault((figure.indicator, name), {})[figure.region_code] = Value(
                figure.value, figure.n, figure.missing
            )
    return told


def _figures(office_id: UUID | None, *, public: bool) -> Figures:
    """Computed once for each state of the registry and the training: whatever changes a figure writes a line there."""
    key = f"figures:{office_id}:{public}:{ledger_head(rooms=_ROOMS)}"
    found: Figures | None = caches["near"].get(key)
    if found is None:
        # Many come at once when a figure has changed: the first computes, the others wait for what it found.
        with _COMPUTING:
            found = caches["near"].get(key)
            if found is None:
                found = _compute(office_id, public=public)
                caches["near"].set(key, found, _CACHE_SECONDS)
    return found


def _shown(value: Value | None) -> Value:
    return Value(0, 0, 0) if value is None else value


def _places(level: Level, values: dict[str, Value]) -> tuple[tuple[Place, ...], tuple[Step, ...]]:
    shown = {s.code: _shown(values.get(s.code)) for s in region_map(level).shapes}
    cuts = bounds([v.value for v in shown.values() if v.value])
    places = []
    for shape in region_map(level).shapes:
        parent = region(shape.code[:8]) if level == "kelurahan" else None
        value = shown[shape.code]
        places.append(
            Place(
                shape.code,
                shape.name,
                parent.name if parent else "",
                value,
                shade(value.value, cuts),
                shape.path,
                shape.x,
                shape.y,
            )
        )
    steps = tuple(Step(low + 1, high, shade(high, cuts)) for low, high in zip([0, *cuts], cuts, strict=False))
    return tuple(places), steps


def _finding(words: IndicatorWords, places: Sequence[Place]) -> str:
    """The map's title says what it shows: where most are."""
    most = max(places, key=lambda p: p.value.value or 0, default=None)
    if most is None or not most.value.value:
        return _("%(what)s: belum ada angka") % {"what": words.name}
    return _("%(what)s terbanyak di %(place)s") % {"what": words.name, "place": most.name}


def _where(office_id: UUID | None) -> str:
    """The office's region; its name where no region is known; all offices together."""
    if office_id is None:
        return _("Semua dinas")
    office = organisation(office_id)
    return (full_name(office.region_code) or office.name) if office else ""


def _is_mapped(office_id: UUID | None, level: Level) -> bool:
    """Whether the borders of the office's city are known."""
    office = organisation(office_id) if office_id else None
    city = office.region_code[:5] if office else ""
    return not city or any(s.code.startswith(city) for s in region_map(level).shapes)


def _unmapped(values: dict[str, Value]) -> tuple[Place, ...]:
    """Regions whose borders are not known, for the table alone."""
    found = []
    for code, value in sorted(values.items()):
        if place := region(code):
            parent = region(code[:8]) if len(code) > 8 else None
            found.append(Place(code, place.name, parent.name if parent else "", value, 0, "", 0, 0))
    return tuple(found)


def overview(
    *,
    office_id: UUID | None,
    indicator: str = "enterprises",
    level: Level = "kecamatan",
    public: bool = False,
) -> Overview:
    """The statistics page. `public` hides what would tell of fewer than SMALLEST_PUBLIC enterprises.

    `office_id` None: of all offices together. An unknown indicator counts as `enterprises`.
    """
    if indicator not in MAPPED:
        indicator = "enterprises"
    found = _figures(office_id, public=public)
    values = found.get((indicator, level), {})
    places, steps = _places(level, values)
    mapped = _is_mapped(office_id, level)
    if not mapped:
        # Nothing public stands outside the regions that small figures were hidden in.
        places, steps = (() if public else _unmapped(values)), ()
    on_map = {p.code for p in places}
    off = [] if public else [v for code, v in values.items() if code not in on_map]
    elsewhere = (
        Value(sum(v.value or 0 for v in off), sum(v.n for v in off), sum(v.missing for v in off)) if off else None
    )
    return Overview(
        tuple(Tile(code, INDICATOR_WORDS[code], _shown(found.get((code, "all"), {}).get(""))) for code in TILES),
        indicator,
        INDICATOR_WORDS[indicator],
        _finding(INDICATOR_WORDS[indicator], places),
        level,
        region_map(level),
        places,
        steps,
        elsewhere,
        exports(),
        employment(),
        tuple(years_without_full_figure()),
        tuple(conflicts()),
        public,
        _where(office_id),
        (chart_of(exports(), width=560, height=280, every=1), chart_of(exports(), width=360, height=280, every=3)),
        mapped,
    )


def open_data(*, office_id: UUID | None, level: Level) -> list[Sequence[object]]:
    """Rows for the open data file: code, name, then one column an indicator; small figures are left empty."""
    found = _figures(office_id, public=True)
    head: list[Sequence[object]] = [["kode", "nama", *MAPPED]]
    for shape in region_map(level).shapes:
        row: list[object] = [shape.code, shape.name]
        for code in MAPPED:
            value = _shown(found.get((code, level), {}).get(shape.code)).value
            row.append("" if value is None else value)
        head.append(row)
    return head
