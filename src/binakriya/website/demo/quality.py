"""Assessment of the demo's products: in class, again three months later, and a round that is still open.

Every score is made up (seeded), and each round says so. Three assessors score: one in the middle, one kinder, one
harder by about half a level each, so that it can be seen how the result takes severity off.
"""

import random
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from binakriya.accounts.queries import actor_of
from binakriya.accounts.rules import Actor
from binakriya.foundation.rules.refusals import Refused
from binakriya.products.queries import products_for_packing
from binakriya.quality.operations import rounds, rubrics, scorings
from binakriya.quality.queries.rubrics import draft_page, published_rubrics
from binakriya.quality.queries.scorings import scoring_page, tasks
from binakriya.quality.rules.rubrics import Rubric
from binakriya.quality.rules.rubrics.starters import STARTERS
from binakriya.website.demo.event import at

IN_CLASS, AGAIN, OPEN = 36, 12, 8
NOTE = "Data contoh: semua nilai rekaan."
LATER = timedelta(days=92)
# Half a level kinder, none, half a level harder; in levels of a scale from 1 to 5.
HARDNESS = (-0.6, 0.0, 0.6)
COMMENTS = (
    "Pengerjaan rapi. Perhatikan sambungan di bagian bawah.",
    "Warnanya serasi. Bersihkan sisa lem sebelum dijual.",
    "Bentuknya kuat. Haluskan tepi yang masih tajam.",
    "Bahannya bagus. Samakan ukuran antar buah.",
)


@dataclass(frozen=True, slots=True)
class Assessed:
    """`products` scored in class in `scorings`, `again` three months later; `open`: waiting to be scored."""

    products: int
    scorings: int
    again: int
    open: int


def assess(
    *, office_id: UUID, assessors: tuple[UUID, UUID, UUID], software: Actor, by: Actor, now: datetime
) -> Assessed:
    """Rubrics adopted, three rounds. What stands already is left as it is. `assessors`: kinder, middle, harder."""
    versions = _adopt(office_id=office_id, software=software, by=by)
    ids = list(dict.fromkeys(one.product_id for one in products_for_packing(by=by)))
    planner = replace(software, label=by.label)
    usual: dict[str, Any] = {"office_id": office_id, "by": planner, "version_ids": versions, "is_sample": True}
    said = 0
    for title, chosen, began, better in (
        ("Penilaian mutu di kelas, 16 Nov 2018 (contoh)", ids[:IN_CLASS], at(16, 15, 30), 0.0),
        ("Penilaian tiga bulan kemudian (contoh)", ids[:AGAIN], at(16, 10) + LATER, 0.6),
    ):
        round_id = rounds.plan_round(
            title=title,
            held_on=began.date(),
            now=began,
            product_ids=chosen,
            person_ids=assessors,
            blind=False,
            wanted=2,
            note=NOTE,
            nonce=title,
            **usual,
        )
        said += _score(round_id, assessors, began=began, better=better, by=planner)
    _leave_open(ids[IN_CLASS : IN_CLASS + OPEN], assessors, now=now, **usual)
    return Assessed(min(len(ids), IN_CLASS), said, min(len(ids), AGAIN), len(ids[IN_CLASS : IN_CLASS + OPEN]))


def _adopt(*, office_id: UUID, software: Actor, by: Actor) -> list[UUID]:
    """Every starter as the office's own, published; ids of the versions."""
    known = {one.starter for one in published_rubrics(by=by, language="id")}
    for key in STARTERS:
        if key in known:
            continue
        planner, moment = replace(software, label=by.label), at(15, 9)
        made = rubrics.adopt_starter(
            key=key, by=planner, now=moment, office_id=office_id, nonce=f"demo {key}", is_sample=True
        )
        draft = draft_page(rubric_id=made, by=planner)
        rubrics.publish_draft(rubric_id=made, seen=draft.version.digest, by=planner, now=moment + timedelta(minutes=5))
    return sorted(one.version_id for one in published_rubrics(by=by, language="id"))


def _score(round_id: UUID, assessors: tuple[UUID, ...], *, began: datetime, better: float, by: Actor) -> int:
    """Opened, scored by all, closed, if that was not done before; how many scorings stand."""
    people = [actor_of(person_id=person_id, origin="demo") for person_id in assessors]
    try:
        rounds.open_round(round_id=round_id, by=by, now=began)
    except Refused:
        return sum(one.done for person in people for one in tasks(by=person) if one.id == round_id)
    said = 0
    for assessor, hard in zip(people, HARDNESS, strict=True):
        mine = next((one for one in tasks(by=assessor) if one.id == round_id), None)
        for n, task in enumerate(mine.rows if mine else ()):
            moment = began + timedelta(minutes=2 * n + 1)
            page = scoring_page(assignment_id=task.assignment_id, by=assessor)
            scorings.save_scoring(
                assignment_id=task.assignment_id,
                changes=_said(page.rubric, worth=task.title, better=better, hard=hard, who=str(assessor.id)),
                base=page.revision,
                nonce=f"demo {task.assignment_id}",
                by=assessor,
                now=moment,
            )
            scorings.submit_scoring(assignment_id=task.assignment_id, by=assessor, now=moment)
            said += 1
    rounds.close_round(round_id=round_id, by=by, now=began + timedelta(hours=2))
    return said


def _said(rubric: Rubric, *, worth: str, better: float, hard: float, who: str) -> dict[str, object]:
    """What one assessor says of one product: its worth, the criterion's own, the assessor's, and chance."""
    luck = random.Random(f"{worth} {who}")  # noqa: S311 made-up scores, no secret hangs on them
    good = random.Random(worth).gauss(3.2, 0.7) + better  # noqa: S311
    scale = rubric.scale
    said: dict[str, object] = {}
    for one in rubric.criteria:
        own = random.Random(f"{worth} {one.key}").gauss(0, 0.4)  # noqa: S311
        value = round(good + own - hard + luck.gauss(0, 0.35))
        said[f"value:{one.key}"] = min(max(value, scale.least), scale.most)
    weak = random.Random(f"{worth} gate").random() < 0.08  # noqa: S311
    for n, gate in enumerate(rubric.gates):
        said[f"gate:{gate.key}"] = "fail" if weak and n == 0 and better == 0 else "pass"
    said["comment"] = luck.choice(COMMENTS)
    if rubric.defects and luck.random() < 0.5:
        kind = luck.choice(rubric.defects[:4])
        said["defect:d1"] = {
            "photo": "",
            "x": 0.5,
            "y": 0.5,
            "kind": kind.key,
            "severity": luck.choice(("minor", "minor", "major")),
            "cause": "",
        }
    return said


def _leave_open(ids: list[UUID], assessors: tuple[UUID, ...], *, now: datetime, by: Actor, **usual: Any) -> None:
    """A blind round that whoever signs in as practitioner or curator can score."""
    if not ids:
        return
    title = "Penilaian tertutup, terbuka untuk dicoba (contoh)"
    round_id = rounds.plan_round(
        title=title,
        held_on=at(16, 10).date() + LATER * 2,
        now=at(16, 9) + LATER * 2,
        product_ids=ids,
        person_ids=assessors,
        blind=True,
        wanted=2,
        note=NOTE,
        nonce=title,
        by=by,
        **usual,
    )
    try:
        rounds.open_round(round_id=round_id, by=by, now=now)
    except Refused:
        return
