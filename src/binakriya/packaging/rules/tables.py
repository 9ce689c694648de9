"""The office's tables as files: what they hold when they are handed out, and how they are read again.

Heads are Indonesian; English ones are understood too. Numbers may be written 4,3 or 4.3, days 2018-11-16 or
16/11/2018. Tiers of a price are written “1: 4900; 500: 4300”.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from math import isfinite
from typing import Any

from binakriya.engines.reading.errors import UnreadableFile
from binakriya.engines.reading.files import read_sheets
from binakriya.engines.reading.records import SourceFile
from binakriya.foundation.rules.exports import as_written
from binakriya.foundation.rules.refusals import Refused
from binakriya.foundation.rules.text import plain_line
from binakriya.packaging.rules.limits import BOARD, BOX, DAYS_AHEAD, FLUTES, OFFER, SHEET_MM, SIDE_MM, TIER
from binakriya.packaging.rules.words import Said, say
from binakriya.products.rules.measures import NotAMeasure
from binakriya.products.rules.measures import number as written_number

ROWS_MOST, HEADS_MOST = 500, 30


@dataclass(frozen=True, slots=True)
class Column:
    """`kind`: text, number, whole, day, tiers, size. `heads`: the first is written, all are read (folded)."""

    key: str
    kind: str
    heads: tuple[str, ...]
    needed: bool = False


_SUPPLIER = Column("supplier", "text", ("pemasok", "supplier"))
_DATED = Column("dated", "day", ("tanggal", "tanggal data", "tanggal harga", "date", "dated"))
TABLES: dict[str, tuple[Column, ...]] = {
    "karton": (
        Column("code", "text", ("kode", "code"), True),
        Column("flute", "text", ("flute", "gelombang", "alun")),
        Column("caliper_mm", "number", ("tebal (mm)", "tebal", "caliper", "caliper (mm)"), True),
        Column("grammage", "number", ("gramatur (g/m²)", "gramatur", "gsm", "g/m2", "g/m²"), True),
        Column("ect_n_per_mm", "number", ("ect (n/mm)", "ect")),
        Column("burst_kpa", "number", ("bst (kpa)", "bst", "burst", "ketahanan retak")),
        Column("dx_nm", "number", ("kekakuan dx (n·m)", "dx", "dx (n·m)")),
        Column("dy_nm", "number", ("kekakuan dy (n·m)", "dy", "dy (n·m)")),
        _SUPPLIER,
        Column("source", "text", ("sumber", "source"), True),
        _DATED,
    ),
    "kotak": (
        Column("code", "text", ("kode", "code"), True),
        Column("name", "text", ("nama", "name"), True),
        Column("style", "text", ("gaya", "style")),
        Column("inside_mm", "size", ("ukuran dalam (mm)", "ukuran dalam", "ukuran", "inside"), True),
        Column("board", "text", ("karton", "board"), True),
        Column("on_hand", "whole", ("persediaan", "stok", "on hand", "jumlah")),
        Column("counted_on", "day", ("tanggal hitung", "counted on")),
        Column("price", "number", ("harga (rp)", "harga", "price")),
        _SUPPLIER,
        _DATED,
    ),
    "harga": (
        Column("supplier", "text", ("pemasok", "supplier"), True),
        Column("board_code", "text", ("karton", "board"), True),
        Column("sold_by", "text", ("dijual per", "satuan", "sold by")),
        Column("breaks", "tiers", ("harga karton (rp)", "harga", "price"), True),
        Column("sheet_mm", "size2", ("ukuran lembar (mm)", "lembar", "sheet")),
        Column("printing_setup", "number", ("pelat cetak (rp)", "pelat", "plate")),
        Column("printing_run", "tiers", ("cetak (rp)", "cetak", "printing")),
        Column("die", "number", ("pisau potong (rp)", "pisau", "die")),
        Column("gluing_run", "tiers", ("lem (rp)", "lem", "gluing")),
        Column("delivery", "number", ("antar (rp)", "antar", "delivery")),
        Column("least_boxes", "whole", ("pesanan minimum (kotak)", "minimum", "minimum order")),
        Column("least_amount", "number", ("pesanan minimum (rp)", "minimum amount")),
        Column("dated", "day", ("tanggal harga", "tanggal", "date", "dated"), True),
        Column("valid_until", "day", ("berlaku sampai", "valid until")),
    ),
}
"""The tables that can be read; each word of a head belongs to one column of its table."""


@dataclass(frozen=True, slots=True)
class Problem:
    """`row` as a spreadsheet counts; `column` as its head is written, "" for the row as a whole."""

    row: int
    column: str
    why: Said


@dataclass(frozen=True, slots=True)
class TableRow:
    number: int
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class TableRead:
    """`rows` that are understood and `problems` of the others: each row is in one of the two. `unread`: heads of
    columns that mean nothing here, as written."""

    rows: list[TableRow]
    problems: list[Problem]
    unread: tuple[str, ...]


def head_of(table: str, key: str) -> str:
    """The head of a column as it is handed out; "" for none."""
    return next((one.heads[0].capitalize() for one in TABLES[table] if one.key == key), "")


def heads(table: str) -> list[str]:
    """The head line that is handed out."""
    return [column.heads[0].capitalize() for column in TABLES[table]]


def read_table(table: str, data: bytes, name: str) -> TableRead:
    """Raises Refused: table_unreadable, table_heads, table_empty, table_long."""
    try:
        sheets = read_sheets(SourceFile(name, data))
    except UnreadableFile as error:
        raise Refused("table_unreadable") from error
    columns = TABLES[table]
    known = {head: column for column in columns for head in column.heads}
    best: tuple[int, list[str], list[str]] = (-1, [], [])
    for sheet in sheets:
        for top, row in enumerate(sheet.rows[:10]):
            found = {place: known[word] for place, cell in enumerate(row) if (word := _folded(cell)) in known}
            present = {column.key for column in found.values()}
            said = [_shown(cell) for cell in row if _folded(cell)][:HEADS_MOST]
            absent = [column.heads[0].capitalize() for column in columns if column.needed and column.key not in present]
            if not absent:
                good, problems = _rows(sheet.rows[top + 1 :], top + 2, found, columns)
                unread = (_shown(cell) for place, cell in enumerate(row) if place not in found and _folded(cell))
                return TableRead(good, problems, tuple(unread)[:HEADS_MOST])
            if said and len(found) > best[0]:
                best = (len(found), absent, said)
    absent = best[1] or [column.heads[0].capitalize() for column in columns if column.needed]
    raise Refused("table_heads", columns=", ".join(absent), found=", ".join(best[2])[:200] or "–")


def _shown(cell: object) -> str:
    """A cell in a sentence, a number as people write it."""
    text = number_text(cell) if isinstance(cell, float) and isfinite(cell) else str(cell)
    return " ".join(text.split())[:40]


def _folded(cell: object) -> str:
    return " ".join(str(cell or "").casefold().split())


def _rows(
    rows: Sequence[Sequence[object]], first: int, found: Mapping[int, Column], columns: Sequence[Column]
) -> tuple[list[TableRow], list[Problem]]:
    good: list[TableRow] = []
    problems: list[Problem] = []
    for number, row in enumerate(rows, first):
        cells = {column: row[place] if place < len(row) else None for place, column in found.items()}
        if not any(str(cell).strip() for cell in cells.values() if cell is not None):
            continue
        values: dict[str, Any] = {}
        before = len(problems)
        for column in columns:
            cell = cells.get(column)
            head = column.heads[0].capitalize()
            if cell is None or not str(cell).strip():
                if column.needed:
                    problems.append(Problem(number, head, say("table.needed")))
                continue
            try:
                values[column.key] = _READ[column.kind](cell)
            except (ValueError, OverflowError):
                problems.append(Problem(number, head, say(f"table.{column.kind}", value=_shown(cell))))
        if len(problems) == before:
            good.append(TableRow(number, values))
    if not good and not problems:
        raise Refused("table_empty")
    if len(good) > ROWS_MOST:
        raise Refused("table_long", most=ROWS_MOST)
    return good, problems


def number(cell: object) -> float:
    """A number of a spreadsheet, or one as people write it (`1.200` is 1200, `1,2` is 1.2). Raises ValueError."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        found = float(cell)
    else:
        text = re.sub(r"(?i)^rp\.?\s*", "", str(cell).strip())
        try:
            found = float(written_number(text))
        except NotAMeasure as error:
            raise ValueError(text) from error
    if not abs(found) < 1e12:  # false for NaN too
        raise ValueError(str(cell))
    return found


