"""Boxes, blanks, boards and styles as JSON, always the same bytes for the same box."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from typing import Any

from binakriya.engines.geometry import Polygon


def plain(value: Any) -> Any:
    """Dictionaries, lists, strings and numbers (mm rounded to 0.000001) for any value of the model. Functions of a
    style are left out."""
    if isinstance(value, Polygon):
        return {"outer": plain(value.outer), "holes": plain(value.holes)}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        named = {each.name: getattr(value, each.name) for each in dataclasses.fields(value)}
        return {name: plain(item) for name, item in named.items() if not isinstance(item, Callable)}  # type: ignore[arg-type]
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, float):
        return round(value, 6) + 0.0
    return value


def dumps(value: Any) -> str:
    """One JSON text, keys in the model's order, one space of indentation, ending with a newline."""
    return json.dumps(plain(value), ensure_ascii=False, indent=1, allow_nan=False) + "\n"
