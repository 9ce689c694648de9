"""Classes of a map: five shades of one colour, from the figures themselves."""

from collections.abc import Sequence
from itertools import pairwise


def bounds(values: Sequence[int], classes: int = 5) -> list[int]:
    """Upper bounds (inclusive), rising, at most `classes` of them: each class holds about as many regions as the
    others. Only values above zero count."""
    ordered = sorted(v for v in values if v > 0)
    if not ordered:
        return []
    cuts = [ordered[min(len(ordered) - 1, -(-len(ordered) * k // classes) - 1)] for k in range(1, classes + 1)]
    return [cuts[0], *(b for a, b in pairwise(cuts) if b > a)]


def shade(value: int | None, cuts: Sequence[int], classes: int = 5) -> int:
    """1 (lightest) to `classes`; 0 for nothing. Few classes take the darker shades apart evenly."""
    if not value or not cuts:
        return 0
    position = next((n for n, cut in enumerate(cuts) if value <= cut), len(cuts) - 1)
    if len(cuts) == 1:
        return classes // 2 + 1
    return 1 + round(position * (classes - 1) / (len(cuts) - 1))
