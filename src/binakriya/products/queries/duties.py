"""What a product must meet where it is sold, by which day, and which paper settles each."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from binakriya.accounts.rules import Actor
from binakriya.engines.labels.demands import (
    Destination,
    Duty,
    Ground,
    Settlement,
    Standing,
    Status,
    Text,
    demands,
    settled,
)
from binakriya.products.queries.labelling import labelling_of
from binakriya.products.queries.pages import Head, product_head
from binakriya.products.words import DESTINATIONS, DUTY_STANDINGS, Word, language, subject_word

_ORDER = (Standing.FAILED, Standing.EXPIRED, Standing.OPEN, Standing.SOON, Standing.NO_PAPER, Standing.SETTLED)


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule behind a duty. `mark`: S its source was read, M to be verified."""

    text: str
    why: str
    citation: str
    source: str
    mark: str
    checked_on: date
    caveat: str


@dataclass(frozen=True, slots=True)
class DutyRow:
    """`days`: until it begins, else None. `papers`: key, what it is, how it stands, its last day."""

    key: str
    title: str
    status: Status
    days: int | None
    mandatory: bool
    standing: Standing
    standing_word: Word
    papers: tuple[tuple[str, str, Standing, Word, date | None], ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class DutiesPage:
    """`due`: in force and mandatory; `coming`: not yet; `free`: by choice. `asked`: what nobody has stated, with the
    reason. `destinations`: code, word, whether the product is said to be sold there."""

    head: Head
    destination: str
    destinations: tuple[tuple[str, Word, bool], ...]
    due: tuple[DutyRow, ...]
    coming: tuple[DutyRow, ...]
    free: tuple[DutyRow, ...]
    asked: tuple[tuple[str, str], ...]
    conflicts: tuple[str, ...]
    settled: int


def duties_page(*, product_id: UUID, destination: str, by: Actor, today: date) -> DutiesPage:
    """`destination` "" for the first where the product is sold. Raises NotAllowed, Product.DoesNotExist."""
    facts, given, papers = labelling_of(product_id=product_id, by=by)
    code = destination if destination in set(Destination) else given.destinations[0]
    found = demands(facts, destination=Destination(code), on=today)
    stands = {one.duty: one for one in settled(found.duties, papers, today)}
    rows = sorted((_row(duty, stands[duty.key]) for duty in found.duties), key=lambda row: _ORDER.index(row.standing))
    now = tuple(row for row in rows if row.status is Status.IN_FORCE and row.mandatory)
    return DutiesPage(
        head=product_head(product_id=product_id, by=by),
        destination=code,
        destinations=tuple((key, word, key in given.destinations) for key, word in DESTINATIONS.items()),
        due=now,
        coming=tuple(row for row in rows if row.status is Status.COMING),
        free=tuple(row for row in rows if row.status is Status.IN_FORCE and not row.mandatory),
        asked=tuple((_read(one.title), _read(one.reason)) for one in found.missing if one.decides),
        conflicts=tuple(_read(one.text) for one in found.conflicts),
        settled=sum(row.standing in (Standing.SETTLED, Standing.SOON) for row in now),
    )


def _read(text: Text) -> str:
    return text.read(language())


def _reason(one: Ground) -> Reason:
    return Reason(
        _read(one.text),
        _read(one.why),
        one.citation,
        one.source,
        one.firmness.value,
        one.checked_on,
        _read(one.caveat) if one.caveat else "",
    )


def _row(duty: Duty, stands: Settlement) -> DutyRow:
    return DutyRow(
        duty.key,
        _read(duty.title),
        duty.status,
        duty.days,
        duty.mandatory,
        stands.standing,
        DUTY_STANDINGS[stands.standing],
        tuple(
            (
                one.subject,
                subject_word(one.subject),
                one.standing,
                DUTY_STANDINGS[one.standing],
                one.held.valid_until if one.held else None,
            )
            for one in stands.papers
        ),
        tuple(_reason(one) for one in duty.grounds),
    )
