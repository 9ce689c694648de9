"""Reads of the foundation."""

from binakriya.foundation.queries.ledger import (
    Anchor,
    Change,
    Entry,
    LedgerFilter,
    LedgerPage,
    Verification,
    history_of,
    ledger_entry,
    ledger_page,
    ledger_stream,
    verify_ledger,
)

__all__ = [
    "Anchor",
    "Change",
    "Entry",
    "LedgerFilter",
    "LedgerPage",
    "Verification",
    "history_of",
    "ledger_entry",
    "ledger_page",
    "ledger_stream",
    "verify_ledger",
]
