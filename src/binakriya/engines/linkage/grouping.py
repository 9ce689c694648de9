"""From links to enterprises: clusters that don't chain two clear enterprises together.

A *contradiction* between two records: both citizen numbers are whole and clearly differ (unless business and phone are
one: a couple's), or the businesses have nothing in common (name and products both differ), or a person has said that
they are not the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import OSA

from binakriya.engines.linkage import identity, wares, words
from binakriya.engines.linkage.records import Link, Record


@dataclass(frozen=True)
class Cluster:
    """Records that are one enterprise; ids sorted."""

    ids: tuple[str, ...]


class _Forest:
    def __init__(self, ids: Iterable[str]) -> None:
        self.parent = {i: i for i in ids}
        self.members = {i: [i] for i in self.parent}

    def root(self, i: str) -> str:
        while self.parent[i] != i:
            self.parent[i] = self.parent[self.parent[i]]
            i = self.parent[i]
        return i

    def union(self, a: str, b: str) -> None:
        a, b = self.root(a), self.root(b)
        if a == b:
            return
        if len(self.members[a]) < len(self.members[b]):
            a, b = b, a
        self.parent[b] = a
        self.members[a].extend(self.members.pop(b))


def contradict(left: Record, right: Record) -> bool:
    """Whether two records are clearly two enterprises, whatever links them to third ones."""
    return (_other_person(left, right) and not _one_business_of_two(left, right)) or _other_business(left, right)


def _other_person(left: Record, right: Record) -> bool:
    a, b = identity.nik(left.nik), identity.nik(right.nik)
    if not (a.first12 and b.first12):
        return False
    if a.serial_lost or b.serial_lost:
        return OSA.distance(a.first12, b.first12) > 1
    return OSA.distance(a.digits, b.digits) > 2


def _one_business_of_two(left: Record, right: Record) -> bool:
    """Husband and wife, each in one list as the owner: one name of the business and one phone number."""
    a, b = words.business_name(left.business_name, left.city), words.business_name(right.business_name, right.city)
    numbers = [{n for n in map(identity.phone, r.phones) if n and identity.is_mobile(n)} for r in (left, right)]
    return a.distinctive and b.distinctive and a.core == b.core and bool(numbers[0] & numbers[1])


def _other_business(left: Record, right: Record) -> bool:
    if not (left.business_name and right.business_name and left.products and right.products):
        return False
    a, b = words.business_name(left.business_name, left.city), words.business_name(right.business_name, right.city)
    if OSA.normalized_similarity(a.full, b.full) > 0.5 or set(a.words) & set(b.words):
        return False
    made = [{w for item in wares.items(r.products) for w in wares.telling(item)} for r in (left, right)]
    if not (made[0] and made[1]) or made[0] & made[1]:
        return False
    # Kindred trades (batik, ecoprint) may be one business to two offices; one office has two rows for a reason.
    kinds = [set(wares.categories(tuple(m))) for m in made]
    return not kinds[0] & kinds[1] or bool(left.source and left.source == right.source)


def _speaks_for_two(link: Link) -> bool:
    """Whether a pair looks more like two businesses of one owner than like one."""
    if link.relation == "same_owner":
        return link.band == "likely"
    return link.weight < -1 and any(e.code == "rival_other_business" and e.weight < -3 for e in link.evidence)


def _grow(
    links: Sequence[Link], by_id: dict[str, Record], not_same: Collection[frozenset[str]]
) -> tuple[_Forest, set[frozenset[str]]]:
    """Join likely links, likeliest first; also the pairs that had to be left apart."""
    likely = sorted(
        (link for link in links if link.relation == "same" and link.band == "likely"),
        key=lambda link: (-link.weight, link.left, link.right),
    )
    two_businesses = {link.pair for link in links if _speaks_for_two(link)}
    forest = _Forest({i for link in likely for i in (link.left, link.right)})
    apart: set[frozenset[str]] = set()
    for link in likely:
        a, b = forest.root(link.left), forest.root(link.right)
        if a == b:
            continue
        crossing = [(x, y) for x in forest.members[a] for y in forest.members[b]]
        if any(
            frozenset(pair) in not_same
            or frozenset(pair) in two_businesses
            or (len(crossing) > 1 and contradict(by_id[pair[0]], by_id[pair[1]]))
            for pair in crossing
        ):
            apart.add(link.pair)
            continue
        forest.union(a, b)
    return forest, apart


def settle(
    links: Sequence[Link], records: Sequence[Record], *, not_same: Collection[frozenset[str]] = ()
) -> list[Link]:
    """Links made consistent: a likely link that would chain two clear enterprises becomes possible; a possible link
    inside a cluster that likely links already form becomes likely, since there is nothing left to decide."""
    by_id = {r.id: r for r in records}
    forest, apart = _grow(links, by_id, not_same)
    out = []
    for link in links:
        if link.relation == "same":
            if link.pair in apart:
                link = replace(link, band="possible")
            elif link.band == "possible" and _together(forest, link):
                link = replace(link, band="likely")
        out.append(link)
    return out


def _together(forest: _Forest, link: Link) -> bool:
    return (
        link.left in forest.parent and link.right in forest.parent and forest.root(link.left) == forest.root(link.right)
    )


def group(
    links: Sequence[Link], records: Iterable[Record], *, not_same: Collection[frozenset[str]] = ()
) -> list[Cluster]:
    """Every record in exactly one cluster; records without a likely link stay alone. In the records' order."""
    by_id = {r.id: r for r in records}
    forest, _ = _grow(links, by_id, not_same)
    seen: set[str] = set()
    out = []
    for i in by_id:
        if i in seen:
            continue
        ids = tuple(sorted(forest.members[forest.root(i)])) if i in forest.parent else (i,)
        seen.update(ids)
        out.append(Cluster(ids))
    return out
