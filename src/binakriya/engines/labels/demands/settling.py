"""Which duty is settled by which paper on a day.

A paper counts from the day it was issued through the day it is valid until. A failed test stands until a later paper
passes; on one day the failure counts. A paper that only informs judges nothing.
"""

from collections.abc import Iterable
from datetime import date

from binakriya.engines.labels.demands.model import (
    SOON_DAYS,
    Duty,
    Held,
    PaperStanding,
    Settlement,
    Standing,
)

_WORST = (Standing.FAILED, Standing.EXPIRED, Standing.OPEN, Standing.SOON, Standing.SETTLED)


def paper_standing(subject: str, papers: Iterable[Held], on: date) -> PaperStanding:
    judged = [
        one for one in papers if one.subject == subject and one.issued_on <= on and one.result in ("pass", "fail")
    ]
    fails = [one for one in judged if one.result == "fail"]
    last_fail = max(fails, key=lambda one: one.issued_on, default=None)
    passes = [one for one in judged if one.result == "pass" and (not last_fail or one.issued_on > last_fail.issued_on)]
    if not passes:
        return PaperStanding(subject, Standing.FAILED if last_fail else Standing.OPEN, last_fail, None)
    best = max(passes, key=lambda one: (one.valid_until or date.max, one.issued_on))
    if best.valid_until is None:
        return PaperStanding(subject, Standing.SETTLED, best, None)
    days = (best.valid_until - on).days
    how = Standing.EXPIRED if days < 0 else Standing.SOON if days <= SOON_DAYS else Standing.SETTLED
    return PaperStanding(subject, how, best, days)


def settled(duties: Iterable[Duty], papers: Iterable[Held], on: date) -> tuple[Settlement, ...]:
    """Of each duty, in its order. The caller hands over only papers that count: seen by the office, not withdrawn."""
    kept = tuple(papers)
    found = []
    for duty in duties:
        standings = tuple(paper_standing(subject, kept, on) for subject in duty.papers)
        if not standings:
            found.append(Settlement(duty.key, Standing.NO_PAPER, (), None))
            continue
        worst = min((one.standing for one in standings), key=_WORST.index)
        days = min((one.days for one in standings if one.days is not None), default=None)
        found.append(Settlement(duty.key, worst, standings, days))
    return tuple(found)
