"""Can it be read? Least sizes and contrasts, with where each comes from and how firm that is.

Firmness as in the house: [S] source read, [M] known but to be verified, [house] our own choice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from binakriya.engines.labels.drawing.words import Text

LEAST_X_HEIGHT_MM: Final = 1.2
"""[house] for every product; the figure is that of food labels in the EU (Regulation 1169/2011, Art. 13) [M]."""
LEAST_SET_X_HEIGHT_MM: Final = 0.9
"""Smaller is not set at all; the EU's figure for packs with less than 80 cm² [M]."""
LEAST_CONTRAST: Final = 4.5
"""[house] the ratio that WCAG 2 asks of text on a screen, taken for print."""
MAGNIFICATION: Final = (0.8, 2.0)
"""EAN and UPC at the till (GS1 General Specifications) [M]."""
SET_MAGNIFICATION: Final = (0.5, 3.0)
LEAST_QR_MODULE_MM: Final = 0.4
"""[house] read by an ordinary phone from a matt label; GS1 allows smaller [M]."""
LEAST_LOGO_PPI: Final = 200

Rule = Literal["x_height", "contrast", "magnification", "qr_module", "logo_points", "prefix"]


@dataclass(frozen=True, slots=True)
class Finding:
    """`must`: the label is not ready before it is mended; otherwise it is advice. `measured`, `least`: numbers in the
    unit of the rule (mm, ratio, parts of 1, points an inch)."""

    field: str
    rule: Rule
    must: bool
    text: Text
    measured: float
    least: float


TEXTS: Final[dict[Rule, Text]] = {
    "x_height": Text(
        "Huruf kecil setinggi {measured} mm; paling kecil {least} mm agar terbaca. Pilih label yang lebih besar atau "
        "pendekkan teks.",
        "Small letters are {measured} mm high; they need {least} mm to be read. Choose a larger label or shorten the "
        "text.",
    ),
    "contrast": Text(
        "Kontras teks dan kertas {measured} : 1; paling rendah {least} : 1. Pilih teks yang lebih gelap atau kertas "
        "yang lebih terang.",
        "The contrast of text and paper is {measured} : 1; it needs {least} : 1. Choose darker text or lighter paper.",
    ),
    "magnification": Text(
        "Kode batang {measured} % dari ukuran baku; kasir membaca 80 sampai 200 %. Ubah perbesarannya.",
        "The barcode has {measured} % of its standard size; tills read 80 to 200 %. Change its magnification.",
    ),
    "qr_module": Text(
        "Kotak kode QR {measured} mm; paling kecil {least} mm agar terbaca ponsel. Perbesar kodenya.",
        "A square of the QR code has {measured} mm; phones need {least} mm. Enlarge the code.",
    ),
    "logo_points": Text(
        "Logo tercetak {measured} titik per inci; di bawah {least} terlihat kabur. Unggah gambar yang lebih besar.",
        "The logo prints at {measured} points an inch; below {least} it looks blurred. Upload a larger picture.",
    ),
    "prefix": Text(
        "Nomor ini tidak diawali 899 (GS1 Indonesia). Boleh, bila nomor memang diberi oleh GS1 negara lain.",
        "This number does not begin with 899 (GS1 Indonesia). That is fine if another GS1 organisation issued it.",
    ),
}


def finding(field: str, rule: Rule, measured: float, least: float, *, must: bool = True, decimals: int = 1) -> Finding:
    """A finding with its numbers written as each language writes them."""
    shown = [f"{value:.{decimals}f}" for value in (measured, least)]
    text = TEXTS[rule]
    indonesian = text.id.format(measured=shown[0].replace(".", ","), least=shown[1].replace(".", ","))
    english = text.en.format(measured=shown[0], least=shown[1])
    return Finding(field, rule, must, Text(indonesian, english), measured, least)


def contrast(one: str, two: str) -> float:
    """Ratio of luminances, 1 to 21 (WCAG 2.2, relative luminance of sRGB)."""
    first, second = sorted((_luminance(one), _luminance(two)), reverse=True)
    return (first + 0.05) / (second + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
