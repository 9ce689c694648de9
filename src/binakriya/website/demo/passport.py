"""Passports of the demo's products: before the class, after it, and after the assessment three months later."""

from dataclasses import dataclass

from binakriya.accounts.rules import Actor
from binakriya.passport.operations import recalculate
from binakriya.passport.queries.moments import met_at
from binakriya.products.queries import products_for_packing
from binakriya.website.demo.event import at
from binakriya.website.demo.quality import LATER

BEFORE, AFTER, LAST = at(15, 18), at(17, 18), at(17, 18) + LATER


@dataclass(frozen=True, slots=True)
class Passports:
    """Criteria met over all `products`, at the three moments."""

    products: int
    before: int
    after: int
    later: int


def work_out(*, by: Actor) -> Passports:
    """A second time writes nothing: what stands at a later moment is left alone, what did not move has no news."""
    ids = sorted({one.product_id for one in products_for_packing(by=by)})
    for moment in (BEFORE, AFTER, LAST):
        recalculate(product_ids=ids, by=by, now=moment)
    before, after, later = (met_at(product_ids=ids, moment=one) for one in (BEFORE, AFTER, LAST))
    return Passports(len(ids), before, after, later)
