"""What the page shows, in the reader's language."""

from dataclasses import dataclass

from binakriya.packaging.rules.patterns import Pattern


@dataclass(frozen=True, slots=True)
class Drawn:
    """`still` is SVG, `scene` the JSON that the folding script reads; sizes in mm."""

    patterns: tuple[Pattern, ...]
    still: str
    scene: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the calculation sheet in words. `firmness`: "" given, A, B, C."""

    label: str
    formula: str
    inputs: str
    value: str
    unit: str
    source: str
    firmness: str


@dataclass(frozen=True, slots=True)
class Assumption:
    label: str
    value: str
    unit: str
    range: str
    source: str
    decides: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One alternative as a row. Masses in kg."""

    key: str
    roles: tuple[str, ...]
    style: str
    style_name: str
    board: str
    cushion: str
    outside: str
    gross_kg: float
    unit_cost: float | None
    ready_made: str
    reasons: tuple[str, ...]
    binding: str
    shown: bool


@dataclass(frozen=True, slots=True)
class Weighed:
    carrier: str
    divisor: int | None
    chargeable_kg: float
    fits: bool
    source: str
    firmness: str


@dataclass(frozen=True, slots=True)
class CostRow:
    """One line of what the boxes cost, with who said so."""

    label: str
    value: str
    source: str
    firmness: str


@dataclass(frozen=True, slots=True)
class Turned:
    style: str
    name: str
    board: str
    why: str


@dataclass(frozen=True, slots=True)
class Shown:
    """The pack that the page shows. Masses in kg, forces in N, shares of one, money in rupiah. `deciding`: what the
    assumptions that decide would change, in words."""

    key: str
    choice: Choice
    inside: str
    area_m2: float
    has_n: float | None
    needs_n: float | None
    empty_outside: float
    cushion: str
    cushion_mm: float | None
    arrangement: str
    closing: str
    filling: str
    silica_gel_g: float | None
    cost_total: float | None
    cost_unit: float | None
    cost_source: str
    cost_lines: tuple[CostRow, ...]
    cost_notes: tuple[str, ...]
    shipped: tuple[Weighed, ...]
    lines: tuple[Line, ...]
    assumptions: tuple[Assumption, ...]
    deciding: tuple[str, ...]
    findings: tuple[tuple[str, str], ...]
    lacking: tuple[str, ...]
    folding: tuple[str, ...]
    drawn: Drawn | None
    not_drawn: str
    firmness: str
    own_parameters: bool

    @property
    def warned(self) -> bool:
        """Whether a finding is more than a note."""
        return any(gravity != "note" for gravity, _text in self.findings)


@dataclass(frozen=True, slots=True)
class Studio:
    """`shown` None: nothing holds, and `stopped` says what stops it."""

    shown: Shown | None
    choices: tuple[Choice, ...]
    rejected: tuple[Turned, ...]
    notes: tuple[str, ...]
    stopped: str
    thumb: tuple[str, ...]
    fragility_g: float
    band: str
    drop_mm: float