def _number_said(cell: float) -> str:
    """A code or a name that a spreadsheet took for a number: 1000000, not 1e+06."""
    return f"{Decimal(str(cell)):f}".removesuffix(".0")


def number_text(value: float) -> str:
    """As `number` reads it, whatever its digits: the decimal mark is a comma, no thousands are parted."""
    return f"{Decimal(str(value)):f}".removesuffix(".0").replace(".", ",")


def out_of_limits(table: str, row: TableRow, today: date) -> list[Problem]:
    """Each figure that cannot be, at its column."""
    found = []
    for column in TABLES[table]:
        value = row.values.get(column.key)
        if value is not None and (why := _beyond(table, column.key, value, today)) is not None:
            found.append(Problem(row.number, column.heads[0].capitalize(), why))
    if table == "karton" and ("dx_nm" in row.values) != ("dy_nm" in row.values):
        found.append(Problem(row.number, head_of(table, "dx_nm"), say("table.stiffness")))
    return found


_LIMITS: dict[str, Mapping[str, tuple[float, float]]] = {
    "karton": BOARD,
    "kotak": BOX | {"inside_mm": SIDE_MM},
    "harga": OFFER | {"sheet_mm": SHEET_MM},
}
SOLD_BY = {
    **dict.fromkeys(("sheet", "lembar", "per lembar"), "sheet"),
    **dict.fromkeys(("", "m2", "m²", "per m2", "per m²", "meter persegi"), "m2"),
}
"""What people write for the unit of a price, folded."""


