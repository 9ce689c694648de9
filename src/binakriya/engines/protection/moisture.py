"""Moisture: is a barrier needed, and how much desiccant by DIN 55474.

n = (V·b + m·c + A·e·W·t)/a with n desiccant units, V enclosed air m³, b its water g/m³, m hygroscopic packing aids kg,
c their water g/kg, A barrier m², e correction for the final humidity, W water vapour transmission g/(m²·d), t days,
a uptake of one unit at the final humidity, g. One unit takes up at least 6 g at 40 % RH.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from .calculation import Firmness, Gravity, Quantity, Working, weakest
from .checking import InputError, checked, one_of
from .journey import Stage
from .product import Product
from .values import Values

UPTAKE: dict[int, tuple[float, float, str]] = {
    20: (3, 0.9, "din55474"),
    40: (6, 0.7, "din55474"),
    50: (7, 0.65, "din55474_one"),
    60: (8, 0.6, "din55474"),
}
"""Final RH in %: uptake of a unit in g, correction e, source."""
BARRIERS: tuple[str, ...] = ("pe_temperate", "pe_tropical", "aluminium")
GOODS: tuple[str, ...] = ("unknown", "air_dry", "dried")
SILICA_RULE = 10
_WET = 75.0  # % RH from which the outer climate counts as damp


def absolute_humidity(temperature_c: float, humidity: float) -> float:
    """Water vapour in air, g/m³: Buck's saturation pressure (see the code, in Pa and °C) and the gas law."""
    t, rh = checked("temperature", temperature_c), checked("humidity", humidity)
    saturation = 611.21 * math.exp((18.678 - t / 234.5) * t / (257.14 + t))
    return rh / 100 * saturation / (461.52 * (t + 273.15)) * 1000


@dataclass(frozen=True, slots=True)
class Desiccant:
    """`units` rounded up; `silica_gel_g` of the assumed mass a unit, `by_rule_g` by the rule of ten."""

    exact_units: float
    units: int
    silica_gel_g: float
    by_rule_g: float


def desiccant(
    volume_m3: float,
    area_m2: float,
    days: Quantity,
    values: Values,
    working: Working,
    *,
    final_humidity: int = 40,
    packing_humidity: float = 80.0,
    hygroscopic_kg: float = 0.0,
    goods: str = "unknown",
    barrier: str = "pe_tropical",
    air_water: float | None = None,
    transmission: float | None = None,
    size_firmness: Firmness = Firmness.GIVEN,
) -> Desiccant:
    """Desiccant units by DIN 55474. `air_water` (g/m³) and `transmission` (g/(m²·d)) replace computed and tabled ones.

    `final_humidity` is 20, 40, 50 or 60 %. `goods` is the state of cardboard, paper and wood inside the barrier; the
    sources differ on its water when it is not known.
    """
    if final_humidity not in UPTAKE:
        raise InputError("final_humidity", "error.no_humidity_table")
    one_of("goods", goods, GOODS)
    one_of("barrier", barrier, BARRIERS)
    uptake, correction, source = UPTAKE[final_humidity]
    letter = Firmness("A" if source == "din55474" else "B")
    volume = Quantity(checked("volume", volume_m3), "m³", "volume", size_firmness)
    area = Quantity(checked("area", area_m2), "m²", "moisture.barrier_area", size_firmness)
    mass = Quantity(checked("hygroscopic_mass", hygroscopic_kg), "kg", "hygroscopic_mass")
    if air_water is None:
        temperature = values.take("moisture.temperature", working)
        damp = Quantity(checked("humidity", packing_humidity), "%", "humidity")
        density = absolute_humidity(temperature.value, damp.value)
        b = Quantity(density, "g/m³", "moisture.air", temperature.firmness)
        air = working.step(
            "moisture.air", "V·b(T, RH)", volume.value * density, "g", "buck", V=volume, T=temperature, RH=damp
        )
    else:
        b = Quantity(air_water, "g/m³", "moisture.air")
        air = working.step("moisture.air", "V·b", volume.value * air_water, "g", "din55474", V=volume, b=b)
    c = values.take(f"moisture.goods_{goods}", working)
    wet = working.step("moisture.goods", "m·c", mass.value * c.value, "g", "din55474", m=mass, c=c)
    if mass.value > 0 and goods != "dried":
        working.say(Gravity.NOTE, "moisture.sources_differ", value=c.value)
    rate = (
        values.take(f"barrier.{barrier}", working)
        if transmission is None
        else Quantity(checked("water_vapour", transmission), "g/(m²·d)", "water_vapour")
    )
    e = Quantity(correction, "1", "moisture.correction", letter)
    through = working.step(
        "moisture.barrier",
        "A·e·W·t",
        area.value * correction * rate.value * days.value,
        "g",
        "din55474",
        A=area,
        e=e,
        W=rate,
        t=days,
    )
    a = Quantity(uptake, "g", "moisture.capacity", letter)
    total = air.value + wet.value + through.value
    units = working.step(
        "moisture.units", "(V·b + m·c + A·e·W·t)/a", total / uptake, "1", source, Vb=air, mc=wet, AeWt=through, a=a
    )
    whole = math.ceil(units.value - 1e-9)
    per_unit = values.take("moisture.silica_gel_per_unit", working)
    gel = working.step("moisture.silica_gel", "⌈n⌉·mᵤ", whole * per_unit.value, "g", "assumption", n=units, mu=per_unit)
    rule = working.step(
        "moisture.silica_gel_rule",
        "10·(V·b + m·c + A·e·W·t)",
        SILICA_RULE * total,
        "g",
        "silica_rule",
        Vb=air,
        mc=wet,
        AeWt=through,
    )
    return Desiccant(units.value, whole, gel.value, rule.value)


