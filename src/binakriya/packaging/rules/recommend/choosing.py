"""Several honest alternatives for one product: enumerate, screen, prove the few that lead, say why the rest do not."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from binakriya.engines.boxes import BoxError, Style, Text, style, styles
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
from binakriya.packaging.rules.recommend.leading import cheapest_of_all, leaders
from binakriya.packaging.rules.recommend.made import allowed, estimate_of, room_in
from binakriya.packaging.rules.recommend.proving import Proven, prove
from binakriya.packaging.rules.recommend.request import Request, upright
from binakriya.packaging.rules.recommend.saying import reasons_of, thumb
from binakriya.packaging.rules.recommend.screening import Rough, Stacks, screen
from binakriya.packaging.rules.recommend.searching import Search, needed_by
from binakriya.packaging.rules.recommend.suiting import Refused, Suited, sized, suiting, uses
from binakriya.packaging.rules.words import Said, say

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
    search = Search(request, stacks)
    refused = (*refused, *_screened(search, suited, ways))
    found, notes = leaders(search)
    stock, stock_refused, stock_note = _stock(request, ways)
    if stock is not None:
        found["stock"] = stock
        notes = cheapest_of_all(found, stock, notes)
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


def _screened(search: Search, suited: Sequence[Suited], ways: Sequence[Padding]) -> list[Refused]:
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


def _nearest(search: Search, refused: Sequence[Refused]) -> Said:
    """What stops the pack that comes nearest; where none suits at all, the size or the boards."""
    computed = [found for found in search.proven.values() if isinstance(found, Proven)]
    if computed:
        return max(computed, key=lambda p: (p.protection.boards.shown.margin or 0.0, p.key)).failing()
    for found in search.proven.values():
        if isinstance(found, Said):
            return found
    sizes = [r for r in refused if r.why.code == "refused.size"]
    if sizes:
        # The largest style that is too small: the limit of a small one tells nobody what to do.
        return max(sizes, key=lambda r: (math.prod(style(r.style).largest), r.style)).why
    telling = [r.why for r in refused if r.why.code in ("refused.no_board", "refused.tuck_bottom")]
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


def _beaten(search: Search, alternatives: Sequence[Alternative]) -> list[Refused]:
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
