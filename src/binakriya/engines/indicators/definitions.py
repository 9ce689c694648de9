"""What is counted: the indicators as data."""

from dataclasses import dataclass
from enum import Enum, StrEnum


class Level(Enum):
    """Tier of the map; the value is the length of its Kemendagri code, such as `36.74.01.1001`."""

    NATION = 0
    PROVINCE = 2
    CITY = 5
    KECAMATAN = 8
    KELURAHAN = 13

    def code_of(self, region_code: str) -> str:
        """The code of the region of this level that holds `region_code`; "" when that code is of a higher level."""
        return region_code[: self.value] if len(region_code) >= self.value else ""


class Measure(StrEnum):
    ROWS = "rows"
    DISTINCT = "distinct"
    SUM = "sum"


@dataclass(frozen=True, slots=True)
class Indicator:
    """`table` needs `region_code`; DISTINCT counts different values of `column`, SUM adds them (nulls left out).

    `additive`: figures of regions may be added to the figure of the region above (a count of different enterprises
    over activities may not). `subject`: the column that names whom a figure could give away.
    """

    code: str
    table: str
    measure: Measure
    unit: str
    column: str = ""
    additive: bool = True
    subject: str = "enterprise_id"


INDICATORS: dict[str, Indicator] = {
    i.code: i
    for i in (
        Indicator("enterprises", "enterprises", Measure.ROWS, "enterprise"),
        Indicator("workers", "enterprises", Measure.SUM, "person", column="workers"),
        Indicator("workers_women", "enterprises", Measure.SUM, "person", column="workers_f"),
        Indicator("with_nib", "enterprises", Measure.SUM, "enterprise", column="has_nib"),
        Indicator("registrations", "registrations", Measure.ROWS, "registration"),
        Indicator("participants", "attended", Measure.ROWS, "participant"),
        Indicator(
            "enterprises_trained", "attended", Measure.DISTINCT, "enterprise", column="enterprise_id", additive=False
        ),
        Indicator("certificates", "certificates", Measure.ROWS, "certificate"),
    )
}
