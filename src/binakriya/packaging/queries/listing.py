"""The list of specifications: what waits, filtered, in order, one page of it; what exports walk through."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, F, FloatField, OuterRef, Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext as _now

from binakriya.accounts.rules import Actor, Deed
from binakriya.engines.boxes import styles as box_styles
from binakriya.engines.protection import BoardGrade, Values
from binakriya.engines.protection.wording import Language
from binakriya.packaging.models import Batch, Specification, Version
from binakriya.packaging.queries.office import office_boards, office_curves, office_values
from binakriya.packaging.queries.scope import visible
from binakriya.packaging.rules.classes import UNDER_WAY, BatchState
from binakriya.packaging.rules.resting import Change, changes, of_product, office_changes, product_changes
from binakriya.packaging.rules.states import State, can_move
from binakriya.packaging.words import JOURNEYS, STATES
from binakriya.products.queries.scope import visible as visible_products
from binakriya.products.rules.facts import State as ProductState

PAGE = 25


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the list is asked for; "" for everything that was not withdrawn. `state`: a state, or "berubah" for what
    rests on values that have changed since. `style`, `journey`: codes. `sort`: a key of ORDERS."""

    text: str = ""
    state: str = ""
    style: str = ""
    journey: str = ""
    maker_id: UUID | None = None
    sort: str = "nama"


@dataclass(frozen=True, slots=True)
class Row:
    """One specification by its newest version that was not withdrawn. `changed`: how many of the values that it rests
    on are others now."""

    id: UUID
    title: str
    maker_id: UUID
    maker: str
    journey: str
    version_id: UUID
    number: int
    state: State
    style: str
    style_name: str
    board: str
    gross_kg: float
    made_at: datetime
    made_by: str
    checked_at: datetime | None
    checked_by: str
    adopted_at: datetime | None
    adopted_by: str
    updated_at: datetime
    is_sample: bool
    changed: int
    may_check: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for someone. `unpacked`: products that are measured and have no specification; `busy`: batches under
    way, `looked_at`: batches not begun."""

    to_check: int
    to_adopt: int
    unpacked: int
    busy: int
    looked_at: int


@dataclass(frozen=True, slots=True)
class ListPage:
    """`counts`: state → how many, withdrawn ones included. `styles`: code and name of those in use. `empty`: there is
    nothing at all in reach. `maker`: the name of the maker that is filtered by, or ""."""

    rows: tuple[Row, ...]
    page: Page[Any]
    total: int
    all: int
    empty: bool
    counts: dict[str, int]
    styles: tuple[tuple[str, str], ...]
    waiting: Waiting
    wanted: Wanted
    maker: str
    checkable: int


ORDERS: dict[str, tuple[Any, ...]] = {
    "nama": ("title", "id"),
    "-nama": ("-title", "-id"),
    "pembuat": ("product__maker__name", "title", "id"),
    "-pembuat": ("-product__maker__name", "title", "id"),
    "gaya": ("shown__style", "title", "id"),
    "-gaya": ("-shown__style", "title", "id"),
    "massa": ("shown__gross_kg", "title", "id"),
    "-massa": ("-shown__gross_kg", "title", "id"),
    "diperbarui": ("updated_at", "id"),
    "-diperbarui": ("-updated_at", "-id"),
}


def style_name(code: str, language: Language) -> str:
    """The words of a style, also of one that is no longer made."""
    known = next((one for one in box_styles() if one.code == code), None)
    return known.name.read(language) if known else code


def narrowed(rows: QuerySet[Specification], wanted: Wanted) -> QuerySet[Specification]:
    rows = rows.filter(shown__isnull=False)
    for word in wanted.text.split()[:6]:
        rows = rows.filter(
            Q(title__icontains=word) | Q(product__maker__name__icontains=word) | Q(shown__board__icontains=word)
        )
    if wanted.state in set(State):
        rows = rows.filter(shown__state=wanted.state)
    else:
        rows = rows.exclude(shown__state=State.WITHDRAWN.value)
    if wanted.style:
        rows = rows.filter(shown__style=wanted.style)
    if wanted.journey:
        rows = rows.filter(journey=wanted.journey)
    if wanted.maker_id:
        rows = rows.filter(product__maker_id=wanted.maker_id)
    return rows


def _fetched(rows: QuerySet[Specification], sort: str) -> QuerySet[Specification]:
    return (
        rows.select_related("shown")
        .defer("shown__content")
        .annotate(
            maker_name=F("product__maker__name"),
            maker_key=F("product__maker_id"),
            **{name: F(f"variant__{name}") for name in ("length_mm", "breadth_mm", "height_mm", "mass_g")},
        )
        .order_by(*ORDERS.get(sort, ORDERS["nama"]))
    )


class Today:
    """What each office packs with today, read once an office."""

    def __init__(self) -> None:
        self._offices: dict[UUID, tuple[Values, dict[str, BoardGrade], dict[str, tuple[float, float]]]] = {}
        self._moved: dict[tuple[UUID, str, tuple[tuple[str, float], ...]], bool] = {}

    def _of_office(self, office_id: UUID) -> tuple[Values, dict[str, BoardGrade], dict[str, tuple[float, float]]]:
        if office_id not in self._offices:
            boards = {grade.code: grade for grade in office_boards(office_id)}
            self._offices[office_id] = office_values(office_id), boards, office_curves(office_id)
        return self._offices[office_id]

    def moved(
        self,
        rests: Mapping[str, float],
        board: str,
        office_id: UUID,
        *,
        size_mm: tuple[float, float, float] | None,
        mass_kg: float | None,
    ) -> bool:
        """Whether anything changed. What is the office's is compared once for all packs that rest on the same."""
        if product_changes(rests=rests, size_mm=size_mm, mass_kg=mass_kg):
            return True
        key = office_id, board, tuple(pair for pair in rests.items() if not of_product(pair[0]))
        if key not in self._moved:
            values, boards, curves = self._of_office(office_id)
            self._moved[key] = bool(
                office_changes(rests=dict(key[2]), board=board, values=values, boards=boards, curves=curves)
            )
        return self._moved[key]

    def changes(
        self, version: Version, office_id: UUID, *, size_mm: tuple[float, float, float] | None, mass_kg: float | None
    ) -> tuple[Change, ...]:
        values, boards, curves = self._of_office(office_id)
        return changes(
            rests=version.rests_on,
            board=version.board,
            values=values,
            boards=boards,
            curves=curves,
            size_mm=size_mm,
            mass_kg=mass_kg,
        )

    def values(self, office_id: UUID) -> Values:
        """Of an office that `changes` was asked for."""
        return self._offices[office_id][0]

    def of_row(self, one: Any) -> tuple[Change, ...]:
        """Of a specification fetched for the list."""
        sides = (one.length_mm, one.breadth_mm, one.height_mm)
        size = None if None in sides else (float(sides[0]), float(sides[1]), float(sides[2]))
        mass = None if one.mass_g is None else float(one.mass_g) / 1000
        return self.changes(one.shown, one.office_id, size_mm=size, mass_kg=mass)


