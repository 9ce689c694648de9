"""From G, drop height and weight to a cushion: thickness, bearing area, pads, inside of the box."""

import math
from dataclasses import dataclass

from binakriya.engines.protection.calculation import Gravity, Missing, MissingValueError, Quantity, Working
from binakriya.engines.protection.checking import GRAVITY, BottomingOutError, InputError, checked, one_of
from binakriya.engines.protection.product import Product
from binakriya.engines.protection.values import ASSUMED_CUSHIONS, CUSHIONS, MEASURED_ONLY, Values
from binakriya.engines.protection.wording import Message

from .fit import WEAK_R2, CushionCurve
from .pads import ARRANGEMENTS, Pad, corner_pads, edge_pads, face_plates

CREEP_DAYS = 30
"""Beyond this time under load creep deserves a look of its own."""


AUTO = "auto"
_MOST_STEPS = 40


@dataclass(frozen=True, slots=True)
class CushionDesign:
    """`area_mm2` bears on each face; `inside_mm` is the room the box must offer."""

    cushion: str
    thickness_mm: float
    static_stress_kpa: float
    area_mm2: float
    transmitted_g: float
    arrangement: str
    pads: tuple[Pad, ...]
    inside_mm: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class _Plan:
    """Least thickness and the static stresses that the material takes, kPa."""

    thickness: Quantity
    stress: Quantity
    least_kpa: float
    most_kpa: float
    curve: CushionCurve | None


def _from_factor(code: str, g: Quantity, height: Quantity, values: Values, working: Working) -> _Plan:
    if code in MEASURED_ONLY:
        raise MissingValueError(
            Missing(f"cushion_factor.{code}", Message("measure.cushion", {"cushion": f"@cushion.{code}"}))
        )
    factor = values.take(f"cushion_factor.{code}", working)
    least = factor.value * height.value / g.value
    thickness = working.step("cushion.thickness", "C·h/G", least, "mm", "cushion_factor", C=factor, h=height, G=g)
    stress = values.take(f"cushion_stress.{code}", working)
    usable = values[f"cushion_stress.{code}"]
    working.say(Gravity.NOTE, "cushion.stress_only_assumed", cushion=f"@cushion.{code}")
    return _Plan(thickness, stress, usable.low or stress.value, usable.high or stress.value, None)


def _from_curve(curve: CushionCurve, g: Quantity, height: Quantity, working: Working) -> _Plan:
    low, high = curve.usable_stress(g.value)
    best = min(max(curve.best_static_stress(g.value), low), high)
    a = Quantity(curve.a, "kPa", "points")
    b = Quantity(curve.b, "1/kPa", "points")
    factor = working.step("cushion.factor", "e·a·b", curve.factor, "1", "stress_energy", a=a, b=b)
    if math.isclose(best, curve.best_static_stress(g.value)):
        stress = working.step("cushion.static_stress", "e·a/G", best, "kPa", "stress_energy", a=a, G=g)
        thickness = working.step(
            "cushion.thickness",
            "e·a·b·h/G",
            curve.least_thickness(g.value, height.value),
            "mm",
            "stress_energy",
            C=factor,
            h=height,
            G=g,
        )
    else:
        stress = working.step("cushion.static_stress", "min(max(σ*, σ₀), σ₁)", best, "kPa", "stress_energy", a=a, G=g)
        thickness = working.step(
            "cushion.thickness",
            "b·σ·h/ln(G·σ/a)",
            curve.thickness_at(best, g.value, height.value),
            "mm",
            "stress_energy",
            a=a,
            b=b,
            sigma=stress,
            h=height,
            G=g,
        )
    if curve.r2 < WEAK_R2:
        working.say(Gravity.WARNING, "cushion.wide_fit", r2=curve.r2)
    return _Plan(thickness, stress, low, high, curve)


def _chosen(plan: _Plan, given_mm: float | None, step_mm: float, values: Values, working: Working) -> Quantity:
    """The thickness to cut: what is given, or the least one with a reserve for creep, rounded up to the step."""
    if given_mm is not None:
        return working.step(
            "cushion.thickness_chosen", "t", checked("thickness", given_mm), "mm", "given", t=plan.thickness
        )
    reserve = values.take("creep.reserve", working)
    with_creep = working.step(
        "cushion.thickness_with_creep",
        "t/(1 − c)",
        plan.thickness.value / (1 - reserve.value),
        "mm",
        "creep",
        t=plan.thickness,
        c=reserve,
    )
    rounded = max(step_mm, math.ceil(with_creep.value / step_mm - 1e-9) * step_mm)
    return working.step(
        "cushion.thickness_chosen", f"⌈t/{step_mm:g}⌉·{step_mm:g}", rounded, "mm", "given", t=with_creep
    )


