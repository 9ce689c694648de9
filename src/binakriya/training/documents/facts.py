"""What is known of a training activity: the facts from which report and press release are written.

Nothing here is made up by the software: an absent fact (None, empty) is left out or said to be missing.
A text may be a `Phrase` with Indonesian and English; a plain string stands in both languages. `firmness` is S (source
read) or M (to be verified, and said so wherever it is shown).
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from binakriya.foundation.press.words import Number, Text
from binakriya.training.documents.invitation import Session


@dataclass(frozen=True)
class Official:
    """A person in a public role ("ASDA II (Asisten Bidang Ekonomi dan Pembangunan)")."""

    name: str
    role: Text
    nip: str = ""


@dataclass(frozen=True)
class Opening:
    """Who opened the activity, and in whose name."""

    by: Official
    on_behalf_of: Official | None = None


@dataclass(frozen=True)
class Practitioner:
    name: str
    institution: Text
    topic: Text = ""


@dataclass(frozen=True)
class Group:
    """An association; counts are people (with a seat, present), None when not recorded. Without an invitation its
    members came of their own accord."""

    name: str  # ASIPA
    full: Text = ""
    seated: int | None = None
    attended: int | None = None
    enterprises: int | None = None
    invited: bool = True


@dataclass(frozen=True)
class Counts:
    """People (with a seat, present, certificates) and enterprises of the whole activity; None when not recorded."""

    seated: int | None = None
    attended: int | None = None
    enterprises: int | None = None
    certificates: int | None = None


@dataclass(frozen=True)
class TestResult:
    """Means of the people who took both tests."""

    people: int
    before: Number
    after: Number
    maximum: Number = 100

    __test__ = False  # not a test case


@dataclass(frozen=True)
class Spending:
    """One line of the budget, in rupiah."""

    item: Text
    budget: int
    spent: int


@dataclass(frozen=True)
class Problem:
    problem: Text
    solution: Text = ""


@dataclass(frozen=True)
class LegalBasis:
    """A rule that the activity rests on."""

    text: Text
    firmness: str = "S"


@dataclass(frozen=True)
class Employment:
    """National units and the workers they employ. `swapped_in_press`: a report printed the two the wrong way round."""

    units: int
    workers: int
    period: Text  # akhir 2017
    publisher: Text
    swapped_in_press: bool = False
    firmness: str = "S"


@dataclass(frozen=True)
class Exports:
    """National craft exports in millions of US dollars; `announced_percent` is the growth as it was announced."""

    year: int
    usd_million: Number
    usd_million_before: Number
    publisher: Text
    announced_percent: Number | None = None
    firmness: str = "S"

    @property
    def growth_percent(self) -> Decimal:
        """Growth on the year before, in percent to two decimals."""
        now, before = Decimal(str(self.usd_million)), Decimal(str(self.usd_million_before))
        return ((now / before - 1) * 100).quantize(Decimal("0.01"), ROUND_HALF_UP)


@dataclass(frozen=True)
class Quote:
    """Words that a person really said; never written by the software."""

    by: Official
    words: Text


@dataclass(frozen=True)
class ActivityFacts:
    """One activity. `aims` are deeds without "untuk" ("meningkatkan mutu …" / "raise quality …")."""

    title: Text
    organiser: Text  # Dinas Perindustrian dan Perdagangan Kota Tangerang Selatan
    organiser_short: Text  # Disperindag Kota Tangerang Selatan
    city: Text
    starts: dt.date
    venue: Text
    ends: dt.date | None = None
    starts_at: dt.time | None = None
    ends_at: dt.time | None = None
    zone: str = ""
    opened: Opening | None = None
    head_of_office: Official | None = None
    head_of_division: Official | None = None
    practitioners: tuple[Practitioner, ...] = ()
    groups: tuple[Group, ...] = ()
    ungrouped: Group | None = None  # those of no association; None when there are none
    participants_stated: Text = ""  # puluhan IKM dan kelompok IKM
    counts: Counts = Counts()
    tests: TestResult | None = None
    hours: Number | None = None  # JP
    aims: tuple[Text, ...] = ()
    targets: tuple[Text, ...] = ()
    employment: Employment | None = None
    exports: Exports | None = None
    legal_bases: tuple[LegalBasis, ...] = ()
    sessions: tuple[Session, ...] = ()
    spending: tuple[Spending, ...] = ()
    problems: tuple[Problem, ...] = ()
    quotes: tuple[Quote, ...] = ()
    notice: Text = ""  # Data contoh: nama peserta, usaha, dan nilai adalah rekaan.


def attendance_share(counts: Counts) -> Decimal | None:
    """Present of those with a seat, in percent; None when either is unknown or nobody has one."""
    if counts.attended is None or not counts.seated:
        return None
    return Decimal(counts.attended) * 100 / Decimal(counts.seated)


def differing_days(sessions: Sequence[Session]) -> bool:
    """Whether the sessions fall on more than one day."""
    return len({one.day for one in sessions}) > 1
