"""The office's tables read from a file: all of its rows, or none where one of them cannot be."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from binakriya.accounts.rules import Actor, Deed, NotAllowed, Refused, check_may
from binakriya.engines.protection import BoardGrade, InputError
from binakriya.foundation.operations import record_many
from binakriya.foundation.rules.ledger import Line
from binakriya.packaging.models import Board, Offer, StockBox
from binakriya.packaging.operations.stock import (
    BoxSaid,
    OfferSaid,
    board_row,
    offer_row,
    said_of,
    stock_box_row,
)
from binakriya.packaging.queries.office import office_boards
from binakriya.packaging.rules.limits import BOARD, BOX, FLUTES, within
from binakriya.packaging.rules.reading import InputRefusedError
from binakriya.packaging.rules.tables import SOLD_BY, Problem, TableRow, head_of, out_of_limits, read_table
from binakriya.packaging.rules.words import Said, say
from binakriya.packaging.words import refusal


@dataclass(frozen=True, slots=True)
class TableOutcome:
    """`rows`: how many the file has. With `problems` nothing was written. `unread`: heads of columns that mean nothing
    here and were left out."""

    rows: int
    added: int = 0
    changed: int = 0
    same: int = 0
    problems: tuple[Problem, ...] = ()
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Kind:
    """`built`: what a row of the file becomes beside what stands, None where it says the same. It writes nothing and
    reads nothing, and raises Refused, InputError, Board.DoesNotExist."""

    model: Any  # one of the room's models: the stubs know no common one
    word: str
    key: Callable[[Any], Any]
    built: Callable[["_Office", Mapping[str, Any], Any], Any]
    limits: Mapping[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class _Office:
    id: UUID
    boards: Mapping[str, Board]
    codes: frozenset[str]
    by: Actor
    now: datetime


# Reason of a refusal, and field of the engine's own → column that is to be put right.
_COLUMN_OF = {
    "source_needed": "source",
    "price_said_by": "supplier",
    "counted_on": "counted_on",
    "box": "inside_mm",
    "valid_after": "valid_until",
    "sheet_needed": "sheet_mm",
    "price": "breaks",
    "price_nothing": "breaks",
    "code_unseen": "code",
    "day_ahead": "dated",
}
_FIELD_OF = {
    "caliper": "caliper_mm",
    "grammage": "grammage",
    "ect": "ect_n_per_mm",
    "burst": "burst_kpa",
    "bending_stiffness": "dx_nm",
    "flute": "flute",
}


def take_in_table(*, table: str, data: bytes, name: str, by: Actor, now: datetime) -> TableOutcome:
    """Rows that stand already are changed where they differ (the row before is kept as history), others are added;
    what the file does not name stays. The same file again changes nothing. `table`: a key of `rules.tables.TABLES`.

    Everything is worked out first and then written at once, so that nobody waits for a long file. Raises NotAllowed,
    Refused: table_unreadable, table_heads, table_empty, table_long, state (someone else changed one of the rows just
    now)."""
    check_may(by, Deed.PACKAGING_STOCK)
    if by.office_id is None:
        raise NotAllowed("office")
    read = read_table(table, data, name)
    rows, problems = read.rows, read.problems
    today = timezone.localdate(now)
    kind = _TABLES[table]
    boards = {row.code: row for row in Board.objects.filter(office_id=by.office_id, removed_at__isnull=True)}
    codes = frozenset(grade.code for grade in office_boards(by.office_id))
    office = _Office(by.office_id, boards, codes, by, now)
    standing = kind.model._default_manager.filter(office_id=by.office_id, removed_at__isnull=True)
    if kind.model is StockBox:
        standing = standing.select_related("board")
    stands = {kind.key(one): one for one in standing}
    seen: dict[Any, int] = {}
    added: list[Any] = []
    changed: list[tuple[Any, Any]] = []
    for row in rows:
        if beyond := out_of_limits(table, row, today):
            problems += beyond
            continue
        try:
            made = kind.built(office, row.values, stands)
            if not _fits(made, kind.limits):
                raise Refused("figure")
        except Refused as refused:
            said = refusal(refused)
            at = head_of(table, _COLUMN_OF.get(refused.reason, ""))
            problems.append(Problem(row.number, at, Said("refused", said, said, {})))
            continue
        except InputError as error:
            at = head_of(table, _FIELD_OF.get(error.field, ""))
            problems.append(Problem(row.number, at, InputRefusedError.of(error).said))
            continue
        except Board.DoesNotExist:
            problems.append(_unknown_board(row))
            continue
        key = kind.key(made)
        if key in seen:
            at = head_of(table, "dated" if table == "harga" else "code")
            problems.append(Problem(row.number, at, say("table.twice", other=seen[key])))
        seen.setdefault(key, row.number)
        before = stands.get(key)
        if before is None:
            added.append(made)
        elif said_of(before) != said_of(made):
            changed.append((before, made))
    if problems:
        return TableOutcome(len(rows), problems=tuple(sorted(problems, key=lambda one: one.row)), unread=read.unread)
    if added or changed:
        _write(kind, added, changed, by, now)
    same = len(rows) - len(added) - len(changed)
    return TableOutcome(len(rows), len(added), len(changed), same, unread=read.unread)


def _fits(row: Any, limits: Mapping[str, tuple[float, float]]) -> bool:
    """What the database would refuse is said of its row."""
    try:
        row.clean_fields(exclude=["office", "board", "breaks", "rest"])
    except ValidationError:
        return False
    if isinstance(row, Board) and (row.flute not in FLUTES or (row.dx_nm is None) != (row.dy_nm is None)):
        return False
    if isinstance(row, StockBox) and row.price is not None and row.price <= 0:
        return False
    figures = {name: getattr(row, name) for name in limits}
    return within({name: None if v is None else float(v) for name, v in figures.items()}, limits)


def _write(kind: _Kind, added: Sequence[Any], changed: Sequence[tuple[Any, Any]], by: Actor, now: datetime) -> None:
    lines = [_line(kind, "added", row, {}, said_of(row)) for row in added]
    for before, row in changed:
        was, will = said_of(before), said_of(row)
        differs = [name for name in will if was[name] != will[name]]
        lines.append(_line(kind, "changed", row, {n: was[n] for n in differs}, {n: will[n] for n in differs}))
    rows: Any = kind.model._default_manager
    try:
        with transaction.atomic():
            gone = rows.filter(id__in=[before.id for before, _row in changed], removed_at__isnull=True)
            if gone.update(removed_at=now) != len(changed):
                raise Refused("state")
            rows.bulk_create([*added, *(row for _before, row in changed)])
            if kind.model is Board and changed:
                _take_boxes_along({before.id: row for before, row in changed})
            record_many(by=by, now=now, office_id=by.office_id, lines=lines)
    except IntegrityError as error:
        raise Refused("state") from error


def _take_boxes_along(new: Mapping[UUID, Board]) -> None:
    boxes = list(StockBox.objects.filter(board_id__in=list(new), removed_at__isnull=True))
    for box in boxes:
        box.board = new[box.board_id]
    StockBox.objects.bulk_update(boxes, ["board"])


def _line(kind: _Kind, what: str, row: Any, before: Mapping[str, object], after: Mapping[str, object]) -> Line:
    return Line(f"packaging.{kind.word}_{what}", f"packaging.{kind.word}", str(row.id), str(row), before, after)


def _unknown_board(row: TableRow) -> Problem:
    value = str(row.values.get("board") or row.values.get("board_code", ""))
    return Problem(row.number, "Karton", say("table.board_unknown", value=value))


def _board(office: _Office, values: Mapping[str, Any], stands: Mapping[Any, Board]) -> Board:
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
    # The engine's own rows, taken over and handed out, say so themselves.
    if not grade.source.strip() or (grade.source == "assumption" and grade.code.strip() not in stands):
        raise Refused("source_needed")
    return board_row(office.id, grade, office.by, office.now, values.get("supplier", ""), values.get("dated"))


def _box(office: _Office, values: Mapping[str, Any], stands: Mapping[Any, StockBox]) -> StockBox:
    board = office.boards.get(values["board"])
    standing = stands.get(values["code"])
    if board is None and standing is not None and standing.board.code == values["board"]:
        board = standing.board  # retired since: the box is of it all the same
    if board is None:
        raise Board.DoesNotExist
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
        counted_on=values.get("counted_on") or (timezone.localdate(office.now) if on_hand is not None else None),
    )
    return stock_box_row(office.id, box, board, office.by, office.now)


_REST = ("printing_setup", "die", "delivery", "least_boxes", "least_amount")


def _offer(office: _Office, values: Mapping[str, Any], stands: Mapping[Any, Offer]) -> Offer:
    sold_by = SOLD_BY.get(" ".join(str(values.get("sold_by", "")).casefold().split()))
    if sold_by is None:
        raise Refused("figure")
    if values["board_code"].strip() not in office.codes:
        raise Board.DoesNotExist
    rest: dict[str, Any] = {name: values[name] for name in _REST if values.get(name)}
    for name in ("printing_run", "gluing_run"):
        if values.get(name):
            rest[name] = [list(pair) for pair in values[name]]
    if values.get("sheet_mm"):
        rest["sheet_mm"] = list(values["sheet_mm"])
    key = (values["supplier"], values["board_code"], values["dated"])
    if (standing := stands.get(key)) is not None:
        # What the file has no column for stays as it was said.
        kept = {name: value for name, value in standing.rest.items() if name in ("die_owned", "tax_rate", "tax_source")}
        rest = {**kept, **rest}
    offer = OfferSaid(
        supplier=values["supplier"],
        dated=values["dated"],
        board_code=values["board_code"],
        breaks=tuple(values["breaks"]),
        sold_by=sold_by,
        valid_until=values.get("valid_until"),
        rest=rest,
    )
    return offer_row(office.id, offer, office.by, office.now)


_TABLES: dict[str, _Kind] = {
    "karton": _Kind(Board, "board", lambda row: row.code, _board, BOARD),
    "kotak": _Kind(
        StockBox,
        "stock_box",
        lambda row: row.code,
        _box,
        BOX,
    ),
    "harga": _Kind(Offer, "offer", lambda row: (row.supplier, row.board_code, row.dated), _offer, {}),
}
