"""SVG path data → commands with absolute coordinates. Arcs and quadratic curves become cubic ones."""

from __future__ import annotations

import math
import re
from typing import Final

from binakriya.engines.labels.drawing.shapes import Command, Path

COUNTS: Final = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
NUMBER: Final = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
BETWEEN: Final = re.compile(r"[\s,]*")
LARGEST: Final = 1e7
Point = tuple[float, float]


def read_points(text: str) -> list[Point]:
    """Pairs of numbers. Raises ValueError for an odd count or anything else."""
    if re.sub(r"[\s,]", "", NUMBER.sub("", text)):
        raise ValueError("not numbers")
    numbers = [_within(float(found)) for found in NUMBER.findall(text)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def read_path(data: str) -> Path:
    """Raises ValueError for what is no path data."""
    return _Reader(data).read()


def _within(value: float) -> float:
    if not math.isfinite(value) or abs(value) > LARGEST:
        raise ValueError("too large a number")
    return value


class _Reader:
    def __init__(self, data: str) -> None:
        self.data, self.at = data, 0
        self.here: Point = (0.0, 0.0)
        self.begun: Point = (0.0, 0.0)
        self.control: Point | None = None  # the last control point of a curve, for S and T
        self.control_of = ""
        self.out: list[Command] = []

    def read(self) -> Path:
        letter = ""
        self.skip()
        while self.at < len(self.data):
            sign = self.data[self.at]
            if sign.upper() in COUNTS:
                letter = sign
                self.at += 1
            elif not letter or letter in "Zz":
                raise ValueError("not path data")
            if not self.out and letter not in "Mm":
                raise ValueError("a path begins with M")
            self.step(letter)
            if letter in "Mm":
                letter = "l" if letter == "m" else "L"
            self.skip()
        return tuple(self.out)

    def skip(self) -> None:
        found = BETWEEN.match(self.data, self.at)
        self.at = found.end() if found else self.at

    def numbers(self, letter: str) -> list[float]:
        found: list[float] = []
        for k in range(COUNTS[letter.upper()]):
            self.skip()
            if letter in "Aa" and k in (3, 4):  # flags may stand without anything between
                if self.data[self.at : self.at + 1] not in ("0", "1"):
                    raise ValueError("not a flag")
                found.append(float(self.data[self.at]))
                self.at += 1
                continue
            number = NUMBER.match(self.data, self.at)
            if not number:
                raise ValueError("a number is missing")
            found.append(_within(float(number.group())))
            self.at = number.end()
        return found

    def step(self, letter: str) -> None:
        kind, numbers = letter.upper(), self.numbers(letter)
        x, y = self.here
        if letter.islower() and kind != "Z":
            shift = {"H": [x], "V": [y], "A": [0, 0, 0, 0, 0, x, y]}.get(kind, [x, y] * 3)
            numbers = [value + more for value, more in zip(numbers, shift, strict=False)]
        n = numbers
        control: Point | None = None
        if kind == "Z":
            self.out.append(("Z",))
            self.here = self.begun
        elif kind == "M":
            self.here = self.begun = (n[0], n[1])
            self.out.append(("M", n[0], n[1]))
        elif kind in "LHV":
            to = {"L": (n[0], n[-1]), "H": (n[0], y), "V": (x, n[0])}[kind]
            self.line(to)
        elif kind in "CS":
            if kind == "S":
                mirrored = self.mirrored("CS")
                n = [*mirrored, *n]
            self.curve((n[0], n[1]), (n[2], n[3]), (n[4], n[5]))
            control = (n[2], n[3])
        elif kind in "QT":
            middle = self.mirrored("QT") if kind == "T" else (n[0], n[1])
            to = (n[-2], n[-1])
            self.curve(
                (x + 2 / 3 * (middle[0] - x), y + 2 / 3 * (middle[1] - y)),
                (to[0] + 2 / 3 * (middle[0] - to[0]), to[1] + 2 / 3 * (middle[1] - to[1])),
                to,
            )
            control = middle
        else:
            self.arc(n)
        self.control, self.control_of = control, kind

    def mirrored(self, kinds: str) -> Point:
        if self.control is None or self.control_of not in kinds:
            return self.here
        return 2 * self.here[0] - self.control[0], 2 * self.here[1] - self.control[1]

    def line(self, to: Point) -> None:
        self.here = to
        self.out.append(("L", *to))

    def curve(self, first: Point, second: Point, to: Point) -> None:
        self.here = to
        self.out.append(("C", *first, *second, *to))

    def arc(self, n: list[float]) -> None:
        """An elliptical arc from where the pen is (SVG 1.1, appendix F.6)."""
        rx, ry, turn, large, sweep, x2, y2 = n
        x1, y1 = self.here
        rx, ry = abs(rx), abs(ry)
        if (x1, y1) == (x2, y2):
            return
        if rx == 0 or ry == 0:
            self.line((x2, y2))
            return
        cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        dx, dy = (x1 - x2) / 2, (y1 - y2) / 2
        u, v = cos * dx + sin * dy, -sin * dx + cos * dy
        grow = math.sqrt((u / rx) ** 2 + (v / ry) ** 2)
        if grow > 1:
            rx, ry = rx * grow, ry * grow
        under = (rx * v) ** 2 + (ry * u) ** 2
        root = math.sqrt(max(0.0, ((rx * ry) ** 2 - under) / under)) * (-1 if large == sweep else 1)
        cu, cv = root * rx * v / ry, -root * ry * u / rx
        cx, cy = cos * cu - sin * cv + (x1 + x2) / 2, sin * cu + cos * cv + (y1 + y2) / 2
        start = math.atan2((v - cv) / ry, (u - cu) / rx)
        span = math.atan2((-v - cv) / ry, (-u - cu) / rx) - start
        if sweep and span < 0:
            span += 2 * math.pi
        elif not sweep and span > 0:
            span -= 2 * math.pi
        pieces = max(1, math.ceil(abs(span) / (math.pi / 2) - 1e-9))
        step = span / pieces
        reach = 4 / 3 * math.tan(step / 4)

        def on(p: float, q: float) -> Point:
            return cx + cos * rx * p - sin * ry * q, cy + sin * rx * p + cos * ry * q

        for k in range(pieces):
            a, b = start + k * step, start + (k + 1) * step
            self.curve(
                on(math.cos(a) - reach * math.sin(a), math.sin(a) + reach * math.cos(a)),
                on(math.cos(b) + reach * math.sin(b), math.sin(b) - reach * math.cos(b)),
                (x2, y2) if k == pieces - 1 else on(math.cos(b), math.sin(b)),
            )
