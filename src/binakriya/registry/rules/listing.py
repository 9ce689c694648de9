"""What of the registry a list shows: filters, order, columns, as plain values and as the query string that keeps them.

The keys of the query string are the Indonesian words of the address bar.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

PAGE = 25
# Beyond this many a count says "more than"; pages end there too.
COUNT_MOST = 10_000
# Words and associations that more enterprises share than this are looked for in the order of the list, not collected.
COMMON = 2_000
# As many as are shown of a common word: nobody reads further, and each page costs the way to it.
COMMON_MOST = 250
XLSX_MOST = 20_000
# One deed for so many at once: its transaction must not keep other writers waiting.
BULK_MOST = 500
# Some forty sheets of paper.
PRINT_MOST = 1_000

SORTS = ("nama", "-nama", "diperbarui", "-diperbarui", "tenaga", "-tenaga", "tempat", "-tempat")
SIZES = ("micro", "small", "medium", "large")
GAPS = ("telepon", "nik", "kelurahan")
STATES = ("aktif", "periksa", "arsip")
COLUMNS = ("produk", "tempat", "tenaga", "perempuan", "ukuran", "kelompok", "kbli", "nib", "telepon", "diperbarui")
DEFAULT_COLUMNS = ("produk", "tempat", "tenaga", "kelompok", "diperbarui")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Empty values ask for everything. `kecamatan`, `kelurahan`: region codes; `kbli` a code; `lacks`: one of GAPS;
    `nib`: "ada" or "tidak"; `since`, `added`: changed, added on that day or later; `columns` as ordered in COLUMNS.
    `sort` empty: by name, or what was changed last first where that is what one looks for."""

    text: str = ""
    kecamatan: str = ""
    kelurahan: str = ""
    kbli: str = ""
    association: UUID | None = None
    size: str = ""
    nib: str = ""
    women: bool = False
    lacks: str = ""
    since: date | None = None
    added: date | None = None
    state: str = "aktif"
    sort: str = ""
    columns: tuple[str, ...] = DEFAULT_COLUMNS

    @property
    def filtered(self) -> bool:
        """True when anything but order and columns is asked for."""
        return any(getattr(self, name) for name in FILTER_KEYS if name != "state") or self.state != "aktif"


# Field of Wanted → key of the query string.
FILTER_KEYS: dict[str, str] = {
    "text": "q",
    "kecamatan": "kecamatan",
    "kelurahan": "kelurahan",
    "kbli": "kbli",
    "association": "kelompok",
    "size": "ukuran",
    "nib": "nib",
    "women": "perempuan",
    "lacks": "kurang",
    "since": "diubah",
    "added": "ditambah",
    "state": "keadaan",
}
KEYS: dict[str, str] = {**FILTER_KEYS, "sort": "urut", "columns": "kolom"}


def _text(value: Any) -> str:
    if value is True:
        return "1"
    return value.isoformat() if isinstance(value, date) else str(value)


def query_string(wanted: Wanted, *, without: Iterable[str] = ()) -> str:
    """The shortest query string that asks for it: defaults are left out, and the fields named in `without`."""
    pairs: list[tuple[str, str]] = []
    blank = Wanted()
    for field in fields(Wanted):
        value = getattr(wanted, field.name)
        if field.name in without or not value or value == getattr(blank, field.name):
            continue
        if field.name == "columns":
            pairs += [("kolom", column) for column in value]
        else:
            pairs.append((KEYS[field.name], _text(value)))
    return urlencode(pairs)


def bare(wanted: Wanted) -> Wanted:
    """The same order and columns without any filter."""
    return replace(Wanted(), sort=wanted.sort, columns=wanted.columns)
