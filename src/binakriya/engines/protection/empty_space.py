"""Empty-space share as Regulation (EU) 2025/40 counts it: what the product does not fill is empty, padding included.

The method of counting is still to be decreed (due 12 February 2028): whether the outside or the inside of the box is
the whole is open, so both are given and the larger share, of the outside, is judged.
"""

from dataclasses import dataclass

from .calculation import Firmness, Gravity, Quantity, Working
from .checking import InputError, checked, checked_size

MOST = 0.50
"""Grouped, transport and e-commerce packaging, from 1 January 2030 or three years after the implementing act."""
EARLIER_PROPOSAL = 0.40


@dataclass(frozen=True, slots=True)
class EmptySpace:
    outside_share: float
    inside_share: float
    within: bool


def empty_space(
    outside_mm: tuple[float, float, float],
    inside_mm: tuple[float, float, float],
    product_cm3: float,
    working: Working,
    *,
    size_firmness: Firmness = Firmness.GIVEN,
    judge: bool = True,
) -> EmptySpace:
    """`product_cm3`: volume of the sales packaging, or of the product where it has none. Only a pack that goes to the
    EU is judged; the shares are written for any."""
    outer, inner = checked_size(outside_mm), checked_size(inside_mm)
    filled = Quantity(checked("product_volume", product_cm3), "cm³", "product_volume")
    shares = []
    for name, (length, breadth, height) in (("outside", outer), ("inside", inner)):
        whole = length * breadth * height / 1000
        if filled.value > whole * 1.000001:
            raise InputError("product_volume", "error.product_larger", value=filled.value, most=whole)
        share = max(0.0, 1 - filled.value / whole)
        working.step(
            f"empty.{name}",
            "1 − v/V",
            share,
            "1",
            "ppwr",
            v=filled,
            V=Quantity(whole, "cm³", "shipping.volume", size_firmness),
        )
        shares.append(share)
    within = shares[0] <= MOST
    if not judge:
        return EmptySpace(shares[0], shares[1], within)
    working.say(
        Gravity.NOTE if within else Gravity.WARNING,
        "empty.within" if within else "empty.over",
        share=shares[0],
        most=MOST,
    )
    if EARLIER_PROPOSAL < shares[0] <= MOST:
        working.say(Gravity.NOTE, "empty.conflict")
    return EmptySpace(shares[0], shares[1], within)
