"""Writes of the passport."""

from binakriya.passport.operations.decisions import set_apart, take_back
from binakriya.passport.operations.recalculate import Recalculated, recalculate

__all__ = ["Recalculated", "recalculate", "set_apart", "take_back"]
