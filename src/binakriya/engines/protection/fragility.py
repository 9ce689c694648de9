"""How many G a product withstands: declared, from drop tests, or assumed by material and form."""

import math

from .calculation import Gravity, Missing, MissingValueError, Quantity, Working
from .checking import GRAVITY, checked, one_of
from .drop_tests import Estimate
from .product import Product
from .values import CUSHIONS, MEASURED_ONLY, Values
from .wording import Message

BREAKING_SHARE = 0.10
"""A staircase or probit estimate is used at the height from which one in ten breaks."""


FAR = 2.0
"""So many times outside the usual range of its material a declared G is questioned. Our choice."""


def from_cushioned_drop(
    estimate: Estimate, cushion_mm: float, cushion: str, values: Values, working: Working
) -> Quantity:
    """A product that survives a fall onto a cushion has borne at least the least shock which such a cushion passes on.

    G ≥ C·h/t, with the cushion factor at the low end of its range: a lower bound, on the careful side. The sample must
    lie on the cushion with a static stress inside its usable range.
    """
    if one_of("cushion", cushion, CUSHIONS) in MEASURED_ONLY:
        raise MissingValueError(
            Missing(f"cushion_factor.{cushion}", Message("measure.cushion", {"cushion": f"@cushion.{cushion}"}))
        )
    thickness = Quantity(checked("thickness", cushion_mm), "mm", "thickness")
    height = Quantity(estimate.height_breaking(BREAKING_SHARE), "mm", "test.critical_height")
    factor = values.take(f"cushion_factor.{cushion}", working)
    low = values[f"cushion_factor.{cushion}"].low or factor.value
    least = Quantity(low, "1", factor.origin, factor.firmness)
    g = max(5.0, low * height.value / thickness.value)
    return working.step(
        "fragility.from_cushioned_drop", "C·h/t", g, "G", "cushion_factor", C=least, h=height, t=thickness
    )


def from_bare_drop(estimate: Estimate, values: Values, working: Working) -> Quantity:
    """From a fall onto a hard floor: ΔV = (1 + e)·√(2gh), and G of the half-sine pulse that has this ΔV.

    Rebound e and duration τ are assumptions; with an accelerometer neither is needed: declare the G.
    """
    height = Quantity(estimate.height_breaking(BREAKING_SHARE), "mm", "test.critical_height")
    rebound, pulse = values.take("test.restitution", working), values.take("test.pulse_ms", working)
    velocity = (1 + rebound.value) * math.sqrt(2 * GRAVITY * height.value / 1000)
    change = working.step(
        "fragility.velocity_change", "(1 + e)·√(2·g·h)", velocity, "m/s", "mechanics", e=rebound, h=height
    )
    g = math.pi * velocity / (2 * GRAVITY * pulse.value / 1000)
    return working.step("fragility.from_bare_drop", "π·ΔV/(2·g·τ)", g, "G", "half_sine", dV=change, tau=pulse)


def by_material(product: Product, values: Values, working: Working) -> Quantity:
    """The assumption for the material, times that for the form."""
    material = product.known_material()
    if material is None:
        raise MissingValueError(
            Missing("fragility", Message("measure.material", {"material": product.material.strip()}))
        )
    g = values.take(f"material_g.{material.code}", working)
    line = working.step("fragility.by_material", "G", g.value, "G", "fragility_bands", G=g)
    if product.form != "plain":
        factor = values.take(f"form_factor.{product.form}", working)
        line = working.step(
            "fragility.by_form", "G·f", max(5.0, g.value * factor.value), "G", "assumption", G=line, f=factor
        )
    working.say(Gravity.NOTE, "fragility.rule_of_thumb")
    return line


def _question(product: Product, g: float, values: Values, working: Working) -> None:
    """A declared G that lies more than `FAR` times outside what is usual for material and form is told: it counts, but
    a slip of the pen would too."""
    material = product.known_material()
    if material is None:
        return
    usual = values[f"material_g.{material.code}"]
    factor = values[f"form_factor.{product.form}"].value if product.form != "plain" else 1.0
    low, high = (side * factor for side in (usual.low or usual.value, usual.high or usual.value))
    if not low / FAR <= g <= high * FAR:
        working.say(Gravity.WARNING, "fragility.far", g=g, low=low, high=high)


def fragility(product: Product, values: Values, working: Working) -> Quantity:
    """The G to design for. Evidence goes before assumption."""
    evidence = product.evidence
    if evidence is not None and evidence.declared_g is not None:
        g = checked("fragility", evidence.declared_g)
        _question(product, g, values, working)
        return working.step("fragility", "G", g, "G", evidence.source)
    if evidence is not None and evidence.drops is not None:
        working.include(evidence.drops.sheet)
        if evidence.cushion_mm is not None:
            return from_cushioned_drop(evidence.drops, evidence.cushion_mm, evidence.cushion, values, working)
        return from_bare_drop(evidence.drops, values, working)
    return by_material(product, values, working)
