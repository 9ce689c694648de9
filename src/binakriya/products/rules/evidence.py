"""Evidence of fragility: an office's own drop tests, or a G that someone measured.

Words: a *bracket* is the highest height survived and the lowest that broke; a *staircase* goes one step down after
damage and one up after survival, a fresh sample each time; *probit* takes heights in any order. See the protection
engine (`drop_tests`).
"""

from collections.abc import Sequence
from enum import StrEnum

from binakriya.engines.protection import (
    CUSHIONS,
    DropTest,
    Estimate,
    Evidence,
    InputError,
    Product,
    Quantity,
    Values,
    Working,
    bracket,
    fragility,
    probit,
    staircase,
)

DROPS_MOST = 60


class Method(StrEnum):
    BRACKET = "bracket"
    STAIRCASE = "staircase"
    PROBIT = "probit"
    DECLARED = "declared"


ESTIMATES = {Method.BRACKET: bracket, Method.STAIRCASE: staircase, Method.PROBIT: probit}
CUSHION_NAMES: tuple[str, ...] = tuple(CUSHIONS)


def estimate(method: str, drops: Sequence[DropTest]) -> Estimate:
    """The critical height with its interval; raises InputError of the engine."""
    return ESTIMATES[Method(method)](drops)


def evidence_of(
    method: str,
    *,
    drops: Sequence[DropTest] = (),
    declared_g: float | None = None,
    source: str = "",
    cushion: str = "",
    cushion_mm: float | None = None,
) -> Evidence:
    """What the protection engine takes; raises InputError."""
    if method == Method.DECLARED:
        return Evidence(declared_g=declared_g, source=source or "given")
    return Evidence(drops=estimate(method, drops), cushion=cushion, cushion_mm=cushion_mm)


def withstood(product: Product) -> Quantity:
    """The G that a pack is designed for, with its firmness; raises InputError, MissingValueError."""
    return fragility(product, Values(), Working())


__all__ = [
    "CUSHION_NAMES",
    "DROPS_MOST",
    "ESTIMATES",
    "DropTest",
    "Estimate",
    "InputError",
    "Method",
    "estimate",
    "evidence_of",
    "withstood",
]
