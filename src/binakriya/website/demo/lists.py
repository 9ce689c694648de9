"""The first half of the play: three lists become one registry."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from django.conf import settings

from binakriya.accounts.rules import Actor
from binakriya.registry.operations import imports
from binakriya.registry.operations.candidates import decide, find_duplicates
from binakriya.registry.operations.imports import Upload
from binakriya.registry.operations.merging import merge
from binakriya.registry.queries import cards
from binakriya.registry.queries.duplicates import WrittenRow, open_pairs, written_rows
from binakriya.website.demo.event import LISTS, at

DATA = Path(__file__).resolve().parents[1] / "data" / "reference_event"
_NONCE = "reference-event-lists"


@dataclass(frozen=True, slots=True)
class Registry:
    """What came of the lists: `rows` read and written, `enterprises` that remain, and how pairs were settled.

    `missed`: pairs that the truth file knows and the search had not offered; they are merged too, and counted.
    """

    rows: int
    enterprises: int
    offered: int
    merged: int
    same_owner: int
    not_same: int
    missed: int


def import_lists(*, office_id: UUID, associations: dict[str, UUID], by: Actor) -> UUID:
    """Upload, read and confirm the three lists as one import; repeating it finds the import that was made."""
    uploads = [Upload(name, (DATA / name).read_bytes(), associations[group]) for name, group in LISTS]
    batch_id = imports.receive_files(
        uploads=uploads, office_id=office_id, nonce=_NONCE, limit=settings.UPLOAD_LIMIT, by=by, now=at(7, 9)
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
    """The truth file stands in for the officer: it says of each offered pair whether it is one enterprise."""
    find_duplicates(office_id=office_id, by=by, now=at(7, 9, 30))
    meant = _meant(written_rows(batch_id=batch_id))
    merged = same_owner = not_same = 0
    offered = len(open_pairs(office_id=office_id))
    while True:
        pair = next(iter(open_pairs(office_id=office_id)), None)
        if pair is None:
            break
        candidate_id, left, right, relation = pair
        if meant.get(left) and meant.get(left) == meant.get(right):
            kept, gone = sorted((left, right))
            merge(kept_id=kept, gone_id=gone, picks={}, candidate_id=candidate_id, by=by, now=at(7, 10))
            merged += 1
        elif relation == "same_owner":
            decide(candidate_id=candidate_id, state="same_owner", by=by, now=at(7, 10))
            same_owner += 1
        else:
            decide(candidate_id=candidate_id, state="not_same", by=by, now=at(7, 10))
            not_same += 1
    rows = written_rows(batch_id=batch_id)
    missed = 0
    standing: dict[str, set[UUID]] = defaultdict(set)
    for enterprise_id, name in _meant(rows).items():
        standing[name].add(enterprise_id)
    for together in standing.values():
        first, *others = sorted(together)
        for other in others:
            merge(kept_id=first, gone_id=other, picks={}, by=by, now=at(7, 10, 30))
            missed += 1
    remaining = {r.enterprise_id for r in written_rows(batch_id=batch_id)}
    active = sum(card.state == "active" for card in cards(remaining).values())
    return Registry(len(rows), active, offered, merged, same_owner, not_same, missed)
