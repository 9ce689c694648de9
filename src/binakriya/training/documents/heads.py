"""Letterhead and signatures as the templates read them."""

from typing import Any

from binakriya.training.documents.parts import Letterhead, Signatory
from binakriya.training.documents.words import Language, say


def reach(letterhead: Letterhead, language: Language) -> str:
    """Phone, e-mail and site in one line."""
    phone = f"{'Telepon' if language == 'id' else 'Phone'} {letterhead.phone}" if letterhead.phone else ""
    return " · ".join(part for part in (phone, letterhead.email, letterhead.website) if part)


def head_data(letterhead: Letterhead, language: Language) -> dict[str, Any]:
    return {
        "government": say(letterhead.government, language),
        "office": say(letterhead.office, language),
        "address": letterhead.address,
        "reach": reach(letterhead, language),
    }


def signatory_data(signatory: Signatory, language: Language) -> dict[str, Any]:
    return {
        "role": say(signatory.role, language),
        "name": signatory.name,
        "nip": signatory.nip,
        "rank": signatory.rank,
    }
