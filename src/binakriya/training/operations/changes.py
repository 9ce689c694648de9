"""Values of a row, set and compared; part of other operations."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import models

from binakriya.foundation.rules.ledger import changes


def values_of(row: models.Model, fields: Sequence[str]) -> dict[str, Any]:
    return {field: getattr(row, field) for field in fields}


def set_values(
    row: models.Model, fields: Sequence[str], values: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Sets the values on the row; what differs, before and after."""
    unknown = set(values) - set(fields)
    if unknown:
        raise ValueError(f"unknown fields: {sorted(unknown)}")
    before = values_of(row, fields)
    for field, value in values.items():
        setattr(row, field, value)
    return changes(before, values_of(row, fields))
