"""The number of a page, as an address carries it."""

LAST_PAGE = 100_000


def page_number(text: str | None) -> int:
    """1 for whatever is not a plain positive number in ASCII digits; never more than LAST_PAGE.

    "²" and "٣" count as digits elsewhere in Python, and the first of them cannot be read by int()."""
    if not text or not text.isascii() or not text.isdigit():
        return 1
    figures = text.lstrip("0") or "1"
    # Cut before it is read: int() refuses thousands of digits.
    return LAST_PAGE if len(figures) > len(str(LAST_PAGE)) else min(int(figures), LAST_PAGE)
