"""A label on a panel: within it, 5 mm clear of creases and cuts, turned where that helps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binakriya.engines.labels.drawing import LabelError, place_on_panel
from binakriya.engines.labels.drawing.placing import CLEAR_MM

PANEL = ((0.0, 0.0), (200.0, 0.0), (200.0, 100.0), (0.0, 100.0))


def test_it_stands_in_the_middle_upright() -> None:
    spot = place_on_panel(100, 70, PANEL)
    assert (spot.x, spot.y, spot.width, spot.height, spot.turn) == (50, 15, 100, 70, 0)
    assert spot.others == (90, 180, 270) or spot.others == (180,)


def test_it_is_turned_where_it_does_not_fit_upright() -> None:
    spot = place_on_panel(60, 150, PANEL)
    assert spot.turn == 90 and (spot.width, spot.height) == (150, 60) and spot.others == (270,)


@pytest.mark.parametrize(("size", "fits"), [((190, 90), True), ((190.1, 90), False), ((190, 90.1), False)])
def test_five_mm_stay_clear(size: tuple[float, float], fits: bool) -> None:
    if fits:
        assert place_on_panel(*size, PANEL, turn=0).x == pytest.approx(CLEAR_MM)
    else:
        with pytest.raises(LabelError, match="190 × 90 mm are left"):
            place_on_panel(*size, PANEL, turn=0)


def test_a_crease_across_the_panel_is_kept_clear() -> None:
    crease = ((120.0, 0.0), (120.0, 100.0))
    with pytest.raises(LabelError, match="leaves the panel"):
        place_on_panel(80, 50, PANEL, obstacles=(crease,))
    assert place_on_panel(80, 50, PANEL, obstacles=(crease,), at=(60, 50)).x == 20


def test_at_the_edge_it_is_refused() -> None:
    with pytest.raises(LabelError, match="nearer than 5 mm"):
        place_on_panel(80, 50, PANEL, at=(44, 50), turn=0)
    with pytest.raises(LabelError, match="leaves the panel"):
        place_on_panel(10, 10, PANEL, at=(-50, 50))


def test_a_slanted_panel_has_less_room_than_its_bounds() -> None:
    roof = ((0.0, 0.0), (200.0, 0.0), (100.0, 100.0))
    with pytest.raises(LabelError):
        place_on_panel(120, 60, roof)
    assert place_on_panel(60, 30, roof, at=(100, 25)).turn == 0


@given(
    st.floats(5, 260), st.floats(5, 260), st.floats(-20, 220), st.floats(-20, 120),
    st.tuples(st.floats(0, 200), st.floats(0, 100)), st.tuples(st.floats(0, 200), st.floats(0, 100)),
)  # fmt: skip
def test_what_is_placed_is_clear_of_everything(
    wide: float, high: float, x: float, y: float, one: tuple[float, float], two: tuple[float, float]
) -> None:
    """Checked by points along the obstacle, independently of how the engine measures."""
    try:
        spot = place_on_panel(wide, high, PANEL, obstacles=((one, two),), at=(x, y))
    except LabelError:
        return
    assert spot.x >= CLEAR_MM - 1e-6 and spot.y >= CLEAR_MM - 1e-6
    assert spot.x + spot.width <= 195 + 1e-6 and spot.y + spot.height <= 95 + 1e-6
    for k in range(101):
        px, py = (a + (b - a) * k / 100 for a, b in zip(one, two, strict=True))
        dx = max(spot.x - px, 0, px - spot.x - spot.width)
        dy = max(spot.y - py, 0, py - spot.y - spot.height)
        assert dx * dx + dy * dy >= (CLEAR_MM - 1e-3) ** 2
