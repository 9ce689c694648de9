"""Carriers: volumetric divisor and rounding, as each source prints them. Sources differ: every row is kept and shown.

Data, not rules. A service that no carrier calls by a name of its own (domestic, air) has its Indonesian words in
`wording`, by the row's label.
"""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Literal

from .calculation import Firmness, Gravity, Missing, MissingValueError, Quantity, Working
from .checking import checked, checked_size
from .wording import Message

Rounding = Literal["unknown", "up_to_1", "up_to_0.5", "up_above_0.3", "up_from_0.3"]
"""up_above_0.3: 1.30 -> 1, 1.31 -> 2; up_from_0.3: 1.30 -> 2; up_to_1, up_to_0.5: to the next kg or half kg."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """`divisor` in cm³/kg, None where size classes are charged. `firmness`: B read in one source, C from memory."""

    name: str
    service: str
    divisor: int | None
    rounding: Rounding
    source: str
    firmness: Firmness
    least_kg: float = 0.0
    most_kg: float | None = None
    most_mm: tuple[float, float, float] | None = None
    note: str = ""

    @property
    def label(self) -> str:
        return f"{self.name} {self.service}".strip()


_B, _C = Firmness.B, Firmness.C
CARRIERS: tuple[Carrier, ...] = (
    Carrier("JNE", "REG/YES/OKE", 6000, "up_above_0.3", "jnebrebes.blogspot.com (2013)", _B, least_kg=1),
    Carrier("JNE", "JTR", 4000, "unknown", "memory", _C),
    Carrier("J&T Express", "", 6000, "unknown", "everpro.id", _B),
    Carrier("J&T Cargo", "fast track", 6000, "unknown", "everpro.id", _B),
    Carrier("J&T Cargo", "cargo", 5000, "unknown", "kurirpedia.com", _B, note="actual weight"),
    Carrier("AnterAja", "", 6000, "unknown", "everpro.id", _B),
    Carrier(
        "GoSend / GrabExpress",
        "",
        6000,
        "unknown",
        "everpro.id",
        _B,
        most_kg=20,
        most_mm=(700, 500, 500),
        note="GoSend 70 × 50 × 50 cm, 20 kg",
    ),
    Carrier("ID Express", "standard/iDLite", 6000, "unknown", "everpro.id", _B),
    Carrier("ID Express", "cargo", 4000, "unknown", "everpro.id", _B),
    Carrier("Lion Parcel", "domestic", 6000, "unknown", "lionparcel.wixsite.com", _B),
    Carrier(
        "Lion Parcel",
        "INTERPACK",
        5000,
        "up_to_1",
        "lionparcel.wixsite.com",
        _B,
        most_kg=30,
        most_mm=(1000, 1000, 1000),
    ),
    Carrier("Indah", "air", 6000, "unknown", "everpro.id", _B),
    Carrier("Indah", "land/sea", 5000, "unknown", "everpro.id", _B),
    Carrier("Everpro", "aggregator", 6000, "up_from_0.3", "everpro.id", _B, note="divisor of each carrier"),
    Carrier("SiCepat", "REG", 6000, "up_above_0.3", "memory", _C),
    Carrier("SiCepat", "Gokil", 4000, "unknown", "memory", _C, least_kg=10),
    Carrier("Pos Indonesia", "domestic", 6000, "unknown", "memory", _C),
    Carrier("Paxel", "", None, "unknown", "memory", _C, note="size classes S, M, L"),
    Carrier("DHL Express / FedEx / UPS", "international", 5000, "up_to_0.5", "memory", _C),
    Carrier("EMS (Pos)", "international", 6000, "up_to_0.5", "memory", _C, note="posts differ"),
)


def carriers_named(name: str, carriers: tuple[Carrier, ...] = CARRIERS) -> tuple[Carrier, ...]:
    """All rows whose name or service contains the word."""
    word = name.casefold()
    return tuple(c for c in carriers if word in c.label.casefold())


def rounded(kg: float, rounding: Rounding) -> float:
    """Chargeable weight after rounding; grams are exact, so that 1.30 is 1.30. Unknown: as it is."""
    if rounding == "unknown":
        return round(kg, 6)
    exact = Decimal(str(round(kg, 6)))
    whole = exact.to_integral_value(ROUND_FLOOR)
    if rounding == "up_to_1":
        return float(exact.to_integral_value(ROUND_CEILING))
    if rounding == "up_to_0.5":
        return float((exact * 2).to_integral_value(ROUND_CEILING) / 2)
    over = exact - whole
    if rounding == "up_above_0.3":
        return float(whole + (1 if over > Decimal("0.3") else 0))
    if rounding == "up_from_0.3":
        return float(whole + (1 if over >= Decimal("0.3") else 0))
    return float(exact)


@dataclass(frozen=True, slots=True)
class ShippedWeight:
    carrier: Carrier
    actual_kg: float
    volumetric_kg: float
    chargeable_kg: float
    fits: bool


def chargeable(outside_mm: tuple[float, float, float], actual_kg: float, carrier: Carrier) -> ShippedWeight:
    """The heavier of actual and volumetric weight, rounded as the carrier does, never below its least; without a
    sheet. Raises MissingValueError for a carrier that charges by size classes."""
    length, breadth, height = checked_size(outside_mm)
    actual = checked("mass", actual_kg)
    if carrier.divisor is None:
        raise MissingValueError(Missing("carrier", Message("measure.carrier", {"carrier": f"@{carrier.label}"})))
    volumetric = length * breadth * height / 1000 / carrier.divisor
    charged = max(carrier.least_kg, rounded(max(actual, volumetric), carrier.rounding))
    light = carrier.most_kg is None or actual <= carrier.most_kg
    sides = zip(sorted((length, breadth, height)), sorted(carrier.most_mm), strict=True) if carrier.most_mm else ()
    return ShippedWeight(carrier, actual, volumetric, charged, light and all(side <= most for side, most in sides))


def shipped_weight(
    outside_mm: tuple[float, float, float], gross: Quantity, carrier: Carrier, working: Working
) -> ShippedWeight:
    """The same with its lines on the sheet, and what is over the carrier's limits."""
    found = chargeable(outside_mm, gross.value, carrier)
    length, breadth, height = outside_mm
    volume = working.step(
        "shipping.volume",
        "L·B·H",
        length * breadth * height / 1000,
        "cm³",
        "geometry",
        L=Quantity(length, "mm", "outside.length"),
        B=Quantity(breadth, "mm", "outside.breadth"),
        H=Quantity(height, "mm", "outside.height"),
    )
    divisor = Quantity(carrier.divisor or 0, "cm³/kg", "carrier", carrier.firmness)
    volumetric = working.step(
        "shipping.volumetric", "V/d", found.volumetric_kg, "kg", "carrier", of=carrier.label, V=volume, d=divisor
    )
    working.step(
        "shipping.chargeable",
        f"max(m, V/d), {carrier.rounding}",
        found.chargeable_kg,
        "kg",
        "carrier",
        of=carrier.label,
        m=gross,
        Vd=volumetric,
    )
    if carrier.rounding == "unknown":
        working.say(Gravity.NOTE, "carrier.rounding_unknown", carrier=f"@{carrier.label}")
    if carrier.most_kg is not None and found.actual_kg > carrier.most_kg:
        working.say(
            Gravity.FAILS, "carrier.over", carrier=f"@{carrier.label}", what="@mass", most=carrier.most_kg, unit="kg"
        )
    if carrier.most_mm is not None:
        for side, most in zip(sorted((length, breadth, height)), sorted(carrier.most_mm), strict=True):
            if side > most:
                working.say(
                    Gravity.FAILS, "carrier.over", carrier=f"@{carrier.label}", what="@size", most=most, unit="mm"
                )
    return found
