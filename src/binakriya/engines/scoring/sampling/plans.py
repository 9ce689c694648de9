"""Plans of single sampling: from the tables, or designed for two points of the operating characteristic (OC).

Probability of acceptance is exact: hypergeometric for a lot of known size, binomial for a running process, Poisson for
counts of nonconformities.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from binakriya.engines.scoring.errors import ScoringError
from binakriya.engines.scoring.sampling.tables import (
    AQLS,
    CODES,
    LETTERS,
    LEVELS,
    LOTS,
    SIZES,
    Level,
    Regime,
    resolved,
)

Law = Literal["binomial", "hypergeometric", "poisson"]
MOST_SAMPLED = 5000
"""Where a search for a plan ends."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Take `sample` items at random; accept the lot at `accept` nonconforming or fewer, refuse it at `reject` or more.
    Between them (reduced inspection alone): accept, and go back to normal. `letter`: the plan's own, `code`: the lot's,
    which differ where an arrow led. `whole`: the sample would be the lot or more: look at each item."""

    sample: int
    accept: int
    reject: int
    code: str
    letter: str
    whole: bool


def code_letter(lot_size: int, level: Level = "II") -> str:
    """Raises ScoringError: lot_size (2 at least), inspection_level."""
    if lot_size < 2:
        raise ScoringError("lot_size", lot_size=lot_size)
    if level not in LEVELS:
        raise ScoringError("inspection_level", level=level)
    return CODES[level][sum(lot_size > most for most in LOTS)]


def plan_for(lot_size: int, level: Level = "II", aql: float = 2.5, severity: Regime = "normal") -> Plan:
    """`aql`: one of `AQLS`, in 100 items. Raises ScoringError: lot_size, inspection_level, aql, severity."""
    code = code_letter(lot_size, level)
    if aql not in AQLS:
        raise ScoringError("aql", aql=aql)
    if severity not in SIZES:
        raise ScoringError("severity", severity=severity)
    row, accept, reject = resolved(severity, LETTERS.index(code), AQLS.index(aql))
    sample = SIZES[severity][row]
    return Plan(min(sample, lot_size), accept, reject, code, LETTERS[row], sample >= lot_size)


def accepted(sample: int, accept: int, quality: float, *, law: Law = "binomial", lot_size: int | None = None) -> float:
    """Probability that a lot passes. `quality`: share nonconforming, 0 to 1; for poisson nonconformities an item. With
    hypergeometric the lot holds `quality` × `lot_size` nonconforming, rounded.

    Raises ScoringError: quality, lot_size."""
    from scipy.stats import binom, hypergeom, poisson  # noqa: PLC0415 - a second to load, and only curves want it

    if quality < 0 or (law != "poisson" and quality > 1):
        raise ScoringError("quality", quality=quality)
    if law == "poisson":
        return float(poisson.cdf(accept, sample * quality))
    if law == "binomial":
        return float(binom.cdf(accept, sample, quality))
    if lot_size is None or lot_size < sample:
        raise ScoringError("lot_size", lot_size=lot_size)
    return float(hypergeom.cdf(accept, lot_size, round(quality * lot_size), sample))


def curve(
    sample: int, accept: int, qualities: Sequence[float], *, law: Law = "binomial", lot_size: int | None = None
) -> tuple[tuple[float, float], ...]:
    """The OC curve: (quality, probability of acceptance)."""
    return tuple((one, accepted(sample, accept, one, law=law, lot_size=lot_size)) for one in qualities)


def design(
    producer: tuple[float, float],
    consumer: tuple[float, float],
    *,
    law: Law = "binomial",
    lot_size: int | None = None,
) -> tuple[int, int]:
    """Least sample and its acceptance number. `producer`: (quality, least probability of acceptance), `consumer`:
    (quality, most probability of acceptance).

    Raises ScoringError: risks (points that no plan can part), lot_size, no_plan (within the lot or `MOST_SAMPLED`)."""
    if not (producer[0] < consumer[0] and producer[1] > consumer[1]):
        raise ScoringError("risks", producer=producer, consumer=consumer)
    if law == "hypergeometric" and lot_size is None:
        raise ScoringError("lot_size", lot_size=lot_size)
    accept, sample = 0, 1
    most = lot_size if law == "hypergeometric" and lot_size is not None else MOST_SAMPLED
    while sample <= most:
        if accepted(sample, accept, consumer[0], law=law, lot_size=lot_size) > consumer[1]:
            sample += 1
        elif accepted(sample, accept, producer[0], law=law, lot_size=lot_size) >= producer[1]:
            return sample, accept
        else:
            accept += 1
    raise ScoringError("no_plan", most=most)
