"""The next step of a maker, over all of their products."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from binakriya.accounts.rules import Actor
from binakriya.passport.queries.live import passports
from binakriya.passport.rules.stages import State
from binakriya.passport.rules.steps import worth
from binakriya.products.queries.scope import visible
from binakriya.products.words import language

MOST = 30  # products looked at


@dataclass(frozen=True, slots=True)
class OwnStep:
    product_id: UUID
    product: str
    title: str
    todo: str
    minutes: int


def own_step(*, by: Actor, on: date) -> OwnStep | None:
    """What brings most for what it takes; None where nothing is open. Raises NotAllowed."""
    rows = visible(by).filter(state="active").order_by("-updated_at").values_list("id", flat=True)
    best: tuple[float, OwnStep] | None = None
    for live in passports(product_ids=list(rows[:MOST]), on=on).values():
        if not live.steps:
            continue
        step, tongue = live.steps[0], language()
        value = worth(step.criterion, State(step.standing.state), len(step.opens))
        if best is None or value > best[0]:
            one = step.criterion
            found = OwnStep(live.product.id, live.product.name, one.title[tongue], one.step[tongue], one.minutes)
            best = (value, found)
    return best[1] if best else None
