import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binakriya.foundation.rules.money import LARGEST, NBSP, NotMoney, parse_rupiah, rupiah


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Rp 1.250.000,-", 1_250_000),
        ("Rp1.250.000", 1_250_000),
        ("1,250,000", 1_250_000),
        ("1250000", 1_250_000),
        ("1.250.000,50", 1_250_001),
        ("1,5 jt", 1_500_000),
        ("1.5 juta", 1_500_000),
        ("750 ribu", 750_000),
        ("750rb", 750_000),
        ("2,5 miliar rupiah", 2_500_000_000),
        ("IDR 4900", 4900),
        ("-5.000", -5000),
        ("0", 0),
    ],
)
def test_amounts_as_people_write_them(text: str, amount: int) -> None:
    assert parse_rupiah(text) == amount


@pytest.mark.parametrize("text", ["", "Rp", "banyak", "1.25.000.0", "12 ekor", "1,2,3", "9" * 17, "1" + "0" * 28])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(NotMoney):
        parse_rupiah(text)


@given(st.integers(min_value=-LARGEST, max_value=LARGEST))
def test_what_is_written_is_read_back(amount: int) -> None:
    written = rupiah(amount)
    assert NBSP in written
    assert parse_rupiah(written.replace(NBSP, " ").replace("\u2212", "-")) == amount


@given(st.text(max_size=30))
def test_reading_fails_only_with_its_own_error(text: str) -> None:
    with contextlib.suppress(NotMoney):
        parse_rupiah(text)
