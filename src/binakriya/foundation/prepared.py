"""Reads whose SQL is always the same but for its values: Django writes it once, later only the values change.

Writing a query of some joins takes Django longer than the database takes to answer it. A *prepared* read is a function
that builds a queryset from keyword arguments and nothing else; its decorated form answers with the list of its rows:

    @prepared
    def _open(*, office_id: UUID, today: date) -> QuerySet[Activity]:
        return Activity.objects.filter(office_id=office_id, ends_on__gte=today).order_by("title")

    rows = _open(office_id=by.office_id, today=today)

Every argument must come into the SQL as it is, as a value (UUID, str, int, date, datetime, or a tuple of them). What
decides about the form of the query is given by position, or is None; each form is written once. A tuple is what `__in`
asks for: it must hold something, and its last value is repeated up to one of a few lengths, so that few forms suffice.
No prefetching: related rows are a read of their own.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import wraps
from typing import Any, TypeVar
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet

Row = TypeVar("Row")
_LENGTHS = (1, 5, 25, 100, 400, 1_600, 6_400, 25_600)  # of tuples


class NotPrepared(TypeError):
    """An argument does not come into the SQL as a value of its own."""


def _stand_in(value: Any, number: int) -> Any:
    """A value of the same kind that stands nowhere else in the query."""
    if isinstance(value, UUID):
        return UUID(int=0xB1A4_0000_0000_4000_8000_0000_0000_0000 + number)
    if isinstance(value, datetime):
        return datetime(1801, 1, 1, tzinfo=UTC) + timedelta(days=number)
    if isinstance(value, date):
        return date(1701, 1, 1) + timedelta(days=number)
    if isinstance(value, bool):
        raise NotPrepared("A yes or no changes the form of a query: give it by position.")
    if isinstance(value, int):
        return 719_000_000 + number
    if isinstance(value, str):
        return f"\ue000{number}\ue001"
    raise NotPrepared(f"No value of a query: {type(value).__name__}")


def _adapted(value: Any, connection: Any) -> Any:
    """As Django hands it to the driver of this database."""
    if isinstance(value, UUID):
        return value if connection.features.has_native_uuid_field else value.hex
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    if isinstance(value, date):
        return connection.ops.adapt_datefield_value(value)
    return value


def _filled(value: Any) -> Any:
    if not isinstance(value, tuple):
        return value
    if not value or len(value) > _LENGTHS[-1]:
        raise NotPrepared("A tuple must hold something, and not too much.")
    length = next(one for one in _LENGTHS if one >= len(value))
    return value + value[-1:] * (length - len(value))


def _each(values: dict[str, Any]) -> Iterator[Any]:
    for value in values.values():
        if isinstance(value, tuple):
            yield from value
        elif value is not None:
            yield value


class _Written:
    """One form of a query, as written for one connection. `slots`: which value stands at which place."""

    def __init__(self, rows: QuerySet[Any], stand_ins: list[Any], connection: Any) -> None:
        self.rows, self.connection = rows, connection
        self.compiler = rows.query.get_compiler(connection=connection)
        self.sql, params = self.compiler.as_sql()
        places = {_adapted(one, connection): n for n, one in enumerate(stand_ins)}
        self.params = list(params)
        self.slots = [(at, places[one]) for at, one in enumerate(params) if _known(one, places)]
        if len({n for _at, n in self.slots}) != len(stand_ins):
            raise NotPrepared("An argument does not come into the SQL as it is.")
        fields = [found[0] for found in self.compiler.select[: self.compiler.col_count]]
        self.converters = self.compiler.get_converters(fields)

    def read(self, values: list[Any]) -> list[Any]:
        params = self.params.copy()
        adapted = [_adapted(value, self.connection) for value in values]
        for at, n in self.slots:
            params[at] = adapted[n]
        compiler: Any = _twin(self.compiler)
        compiler.as_sql = lambda *_args, **_kwargs: (self.sql, tuple(params))
        compiler.setup_query = lambda *_args, **_kwargs: None
        compiler.get_converters = lambda _fields: self.converters
        query: Any = _twin(self.rows.query)
        query.get_compiler = lambda *_args, **_kwargs: compiler
        rows: Any = _twin(self.rows)
        rows._query = query
        return list(rows)


def _twin(thing: Any) -> Any:
    """A shallow copy. Not `copy.copy`: a queryset would read itself to be copied."""
    twin = object.__new__(type(thing))
    twin.__dict__.update(thing.__dict__)
    return twin


def _known(param: Any, places: dict[Any, int]) -> bool:
    try:
        return param in places
    except TypeError:  # a list or a dict is no value of ours
        return False


def prepared(build: Callable[..., QuerySet[Any, Row]]) -> Callable[..., list[Row]]:
    """See above. Raises NotPrepared for what cannot be prepared, at its first call."""

    # As everywhere in Django, an id may come as its text.
    ids = {name for name, hint in build.__annotations__.items() if hint in (UUID, UUID | None)}

    @wraps(build)
    def read(*form: Any, **values: Any) -> list[Row]:
        values = {name: _filled(UUID(v) if name in ids and isinstance(v, str) else v) for name, v in values.items()}
        shape = tuple(
            (name, len(value) if isinstance(value, tuple) else type(value).__name__) for name, value in values.items()
        )
        # Kept with the connection: each thread has its own, and a compiled query belongs to one.
        connection = connections[DEFAULT_DB_ALIAS]
        written: dict[Any, _Written] = connection.__dict__.setdefault("_binakriya_prepared", {})
        key = (read, form, shape)
        found = written.get(key)
        if found is None:
            number = 0
            shown: dict[str, Any] = {}
            for name, value in values.items():
                if isinstance(value, tuple):
                    shown[name] = tuple(_stand_in(one, number + n) for n, one in enumerate(value))
                    number += len(value)
                elif value is None:
                    shown[name] = None
                else:
                    shown[name] = _stand_in(value, number)
                    number += 1
            found = written[key] = _Written(build(*form, **shown), list(_each(shown)), connection)
        return found.read(list(_each(values)))

    return read