def _check_bottoming(
    code: str, g: Quantity, height: Quantity, thickness: Quantity, values: Values, working: Working
) -> None:
    """The fall must be stopped within the cushion: at a constant G the way is h/(G − 1)."""
    limit = values.take(f"cushion_strain.{code}", working)
    strain = height.value / ((g.value - 1) * thickness.value)
    if strain > limit.value:
        least = height.value / ((g.value - 1) * limit.value)
        raise BottomingOutError(
            "thickness",
            "error.bottoms_out",
            value=thickness.value,
            strain=strain,
            most=limit.value,
            least=math.ceil(least),
        )
    working.step("cushion.strain", "h/((G − 1)·t)", strain, "1", "mechanics", h=height, G=g, t=thickness)


def _side(area: float, thickness: float, kerstner: Quantity, pieces: int, working: Working) -> float:
    """Side of each of the square pads, large enough to bear and not to buckle."""
    side = math.sqrt(area / pieces)
    least = kerstner.value * thickness
    if side < least:
        working.say(Gravity.NOTE, "cushion.buckling", area=side * side, least=least * least)
        return least
    return side


def design_cushion(
    product: Product,
    g: Quantity,
    height: Quantity,
    values: Values,
    working: Working,
    *,
    cushion: str | CushionCurve = "epe",
    arrangement: str = "corners",
    thickness_mm: float | None = None,
    step_mm: float = 5.0,
) -> CushionDesign:
    """`cushion` is a material of the assumptions or a fitted curve; `thickness_mm` checks a cushion that is at hand.

    A cushion that is too thin for the drop, or whose curve does not reach there, is an error (`BottomingOutError`).
    """
    one_of("pads", arrangement, ARRANGEMENTS)
    checked("fragility", g.value)
    checked("drop_height", height.value)
    if isinstance(cushion, CushionCurve):
        name, plan = cushion.name or "curve", _from_curve(cushion, g, height, working)
    else:
        one_of("cushion", cushion, CUSHIONS)
        name, plan = cushion, _from_factor(cushion, g, height, values, working)
    thickness = _chosen(plan, thickness_mm, step_mm, values, working)
    if plan.curve is None:
        _check_bottoming(name, g, height, thickness, values, working)

    weight_n = product.mass_kg * GRAVITY
    mass = product.mass()
    area = working.step(
        "cushion.bearing_area",
        "m·g/σ",
        weight_n / plan.stress.value * 1000,
        "mm²",
        "bearing_area",
        m=mass,
        sigma=plan.stress,
    )
    kerstner = values.take("buckling.kerstner", working)
    if thickness_mm is None:
        thickness = _thick_enough(product, plan, g, height, thickness, area, kerstner, arrangement, step_mm, working)
    working.step(
        "cushion.buckling_area",
        "(k·t)²",
        (kerstner.value * thickness.value) ** 2,
        "mm²",
        "kerstner",
        k=kerstner,
        t=thickness,
    )
    used, pads, bearing = _cut(product, area, thickness, kerstner, arrangement, working)
    stress = working.step(
        "cushion.static_stress",
        "m·g/A",
        weight_n / bearing * 1000,
        "kPa",
        "bearing_area",
        m=mass,
        A=Quantity(bearing, "mm²", "cushion.bearing_area", area.firmness),
    )
    if stress.value > plan.most_kpa * 1.0001:
        working.say(Gravity.FAILS, "cushion.too_soft_full", value=stress.value, most=plan.most_kpa)
    elif stress.value < plan.least_kpa * 0.9999:
        working.say(Gravity.WARNING, "cushion.under_loaded", value=stress.value, least=plan.least_kpa)
    transmitted = _transmitted(plan, stress, g, height, thickness, values, working, name)
    inside = tuple(side + 2 * thickness.value for side in product.size_mm)
    return CushionDesign(
        name,
        thickness.value,
        stress.value,
        bearing,
        transmitted,
        used,
        pads,
        (inside[0], inside[1], inside[2]),
    )


