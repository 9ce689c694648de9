"""A world: records with their truth."""

from __future__ import annotations

import random
from dataclasses import dataclass

from binakriya.engines.linkage.records import Record
from binakriya.engines.linkage.synthetic.habits import make_habits, make_lists
from binakriya.engines.linkage.synthetic.people import make_enterprises
from binakriya.engines.linkage.synthetic.writing import write_row


@dataclass(frozen=True)
class Truth:
    """What a synthetic row really is."""

    enterprise: str
    owner: str
    household: str


@dataclass(frozen=True)
class World:
    records: tuple[Record, ...]
    truth: dict[str, Truth]

    @property
    def enterprises(self) -> dict[str, str]:
        return {row: t.enterprise for row, t in self.truth.items()}


def make_world(seed: int, rows: int, *, cities: int = 1) -> World:
    """About `rows` rows in `cities` cities."""
    rng = random.Random(seed)  # noqa: S311 -- seeded on purpose
    habits = make_habits(rng, rows, cities)
    lists = make_lists(rng, rows)
    enterprises = make_enterprises(habits, int(rows / (1 + habits.copies * 1.35)))
    records: list[Record] = []
    truth: dict[str, Truth] = {}
    for enterprise in enterprises:
        times = 1
        while times < 5 and rng.random() < (habits.copies if times == 1 else 0.35):
            times += 1
        chosen = (
            rng.sample(lists, times) if times <= len(lists) and rng.random() < 0.88 else rng.choices(lists, k=times)
        )
        for source in chosen:
            row = f"r{len(records)}"
            records.append(write_row(habits, enterprise, source, row))
            owner = enterprise.owner
            truth[row] = Truth(enterprise.key, owner.key, owner.household)
    order = list(range(len(records)))
    rng.shuffle(order)
    return World(tuple(records[i] for i in order), truth)