def _beyond(table: str, key: str, value: Any, today: date) -> Said | None:
    if key == "flute" and str(value).upper().replace("-", "") not in FLUTES:
        return say("table.flute", value=str(value), known=", ".join(filter(None, FLUTES)))
    if key == "sold_by" and _folded(value) not in SOLD_BY:
        return say("table.sold_by", value=str(value))
    ahead = DAYS_AHEAD[table].get(key)
    if ahead is not None and value > (last := today + timedelta(days=ahead)):
        return say("table.far", value=f"{value:%d/%m/%Y}", last=f"{last:%d/%m/%Y}")
    if key == "breaks" and (low := min(price for _quantity, price in value)) < TIER[0]:
        return say("table.range", value=low, least=TIER[0], most=TIER[1])
    limits = _LIMITS[table].get(key)
    for figure in value if isinstance(value, tuple) else (value,):
        if limits is not None and not limits[0] <= figure <= limits[1]:
            return say("table.range", value=float(figure), least=limits[0], most=limits[1])
    return None


def _whole(cell: object) -> int:
    found = number(cell)
    if found != int(found) or found < 0:
        raise ValueError(str(cell))
    return int(found)


def _day(cell: object) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = str(cell).strip()[:10]
    parts = re.fullmatch(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})", text)
    found = date(int(parts[3]), int(parts[2]), int(parts[1])) if parts else date.fromisoformat(text)
    if not 1900 <= found.year <= 2999:
        raise ValueError(text)
    return found


def tiers(cell: object) -> list[tuple[int, float]]:
    """`1: 4900; 500: 4300`, or one price from the first piece on. Raises ValueError."""
    if isinstance(cell, int | float):
        return [(1, number(cell))]
    found = []
    for part in re.split(r"[;\n]+", str(cell)):
        if not part.strip():
            continue
        quantity, colon, price = part.partition(":")
        found.append((_whole(quantity), number(price)) if colon else (1, number(part)))
    if not found:
        raise ValueError(str(cell))
    return found


def tiers_text(pairs: Sequence[Sequence[float]]) -> str:
    """As `tiers` reads it."""
    return "; ".join(f"{int(quantity)}: {number_text(amount)}" for quantity, amount in pairs)


def _size(sides: int) -> Callable[[object], tuple[float, ...]]:
    def read(cell: object) -> tuple[float, ...]:
        found = tuple(number(part) for part in re.split(r"\s*[x×X*]\s*", str(cell).strip()))
        if len(found) != sides:
            raise ValueError(str(cell))
        return found

    return read


_READ: dict[str, Callable[[object], Any]] = {
    "text": lambda cell: plain_line(_number_said(cell) if isinstance(cell, float) else as_written(str(cell)))[:200],
    "number": number,
    "whole": _whole,
    "day": _day,
    "tiers": tiers,
    "size": _size(3),
    "size2": _size(2),
}
