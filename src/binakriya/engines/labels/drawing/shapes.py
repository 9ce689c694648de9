"""What a label is painted with. Lengths in mm, y downwards from the upper left corner of the trimmed label.

*Command*: ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y) or ("Z",) · *shape*: commands, filled or stroked ·
*run*: a line of text in one face, which is painted as outlines · *picture*: a raster picture.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

Command = tuple[str | float, ...]
Path = tuple[Command, ...]
Matrix = tuple[float, float, float, float, float, float]
"""a, b, c, d, e, f: x' = ax + cy + e, y' = bx + dy + f."""

IDENTITY: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
CIRCLE: Final = 0.5522847498
"""Control points of a quarter circle lie so far along its tangents (largest error 0.03 % of the radius)."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Colours as "#rrggbb"; `width` of the stroke in mm."""

    path: Path
    fill: str | None = None
    stroke: str | None = None
    width: float = 0.0
    even_odd: bool = False
    round: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """A line of text from (x, baseline) rightwards; `size` of the font in mm; `face` is a key of the typefaces."""

    text: str
    x: float
    baseline: float
    size: float
    face: str
    colour: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A JPEG or PNG within the rectangle. `data` is never a file as it was sent."""

    data: bytes
    x: float
    y: float
    width: float
    height: float


Mark = Shape | Run | Picture


def product(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does `first` and then `then`."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def moved(path: Path, matrix: Matrix) -> Path:
    a, b, c, d, e, f = matrix
    out = []
    for command in path:
        numbers = [float(value) for value in command[1:]]
        points: list[str | float] = [command[0]]
        for x, y in zip(numbers[::2], numbers[1::2], strict=True):
            points += [a * x + c * y + e, b * x + d * y + f]
        out.append(tuple(points))
    return tuple(out)


def placed(shape: Shape, x: float, y: float, scale: float) -> Shape:
    """The shape scaled about its own origin and set at (x, y)."""
    matrix = (scale, 0.0, 0.0, scale, x, y)
    return Shape(moved(shape.path, matrix), shape.fill, shape.stroke, shape.width * scale, shape.even_odd, shape.round)


def bounds(path: Path) -> tuple[float, float, float, float]:
    """x0, y0, x1, y1 of the points and control points: never less than the path covers."""
    numbers = [float(value) for command in path for value in command[1:]]
    return min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2])


def line(*points: tuple[float, float], closed: bool = False) -> Path:
    commands: list[Command] = [("M" if k == 0 else "L", x, y) for k, (x, y) in enumerate(points)]
    return tuple([*commands, ("Z",)] if closed else commands)


def rectangle(x: float, y: float, wide: float, high: float) -> Path:
    return line((x, y), (x + wide, y), (x + wide, y + high), (x, y + high), closed=True)


def ellipse(x: float, y: float, rx: float, ry: float) -> Path:
    kx, ky = CIRCLE * rx, CIRCLE * ry
    return (
        ("M", x + rx, y),
        ("C", x + rx, y + ky, x + kx, y + ry, x, y + ry),
        ("C", x - kx, y + ry, x - rx, y + ky, x - rx, y),
        ("C", x - rx, y - ky, x - kx, y - ry, x, y - ry),
        ("C", x + kx, y - ry, x + rx, y - ky, x + rx, y),
        ("Z",),
    )


def circle(x: float, y: float, radius: float) -> Path:
    return ellipse(x, y, radius, radius)


def arc(x: float, y: float, radius: float, start: float, stop: float) -> Path:
    """An open arc from `start` to `stop` degrees (clockwise on the label, 0 to the right)."""
    pieces = max(1, math.ceil(abs(stop - start) / 90))
    step = math.radians((stop - start) / pieces)
    reach = 4 / 3 * math.tan(step / 4) * radius
    at = math.radians(start)
    out: list[Command] = [("M", x + radius * math.cos(at), y + radius * math.sin(at))]
    for _ in range(pieces):
        p, q = (math.cos(at), math.sin(at)), (math.cos(at + step), math.sin(at + step))
        out.append(
            (
                "C",
                x + radius * p[0] - reach * p[1],
                y + radius * p[1] + reach * p[0],
                x + radius * q[0] + reach * q[1],
                y + radius * q[1] - reach * q[0],
                x + radius * q[0],
                y + radius * q[1],
            )
        )
        at += step
    return tuple(out)


def joined(paths: Iterable[Sequence[Command]]) -> Path:
    return tuple(command for path in paths for command in path)
