"""Definitions of indicators, and the figures they give.

Words: an *indicator* says what is counted, in which table, and in which unit; a *figure* is its value for one region;
a *level* is a tier of the administrative map (province, city, kecamatan, kelurahan); regions are named by their
Kemendagri code, whose beginning is the code of the region above, so figures roll up on codes and never on names.

Expressions are written in Ibis and run on any of its backends: DuckDB here, Spark for a nation.
"""

from binakriya.engines.indicators.compute import (
    Figure,
    UnknownColumn,
    database,
    figures,
    figures_by,
    roll_up,
    table_from_rows,
)
from binakriya.engines.indicators.definitions import INDICATORS, Indicator, Level, Measure
from binakriya.engines.indicators.protection import protect

__all__ = [
    "INDICATORS",
    "Figure",
    "Indicator",
    "Level",
    "Measure",
    "UnknownColumn",
    "database",
    "figures",
    "figures_by",
    "protect",
    "roll_up",
    "table_from_rows",
]
