"""Several honest alternatives for one product: enumerate, screen, prove the few that lead, say why the rest do not."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from binakriya.engines.boxes import BoxError, Style, Text, styles
from binakriya.engines.protection import (
    BoardGrade,
    Moved,
    Working,
    protect,
    sensitivity,
)
from binakriya.engines.protection.cushions import AUTO
from binakriya.engines.protection.journey import stages
from binakriya.packaging.rules.recommend.cushioning import Padding, paddings
from binakriya.packaging.rules.recommend.made import Size, allowed, estimate_of, room_in
from binakriya.packaging.rules.recommend.proving import Proven, priced, prove
from binakriya.packaging.rules.recommend.request import Request, upright
from binakriya.packaging.rules.recommend.saying import reasons_of, thumb
from binakriya.packaging.rules.recommend.screening import Rough, Stacks, screen
from binakriya.packaging.rules.recommend.suiting import Refused, Suited, sized, suiting, uses
from binakriya.packaging.rules.words import Said, say

FINALISTS = 2
"""So many are made and computed for the lightest and the smallest; the first of the estimate for the others."""
STILL = ("moisture.", "mckee.perimeter_over_height")
"""Beginnings of the codes of assumptions that change neither board nor cushion, whatever their value."""
LIGHTER = 2
"""So many boards lighter than the chosen one are looked at when an assumption moves."""
ROLES: tuple[str, ...] = ("recommended", "lightest", "cheapest", "shipping", "paper", "stock", "gift")


@dataclass(frozen=True, slots=True)
class Alternative:
    """`roles`: what it leads in. `binding`: what stops the next lighter board, or None where none is lighter.
    `deciding`: the assumptions that change board or cushion when moved; None until asked for."""

    proven: Proven
    roles: tuple[str, ...]
    reasons: tuple[Said, ...]
    deciding: tuple[Moved, ...] | None = None


@dataclass(frozen=True, slots=True)
class Recommendation:
    """Alternatives with the recommended one first; none where nothing holds (`notes` say what stops it)."""

    request: Request
    fragility_g: float
    band: str
    drop_mm: float
    alternatives: tuple[Alternative, ...]
    rejected: tuple[Refused, ...]
    notes: tuple[Said, ...]
    thumb: tuple[Said, ...] = ()

    @property
    def best(self) -> Alternative | None:
        return self.alternatives[0] if self.alternatives else None


@dataclass(slots=True)
class _Search:
    """The state of one search: what was screened, proven and refused so far."""

    request: Request
    stacks: Stacks
    rough: list[Rough] = field(default_factory=list)
    proven: dict[tuple[Any, ...], Proven | Said] = field(default_factory=dict)

    def prove(self, rough: Rough) -> Proven | Said:
        key = (rough.suited.style.code, rough.inside_mm, rough.board, rough.padding)
        if key not in self.proven:
            self.proven[key] = prove(
                self.request,
                rough.suited.style.code,
                rough.padding,
                rough.inside_mm,
                needed_by(self.request, rough.padding),
                rough.board,
            )
        return self.proven[key]

    def boards_like(self, rough: Rough) -> list[Rough]:
        """The same in the other boards, lightest first."""
        return [r for r in self.rough if r.suited is rough.suited and r.padding is rough.padding]

    def settled(self, rough: Rough, *, lighter: bool = False) -> Proven | None:
        """Exactly this pack where it holds, else in the next heavier board that does. `lighter`: boards that failed
        by a hair in the estimate are computed too, and taken where the estimate was too careful."""
        row = self.boards_like(rough)
        at = row.index(rough)
        for later in range(at, len(row)):
            if not (row[later].holds or later == at):
                continue
            found = self.prove(row[later])
            if isinstance(found, Said) or not found.holds:
                continue
            for earlier in range(later - 1, -1, -1) if lighter else ():
                if not row[earlier].near:
                    break
                below = self.prove(row[earlier])
                if isinstance(below, Proven) and below.holds:
                    found = below
            return found
        return None

    def bound(self, proven: Proven) -> Proven:
        """With the binding constraint: what stops the next lighter board of the same style and padding, computed
        exactly. None where no lighter board is in stock, or only card, whose strength nobody can compute."""
        row = [
            r
            for r in self.rough
            if r.suited.style.code == proven.style.code and r.padding is proven.padding and proven.stock_box is None
        ]
        lighter = [r for r in row if r.board.grammage < proven.board.grammage]
        for one in reversed(lighter):
            below = self.prove(one)
            if isinstance(below, Said) or below.holds:
                continue
            why = below.failing()
            if not why.code.startswith("measure."):
                return replace(proven, binding=why)
        return proven


def needed_by(request: Request, padding: Padding) -> Size:
    """Room that product and cushion (or wrap) take, mm."""
    if padding.design is not None:
        return padding.design.inside_mm
    length, breadth, height = (side + 6.0 for side in request.product.size_mm)
    return length, breadth, height


def recommend(request: Request, *, among: Iterable[Style] | None = None, deciding: bool = True) -> Recommendation:
    """Alternatives for one request. Deterministic: the same request gives the same answer.

    `among`: styles to choose from [all]. `deciding`: also tell which assumptions decide on the recommended pack.
    Raises InputError (a figure that cannot be) and MissingValueError (a material that nobody knows).
    """
    product, turned = upright(request.product)
    request = replace(request, product=product, turned=turned)
    base = protect(product, request.journey, values=request.values)
    soft = base.cushion is None
    ways = paddings(product, base, request.cushions, request.values)
    shelf = styles() if among is None else tuple(among)
    suited, refused = suiting(
        needed_by(request, ways[0]), product.mass_kg, soft, request.purpose, request.boards, shelf
    )
    stacks = Stacks.of(stages(request.journey, request.values, Working()), request.printing, request.values)
    search = _Search(request, stacks)
    refused = (*refused, *_screened(search, suited, ways))
    found, notes = _leaders(search)
    stock, stock_refused, stock_note = _stock(request, ways)
    if stock is not None:
        found["stock"] = stock
        notes = _cheapest_of_all(found, stock, notes)
    notes = [*notes, *stock_note]
    refused = (*refused, *stock_refused)
    if not found:
        notes.append(_none(_nearest(search, refused)))
    alternatives = _alternatives(request, {role: search.bound(pack) for role, pack in found.items()})
    if alternatives and deciding:
        alternatives = (with_deciding(request, alternatives[0]), *alternatives[1:])
    refused = (*refused, *_beaten(search, alternatives))
    divisors = sorted({c.divisor for c in request.carriers if c.divisor is not None})
    if len(divisors) > 1:
        names = ", ".join(dict.fromkeys(c.name for c in request.carriers))
        notes.append(say("note.carriers_differ", carrier=names, divisors=", ".join(map(str, divisors))))
    if turned:
        notes.insert(0, say("note.turned"))
    return Recommendation(
        request=request,
        fragility_g=base.fragility_g,
        band=base.band.code,
        drop_mm=base.drops.design_mm,
        alternatives=alternatives,
        rejected=refused,
        notes=tuple(notes),
        thumb=thumb(base, ways[0], request),
    )


def _screened(search: _Search, suited: Sequence[Suited], ways: Sequence[Padding]) -> list[Refused]:
    """Fill `search.rough`; answer the styles that no board makes hold, with what stops the strongest."""
    request, refused = search.request, []
    for one in suited:
        rows: list[Rough] = []
        why: Said | None = None
        for padding in ways:
            inside = room_in(one.style, needed_by(request, padding))
            if inside is None:
                continue
            estimate = estimate_of(one.style, inside, _strongest(one), request.own(one.style.code))
            if isinstance(estimate, BoxError):
                why = Said.of_box_error(estimate)
                continue
            rows += screen(one, estimate, padding, inside, request.product.mass_kg, search.stacks, request.values)
        search.rough.extend(rows)
        if any(row.holds for row in rows):
            continue
        if rows:
            nearest = next(row for row in rows if row.board == _strongest(one))
            shown = search.prove(nearest)
            why = shown if isinstance(shown, Said) else shown.failing()
        if why is not None:
            refused.append(Refused(one.style.code, one.style.name, why, board=_strongest(one).code, near=True))
    return refused


def _strongest(one: Suited) -> BoardGrade:
    return max(one.boards, key=lambda b: ((b.ect_n_per_mm or 0) * b.caliper_mm**0.5, b.code))


def _leaders(search: _Search) -> tuple[dict[str, Proven], list[Said]]:
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
    main = [found[role] for role in ("lightest", "shipping", "cheapest") if role in found]
    if main:
        found["recommended"] = _balanced(main, divisor)
    return found, notes


def _billed(kg: float) -> float:
    """Weights that no scale tells apart are the same: steps of 50 g."""
    return math.ceil(kg * 20 - 1e-9) / 20


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


def _cheapest_of_all(found: dict[str, Proven], stock: Proven, notes: list[Said]) -> list[Said]:
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


def _stock(request: Request, ways: Sequence[Padding]) -> tuple[Proven | None, list[Refused], list[Said]]:
    """The smallest stock box that is large enough and holds."""
    if not request.stock_boxes:
        return None, [], [say("note.no_stock_list")]
    refused: list[Refused] = []
    by_volume = sorted(request.stock_boxes, key=lambda b: (b.inside_mm[0] * b.inside_mm[1] * b.inside_mm[2], b.code))
    needed = needed_by(request, ways[0])
    for box in by_volume:
        length, breadth, height = box.inside_mm
        inside = (max(length, breadth), min(length, breadth), height)
        fitting = [
            padding
            for padding in ways
            if all(has >= need - 1e-6 for has, need in zip(inside, needed_by(request, padding), strict=True))
        ]
        if not fitting:
            why = say("refused.stock_small", has=sized(inside), need=sized(needed))
            refused.append(Refused(box.style, Text(box.name, box.name), why, board=box.board.code))
            continue
        for padding in fitting:
            proven = prove(request, box.style, padding, inside, needed_by(request, padding), box.board, box)
            if isinstance(proven, Proven) and proven.holds:
                return proven, refused, []
            why = proven if isinstance(proven, Said) else proven.failing()
        refused.append(Refused(box.style, Text(box.name, box.name), why, board=box.board.code, near=True))
    return None, refused, [say("note.no_stock", need=sized(needed))]


def _nearest(search: _Search, refused: Sequence[Refused]) -> Said:
    """What stops the pack that comes nearest; where none suits at all, the size or the boards."""
    computed = [found for found in search.proven.values() if isinstance(found, Proven)]
    if computed:
        return max(computed, key=lambda p: (p.protection.boards.shown.margin or 0.0, p.key)).failing()
    for found in search.proven.values():
        if isinstance(found, Said):
            return found
    telling = [r.why for r in refused if r.why.code in ("refused.size", "refused.no_board", "refused.tuck_bottom")]
    return (telling or [r.why for r in refused])[-1]


def _none(why: Said) -> Said:
    made = say("note.none_holds", why="")
    return Said(made.code, made.id + why.id, made.en + why.en, {"why": why.code})


def _alternatives(request: Request, found: dict[str, Proven]) -> tuple[Alternative, ...]:
    """One entry for each pack, with all the roles that it has; the recommended one first, then in the roles' order."""
    roles: dict[tuple[str, str, str, str], list[str]] = {}
    packs: dict[tuple[str, str, str, str], Proven] = {}
    if found and "recommended" not in found:
        found = {"recommended": next(iter(found.values())), **found}
    for role in ROLES:
        if role not in found:
            continue
        pack = found[role]
        known = packs.get(pack.key)  # another role's copy of the same pack
        packs[pack.key] = pack if known is None else known
        roles.setdefault(pack.key, []).append(role)
    return tuple(
        Alternative(packs[key], tuple(roles[key]), reasons_of(packs[key], tuple(roles[key]), request)) for key in packs
    )


