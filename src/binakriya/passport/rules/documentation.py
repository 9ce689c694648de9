"""The page of reference on criteria, written from the starter set."""

from binakriya.passport.rules.criteria import Criterion, Need, When, starter
from binakriya.passport.rules.stages import STAGES

HEAD = """# Criteria of the passport

Written by `scripts/make_passport_criteria.py` from `src/binakriya/passport/rules/starter.json`, version {version}:
{count} criteria. Any one of "settled by" is enough; "under way" shows that work has begun. Months: how long evidence
holds that names no last day of its own. Minutes: of the maker's own time. An office adds its own, in versions.

A kind `paper` counts once the office has seen it; `:waiting` is one that it has not. A `pack` counts while it fits the
product as measured today. How standings come about: [The passport](../explanation/passport.md).
"""
TABLE = """
| key | asks | for | settled by | under way | months | minutes | helper | weight |
|---|---|---|---|---|---|---|---|---|
"""


def page() -> str:
    criteria = starter()
    parts = [HEAD.format(version=criteria.version, count=len(criteria.criteria))]
    for stage in STAGES:
        parts.append(f"\n## {stage.capitalize()}\n{TABLE}")
        parts += [_row(one) for one in criteria.criteria if one.stage == stage]
    return "".join(parts)


def _row(one: Criterion) -> str:
    cells = (
        f"`{one.key}`",
        one.title["en"],
        _products(one.when),
        _needs(one.any),
        _needs(one.part) or "–",
        str(one.months or "–"),
        str(one.minutes),
        one.helper,
        str(one.weight),
    )
    return "| " + " | ".join(cells) + " |\n"


def _needs(needs: tuple[Need, ...]) -> str:
    return ", ".join(f"`{one.kind} {one.key}`" + (f" ≥ {one.least:g}" if one.least else "") for one in needs)


def _products(when: When) -> str:
    found = [", ".join(one) for one in (when.materials, when.audiences) if one]
    if when.destinations:
        found.append("sold to " + ", ".join(when.destinations))
    found += [word for given, word in ((when.food, "touches food"), (when.skin, "touches the skin")) if given]
    return "; ".join(found) or "all"
