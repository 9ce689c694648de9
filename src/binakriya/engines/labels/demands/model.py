"""What is asked of the rules and what they answer.

Words: a *line* is something that must be read on the label (origin, maker, fibres); a *duty* is something that must be
done or held, which a paper settles (`engines.labels.evidence`). A *ground* is one rule that demands a line or a duty of
this product: with its citation, why it applies, and how firmly it is known. What nobody has stated is "" or None, is
asked for as *missing*, and is never made up.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal

ENGINE_VERSION = "labels.demands/1"


@dataclass(frozen=True, slots=True)
class Text:
    """In both languages of the house."""

    id: str
    en: str

    def read(self, language: str) -> str:
        return self.en if language == "en" else self.id


class Destination(StrEnum):
    """Where the product is sold. `ID`: at home."""

    ID = "ID"
    EU = "EU"
    US = "US"
    JP = "JP"


class Status(StrEnum):
    IN_FORCE = "in_force"
    COMING = "coming"
    ENDED = "ended"


class Firmness(StrEnum):
    """`SOURCE`: a source was read, it is named. `TO_BE_VERIFIED`: general knowledge, shown only with that mark."""

    SOURCE = "S"
    TO_BE_VERIFIED = "M"


class Standing(StrEnum):
    """How a duty or a paper for it stands on a day. `SOON`: settled, but ends within `SOON_DAYS`. `NO_PAPER`: no paper
    is known that settles it; the office judges."""

    SETTLED = "settled"
    SOON = "soon"
    OPEN = "open"
    EXPIRED = "expired"
    FAILED = "failed"
    NO_PAPER = "no_paper"


SOON_DAYS = 60
Audience = Literal["", "general", "children", "infants"]
Channel = Literal["retail", "e-commerce", "transport"]
Size = Literal["", "micro", "small", "medium", "large"]


@dataclass(frozen=True, slots=True)
class Share:
    """One material of the product, by a code or in words, and its share of the mass in percent."""

    material: str
    percent: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductFacts:
    """All that rules look at. "" and None: nobody has stated it.

    `material`: a code of the protection engine or usual words. `kind`, `technique`: free words. `hs`: 4 to 8 digits.
    `audience`: children to 12 years, infants under 36 months. `animal`: holds parts of animals. `pig_or_dog`: of pig or
    dog. `listed_species`: of a species listed by CITES. `origin`: country code of where it was made. `made_on`: month
    or day of making, as it is to be read. `care`: care symbols that the maker has confirmed. `net_amount` of `net_unit`
    in a pack. `wood_packing`: raw wood thicker than 6 mm in the pack. `empty_space`: share of the pack, 0 to 1.
    `operator_size`: size of the enterprise that places it on the EU market. `member_state`: country code in the EU.
    `california`: also sold there. `brand`, `maker_name`, … as they are to be read.
    """

    name: str = ""
    kind: str = ""
    material: str = ""
    technique: str = ""
    composition: tuple[Share, ...] = ()
    hs: str = ""
    audience: Audience = ""
    food_contact: bool | None = None
    skin_contact: bool | None = None
    animal: bool | None = None
    pig_or_dog: bool | None = None
    listed_species: bool | None = None
    battery: bool | None = None
    origin: str = ""
    made_on: str = ""
    identifier: str = ""
    care: tuple[str, ...] = ()
    net_amount: Decimal | None = None
    net_unit: str = ""
    brand: str = ""
    maker_name: str = ""
    maker_address: str = ""
    maker_electronic: str = ""
    responsible_person: str = ""
    labeller: str = ""
    channels: tuple[Channel, ...] = ()
    wood_packing: bool | None = None
    plastic_pack: bool | None = None
    empty_space: Decimal | None = None
    operator_size: Size = ""
    member_state: str = ""
    california: bool | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """One rule that catches the product. `why`: the condition that matched, in words. `days`: until it begins
    (`COMING`), else None. `caveat`: what of the source was not seen, or None."""

    rule: str
    text: Text
    why: Text
    citation: str
    source: str
    firmness: Firmness
    status: Status
    days: int | None
    since: date
    until: date | None
    checked_on: date
    mandatory: bool
    caveat: Text | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the label. `needs`: fields of `ProductFacts` that it says. `content`: what is to be read there in each
    language the house knows, {} where the office writes it. `languages`: in which it must be read. Of several grounds
    the strongest gives status, firmness and whether it is mandatory."""

    key: str
    title: Text
    grounds: tuple[Ground, ...]
    needs: tuple[str, ...]
    languages: tuple[str, ...]
    status: Status
    firmness: Firmness
    mandatory: bool
    content: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Duty:
    """`papers`: keys of `engines.labels.evidence.SUBJECTS`; all are needed."""

    key: str
    title: Text
    grounds: tuple[Ground, ...]
    papers: tuple[str, ...]
    status: Status
    days: int | None
    firmness: Firmness
    mandatory: bool


@dataclass(frozen=True, slots=True)
class Missing:
    """A field of `ProductFacts` that nobody has stated. `decides`: rules that hang on it or whose date does;
    `fills`: lines that would say it."""

    field: str
    title: Text
    reason: Text
    decides: tuple[str, ...]
    fills: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Rules that ask for what cannot be together, or facts that contradict each other: a person decides."""

    key: str
    text: Text
    rules: tuple[str, ...]
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Demands:
    """`languages`: of the label at the destination; `translation`: who brings the words that the house has not, or
    None. Nothing here is a machine's translation."""

    destination: Destination
    on: date
    lines: tuple[Line, ...]
    duties: tuple[Duty, ...]
    missing: tuple[Missing, ...]
    conflicts: tuple[Conflict, ...]
    languages: tuple[str, ...]
    translation: Text | None

    @property
    def lines_due(self) -> tuple[Line, ...]:
        """Mandatory and in force on the day."""
        return tuple(line for line in self.lines if line.mandatory and line.status is Status.IN_FORCE)

    @property
    def duties_due(self) -> tuple[Duty, ...]:
        return tuple(duty for duty in self.duties if duty.mandatory and duty.status is Status.IN_FORCE)


@dataclass(frozen=True, slots=True)
class Held:
    """A paper as it counts here: `result` is pass, fail or information."""

    subject: str
    result: str
    issued_on: date
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class PaperStanding:
    """`held`: the paper that decides, or None. `days`: until it ends, negative since it ended, None without an end."""

    subject: str
    standing: Standing
    held: Held | None
    days: int | None


@dataclass(frozen=True, slots=True)
class Settlement:
    """How a duty stands: as the worst of its papers. `days`: of the paper that ends first."""

    duty: str
    standing: Standing
    papers: tuple[PaperStanding, ...]
    days: int | None


@dataclass(frozen=True, slots=True)
class CareSuggestion:
    """Symbols usual for such goods: a proposal that the maker confirms, never a fact. Keys are those of
    `engines.labels.drawing.symbols`."""

    symbols: tuple[str, ...]
    why: Text
    firmness: Firmness
    confirmed: bool = False