def with_deciding(request: Request, alternative: Alternative) -> Alternative:
    """The same with the assumptions that decide: each C value moved to both ends of its range, one at a time."""
    proven = alternative.proven
    options: dict[str, Any] = {
        "boards": _boards_around(proven, request),
        "style": proven.style.code,
        "printing": request.printing,
    }
    if proven.padding.cushion is not None:
        options |= {"cushion": proven.padding.cushion, "arrangement": proven.padding.arrangement}
    else:
        options["cushion"] = AUTO
    moved = sensitivity(request.product, request.journey, values=request.values, without=STILL, **options)
    return replace(alternative, deciding=tuple(m for m in moved if m.decides))


def _boards_around(proven: Proven, request: Request) -> tuple[BoardGrade, ...]:
    """The boards that a moved assumption may lead to: a few lighter ones and every heavier one."""
    if proven.stock_box is not None:
        return (proven.board,)
    usable = sorted(
        (b for b in request.boards if allowed(proven.style, b)), key=lambda b: (b.grammage, b.caliper_mm, b.code)
    )
    at = usable.index(proven.board)
    return tuple(usable[max(0, at - LIGHTER) :])


def _beaten(search: _Search, alternatives: Sequence[Alternative]) -> list[Refused]:
    """Styles that hold and lead in nothing, by the estimate."""
    taken = {a.proven.style.code for a in alternatives}
    beaten: dict[str, Refused] = {}
    for rough in search.rough:
        code = rough.suited.style.code
        if not rough.holds or code in taken or code in beaten:
            continue
        why = (
            say("refused.beaten", mass=rough.gross_kg, volume=rough.volume_cm3 / 1000)
            if search.request.purpose in uses(rough.suited.style)
            else say("refused.purpose", purpose=f"@purpose.{search.request.purpose}")
        )
        beaten[code] = Refused(code, rough.suited.style.name, why, board=rough.board.code, near=True)
    return list(beaten.values())
