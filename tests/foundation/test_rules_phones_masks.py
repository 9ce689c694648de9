import pytest
from hypothesis import given
from hypothesis import strategies as st

from binakriya.foundation.rules.masks import DOT, mask_address, mask_email, mask_nik, mask_phone, mask_text
from binakriya.foundation.rules.phones import e164, national


@pytest.mark.parametrize(
    "written",
    ["081234567890", "0812-3456-7890", "6281234567890", "+62 812 3456 7890", "(0812) 3456 7890", "81234567890"],
)
def test_indonesian_ways_of_writing_a_number_are_one(written: str) -> None:
    assert e164(written) == "+6281234567890"


@pytest.mark.parametrize("written", ["", "abc", "12", "0812", "++62812345678", "62+81234567890", "0" * 40])
def test_what_is_no_number_is_none(written: str) -> None:
    assert e164(written) is None


def test_other_countries_keep_their_code() -> None:
    assert e164("+65 6123 4567") == "+6561234567"
    assert national("+6561234567") == "+65 6123 4567"


@given(st.text(max_size=60))
def test_reading_a_number_never_fails_and_is_stable(text: str) -> None:
    number = e164(text)
    if number is not None:
        assert e164(number) == number
        assert 8 <= len(number) <= 16


def test_masks_as_the_look_wants_them() -> None:
    assert mask_nik("3674015203780012") == "3674 •••• •••• 0012"
    assert mask_phone("+6281298764471") == "0812 •••• 4471"
    assert mask_email("ratna.dewi@contoh.id") == "r•••@contoh.id"
    assert mask_address("Jl. Buaran No. 12 RT 03/04") == "Jl. Buaran •••"
    assert mask_text("rahasia") == "••••"
    assert mask_nik("") == mask_phone("") == mask_email("") == mask_address("") == mask_text("") == ""


@given(st.text(alphabet="0123456789", min_size=16, max_size=16))
def test_a_masked_nik_hides_the_birth_date(nik: str) -> None:
    assert sum(c.isdigit() for c in mask_nik(nik)) == 8


@given(st.text(alphabet="0123456789", max_size=30))
def test_masks_never_show_more_than_eight_digits(digits: str) -> None:
    for mask in (mask_nik, mask_phone):
        shown = mask(digits)
        assert sum(c.isdigit() for c in shown) <= 8
        assert not digits or DOT in shown
