"""What headers of confirmed lists teach: which words mean which field."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any


def header_key(header: str) -> str:
    """The header as it is remembered: small letters, signs and runs of spaces as one space."""
    return " ".join(re.findall(r"\w+", header.casefold()))[:200]


def learnable(columns: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """Pairs of header and field worth remembering: columns with words in their header and a field of their own."""
    for column in columns:
        key = header_key(column.get("header", ""))
        if key and not key.isdigit() and column.get("field") not in (None, "", "other", "number"):
            yield key, column["field"]
