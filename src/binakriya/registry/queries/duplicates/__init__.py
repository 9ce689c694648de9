"""The review of duplicates, as its page shows it and as others count it."""

from binakriya.registry.queries.duplicates.decisions import (
    Settled,
    WrittenRow,
    offices_to_search,
    open_pairs,
    settled,
    waiting_count,
    written_rows,
)
from binakriya.registry.queries.duplicates.page import DuplicatesPage, Works, duplicates_page, works
from binakriya.registry.queries.duplicates.pair import Pair

__all__ = [
    "DuplicatesPage",
    "Pair",
    "Settled",
    "Works",
    "WrittenRow",
    "duplicates_page",
    "offices_to_search",
    "open_pairs",
    "settled",
    "waiting_count",
    "works",
    "written_rows",
]
