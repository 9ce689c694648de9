"""The letterhead of an office, and how the templates read it."""

import base64
import struct
from dataclasses import dataclass
from typing import Any

from binakriya.foundation.press.press import Drawn
from binakriya.foundation.press.words import Language, Text, say


@dataclass(frozen=True)
class Letterhead:
    """The head of an office's paper. `city` is where letters are dated ("Tangerang Selatan")."""

    government: Text  # Pemerintah Kota Tangerang Selatan
    office: Text  # Dinas Perindustrian dan Perdagangan
    short: Text  # Disperindag Kota Tangerang Selatan
    city: Text  # Tangerang Selatan
    address: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    logo: bytes = b""  # PNG; the office's names stand alone without one


def reach(letterhead: Letterhead, language: Language) -> str:
    """Phone, e-mail and site in one line."""
    phone = f"{'Telepon' if language == 'id' else 'Phone'} {letterhead.phone}" if letterhead.phone else ""
    return " · ".join(part for part in (phone, letterhead.email, letterhead.website) if part)


def logo_svg(png: bytes) -> Drawn:
    """A PNG as SVG, in which form data carry pictures to the templates; "" without one."""
    if not png:
        return Drawn("")
    # The head of a PNG file holds its width and height.
    width, height = struct.unpack(">II", png[16:24])
    size = f'width="{width}" height="{height}"'
    data = base64.b64encode(png).decode()
    return Drawn(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" {size}>'
        f'<image {size} href="data:image/png;base64,{data}"/></svg>'
    )


def head_data(letterhead: Letterhead, language: Language) -> dict[str, Any]:
    return {
        "government": say(letterhead.government, language),
        "office": say(letterhead.office, language),
        "address": letterhead.address,
        "reach": reach(letterhead, language),
        "logo": logo_svg(letterhead.logo),
    }
