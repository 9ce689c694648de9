"""The first half of the play: three lists become one registry."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings

from binakriya.accounts.rules import Actor
from binakriya.registry.operations import imports
from binakriya.registry.operations.candidates import decide, find_duplicates, uncompared
from binakriya.registry.operations.imports import Upload
from binakriya.registry.operations.merging import merge
from binakriya.registry.queries import cards
from binakriya.registry.queries.duplicates import WrittenRow, open_pairs, settled, written_rows
from binakriya.website.demo.event import LISTS, at

DATA = Path(__file__).resolve().parents[1] / "data" / "reference_event"
NONCE = "reference-event-lists"


@dataclass(frozen=True, slots=True)
class Registry:
    """What came of the lists: `rows` read and written, `enterprises` that remain, and how pairs were settled.

    `missed`: pairs that the truth file knows and the search had not offered; they are merged too, and counted.
    """

    rows: int
    enterprises: int
    merged: int
    same_owner: int
    not_same: int
    missed: int


def import_lists(*, office_id: UUID, associations: dict[str, UUID], by: Actor) -> UUID:
    """Upload, read and confirm the three lists as one import; repeating it finds the import that was made."""
    uploads = [Upload(name, (DATA / name).read_bytes(), associations[group]) for name, group in LISTS]
    batch_id = imports.receive_files(
        uploads=uploads, office_id=office_id, nonce=NONCE, limit=settings.UPLOAD_LIMIT, by=by, now=at(7, 9)
    )
    if imports.ask_to_read(batch_id=batch_id, by=by, now=at(7, 9, 1)):
        imports.read_import(batch_id=batch_id, by=by, now=at(7, 9, 1))
    imports.confirm_import(batch_id=batch_id, by=by, now=at(7, 9, 20))
    return batch_id


def _truth() -> dict[str, str]:
    """`1,6` or `3/Kec. Ciputat,5` → the enterprise that the row is."""
    text = (DATA / "truth.csv").read_text(encoding="utf-8")
    return {f"{row['list']},{row['row']}": row["enterprise"] for row in csv.DictReader(io.StringIO(text))}


def _meant(rows: Iterable[WrittenRow]) -> dict[UUID, str]:
    truth = _truth()
    found = {}
    for row in rows:
        for label in (f"{row.file},{row.number}", f"{row.file}/{row.sheet},{row.number}"):
            if label in truth:
                found[row.enterprise_id] = truth[label]
    return found


def settle_duplicates(*, office_id: UUID, batch_id: UUID, by: Actor) -> Registry:
    """The truth file stands in for the officer: it says of each offered pair whether it is one enterprise.

    What was settled before is left, so that a second time only counts.
    """
    before = settled(office_id=office_id)
    if before.open or not before.merges:
        find_duplicates(office_id=office_id, by=by, now=at(7, 9, 30))
    meant = _meant(written_rows(batch_id=batch_id))
    while pair := next(iter(open_pairs(office_id=office_id)), None):
        candidate_id, left, right, relation = pair
        if meant.get(left) and meant.get(left) == meant.get(right):
            kept, gone = sorted((left, right))
            merge(kept_id=kept, gone_id=gone, picks={}, candidate_id=candidate_id, by=by, now=at(7, 10))
        else:
            state = "same_owner" if relation == "same_owner" else "not_same"
            decide(candidate_id=candidate_id, state=state, by=by, now=at(7, 10))
    missed = _merge_missed(batch_id=batch_id, by=by)
    rows = written_rows(batch_id=batch_id)
    active = sum(card.state == "active" for card in cards({r.enterprise_id for r in rows}).values())
    after = settled(office_id=office_id)
    return Registry(len(rows), active, after.merges, after.same_owner, after.not_same, missed)


def _merge_missed(*, batch_id: UUID, by: Actor) -> int:
    """Pairs that the truth file knows and the search did not offer: merged too, and counted."""
    standing: dict[str, set[UUID]] = defaultdict(set)
    for enterprise_id, name in _meant(written_rows(batch_id=batch_id)).items():
        standing[name].add(enterprise_id)
    missed = 0
    for together in standing.values():
        first, *others = sorted(together)
        for other in others:
            merge(kept_id=first, gone_id=other, picks={}, by=by, now=at(7, 10, 30))
            missed += 1
    return missed


def compare_the_rest(*, office_id: UUID, by: Actor, now: datetime) -> None:
    """One more search, of what was merged and what registrations added: nothing is left that was never compared."""
    if left := uncompared(office_id=office_id):
        find_duplicates(office_id=office_id, enterprise_ids=left, by=by, now=now)
