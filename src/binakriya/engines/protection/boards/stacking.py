"""What a stack asks of the bottom box: the load, divided by what time, damp, pattern, printing and handling leave."""

import math
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

from binakriya.engines.protection.calculation import Firmness, Gravity, Quantity, Working
from binakriya.engines.protection.checking import GRAVITY, checked, one_of
from binakriya.engines.protection.journey import Stage
from binakriya.engines.protection.values import Values

TIME: tuple[tuple[float, float], ...] = ((3, 0.70), (10, 0.63), (30, 0.60), (90, 0.55), (180, 0.50))
"""Days under load and what is left. The first point is firmness B, the others A; read between in log(days)."""
HUMIDITY: tuple[tuple[float, float], ...] = ((50, 1.0), (60, 0.90), (70, 0.80), (80, 0.68), (90, 0.48), (100, 0.15))
"""% RH and what is left (A); read between straight. Below 50 % nothing is gained."""
PRINTINGS: tuple[str, ...] = ("none", "light", "medium", "heavy")
MM_PER_INCH = 25.4


def time_multiplier(days: float) -> tuple[float, Firmness]:
    """What is left after `days` under load. None: all. Up to 3 days: 0.70. Beyond 180 the last slope goes on (C)."""
    days = checked("days", days)
    if days == 0:
        return 1.0, Firmness.A
    if days <= TIME[0][0]:
        return TIME[0][1], Firmness.B
    for at, left in TIME[1:]:
        if days == at:
            return left, Firmness.A
    index = min(max(bisect_right([at for at, _ in TIME], days), 1), len(TIME) - 1)
    (d0, m0), (d1, m1) = TIME[index - 1], TIME[index]
    share = math.log(days / d0) / math.log(d1 / d0)
    return m0 + (m1 - m0) * share, Firmness.C if days > TIME[-1][0] else Firmness.B


def humidity_multiplier(percent: float) -> tuple[float, Firmness]:
    percent = checked("humidity", percent)
    if percent <= HUMIDITY[0][0]:
        return HUMIDITY[0][1], Firmness.A
    for (h0, m0), (h1, m1) in pairwise(HUMIDITY):
        if percent <= h1:
            value = m0 + (m1 - m0) * (percent - h0) / (h1 - h0)
            return value, Firmness.A if percent == h1 else Firmness.B
    return HUMIDITY[-1][1], Firmness.A


def overhang_multiplier(overhang_mm: float) -> float:
    """1 − 0.3225·√(inches): TOPS, about 0.68 for an inch."""
    inches = checked("overhang", overhang_mm) / MM_PER_INCH
    return max(0.05, 1 - math.sqrt(inches) * 0.3225)


def boxes_above(stack_height_mm: float, box_height_mm: float) -> int:
    """Whole boxes on the bottom one in a stack of that height."""
    height = checked("height", box_height_mm)
    return max(0, math.floor(checked("stack_height", stack_height_mm) / height + 1e-9) - 1)


@dataclass(frozen=True, slots=True)
class StackDemand:
    """`required_n` is the laboratory strength that a box must have so as to hold in this leg."""

    stage: Stage
    boxes: int
    load_n: float
    multiplier: float
    required: Quantity

    @property
    def required_n(self) -> float:
        return self.required.value


def multipliers(stage: Stage, printing: str, values: Values, working: Working) -> list[tuple[str, Quantity]]:
    """Every factor that applies in a leg, by symbol."""
    one_of("printing", printing, PRINTINGS)
    time, firm = time_multiplier(stage.days.value)
    factors = [
        (
            "kt",
            working.step(
                "stack.time",
                "f(d)",
                time,
                "1",
                _time_source(stage.days.value),
                firmness=firm,
                of=stage.code,
                d=stage.days,
            ),
        )
    ]
    if stage.days.value > TIME[-1][0]:
        working.say(Gravity.WARNING, "stack.extrapolated")
    elif firm is Firmness.B and stage.days.value > TIME[0][0]:
        working.say(Gravity.NOTE, "stack.interpolated", what="@stack.time")
    damp, firm = humidity_multiplier(stage.humidity.value)
    if firm is Firmness.B:
        working.say(Gravity.NOTE, "stack.interpolated", what="@stack.humidity")
    factors.append(
        (
            "kh",
            working.step(
                "stack.humidity", "f(RH)", damp, "1", "fibre_box", firmness=firm, of=stage.code, RH=stage.humidity
            ),
        )
    )
    factors.append(("kp", values.take(f"stack.{stage.pattern}", working)))
    if stage.overhang_mm > 0:
        over = overhang_multiplier(stage.overhang_mm)
        factors.append(("ko", Quantity(over, "1", "overhang", Firmness.B)))
    if stage.gaps:
        factors.append(("kg", values.take("stack.gaps", working)))
    if stage.handling:
        factors.append(("ke", values.take("stack.handling", working)))
    if printing != "none":
        factors.append(("kc", values.take(f"stack.printing_{printing}", working)))
    return factors


def _time_source(days: float) -> str:
    return "short_storage" if 0 < days <= TIME[0][0] else "fibre_box"


def demand(
    stage: Stage,
    gross: Quantity,
    box_height_mm: float,
    values: Values,
    working: Working,
    *,
    printing: str = "none",
    load_factor: float = 1.0,
    size_firmness: Firmness = Firmness.GIVEN,
) -> StackDemand:
    """Required BCT in a leg, with its lines. `load_factor` > 1 for jolts in transport, where the office knows them."""
    above = boxes_above(stage.stack_height.value, box_height_mm)
    height = Quantity(box_height_mm, "mm", "outside.height", size_firmness)
    boxes = working.step(
        "stack.boxes", "⌊S/H⌋ − 1", above, "1", "geometry", of=stage.code, S=stage.stack_height, H=height
    )
    load = working.step(
        "stack.load",
        "n·m·g" if load_factor == 1 else f"n·m·g·{load_factor:g}",
        above * checked("mass", gross.value) * GRAVITY * load_factor,
        "N",
        "mechanics",
        of=stage.code,
        n=boxes,
        m=gross,
    )
    factors = multipliers(stage, printing, values, working)
    product = math.prod(quantity.value for _, quantity in factors)
    total = working.step(
        "stack.multiplier",
        "·".join(symbol for symbol, _ in factors),
        product,
        "1",
        "fibre_box",
        of=stage.code,
        also=dict(factors),
    )
    required = working.step(
        "stack.required", "F/k", load.value / product, "N", "fibre_box", of=stage.code, F=load, k=total
    )
    return StackDemand(stage, above, load.value, product, required)
