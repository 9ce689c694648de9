"""A page's number out of an address that anyone may have typed."""

import pytest

from binakriya.foundation.paging import LAST_PAGE, page_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (None, 1),
        ("", 1),
        ("1", 1),
        ("0", 1),
        ("007", 7),
        ("12", 12),
        ("-3", 1),
        ("+3", 1),
        (" 3", 1),
        ("3.5", 1),
        ("²", 1),
        ("٣", 1),
        ("tiga", 1),
        ("100000", LAST_PAGE),
        ("100001", LAST_PAGE),
        ("9" * 5000, LAST_PAGE),
        ("0" * 5000 + "4", 4),
    ],
)
def test_a_page_number_is_read_or_is_one(text: str | None, number: int) -> None:
    assert page_number(text) == number
