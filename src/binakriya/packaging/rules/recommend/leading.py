"""Who leads in what: the lightest, the cheapest, the smallest to send, of paper, for a gift; which is recommended."""

import math
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from binakriya.packaging.rules.recommend.proving import Proven, priced
from binakriya.packaging.rules.recommend.request import Request
from binakriya.packaging.rules.recommend.screening import Rough
from binakriya.packaging.rules.recommend.searching import Search
from binakriya.packaging.rules.recommend.suiting import PLAIN, uses
from binakriya.packaging.rules.words import Said, say

FINALISTS = 2
"""So many are made and computed for the lightest and the smallest; the first of the estimate for the others."""
NEXT_TO_NOTHING = 1.05
"""So much heavier, larger and dearer the plain style may be than the one that it is preferred to."""


def leaders(search: Search) -> tuple[dict[str, Proven], list[Said]]:
    """The best of each role among what holds, and what to say of roles that stay empty."""
    request = search.request
    divisor = request.divisor
    right = [r for r in search.rough if r.holds and request.purpose in uses(r.suited.style)]
    gifts = [r for r in search.rough if r.holds and "gift" in uses(r.suited.style)]
    found: dict[str, Proven] = {}
    notes: list[Said] = []

    def lead(
        role: str,
        rough: Sequence[Rough],
        by: Callable[[Rough], Any],
        exact: Callable[[Proven], Any],
        *,
        lighter: bool = False,
        finalists: int = 1,
    ) -> None:
        packs = []
        for one in _first_of_each(sorted(rough, key=lambda r: (by(r), r.suited.style.code, r.board.code))):
            proven = search.settled(one, lighter=lighter)
            if proven is not None:
                packs.append(priced(proven, request))
            if len(packs) == finalists:
                break
        if packs:
            found[role] = min(packs, key=lambda p: (exact(p), p.key))

    lead("lightest", right, lambda r: r.gross_kg, lambda p: p.gross_kg, lighter=True, finalists=FINALISTS)
    lead(
        "shipping",
        right,
        lambda r: (_billed(r.charged_kg(divisor)), r.gross_kg),
        lambda p: (_billed(p.charged_kg(divisor)), p.gross_kg),
        lighter=True,
        finalists=FINALISTS,
    )
    cheap = _cheap_rates(request)
    offered = [r for r in right if r.board.code in cheap]
    if offered and request.on is not None:
        lead(
            "cheapest",
            offered,
            lambda r: r.area_m2 * cheap[r.board.code],
            lambda p: (p.cost is None, p.cost.total if p.cost else 0),
            finalists=FINALISTS,
        )
    if found and ("cheapest" not in found or found["cheapest"].cost is None):
        found.pop("cheapest", None)
        notes.append(say("note.no_prices"))
    if request.purpose != "gift":
        lead("gift", gifts, lambda r: r.charged_kg(divisor), lambda p: p.charged_kg(divisor))
        if "gift" not in found:
            notes.append(say("note.no_gift"))
    paper = [r for r in right if r.padding.paper and r.padding.cushion is not None]
    lead("paper", paper, lambda r: r.charged_kg(divisor), lambda p: p.charged_kg(divisor))
    if "paper" in found:
        found["paper"] = _plainer(search, paper, found["paper"])
    main = [found[role] for role in ("lightest", "shipping", "cheapest") if role in found]
    if main:
        found["recommended"] = _plainer(search, right, _balanced(main, divisor))
    return found, notes


def _plainer(search: Search, rough: Sequence[Rough], best: Proven) -> Proven:
    """The plain style with the same cushion instead, where it is next to nothing heavier, larger and dearer."""
    if best.style.code == PLAIN:
        return best
    request = search.request
    like = [r for r in rough if r.suited.style.code == PLAIN and r.padding is best.padding]
    if not like:
        return best
    plain = search.settled(min(like, key=lambda r: (r.gross_kg, r.board.code)), lighter=True)
    if plain is None:
        return best
    plain = priced(plain, request)
    asked = [
        (plain.charged_kg(request.divisor), best.charged_kg(request.divisor)),
        (plain.made.area_m2, best.made.area_m2),
    ]
    if plain.unit_price is not None and best.unit_price is not None:
        asked.append((float(plain.unit_price), float(best.unit_price)))
    return plain if all(own <= NEXT_TO_NOTHING * other for own, other in asked) else best


def _billed(kg: float) -> float:
    """No carrier bills finer than by the half kilogram: what lies within one step costs the same to send."""
    return math.ceil(kg * 2 - 1e-9) / 2


def _first_of_each(rough: Iterable[Rough]) -> list[Rough]:
    """The first entry of each style and padding, in order."""
    seen: set[tuple[str, int]] = set()
    kept = []
    for one in rough:
        key = (one.suited.style.code, id(one.padding))
        if key not in seen:
            seen.add(key)
            kept.append(one)
    return kept


def _cheap_rates(request: Request) -> dict[str, float]:
    """Rupiah a m² (or a sheet, as it is) of the cheapest offer of each board: enough to put packs in order."""
    rates: dict[str, float] = {}
    for offer in request.prices:
        rate = float(offer.board.price.at(request.quantity))
        if offer.board.by == "sheet" and offer.board.sheet_mm:
            rate /= offer.board.sheet_mm[0] * offer.board.sheet_mm[1] / 1e6
        code = offer.board.code
        rates[code] = min(rate, rates.get(code, rate))
    return rates


def cheapest_of_all(found: dict[str, Proven], stock: Proven, notes: list[Said]) -> list[Said]:
    """A ready-made box with a price is the cheapest where nothing made to order is cheaper."""
    if stock.unit_price is None:
        return notes
    other = found["cheapest"].unit_price if "cheapest" in found else None
    if other is None or stock.unit_price < other:
        found["cheapest"] = stock
        return [note for note in notes if note.code != "note.no_prices"]
    return notes


def _balanced(packs: Sequence[Proven], divisor: int) -> Proven:
    """The least sum of ranks in shipped weight, board and (where known) cost."""
    unique = list({p.key: p for p in packs}.values())
    measures: list[Callable[[Proven], float]] = [lambda p: round(p.charged_kg(divisor), 2), lambda p: p.made.area_m2]
    if all(p.cost is not None for p in unique):
        measures.append(lambda p: float(p.cost.total) if p.cost else 0.0)
    ranks = {p.key: 0 for p in unique}
    for measure in measures:
        levels = sorted({measure(p) for p in unique})
        for p in unique:
            ranks[p.key] += levels.index(measure(p))
    return min(unique, key=lambda p: (ranks[p.key], p.gross_kg, p.key))
