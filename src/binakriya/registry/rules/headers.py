"""What headers of confirmed lists teach: which words mean which field."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any


def header_text(header: str) -> str:
    """The header as it is remembered: as written, runs of spaces as one."""
    return " ".join(header.split())[:200]


def learnable(columns: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """Pairs of header and field worth remembering: columns with words in their header and a field of their own."""
    for column in columns:
        text = header_text(column.get("header", ""))
        if any(c.isalpha() for c in text) and column.get("field") not in (None, "", "other", "number"):
            yield text, column["field"]
