"""What the pages show: tiles, map, bars, the national series; and the open data file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.utils.translation import gettext as _

from binakriya.accounts.queries import organisation
from binakriya.foundation.queries import (
    PaintedRegion,
    RegionMap,
    Step,
    full_name,
    has_borders,
    painted_map,
    region_map,
    without_borders,
)
from binakriya.statistics.queries.figures import Asked, Level, Value, counted
from binakriya.statistics.rules.chart import Chart, chart_of
from binakriya.statistics.rules.groups import ALL_GROUPS
from binakriya.statistics.rules.series import (
    Employment,
    Export,
    conflicts,
    employment,
    exports,
    years_without_full_figure,
)
from binakriya.statistics.words import GROUP_WORDS, INDICATOR_WORDS, IndicatorWords, Text

TILES = ("enterprises", "workers", "enterprises_trained", "certificates")
MAPPED = ("enterprises", "workers", "workers_women", "with_nib", "participants", "enterprises_trained", "certificates")
# These are counted over activities, which have a year; the others are of today.
OVER_ACTIVITIES = frozenset({"registrations", "participants", "enterprises_trained", "certificates"})
_BARS = 8


@dataclass(frozen=True, slots=True)
class Tile:
    """`over_activities`: counted over activities, those of the year that was asked for; otherwise it is of today."""

    code: str
    words: IndicatorWords
    value: Value
    over_activities: bool


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
class Bar:
    """One bar of several that share `whole`, the longest. `value` None: hidden. `code`: of a region or a group."""

    code: str
    name: Text
    value: int | None
    whole: int


@dataclass(frozen=True, slots=True)
class Bars:
    """The longest first; `more`: how many there are beyond them."""

    bars: tuple[Bar, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Overview:
    """`regions` and `groups`: the asked indicator as bars; `groups` only of an office alone. `year` 0 and `group` "":
    everything; `years`: which may be asked for."""

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
    mapped: bool
    regions: Bars
    groups: Bars | None
    years: tuple[int, ...]
    year: int
    group: str
    group_name: Text
    over_activities: bool


def _shown(value: Value | None) -> Value:
    return Value(0, 0, 0) if value is None else value


def _place(painted: PaintedRegion, value: Value) -> Place:
    return Place(
        painted.code, painted.name, painted.within, value, painted.shade, painted.path, painted.x, painted.y
    )  # fmt: skip


def _places(level: Level, values: dict[str, Value]) -> tuple[tuple[Place, ...], tuple[Step, ...]]:
    painted = painted_map(level, {code: value.value for code, value in values.items()})
    return tuple(_place(r, _shown(values.get(r.code))) for r in painted.regions), painted.steps


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
    return has_borders(level, office.region_code if office else "")


def _unmapped(values: dict[str, Value]) -> tuple[Place, ...]:
    """Regions whose borders are not known, for the table alone."""
    return tuple(_place(r, values[r.code]) for r in without_borders(values))


def _bars(found: Iterable[tuple[str, Text, Value]]) -> Bars:
    """Of what is not zero."""
    rows = sorted(
        ((code, name, v.value) for code, name, v in found if v.value != 0),
        key=lambda row: (-(row[2] or 0), str(row[1])),
    )
    whole = max((value or 0 for _code, _name, value in rows), default=0)
    shown = tuple(Bar(code, name, value, whole) for code, name, value in rows[:_BARS])
    return Bars(shown, len(rows) - len(shown))


def overview(
    *,
    office_id: UUID | None,
    indicator: str = "enterprises",
    level: Level = "kecamatan",
    public: bool = False,
    year: int = 0,
    group: str = "",
) -> Overview:
    """The statistics page. `public` hides what would tell of fewer than SMALLEST_PUBLIC enterprises.

    `office_id` None: of all offices together, which are told neither by year nor by group. An unknown indicator counts
    as `enterprises`, an unknown year or group as all.
    """
    if indicator not in MAPPED:
        indicator = "enterprises"
    asked = Asked(office_id, public)
    found = counted(asked)
    years = found.years if office_id else ()
    year = year if year in years else 0
    group = group if office_id and group in ALL_GROUPS else ""
    if year or group:
        found = counted(replace(asked, year=year, group=group))
    values = found.figures.get((indicator, level), {})
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
    by_group = found.groups.get(indicator, {})
    return Overview(
        tiles=tuple(
            Tile(
                code,
                INDICATOR_WORDS[code],
                _shown(found.figures.get((code, "all"), {}).get("")),
                code in OVER_ACTIVITIES,
            )
            for code in TILES
        ),
        indicator=indicator,
        words=INDICATOR_WORDS[indicator],
        finding=_finding(INDICATOR_WORDS[indicator], places),
        level=level,
        map=region_map(level),
        places=places,
        steps=steps,
        elsewhere=elsewhere,
        exports=exports(),
        employment=employment(),
        gaps=tuple(years_without_full_figure()),
        conflicting_years=tuple(conflicts()),
        public=public,
        where=_where(office_id),
        charts=(
            chart_of(exports(), width=440, height=270, every=2),
            chart_of(exports(), width=360, height=280, every=3),
        ),
        mapped=mapped,
        regions=_bars((p.code, p.name, p.value) for p in places),
        groups=_bars((code, GROUP_WORDS[code], value) for code, value in by_group.items()) if office_id else None,
        years=years,
        year=year,
        group=group,
        group_name=GROUP_WORDS[group] if group else "",
        over_activities=indicator in OVER_ACTIVITIES,
    )


def open_data(*, level: Level) -> list[Sequence[object]]:
    """Rows for the open data file, of all offices together: code, name, then one column an indicator; small figures are
    left empty."""
    found = counted(Asked(public=True)).figures
    head: list[Sequence[object]] = [["kode", "nama", *MAPPED]]
    for shape in region_map(level).shapes:
        row: list[object] = [shape.code, shape.name]
        for code in MAPPED:
            value = _shown(found.get((code, level), {}).get(shape.code)).value
            row.append("" if value is None else value)
        head.append(row)
    return head
