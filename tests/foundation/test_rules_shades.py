"""Shades of a map rise with the values."""

from hypothesis import given
from hypothesis import strategies as st

from binakriya.foundation.rules.shades import bounds, shade


@given(st.lists(st.integers(0, 1000), max_size=60))
def test_shades_rise_with_values(values: list[int]) -> None:
    cuts = bounds(values)
    assert cuts == sorted(set(cuts))
    assert len(cuts) <= 5
    for small, large in zip(sorted(values), sorted(values)[1:], strict=False):
        assert shade(small, cuts) <= shade(large, cuts)
    for value in values:
        assert (shade(value, cuts) == 0) == (value == 0)
        assert 0 <= shade(value, cuts) <= 5
