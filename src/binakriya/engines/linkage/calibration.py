"""Adjust the thresholds to what officers decided.

Officers' decisions are labels: "merge" or "not the same". A logistic curve is fitted through them, from the weight
that the model gave (its log2 odds) to the share that was merged, drawn towards "the model is right" by a weak prior.
The thresholds are then moved to where the corrected probability is what the model's thresholds mean. Levels and their
weights stay: a few hundred decisions about doubtful pairs say where the line lies, not how often a phone number is
mistyped.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from binakriya.engines.linkage.model import Model, Thresholds

AT_LEAST = 300
"""Decisions below which nothing is changed."""
AT_LEAST_OF_EACH = 40
_PRIOR_STRENGTH = 20.0
_LIKELY = (0.7, 0.995)
_POSSIBLE = (0.005, 0.3)


@dataclass(frozen=True)
class Reviewed:
    """A `same` link that a person decided: its weight (log2 odds) when shown, and whether it was merged."""

    weight: float
    merged: bool


@dataclass(frozen=True)
class Calibration:
    model: Model
    changed: bool
    merged: int
    kept_apart: int
    offset: float
    """log2 odds to add to the model's; 0 where nothing was changed."""
    slope: float
    """Factor of the model's log2 odds; below 1 the model was too sure."""


def calibrate(model: Model, reviewed: Iterable[Reviewed]) -> Calibration:
    """The model with thresholds moved, or as it was where there are fewer than AT_LEAST decisions or fewer than
    AT_LEAST_OF_EACH of one kind. Deterministic."""
    labels = list(reviewed)
    merged = sum(r.merged for r in labels)
    apart = len(labels) - merged
    if len(labels) < AT_LEAST or min(merged, apart) < AT_LEAST_OF_EACH:
        return Calibration(model, False, merged, apart, 0.0, 1.0)
    offset, slope = _fit(np.array([r.weight for r in labels]), np.array([float(r.merged) for r in labels]))
    old = model.thresholds
    thresholds = Thresholds(
        likely=_moved(old.likely, offset, slope, _LIKELY),
        possible=_moved(old.possible, offset, slope, _POSSIBLE),
        same_owner=old.same_owner,
    )
    provenance = {**model.provenance, "calibrated_on": {"merged": merged, "kept_apart": apart}}
    changed = replace(model, thresholds=thresholds, provenance=provenance)
    return Calibration(changed, True, merged, apart, offset, slope)


def _fit(weights: np.ndarray, merged: np.ndarray) -> tuple[float, float]:
    """Offset and slope by penalised maximum likelihood (Newton's method)."""
    design = np.stack([np.ones_like(weights), np.clip(weights, -20, 20)], axis=1) * math.log(2)
    centre = np.array([0.0, 1.0])
    beta = centre.copy()
    for _ in range(50):
        p = 1 / (1 + np.exp(-design @ beta))
        gradient = design.T @ (merged - p) - _PRIOR_STRENGTH * (beta - centre)
        hessian = design.T @ (design * (p * (1 - p))[:, None]) + _PRIOR_STRENGTH * np.eye(2)
        step = np.linalg.solve(hessian, gradient)
        beta = beta + step
        if float(np.abs(step).max()) < 1e-9:
            break
    return float(beta[0]), max(float(beta[1]), 0.2)


def _moved(threshold: float, offset: float, slope: float, bounds: tuple[float, float]) -> float:
    odds = math.log2(threshold / (1 - threshold))
    before = (odds - offset) / slope
    return round(min(max(1 / (1 + 2.0**-before), bounds[0]), bounds[1]), 4)
