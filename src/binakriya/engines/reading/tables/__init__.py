"""Find the tables of a sheet: titles, headers of one to three rows, data, totals, signatures, notes.

A table is a header and the rows below it. The header is recognised by its words, the data by what the columns hold.
"""

from __future__ import annotations

from binakriya.engines.reading.tables.find import Header, find_headers, is_transposed, second_beside
from binakriya.engines.reading.tables.rows import RowKinds, RowSorter

__all__ = ["Header", "RowKinds", "RowSorter", "find_headers", "is_transposed", "second_beside"]
