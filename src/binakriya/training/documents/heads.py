"""Signatures as the templates read them."""

from typing import Any

from binakriya.foundation.press.words import Language, say
from binakriya.training.documents.parts import Signatory


def signatory_data(signatory: Signatory, language: Language) -> dict[str, Any]:
    return {
        "role": say(signatory.role, language),
        "name": signatory.name,
        "nip": signatory.nip,
        "rank": signatory.rank,
    }
