"""The only module that knows Splink and DuckDB: blocking, and the level of every comparison for every pair.

Blocking is ours (one self-join on the exploded `keys`, with a bound on each block, so that memory stays bounded);
Splink scores the pairs that it is given. Splink's own weights (same against other) equal those of `Model.bits`; the
rival hypotheses are weighed in `linking`.
"""

# ruff: noqa: S608 -- every part of the SQL below is written in this package
from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa
from splink import DuckDBAPI, Linker

from binakriya.engines.linkage.comparisons import COMPARISONS, Comparison
from binakriya.engines.linkage.model import Model

ALL_PAIRS_UP_TO = 400
"""Rows up to which every pair is compared (80,000 pairs, about 0.2 s)."""
BLOCK_LIMIT = {"weak": 60, "strong": 400}
"""Largest number of rows that may share one key; a larger block tells little and is left to the other keys.
Strong keys: phone, e-mail, NIB, NIK, name, owner. Weak keys: street, ward and district with parts of names."""
SHARED_BY = 4
"""A phone or e-mail address that this many different owners give (an association's office line) belongs to none of them
and is taken out."""
_APART = 1e-6  # bits
_STRONG = ("p:", "e:", "b:", "n:", "m:", "d:")

logging.getLogger("splink").setLevel(logging.WARNING)


@dataclass(frozen=True)
class Compared:
    """Pairs by row number, and Splink's gamma of each comparison (-1 null, 0 no agreement, higher is closer)."""

    left: npt.NDArray[np.int64]
    right: npt.NDArray[np.int64]
    gammas: dict[str, npt.NDArray[np.int64]]

    def __len__(self) -> int:
        return len(self.left)


def level_weights(model: Model, comparison: Comparison) -> list[float]:
    """log2 weight (same against other) of each level, moved by at most some 1e-5 bits so that no two are equal.

    Splink hands out the weight of a comparison cheaply, the number of its level only together with all compared
    columns. With weights that differ, the weight says which level it was.
    """
    weights: list[float] = []
    for level in comparison.levels:
        weight = model.bits(comparison.name, level.code)
        while any(abs(weight - used) < _APART for used in (0.0, *weights)):
            weight += 2 * _APART
        weights.append(weight)
    return weights


