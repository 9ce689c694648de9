"""Letterhead and signatures as the templates read them."""

import base64
import struct
import textwrap
from typing import Any

from binakriya.training.documents.parts import Letterhead, Signatory
from binakriya.training.documents.words import Language, say


def reach(letterhead: Letterhead, language: Language) -> str:
    """Phone, e-mail and site in one line."""
    phone = f"{'Telepon' if language == 'id' else 'Phone'} {letterhead.phone}" if letterhead.phone else ""
    return " · ".join(part for part in (phone, letterhead.email, letterhead.website) if part)


def logo_svg(png: bytes) -> str:
    """A PNG as SVG, in which form data carry pictures to the templates; "" without one."""
    if not png:
        return ""
    # The head of a PNG file holds its width and height.
    width, height = struct.unpack(">II", png[16:24])
    size = f'width="{width}" height="{height}"'
    # In lines: the press parts words that are too long for a line of text.
    data = "\n".join(textwrap.wrap(base64.b64encode(png).decode(), 32))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" {size}>'
        f'<image {size} href="data:image/png;base64,\n{data}"/></svg>'
    )


def head_data(letterhead: Letterhead, language: Language) -> dict[str, Any]:
    return {
        "government": say(letterhead.government, language),
        "office": say(letterhead.office, language),
        "address": letterhead.address,
        "reach": reach(letterhead, language),
        "logo": logo_svg(letterhead.logo),
    }


def signatory_data(signatory: Signatory, language: Language) -> dict[str, Any]:
    return {
        "role": say(signatory.role, language),
        "name": signatory.name,
        "nip": signatory.nip,
        "rank": signatory.rank,
    }
