"""One product through the whole chain: fragility, drop, cushion, board, moisture, empty space; on one sheet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from .boards import DEFAULT_STOCK, BoardChoice, BoardGrade, choose_board
from .calculation import Finding, Firmness, Gravity, Quantity, Sheet, Working
from .cushions import AUTO, CushionCurve, CushionDesign, design_cushion, rank_cushions
from .cushions.design import CREEP_DAYS
from .drops import Drops, class_3a, drop_height
from .empty_space import EmptySpace, empty_space
from .fragility import fragility
from .journey import Leg, Stage, stages
from .materials import BANDS, Band, band_of
from .moisture import MoistureNeed, moisture_need
from .product import Product
from .values import Values

WRAP_MM = 3.0
"""Room on each side for a wrap, where a soft product needs no cushion."""


@dataclass(frozen=True, slots=True)
class Protection:
    """The result. `cushion` None: a soft product, wrapped only. `holds`: nothing on the sheet fails."""

    product: Product
    fragility_g: float
    band: Band
    drops: Drops
    cushion: CushionDesign | None
    inside_mm: tuple[float, float, float]
    boards: BoardChoice
    moisture: MoistureNeed
    empty: EmptySpace
    sheet: Sheet

    @property
    def holds(self) -> bool:
        return self.boards.best is not None and not any(f.gravity is Gravity.FAILS for f in self.sheet.findings)

    @property
    def board(self) -> BoardGrade | None:
        return self.boards.best.board if self.boards.best else None

    @property
    def outside_mm(self) -> tuple[float, float, float]:
        return self.boards.shown.outside_mm

    @property
    def binding(self) -> Finding:
        """What stops the next lighter board; where none is lighter, what the chosen one meets; else why none holds."""
        lighter = self.boards.next_lighter
        return (lighter or self.boards.shown).finding


def protect(
    product: Product,
    journey: Iterable[Leg],
    *,
    cushion: str | CushionCurve = AUTO,
    arrangement: str = "corners",
    thickness_mm: float | None = None,
    boards: Sequence[BoardGrade] = DEFAULT_STOCK,
    values: Values | None = None,
    style: str = "0201",
    formula: str = "simplified",
    printing: str = "none",
    inside_mm: tuple[float, float, float] | None = None,
    outside_mm: tuple[float, float, float] | None = None,
    board_area_m2: float | None = None,
    ask_item222: bool = False,
    to_eu: bool = False,
    every_board: bool = False,
) -> Protection:
    """Everything for one product on one journey.

    `cushion`: a material, a fitted curve, or the best suited of the assumed materials.
    `ask_item222` and `to_eu` add what a buyer in the USA or the law of the EU asks for.
    `inside_mm` replaces the room that the cushion asks for (a stock box), `outside_mm` and `board_area_m2` the
    estimates, where the box's geometry is known. The drop height goes by the product's own mass, which is on the
    careful side of the gross mass. What cannot be computed raises `MissingValueError`, what cannot be
    `InputError`; what does not hold is a finding that FAILS.
    """
    table = values or Values()
    working = Working()
    route = stages(journey, table, working)
    g = fragility(product, table, working)
    mass = product.mass()
    height, drops = max(
        (_drop(stage, product, table, working) for stage in route),
        key=lambda found: found[0].value,
    )
    material = product.known_material()
    soft = material is not None and material.soft and g.value >= BANDS[-1].low
    room: tuple[float, float, float]
    if soft:
        padding = None
        working.say(Gravity.NOTE, "cushion.none", fragility=g.value)
        length, breadth, tall = (side + 2 * WRAP_MM for side in product.size_mm)
        room = (length, breadth, tall)
    else:
        if cushion == AUTO:
            cushion = rank_cushions(product, g, height, table, arrangement=arrangement, thickness_mm=thickness_mm)[0]
        padding = design_cushion(
            product,
            g,
            height,
            table,
            working,
            cushion=cushion,
            arrangement=arrangement,
            thickness_mm=thickness_mm,
        )
        room = padding.inside_mm
        if max(stage.days.value for stage in route) >= CREEP_DAYS:
            working.say(Gravity.NOTE, "cushion.creep", reserve=table["creep.reserve"].value, days=CREEP_DAYS)
    if inside_mm is not None:
        if any(box < need - 1e-6 for box, need in zip(inside_mm, room, strict=True)):
            working.say(Gravity.FAILS, "box.too_small", need=_size(room), has=_size(inside_mm))
        room = inside_mm
    pad = working.last("cushion.thickness_chosen") if padding else Quantity(WRAP_MM, "mm", "cushion.none")
    inside_firmness = pad.firmness if inside_mm is None else Firmness.GIVEN
    for name, side, own in zip(("length", "breadth", "height"), room, product.sides(), strict=True):
        if inside_mm is None:
            working.step(f"inside.{name}", "s + 2·t", side, "mm", "geometry", s=own, t=pad)
        else:
            working.step(f"inside.{name}", "L", side, "mm", "given", s=own)
    choice = choose_board(
        mass,
        room,
        route,
        boards,
        table,
        outside_mm=outside_mm,
        formula=formula,
        style=style,
        printing=printing,
        board_area_m2=board_area_m2,
        ask_item222=ask_item222,
        every=every_board,
        inside_firmness=inside_firmness,
    )
    shown = choice.shown
    working.include(shown.sheet)
    if drops.package_class:
        drops = replace(drops, package_class=class_3a(shown.outside_mm, shown.gross_kg))
    if choice.next_lighter is not None:
        said = choice.next_lighter.finding.message
        working.say(Gravity.NOTE, said.code, **said.values)
    if choice.best is None:
        _say_none(choice, working)
    else:
        working.say(Gravity.NOTE, shown.finding.message.code, **shown.finding.message.values)
    wet = moisture_need(product, route, room, table, working, size_firmness=inside_firmness)
    volume = product.volume_cm3 or product.block_cm3
    space = empty_space(shown.outside_mm, room, volume, working, size_firmness=inside_firmness, judge=to_eu)
    working.say(Gravity.NOTE, "vibration")
    return Protection(product, g.value, band_of(g.value), drops, padding, room, choice, wet, space, working.sheet())


def _drop(stage: Stage, product: Product, values: Values, working: Working) -> tuple[Quantity, Drops]:
    if stage.drop_height_mm is None:
        return drop_height(stage.standard, product.mass(), product.size_mm, values, working, of=stage.code)
    seen = Quantity(stage.drop_height_mm, "mm", "drop_height")
    line = working.step("drop_height", "h", seen.value, "mm", "given", of=stage.code, h=seen)
    return line, Drops("given", seen.value, seen.value)


def _say_none(choice: BoardChoice, working: Working) -> None:
    strongest = choice.strongest
    if strongest.strength_n is None or strongest.binding is None:
        said = strongest.finding.message
        working.say(Gravity.FAILS, said.code, **said.values)
        return
    if strongest.strength_n >= strongest.binding.required_n:  # it holds the stack, another rule refuses it
        said = strongest.finding.message
        working.say(Gravity.FAILS, said.code, **said.values)
        return
    working.say(
        Gravity.FAILS,
        "board.none_holds",
        board=strongest.board.code,
        need=strongest.binding.required_n / 1000,
        has=strongest.strength_n / 1000,
        leg=f"@{strongest.binding.stage.code}",
    )


def _size(size: tuple[float, float, float]) -> str:
    return " × ".join(f"{side:.0f}" for side in size)
