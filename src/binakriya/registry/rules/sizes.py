"""How large an enterprise is: five classifications that disagree, each computed and named.

Thresholds and firmness: `[S]` the text was read. Amounts in rupiah. A classification that lacks an input says which.
"""

from dataclasses import dataclass
from typing import Literal

Size = Literal["micro", "small", "medium", "large"]
_BN = 1_000_000_000
_M = 1_000_000


@dataclass(frozen=True, slots=True)
class Sized:
    """`size` None: cannot be said, as the inputs in `missing` are unknown. `ambiguous`: a range crosses a bound."""

    system: str
    citation: str
    firmness: str
    size: Size | None
    inputs: tuple[str, ...]
    missing: tuple[str, ...] = ()
    ambiguous: bool = False


def _by_bounds(value: int, bounds: tuple[int, int, int]) -> Size:
    micro, small, medium = bounds
    if value <= micro:
        return "micro"
    if value <= small:
        return "small"
    return "medium" if value <= medium else "large"


def _by_sales(system: str, citation: str, low: int | None, high: int | None, bounds: tuple[int, int, int]) -> Sized:
    if low is None or high is None:
        return Sized(system, citation, "S", None, ("turnover",), ("turnover",))
    first, last = _by_bounds(low, bounds), _by_bounds(high, bounds)
    return Sized(system, citation, "S", first if first == last else None, ("turnover",), ambiguous=first != last)


def _by_workers(workers: int) -> Size:
    if workers <= 4:
        return "micro"
    if workers <= 19:
        return "small"
    return "medium" if workers <= 99 else "large"


def _permenperin(workers: int | None, investment: int | None) -> Sized:
    """Permenperin 64/2016: small ≤ 19 workers and < 1 bn; medium ≤ 19 and ≥ 1 bn, or ≥ 20 and ≤ 15 bn; else large."""
    missing = tuple(n for n, v in (("workers", workers), ("investment", investment)) if v is None)
    size: Size | None = None
    if workers is not None and investment is not None:
        if workers <= 19:
            size = "small" if investment < _BN else "medium"
        else:
            size = "medium" if investment <= 15 * _BN else "large"
    return Sized("permenperin_64_2016", "Permenperin 64/2016", "S", size, ("workers", "investment"), missing)


def classify(
    *, workers: int | None, investment: int | None, turnover_low: int | None, turnover_high: int | None
) -> list[Sized]:
    """All five, in a fixed order. `investment` without land and building; `turnover_*` of the latest known year."""
    capital: Sized
    if investment is None:
        capital = Sized("pp_7_2021_capital", "PP 7/2021 ps. 35", "S", None, ("investment",), ("investment",))
    else:
        capital = Sized(
            "pp_7_2021_capital",
            "PP 7/2021 ps. 35",
            "S",
            _by_bounds(investment, (_BN, 5 * _BN, 10 * _BN)),
            ("investment",),
        )
    if workers is None:
        bps = Sized("bps_workers", "BPS", "S", None, ("workers",), ("workers",))
    else:
        bps = Sized("bps_workers", "BPS", "S", _by_workers(workers), ("workers",))
    return [
        _by_sales("uu_20_2008_sales", "UU 20/2008", turnover_low, turnover_high, (300 * _M, 2_500 * _M, 50 * _BN)),
        capital,
        _by_sales("pp_7_2021_sales", "PP 7/2021 ps. 35", turnover_low, turnover_high, (2 * _BN, 15 * _BN, 50 * _BN)),
        _permenperin(workers, investment),
        bps,
    ]