@dataclass(frozen=True, slots=True)
class MoistureNeed:
    """`reason` is "mould", "corrosion" or "" (no barrier needed)."""

    reason: str
    final_humidity: int
    desiccant: Desiccant | None


def moisture_need(
    product: Product,
    stages: Sequence[Stage],
    inside_mm: tuple[float, float, float],
    values: Values,
    working: Working,
    *,
    barrier: str | None = None,
    hygroscopic_kg: float = 0.0,
    goods: str = "air_dry",
    size_firmness: Firmness = Firmness.GIVEN,
) -> MoistureNeed:
    """Does this material need a barrier on this journey; if so, desiccant for a bag around the inside of the box.

    Organic goods are kept at 60 % (drier cracks rattan and wood), metal at 40 %. A material that is not known is
    treated as one that does not mind. The bag is PE-LD; damp legs take its tropical transmission.
    """
    material = product.known_material()
    kind = material.moisture if material else ""
    name = f"@material.{material.code}" if material else product.material
    damp_days, worst = 0.0, max(stage.humidity.value for stage in stages)
    days = Quantity(sum(stage.days.value for stage in stages), "d", "days", weakest(*(s.days.firmness for s in stages)))
    reason = ""
    if kind == "mould":
        threshold = values.take("moisture.mould_humidity", working)
        patience = values.take("moisture.mould_days", working)
        damp_days = sum(s.days.value for s in stages if s.humidity.value >= threshold.value)
        if damp_days >= patience.value:
            reason = "mould"
            working.say(
                Gravity.WARNING,
                "moisture.mould",
                material=name,
                threshold=threshold.value,
                humidity=worst,
                days=damp_days,
            )
            working.say(Gravity.NOTE, "moisture.product_water")
    elif kind == "corrosion":
        threshold = values.take("moisture.corrosion_humidity", working)
        if worst >= threshold.value:
            reason = "corrosion"
            working.say(Gravity.WARNING, "moisture.corrosion", material=name, threshold=threshold.value, humidity=worst)
    if not reason:
        working.say(Gravity.NOTE, "moisture.none", material=name)
        return MoistureNeed("", 0, None)
    final = 60 if reason == "mould" else 40
    length, breadth, height = (side / 1000 for side in inside_mm)
    area = 2 * (length * breadth + length * height + breadth * height)
    working.step(
        "moisture.barrier_area",
        "2(LB + LH + BH)",
        area,
        "m²",
        "geometry",
        L=Quantity(inside_mm[0], "mm", "inside.length", size_firmness),
        B=Quantity(inside_mm[1], "mm", "inside.breadth", size_firmness),
        H=Quantity(inside_mm[2], "mm", "inside.height", size_firmness),
    )
    return MoistureNeed(
        reason,
        final,
        desiccant(
            length * breadth * height,
            area,
            days,
            values,
            working,
            final_humidity=final,
            packing_humidity=worst,
            hygroscopic_kg=hygroscopic_kg,
            goods=goods,
            barrier=barrier or ("pe_tropical" if worst >= _WET else "pe_temperate"),
            size_firmness=size_firmness,
        ),
    )
