"""Rounds of assessment: planned, changed, opened, closed."""

from binakriya.quality.operations.rounds.moving import close_round, open_round, reopen_round
from binakriya.quality.operations.rounds.planning import (
    add_assessors,
    add_products,
    change_round,
    drop_assessor,
    drop_product,
    lift_recusal,
    plan_round,
    recuse,
    spread_again,
    take_rubrics,
)

__all__ = [
    "add_assessors",
    "add_products",
    "change_round",
    "close_round",
    "drop_assessor",
    "drop_product",
    "lift_recusal",
    "open_round",
    "plan_round",
    "recuse",
    "reopen_round",
    "spread_again",
    "take_rubrics",
]
