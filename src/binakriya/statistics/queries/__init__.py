"""Reads of statistics."""

from binakriya.statistics.queries.figures import SMALLEST_PUBLIC, Asked, Counted, Figures, Level, Value
from binakriya.statistics.queries.pages import MAPPED, OVER_ACTIVITIES, TILES, Bar, Bars, Overview, open_data, overview

__all__ = [
    "MAPPED",
    "OVER_ACTIVITIES",
    "SMALLEST_PUBLIC",
    "TILES",
    "Asked",
    "Bar",
    "Bars",
    "Counted",
    "Figures",
    "Level",
    "Overview",
    "Value",
    "open_data",
    "overview",
]
