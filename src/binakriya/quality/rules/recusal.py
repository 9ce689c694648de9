"""Who does not score what, and why. An assessor's own product is refused by the software; the rest people declare."""

from enum import StrEnum

from binakriya.accounts.rules import Refused


class Kind(StrEnum):
    OWN = "own"
    STUDENT = "student"
    RELATIVE = "relative"
    OTHER = "other"


DECLARED = (Kind.STUDENT, Kind.RELATIVE, Kind.OTHER)


def check_kind(kind: str) -> Kind:
    """What a person may declare. Raises Refused("recusal_kind")."""
    if kind not in set(DECLARED):
        raise Refused("recusal_kind")
    return Kind(kind)


def blind_title(kind: str, material: str, maker: str) -> str:
    """What a product is called where the maker is not to be known: its kind and material, without any word that is
    part of the maker's name."""
    hidden = {word for word in _words(maker) if len(word) > 2}
    kept = "" if hidden & set(_words(kind)) else " ".join(kind.split())
    return ", ".join(part for part in (kept[:1].upper() + kept[1:], material) if part)


def _words(text: str) -> list[str]:
    return ["".join(c for c in word if c.isalnum()) for word in text.casefold().split()]
