"""The office's tables read from a file: all of its rows, or none where one of them cannot be."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from binakriya.accounts.rules import Actor, Deed, NotAllowed, Refused, check_may
from binakriya.engines.protection import BoardGrade, InputError
from binakriya.packaging.models import Board, Offer, StockBox
from binakriya.packaging.operations.stock import (
    BoxSaid,
    OfferSaid,
    add_board,
    add_offer,
    add_stock_box,
    change_board,
    change_offer,
    change_stock_box,
)
from binakriya.packaging.rules.reading import InputRefusedError
from binakriya.packaging.rules.tables import Problem, TableRow, read_table
from binakriya.packaging.rules.words import Said, say
from binakriya.packaging.words import refusal


@dataclass(frozen=True, slots=True)
class TableOutcome:
    """`rows`: how many the file has. With `problems` nothing was written."""

    rows: int
    added: int = 0
    changed: int = 0
    same: int = 0
    problems: tuple[Problem, ...] = ()


class _Stop(Exception):
    """Undoes what the file's other rows wrote."""


def take_in_table(*, table: str, data: bytes, name: str, by: Actor, now: datetime) -> TableOutcome:
    """Rows that stand already are changed where they differ (the row before is kept as history), others are added;
    what the file does not name stays. The same file again changes nothing. `table`: a key of `rules.tables.TABLES`.

    Raises NotAllowed, Refused: table_unreadable, table_heads, table_empty, table_long."""
    check_may(by, Deed.PACKAGING_STOCK)
    if by.office_id is None:
        raise NotAllowed("office")
    rows, problems = read_table(table, data, name)
    counts = {"added": 0, "changed": 0, "same": 0}
    seen: dict[Any, int] = {}
    write = _WRITE[table]
    try:
        with transaction.atomic():
            for row in rows:
                try:
                    key, done = write(by.office_id, row.values, by, now)
                except Refused as refused:
                    said = refusal(refused)
                    problems.append(Problem(row.number, "", Said("refused", said, said, {})))
                    continue
                except InputError as error:
                    problems.append(Problem(row.number, "", InputRefusedError.of(error).said))
                    continue
                except Board.DoesNotExist:
                    problems.append(_unknown_board(row))
                    continue
                if key in seen:
                    problems.append(Problem(row.number, "", say("table.twice", other=seen[key])))
                seen.setdefault(key, row.number)
                counts[done] += 1
            if problems:
                raise _Stop
    except _Stop:
        return TableOutcome(len(rows), problems=tuple(sorted(problems, key=lambda one: one.row)))
    return TableOutcome(len(rows), counts["added"], counts["changed"], counts["same"])


def _unknown_board(row: TableRow) -> Problem:
    return Problem(row.number, "Karton", say("table.board_unknown", value=str(row.values.get("board", ""))))


_Done = tuple[Any, str]


def _write_board(office_id: UUID, values: Mapping[str, Any], by: Actor, now: datetime) -> _Done:
    grade = BoardGrade(
        values["code"],
        str(values.get("flute", "")).upper().replace("-", ""),
        values["caliper_mm"],
        values["grammage"],
        values.get("ect_n_per_mm"),
        values.get("dx_nm"),
        values.get("dy_nm"),
        values.get("burst_kpa"),
        source=values["source"],
    )
    more: dict[str, Any] = {"supplier": values.get("supplier", ""), "dated": values.get("dated")}
    standing = Board.objects.filter(office_id=office_id, code=grade.code.strip(), removed_at__isnull=True).first()
    if standing is None:
        add_board(office_id=office_id, grade=grade, by=by, now=now, **more)
        return grade.code, "added"
    after = change_board(board_id=standing.id, grade=grade, by=by, now=now, **more)
    return grade.code, "same" if after == standing.id else "changed"


def _write_box(office_id: UUID, values: Mapping[str, Any], by: Actor, now: datetime) -> _Done:
    board = Board.objects.get(office_id=office_id, code=values["board"], removed_at__isnull=True)
    price, on_hand = values.get("price"), values.get("on_hand")
    box = BoxSaid(
        code=values["code"],
        name=values["name"],
        inside_mm=values["inside_mm"],
        board_id=board.id,
        style=str(values.get("style", "")) or "0201",
        price=None if price is None else Decimal(str(price)),
        supplier=values.get("supplier", ""),
        dated=values.get("dated"),
        on_hand=on_hand,
        counted_on=values.get("counted_on") or (timezone.localdate(now) if on_hand is not None else None),
    )
    standing = StockBox.objects.filter(office_id=office_id, code=box.code.strip(), removed_at__isnull=True).first()
    if standing is None:
        add_stock_box(office_id=office_id, box=box, by=by, now=now)
        return box.code, "added"
    after = change_stock_box(stock_box_id=standing.id, box=box, by=by, now=now)
    return box.code, "same" if after == standing.id else "changed"


_SHEET = frozenset({"sheet", "lembar"})
_REST = ("printing_setup", "die", "delivery", "least_boxes", "least_amount")


def _write_offer(office_id: UUID, values: Mapping[str, Any], by: Actor, now: datetime) -> _Done:
    rest: dict[str, Any] = {name: values[name] for name in _REST if values.get(name)}
    for name in ("printing_run", "gluing_run"):
        if values.get(name):
            rest[name] = [list(pair) for pair in values[name]]
    if values.get("sheet_mm"):
        rest["sheet_mm"] = list(values["sheet_mm"])
    offer = OfferSaid(
        supplier=values["supplier"],
        dated=values["dated"],
        board_code=values["board_code"],
        breaks=tuple(values["breaks"]),
        sold_by="sheet" if str(values.get("sold_by", "")).casefold() in _SHEET else "m2",
        valid_until=values.get("valid_until"),
        rest=rest,
    )
    key = (offer.supplier.strip(), offer.board_code.strip(), offer.dated)
    standing = Offer.objects.filter(
        office_id=office_id, supplier=key[0], board_code=key[1], dated=key[2], removed_at__isnull=True
    ).first()
    if standing is None:
        add_offer(office_id=office_id, offer=offer, by=by, now=now)
        return key, "added"
    # What the file has no column for stays as it was said.
    kept = {name: value for name, value in standing.rest.items() if name in ("die_owned", "tax_rate", "tax_source")}
    offer = OfferSaid(
        offer.supplier, offer.dated, offer.board_code, offer.breaks, offer.sold_by, offer.valid_until, {**kept, **rest}
    )
    after = change_offer(offer_id=standing.id, offer=offer, by=by, now=now)
    return key, "same" if after == standing.id else "changed"


_WRITE: dict[str, Callable[[UUID, Mapping[str, Any], Actor, datetime], _Done]] = {
    "karton": _write_board,
    "kotak": _write_box,
    "harga": _write_offer,
}
