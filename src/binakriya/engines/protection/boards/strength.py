"""Box compression strength after McKee: simplified, with exponents, full, and with stiffness and height.

Plain functions in SI units: mm, N/mm, N·m → N. The full forms are defined in lb and inch and converted here with exact
factors.
"""

from binakriya.engines.protection.calculation import Firmness, Gravity, Missing, MissingValueError, Quantity, Working
from binakriya.engines.protection.checking import checked, checked_size, one_of
from binakriya.engines.protection.values import Values
from binakriya.engines.protection.wording import Message

from .grades import BoardGrade

MM_PER_INCH = 25.4
N_PER_LB = 4.4482216152605
N_PER_MM_PER_LB_PER_INCH = N_PER_LB / MM_PER_INCH
NM_PER_LB_INCH = N_PER_LB * MM_PER_INCH / 1000
N_PER_KGF = 9.80665

FORMULAS: tuple[str, ...] = ("simplified", "tops", "full", "stiffness")
SLOTTED: tuple[str, ...] = ("0200", "0201", "0202", "0203", "0204", "0205", "0206")
"""Styles for which McKee's formula was made; any other takes an assumed factor."""


def mckee_simplified(perimeter_mm: float, caliper_mm: float, ect_n_per_mm: float) -> float:
    """5.874·ECT·√(Z·t), N."""
    ect, caliper = checked("ect", ect_n_per_mm), checked("caliper", caliper_mm)
    return 5.874 * ect * float((perimeter_mm * caliper) ** 0.5)


def mckee_tops(perimeter_mm: float, caliper_mm: float, ect_n_per_mm: float) -> float:
    """5.87·ECT·Z^0.4924·t^0.5076 in lb and inch, N."""
    ect = checked("ect", ect_n_per_mm) / N_PER_MM_PER_LB_PER_INCH
    caliper = checked("caliper", caliper_mm) / MM_PER_INCH
    return float(5.87 * ect * (perimeter_mm / MM_PER_INCH) ** 0.4924 * caliper**0.5076 * N_PER_LB)


def _plate(ect_n_per_mm: float, dx_nm: float, dy_nm: float) -> float:
    ect = checked("ect", ect_n_per_mm) / N_PER_MM_PER_LB_PER_INCH
    dx = checked("bending_stiffness", dx_nm) / NM_PER_LB_INCH
    dy = checked("bending_stiffness", dy_nm) / NM_PER_LB_INCH
    return float(ect**0.746 * (dx * dy) ** 0.127)


def mckee_full(perimeter_mm: float, ect_n_per_mm: float, dx_nm: float, dy_nm: float) -> float:
    """2.028·ECT^0.746·(Dx·Dy)^0.127·Z^0.492 in lb and inch, N."""
    return 2.028 * _plate(ect_n_per_mm, dx_nm, dy_nm) * float((perimeter_mm / MM_PER_INCH) ** 0.492) * N_PER_LB


def mckee_stiffness(size_mm: tuple[float, float, float], ect_n_per_mm: float, dx_nm: float, dy_nm: float) -> float:
    """1.014·ECT^0.746·(Dx·Dy)^0.127·2·(L^0.492 + B^0.492)·1.593/H^0.236 in lb and inch, N."""
    length, breadth, height = (side / MM_PER_INCH for side in checked_size(size_mm))
    panels = 2 * (length**0.492 + breadth**0.492)
    return float(1.014 * _plate(ect_n_per_mm, dx_nm, dy_nm) * panels * 1.593 / height**0.236 * N_PER_LB)


def style_factor(style: str, values: Values, working: Working) -> Quantity:
    if style in SLOTTED:
        return values.take("style.slotted", working)
    factor = values.take("style.other", working)
    working.say(Gravity.WARNING, "mckee.not_slotted", style=style, factor=factor.value)
    return factor


def box_strength(
    board: BoardGrade,
    size_mm: tuple[float, float, float],
    values: Values,
    working: Working,
    *,
    formula: str = "simplified",
    style: str = "0201",
    horizontal_flutes: bool = False,
    size_firmness: Firmness = Firmness.GIVEN,
) -> Quantity:
    """BCT in N of a box of that outside size, with its lines on the sheet.

    Card and boards without the values that a formula needs are missing values (D), not guesses.
    """
    one_of("box", formula, FORMULAS)
    length, breadth, height = checked_size(size_mm)
    if board.ect_n_per_mm is None or not board.flute:
        raise MissingValueError(Missing("ect", Message("measure.card", {"board": board.code})))
    perimeter = Quantity(2 * (length + breadth), "mm", "outside.length", size_firmness)
    ect = Quantity(board.ect_n_per_mm, "N/mm", "ect", board.firmness)
    caliper = Quantity(board.caliper_mm, "mm", "caliper", board.firmness)
    if formula in ("full", "stiffness"):
        if board.dx_nm is None or board.dy_nm is None:
            raise MissingValueError(Missing("bending_stiffness", Message("measure.stiffness", {"board": board.code})))
        dx, dy = (Quantity(d, "N·m", "bending_stiffness", board.firmness) for d in (board.dx_nm, board.dy_nm))
        if formula == "full":
            value = mckee_full(perimeter.value, ect.value, dx.value, dy.value)
            words, source = "2.028·ECT^0.746·(Dx·Dy)^0.127·Z^0.492 [lb, in]", "mckee"
        else:
            value = mckee_stiffness(size_mm, ect.value, dx.value, dy.value)
            words = "1.014·ECT^0.746·(Dx·Dy)^0.127·2(L^0.492 + B^0.492)·1.593/H^0.236 [lb, in]"
            source = "mckee_stiffness"
        line = working.step(
            f"bct.{formula}", words, value, "N", source, of=board.code, ECT=ect, Dx=dx, Dy=dy, Z=perimeter
        )
    elif formula == "tops":
        value = mckee_tops(perimeter.value, caliper.value, ect.value)
        words = "5.87·ECT·Z^0.4924·t^0.5076 [lb, in]"
        line = working.step("bct.tops", words, value, "N", "mckee_tops", of=board.code, ECT=ect, Z=perimeter, t=caliper)
    else:
        value = mckee_simplified(perimeter.value, caliper.value, ect.value)
        words = "5.874·ECT·√(Z·t)"
        line = working.step(
            "bct.simplified", words, value, "N", "mckee", of=board.code, ECT=ect, Z=perimeter, t=caliper
        )
    limit = values.take("mckee.perimeter_over_height", working)
    ratio = perimeter.value / height
    if ratio > limit.value:
        working.say(Gravity.WARNING, "mckee.low_box", ratio=ratio, most=limit.value)
    factor = style_factor(style, values, working)
    inputs = {"BCT": line, "f": factor}
    if horizontal_flutes:
        inputs["hff"] = values.take("stack.horizontal_flutes", working)
    elif factor.value == 1:
        return line
    total = line.value
    for quantity in list(inputs.values())[1:]:
        total *= quantity.value
    words = "BCT·f·hff" if horizontal_flutes else "BCT·f"
    return working.step(
        "bct.style", words, total, "N", "tops" if horizontal_flutes else "mckee", of=board.code, also=inputs
    )
