"""Simple bodies that stand for a product in a picture: what it is roughly like, at its true size."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from itertools import chain
from typing import Final, Literal

from binakriya.engines.geometry import Vector

Kind = Literal["box", "cylinder", "vase", "bowl", "plate", "cloth"]
Face3 = tuple[Vector, ...]

PROFILES: Final[dict[str, tuple[tuple[float, float], ...]]] = {
    "cylinder": ((1.0, 0.0), (1.0, 1.0)),
    "vase": ((0.55, 0.0), (0.85, 0.18), (1.0, 0.4), (0.9, 0.58), (0.55, 0.76), (0.42, 0.88), (0.56, 1.0)),
    "bowl": ((0.45, 0.0), (0.48, 0.1), (0.8, 0.5), (1.0, 1.0)),
    "plate": ((0.55, 0.0), (0.62, 0.3), (1.0, 1.0)),
}
"""Outlines of turned bodies from the foot up: share of the radius, share of the height."""

SIDES: Final = 24


@dataclass(frozen=True)
class Product:
    """A product of about this form: length, breadth and height in mm over all."""

    kind: Kind
    length: float
    breadth: float
    height: float


def faces(product: Product, middle: tuple[float, float], floor: float) -> list[Face3]:
    """Plane faces of the body standing at `middle` (x, y) on `floor`, in mm, each counter-clockwise seen from
    outside."""
    a, b, high = product.length / 2, product.breadth / 2, product.height
    x, y = middle
    profile = PROFILES.get(product.kind)
    if profile is None:
        # a cloth is a pile of folded layers, a box one block
        layers = 3 if product.kind == "cloth" else 1
        step = high / layers
        return list(
            chain.from_iterable(
                _block(x, y, a * (1 - 0.02 * k), b, floor + k * step, floor + (k + 1) * step) for k in range(layers)
            )
        )
    rings = [
        [
            (
                x + a * radius * math.cos(2 * math.pi * n / SIDES),
                y + b * radius * math.sin(2 * math.pi * n / SIDES),
                floor + share * high,
            )
            for n in range(SIDES)
        ]
        for radius, share in profile
    ]
    found: list[Face3] = [tuple(rings[-1]), tuple(reversed(rings[0]))]
    for low, up in itertools.pairwise(rings):
        for n in range(SIDES):
            m = (n + 1) % SIDES
            found.append((low[n], low[m], up[m], up[n]))
    return found


def _block(x: float, y: float, a: float, b: float, low: float, high: float) -> list[Face3]:
    p = [(x - a, y - b), (x + a, y - b), (x + a, y + b), (x - a, y + b)]
    bottom = [(u, v, low) for u, v in p]
    top = [(u, v, high) for u, v in p]
    sides = [(bottom[n], bottom[(n + 1) % 4], top[(n + 1) % 4], top[n]) for n in range(4)]
    return [tuple(top), tuple(reversed(bottom)), *sides]
