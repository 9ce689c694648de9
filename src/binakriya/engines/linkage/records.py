"""What the engine is given and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Relation = Literal["same", "same_owner"]
Band = Literal["likely", "possible"]


@dataclass(frozen=True)
class Record:
    """One row of a list, or one enterprise of the registry, as it was read.

    Every field but `id` may be empty ("" or None or ()): an empty field counts neither for nor against.
    """

    id: str
    business_name: str = ""
    owner_name: str = ""
    nik: str = ""
    """Citizen number as written; 16 digits when whole. Implausible ones are used only to find near matches."""
    born: date | None = None
    phones: tuple[str, ...] = ()
    """E.164 exactly as written, so a mistyped number stays mistyped."""
    email: str = ""
    street: str = ""
    """Street with house number, as written; RT and RW may stand in it too."""
    rt: str = ""
    rw: str = ""
    kelurahan: str = ""
    kecamatan: str = ""
    city: str = ""
    products: tuple[str, ...] = ()
    kbli: str = ""
    """Five digits of KBLI 2020 or 2025; consulted only where no word says what is made."""
    since: int | None = None
    nib: str = ""
    source: str = ""
    """The list the row came from."""


@dataclass(frozen=True)
class Evidence:
    """One thing that speaks for (weight > 0) or against (weight < 0) a link.

    `left` and `right` are the values as written. They may be personal: the caller masks them before showing them.
    """

    code: str
    weight: float
    """log2 of the likelihood ratio ("bits"): +1 doubles the odds, -1 halves them."""
    left: str
    right: str


@dataclass(frozen=True)
class Link:
    """Two records that belong together.

    `same`: one enterprise. `same_owner`: one owner, two enterprises (never to be merged).
    `probability` is that of the named relation; `weight` its log2 odds.
    For `same`, `weight` = prior log2 odds + the sum of the evidence.
    """

    left: str
    right: str
    relation: Relation
    band: Band
    probability: float
    weight: float
    evidence: tuple[Evidence, ...]

    @property
    def pair(self) -> frozenset[str]:
        return frozenset((self.left, self.right))
