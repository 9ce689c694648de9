"""Writes src/binakriya/packaging/rules/recommend/estimates.py: what a box of each style about measures.

    .venv/bin/python scripts/make_pack_estimates.py

Area and outside of boxes that the box engine makes at random sizes, fitted by least squares. Only the choosing uses it,
to put hundreds of packs in order before a few are made; a test holds how far an estimate may be off.
"""

import random
from pathlib import Path

import numpy as np

from binakriya.engines.boxes import BoxError, Style, board, build, measures, styles
from binakriya.packaging.rules.recommend.made import ROUGH_AREA, ROUGH_OUTSIDE, area_terms, outside_terms

PAGE = Path(__file__).parents[1] / "src/binakriya/packaging/rules/recommend/estimates.py"
SIZES = 150
LARGEST_MM = 900.0
BOARDS = ("card-350", "card-500", "F", "E", "B", "C", "BC")


def samples(style: Style) -> list[tuple[tuple[float, float, float, float], float, tuple[float, float, float]]]:
    """(L, B, H, d), area in mm², outside in mm of random boxes."""
    choice = random.Random(f"estimate {style.code}")
    boards = [
        b for b in map(board, BOARDS) if b.kind in style.kinds and style.caliper[0] <= b.caliper_mm <= style.caliper[1]
    ]
    found = []
    for _ in range(SIZES * 20):
        if len(found) == SIZES:
            break
        sides = [
            choice.uniform(low, min(high, LARGEST_MM)) for low, high in zip(style.smallest, style.largest, strict=True)
        ]
        length, breadth = max(sides[:2]), min(sides[:2])
        used = choice.choice(boards)
        try:
            made = measures(build(style.code, (length, breadth, sides[2]), used))
        except BoxError:
            continue
        found.append(((length, breadth, sides[2], used.caliper_mm), made.area, made.outside))
    return found


def fitted(style: Style) -> tuple[list[float], list[list[float]]] | None:
    """Coefficients of the area, and of what each side of the outside adds; the share of error counts."""
    found = samples(style)
    if len(found) < 2 * ROUGH_AREA:
        return None
    rows = np.array([area_terms(*given) for given, _, _ in found])
    area = np.array([a for _, a, _ in found])
    coefficients = np.linalg.lstsq(rows / area[:, None], np.ones(len(found)), rcond=None)[0]
    sides = np.array([outside_terms(*given) for given, _, _ in found])
    adds = np.array([[o - i for o, i in zip(outside, given[:3], strict=True)] for given, _, outside in found])
    outside = [np.linalg.lstsq(sides, adds[:, axis], rcond=None)[0] for axis in range(3)]
    return [_short(c) for c in coefficients], [[_short(c) for c in axis] for axis in outside]


def _short(value: float) -> float:
    return float(f"{value:.5g}") if abs(value) > 1e-6 else 0.0


def page() -> str:
    lines = [
        '"""What a box of each style about measures. Made by scripts/make_pack_estimates.py, not written by hand.',
        "",
        f"AREA: {ROUGH_AREA} coefficients of `area_terms`, mm²; OUTSIDE: what each side adds, {ROUGH_OUTSIDE} of",
        '`outside_terms`, mm."""',
        "",
        "AREA: dict[str, tuple[float, ...]] = {",
    ]
    outside = ["", "OUTSIDE: dict[str, tuple[tuple[float, ...], ...]] = {"]
    for style in styles():
        if style.family == "fitment" or style.open_faces:
            continue
        found = fitted(style)
        if found is None:
            continue
        lines.append(f'    "{style.code}": (')
        lines += [f"        {c!r}," for c in found[0]]
        lines.append("    ),")
        outside.append(f'    "{style.code}": (')
        outside += [f"        ({', '.join(repr(c) for c in axis)})," for axis in found[1]]
        outside.append("    ),")
    return "\n".join([*lines, "}", *outside, "}", ""])


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