def _gammas(model: Model, comparison: Comparison, found: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    weights = np.array([0.0, *level_weights(model, comparison)[::-1]])  # by gamma + 1; null weighs 0
    order = np.argsort(weights)
    nearest = np.searchsorted(weights[order], found - _APART / 2)
    return np.asarray(order[np.minimum(nearest, len(order) - 1)] - 1, dtype=np.int64)


def settings(model: Model, rows: float = 1000.0) -> dict[str, Any]:
    """The model as Splink settings (a JSON-able dict); SQL functions are DuckDB's."""
    prior = float(2.0 ** model.priors(rows)[0])
    return {
        "link_type": "dedupe_only",
        "sql_dialect": "duckdb",
        "unique_id_column_name": "uid",
        "probability_two_random_records_match": prior,
        "retain_matching_columns": False,
        "retain_intermediate_calculation_columns": True,
        "blocking_rules_to_generate_predictions": ["1=1"],
        "comparisons": [
            {
                "output_column_name": comparison.name,
                "comparison_levels": [
                    {"sql_condition": comparison.null, "label_for_charts": "null", "is_null_level": True},
                    *(
                        {
                            "sql_condition": level.sql,
                            "label_for_charts": level.code,
                            "m_probability": model.levels[comparison.name][level.code]["other"] * 2.0**weight,
                            "u_probability": model.levels[comparison.name][level.code]["other"],
                        }
                        for level, weight in zip(comparison.levels, level_weights(model, comparison), strict=True)
                    ),
                ],
            }
            for comparison in COMPARISONS
        ],
    }


@contextmanager
def _database(threads: int, memory_limit: str) -> Iterator[duckdb.DuckDBPyConnection]:
    connection = duckdb.connect(
        ":memory:",
        config={
            "threads": threads,
            "memory_limit": memory_limit,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        },
    )
    try:
        connection.execute("SET enable_progress_bar = false").fetchall()
        yield connection
    finally:
        connection.close()


def compare(
    table: pa.Table, model: Model, *, first_new: int = 0, threads: int = 2, memory_limit: str = "2GB"
) -> Compared:
    """Block and compare. Rows from `first_new` on are new; at least one of a pair is new."""
    with _database(threads, memory_limit) as con:
        _load(con, table)
        _block(con, table.num_rows, first_new)
        return _score(con, model)


def compare_pairs(
    table: pa.Table, left: npt.NDArray[np.int64], right: npt.NDArray[np.int64], model: Model, *, threads: int = 2,
    memory_limit: str = "2GB",
) -> Compared:  # fmt: skip
    """Compare given pairs of row numbers (for training)."""
    with _database(threads, memory_limit) as con:
        _load(con, table)
        con.register("wanted", pa.table({"a": pa.array(left, pa.int32()), "b": pa.array(right, pa.int32())}))
        con.execute(
            "CREATE TABLE pairs AS SELECT DISTINCT least(a, b) AS join_key_l, greatest(a, b) AS join_key_r,"
            " '0' AS match_key FROM wanted WHERE a <> b"
        ).fetchall()
        return _score(con, model)


def _load(con: duckdb.DuckDBPyConnection, table: pa.Table) -> None:
    numbered = table.append_column("uid", pa.array(np.arange(table.num_rows), pa.int32()))
    con.register("prepared", numbered)
    con.execute(f"""
        CREATE TABLE shared AS
        SELECT value FROM (
            SELECT coalesce(owner_first, name) AS who,
            unnest(list_concat(list_concat(coalesce(phones, []), coalesce(landlines, [])), [email])) AS value
            FROM prepared
        )
        WHERE value IS NOT NULL GROUP BY value HAVING count(DISTINCT who) >= {SHARED_BY}
    """).fetchall()


def _block(con: duckdb.DuckDBPyConnection, rows: int, first_new: int) -> None:
    if rows <= ALL_PAIRS_UP_TO:
        sql = (
            "SELECT a.uid AS join_key_l, b.uid AS join_key_r, '0' AS match_key FROM prepared a JOIN prepared b"
            f" ON a.uid < b.uid AND b.uid >= {first_new}"
        )
    else:
        strong = " OR ".join(f"starts_with(key, '{kind}')" for kind in _STRONG)
        con.execute(f"""
            CREATE TABLE keyed AS
            WITH exploded AS (SELECT DISTINCT uid, key FROM (SELECT uid, unnest(keys) AS key FROM prepared)
                ANTI JOIN shared ON key[3:] = value),
            blocks AS (
                SELECT key FROM exploded GROUP BY key
                HAVING count(*) > 1 AND max(uid) >= {first_new}
                AND count(*) <= CASE WHEN {strong} THEN {BLOCK_LIMIT["strong"]} ELSE {BLOCK_LIMIT["weak"]} END
            )
            SELECT uid, key FROM exploded SEMI JOIN blocks USING (key)
        """).fetchall()
        sql = (
            "SELECT DISTINCT a.uid AS join_key_l, b.uid AS join_key_r, '0' AS match_key FROM keyed a JOIN keyed b"
            f" ON a.key = b.key AND a.uid < b.uid AND b.uid >= {first_new}"
        )
    con.execute(f"CREATE TABLE pairs AS {sql}").fetchall()


def _score(con: duckdb.DuckDBPyConnection, model: Model) -> Compared:
    # only rows that occur in a pair go on: 300 new rows meet few of 100,000
    con.execute("""
        CREATE TABLE input AS
        WITH own AS (
            SELECT * EXCLUDE (keys, commons) REPLACE (
                nullif(list_filter(phones, x -> NOT list_contains(commons, x)), []) AS phones,
                nullif(list_filter(landlines, x -> NOT list_contains(commons, x)), []) AS landlines,
                CASE WHEN list_contains(commons, email) THEN NULL ELSE email END AS email
            )
            FROM prepared, (SELECT coalesce(list(value), []) AS commons FROM shared)
            WHERE uid IN (SELECT join_key_l FROM pairs UNION SELECT join_key_r FROM pairs)
        )
        SELECT *, phones[1] AS phone1, phones[2] AS phone2 FROM own
    """).fetchall()
    if con.execute("SELECT count(*) FROM pairs").fetchall()[0][0] == 0:
        empty = np.empty(0, dtype=np.int64)
        return Compared(empty, empty, {comparison.name: empty for comparison in COMPARISONS})
    api = DuckDBAPI(connection=con)
    linker = Linker(api.register("input"), settings(model), log_level=None, validate_settings=False)
    linker.table_management.register_blocked_pairs_for_predict(api.register("pairs"))
    scored = linker.inference.predict(warning_mode="never")
    weights = ", ".join(f"mw_{comparison.name}" for comparison in COMPARISONS)
    result = con.execute(
        f"SELECT uid_l, uid_r, {weights} FROM {scored.physical_name} ORDER BY uid_l, uid_r"
    ).fetchnumpy()
    return Compared(
        np.asarray(result["uid_l"], dtype=np.int64),
        np.asarray(result["uid_r"], dtype=np.int64),
        {c.name: _gammas(model, c, np.asarray(result[f"mw_{c.name}"], dtype=np.float64)) for c in COMPARISONS},
    )