def rank_cushions(
    product: Product,
    g: Quantity,
    height: Quantity,
    values: Values,
    *,
    among: tuple[str, ...] = ASSUMED_CUSHIONS,
    arrangement: str = "corners",
    thickness_mm: float | None = None,
) -> tuple[str, ...]:
    """Materials in order of suitability: those loaded inside their usable stress first, each group from the thinnest.

    Where none can be designed (all bottom out, say), the error of the first stands.
    """
    ranked: list[tuple[int, float, int, str]] = []
    stopped: InputError | None = None
    for order, code in enumerate(among):
        trial = Working()
        try:
            found = design_cushion(
                product, g, height, values, trial, cushion=code, arrangement=arrangement, thickness_mm=thickness_mm
            )
        except InputError as error:
            stopped = stopped or error
            continue
        gravities = [finding.gravity for finding in trial.sheet().findings]
        worst = 2 if Gravity.FAILS in gravities else 1 if Gravity.WARNING in gravities else 0
        ranked.append((worst, found.thickness_mm, order, code))
    if not ranked and stopped:
        raise stopped
    return tuple(code for *_, code in sorted(ranked))


def _transmitted(
    plan: _Plan,
    stress: Quantity,
    g: Quantity,
    height: Quantity,
    thickness: Quantity,
    values: Values,
    working: Working,
    name: str,
) -> float:
    if plan.curve is None:
        factor = values.take(f"cushion_factor.{name}", working)
        passed = factor.value * height.value / thickness.value
        line = working.step(
            "cushion.transmitted", "C·h/t", passed, "G", "cushion_factor", C=factor, h=height, t=thickness
        )
    else:
        passed = plan.curve.peak_g(stress.value, height.value, thickness.value)
        line = working.step(
            "cushion.transmitted",
            "a·exp(b·σ·h/t)/σ",
            passed,
            "G",
            "stress_energy",
            sigma=stress,
            h=height,
            t=thickness,
        )
    if line.value > g.value * 1.0001:
        working.say(Gravity.FAILS, "cushion.passes_too_much", passed=line.value, fragility=g.value)
    return line.value


def _cut(
    product: Product, area: Quantity, thickness: Quantity, kerstner: Quantity, arrangement: str, working: Working
) -> tuple[str, tuple[Pad, ...], float]:
    """Arrangement used, pads, and the area that bears on the face that offers least."""
    size, thick = product.size_mm, thickness.value
    if product.shape != "box" and arrangement != "faces":
        working.say(Gravity.NOTE, "cushion.not_box")
        arrangement = "faces"
    if arrangement == "corners":
        side = _side(area.value, thick, kerstner, 4, working)
        if 2 * side <= min(size):
            working.step(
                "cushion.pad_side", "max(√(A/4), k·t)", side, "mm", "geometry", A=area, k=kerstner, t=thickness
            )
            return "corners", corner_pads(side, thick), 4 * side * side
        working.say(Gravity.NOTE, "cushion.pads_meet")
        arrangement = "faces"
    if arrangement == "edges":
        length, breadth, height = size
        width = max(area.value / (2 * length), kerstner.value * thick)
        if 2 * width <= min(breadth, height):
            end = face_plates(size, area.value, thick)[2]
            bearing = min(2 * length * width, end.bearing_mm2)
            return "edges", edge_pads(size, width, thick, (end.length_mm, end.breadth_mm)), bearing
        working.say(Gravity.NOTE, "cushion.pads_meet")
    least = (kerstner.value * thick) ** 2
    plates = face_plates(size, max(area.value, least), thick)
    smallest = min(plate.bearing_mm2 for plate in plates)
    if smallest < least * 0.9999:
        # The face itself is smaller: no larger plate would bear more.
        working.say(Gravity.WARNING, "cushion.face_small", area=smallest, least=least)
    elif area.value < least:
        working.say(Gravity.NOTE, "cushion.buckling", area=area.value, least=least)
    return "faces", plates, smallest


def _thick_enough(
    product: Product,
    plan: _Plan,
    g: Quantity,
    height: Quantity,
    thickness: Quantity,
    area: Quantity,
    kerstner: Quantity,
    arrangement: str,
    step_mm: float,
    working: Working,
) -> Quantity:
    """With a curve: a face smaller than the best area loads the cushion more, so it is made thicker until G holds."""
    if plan.curve is None:
        return thickness
    tried = thickness
    for _ in range(_MOST_STEPS):
        _, _, bearing = _cut(product, area, tried, kerstner, arrangement, Working())
        stress = product.mass_kg * GRAVITY / bearing * 1000
        if plan.curve.a * math.exp(plan.curve.b * stress * height.value / tried.value) / stress <= g.value:
            break
        tried = Quantity(tried.value + step_mm, "mm", tried.origin, tried.firmness)
    else:
        return thickness  # none helps (pads enlarged against buckling act hard): the sheet says so
    if tried.value == thickness.value:
        return thickness
    return working.step(
        "cushion.thickness_chosen",
        f"t + n·{step_mm:g}, a·exp(b·σ·h/t)/σ ≤ G",
        tried.value,
        "mm",
        "stress_energy",
        t=thickness,
        h=height,
        G=g,
    )
