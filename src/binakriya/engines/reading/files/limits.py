"""How large a list may be. A city's register has some thousands of rows; the limits leave ample room above that."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes, counts and characters; all inclusive."""

    file_bytes: int = 20_000_000
    unpacked_bytes: int = 300_000_000
    unpacked_ratio: int = 250
    """Only looked at above `ratio_from_bytes`: small files of repeated cells compress well and harm nobody."""
    ratio_from_bytes: int = 60_000_000
    zip_entries: int = 3_000
    rows: int = 200_000
    columns: int = 250
    sheets: int = 200
    cell_characters: int = 32_767


STANDARD = Limits()
