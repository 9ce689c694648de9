"""How good the links are, against a truth.

Counting, always in pairs of rows of `truth`:
- true pairs: two rows that the truth says are one enterprise;
- `likely`: pairs in the transitive closure of the likely links, which is what the registry would end with;
- `likely_or_possible`: that closure and the possible links as they stand (each is a question put to an officer).
Only links of relation "same" count. Without any pair found, precision is 1; without any true pair, recall is 1.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import TypedDict

from binakriya.engines.linkage.records import Link


class Figures(TypedDict):
    precision: float
    recall: float
    f1: float
    pairs: int
    true_pairs: int
    right: int
    links: int


class Evaluation(TypedDict):
    likely: Figures
    likely_or_possible: Figures
    possible: int


def true_pairs(truth: Mapping[str, str]) -> set[frozenset[str]]:
    rows: dict[str, list[str]] = defaultdict(list)
    for row, enterprise in truth.items():
        rows[enterprise].append(row)
    return {frozenset(pair) for ids in rows.values() for pair in combinations(ids, 2)}


def closure(links: Iterable[Link]) -> set[frozenset[str]]:
    """All pairs that likely links join, directly or through others."""
    near: dict[str, set[str]] = defaultdict(set)
    for link in links:
        if link.relation == "same" and link.band == "likely":
            near[link.left].add(link.right)
            near[link.right].add(link.left)
    out: set[frozenset[str]] = set()
    seen: set[str] = set()
    for start in near:
        if start in seen:
            continue
        members, queue = {start}, [start]
        while queue:
            for other in near[queue.pop()] - members:
                members.add(other)
                queue.append(other)
        seen |= members
        out.update(frozenset(pair) for pair in combinations(members, 2))
    return out


def evaluate(links: Iterable[Link], truth: Mapping[str, str]) -> Evaluation:
    """Figures for rows in `truth` (row id -> enterprise); pairs with a row that is not in it are not counted."""
    links = list(links)
    wanted = true_pairs(truth)
    likely = {pair for pair in closure(links) if all(i in truth for i in pair)}
    possible = {
        link.pair
        for link in links
        if link.relation == "same" and link.band == "possible" and link.left in truth and link.right in truth
    }
    direct = sum(link.relation == "same" and link.band == "likely" for link in links)
    return {
        "likely": _figures(likely, wanted, direct),
        "likely_or_possible": _figures(likely | possible, wanted, direct + len(possible)),
        "possible": len(possible - likely),
    }


def _figures(found: set[frozenset[str]], wanted: set[frozenset[str]], links: int) -> Figures:
    right = len(found & wanted)
    precision = right / len(found) if found else 1.0
    recall = right / len(wanted) if wanted else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {
        "precision": precision,
        "recall": recall,
        "f1": f1,
        "pairs": len(found),
        "true_pairs": len(wanted),
        "right": right,
        "links": links,
    }
