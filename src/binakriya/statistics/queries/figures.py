"""The figures themselves: rows of the rooms below, counted by the indicators' engine, kept until something changes."""

import importlib
from collections.abc import Iterable
from dataclasses import dataclass
from threading import Lock
from typing import Any, Literal
from uuid import UUID

from django.core.cache import caches

from binakriya.foundation.queries import ledger_head, region_map
from binakriya.registry.queries.figures import figure_rows, made_words, regions_of, twins, unchecked_ids
from binakriya.statistics.rules.groups import groups_of
from binakriya.training.queries.figures import participation_rows

Level = Literal["kelurahan", "kecamatan"]
SMALLEST_PUBLIC = 3
_MAP_LEVELS: tuple[Level, ...] = ("kecamatan", "kelurahan")
_ROOMS = ("registry", "training")
_CACHE_SECONDS = 600
_COMPUTING = Lock()


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose figures, and of what. `office_id` None: all offices together. `public`: what the public page and the open
    data file may show, and only the regions that they show. `year`: of activities that begin in it (0: all); what the
    registry holds is as it is today. `group`: of enterprises that make such wares ("" all).

    All offices together are not told by year or group: whoever compares two such tables learns what each one hides.
    """

    office_id: UUID | None = None
    public: bool = False
    year: int = 0
    group: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """`value` None: hidden, so that nothing of fewer than SMALLEST_PUBLIC enterprises can be read or computed.
    `n`: on how many enterprises it stands. `missing`: of how many enterprises the figure is not known."""

    value: int | None
    n: int
    missing: int


Figures = dict[tuple[str, str], dict[str, Value]]


@dataclass(frozen=True, slots=True)
class Counted:
    """`figures`: (indicator, level) → region code → value; level "all" has the one region "". `groups`: indicator →
    group of wares → value, for an office alone. `years`: in which its activities began, the latest first."""

    figures: Figures
    groups: dict[str, dict[str, Value]]
    years: tuple[int, ...]


Rows = list[dict[str, Any]]


def _enterprises(asked: Asked) -> Rows:
    """One row for each enterprise that counts."""
    made = made_words(office_id=asked.office_id) if asked.office_id else {}
    # Splink and what belongs to it take most of a second to load: only who asks for figures pays for it.
    wares = importlib.import_module("binakriya.engines.linkage.wares") if asked.office_id else None
    return [
        {
            "enterprise_id": r.enterprise_id,
            "region_code": r.region_code,
            "workers": r.workers,
            "workers_f": r.workers_f,
            "has_nib": r.has_nib,
            "groups": groups_of(wares.kinds_made(tuple(made.get(r.enterprise_id, ())), r.kbli)) if wares else (),
        }
        for r in figure_rows(office_id=asked.office_id)
    ]


def _tables(asked: Asked) -> tuple[dict[str, Rows], tuple[int, ...]]:
    """Rows by the name of their table, each with its `groups`; and the years of the activities."""
    office_id = asked.office_id
    # Of all offices together, an enterprise that two of them keep is one.
    stands_for = twins() if office_id is None else {}
    dropped = {str(i) for i in stands_for}
    enterprises = [r for r in _enterprises(asked) if r["enterprise_id"] not in dropped]
    # An enterprise that no officer has looked at counts nowhere yet, nor does who came from it.
    unseen = unchecked_ids(office_id=office_id)
    taking_part = [r for r in participation_rows(office_id=office_id) if r.enterprise_id not in unseen]
    years = tuple(sorted({r.year for r in taking_part}, reverse=True))
    # One place for each enterprise, also for those that the registry can't place: figures of regions add up.
    places = regions_of({*(r.enterprise_id for r in taking_part), *stands_for.values()})
    regions: dict[str, str] = {}
    for r in taking_part:
        counts_as = stands_for.get(r.enterprise_id, r.enterprise_id)
        if not regions.get(str(counts_as)):
            regions[str(counts_as)] = places.get(counts_as) or places.get(r.enterprise_id) or r.kelurahan_code
    groups = {r["enterprise_id"]: r["groups"] for r in enterprises}
    rows = [
        {
            "enterprise_id": (i := str(stands_for.get(r.enterprise_id, r.enterprise_id))),
            "region_code": regions[i],
            "attended": r.attended,
            "certified": r.certified,
            "groups": groups.get(i) or groups_of(()),
        }
        for r in taking_part
        if asked.year in (0, r.year)
    ]
    tables = {
        "enterprises": enterprises,
        "registrations": rows,
        "attended": [r for r in rows if r["attended"]],
        "certificates": [r for r in rows if r["certified"]],
    }
    return tables, years


_TAKING_PART = {"enterprise_id": "string", "region_code": "string"}
_SCHEMA = {**_TAKING_PART, "workers": "int64", "workers_f": "int64", "has_nib": "int64"}


def _in_group(rows: Rows, group: str) -> Rows:
    return [r for r in rows if group in r["groups"]] if group else rows


def _by_group(rows: Rows) -> Iterable[dict[str, Any]]:
    """Each row once for each of its groups."""
    return ({**r, "group": group} for r in rows for group in r["groups"])


def compute(asked: Asked) -> Counted:
    # Ibis and DuckDB take a second to load: only who asks for figures pays for it.
    engine = importlib.import_module("binakriya.engines.indicators")
    rows, years = _tables(asked)
    schemas = {name: _SCHEMA if name == "enterprises" else _TAKING_PART for name in rows}
    tables = {name: engine.table_from_rows(_in_group(rows[name], asked.group), schemas[name]) for name in rows}
    levels = {
        "all": engine.Level.NATION,
        "kecamatan": engine.Level.KECAMATAN,
        "kelurahan": engine.Level.KELURAHAN,
    }
    groups: dict[str, dict[str, Value]] = {}
    with engine.database() as backend:
        found = {
            level: engine.figures(tables, engine.INDICATORS.values(), level=level, backend=backend)
            for level in levels.values()
        }
        if asked.office_id:
            grouped = {
                name: engine.table_from_rows(list(_by_group(rows[name])), {**schemas[name], "group": "string"})
                for name in rows
            }
            by_group = engine.figures_by(grouped, engine.INDICATORS.values(), column="group", backend=backend)
            for (indicator, group), figure in by_group.items():
                groups.setdefault(indicator, {})[group] = Value(figure.value, figure.n, figure.missing)
    if asked.public:
        shown = {levels[name]: {s.code for s in region_map(name).shapes} for name in _MAP_LEVELS}
        found = engine.protect(found, published={levels["all"]: {""}, **shown}, least=SMALLEST_PUBLIC)
    told: Figures = {}
    for name, level in levels.items():
        for figure in found[level]:
            told.setdefault((figure.indicator, name), {})[figure.region_code] = Value(
                figure.value, figure.n, figure.missing
            )
    return Counted(told, groups, years)


def counted(asked: Asked) -> Counted:
    """Computed once for each state of the registry and the training: whatever changes a figure writes a line there."""
    key = f"figures:{asked.office_id}:{asked.public}:{asked.year}:{asked.group}:{ledger_head(rooms=_ROOMS)}"
    found: Counted | None = caches["near"].get(key)
    if found is None:
        # Many come at once when a figure has changed: the first computes, the others wait for what it found.
        with _COMPUTING:
            found = caches["near"].get(key)
            if found is None:
                found = compute(asked)
                caches["near"].set(key, found, _CACHE_SECONDS)
    return found
