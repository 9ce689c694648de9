"""Boards that boxes are made of: caliper, grammage, kind, flute, each value with its firmness.

Firmness: A two sources agree; B one source read; C an assumption that the office may change. An office's own boards
are made with `board(...)`; the table is where one begins.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from binakriya.engines.boxes.errors import BoxError
from binakriya.engines.boxes.words import Text
from binakriya.engines.geometry import BadLength, length

Kind = Literal["card", "corrugated", "honeycomb"]
Firmness = Literal["A", "B", "C"]

THINNEST_MM = 0.2
THICKEST_MM = 60.0


@dataclass(frozen=True)
class Board:
    """A board. `caliper_mm` thickness; `grammage_gsm` g/m²; `flute` letter of corrugated board, else None. Each of the
    two numbers has its firmness; `source` tells where they are from."""

    code: str
    name: Text
    kind: Kind
    caliper_mm: float
    grammage_gsm: float
    flute: str | None
    caliper_firmness: Firmness
    grammage_firmness: Firmness
    source: str


def _corrugated(flute: str, caliper: float, grammage: float, grammage_source: str) -> Board:
    return Board(
        code=flute,
        name=Text(f"Karton gelombang flute {flute}", f"Corrugated board, {flute} flute"),
        kind="corrugated",
        caliper_mm=caliper,
        grammage_gsm=grammage,
        flute=flute,
        caliper_firmness="A",
        grammage_firmness="C",
        source=f"caliper: usual flute table, two sources agree; grammage: {grammage_source}",
    )


def _card(grammage: int, caliper: float) -> Board:
    return Board(
        code=f"card-{grammage}",
        name=Text(f"Karton lipat {grammage} g/m²", f"Folding boxboard {grammage} g/m²"),
        kind="card",
        caliper_mm=caliper,
        grammage_gsm=float(grammage),
        flute=None,
        caliper_firmness="C",
        grammage_firmness="A",
        source="grammage: by its name; caliper: assumed bulk of folding boxboard (1.35 cm³/g), measure your own",
    )


_ASSUMED = "assumed, ask the supplier"
BOARDS: tuple[Board, ...] = (
    _card(300, 0.40),
    _card(350, 0.47),
    _card(400, 0.54),
    _card(450, 0.61),
    _card(500, 0.68),
    _card(600, 0.81),
    _corrugated("F", 0.8, 400.0, _ASSUMED),
    _corrugated("E", 1.6, 460.0, _ASSUMED),
    _corrugated("B", 3.2, 510.0, _ASSUMED),
    _corrugated("C", 4.0, 584.0, "the board of the McKee check value"),
    _corrugated("A", 4.8, 600.0, _ASSUMED),
    _corrugated("BC", 7.0, 900.0, _ASSUMED),
    Board(
        code="honeycomb-10",
        name=Text("Panel sarang lebah kertas 10 mm", "Paper honeycomb panel 10 mm"),
        kind="honeycomb",
        caliper_mm=10.0,
        grammage_gsm=900.0,
        flute=None,
        caliper_firmness="C",
        grammage_firmness="C",
        source="assumed, ask the supplier",
    ),
    Board(
        code="honeycomb-20",
        name=Text("Panel sarang lebah kertas 20 mm", "Paper honeycomb panel 20 mm"),
        kind="honeycomb",
        caliper_mm=20.0,
        grammage_gsm=1200.0,
        flute=None,
        caliper_firmness="C",
        grammage_firmness="C",
        source="assumed, ask the supplier",
    ),
)
"""The boards one begins with."""

_BY_CODE = {each.code: each for each in BOARDS}


def board(code: str) -> Board:
    """The board of the table with this code. Raises BoxError (field "board")."""
    found = _BY_CODE.get(code)
    if found is None:
        raise BoxError(
            "board",
            "unknown",
            Text("Bahan “{code}” tidak dikenal.", "No board is called “{code}”.").filled(code=code),
            Text("Pilih salah satu: {codes}.", "Choose one of: {codes}.").filled(codes=", ".join(_BY_CODE)),
        )
    return found


def checked(candidate: Board) -> Board:
    """The same board, or BoxError when its numbers cannot be (an office's own board)."""
    for field, value, longest in (
        ("caliper_mm", candidate.caliper_mm, THICKEST_MM),
        ("grammage_gsm", candidate.grammage_gsm, 10000.0),
    ):
        try:
            length(value, field, shortest=THINNEST_MM, longest=longest)
        except BadLength as error:
            raise BoxError(
                "board",
                field,
                Text("{field} bahan bukan {value}.", "The board's {field} cannot be {value}.").filled(
                    field=field, value=str(value)
                ),
                Text("Isi angka antara {least} dan {most}.", "Give a number between {least} and {most}.").filled(
                    least=THINNEST_MM, most=longest
                ),
            ) from error
    return candidate
