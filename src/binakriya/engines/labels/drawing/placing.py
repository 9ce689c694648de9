"""Where a label goes on a panel of a box: within it, clear of creases and cuts, upright or turned.

Panels come as plain polygons (mm, y upwards as on the blank), for labels know nothing of boxes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from binakriya.engines.labels.drawing.errors import LabelError
from binakriya.engines.labels.drawing.words import Text

CLEAR_MM: Final = 5.0
"""Nearer to a crease or a cut a label comes off or is cut [house choice]."""
TURNS: Final = (0, 90, 180, 270)
NO_ROOM: Final = Text(
    "Label {wide} × {high} mm tidak muat pada sisi ini: tersedia {room_wide} × {room_high} mm setelah jarak 5 mm dari "
    "lipatan dan potongan. Pilih sisi lain atau label yang lebih kecil.",
    "A label of {wide} × {high} mm does not fit on this panel: {room_wide} × {room_high} mm are left 5 mm clear of "
    "creases and cuts. Choose another panel or a smaller label.",
)
OUTSIDE: Final = Text(
    "Label keluar dari batas sisi, atau lebih dekat dari 5 mm ke lipatan atau potongan. Geser atau putar labelnya.",
    "The label leaves the panel, or comes nearer than 5 mm to a crease or a cut. Move or turn it.",
)
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class PanelSpot:
    """The label's rectangle on the blank: lower left corner, width and height as it lies, how it is turned (degrees
    anticlockwise), and the other turns that fit as well."""

    x: float
    y: float
    width: float
    height: float
    turn: int
    others: tuple[int, ...]

    @property
    def corners(self) -> tuple[Point, ...]:
        x, y = self.x + self.width, self.y + self.height
        return (self.x, self.y), (x, self.y), (x, y), (self.x, y)


def place_on_panel(
    width: float,
    height: float,
    panel: Sequence[Point],
    *,
    obstacles: Sequence[tuple[Point, Point]] = (),
    turn: int | None = None,
    at: Point | None = None,
) -> PanelSpot:
    """`panel`: its corners. `obstacles`: further creases and cuts that cross it, as stretches. `turn`: None takes the
    first that fits. `at`: the label's middle; None the middle of the panel. Raises LabelError when it does not fit."""
    fitting = [each for each in TURNS if _fits(*_turned(width, height, each), panel, obstacles, at)]
    if not fitting or (turn is not None and turn not in fitting):
        x0, y0, x1, y1 = _bounds(panel)
        room = (max(0.0, x1 - x0 - 2 * CLEAR_MM), max(0.0, y1 - y0 - 2 * CLEAR_MM))
        if at is not None or all(a <= b for a, b in zip(_turned(width, height, turn or 0), room, strict=True)):
            raise LabelError("label", OUTSIDE)
        numbers = {"wide": width, "high": height, "room_wide": room[0], "room_high": room[1]}
        raise LabelError("label", NO_ROOM.filled(**{key: f"{value:.0f}" for key, value in numbers.items()}))
    taken = fitting[0] if turn is None else turn
    wide, high = _turned(width, height, taken)
    x, y = at or _middle(panel)
    return PanelSpot(x - wide / 2, y - high / 2, wide, high, taken, tuple(each for each in fitting if each != taken))


def _turned(width: float, height: float, turn: int) -> tuple[float, float]:
    return (height, width) if turn % 180 else (width, height)


def _bounds(points: Sequence[Point]) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _middle(panel: Sequence[Point]) -> Point:
    x0, y0, x1, y1 = _bounds(panel)
    return (x0 + x1) / 2, (y0 + y1) / 2


def _fits(
    wide: float,
    high: float,
    panel: Sequence[Point],
    obstacles: Sequence[tuple[Point, Point]],
    at: Point | None,
) -> bool:
    """Whether the rectangle lies in the panel and no edge or obstacle comes nearer than CLEAR_MM."""
    x, y = at or _middle(panel)
    box = (x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
    if not _inside((x, y), panel):
        return False
    edges = list(zip(panel, [*panel[1:], panel[0]], strict=True))
    return all(_distance(box, edge) >= CLEAR_MM - 1e-6 for edge in (*edges, *obstacles))


def _inside(point: Point, polygon: Sequence[Point]) -> bool:
    x, y = point
    odd = False
    for (x0, y0), (x1, y1) in zip(polygon, [*polygon[1:], polygon[0]], strict=True):
        if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
            odd = not odd
    return odd


def _distance(box: tuple[float, float, float, float], stretch: tuple[Point, Point]) -> float:
    """From a rectangle to a stretch; 0 where they meet."""
    x0, y0, x1, y1 = box
    if _crosses(box, stretch):
        return 0.0
    corners = ((x0, y0), (x1, y0), (x1, y1), (x0, y1))
    near = [_to_stretch(corner, stretch) for corner in corners]
    near += [(max(x0 - x, 0.0, x - x1) ** 2 + max(y0 - y, 0.0, y - y1) ** 2) ** 0.5 for x, y in stretch]
    return min(near)


def _to_stretch(point: Point, stretch: tuple[Point, Point]) -> float:
    (ax, ay), (bx, by) = stretch
    length = (bx - ax) ** 2 + (by - ay) ** 2
    share = 0.0 if length == 0 else ((point[0] - ax) * (bx - ax) + (point[1] - ay) * (by - ay)) / length
    share = min(1.0, max(0.0, share))
    return float(((point[0] - ax - share * (bx - ax)) ** 2 + (point[1] - ay - share * (by - ay)) ** 2) ** 0.5)


def _crosses(box: tuple[float, float, float, float], stretch: tuple[Point, Point]) -> bool:
    """Whether any of the stretch lies in the rectangle (Liang and Barsky)."""
    (ax, ay), (bx, by) = stretch
    first, last = 0.0, 1.0
    for step, low, high, start in ((bx - ax, box[0], box[2], ax), (by - ay, box[1], box[3], ay)):
        if step == 0:
            if not low <= start <= high:
                return False
            continue
        enters, leaves = sorted(((low - start) / step, (high - start) / step))
        first, last = max(first, enters), min(last, leaves)
    return first <= last
