"""What was made once in a test is written again for the next one as rows, instead of by the same operations.

The world of the tests takes forty milliseconds to make and two to write again; the played demo six seconds and a tenth
of one. Rows are the same each time, their ids too.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import connection, transaction

# What migrations write and tests leave alone.
_STANDING = {"django_content_type", "auth_permission"}


@dataclass(frozen=True)
class Rows:
    """`statement`: the INSERT of one table; `values`: one tuple a row, as the driver gave them."""

    statement: str
    values: list[tuple[Any, ...]]


@cache
def _tables() -> list[str]:
    """Those of models. What the database keeps beside them, such as an index of words, follows by itself."""
    return sorted(set(connection.introspection.django_table_names(only_existing=True)) - _STANDING)


def is_empty() -> bool:
    """True when no table holds a row: only then is what a test makes from here on the whole."""
    quoted = connection.ops.quote_name
    asked = " UNION ALL ".join(f"SELECT 1 WHERE EXISTS (SELECT 1 FROM {quoted(name)})" for name in _tables())
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return cursor.fetchone() is None


def all_rows() -> list[Rows]:
    """Every row of every table."""
    quoted, kept = connection.ops.quote_name, []
    with connection.cursor() as cursor:
        for name in _tables():
            cursor.execute(f"SELECT * FROM {quoted(name)}")
            values = cursor.fetchall()
            if values:
                columns = [column[0] for column in cursor.description]
                marks = ", ".join(["%s"] * len(columns))
                names = ", ".join(quoted(column) for column in columns)
                kept.append(Rows(f"INSERT INTO {quoted(name)} ({names}) VALUES ({marks})", values))
    return kept


def write(kept: list[Rows]) -> None:
    """Foreign keys are looked at when the transaction ends, so that the order of tables does not matter. The numbers
    that the database counts stand already past those of the rows: they were given out when the rows were made."""
    with transaction.atomic(), connection.cursor() as cursor:
        for rows in kept:
            cursor.executemany(rows.statement, rows.values)
