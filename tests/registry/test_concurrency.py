"""Two at once in the registry: a search beside the undo of an import, merges of overlapping pairs."""

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import permutations
from threading import Barrier
from typing import Any
from uuid import UUID, uuid4

import pytest
from tests.at_once import at_once
from tests.people import World

from binakriya.accounts.rules import Actor
from binakriya.foundation.queries import verify_ledger
from binakriya.registry import operations
from binakriya.registry.models import Candidate, Enterprise, EnterpriseState, Merge, ReviewWork, Uncompared
from binakriya.registry.operations import candidates, imports, reviewing
from binakriya.registry.operations.merging import merge, undo_merge
from binakriya.registry.rules.facts import Facts
from binakriya.registry.rules.refusals import Refused

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.concurrency]

TWINS = "No;Nama Usaha;Nama Pemilik;No HP;Kelurahan;Produk\n"
TWINS += "1;Anyaman Setu Lestari;Sri Wahyuningsih;081200004471;Ciater;tikar pandan\n"
TWINS += "2;ANYAMAN SETU LESTARI;Hj. Sri Wahyuningsih;081200004471;Ciater;tikar pandan\n"


def _written(world: World, by: Actor, now: datetime) -> UUID:
    batch = imports.receive_files(
        uploads=[imports.Upload("daftar.csv", TWINS.encode())],
        office_id=world.office_id,
        nonce=uuid4().hex,
        limit=10**6,
        by=by,
        now=now,
    )
    imports.read_import(batch_id=batch, by=by, now=now)
    imports.confirm_import(batch_id=batch, by=by, now=now)
    return batch


@pytest.mark.parametrize("round_", range(4))
@pytest.mark.parametrize("first", ["undo", "either"])
def test_a_search_beside_the_undo_of_an_import(
    first: str, round_: int, world: World, now: datetime, monkeypatch: Any
) -> None:
    """Both wait until the search has computed its pairs; then the undo ends before the search writes, or they race."""
    by = world.actor("officer")
    batch = _written(world, by, now)
    work_id = reviewing._begin(reviewing.WorkKind.SEARCH, world.office_id, by, now)
    computed, undone = Barrier(2), Barrier(2)
    keep = candidates._keep

    def late(*args: Any, **kwargs: Any) -> Any:
        assert args[1], "the twins were found"
        return keep(*args, **kwargs)

    compute = candidates._candidate

    def told(*args: Any) -> Candidate:
        made = compute(*args)
        computed.wait(timeout=20)
        if first == "undo":
            undone.wait(timeout=20)
        return made

    monkeypatch.setattr(candidates, "_keep", late)
    monkeypatch.setattr(candidates, "_candidate", told)

    def search() -> object:
        return reviewing.search(work_id=work_id, by=by, now=now)

    def undo() -> object:
        computed.wait(timeout=20)
        removed = imports.undo_import(batch_id=batch, by=by, now=now + timedelta(minutes=1))
        if first == "undo":
            undone.wait(timeout=20)
        return removed

    deeds: list[Callable[[], object]] = [search, undo]
    assert at_once(deeds, threads=2) == [False, 2]
    assert (Enterprise.objects.count(), Candidate.objects.count(), Uncompared.objects.count()) == (0, 0, 0)
    assert ReviewWork.objects.get(id=work_id).state == "done"
    assert verify_ledger().problem == ""


@pytest.mark.parametrize("round_", range(3))
def test_merges_of_overlapping_pairs_at_once(round_: int, world: World, now: datetime) -> None:
    by = world.actor("officer")
    ids = [
        operations.create_enterprise(
            facts=Facts(name=f"Anyaman Setu {n}", owner_name="Sri", phones=("+6281200004471",), products=("tikar",)),
            office_id=world.office_id,
            by=by,
            now=now,
        )
        for n in range(4)
    ]
    candidates.find_duplicates(office_id=world.office_id, by=by, now=now)

    def one(kept: UUID, gone: UUID) -> str:
        try:
            merge(kept_id=kept, gone_id=gone, picks={}, by=by, now=now)
        except Refused as refused:
            return refused.reason
        return "merged"

    pairs = list(permutations(ids, 2))
    results = at_once([lambda a=a, b=b: one(a, b) for a, b in pairs], threads=6)  # type: ignore[misc]
    # Whatever the order: four become one, each goes into another once, nobody into one that had gone before.
    assert sorted(set(results)) == ["merged", "not_active"] and results.count("merged") == 3
    assert Merge.objects.count() == 3 and Enterprise.objects.filter(state=EnterpriseState.ACTIVE).count() == 1
    gone = dict(Enterprise.objects.filter(state=EnterpriseState.MERGED).values_list("id", "merged_into_id"))
    for start in gone:
        seen, step = {start}, start
        while step in gone:
            step = gone[step]
            assert step not in seen, "in a circle"
            seen.add(step)
    assert not Candidate.objects.filter(state=Candidate.State.OPEN).exists()
    for made in reversed(Merge.objects.order_by("at", "id")):
        undo_merge(merge_id=made.id, by=by, now=now)
    assert Enterprise.objects.filter(state=EnterpriseState.ACTIVE).count() == 4
    assert verify_ledger().problem == ""
