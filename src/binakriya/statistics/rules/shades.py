"""Classes of a map: five shades of one colour, from the figures themselves."""

from collections.abc import Sequence


def breaks(values: Sequence[int], classes: int = 5) -> list[int]:
    """Upper bounds (inclusive) of at most `classes` classes of about equal count; each bound is a value that occurs.

    Equal counts show differences in skewed figures better than equal widths; equal values never fall into two classes.
    """
    ordered = sorted(v for v in values if v > 0)
    if not ordered:
        return []
    bounds: list[int] = []
    for k in range(1, classes + 1):
        bound = ordered[max(0, round(k * len(ordered) / classes) - 1)]
        if not bounds or bound > bounds[-1]:
            bounds.append(bound)
    bounds[-1] = ordered[-1]
    return bounds


def shade(value: int | None, bounds: Sequence[int]) -> int:
    """1 … len(bounds); 0 for none, zero or suppressed."""
    if not value:
        return 0
    return next((k for k, bound in enumerate(bounds, 1) if value <= bound), len(bounds))
