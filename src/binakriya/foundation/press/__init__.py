"""The press: what all printed matter of the rooms shares.

Plain Python, without Django, clock or database. A `Press` (fonts and compiler) is made once and handed to every
function that makes a PDF; `created` is the moment written into the file.

*Letterhead*: the head of an office's paper · *drawn*: an SVG picture within the data · *phrase*: a text in two
languages.
"""

from binakriya.foundation.press.letterheads import Letterhead, head_data, logo_svg, reach
from binakriya.foundation.press.press import DocumentError, Drawn, FontsMissing, Press, picture_kind, printable, qr_svg
from binakriya.foundation.press.words import Language, Phrase, Text, say

__all__ = [
    "DocumentError",
    "Drawn",
    "FontsMissing",
    "Language",
    "Letterhead",
    "Phrase",
    "Press",
    "Text",
    "head_data",
    "logo_svg",
    "picture_kind",
    "printable",
    "qr_svg",
    "reach",
    "say",
]
