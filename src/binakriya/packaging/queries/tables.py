"""The office's tables as lines of a file, in the columns that `rules.tables` reads again."""

from typing import Any

from django.utils import timezone

from binakriya.accounts.rules import Actor
from binakriya.packaging.queries import stock
from binakriya.packaging.rules.tables import TABLES, heads, number_text, tiers_text

TABLE_PAGES = {"karton": "packaging:boards", "kotak": "packaging:boxes", "harga": "packaging:offers"}


def table_lines(*, table: str, by: Actor, plain: bool = False) -> list[list[object]]:
    """Head first; `plain`: numbers as text with a decimal comma, for a file that knows no numbers. Raises
    NotAllowed."""
    columns = TABLES[table]
    lines: list[list[object]] = [list(heads(table))]
    for values in _values(table, by):
        lines.append([_cell(values.get(column.key), plain) for column in columns])
    return lines


def _values(table: str, by: Actor) -> list[dict[str, Any]]:
    if table == "karton":
        boards = stock.boards_page(by=by, language="id").rows
        keys = [column.key for column in TABLES["karton"]]
        return [{key: getattr(row, key) for key in keys} | {"source": row.source_code} for row in boards]
    if table == "kotak":
        names = ("code", "name", "style", "board", "on_hand", "counted_on", "price", "supplier", "dated")
        return [
            {name: getattr(row, name) for name in names}
            | {"inside_mm": "x".join(number_text(side) for side in row.inside_mm)}
            for row in stock.boxes_page(by=by, language="id")
        ]
    found = []
    for row in stock.offers_page(by=by, on=timezone.localdate()):
        rest = dict(row.rest)
        sheet = rest.get("sheet_mm")
        found.append(
            rest
            | {
                "supplier": row.supplier,
                "board_code": row.board,
                "sold_by": "lembar" if row.sold_by == "sheet" else "m2",
                "breaks": tiers_text(row.breaks),
                "sheet_mm": "x".join(number_text(side) for side in sheet) if sheet else None,
                "printing_run": tiers_text(rest["printing_run"]) if rest.get("printing_run") else None,
                "gluing_run": tiers_text(rest["gluing_run"]) if rest.get("gluing_run") else None,
                "dated": row.dated,
                "valid_until": row.valid_until,
            }
        )
    return found


def _cell(value: Any, plain: bool) -> object:
    if value is None:
        return ""
    if hasattr(value, "isoformat"):
        return value.isoformat()
    found = float(value) if hasattr(value, "as_tuple") else value
    return number_text(found) if plain and isinstance(found, float) else found
