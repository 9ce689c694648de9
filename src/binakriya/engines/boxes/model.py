"""What a box is made of, flat and folded; frozen values that write themselves as JSON (`serial`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from binakriya.engines.boxes.boards import Board, Kind
from binakriya.engines.boxes.words import Text
from binakriya.engines.geometry import IDENTITY, Motion, Point, Polygon, Ring, Vector

Role = Literal[
    "base", "wall", "lid", "flap", "dust", "tuck", "lock", "glue", "strip", "inner", "handle", "roof", "pad", "cell"
]
Side = Literal["valley", "mountain"]
CutKind = Literal["outline", "hole", "slit"]
Face = Literal["left", "right", "front", "back", "bottom", "top"]
Grain = Literal["x", "y"]


@dataclass(frozen=True)
class Panel:
    """A part of the blank between creases and cuts, drawn flat in mm. `name` is unique in the blank."""

    name: str
    role: Role
    outline: Polygon


@dataclass(frozen=True)
class Crease:
    """A line about which two panels fold.

    `panels`: first the one nearer to the blank's root, then the one that it carries. `start`, `end` in mm. The carried
    panel turns by `angle` degrees, towards the reader of the drawing (the inside face) for a valley, away for a
    mountain, in step `order` (1 first). `axis` is the height of the axis in the board, in calipers from the middle,
    inside positive (0.5 is the inside face); `roll` is how far the fold rolls off the drawn line into the carried
    panel, in calipers. Both lie within ±0.5: a crease is a crushed band as wide as the board is thick, not a line.
    `drawn` is false for the lines along which a curved panel bends without being creased. A `loop` closes a ring of
    panels: it carries nothing, and its angle comes about when the others fold.
    """

    panels: tuple[str, str]
    start: Point
    end: Point
    angle: float
    side: Side
    order: int
    axis: float = 0.0
    roll: float = 0.0
    drawn: bool = True
    loop: bool = False


@dataclass(frozen=True)
class Cut:
    """A line of the knife. `points` in mm; a closed one does not repeat its first point. A `slit` parts two panels."""

    kind: CutKind
    points: tuple[Point, ...]
    closed: bool


@dataclass(frozen=True)
class Perforation:
    """A line that tears: `cut_mm` knife, `tie_mm` left standing."""

    points: tuple[Point, ...]
    cut_mm: float
    tie_mm: float


@dataclass(frozen=True)
class Glue:
    """Where glue goes: ring on `panel`, on its inside or outside face, to stick to panel `to`."""

    panel: str
    to: str
    area: Ring
    face: Literal["inside", "outside"]


@dataclass(frozen=True)
class Window:
    """A hole that is seen through: the hole, and the film that covers it from the inside (None for an open one)."""

    panel: str
    hole: Ring
    film: Ring | None


@dataclass(frozen=True)
class Seam:
    """Two edges, one on each panel, that lie on each other when the box is folded (closed by hand, lock or glue)."""

    panels: tuple[str, str]
    edges: tuple[tuple[Point, Point], tuple[Point, Point]]


@dataclass(frozen=True)
class Placement:
    """Where a copy of a blank stands in the box: `motion` carries folded coordinates of the blank into those of the
    box; before step `order` the copy waits shifted by `approach` mm (for the picture that shows assembly)."""

    motion: Motion = IDENTITY
    approach: Vector = (0.0, 0.0, 0.0)
    order: int = 1


@dataclass(frozen=True)
class Blank:
    """One flat piece, seen from the inside of the box, printed side away from the reader. `root` is the panel that
    stays where it is when the others fold. `grain`: direction of the flutes, or of the fibres of card, in the drawing.
    One copy of it per placement is needed."""

    name: str
    title: Text
    board: Board
    root: str
    panels: tuple[Panel, ...]
    creases: tuple[Crease, ...]
    cuts: tuple[Cut, ...]
    grain: Grain
    perforations: tuple[Perforation, ...] = ()
    glue: tuple[Glue, ...] = ()
    windows: tuple[Window, ...] = ()
    seams: tuple[Seam, ...] = ()
    placements: tuple[Placement, ...] = (Placement(),)

    def panel(self, name: str) -> Panel:
        """The panel of this name. Raises KeyError."""
        for each in self.panels:
            if each.name == name:
                return each
        raise KeyError(name)


@dataclass(frozen=True)
class Inside:
    """Inside size in mm: L >= B is usual, H upright when the box stands on its bottom."""

    length: float
    breadth: float
    height: float


@dataclass(frozen=True)
class Box:
    """A style at a size in a board, with all its blanks. In the box's coordinates the inside is the cuboid from
    (0, 0, 0) to (L, B, H); x runs along L, z is up. `parameters` holds every parameter of the style as used."""

    style: str
    inside: Inside
    board: Board
    parameters: tuple[tuple[str, Value | None], ...]
    blanks: tuple[Blank, ...]


Value = float | bool | str


@dataclass(frozen=True)
class Parameter:
    """What may be chosen about a style, told once for shell, page and documentation.

    `kind`: length (mm), angle (degrees), count, choice, flag or outline (a list of points in mm). `default` None means
    that the style derives it from board and size, as the hint says. Bounds are inclusive.
    """

    key: str
    name: Text
    kind: Literal["length", "angle", "count", "choice", "flag", "outline"]
    hint: Text
    default: Value | None = None
    minimum: float | None = None
    maximum: float | None = None
    choices: tuple[tuple[str, Text], ...] = ()

    @property
    def unit(self) -> str:
        """Unit of the value: mm, ° or none."""
        return {"length": "mm", "outline": "mm", "angle": "°"}.get(self.kind, "")


@dataclass(frozen=True)
class Job:
    """What a style draws from: inside size L, B, H in mm, caliper d in mm, board, parameters (checked)."""

    L: float
    B: float
    H: float
    d: float
    board: Board
    parameters: Mapping[str, Any]

    def __getitem__(self, key: str) -> Any:
        return self.parameters[key]

    def length(self, key: str, otherwise: float) -> float:
        """A length parameter in mm, or what the style derives when it was left open."""
        value = self.parameters[key]
        return otherwise if value is None else float(value)


class Draw(Protocol):
    """How a style draws: from a job to its blanks."""

    def __call__(self, job: Job, /) -> tuple[Blank, ...]: ...


@dataclass(frozen=True)
class Rule:
    """A condition on a size: `broken` answers whether the job breaks it. `field` is what to change."""

    key: str
    field: str
    broken: Callable[[Job], bool]
    says: Text
    way_out: Text


@dataclass(frozen=True)
class Style:
    """A way to make a box.

    `kinds`, `caliper` (least and greatest mm): boards it may be made of. `smallest` and `largest`: inside sizes in mm.
    `open_faces`: sides of the inside that nothing covers. `layers`: boards between inside and outside along x, y, z,
    both sides together, at the thickest place. `gap`: widest opening (mm, plus calipers) that counts as closed;
    corners and slots are that wide. `firmness` of the allowances, with their `source`.
    """

    code: str
    family: Literal["slotted", "telescope", "folder", "slide", "carton", "fitment"]
    name: Text
    summary: Text
    draw: Draw
    kinds: tuple[Kind, ...]
    caliper: tuple[float, float]
    smallest: tuple[float, float, float]
    largest: tuple[float, float, float]
    layers: tuple[int, int, int]
    firmness: Literal["A", "B", "C"]
    source: str
    parameters: tuple[Parameter, ...] = ()
    rules: tuple[Rule, ...] = ()
    open_faces: tuple[Face, ...] = ()
    gap: tuple[float, float] = (1.0, 1.0)
    closes_by: Literal["tape", "glue", "tuck", "lock", "lid", "none"] = "tuck"
    default_inside: tuple[float, float, float] = (200.0, 150.0, 100.0)
    default_board: str = "B"
    steps: tuple[Text, ...] = ()
