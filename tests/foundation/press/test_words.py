import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binakriya.foundation.press import words

DAY = dt.date(2018, 11, 16)


def test_dates():
    assert words.day_and_date(DAY) == "Jumat, 16 November 2018"
    assert words.day_and_date(DAY, "en") == "Friday, 16 November 2018"
    assert words.date_words(dt.date(2026, 8, 7)) == "7 Agustus 2026"


def test_hours():
    nine, noon = dt.time(9, 5), dt.time(12)
    assert words.hours_between(nine, noon, zone="WIB") == "09.05–12.00 WIB"
    assert words.hours_between(nine, noon, "en", "WIB") == "09:05–12:00 WIB"
    assert words.hours_between(nine, None, zone="WIB") == "09.05 WIB–selesai"
    assert words.hours_between(None, noon) == ""


@pytest.mark.parametrize(
    ("value", "decimals", "indonesian", "english"),
    [
        (1000, None, "1.000", "1,000"),
        (4.3, None, "4,3", "4.3"),
        (1234567.891, 2, "1.234.567,89", "1,234,567.89"),
        (Decimal("55.25"), 1, "55,3", "55.3"),
        (-4.5, 0, "−5", "−5"),
        (100, None, "100", "100"),
        (Decimal("6.50"), None, "6,5", "6.5"),
    ],
)
def test_numbers(value, decimals, indonesian, english):
    assert words.number(value, "id", decimals) == indonesian
    assert words.number(value, "en", decimals) == english


def test_large_numbers_as_they_are_said():
    assert words.scaled(696_000) == "696 ribu"
    assert words.scaled(1_320_000) == "1,32 juta"
    assert words.scaled(1_320_000, "en") == "1.32 million"
    assert words.scaled(950) == "950"
    assert words.usd_millions(747) == "747 juta dolar AS"
    assert words.usd_millions(747, "en") == "USD 747 million"
    assert words.rupiah(4900) == "Rp 4.900"
    assert words.percent(Decimal("3.88")) == "3,88 persen"


def test_lists_in_words():
    assert words.joined(["A", "B", "C"]) == "A, B, dan C"
    assert words.joined(["A", "B"]) == "A dan B"
    assert words.joined(["A", "B", "C"], "en") == "A, B and C"
    assert words.joined(["A"]) == "A"
    assert words.joined([]) == ""
    assert words.joined(["a b", "c", "d"], "id", "; ") == "a b; c; dan d"
    assert words.joined(["a b", "c", "d"], "en", "; ") == "a b; c; and d"


def test_counting_of_chapters():
    assert [words.roman(n) for n in (1, 2, 3, 4, 9, 14)] == ["I", "II", "III", "IV", "IX", "XIV"]
    assert [words.letter(n) for n in (0, 25, 26)] == ["A", "Z", "AA"]


def test_phrases_fall_back_to_indonesian():
    assert words.say(words.Phrase("kepala", "head"), "en") == "head"
    assert words.say(words.Phrase("kepala"), "en") == "kepala"
    assert words.say("Serpong", "en") == "Serpong"


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=3, allow_nan=False, allow_infinity=False))
def test_a_number_can_be_read_back(value):
    written = words.number(value)
    assert Decimal(written.replace(".", "").replace(",", ".").replace("−", "-")) == value


@given(st.text())
def test_a_sentence_ends_once(text):
    made = words.sentence(text)
    assert made == "" or made[-1] in ".!?…”\"')"
    assert words.sentence(made) == made
