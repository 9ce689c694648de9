"""Scores of several assessors: severity, agreement, what can be told apart; assignment of products; defects; change.

    from binakriya.engines.scoring import Score, adjust
    adjust([Score("vase", "ani", 70), Score("vase", "budi", 60), …]).products

All values are in points, 0 to 100. Nothing here reads a clock, a file or a database.
"""

from binakriya.engines.scoring.agreement import Agreement, Measure, alpha
from binakriya.engines.scoring.assignment import Design, Problem, assign
from binakriya.engines.scoring.change import Change, paired_change, permutation_p
from binakriya.engines.scoring.defects import WEIGHTS, Bar, pareto
from binakriya.engines.scoring.errors import ScoringError
from binakriya.engines.scoring.rubric import Criterion, RubricScore, rubric_score
from binakriya.engines.scoring.sampling import AQLS, LEVELS, Plan, plan_for
from binakriya.engines.scoring.severity import ENGINE_VERSION, Adjusted, Fair, Panel, Score, Severity, adjust, panels_of

__all__ = [
    "AQLS",
    "ENGINE_VERSION",
    "LEVELS",
    "WEIGHTS",
    "Adjusted",
    "Agreement",
    "Bar",
    "Change",
    "Criterion",
    "Design",
    "Fair",
    "Measure",
    "Panel",
    "Plan",
    "Problem",
    "RubricScore",
    "Score",
    "ScoringError",
    "Severity",
    "adjust",
    "alpha",
    "assign",
    "paired_change",
    "panels_of",
    "pareto",
    "permutation_p",
    "plan_for",
    "rubric_score",
]
