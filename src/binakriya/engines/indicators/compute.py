"""From definitions and tables to figures."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import ibis
import pyarrow as pa

from binakriya.engines.indicators.definitions import Indicator, Level, Measure


class UnknownColumn(ValueError):
    """An indicator asks for a column that its table does not have."""


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` in the indicator's unit; None when it is hidden. `n`: on how many different enterprises it stands, not
    counting those that don't say what is added.

    `missing`: rows of this region that do not say what is added (a SUM over unknown values counts what is known only).
    """

    indicator: str
    region_code: str
    value: int | None
    n: int
    missing: int = 0


def table_from_rows(rows: Sequence[Mapping[str, Any]], schema: Mapping[str, str]) -> ibis.Table:
    """An in-memory Ibis table. `schema`: column -> "string" or "int64"; rows may be empty."""
    types = {"string": pa.string(), "int64": pa.int64()}
    table = pa.table({name: pa.array([r.get(name) for r in rows], type=types[kind]) for name, kind in schema.items()})
    return ibis.memtable(table)


@contextmanager
def database(*, threads: int = 1, memory_limit: str = "1GB") -> Iterator[Any]:
    """A DuckDB of its own for in-memory tables, gone afterwards. One connection may not be used by several threads at
    the same moment, and Ibis's own default is one for the whole process: two computations at once hang on it.

    `threads`: of DuckDB, beside the caller's; `memory_limit` as DuckDB writes it."""
    connection = ibis.duckdb.connect(threads=threads, memory_limit=memory_limit)
    try:
        yield connection
    finally:
        connection.disconnect()


def _measure(table: ibis.Table, indicator: Indicator) -> tuple[Any, Any]:
    if indicator.measure is Measure.ROWS:
        return table.count(), ibis.literal(0)
    column = table[indicator.column]
    if indicator.measure is Measure.DISTINCT:
        return column.nunique(), column.isnull().sum()
    return column.sum().coalesce(0), column.isnull().sum()


def figures(
    tables: Mapping[str, ibis.Table],
    indicators: Iterable[Indicator],
    *,
    level: Level,
    backend: Any | None = None,
) -> list[Figure]:
    """One figure for each indicator and region of `level`; rows without a region of that level come under "".

    `tables`: name -> Ibis table, each with `region_code` and the indicator's subject (text). `backend`: an Ibis
    connection that no other thread uses meanwhile (`database`); None opens one for this call. Raises UnknownColumn
    when a table lacks what a definition names.
    """
    if backend is None:
        with database() as own:
            return figures(tables, indicators, level=level, backend=own)
    found: list[Figure] = []
    for indicator in indicators:
        table = _table(tables, indicator, "region_code")
        code = table.region_code.fill_null("")
        region = ibis.cases((code.length() >= level.value, code.substr(0, level.value)), else_="")
        found.extend(figure for _key, figure in _counted(table, indicator, region, backend, by_region=True))
    return sorted(found, key=lambda f: (f.indicator, f.region_code))


def figures_by(
    tables: Mapping[str, ibis.Table], indicators: Iterable[Indicator], *, column: str, backend: Any
) -> dict[tuple[str, str], Figure]:
    """(indicator, value of `column`) → the figure of all regions together. A row may stand in a table several times,
    for several values of the column. Raises UnknownColumn."""
    found: dict[tuple[str, str], Figure] = {}
    for indicator in indicators:
        table = _table(tables, indicator, column)
        for key, figure in _counted(table, indicator, table[column].fill_null(""), backend, by_region=False):
            found[indicator.code, key] = figure
    return found


def _table(tables: Mapping[str, ibis.Table], indicator: Indicator, key: str) -> ibis.Table:
    table = tables[indicator.table]
    for name in (key, indicator.subject, indicator.column):
        if name and name not in table.columns:
            raise UnknownColumn(f"{indicator.code}: table {indicator.table} has no column {name}")
    return table


def _counted(
    table: ibis.Table, indicator: Indicator, key: Any, backend: Any, *, by_region: bool
) -> Iterator[tuple[str, Figure]]:
    """A figure for each value of the expression `key`, which is its region or else no matter of place."""
    value, missing = _measure(table, indicator)
    known = table[indicator.column].notnull() if indicator.column else None
    n = table[indicator.subject].nunique(where=known)
    query = table.group_by(key=key).aggregate(value=value, n=n, missing=missing)
    for row in backend.to_pyarrow(query).to_pylist():
        told = (int(row["value"] or 0), int(row["n"]), int(row["missing"] or 0))
        yield row["key"], Figure(indicator.code, row["key"] if by_region else "", *told)


def roll_up(found: Iterable[Figure], *, level: Level, indicators: Mapping[str, Indicator]) -> list[Figure]:
    """Add figures of lower regions to those of `level`. Raises ValueError for an indicator that can't be added."""
    sums: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    for figure in found:
        if not indicators[figure.indicator].additive:
            raise ValueError(
                f"{figure.indicator} counts different things and can't be added up; compute it at the level"
            )
        if figure.value is None:
            raise ValueError("suppressed figures can't be added up")
        total = sums[figure.indicator, level.code_of(figure.region_code)]
        total[0] += figure.value
        total[1] += figure.n
        total[2] += figure.missing
    return [Figure(code, region, v, n, m) for (code, region), (v, n, m) in sorted(sums.items())]
