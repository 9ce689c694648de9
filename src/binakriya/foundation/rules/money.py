"""Money: whole rupiah as `int`. No floats, no sen (the smallest coin in use is 100 rupiah; sums are kept to 1)."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

# A no-break space: a number never breaks from its unit.
NBSP = "\u00a0"
# What fits a 64-bit database integer with room for sums.
LARGEST = 10**15

_FACTORS = {
    "": 1,
    "rb": 10**3,
    "ribu": 10**3,
    "k": 10**3,
    "jt": 10**6,
    "juta": 10**6,
    "m": 10**9,
    "miliar": 10**9,
    "milyar": 10**9,
    "t": 10**12,
    "triliun": 10**12,
}
_SHAPE = re.compile(
    r"^(?P<minus>-)?\s*(?:rp\.?|idr)?\s*(?P<number>\d[\d.,\s]*?)\s*(?P<unit>ribu|rb|k|juta|jt|miliar|milyar|m|triliun|t)?"
    r"\s*(?:rupiah)?\s*(?:,-|\.-)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NotMoney(ValueError):
    """`text` could not be read as an amount of rupiah."""

    text: str

    def __str__(self) -> str:
        return self.text


def thousands(number: int) -> str:
    """`1250000` → `1.250.000`."""
    return f"{number:,}".replace(",", ".")


def rupiah(amount: int) -> str:
    """`4900` → `Rp 4.900` with a no-break space; negative amounts carry the minus in front: `−Rp 4.900`."""
    sign = "\u2212" if amount < 0 else ""
    return f"{sign}Rp{NBSP}{thousands(abs(amount))}"


def _decimal(number: str, *, scaled: bool) -> Decimal:
    """`scaled`: a word such as `juta` follows, so that a lone point or comma is a decimal sign."""
    number = re.sub(r"\s", "", number)
    if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?", number) and not (scaled and number.count(".") == 1):
        return Decimal(number.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", number) and not (scaled and number.count(",") == 1):
        return Decimal(number.replace(",", ""))
    if re.fullmatch(r"\d+[.,]\d+", number):
        return Decimal(number.replace(",", "."))
    return Decimal(number)


def parse_rupiah(text: str) -> int:
    """`Rp 1.250.000,-`, `1,5 jt`, `750 ribu`, `1250000` → whole rupiah, rounded half up; raises NotMoney."""
    found = _SHAPE.match(text.strip())
    if not found:
        raise NotMoney(text)
    unit = (found["unit"] or "").lower()
    try:
        amount = _decimal(found["number"], scaled=bool(unit)) * _FACTORS[unit]
    except InvalidOperation as error:
        raise NotMoney(text) from error
    # Before rounding: a number of thirty digits does not even fit a Decimal's precision.
    if amount > LARGEST:
        raise NotMoney(text)
    whole = int(amount.quantize(Decimal(1), ROUND_HALF_UP))
    return -whole if found["minus"] else whole
