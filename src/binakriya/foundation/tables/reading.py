"""Reading the files beside the code."""

import csv
import json
from functools import cache
from importlib.resources import files
from typing import Any

_DATA = files("binakriya.foundation") / "data"


@cache
def rows_of(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a CSV file."""
    return tuple(csv.DictReader((_DATA / name).read_text(encoding="utf-8").splitlines()))


@cache
def json_of(name: str) -> Any:
    """The content of a JSON or GeoJSON file; not to be changed by the caller."""
    return json.loads((_DATA / name).read_text(encoding="utf-8"))
