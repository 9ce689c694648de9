"""Sampling inspection by attributes: plans, operating characteristic, switching between normal, tightened, reduced."""

from binakriya.engines.scoring.sampling.plans import Plan, accepted, code_letter, curve, design, plan_for
from binakriya.engines.scoring.sampling.switching import Lot, Standing, after, follow, resume
from binakriya.engines.scoring.sampling.tables import AQLS, LEVELS

__all__ = [
    "AQLS",
    "LEVELS",
    "Lot",
    "Plan",
    "Standing",
    "accepted",
    "after",
    "code_letter",
    "curve",
    "design",
    "follow",
    "plan_for",
    "resume",
]
