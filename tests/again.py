"""What was made once in a test is written again for the next one as rows, instead of by the same operations.

The world of the tests takes forty milliseconds to make and two to write again; the played demo six seconds and a tenth
of one. Rows are the same each time, their ids too.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connection, transaction

# What migrations write and tests leave alone.
_STANDING = {"django_content_type", "auth_permission"}


@dataclass(frozen=True)
class Rows:
    """`statement`: the INSERT of one table; `values`: one tuple a row, as the driver gave them."""

    statement: str
    values: list[tuple[Any, ...]]


@cache
def _tables() -> dict[str, list[str]]:
    """Name → columns that are written. What the database makes by itself, an index of words or a computed column,
    follows."""
    return {
        model._meta.db_table: [field.column for field in model._meta.local_concrete_fields if not field.generated]
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy and model._meta.db_table not in _STANDING
    }


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
        for name, columns in _tables().items():
            names = ", ".join(quoted(column) for column in columns)
            cursor.execute(f"SELECT {names} FROM {quoted(name)}")
            if values := cursor.fetchall():
                marks = ", ".join(["%s"] * len(columns))
                kept.append(Rows(f"INSERT INTO {quoted(name)} ({names}) VALUES ({marks})", values))
    return kept


def write(kept: list[Rows]) -> None:
    """Foreign keys are looked at when the transaction ends, so that the order of tables does not matter. The numbers
    that the database counts stand already past those of the rows: they were given out when the rows were made."""
    with transaction.atomic(), connection.cursor() as cursor:
        for rows in kept:
            cursor.executemany(rows.statement, rows.values)
