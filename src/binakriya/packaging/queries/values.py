"""The pages of an office's own values: what is shipped and how firm, what the office uses instead, what rests on it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from binakriya.accounts.rules import Actor, Deed, check_may, check_office
from binakriya.engines.protection import CALIBRATABLE, CONSTANTS, MATERIALS, Constant, InputError, number, text_of
from binakriya.engines.protection.sources import cite
from binakriya.engines.protection.values import ASSUMED_CUSHIONS
from binakriya.engines.protection.wording import Language
from binakriya.packaging.models import Calibrated, Curve, Specification
from binakriya.packaging.queries.charts import Chart, chart
from binakriya.packaging.queries.stock import check_reads
from binakriya.packaging.rules.evidence import CURVED, FittedCurve
from binakriya.packaging.rules.states import State

GROUPS: dict[str, tuple[str, ...]] = {
    "bahan": ("material_g.", "form_factor.", "test."),
    "bantalan": ("cushion_factor.", "cushion_stress.", "cushion_strain.", "creep.", "buckling."),
    "tumpukan": ("stack.", "mckee.", "board.", "style."),
    "perjalanan": ("leg.", "drop."),
    "kelembapan": ("moisture.", "barrier."),
}
FIRST = "bahan"
_COUNTED_MOST = 2000


@dataclass(frozen=True, slots=True)
class CalibratedRow:
    """`low`, `high`: the range that was said; `evidence`: the drop tests behind it, {} for none. `text`, `range`: value
    and range as they are read, "" for none."""

    id: UUID
    code: str
    value: float
    low: float | None
    high: float | None
    why: str
    evidence: Mapping[str, Any]
    measured_on: date | None
    by: str
    at: datetime
    removed_at: datetime | None
    text: str
    range: str


@dataclass(frozen=True, slots=True)
class ValueRow:
    """A value of the engine and what the office put in its place. `resting`: how many standing specifications took it
    in. `text`, `range`: the shipped value and its range as they are read."""

    code: str
    label: str
    value: float
    unit: str
    low: float | None
    high: float | None
    source: str
    firmness: str
    changeable: bool
    own: CalibratedRow | None
    resting: int
    text: str
    range: str


@dataclass(frozen=True, slots=True)
class ValuesPage:
    """`own`: how many of all values are the office's own; `resting_of`: how many specifications were looked at."""

    group: str
    rows: tuple[ValueRow, ...]
    own: int
    resting_of: int
    curves: int


def calibrations(*, office_id: UUID, by: Actor) -> tuple[CalibratedRow, ...]:
    """The office's own values, by code. Raises NotAllowed."""
    check_may(by, Deed.PACKAGING_READ)
    check_office(by, office_id)
    rows = Calibrated.objects.filter(office_id=office_id, removed_at__isnull=True)
    return tuple(_calibrated(row, "id") for row in rows)


def _range(low: float | None, high: float | None, language: Language) -> str:
    return "" if low is None or high is None else f"{number(low, '', language)}–{number(high, '', language)}"


def _calibrated(row: Calibrated, language: Language) -> CalibratedRow:
    return CalibratedRow(
        row.id,
        row.code,
        row.value,
        row.low,
        row.high,
        row.why,
        row.evidence,
        row.measured_on,
        row.by_label,
        row.at,
        row.removed_at,
        number(row.value, "", language),
        _range(row.low, row.high, language),
    )


def _own(office_id: UUID | None, language: Language) -> dict[str, CalibratedRow]:
    rows = Calibrated.objects.filter(office_id=office_id, removed_at__isnull=True) if office_id else ()
    return {row.code: _calibrated(row, language) for row in rows}


def _resting(office_id: UUID | None) -> tuple[Counter[str], int]:
    """How many standing specifications take in each value, of the newest ones; how many those are."""
    if office_id is None:
        return Counter(), 0
    rows = Specification.objects.filter(office_id=office_id, shown__isnull=False)
    rows = rows.exclude(shown__state=State.WITHDRAWN.value).order_by("-updated_at")
    counted: Counter[str] = Counter()
    seen = 0
    for rests in rows.values_list("shown__rests_on", flat=True)[:_COUNTED_MOST]:
        counted.update(rests.keys())
        seen += 1
    return counted, seen


def _row(constant: Constant, own: Mapping[str, CalibratedRow], resting: Counter[str], language: Language) -> ValueRow:
    return ValueRow(
        constant.code,
        text_of(constant.code, language),
        constant.value,
        "" if constant.unit == "1" else constant.unit,
        constant.low,
        constant.high,
        cite(constant.source, language),
        constant.firmness.value,
        constant.code in CALIBRATABLE,
        own.get(constant.code),
        resting[constant.code],
        number(constant.value, "", language),
        _range(constant.low, constant.high, language),
    )


def values_page(*, by: Actor, group: str, language: Language) -> ValuesPage:
    """Three reads. Raises NotAllowed."""
    office_id = check_reads(by)
    group = group if group in GROUPS else FIRST
    own, (resting, seen) = _own(office_id, language), _resting(office_id)
    rows = tuple(
        _row(constant, own, resting, language)
        for constant in CONSTANTS.values()
        if constant.code.startswith(GROUPS[group])
    )
    curves = Curve.objects.filter(office_id=office_id, removed_at__isnull=True).count() if office_id else 0
    return ValuesPage(group, rows, len(own), seen, curves)


