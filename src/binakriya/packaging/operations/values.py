"""The office's own values in place of the engine's assumptions: decided, from drop tests, or as a cushion curve."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from binakriya.accounts.rules import Actor, Deed, Refused, check_may, check_office
from binakriya.engines.protection import Calibration, CurvePoint, InputError, Values, cushion_factor, fit_stress_energy
from binakriya.foundation.ids import new_id
from binakriya.foundation.operations import record
from binakriya.packaging.models import Calibrated, Curve
from binakriya.packaging.operations.stock import removed
from binakriya.packaging.rules.evidence import CURVED, DropSeries, of_drops
from binakriya.packaging.rules.limits import check_day
from binakriya.packaging.words import language


def calibrate(
    *,
    office_id: UUID,
    code: str,
    value: float,
    why: str,
    by: Actor,
    now: datetime,
    low: float | None = None,
    high: float | None = None,
    measured_on: date | None = None,
    evidence: Mapping[str, Any] | None = None,
) -> UUID:
    """The office's own value in place of an assumption; the one before is kept as history. The same again changes
    nothing. Raises NotAllowed, Refused: why_needed, day_ahead, range, value (the engine's own sentence)."""
    check_may(by, Deed.PACKAGING_STOCK)
    check_office(by, office_id)
    if not why.strip():
        raise Refused("why_needed")
    check_day(measured_on, timezone.localdate(now))
    try:
        Values([Calibration(code, value, why, low, high)])
    except InputError as error:
        raise Refused("value", sentence=_text(error)) from error
    # What is above nothing by nature (a factor, a G, a time) is not to be set to nothing: it would be divided by.
    usual = Values()[code].value
    if usual > 0 and min(value, value if low is None else low) <= 0:
        raise Refused("figure")
    if (low is None) != (high is None) or (low is not None and high is not None and not low <= value <= high):
        raise Refused("range")
    said = {"value": value, "low": low, "high": high, "why": why.strip()[:300], "measured_on": measured_on}
    try:
        with transaction.atomic():
            before = (
                Calibrated.objects.select_for_update()
                .filter(office_id=office_id, code=code, removed_at__isnull=True)
                .first()
            )
            if before is not None:
                if all(getattr(before, name) == one for name, one in said.items()) and before.evidence == (
                    evidence or {}
                ):
                    return before.id
                before.removed_at = now
                before.save(update_fields=["removed_at"])
            row = Calibrated.objects.create(
                id=new_id(),
                office_id=office_id,
                code=code,
                evidence=dict(evidence or {}),
                by_id=by.id,
                by_label=by.label[:120] or "–",
                at=now,
                **said,
            )
            record(
                by=by,
                now=now,
                office_id=office_id,
                action="packaging.calibrated",
                kind="packaging.value",
                object_id=row.id,
                label=code,
                before={"value": before.value} if before else {},
                after={"value": value, "why": row.why},
            )
    except IntegrityError as error:
        # Sent twice at the same moment: the other one stands.
        raise Refused("figure") from error
    return row.id


def remove_calibration(*, calibration_id: UUID, by: Actor, now: datetime) -> bool:
    """The engine's own assumption counts again."""
    return removed(Calibrated, calibration_id, "packaging.calibration_removed", by, now)


def calibrate_by_drops(
    *, office_id: UUID, material: str, series: DropSeries, why: str, by: Actor, now: datetime
) -> UUID:
    """The G of a material from an office's own drop tests. Raises NotAllowed, Refused: why_needed, value (the engine's
    sentence on the tests)."""
    try:
        found = of_drops(series, office_values=Values())
    except InputError as error:
        raise Refused("value", sentence=_text(error)) from error
    return calibrate(
        office_id=office_id,
        code=f"material_g.{material}",
        value=round(found.g, 1),
        why=why,
        by=by,
        now=now,
        measured_on=series.tested_on,
        evidence=found.to_json(series),
    )


def add_curve(
    *,
    office_id: UUID,
    cushion: str,
    name: str,
    points: Sequence[CurvePoint],
    source: str,
    measured_on: date,
    by: Actor,
    now: datetime,
) -> UUID:
    """An office's own cushion curve, in the place of the assumed material; the one before is kept as history. Raises
    NotAllowed, Refused: cushion_unknown, curve_said_by, day_ahead, value (the engine's own sentence)."""
    check_may(by, Deed.PACKAGING_STOCK)
    check_office(by, office_id)
    if cushion not in CURVED:
        raise Refused("cushion_unknown")
    if not name.strip() or not source.strip():
        raise Refused("curve_said_by")
    check_day(measured_on, timezone.localdate(now))
    try:
        fitted = fit_stress_energy(points, name=name.strip(), source=source.strip())
    except InputError as error:
        raise Refused("value", sentence=_text(error)) from error
    rows = [[p.g, p.static_stress_kpa, p.drop_height_mm, p.thickness_mm] for p in points]
    try:
        with transaction.atomic():
            standing = Curve.objects.select_for_update().filter(
                office_id=office_id, cushion=cushion, removed_at__isnull=True
            )
            before = standing.first()
            if before is not None:
                if (before.points, before.name, before.source, before.measured_on) == (
                    rows,
                    name.strip()[:80],
                    source.strip()[:200],
                    measured_on,
                ):
                    return before.id
                before.removed_at = now
                before.save(update_fields=["removed_at"])
            row = Curve.objects.create(
                office_id=office_id,
                cushion=cushion,
                name=name.strip()[:80],
                points=rows,
                a_kpa=fitted.a,
                b_per_kpa=fitted.b,
                r2=fitted.r2,
                source=source.strip()[:200],
                measured_on=measured_on,
                added_at=now,
                added_by=by.label[:120] or "–",
            )
            record(
                by=by,
                now=now,
                office_id=office_id,
                action="packaging.curve_added",
                kind="packaging.curve",
                object_id=row.id,
                label=f"{cushion}: {row.name}",
                before={"factor": _factor(before)} if before else {},
                after={"factor": _factor(row), "r2": round(fitted.r2, 4), "source": row.source},
            )
    except IntegrityError as error:
        raise Refused("figure") from error
    return row.id


def remove_curve(*, curve_id: UUID, by: Actor, now: datetime) -> bool:
    """The assumed cushion factor counts again."""
    return removed(Curve, curve_id, "packaging.curve_removed", by, now)


def _factor(curve: Curve) -> float:
    return round(cushion_factor(curve.a_kpa, curve.b_per_kpa), 3)


def _text(error: InputError) -> str:
    return error.message.text(language())
