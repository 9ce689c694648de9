"""Drop heights by mass and standard: every boundary of the tables."""

import pytest

from binakriya.engines.protection import InputError, Quantity, Values, Working, drop_height
from binakriya.engines.protection.drops import class_3a, table_height

SIZE = (200.0, 150.0, 100.0)


@pytest.mark.parametrize(
    ("mass", "first", "second"),
    [
        (0.001, 760, 970),
        (9.999, 760, 970),
        (10, 610, 810),
        (18.999, 610, 810),
        (19, 460, 660),
        (27.999, 460, 660),
        (28, 310, 510),
        (44.999, 310, 510),
        (45, 200, 310),
        (68, 200, 310),
    ],
)
def test_ista_1a_and_2a(mass: float, first: int, second: int) -> None:
    assert table_height("ista_1a", mass) == first
    assert table_height("ista_2a", mass) == second


def test_too_heavy_for_the_standard() -> None:
    with pytest.raises(InputError, match=r"68\.1 kg is beyond ISTA 1A \(up to 68 kg\)") as caught:
        table_height("ista_1a", 68.1)
    assert caught.value.field == "mass"
    assert "Pakai standar" in caught.value.text("id")


@pytest.mark.parametrize(
    ("size", "mass", "expected"),
    [
        ((350, 190, 190), 4.5, "small"),
        ((351, 180, 180), 4.5, "standard"),
        ((350, 190, 190), 4.6, "standard"),
        ((350, 200, 186), 4.0, "standard"),  # 13,020 cm³
        ((600, 400, 100), 5.0, "flat"),
        ((600, 399, 100), 5.0, "standard"),
        ((900, 180, 180), 5.0, "elongated"),
        ((900, 181, 100), 5.0, "standard"),
    ],
)
def test_classes_of_ista_3a(size: tuple[float, float, float], mass: float, expected: str) -> None:
    assert class_3a(size, mass) == expected
    assert class_3a((size[2], size[0], size[1]), mass) == expected


@pytest.mark.parametrize(("mass", "once", "often"), [(1, 910, 460), (31.9, 910, 460), (32, 610, 300), (70, 610, 300)])
def test_ista_3a_heights_are_assumptions(mass: float, once: float, often: float) -> None:
    working = Working()
    line, drops = drop_height("ista_3a", Quantity(mass, "kg", "mass"), SIZE, Values(), working)
    assert (drops.design_mm, drops.repeated_mm) == (once, often)
    assert line.firmness == "C"
    assert {a.code.split("_")[0] for a in working.sheet().assumptions} == {"drop.3a"}


def test_ista_1a_is_firm() -> None:
    working = Working()
    line, _ = drop_height("ista_1a", Quantity(5, "kg", "mass"), SIZE, Values(), working)
    assert line.firmness == "A"
    assert working.sheet().assumptions == ()


def test_unknown_standard_lists_the_known_ones() -> None:
    with pytest.raises(InputError, match="ista_1a, ista_2a, ista_3a"):
        drop_height("ista_9", Quantity(5, "kg", "mass"), SIZE, Values(), Working())