def _row(one: Specification, today: Today, language: Language, may_check: bool) -> Row:
    shown = one.shown
    assert shown is not None  # filtered by `narrowed`
    return Row(
        id=one.id,
        title=one.title,
        maker_id=one.maker_key,  # type: ignore[attr-defined]
        maker=one.maker_name,  # type: ignore[attr-defined]
        journey=one.journey,
        version_id=shown.id,
        number=shown.number,
        state=State(shown.state),
        style=shown.style,
        style_name=style_name(shown.style, language),
        board=shown.board,
        gross_kg=shown.gross_kg,
        made_at=shown.made_at,
        made_by=shown.made_by,
        checked_at=shown.checked_at,
        checked_by=shown.checked_by,
        adopted_at=shown.adopted_at,
        adopted_by=shown.adopted_by,
        updated_at=one.updated_at,
        is_sample=one.is_sample,
        changed=len(today.of_row(one)),
        may_check=may_check and can_move(shown.state, "check"),
    )


def _waiting(by: Actor, counts: dict[str, int]) -> Waiting:
    unpacked = busy = looked_at = 0
    if by.may(Deed.PACKAGING_WRITE):
        measured = visible_products(by).filter(
            state=ProductState.ACTIVE,
            variants__removed_at__isnull=True,
            variants__length_mm__isnull=False,
            variants__mass_g__isnull=False,
        )
        packed = Specification.objects.filter(product_id=OuterRef("pk"))
        unpacked = measured.exclude(Exists(packed)).values("id").distinct().count()
        states = batches_of(by).values("state").annotate(n=Count("id"))
        found = {one["state"]: one["n"] for one in states.order_by()}
        busy, looked_at = sum(found.get(state, 0) for state in UNDER_WAY), found.get(BatchState.DRAFT, 0)
    return Waiting(counts.get(State.DRAFT, 0), counts.get(State.CHECKED, 0), unpacked, busy, looked_at)


def batches_of(by: Actor) -> QuerySet[Batch]:
    """The batches that an actor's work reaches: the office's, and one's own."""
    if by.system:
        return Batch.objects.all()
    mine = Q(asked_by_id=by.id) if by.id else Q(pk__in=[])
    return Batch.objects.filter(mine | Q(office_id=by.office_id) if by.office_id else mine)


