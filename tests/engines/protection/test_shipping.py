"""Carriers' volumetric weight and rounding, and empty space as the EU counts it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binakriya.engines.protection import (
    CARRIERS,
    InputError,
    MissingValueError,
    Quantity,
    Working,
    carriers_named,
    empty_space,
    shipped_weight,
    text_of,
)
from binakriya.engines.protection.carriers import rounded
from binakriya.engines.protection.sources import cite

SIZE = (400.0, 300.0, 200.0)  # 24,000 cm³


def gross(kg: float) -> Quantity:
    return Quantity(kg, "kg", "mass.gross")


@pytest.mark.parametrize(
    ("kg", "rule", "charged"),
    [
        (1.30, "up_above_0.3", 1),
        (1.31, "up_above_0.3", 2),
        (1.30, "up_from_0.3", 2),
        (1.29, "up_from_0.3", 1),
        (1.01, "up_to_1", 2),
        (1.0, "up_to_1", 1),
        (1.2, "up_to_0.5", 1.5),
        (1.234, "unknown", 1.234),
    ],
)
def test_rounding_as_the_carriers_print_it(kg: float, rule: str, charged: float) -> None:
    assert rounded(kg, rule) == charged  # type: ignore[arg-type]


def test_conflicting_divisors_are_all_kept() -> None:
    jne = carriers_named("JNE")
    assert {c.divisor for c in jne} == {6000, 4000}
    assert {c.divisor for c in carriers_named("Indah")} == {6000, 5000}
    found = [shipped_weight(SIZE, gross(1), c, Working()).volumetric_kg for c in jne]
    assert sorted(found) == [4, 6]


def test_every_carrier_has_source_and_firmness() -> None:
    assert len(CARRIERS) == 20
    for carrier in CARRIERS:
        assert carrier.source
        assert carrier.firmness == ("C" if carrier.source == "memory" else "B")
    english = ("domestic", "international", "air", "land/sea", "aggregator", "cargo")
    for carrier in CARRIERS:
        if carrier.service in english:
            assert carrier.service not in text_of(carrier.label, "id").split(", ", 1)[1].split()
    assert cite("memory", "id") == "dari ingatan, sumbernya belum dibaca"


def test_the_heavier_counts() -> None:
    (jne, *_) = carriers_named("JNE")
    light = shipped_weight(SIZE, gross(1.2), jne, Working())
    heavy = shipped_weight(SIZE, gross(7.31), jne, Working())
    assert (light.chargeable_kg, heavy.chargeable_kg) == (4, 8)
    assert shipped_weight((100, 100, 50), gross(0.2), jne, Working()).chargeable_kg == 1  # least 1 kg


def test_unknown_rounding_is_said() -> None:
    working = Working()
    (carrier, *_) = carriers_named("AnterAja")
    assert shipped_weight(SIZE, gross(1.2), carrier, working).chargeable_kg == 4
    assert "carrier.rounding_unknown" in {f.message.code for f in working.sheet().findings}


def test_size_classes_are_a_missing_value() -> None:
    (paxel,) = carriers_named("Paxel")
    with pytest.raises(MissingValueError, match="by size class"):
        shipped_weight(SIZE, gross(1), paxel, Working())


def test_limits_of_a_carrier() -> None:
    (gosend,) = carriers_named("GoSend")
    assert shipped_weight((700, 500, 500), gross(20), gosend, Working()).fits
    assert shipped_weight((500, 700, 500), gross(20), gosend, Working()).fits
    assert not shipped_weight((710, 500, 500), gross(5), gosend, Working()).fits
    working = Working()
    assert not shipped_weight(SIZE, gross(21), gosend, working).fits
    assert "fails" in {f.gravity for f in working.sheet().findings}


@given(st.floats(0.05, 60), st.floats(0.05, 60), st.sampled_from([c for c in CARRIERS if c.divisor]))
def test_heavier_never_costs_less(one: float, two: float, carrier) -> None:  # type: ignore[no-untyped-def]
    light = shipped_weight(SIZE, gross(min(one, two)), carrier, Working())
    heavy = shipped_weight(SIZE, gross(max(one, two)), carrier, Working())
    assert light.chargeable_kg <= heavy.chargeable_kg


def test_empty_space_counts_padding_as_empty() -> None:
    """blog.papair.de's example: half a cubic metre of goods in a box of one cubic metre is just allowed."""
    found = empty_space((1000, 1000, 1000), (990, 990, 990), 500_000, Working())
    assert found.outside_share == pytest.approx(0.5) and found.within
    assert found.inside_share < found.outside_share
    assert not empty_space((1000, 1000, 1000), (990, 990, 990), 499_000, Working()).within


def test_the_conflict_of_40_and_50_percent_is_said() -> None:
    working = Working()
    empty_space((100, 100, 100), (98, 98, 98), 550, working)
    assert "empty.conflict" in {f.message.code for f in working.sheet().findings}
    assert working.sheet().steps[0].firmness == "B"


def test_a_product_that_does_not_fit() -> None:
    with pytest.raises(InputError) as caught:
        empty_space((100, 100, 100), (98, 98, 98), 2000, Working())
    assert caught.value.field == "product_volume"
