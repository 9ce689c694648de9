"""The small chart of a cushion curve: points and the fitted line, as numbers that a template draws."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from binakriya.engines.protection import number
from binakriya.engines.protection.wording import Language

WIDTH, HEIGHT = 360, 220
_LEFT, _RIGHT, _TOP, _BOTTOM = 46, 12, 10, 34
_TICKS = 4
Pair = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Tick:
    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """In units of the picture, WIDTH × HEIGHT; `line` is the attribute of a polyline. The upward axis is logarithmic:
    there the fitted curve is straight."""

    dots: tuple[Pair, ...]
    line: str
    across: tuple[Tick, ...]
    upward: tuple[Tick, ...]
    left: int = _LEFT
    right: int = WIDTH - _RIGHT
    top: int = _TOP
    bottom: int = HEIGHT - _BOTTOM


def chart(dots: Sequence[Pair], line: Sequence[Pair], language: Language) -> Chart:
    """`dots` and `line`: (energy, stress) in kPa, all positive."""
    every = [*dots, *line]
    most = max(x for x, _ in every) * 1.05
    low, high = (math.log(edge) for edge in (min(y for _, y in every) / 1.15, max(y for _, y in every) * 1.15))

    def put(x: float, y: float) -> Pair:
        across = _LEFT + x / most * (WIDTH - _LEFT - _RIGHT)
        upward = HEIGHT - _BOTTOM - (math.log(y) - low) / (high - low) * (HEIGHT - _TOP - _BOTTOM)
        return round(across, 1), round(upward, 1)

    step = _round(most / _TICKS)
    across = [
        Tick(put(step * n, math.exp(low))[0], number(step * n, "", language)) for n in range(int(most / step) + 1)
    ]
    heights = [math.exp(low + (high - low) * n / (_TICKS - 1)) for n in range(_TICKS)]
    upward = [Tick(put(0, y)[1], number(y, ",.0f" if y >= 10 else ",.2g", language)) for y in heights]
    drawn = " ".join(f"{x},{y}" for x, y in (put(*one) for one in line))
    return Chart(tuple(put(*one) for one in dots), drawn, tuple(across), tuple(upward))


def _round(step: float) -> float:
    """1, 2 or 5 times a power of ten, the next one up."""
    ten: float = 10.0 ** math.floor(math.log10(step))
    return next(ten * n for n in (1, 2, 5, 10) if ten * n >= step * 0.999)
