"""The review: merging in one go, weighing anew what changed, and what the queue says."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from tests.people import World
from tests.registry.test_merging import OTHER, B
from tests.registry.worlds import TWINS, import_list, make_candidate, make_enterprise

from binakriya.accounts.rules import Actor
from binakriya.foundation.queries import history_of
from binakriya.registry import operations
from binakriya.registry.models import Candidate, Enterprise, Merge, ReviewWork
from binakriya.registry.operations import candidates, imports, reviewing
from binakriya.registry.operations.candidates import find_duplicates, rescore, uncompared
from binakriya.registry.operations.merging import merge, undo_merge
from binakriya.registry.queries.duplicates import duplicates_page, waiting_count
from binakriya.registry.rules.refusals import Refused


def test_an_edit_takes_back_a_pair_that_no_longer_holds(
    world: World, twins: tuple[UUID, UUID], officer: Actor, now: datetime
) -> None:
    find_duplicates(office_id=world.office_id, by=officer, now=now)
    operations.change_enterprise(enterprise_id=twins[1], facts=OTHER, by=officer, now=now)
    assert rescore(office_id=world.office_id, by=officer, now=now) == 1
    assert not Candidate.objects.exists()
    assert rescore(office_id=world.office_id, by=officer, now=now) == 0
    # Changed back it is found again by the next search: the mark still stands.
    operations.change_enterprise(enterprise_id=twins[1], facts=B, by=officer, now=now)
    find_duplicates(
        office_id=world.office_id, by=officer, now=now, enterprise_ids=uncompared(office_id=world.office_id)
    )
    assert waiting_count(office_id=world.office_id) == 1


def test_an_edit_changes_what_waiting_pairs_weigh(
    world: World, twins: tuple[UUID, UUID], officer: Actor, now: datetime
) -> None:
    find_duplicates(office_id=world.office_id, by=officer, now=now)
    before = Candidate.objects.get()
    facts = replace(B, nik="", phones=("+6281300000055",))
    operations.change_enterprise(enterprise_id=twins[1], facts=facts, by=officer, now=now)
    assert rescore(office_id=world.office_id, by=officer, now=now) == 1
    after = Candidate.objects.get()
    assert after.id == before.id and after.weight < before.weight
    assert "nik_same" not in {e["code"] for e in after.evidence}


def test_decided_pairs_are_not_weighed_anew(
    world: World, twins: tuple[UUID, UUID], officer: Actor, now: datetime
) -> None:
    find_duplicates(office_id=world.office_id, by=officer, now=now)
    pair = Candidate.objects.get()
    candidates.decide(candidate_id=pair.id, state="not_same", by=officer, now=now)
    operations.change_enterprise(enterprise_id=twins[1], facts=OTHER, by=officer, now=now)
    rescore(office_id=world.office_id, by=officer, now=now)
    find_duplicates(office_id=world.office_id, by=officer, now=now)
    assert Candidate.objects.get().state == "not_same"


def test_a_merge_and_its_undo_mark_what_they_change(
    world: World, twins: tuple[UUID, UUID], officer: Actor, now: datetime
) -> None:
    find_duplicates(office_id=world.office_id, by=officer, now=now)
    made = merge(kept_id=twins[0], gone_id=twins[1], picks={}, by=officer, now=now)
    assert uncompared(office_id=world.office_id) == [twins[0]]
    find_duplicates(office_id=world.office_id, by=officer, now=now)
    undo_merge(merge_id=made, by=officer, now=now)
    assert set(uncompared(office_id=world.office_id)) == set(twins)


def test_a_restored_enterprise_is_compared_again(
    world: World, twins: tuple[UUID, UUID], officer: Actor, now: datetime
) -> None:
    find_duplicates(office_id=world.office_id, by=officer, now=now)
    operations.archive_enterprise(enterprise_id=twins[1], by=officer, now=now)
    assert uncompared(office_id=world.office_id) == []
    operations.restore_enterprise(enterprise_id=twins[1], by=officer, now=now)
    assert uncompared(office_id=world.office_id) == [twins[1]]


def _likely(world: World, names: list[str]) -> list[UUID]:
    """One enterprise per name and a pair of each with the first."""
    ids = [make_enterprise(world, name) for name in names]
    for other in ids[1:]:
        left, right = sorted([ids[0], other])
        Candidate.objects.create(
            office_id=world.office_id,
            left_id=left,
            right_id=right,
            relation="same",
            band="likely",
            probability=0.99,
            weight=8.0,
            found_at=world.now,
        )
    return ids


def test_the_almost_certain_are_merged_in_the_background(world: World, signed_in: Callable[..., Client]) -> None:
    _likely(world, ["Rotan Jaya", "Rotan Jaya 2", "Rotan Jaya 3"])
    make_candidate(world)
    client = signed_in("officer")
    assert "Gabungkan 3 yang hampir pasti" in client.get(reverse("registry:duplicates")).content.decode()
    client.post(reverse("registry:merge-likely"))
    assert Merge.objects.count() == 3
    page = client.get(reverse("registry:duplicates")).content.decode()
    assert "3 dari 3 pasang yang hampir pasti sudah digabung" in page
    assert history_of(kind="registry.office", object_id=world.office_id)[0].action == "registry.merges_asked"


def test_progress_is_told_and_the_page_loads_anew_at_the_end(
    world: World, officer: Actor, signed_in: Callable[..., Client], now: datetime
) -> None:
    _likely(world, ["Rotan Jaya", "Rotan Jaya 2", "Rotan Jaya 3"])
    client = signed_in("officer")
    work = reviewing.ask_to_merge_likely(office_id=world.office_id, by=officer, now=now).work_id
    assert reviewing.take(work_id=work, now=now)
    reviewing.merge_next(work_id=work, by=officer, now=now)
    whole = client.get(reverse("registry:duplicates")).content.decode()
    part = client.get(reverse("registry:duplicates-work"))
    for page in (whole, part.content.decode()):
        assert "1 dari 2 pasang" in page and "hx-get" in page
    assert 'http-equiv="refresh"' in whole and "HX-Refresh" not in part
    while reviewing.merge_next(work_id=work, by=officer, now=now):
        continue
    assert client.get(reverse("registry:duplicates-work"))["HX-Refresh"] == "true"


def test_merging_goes_on_where_it_was_lost(
    world: World, officer: Actor, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = _likely(world, ["Rotan Jaya", "Rotan Jaya 2", "Rotan Jaya 3", "Rotan Jaya 4"])
    work = reviewing.ask_to_merge_likely(office_id=world.office_id, by=officer, now=now).work_id
    reviewing.take(work_id=work, now=now)
    assert reviewing.merge_next(work_id=work, by=officer, now=now)

    def power_cut(**_: Any) -> None:
        raise RuntimeError("power cut")

    with monkeypatch.context() as patched:
        patched.setattr(reviewing, "merge", power_cut)
        with pytest.raises(RuntimeError):
            reviewing.merge_next(work_id=work, by=officer, now=now)
    assert Merge.objects.count() == 1 and ReviewWork.objects.get().done == 1
    # The task is given to the next worker, and perhaps to two.
    reviewing.take(work_id=work, now=now)
    while reviewing.merge_next(work_id=work, by=officer, now=now):
        continue
    assert not reviewing.merge_next(work_id=work, by=officer, now=now)
    assert Merge.objects.count() == 3
    assert Enterprise.objects.filter(state="active").count() == 1 and len(ids) == 4
    assert not reviewing.take(work_id=work, now=now)


def test_only_what_was_almost_certain_when_asked_is_merged(world: World, officer: Actor, now: datetime) -> None:
    _likely(world, ["Rotan Jaya", "Rotan Jaya 2"])
    work = reviewing.ask_to_merge_likely(office_id=world.office_id, by=officer, now=now).work_id
    reviewing.take(work_id=work, now=now)
    late = make_candidate(world)
    doubted = Candidate.objects.exclude(id=late).get()
    Candidate.objects.filter(id=doubted.id).update(band="possible")
    while reviewing.merge_next(work_id=work, by=officer, now=now):
        continue
    assert not Merge.objects.exists()
    assert ReviewWork.objects.get().found == {"merged": 0}


def test_what_was_merged_together_is_taken_back_together(world: World, signed_in: Callable[..., Client]) -> None:
    _likely(world, ["Rotan Jaya", "Rotan Jaya 2", "Rotan Jaya 3"])
    client = signed_in("officer")
    client.post(reverse("registry:merge-likely"))
    page = client.get(reverse("registry:duplicates")).content.decode()
    assert "Urungkan 2 gabungan ini" in page and "Lihat 1 IKM" in page
    work = ReviewWork.objects.get(kind="merge")
    assert work.merges.count() == 2
    said = client.post(reverse("registry:undo-merges", args=[work.id]), follow=True).content.decode()
    assert "2 gabungan diurungkan." in said and "Urungkan 2 gabungan" not in said
    assert Enterprise.objects.filter(state="active").count() == 3
    assert Candidate.objects.filter(state="open").count() == 2


def test_what_was_built_on_later_is_left_when_a_work_is_taken_back(
    world: World, officer: Actor, now: datetime, signed_in: Callable[..., Client]
) -> None:
    ids = _likely(world, ["Rotan Jaya", "Rotan Jaya 2"])
    work = reviewing.ask_to_merge_likely(office_id=world.office_id, by=officer, now=now).work_id
    with pytest.raises(Refused, match="work_runs"):
        reviewing.undo_work(work_id=work, by=officer, now=now)
    reviewing.take(work_id=work, now=now)
    while reviewing.merge_next(work_id=work, by=officer, now=now):
        continue
    third = make_enterprise(world, "Rotan Jaya 9")
    merge(kept_id=ids[0], gone_id=third, picks={}, by=officer, now=now + timedelta(minutes=1))
    assert reviewing.undo_work(work_id=work, by=officer, now=now) == reviewing.Undone(0, 1)


def test_an_import_is_taken_back_with_its_merges(
    world: World, officer: Actor, signed_in: Callable[..., Client]
) -> None:
    batch = import_list(world, officer, TWINS)
    rows = list(Enterprise.objects.order_by("id").values_list("id", flat=True))
    merge(kept_id=rows[0], gone_id=rows[1], picks={}, by=officer, now=world.now + timedelta(minutes=1))
    client = signed_in("officer")
    page = client.get(reverse("registry:import", args=[batch])).content.decode()
    assert "Urungkan 1 gabungan dan impor ini" in page
    with pytest.raises(Refused, match="built_on"):
        imports.undo_import(batch_id=batch, by=officer, now=world.now)
    client.post(reverse("registry:import-undo", args=[batch]), {"gabungan": "1"})
    assert not Enterprise.objects.exists() and not Merge.objects.exists()


def test_a_merge_taken_back_leaves_an_import_that_can_be_taken_back(world: World, officer: Actor) -> None:
    batch = import_list(world, officer, TWINS)
    rows = list(Enterprise.objects.order_by("id").values_list("id", flat=True))
    made = merge(kept_id=rows[0], gone_id=rows[1], picks={}, by=officer, now=world.now + timedelta(minutes=1))
    undo_merge(merge_id=made, by=officer, now=world.now + timedelta(minutes=2))
    assert imports.undo_import(batch_id=batch, by=officer, now=world.now) == 2


def test_below_even_odds_leaving_two_apart_is_proposed(world: World, signed_in: Callable[..., Client]) -> None:
    candidate = make_candidate(world)
    client = signed_in("officer")
    address = reverse("registry:duplicate", args=[candidate])

    def loud() -> str:
        page = client.get(address).content.decode()
        return page.partition('data-kind="primary"')[2].partition("</button>")[0]

    assert 'value="merge"' in loud()
    Candidate.objects.filter(id=candidate).update(probability=0.05, band="possible")
    assert 'value="not_same"' in loud()


def test_the_queue_says_how_many_it_leaves_out_and_every_decision_can_be_seen(
    world: World, officer: Actor, now: datetime, signed_in: Callable[..., Client]
) -> None:
    one = make_enterprise(world, "Satu")
    others = sorted(make_enterprise(world, f"Lain {n}") for n in range(47))
    Candidate.objects.bulk_create(
        Candidate(
            office_id=world.office_id, left_id=min(one, o), right_id=max(one, o), relation="same", band="possible",
            probability=0.6, weight=1.0, found_at=now, state="not_same" if n < 15 else "open",
            decided_at=now if n < 15 else None,
        )
        for n, o in enumerate(others)
    )  # fmt: skip
    page = signed_in("officer").get(reverse("registry:duplicates")).content.decode()
    assert "30 yang paling mungkin dari 32" in page and "Lihat semua keputusan" in page
    every = signed_in("officer").get(reverse("registry:duplicates") + "?putusan=semua").content.decode()
    assert every.count("tinjau-lagi/") == 15


def test_nothing_almost_certain_is_said(world: World, officer: Actor, signed_in: Callable[..., Client]) -> None:
    with pytest.raises(Refused, match="no_likely"):
        reviewing.ask_to_merge_likely(office_id=world.office_id, by=officer, now=world.now)
    client = signed_in("officer")
    assert "Tidak ada lagi pasangan" in client.post(reverse("registry:merge-likely"), follow=True).content.decode()


def test_after_a_decision_comes_the_next_pair(world: World, officer: Actor, signed_in: Callable[..., Client]) -> None:
    ids = [make_candidate(world) for _ in range(3)]
    client = signed_in("officer")
    page = duplicates_page(actor=officer, now=world.now, candidate_id=ids[1])
    assert page.pair and page.next_id
    sent = {"deed": "not_same", "next": str(page.next_id)}
    response = client.post(reverse("registry:decide-duplicate", args=[ids[1]]), sent)
    shown = client.get(response["Location"])
    assert shown.context["page"].pair.id == page.next_id
    # One that was settled meanwhile is not shown: the first of the queue is.
    candidates.decide(candidate_id=page.next_id, state="not_same", by=officer, now=world.now)
    assert client.get(response["Location"]).context["page"].pair.state == "open"


def test_evidence_is_told_in_words_and_its_number_on_demand(
    world: World, twins: tuple[UUID, UUID], officer: Actor, signed_in: Callable[..., Client], now: datetime
) -> None:
    find_duplicates(office_id=world.office_id, by=officer, now=now)
    page = duplicates_page(actor=officer, now=now)
    assert page.pair is not None
    strongest = page.pair.reasons[0]
    assert strongest.strength == "sangat kuat" and strongest.supports
    assert next(r for r in page.pair.reasons if r.rival).strength == ""
    shown = signed_in("officer").get(reverse("registry:duplicates")).content.decode()
    before, _, numbers = shown.partition("Angkanya")
    assert "sangat kuat" in before and "Bobot dalam bit" in numbers
    for key in "gpbn":
        assert f'aria-keyshortcuts="{key}"' in shown
