"""Packs of the demo's products, specified in class; some checked by the practitioner, some adopted by the office."""

from dataclasses import dataclass, replace
from pathlib import Path

from binakriya.accounts.rules import Actor
from binakriya.packaging import operations, queries
from binakriya.packaging.queries.batch import batch_page, product_ids_of
from binakriya.packaging.rules.drawings import FORMATS, drawing_of
from binakriya.packaging.rules.specification import Specification
from binakriya.packaging.rules.states import State
from binakriya.website.demo.event import DAY, at

CLASS = "Kelas mutu dan kemasan, 16 Nov 2018 (contoh)"
CHECKED_EVERY, ADOPTED_EVERY = 2, 4
DRAWN = (("gambar-kemasan-1.pdf", "pdf"), ("gambar-kemasan-2.svg", "svg"), ("gambar-kemasan-3.dxf", "dxf"))


@dataclass(frozen=True, slots=True)
class Packs:
    """`specified`: products that have a specification; of these `checked` and `adopted` ones. `left`: without one."""

    specified: int
    checked: int
    adopted: int
    left: int


def specify_in_class(*, who: str, software: Actor, by: Actor) -> Packs:
    """A specification for every product that was measured. What stands already is left as it is.

    `who`: the practitioner's name. Their account is not engaged for an event before it was made, so the software checks
    in their name."""
    practitioner = replace(software, label=who)
    left = _in_class(by)
    rows = queries.specification_rows(by=by)
    for place, row in enumerate(rows):
        if row.state is State.DRAFT and place % CHECKED_EVERY == 0:
            operations.check_version(version_id=row.version_id, by=practitioner, now=at(16, 15, 15))
            if place % ADOPTED_EVERY == 0:
                operations.adopt_version(version_id=row.version_id, by=by, now=at(16, 15, 30))
    rows = queries.specification_rows(by=by)
    return Packs(
        specified=len(rows),
        checked=sum(row.state is State.CHECKED for row in rows),
        adopted=sum(row.state is State.ADOPTED for row in rows),
        left=left,
    )


def _in_class(by: Actor) -> int:
    """All that is measured and has no specification yet, as one class; how many could get none."""
    ids, _name = product_ids_of(code="unpacked", by=by)
    if not ids:
        return 0
    began = at(16, 14, 45)
    made = operations.draft_batch(name=CLASS, product_ids=ids, by=by, now=began, is_sample=True, nonce=CLASS)
    page = batch_page(batch_id=made, by=by, now=began, language="id")
    if page.may_start:
        runner = operations.start_batch(batch_id=made, by=by, now=began)
        operations.run_batch(batch_id=made, runner=runner, by=by, now=began)
    return batch_page(batch_id=made, by=by, now=began, language="id").summary.refused


def write_drawings(*, out: Path, by: Actor) -> list[str]:
    """Three drawings, each of another style where there are as many; names of the files."""
    out.mkdir(parents=True, exist_ok=True)
    rows = queries.specification_rows(by=by)
    seen: set[str] = set()
    chosen = []
    for row in rows:
        if row.style not in seen:
            seen.add(row.style)
            chosen.append(row)
    chosen += [row for row in rows if row not in chosen]
    written = []
    for (name, kind), row in zip(DRAWN, chosen, strict=False):
        facts = queries.version_facts(version_id=row.version_id, by=by)
        drawing = drawing_of(
            Specification.read(facts.content),
            name=facts.title,
            revision=str(facts.number),
            by=facts.made_by,
            office=by.office_label,
            on=DAY,
        )
        (out / name).write_bytes(FORMATS[kind](drawing))
        written.append(name)
    return written
