"""Product numbers: a wrong digit is told, with the right one. Examples with known check digits are public ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binakriya.engines.labels.drawing import LabelError, WrongNumber, check_digit, digital_link, gtin
from binakriya.engines.labels.drawing.codes import QUIET, code_128, guards, qr, retail, runs

# EAN-13 and EAN-8 as they stand in textbooks and on books, UPC-A of the standard's example.
KNOWN = ("4006381333931", "9780201379624", "5901234123457", "96385074", "73513537", "036000291452", "012345678905")


@pytest.mark.parametrize("number", KNOWN)
def test_known_numbers_hold(number: str) -> None:
    assert gtin(number) == number
    assert check_digit(number[:-1]) == int(number[-1])


def test_spaces_and_hyphens_are_no_part_of_a_number() -> None:
    assert gtin(" 590-1234 123457 ") == "5901234123457"


@given(st.sampled_from(KNOWN), st.data())
def test_every_single_wrong_digit_is_noticed(number: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(number) - 1))
    other = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != number[place]]))
    with pytest.raises(WrongNumber) as told:
        gtin(number[:place] + other + number[place + 1 :])
    if place == len(number) - 1:
        assert told.value.right == number
        assert number in told.value.text.id and number in told.value.text.en


@pytest.mark.parametrize("number", ["", "123", "12345678901234", "89912345678X1", "٨٩٩١٢٣٤٥٦٧٨٩١", "8991234567891\x00"])
def test_what_is_no_number_is_refused_without_a_guess(number: str) -> None:
    with pytest.raises(WrongNumber) as told:
        gtin(number)
    assert told.value.right == "" and told.value.field == "barcode"


def test_bars_of_ean_13_by_hand() -> None:
    """5901234123457: guards 101, 01010, 101; first digit 5 chooses the pattern LGGLLG; all of 95 modules."""
    code = retail("5901234123457")
    bits = "".join("1" if dark else "0" for dark in code.rows[0])
    assert len(bits) == 95 and code.wide == 95 + 11 + 7
    assert bits[:3] == "101" and bits[45:50] == "01010" and bits[-3:] == "101"
    assert bits[3:10] == "0001011", "9 in the set L"
    assert bits[10:17] == "0100111", "0 in the set G"
    assert bits[-10:-3] == "1000100", "7 in the set R"


@pytest.mark.parametrize(("number", "kind", "wide"), [("96385074", "ean8", 67), ("036000291452", "upca", 95)])
def test_the_length_says_which_bars(number: str, kind: str, wide: int) -> None:
    code = retail(number)
    assert code.symbology == kind and len(code.rows[0]) == wide
    assert guards(code) >= {0, 2}


def test_a_digital_link_holds_number_and_batch() -> None:
    assert digital_link("8991234567891") == "https://id.gs1.org/01/08991234567891"
    assert digital_link("96385074", batch="A/1 é") == "https://id.gs1.org/01/00000096385074/10/A%2F1%20%C3%A9"
    with pytest.raises(WrongNumber):
        digital_link("8991234567890")


@pytest.mark.parametrize(
    "link", ["http://a.id/x", "javascript:alert(1)", "https://", "https://a b.id", "https://" + "a" * 400]
)
def test_only_a_plain_address_enters_a_qr_code(link: str) -> None:
    with pytest.raises(LabelError) as told:
        qr(link)
    assert told.value.field == "qr"


@pytest.mark.parametrize("text", ["", "x" * 49, "batik é", "a\nb"])
def test_code_128_refuses_what_it_cannot_hold(text: str) -> None:
    with pytest.raises(LabelError):
        code_128(text)


@given(st.lists(st.booleans(), max_size=200))
def test_runs_are_the_row(row: list[bool]) -> None:
    back = [False] * len(row)
    for at, count in runs(tuple(row)):
        back[at : at + count] = [True] * count
        assert (at == 0 or not row[at - 1]) and (at + count == len(row) or not row[at + count])
    assert back == row


def test_every_kind_has_its_quiet_zone() -> None:
    assert QUIET["ean13"] == (11, 7) and QUIET["ean8"] == (7, 7) and QUIET["upca"] == (9, 9) and QUIET["qr"] == (4, 4)