@dataclass(frozen=True, slots=True)
class Resting:
    """`text`: the value that it was computed with, as it is read."""

    version_id: UUID
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class ValuePage:
    """`history`: what the office said before, the newest first. `resting`: some of the specifications that took it in.
    `material`: the code of the material where drop tests can tell the value; `cushion`: where a curve can."""

    row: ValueRow
    group: str
    history: tuple[CalibratedRow, ...]
    resting: tuple[Resting, ...]
    material: str
    cushion: str


def value_page(*, by: Actor, code: str, language: Language) -> ValuePage:
    """Raises NotAllowed, LookupError (no such value)."""
    office_id = check_reads(by)
    constant = CONSTANTS[code]
    resting = []
    if office_id is not None:
        found = Specification.objects.filter(office_id=office_id, shown__rests_on__has_key=code).exclude(
            shown__state=State.WITHDRAWN.value
        )
        resting = [
            Resting(version_id, title, number(rests[code], "", language))
            for version_id, title, rests in found.values_list("shown_id", "title", "shown__rests_on")
        ]
    head, _dot, last = code.partition(".")
    before = Calibrated.objects.filter(office_id=office_id, code=code, removed_at__isnull=False).order_by("-at")
    return ValuePage(
        _row(constant, _own(office_id, language), Counter({code: len(resting)}), language),
        next(name for name, beginnings in GROUPS.items() if code.startswith(beginnings)),
        tuple(_calibrated(row, language) for row in before[:20]) if office_id else (),
        tuple(resting[:10]),
        last if head == "material_g" else "",
        last if head.startswith("cushion_") else "",
    )


@dataclass(frozen=True, slots=True)
class CurveRow:
    """`assumed`: the factor that counts without it, None where the engine has none."""

    id: UUID | None
    cushion: str
    label: str
    name: str
    a_kpa: float
    b_per_kpa: float
    r2: float
    n: int
    factor: float
    factor_low: float
    factor_high: float
    energy_kpa: tuple[float, float]
    stress_kpa: tuple[float, float]
    source: str
    measured_on: date | None
    added_at: datetime | None
    added_by: str
    chart: Chart
    assumed: float | None


@dataclass(frozen=True, slots=True)
class CurvesPage:
    """`others`: code and name of the cushions without a curve, with the assumed factor (None: there is none)."""

    rows: tuple[CurveRow, ...]
    others: tuple[tuple[str, str, float | None], ...]


def curves_page(*, by: Actor, language: Language) -> CurvesPage:
    """Raises NotAllowed."""
    office_id = check_reads(by)
    rows = Curve.objects.filter(office_id=office_id, removed_at__isnull=True) if office_id else ()
    found = tuple(_curve(row, language) for row in rows)
    have = {row.cushion for row in found}
    return CurvesPage(
        found,
        tuple((code, text_of(f"cushion.{code}", language), _assumed(code)) for code in CURVED if code not in have),
    )


def _assumed(cushion: str) -> float | None:
    return CONSTANTS[f"cushion_factor.{cushion}"].value if cushion in ASSUMED_CUSHIONS else None


def _curve(row: Curve, language: Language) -> CurveRow:
    fitted = FittedCurve.of(row.points, name=row.name, source=row.source)
    return fitted_row(
        fitted,
        cushion=row.cushion,
        language=language,
        id=row.id,
        measured_on=row.measured_on,
        added_at=row.added_at,
        added_by=row.added_by,
    )


def fitted_row(fitted: FittedCurve, *, cushion: str, language: Language, **kept: Any) -> CurveRow:
    """A fit as the page shows it, also before it is kept."""
    curve = fitted.curve
    facts: dict[str, Any] = {"id": None, "measured_on": None, "added_at": None, "added_by": ""} | kept
    return CurveRow(
        cushion=cushion,
        label=text_of(f"cushion.{cushion}", language),
        name=curve.name,
        a_kpa=curve.a,
        b_per_kpa=curve.b,
        r2=curve.r2,
        n=curve.n,
        factor=fitted.factor,
        factor_low=fitted.factor_low,
        factor_high=fitted.factor_high,
        energy_kpa=curve.energy_kpa,
        stress_kpa=curve.stress_kpa,
        source=curve.source,
        chart=chart(fitted.dots, fitted.line, language),
        assumed=_assumed(cushion),
        **facts,
    )


def curve_points(*, by: Actor, cushion: str) -> tuple[CurveRow | None, list[list[float]]]:
    """The standing curve of a cushion and its points, to begin a new one from. Raises NotAllowed."""
    office_id = check_reads(by)
    row = Curve.objects.filter(office_id=office_id, cushion=cushion, removed_at__isnull=True).first()
    if row is None:
        return None, []
    try:
        return _curve(row, "id"), row.points
    except InputError:
        # Points that the engine of then took and today's refuses stay readable.
        return None, row.points


def known_material(code: str) -> bool:
    return code in MATERIALS
