"""Product numbers and machine-readable codes.

*GTIN*: the number of a trade item, 8 (EAN-8), 12 (UPC-A) or 13 digits (EAN-13), the last one a check digit ·
*module*: the narrowest bar, or one square of a QR code · *magnification*: 100 % is a module of 0.33 mm ·
*quiet zone*: the white beside a code, in modules.

The modules are made by zxing-cpp; here they become rectangles at their true size.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal
from urllib.parse import quote

import numpy as np
import zxingcpp

from binakriya.engines.labels.drawing.errors import LabelError, WrongNumber
from binakriya.engines.labels.drawing.words import Text

Symbology = Literal["ean13", "ean8", "upca", "code128", "qr"]
FORMATS: Final = {
    "ean13": zxingcpp.BarcodeFormat.EAN13,
    "ean8": zxingcpp.BarcodeFormat.EAN8,
    "upca": zxingcpp.BarcodeFormat.UPCA,
    "code128": zxingcpp.BarcodeFormat.Code128,
    "qr": zxingcpp.BarcodeFormat.QRCode,
}
BY_LENGTH: Final[dict[int, Symbology]] = {8: "ean8", 12: "upca", 13: "ean13"}
X_MM: Final = 0.33
"""Module of EAN and UPC at 100 % (GS1 General Specifications, known, edition not seen)."""
QUIET: Final[dict[str, tuple[int, int]]] = {
    "ean13": (11, 7), "ean8": (7, 7), "upca": (9, 9), "code128": (10, 10), "qr": (4, 4),
}  # fmt: skip
BAR_MM: Final = {"ean13": 22.85, "ean8": 18.23, "upca": 22.85, "code128": 12.7}
"""Height of the bars at 100 %."""
GUARD_MODULES: Final = 5
"""So much longer are the guard bars of EAN and UPC than the others."""
DIGIT_EM_MODULES: Final = 10.0
"""Font size of the digits beneath, in modules (3.3 mm at 100 %)."""
GS1_LINK: Final = "https://id.gs1.org"
INDONESIA: Final = "899"

NO_NUMBER: Final = Text(
    "Nomor produk harus 8, 12, atau 13 angka; yang diisi {count}. Periksa kembali nomor dari GS1 Indonesia.",
    "A product number has 8, 12 or 13 digits; this has {count}. Check the number from GS1.",
)
WRONG_DIGIT: Final = Text(
    "Angka terakhir seharusnya {digit}, menjadi {right}. "
    "Periksa kembali; kode dengan angka uji yang salah tidak terbaca.",
    "The last digit should be {digit}: {right}. Check it; a code with a wrong check digit cannot be read.",
)
WRONG_CODE: Final = Text(
    "Kode batang hanya dapat memuat huruf Latin tanpa tanda, angka, dan tanda baca sederhana, paling banyak 48 tanda.",
    "A Code 128 barcode holds plain Latin letters, digits and simple punctuation only, 48 signs at most.",
)
WRONG_LINK: Final = Text(
    "Alamat untuk kode QR harus dimulai dengan https:// dan paling banyak 300 tanda.",
    "The address in a QR code begins with https:// and has 300 signs at most.",
)


@dataclass(frozen=True, slots=True)
class Code:
    """`rows`: modules, True is dark; one row for bars. `text`: what a reader reads."""

    symbology: Symbology
    text: str
    rows: tuple[tuple[bool, ...], ...]

    @property
    def wide(self) -> int:
        """Modules with the quiet zones."""
        return len(self.rows[0]) + sum(QUIET[self.symbology])


def check_digit(digits: str) -> int:
    """The digit that follows: weights 3 and 1 from the right (GS1, modulo 10)."""
    total = sum(int(digit) * (3 if k % 2 == 0 else 1) for k, digit in enumerate(reversed(digits)))
    return -total % 10


def gtin(number: str) -> str:
    """The number without spaces and hyphens. Raises WrongNumber, which names the right number where only the last
    digit is wrong."""
    digits = re.sub(r"[\s-]", "", number)
    if not re.fullmatch(r"[0-9]+", digits) or len(digits) not in BY_LENGTH:
        raise WrongNumber(NO_NUMBER.filled(count=len(digits)))
    digit = check_digit(digits[:-1])
    if int(digits[-1]) != digit:
        right = f"{digits[:-1]}{digit}"
        raise WrongNumber(WRONG_DIGIT.filled(digit=digit, right=right), right)
    return digits


def retail(number: str) -> Code:
    """EAN-13, EAN-8 or UPC-A, as long as the number is. Raises WrongNumber."""
    digits = gtin(number)
    return _code(BY_LENGTH[len(digits)], digits)


def code_128(text: str) -> Code:
    """Raises LabelError for signs that Code 128 does not know."""
    if not re.fullmatch(r"[ -~]{1,48}", text):
        raise LabelError("barcode", WRONG_CODE)
    return _code("code128", text)


def qr(link: str) -> Code:
    """Error correction M. Raises LabelError for what is no address."""
    if not re.fullmatch(r"https://[!-~]{4,292}", link):
        raise LabelError("qr", WRONG_LINK)
    return _code("qr", link, ec_level="M")


def digital_link(number: str, *, batch: str = "", at: str = GS1_LINK) -> str:
    """The address of a product in GS1's manner: GTIN (01), batch (10). Raises WrongNumber."""
    link = f"{at.rstrip('/')}/01/{gtin(number).zfill(14)}"
    return f"{link}/10/{quote(batch, safe='')}" if batch else link


def _code(symbology: Symbology, text: str, **options: str) -> Code:
    made = zxingcpp.create_barcode(text, FORMATS[symbology], **options)
    points = np.asarray(made.to_image(scale=1, add_quiet_zones=False)) == 0
    if symbology != "qr":
        points = points[:1]
    return Code(symbology, text, tuple(tuple(bool(point) for point in row) for row in points))


def runs(row: tuple[bool, ...]) -> list[tuple[int, int]]:
    """Dark stretches of a row: first module, how many."""
    found: list[tuple[int, int]] = []
    for k, dark in enumerate(row):
        if dark and found and sum(found[-1]) == k:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        elif dark:
            found.append((k, 1))
    return found


def guards(code: Code) -> set[int]:
    """Modules whose bars reach down between the digits."""
    if code.symbology == "ean8":
        return {*range(3), *range(31, 36), *range(64, 67)}
    if code.symbology == "ean13":
        return {*range(3), *range(45, 50), *range(92, 95)}
    if code.symbology == "upca":
        return {*range(10), *range(45, 50), *range(85, 95)}
    return set()
