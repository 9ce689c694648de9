"""Polygons, motions and plates against what can be said of them without the code."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from binakriya.engines.geometry import (
    IDENTITY,
    BadLength,
    Cuboid,
    Motion,
    arc,
    axes,
    beyond,
    block,
    circle,
    convex_pieces,
    length,
    on_grid,
    plate,
    plates_depth,
    polygon,
    rectangle,
    ring,
    translation,
    turn,
)
from binakriya.engines.geometry.tolerances import FLAT_CURVE, GRID, LONGEST_LENGTH, SHORTEST_LENGTH

number = st.floats(-500, 500)
vector = st.tuples(number, number, number)
motion = st.builds(
    lambda through, along, degrees, shift: translation(*shift) @ turn(through, along, degrees),
    vector,
    vector.filter(lambda v: math.hypot(*v) > 1),
    st.floats(-360, 360),
    vector,
)


@given(motion, vector, vector)
def test_motions_keep_distances(moved: Motion, a: tuple, b: tuple) -> None:
    assert math.dist(moved.point(a), moved.point(b)) == pytest.approx(math.dist(a, b), abs=1e-6)


@given(motion, motion, vector)
def test_motions_compose_and_undo(one: Motion, two: Motion, point: tuple) -> None:
    assert (one @ two).point(point) == pytest.approx(one.point(two.point(point)), abs=1e-6)
    assert one.inverse().point(one.point(point)) == pytest.approx(point, abs=1e-6)
    assert one.points(np.array([point]))[0] == pytest.approx(one.point(point), abs=1e-6)


def test_a_quarter_turn_is_exact() -> None:
    assert turn((0, 0, 0), (0, 0, 1), 90).point((1.0, 0.0, 5.0)) == (0.0, 1.0, 5.0)
    assert turn((10, 0, 0), (0, 1, 0), 180).point((0.0, 3.0, 0.0)) == (20.0, 3.0, 0.0)


def test_axes_must_be_right_handed() -> None:
    assert axes((0, 1, 0), (0, 0, 1), (1, 0, 0)).point((1, 2, 3)) == (3, 1, 2)
    with pytest.raises(ValueError, match="right-handed"):
        axes((1, 0, 0), (0, 0, 1), (0, 1, 0))
    with pytest.raises(ValueError, match="no direction"):
        turn((0, 0, 0), (0, 0, 0), 10)


def test_css_is_column_by_column() -> None:
    assert translation(1, 2, 3).css() == "matrix3d(1,0,0,0,0,1,0,0,0,0,1,0,1,2,3,1)"


@pytest.mark.parametrize(
    "value, reason",
    [("20 cm", "number"), (None, "number"), (True, "number"), (math.nan, "finite"), (math.inf, "finite"),
     (0, "positive"), (-1, "positive"), (SHORTEST_LENGTH / 2, "short"), (LONGEST_LENGTH * 2, "long")],
)  # fmt: skip
def test_bad_lengths(value: object, reason: str) -> None:
    with pytest.raises(BadLength) as caught:
        length(value, "length")
    assert (caught.value.field, caught.value.reason) == ("length", reason)


def test_good_lengths() -> None:
    assert length(200, "length") == 200.0


def test_rings_are_on_the_grid_and_turn_left() -> None:
    made = ring([(0, 0), (0, 10.00049), (10, 10), (10, 10), (10, 0), (0, 0)])
    assert made == ((10, 0), (10, 10), (0, 10), (0, 0))
    assert polygon(made, [rectangle(2, 2, 4, 5)]).area == 94
    with pytest.raises(ValueError, match="three points"):
        ring([(0, 0), (1, 1)])


@pytest.mark.parametrize("outer", [[(0, 0), (10, 10), (10, 0), (0, 10)], [(0, 0), (10, 0), (20, 0)]])
def test_crossing_and_empty_rings_are_refused(outer: list) -> None:
    with pytest.raises(ValueError, match="not a simple polygon"):
        polygon(outer)


def test_arcs_stay_close_to_the_circle() -> None:
    for radius in (1, 10, 200):
        points = arc((5, 5), radius, 30, 200)
        assert all(math.isclose(math.dist(p, (5, 5)), radius) for p in points)
        for a, b in itertools.pairwise(points):
            middle = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
            assert radius - math.dist(middle, (5, 5)) <= FLAT_CURVE + GRID
    assert len(circle((0, 0), 10)) == len(set(circle((0, 0), 10)))


@given(st.integers(3, 40), st.integers(0, 10_000))
def test_convex_pieces_cover_without_overlap(corners: int, seed: int) -> None:
    """A star-shaped polygon with a hole in the middle."""
    rng = np.random.default_rng(seed)
    radii = rng.uniform(20, 60, corners)
    outer = [
        (r * math.cos(a), r * math.sin(a))
        for a, r in zip(np.linspace(0, 2 * np.pi, corners, False), radii, strict=True)
    ]
    shape = shapely.Polygon(outer, [circle((0, 0), 5)[::-1]]) if corners > 6 else shapely.Polygon(outer)
    pieces = convex_pieces(shape)
    assert sum(shapely.Polygon(piece).area for piece in pieces) == pytest.approx(shape.area)
    assert shapely.union_all([shapely.Polygon(piece) for piece in pieces]).area == pytest.approx(shape.area)
    for piece in pieces:
        made = shapely.Polygon(piece)
        assert made.convex_hull.area == pytest.approx(made.area, rel=1e-3)


def test_beyond_cuts_off_a_half_plane() -> None:
    square = rectangle(0, 0, 10, 10)
    assert shapely.Polygon(beyond(square, (0, 0), (0, 1), 4)).area == pytest.approx(60)
    assert beyond(square, (0, 0), (0, 1), 11) == []


def test_cuboids() -> None:
    room = Cuboid((0, 0, 0), (10, 20, 30))
    assert (room.size, room.volume, len(set(room.corners))) == ((10, 20, 30), 6000, 8)
    assert room.holds(Cuboid((-1, 0, 0), (10, 20, 31)), 1)
    assert not room.holds(Cuboid((-1.1, 0, 0), (10, 20, 30)), 1)


SHEET = polygon(rectangle(0, 0, 100, 50))


@pytest.mark.parametrize(
    "where, depth",
    [
        (translation(0, 0, 3.0), 0.0),
        (translation(0, 0, 2.0), 1.0),
        (translation(99, 0, 0), 1.0),
        (translation(101, 0, 0), 0.0),
        (turn((0, 25, 0), (1, 0, 0), 90), 26.5),
        (translation(0, 0, 1.5) @ turn((0, 0, 0), (1, 0, 0), 90), 0.0),
        (translation(0, 1.5, -1.5) @ turn((0, 0, 0), (1, 0, 0), 90), 3.0),
    ],
)
def test_depth_of_plates_by_hand(where: Motion, depth: float) -> None:
    """Two plates of 100 × 50 × 3 mm: stacked, side by side, crossing, standing on each other."""
    first, second = plate(SHEET, 3.0, IDENTITY), plate(SHEET, 3.0, where)
    assert plates_depth(first, second) == pytest.approx(depth)


@given(motion, motion)
def test_depth_does_not_depend_on_who_is_first_or_where(one: Motion, two: Motion) -> None:
    first, second = plate(SHEET, 3.0, one), plate(SHEET, 3.0, two)
    depth = plates_depth(first, second)
    assert plates_depth(second, first) == pytest.approx(depth, abs=1e-6)
    together = translation(7, -3, 2) @ turn((1, 2, 3), (1, 1, 0), 33)
    moved = plates_depth(plate(SHEET, 3.0, together @ one), plate(SHEET, 3.0, together @ two))
    assert moved == pytest.approx(depth, abs=1e-6)


@given(st.floats(0, 90), st.floats(-80, 80), st.floats(-80, 80), st.floats(-80, 80))
def test_shifting_by_the_depth_is_needed(angle: float, x: float, y: float, z: float) -> None:
    """Two blocks that overlap by `depth` can be parted by a shift of that length, and by none of the axes by less."""
    first = block(Cuboid((0, 0, 0), (60, 40, 30)))
    second = block(Cuboid((x, y, z), (x + 50, y + 50, z + 20)))
    depth = plates_depth([first], [second])
    overlap = [min(high, other + size) - max(0, other) for high, other, size in ((60, x, 50), (40, y, 50), (30, z, 20))]
    # a block inside another leaves by the nearer side, which may be further than the overlap
    assert (depth > 0) == all(value > 1e-9 for value in overlap)
    if depth > 0:
        assert depth >= min(overlap) - 1e-9


def test_a_hole_is_free() -> None:
    framed = polygon(rectangle(0, 0, 100, 100), [rectangle(30, 30, 70, 70)])
    post = plate(polygon(rectangle(40, 40, 60, 60)), 30.0, IDENTITY)
    assert plates_depth(plate(framed, 3.0, IDENTITY), post) == 0.0
    assert plates_depth(plate(polygon(rectangle(0, 0, 100, 100)), 3.0, IDENTITY), post) > 3


@given(st.integers(-100_000, 100_000), st.sampled_from([0.0, 1e-12, -1e-12, 3e-11, -3e-11]))
def test_sums_that_differ_in_their_last_bits_come_to_the_same_grid_point(steps: int, noise: float) -> None:
    """Also half-way between two grid lines."""
    half = (steps + 0.5) * GRID
    assert on_grid((half, half + noise)) == on_grid((half + noise, half))
