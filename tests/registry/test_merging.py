"""Two enterprises become one, and back; what a person decided is remembered."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.people import World
from tests.registry.worlds import make_candidate, make_enterprise

from binakriya.accounts.rules import Actor, NotAllowed
from binakriya.foundation.queries import history_of
from binakriya.registry import operations, queries
from binakriya.registry.models import Enterprise, Membership
from binakriya.registry.operations import add_membership, link_person
from binakriya.registry.operations.candidates import decide, find_duplicates
from binakriya.registry.operations.merging import merge, undo_merge
from binakriya.registry.queries.duplicates import duplicates_page, waiting_count
from binakriya.registry.rules.facts import Facts, TurnoverFact
from binakriya.registry.rules.merging import CHOICES, is_open, merged, pieces, proposed, unmerged
from binakriya.registry.rules.refusals import Refused

A = Facts(
    name="Anyaman Setu Lestari",
    owner_name="Sri Wahyuningsih",
    nik="3674074107800000",
    phones=("+6281200004471",),
    products=("tikar pandan",),
    kbli="16291",
    kbli_version="2020",
    workers=4,
    street="Jl. Puspiptek No. 14",
    region_code="36.74.07",
    turnovers=(TurnoverFact(2017, 60_000_000, 60_000_000),),
)
B = Facts(
    name="ANYAMAN PANDAN SETU LST",
    owner_name="Hj. Sri Wahyuningsih",
    nik="3674074107800000",
    born=date(1980, 7, 1),
    phones=("+6281200004471", "+6281300000055"),
    products=("tas pandan", "tikar pandan"),
    street="Jl. Puspiptek Gg. Melati 3 RT 02/05",
    region_code="36.74.07.1001",
    since=2009,
    turnovers=(TurnoverFact(2018, 72_000_000, 90_000_000),),
)
OTHER = Facts(name="Tembikar Buaran", owner_name="Darto Wiyono", phones=("+6281500000011",), products=("gerabah",))


def _make(world: World, by: Actor, now: datetime, facts: Facts) -> UUID:
    return operations.create_enterprise(facts=facts, office_id=world.office_id, by=by, now=now)


@pytest.fixture
def pair(world: World, officer: Actor, now: datetime) -> tuple[UUID, UUID]:
    return _make(world, officer, now, A), _make(world, officer, now + timedelta(minutes=1), B)


# --- rules ------------------------------------------------------------------------------------------------------------


def test_what_only_one_side_says_is_kept_and_lists_are_united() -> None:
    result = merged(A, B, {})
    assert result.born == B.born
    assert result.workers == A.workers
    assert result.since == B.since
    assert result.phones == ("+6281200004471", "+6281300000055")
    assert result.products == ("tikar pandan", "tas pandan")
    assert [t.year for t in result.turnovers] == [2018, 2017]


def test_readable_writing_and_the_smaller_region_are_proposed() -> None:
    by_key = {c.key: c for c in CHOICES}
    assert proposed(A, B, by_key["name"]) == "a"
    assert proposed(A, B, by_key["place"]) == "b"
    assert merged(A, B, {"name": "b"}).name == B.name


_TEXT = st.text("ab A", max_size=6)
_FACTS = st.builds(
    Facts,
    name=_TEXT,
    owner_name=_TEXT,
    nik=st.sampled_from(["", "3674074107800000", "3674074107800001"]),
    since=st.one_of(st.none(), st.integers(1990, 2020)),
    workers=st.one_of(st.none(), st.integers(0, 9)),
    phones=st.lists(st.sampled_from(["+621", "+622", "+623"]), unique=True, max_size=3).map(tuple),
)


@given(_FACTS, _FACTS)
def test_a_merge_loses_nothing_and_is_taken_back_whole(a: Facts, b: Facts) -> None:
    result = merged(a, b, {})
    for choice in CHOICES:
        for field in choice.fields:
            assert getattr(result, field) in (getattr(a, field), getattr(b, field))
        if not is_open(a, b, choice):
            known = [getattr(s, f) for s in (a, b) for f in choice.fields if getattr(s, f) not in ("", None)]
            assert not known or any(getattr(result, f) in known for f in choice.fields)
    assert set(result.phones) == {*a.phones, *b.phones}
    assert unmerged(result, result, a) == a


@given(st.text("ab ", max_size=20), st.text("ab ", max_size=20))
def test_pieces_put_together_are_the_text(text: str, other: str) -> None:
    assert " ".join(p.text for p in pieces(text, other)).split() == text.split()
    assert not any(p.differs for p in pieces(text, text))


# --- operations -------------------------------------------------------------------------------------------------------


def test_a_merge_and_its_undo(pair: tuple[UUID, UUID], officer: Actor, now: datetime) -> None:
    kept, gone = pair
    made = merge(kept_id=kept, gone_id=gone, picks={"name": "a", "address": "b"}, by=officer, now=now)
    facts = queries.facts_of(kept)
    assert facts is not None
    assert (facts.name, facts.street, facts.since) == (A.name, B.street, 2009)
    assert Enterprise.objects.get(id=gone).merged_into_id == kept
    assert queries.enterprise_card(gone).state == "merged"
    assert history_of(kind="registry.enterprise", object_id=kept)[0].action == "registry.merged"
    assert any(e.action == "registry.created" for e in history_of(kind="registry.enterprise", object_id=gone))

    undo_merge(merge_id=made, by=officer, now=now)
    assert queries.facts_of(kept) == A
    assert queries.facts_of(gone) == B
    assert queries.enterprise_card(gone).state == "active"
    with pytest.raises(Refused, match="already_undone"):
        undo_merge(merge_id=made, by=officer, now=now)


def test_what_was_edited_after_a_merge_survives_the_undo(
    pair: tuple[UUID, UUID], officer: Actor, now: datetime
) -> None:
    kept, gone = pair
    made = merge(kept_id=kept, gone_id=gone, picks={}, by=officer, now=now)
    facts = queries.facts_of(kept)
    assert facts is not None
    operations.change_enterprise(enterprise_id=kept, facts=replace(facts, workers=9), by=officer, now=now)
    undo_merge(merge_id=made, by=officer, now=now)
    back = queries.facts_of(kept)
    assert back == replace(A, workers=9)


def test_merges_into_one_are_undone_newest_first(
    world: World, pair: tuple[UUID, UUID], officer: Actor, now: datetime
) -> None:
    kept, gone = pair
    third = _make(world, officer, now, replace(A, name="Anyaman Setu"))
    first = merge(kept_id=kept, gone_id=gone, picks={}, by=officer, now=now)
    second = merge(kept_id=kept, gone_id=third, picks={}, by=officer, now=now + timedelta(seconds=1))
    with pytest.raises(Refused, match="later_merge"):
        undo_merge(merge_id=first, by=officer, now=now)
    undo_merge(merge_id=second, by=officer, now=now)
    undo_merge(merge_id=first, by=officer, now=now)
    assert queries.facts_of(kept) == A


def test_memberships_move_and_come_back(world: World, pair: tuple[UUID, UUID], officer: Actor, now: datetime) -> None:
    kept, gone = pair
    operations.add_membership(
        enterprise_id=gone, association_id=world.association_id, number="A-9", by=officer, now=now
    )
    made = merge(kept_id=kept, gone_id=gone, picks={}, by=officer, now=now)
    assert queries.enterprise_card(kept).associations == ("ASIPA",)
    undo_merge(merge_id=made, by=officer, now=now)
    assert queries.enterprise_card(kept).associations == ()
    assert queries.enterprise_card(gone).associations == ("ASIPA",)


def test_nothing_is_merged_twice_with_itself_or_across_offices(
    world: World, pair: tuple[UUID, UUID], officer: Actor, other_officer: Actor, maker: Actor, now: datetime
) -> None:
    kept, gone = pair
    with pytest.raises(Refused, match="same_enterprise"):
        merge(kept_id=kept, gone_id=kept, picks={}, by=officer, now=now)
    with pytest.raises(NotAllowed):
        merge(kept_id=kept, gone_id=gone, picks={}, by=other_officer, now=now)
    with pytest.raises(NotAllowed):
        merge(kept_id=kept, gone_id=gone, picks={}, by=maker, now=now)
    merge(kept_id=kept, gone_id=gone, picks={}, by=officer, now=now)
    with pytest.raises(Refused, match="not_active"):
        merge(kept_id=kept, gone_id=gone, picks={}, by=officer, now=now)


def test_duplicates_are_found_shown_masked_and_merged_in_one_go(
    world: World, pair: tuple[UUID, UUID], officer: Actor, now: datetime
) -> None:
    _make(world, officer, now, OTHER)
    found = find_duplicates(office_id=world.office_id, by=officer, now=now)
    assert (found.likely + found.possible) == 1
    page = duplicates_page(actor=officer, now=now)
    assert page.pair is not None
    shown = repr(page.pair)
    assert "3674074107800000" not in shown
    assert "81200004471" not in shown.replace(" ", "")
    assert page.pair.reasons
    again = find_duplicates(office_id=world.office_id, by=officer, now=now)
    assert again.likely + again.possible + again.same_owner == 0, "a pair is asked once"


def test_not_the_same_is_remembered_and_can_be_taken_back(
    world: World, pair: tuple[UUID, UUID], officer: Actor, now: datetime
) -> None:
    find_duplicates(office_id=world.office_id, by=officer, now=now)
    first = duplicates_page(actor=officer, now=now).pair
    assert first is not None
    assert decide(candidate_id=first.id, state="not_same", by=officer, now=now)
    assert not decide(candidate_id=first.id, state="not_same", by=officer, now=now)
    find_duplicates(office_id=world.office_id, by=officer, now=now)
    assert waiting_count(office_id=world.office_id) == 0
    decide(candidate_id=first.id, state="open", by=officer, now=now)
    assert waiting_count(office_id=world.office_id) == 1


def test_pairs_follow_an_enterprise_that_was_merged(
    world: World, pair: tuple[UUID, UUID], officer: Actor, now: datetime
) -> None:
    kept, gone = pair
    third = _make(world, officer, now, replace(B, name="Anyaman Pandan Setu Lestari", born=None))
    find_duplicates(office_id=world.office_id, by=officer, now=now)
    before = waiting_count(office_id=world.office_id)
    assert before >= 2
    made = merge(kept_id=kept, gone_id=gone, picks={}, by=officer, now=now)
    page = duplicates_page(actor=officer, now=now)
    assert {page.pair.kept_id, page.pair.gone_id} == {kept, third}
    undo_merge(merge_id=made, by=officer, now=now)
    assert waiting_count(office_id=world.office_id) == before


def test_a_merge_takes_only_its_own_pair(world: World) -> None:
    pair, kept, gone = make_candidate(world), make_enterprise(world, "Rotan Jaya"), make_enterprise(world, "Rotan")
    by = world.actor("officer")
    with pytest.raises(Refused, match="unknown"):
        merge(kept_id=kept, gone_id=gone, picks={}, candidate_id=pair, by=by, now=world.now)


@pytest.mark.parametrize(("since", "after"), [("", ""), ("B-9", "B-9")])
def test_a_number_edited_since_stays_when_a_merge_is_undone(world: World, since: str, after: str) -> None:
    kept, gone, by = make_enterprise(world, "Rotan Jaya"), make_enterprise(world, "Rotan"), world.actor("officer")
    said = {"association_id": world.association_id, "by": by, "now": world.now}
    add_membership(enterprise_id=kept, **said)
    add_membership(enterprise_id=gone, number="A-1", **said)
    made = merge(kept_id=kept, gone_id=gone, picks={}, by=by, now=world.now)
    if since:
        add_membership(enterprise_id=kept, number=since, **said)
    undo_merge(merge_id=made, by=by, now=world.now)
    assert Membership.objects.get(enterprise_id=kept).number == after


def test_an_account_does_not_come_along_with_a_merge(world: World) -> None:
    """Else a registration under a stranger's phone would, once merged, open the stranger's enterprise."""
    kept, gone, by = make_enterprise(world, "Rotan Jaya"), make_enterprise(world, "Rotan Jya"), world.actor("officer")
    maker = world.people["maker"]
    link_person(enterprise_id=gone, person_id=maker, by=by, now=world.now)
    merge(kept_id=kept, gone_id=gone, picks={}, people=(), by=by, now=world.now)
    assert queries.enterprises_of_person(maker) == []
