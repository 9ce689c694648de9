"""Background searches for duplicates: they lose nothing, run one at a time, and tell why they fail."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import OperationalError
from django.test import Client
from django.urls import reverse
from tests.people import World
from tests.registry.test_merging import A
from tests.registry.worlds import TWINS, import_list, make_batch

from binakriya.accounts.rules import Actor, NotAllowed
from binakriya.foundation.queries import history_of
from binakriya.registry import operations
from binakriya.registry.models import Candidate, ReviewWork, Uncompared
from binakriya.registry.operations import candidates, imports, reviewing
from binakriya.registry.operations.candidates import find_duplicates, uncompared
from binakriya.registry.queries.duplicates import offices_to_search, waiting_count, works
from binakriya.registry.rules.review import LOST_AFTER, MOST_ATTEMPTS
from binakriya.website.tending import search_duplicates


def test_an_import_undone_during_a_search_costs_only_its_own_pairs(
    world: World, twins: tuple[UUID, UUID], officer: Actor, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = import_list(world, officer, TWINS)
    keep = candidates._keep

    def undone_meanwhile(*args: Any, **kwargs: Any) -> Any:
        imports.undo_import(batch_id=batch, by=officer, now=now)
        return keep(*args, **kwargs)

    monkeypatch.setattr(candidates, "_keep", undone_meanwhile)
    found = find_duplicates(office_id=world.office_id, by=officer, now=now)
    assert found.likely + found.possible == 1
    pair = Candidate.objects.get()
    assert {pair.left_id, pair.right_id} == set(twins)


def test_what_changes_during_a_search_stays_to_be_compared(
    world: World, twins: tuple[UUID, UUID], officer: Actor, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert set(uncompared(office_id=world.office_id)) == set(twins)
    keep = candidates._keep

    def edited_meanwhile(*args: Any, **kwargs: Any) -> Any:
        facts = replace(A, workers=7)
        operations.change_enterprise(enterprise_id=twins[0], facts=facts, by=officer, now=now)
        return keep(*args, **kwargs)

    monkeypatch.setattr(candidates, "_keep", edited_meanwhile)
    find_duplicates(office_id=world.office_id, by=officer, now=now)
    assert uncompared(office_id=world.office_id) == [twins[0]]


def test_a_search_is_tried_again_and_then_tells_why_it_failed(
    world: World,
    twins: tuple[UUID, UUID],
    signed_in: Callable[..., Client],
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    client, tried = signed_in("officer"), []
    find = reviewing.find_duplicates

    def fails(**_: Any) -> Any:
        tried.append(1)
        raise OperationalError("database is locked")

    monkeypatch.setattr(reviewing, "find_duplicates", fails)
    client.post(reverse("registry:search-duplicates"))
    assert len(tried) == MOST_ATTEMPTS
    assert ReviewWork.objects.get().problem == "database"
    page = client.get(reverse("registry:duplicates")).content.decode()
    assert "Pencarian terakhir gagal." in page and "Basis data tidak menjawab." in page
    assert "Cari duplikat lagi" in page and "2 usaha baru atau berubah" in page
    monkeypatch.setattr(reviewing, "find_duplicates", find)
    client.post(reverse("registry:search-duplicates"))
    page = client.get(reverse("registry:duplicates")).content.decode()
    assert "Pencarian terakhir gagal." not in page and "Semua usaha sudah dibandingkan." in page
    assert waiting_count(office_id=world.office_id) == 1
    told = [e.action for e in history_of(kind="registry.office", object_id=world.office_id)]
    assert told.count("registry.search_asked") == 2 and "registry.duplicates_searched" in told


def test_a_second_attempt_that_goes_well_leaves_no_trace_of_the_first(
    world: World, twins: tuple[UUID, UUID], signed_in: Callable[..., Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    find, tried = reviewing.find_duplicates, []

    def fails_once(**given: Any) -> Any:
        tried.append(1)
        if len(tried) == 1:
            raise OperationalError("database is locked")
        return find(**given)

    monkeypatch.setattr(reviewing, "find_duplicates", fails_once)
    signed_in("officer").post(reverse("registry:search-duplicates"))
    work = ReviewWork.objects.get()
    assert (work.state, work.problem, work.done) == ("done", "", 2)


def test_one_search_runs_at_a_time_and_a_lost_one_is_taken_over(world: World, officer: Actor, now: datetime) -> None:
    first = reviewing.ask_to_search(office_id=world.office_id, by=officer, now=now)
    again = reviewing.ask_to_search(office_id=world.office_id, by=officer, now=now + timedelta(minutes=1))
    assert first.start and not again.start and first.work_id == again.work_id
    late = now + LOST_AFTER + timedelta(seconds=1)
    shown = works(office_id=world.office_id, now=late).search
    assert shown is not None and shown.lost
    taken = reviewing.ask_to_search(office_id=world.office_id, by=officer, now=late)
    assert taken.start and taken.work_id == first.work_id


def test_a_work_that_loses_its_worker_each_time_ends(world: World, officer: Actor, now: datetime) -> None:
    work = reviewing.ask_to_search(office_id=world.office_id, by=officer, now=now).work_id
    assert [reviewing.take(work_id=work, now=now) for _ in range(MOST_ATTEMPTS + 1)] == [True] * MOST_ATTEMPTS + [False]
    stands = ReviewWork.objects.get()
    assert (stands.state, stands.problem) == ("failed", "lost")


def test_what_an_import_writes_is_compared_by_its_search(world: World, signed_in: Callable[..., Client]) -> None:
    batch = make_batch(world)
    signed_in("officer").post(reverse("registry:import-confirm", args=[batch]))
    assert not Uncompared.objects.exists()
    assert ReviewWork.objects.get().state == "done"


def test_who_may_not_merge_may_not_have_it_searched(
    world: World, maker: Actor, other_officer: Actor, now: datetime
) -> None:
    for by in (maker, other_officer):
        with pytest.raises(NotAllowed):
            reviewing.ask_to_search(office_id=world.office_id, by=by, now=now)
        with pytest.raises(NotAllowed):
            reviewing.ask_to_merge_likely(office_id=world.office_id, by=by, now=now)


def test_what_registrations_add_is_compared_without_being_asked(world: World, now: datetime) -> None:
    batch = import_list(world, world.actor("officer"), TWINS)
    assert batch and offices_to_search() == [world.office_id]
    assert search_duplicates() == 1
    assert offices_to_search() == [] and waiting_count(office_id=world.office_id) == 1
    assert search_duplicates() == 0