def waiting(*, by: Actor) -> dict[State, int]:
    """How many packs in the actor's reach stand as drafts, and how many are checked and wait to be adopted. For the
    first page; {} for whoever does neither."""
    if not by.may(Deed.PACKAGING_CHECK) and not by.may(Deed.PACKAGING_ADOPT):
        return {}
    rows = visible(by).filter(shown__state__in=[State.DRAFT.value, State.CHECKED.value])
    return {
        State(one["shown__state"]): one["n"] for one in rows.values("shown__state").annotate(n=Count("id")).order_by()
    }


def list_page(*, by: Actor, wanted: Wanted, number: int, language: Language) -> ListPage:
    """Raises NotAllowed."""
    rows = visible(by)
    groups = rows.filter(shown__isnull=False).values("shown__state", "shown__style").annotate(n=Count("id")).order_by()
    counts: dict[str, int] = {}
    used: set[str] = set()
    for one in groups:
        counts[one["shown__state"]] = counts.get(one["shown__state"], 0) + one["n"]
        used.add(one["shown__style"])
    narrow = narrowed(rows, wanted)
    today, may_check = Today(), by.may(Deed.PACKAGING_CHECK)
    page: Page[Any]
    if wanted.state == "berubah":
        page = Paginator(_changed(narrow, wanted.sort, today), PAGE).get_page(number)
        found = list(_fetched(rows.filter(id__in=list(page.object_list)), wanted.sort))
    else:
        page = Paginator(_fetched(narrow, wanted.sort), PAGE).get_page(number)
        found = list(page.object_list)
    shown = tuple(_row(one, today, language, may_check) for one in found)
    return ListPage(
        rows=shown,
        page=page,
        total=page.paginator.count,
        all=sum(n for state, n in counts.items() if state != State.WITHDRAWN),
        empty=not counts,
        counts=counts,
        styles=tuple((code, style_name(code, language)) for code in sorted(used)),
        waiting=_waiting(by, counts),
        wanted=wanted,
        maker=shown[0].maker if wanted.maker_id and shown else "",
        checkable=sum(row.may_check for row in shown),
    )


def _changed(rows: QuerySet[Specification], sort: str, today: Today) -> list[UUID]:
    """Those whose values changed, in order. It is known only once it is compared: of each the figures are read as they
    are stored, no more."""
    sides = [Cast(f"variant__{name}", FloatField()) for name in ("length_mm", "breadth_mm", "height_mm", "mass_g")]
    read = rows.order_by(*ORDERS.get(sort, ORDERS["nama"])).values_list(
        "id", "office_id", "shown__board", Cast("shown__rests_on", TextField()), *sides
    )
    found = []
    for id_, office_id, board, rests, length, breadth, height, mass in read:
        size = None if length is None or breadth is None or height is None else (length, breadth, height)
        kg = None if mass is None else mass / 1000
        if today.moved(json.loads(rests), board, office_id, size_mm=size, mass_kg=kg):
            found.append(id_)
    return found


def every_row(*, by: Actor, wanted: Wanted, language: Language) -> Iterator[Row]:
    """What an export walks through, in the list's order. Raises NotAllowed."""
    today = Today()
    for one in _fetched(narrowed(visible(by), wanted), wanted.sort):
        row = _row(one, today, language, False)
        if wanted.state != "berubah" or row.changed:
            yield row


def export_head() -> list[object]:
    """Heads of the list as a file."""
    return [
        _now("Produk"),
        _now("Pembuat"),
        _now("Perjalanan"),
        _now("Versi"),
        _now("Keadaan"),
        _now("Kode gaya"),
        _now("Gaya kotak"),
        _now("Karton"),
        _now("Massa kotor (kg)"),
        _now("Disusun oleh"),
        _now("Disusun pada"),
        _now("Diperiksa oleh"),
        _now("Diperiksa pada"),
        _now("Ditetapkan oleh"),
        _now("Ditetapkan pada"),
        _now("Nilai yang berubah sejak dibuat"),
        _now("Data contoh"),
    ]


def export_line(row: Row) -> list[object]:
    def day(at: datetime | None) -> str:
        return timezone.localdate(at).isoformat() if at else ""

    return [
        row.title,
        row.maker,
        str(JOURNEYS.get(row.journey, row.journey)),
        row.number,
        str(STATES[row.state][0]),
        row.style,
        row.style_name,
        row.board,
        round(row.gross_kg, 3),
        row.made_by,
        day(row.made_at),
        row.checked_by,
        day(row.checked_at),
        row.adopted_by,
        day(row.adopted_at),
        row.changed,
        row.is_sample,
    ]
