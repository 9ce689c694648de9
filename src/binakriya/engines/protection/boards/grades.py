"""Board grades: what an office has in stock. The default table is an assumption to be replaced by suppliers' data."""

from dataclasses import dataclass

from binakriya.engines.protection.calculation import Firmness, letter_of
from binakriya.engines.protection.checking import checked

FLUTES_MM: dict[str, float] = {"A": 4.8, "C": 4.0, "B": 3.2, "E": 1.6, "F": 0.8, "BC": 7.0}
"""Usual calipers. Measured boards are often thinner."""


@dataclass(frozen=True, slots=True)
class BoardGrade:
    """`flute` "" is card (folding carton). Dx, Dy: bending stiffness along and across, N·m. Burst in kPa (Mullen);
    puncture in ounce-inches per inch of tear (Beach), which only rules for three walls ask."""

    code: str
    flute: str
    caliper_mm: float
    grammage: float
    ect_n_per_mm: float | None
    dx_nm: float | None = None
    dy_nm: float | None = None
    burst_kpa: float | None = None
    source: str = "assumption"
    puncture: float | None = None

    def __post_init__(self) -> None:
        checked("caliper", self.caliper_mm)
        if self.ect_n_per_mm is not None:
            checked("ect", self.ect_n_per_mm)
        for stiffness in (self.dx_nm, self.dy_nm):
            if stiffness is not None:
                checked("bending_stiffness", stiffness)

    @property
    def firmness(self) -> Firmness:
        """Of its values; the default stock's own source may be firmer than that a printer has it."""
        return letter_of(self.source)

    @property
    def walls(self) -> int:
        """One letter a wall: B 1, BC 2, ACC 3. Card has one."""
        return min(max(len(self.flute), 1), 3)


def _measured(code: str, flute: str, caliper: float, grammage: float, ect: float, dx: float, dy: float) -> BoardGrade:
    return BoardGrade(code, flute, caliper, grammage, ect, dx, dy, source="stackbuilder_boards")


DEFAULT_STOCK: tuple[BoardGrade, ...] = (
    # That a local printer stocks these is assumed (C), and so are the values of card, E and F (E 350: 23 lb/in, the
    # lightest edge crush of Item 222, at the usual caliper). The others are measured boards of a published table.
    BoardGrade("card 350 g/m²", "", 0.45, 350, None),
    BoardGrade("F 310 g/m²", "F", 0.8, 310, 3.2),
    BoardGrade("E 350 g/m²", "E", 1.6, 350, 4.0),
    BoardGrade("E 420 g/m²", "E", 1.6, 420, 4.6),
    _measured("B 459 g/m²", "B", 2.87, 459, 6.77, 4.53, 2.38),
    _measured("B 520 g/m²", "B", 3.0, 520, 6.77, 7.65, 3.25),
    _measured("B 594 g/m²", "B", 2.8, 594, 8.52, 8.13, 4.81),
    _measured("C 465 g/m²", "C", 3.98, 465, 6.14, 9.53, 6.17),
    _measured("C 564 g/m²", "C", 4.1, 564, 6.6, 16.4, 6.56),
    _measured("C 584 g/m²", "C", 3.95, 584, 5.94, 11.79, 5.41),
    _measured("C 607 g/m²", "C", 4.03, 607, 7.83, 17.62, 6.69),
    _measured("C 620 g/m²", "C", 3.96, 620, 8.98, 17.65, 6.81),
    _measured("BC 976 g/m²", "BC", 6.82, 976, 10.87, 40.38, 23.05),
    _measured("BC 1137 g/m²", "BC", 6.46, 1137, 13.45, 67.44, 25.19),
)
