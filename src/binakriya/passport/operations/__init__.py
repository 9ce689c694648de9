"""Writes of the passport."""

from binakriya.passport.operations.decisions import set_apart, take_back
from binakriya.passport.operations.recalculate import Recalculated, recalculate, recalculate_changed

__all__ = ["Recalculated", "recalculate", "recalculate_changed", "set_apart", "take_back"]
