"""Normal, tightened and reduced inspection of a series of lots: what the history says of the next lot.

Rules of ISO 2859-1:1999, 9.3 [M: recalled, to be checked against its text]; the first three are MIL-STD-105E 4.7 too:

- normal → tightened: 2 of 5 or fewer consecutive lots refused on original inspection;
- tightened → normal: 5 consecutive lots accepted;
- tightened → discontinued: 5 lots refused while tightened; resumed, by decision, at tightened;
- normal → reduced: switching score 30 at least, production steady, and reduced inspection wanted;
- reduced → normal: a lot refused, or between acceptance and rejection number, or production not steady.

Switching score, from 0 when normal inspection starts: acceptance number 0 or 1: +2 for an accepted lot, else back to
0; 2 or more: +3 where the lot would have passed at an AQL one step tighter, else back to 0.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from binakriya.engines.scoring.errors import ScoringError

State = Literal["normal", "tightened", "reduced", "discontinued"]
REDUCED_SCORE = 30
WINDOW = 5
REFUSED_TO_TIGHTEN = 2
ACCEPTED_TO_NORMAL = 5
REFUSED_TO_STOP = 5


@dataclass(frozen=True, slots=True)
class Lot:
    """An original inspection (lots shown again after refusal don't count). `found`: nonconforming in the sample against
    `accept` and `reject`; `accept_tighter`: acceptance number one AQL step tighter, None where `accept` is 0 or 1;
    `steady`: production ran without a break; `reduced_wanted`: the office allows reduced inspection."""

    found: int
    accept: int
    reject: int
    accept_tighter: int | None = None
    steady: bool = True
    reduced_wanted: bool = True


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a series stands: inspection of the next lot, switching score, and what the rules count."""

    state: State = "normal"
    score: int = 0
    recent: tuple[bool, ...] = ()
    run: int = 0
    refused: int = 0


def after(standing: Standing, lot: Lot) -> Standing:
    """The standing after one more lot. Raises ScoringError: discontinued (resume first), found."""
    if standing.state == "discontinued":
        raise ScoringError("discontinued")
    if lot.found < 0:
        raise ScoringError("found", found=lot.found)
    passed = lot.found < lot.reject
    if standing.state == "reduced":
        return standing if lot.found <= lot.accept and lot.steady else Standing("normal")
    if standing.state == "tightened":
        run, refused = (standing.run + 1, standing.refused) if passed else (0, standing.refused + 1)
        if refused >= REFUSED_TO_STOP:
            return Standing("discontinued", refused=refused)
        if run >= ACCEPTED_TO_NORMAL:
            return Standing("normal")
        return replace(standing, run=run, refused=refused)
    recent = (*standing.recent, passed)[-WINDOW:]
    if recent.count(False) >= REFUSED_TO_TIGHTEN:
        return Standing("tightened")
    score = _score(standing.score, lot, passed=passed)
    if score >= REDUCED_SCORE and lot.steady and lot.reduced_wanted:
        return Standing("reduced")
    return Standing("normal", score, recent)


def _score(score: int, lot: Lot, *, passed: bool) -> int:
    if lot.accept <= 1:
        return score + 2 if passed else 0
    tighter = lot.accept_tighter
    return score + 3 if tighter is not None and lot.found <= tighter else 0


def follow(lots: Iterable[Lot], *, start: Standing | None = None) -> Standing:
    """The standing after a history of lots, first to last."""
    standing = start or Standing()
    for lot in lots:
        standing = after(standing, lot)
    return standing


def resume(standing: Standing) -> Standing:
    """Inspection again after the maker mended the process: tightened. Raises ScoringError: not_discontinued."""
    if standing.state != "discontinued":
        raise ScoringError("not_discontinued", state=standing.state)
    return Standing("tightened")
