"""What people write where they have nothing to say."""

from __future__ import annotations

import re

_NOTHING = re.compile(
    r"[-–—_.=*/\\?xX~\s]*|0{6,}|n/?a|nihil|none|null|nil|kosong|tidak ada|tdk ada|tak ada|ga ada|gak ada|blm ada|"
    r"belum ada|"
    r"belum punya|tidak punya|tdk punya|blm punya|belum|blm|tidak|tdk|#n/?a|#ref!|#value!|#name\?|#div/0!|#null!|#num!|"
    r"\(kosong\)|\(blank\)|tidak tahu|tdk tahu|lupa|menyusul|nyusul|sedang proses|sedang diurus|dalam proses|proses|"
    r"tidak tentu|tdk tentu|tidak menentu|belum tentu|rahasia|#+",
    re.I,
)


def is_nothing(text: str) -> bool:
    """True for an empty cell and for a dash, "tidak ada", "n/a", "belum", "#####" ... in its place."""
    return not text or _NOTHING.fullmatch(text.strip(" .()")) is not None or _NOTHING.fullmatch(text) is not None
