"""Why a pack is proposed, how it is closed and filled, and the rule of thumb; in plain words."""

from binakriya.engines.protection import CushionCurve, Protection
from binakriya.packaging.rules.recommend.cushioning import Padding
from binakriya.packaging.rules.recommend.proving import Proven
from binakriya.packaging.rules.recommend.request import Request
from binakriya.packaging.rules.recommend.suiting import PLAIN, sized
from binakriya.packaging.rules.words import Said, say

LITTLE_LITRES = 0.05


def cushion_word(cushion: str | CushionCurve | None) -> str:
    """A code for `say`, or the name of the office's own curve."""
    if cushion is None:
        return "@wrap"
    return f"@cushion.{cushion}" if isinstance(cushion, str) else cushion.name or "–"


def reasons_of(proven: Proven, roles: tuple[str, ...], request: Request) -> tuple[Said, ...]:
    made = [say("reason.by_hand")] if request.by_hand else []
    made += [_reason(role, proven, request) for role in roles]
    if "recommended" in roles and proven.style.code == PLAIN and proven.stock_box is None:
        made.append(say("reason.plain"))
    protection = proven.protection
    if protection.cushion is not None:
        design = protection.cushion
        made.append(
            say(
                "reason.padding",
                cushion=cushion_word(proven.padding.cushion),
                thickness=design.thickness_mm,
                arrangement=f"@arrangement.{design.arrangement}",
                fragility=protection.fragility_g,
                passed=design.transmitted_g,
                drop=protection.drops.design_mm,
            )
        )
        if proven.padding.paper and "paper" not in roles:
            made.append(say("reason.paper"))
    else:
        made.append(say("reason.wrap"))
    if proven.enlarged and proven.stock_box is None:
        made.append(say("reason.enlarged", need=sized(proven.needed_mm), has=sized(proven.made.inside_mm)))
    if any(f.message.code == "mckee.low_box" for f in protection.sheet.findings):
        made.append(say("reason.low_box"))
    return tuple(made)


def _reason(role: str, proven: Proven, request: Request) -> Said:
    divisor = request.divisor
    charged = proven.charged_kg(divisor)
    if role == "recommended":
        return say("reason.recommended", charged=charged, area=proven.made.area_m2)
    if role == "lightest":
        own = (proven.gross_kg - proven.protection.product.mass_kg) * 1000
        return say("reason.lightest", mass=proven.gross_kg, own=own)
    stock = proven.stock_box
    if role == "cheapest" and stock is not None and stock.unit_price is not None:
        said_by = stock.origin.citation() if stock.origin else stock.name
        return say("reason.cheapest", quantity=request.quantity, unit=float(stock.unit_price), supplier=said_by)
    if role == "cheapest" and proven.cost is not None:
        return say(
            "reason.cheapest",
            quantity=request.quantity,
            unit=float(proven.cost.unit),
            supplier=proven.cost.prices.board.origin.citation(),
        )
    if role == "stock" and proven.stock_box is not None:
        return say("reason.stock", box=proven.stock_box.name)
    if role == "paper":
        return say("reason.paper")
    if role == "gift":
        return say("reason.gift", style=proven.style.name)
    return say(
        "reason.shipping",
        charged=charged,
        divisor=divisor,
        volumetric=proven.volume_cm3 / divisor,
        actual=proven.gross_kg,
    )


def closing(proven: Proven) -> Said:
    return say(f"closing.say.{proven.style.closes_by}")


def filling(proven: Proven) -> Said:
    litres = proven.filling_litres
    return say("filling.rest", litres=litres) if litres > LITTLE_LITRES else say("filling.none")


def thumb(base: Protection, padding: Padding, request: Request) -> tuple[Said, ...]:
    """For a maker who has not tested: how fragile to take it, how thick to pad, how to try it."""
    band = base.band.code.removeprefix("band.")
    said = [say(f"thumb.{band}")]
    if padding.design is not None:
        said.append(
            say(
                "thumb.padding",
                cm=padding.design.thickness_mm / 10,
                cushion=cushion_word(padding.cushion),
            )
        )
        said.append(say("thumb.two_boxes"))
    said.append(say("thumb.shake"))
    evidence = request.product.evidence
    if evidence is None:
        said.append(say("thumb.test", drop=base.drops.design_mm / 10))
    return tuple(said)
