"""Makes a set: a population, three to five lists about it, and the two files that say what is in them."""

from __future__ import annotations

import csv
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.lists.population import Enterprise, population
from tests.lists.sayings import UNDERSTOOD_COLUMNS, Mention, Understood
from tests.lists.shapes import DEFAULT_SHAPES, SHAPES


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A data row of the set: which list and row it is, whose it is, what it says, and the names as written in it."""

    file: Path
    shape: str
    list: str
    sheet: str
    row: int
    enterprise: Enterprise
    understood: Understood
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListSet:
    files: tuple[Path, ...]
    truth_path: Path
    understood_path: Path
    shapes: tuple[str, ...]
    rows: tuple[Mentioned, ...]
    enterprises: tuple[Enterprise, ...]


def make_set(
    directory: str | Path, *, seed: int, shapes: Sequence[str] | None = None, enterprises: int = 64
) -> ListSet:
    """Write a set of lists into ``directory`` (made when missing).

    ``shapes`` names the lists' shapes in order; without it three to five are chosen by the seed. The same seed, shapes
    and count give the same lists. Raises ``ValueError`` for an unknown shape or fewer than 24 enterprises.
    """
    if enterprises < 24:
        raise ValueError("a set needs at least 24 enterprises")
    rng = random.Random(f"lists {seed}")
    chosen = tuple(shapes) if shapes is not None else tuple(rng.sample(DEFAULT_SHAPES, rng.choice((3, 4, 4, 5))))
    unknown = [name for name in chosen if name not in SHAPES]
    if unknown or not chosen:
        raise ValueError(f"unknown shapes: {', '.join(unknown) or 'none given'}; there are {', '.join(SHAPES)}")
    folder = Path(directory)
    folder.mkdir(parents=True, exist_ok=True)

    away = enterprises // 5 if any(SHAPES[name].outside for name in chosen) else 0
    people = population(rng, enterprises, outside=away)
    mentions = _spread(rng, people, chosen)
    files: list[Path] = []
    rows: list[Mentioned] = []
    by_id = {enterprise.id: enterprise for enterprise in people}
    for number, (name, mentioned) in enumerate(zip(chosen, mentions, strict=True), start=1):
        shape = SHAPES[name]
        path = folder / f"{number}-{shape.file_name}"
        book = shape.lay_out(rng, mentioned)
        shape.write(book, path)
        files.append(path)
        several = len({row.sheet for row in book.data}) > 1
        rows += [
            Mentioned(
                path, name, f"{number}/{row.sheet}" if several else str(number), row.sheet, row.row,
                by_id[row.enterprise], row.understood, row.texts,
            )
            for row in book.data
        ]  # fmt: skip
    truth, understood = folder / "truth.csv", folder / "understood.csv"
    _write(truth, ("list", "row", "enterprise"), [(row.list, row.row, row.enterprise.id) for row in rows])
    _write(
        understood,
        ("list", "row", *UNDERSTOOD_COLUMNS),
        [(row.list, row.row, *(row.understood.get(column, "") for column in UNDERSTOOD_COLUMNS)) for row in rows],
    )
    return ListSet(tuple(files), truth, understood, chosen, tuple(rows), tuple(people))


def _write(path: Path, header: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def _spread(rng: random.Random, people: list[Enterprise], chosen: Sequence[str]) -> list[list[Mention]]:
    """Which enterprise stands in which list: each at least once, one in two in several, a few twice in one list."""
    lists: list[list[Mention]] = [[] for _ in chosen]
    inside = [index for index, name in enumerate(chosen) if not SHAPES[name].outside] or list(range(len(chosen)))
    away = [index for index, name in enumerate(chosen) if SHAPES[name].outside]
    trapped = _trapped(people)
    for enterprise in people:
        times = rng.choices((1, 2, 3), (0.52, 0.36, 0.12))[0]
        if enterprise.id in trapped:
            times = max(times, 2)
        if enterprise.address.place.outside:
            where = [rng.choice(away)] + ([rng.choice(inside)] if rng.random() < 0.15 else [])
        else:
            where = rng.sample(inside, min(times, len(inside)))
            if away and rng.random() < 0.05:
                where.append(rng.choice(away))
        if rng.random() < 0.04:
            where.append(where[0])
        for turn, index in enumerate(where):
            address = enterprise.address if turn % 2 == 0 else enterprise.former_address or enterprise.address
            lists[index].append(Mention(rng, enterprise, address, 0))
    for index, mentions in enumerate(lists):
        rng.shuffle(mentions)
        lists[index] = [Mention(m.rng, m.enterprise, m.address, number) for number, m in enumerate(mentions, start=1)]
    return lists


def _trapped(people: list[Enterprise]) -> set[str]:
    """Enterprises which share an owner, a name or a telephone with another, or whose owner moved."""
    found: set[str] = {enterprise.id for enterprise in people if enterprise.former_address}
    for one in people:
        for other in people:
            if one.id != other.id and (one.business == other.business or one.owner.phone == other.owner.phone):
                found.add(one.id)
    return found
