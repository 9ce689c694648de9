"""From plan to result: the thread of a round, and what it refuses."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from tests.people import World
from tests.products.made import make_product
from tests.quality.rounds import given, make_round, score, score_all, whole

from binakriya.accounts.operations import grant_role
from binakriya.accounts.rules import NotAllowed, Refused, Role
from binakriya.quality.models import Assignment, ProductResult, Round, RoundResult, Save, Scoring
from binakriya.quality.operations import rounds, scorings
from binakriya.quality.queries.held import quality_changed_since, quality_held
from binakriya.quality.queries.scorings import scoring_page, tasks
from binakriya.registry.operations import link_person


def _save(world: World, one: Assignment, who: str, changes: object, base: int = 0, **more: object) -> scorings.Saved:
    values = {"nonce": uuid4().hex, "device": "a", "by": world.actor(who), "now": world.now, **more}
    return scorings.save_scoring(assignment_id=one.id, changes=changes, base=base, **values)  # type: ignore[arg-type]


def test_from_plan_to_result(world: World) -> None:
    made = make_round(world)
    score_all(world, made)
    later = world.now + timedelta(hours=2)
    rounds.close_round(round_id=made, by=world.actor("officer"), now=later)
    result = RoundResult.objects.get(round_id=made)
    products = list(ProductResult.objects.filter(result=result))
    assert len(products) == 5
    assert all(one.assessors == 2 for one in products)
    held = quality_held(product_ids=[one.product_id for one in products])
    assert len(held) == 5
    assert all(one.gates_passed for one in held.values())
    assert quality_changed_since(later) == set(held)
    assert quality_changed_since(later + timedelta(seconds=1)) == set()
    raters = next(iter(result.content.values()))["raters"]
    # The curator gives a level (25 points) less throughout.
    values = sorted(one["value"] for one in raters)
    assert values[1] - values[0] == pytest.approx(25, abs=0.01)


def test_a_result_is_not_changed(world: World) -> None:
    made = make_round(world, 2)
    score_all(world, made)
    rounds.close_round(round_id=made, by=world.actor("officer"), now=world.now)
    with pytest.raises(DatabaseError), transaction.atomic():
        RoundResult.objects.update(engine="0")
    with pytest.raises(DatabaseError), transaction.atomic():
        ProductResult.objects.update(raw=1)


def test_reopened_round_makes_a_result_of_its_own(world: World) -> None:
    made, by = make_round(world, 2), world.actor("officer")
    score_all(world, made)
    assert rounds.close_round(round_id=made, by=by, now=world.now) == 1
    with pytest.raises(Refused, match="reason_needed"):
        rounds.reopen_round(round_id=made, reason=" ", by=by, now=world.now)
    rounds.reopen_round(round_id=made, reason="Satu belum dinilai", by=by, now=world.now)
    assert rounds.close_round(round_id=made, by=by, now=world.now) == 2
    assert RoundResult.objects.filter(round_id=made).count() == 2


def test_nothing_scored_is_not_closed(world: World) -> None:
    made = make_round(world, 2)
    with pytest.raises(Refused, match="round_nothing_scored"):
        rounds.close_round(round_id=made, by=world.actor("officer"), now=world.now)
    assert Round.objects.get(id=made).state == "open"


def test_replay_writes_nothing(world: World) -> None:
    one = given(world, make_round(world, 1), "curator")[0]
    first = _save(world, one, "curator", {"comment": "Rapi"}, nonce="n1")
    again = _save(world, one, "curator", {"comment": "Rapi"}, nonce="n1")
    assert again.again
    assert again.revision == first.revision == 1
    assert Save.objects.count() == 1


def test_two_devices_are_shown_and_nothing_is_dropped(world: World) -> None:
    one = given(world, make_round(world, 1), "curator")[0]
    field = next(iter(whole(one)))
    _save(world, one, "curator", whole(one) | {field: 4}, device="a")
    saved = _save(world, one, "curator", {field: 2, "comment": "Dari sini"}, device="b")
    assert saved.fields[field] == 4
    assert saved.fields["comment"] == "Dari sini"
    assert saved.conflicts[field] == {"here": 4, "other": 2, "device": "b"}
    by, now = world.actor("curator"), world.now
    with pytest.raises(Refused, match="scoring_conflicts"):
        scorings.submit_scoring(assignment_id=one.id, by=by, now=now)
    settled = scorings.settle_conflict(assignment_id=one.id, name=field, take_other=True, by=by, now=now)
    assert settled.fields[field] == 2
    assert settled.conflicts == {}
    scorings.submit_scoring(assignment_id=one.id, by=by, now=now)


def test_sent_is_locked_until_reopened(world: World) -> None:
    one = given(world, make_round(world, 1), "curator")[0]
    score(world, one, "curator")
    with pytest.raises(Refused, match="scoring_sent"):
        _save(world, one, "curator", {"comment": "Lagi"})
    scorings.reopen_scoring(assignment_id=one.id, by=world.actor("curator"), now=world.now)
    assert _save(world, one, "curator", {"comment": "Lagi"}, base=9).fields["comment"] == "Lagi"


def test_lacking_is_not_sent(world: World) -> None:
    one = given(world, make_round(world, 1), "curator")[0]
    _save(world, one, "curator", {"comment": "Baru mulai"})
    with pytest.raises(Refused, match="scoring_lacks"):
        scorings.submit_scoring(assignment_id=one.id, by=world.actor("curator"), now=world.now)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"value:tidakada": 3}, "scoring_field"),
        ({"value:canting": 6}, "scoring_value"),
        ({"value:canting": True}, "scoring_value"),
        ({"comment": 3}, "scoring_value"),
        ({"defect:k": {"x": 2, "y": 0, "kind": "beleber", "severity": "major"}}, "defect_value"),
        ({"defect:k": {"x": 0, "y": float("nan"), "kind": "beleber", "severity": "major"}}, "defect_value"),
        ({"defect:k": {"x": 0, "y": 0, "kind": "apa", "severity": "major"}}, "defect_value"),
        ([], "scoring_field"),
    ],
)
def test_what_no_scoring_holds_is_refused(world: World, changes: object, reason: str) -> None:
    one = given(world, make_round(world, 1), "curator")[0]
    with pytest.raises(Refused, match=reason):
        _save(world, one, "curator", changes)
    assert not Scoring.objects.exists()


def test_another_assessors_product_is_not_there(world: World) -> None:
    one = given(world, make_round(world, 1), "curator")[0]
    with pytest.raises(Assignment.DoesNotExist):
        _save(world, one, "practitioner", {"comment": "Bukan milik saya"})
    with pytest.raises(NotAllowed):
        _save(world, one, "officer", {"comment": "Bukan penilai"})


def test_own_product_is_never_scored(world: World) -> None:
    made = make_round(world, 1)
    one = given(world, made, "curator")[0]
    grant_role(person_id=world.people["curator"], role=Role.MAKER, organisation_id=None, by=world.system, now=world.now)
    link_person(
        enterprise_id=one.product.product.maker_id,
        person_id=world.people["curator"],
        by=world.system,
        now=world.now,
    )
    with pytest.raises(Refused, match="own_product"):
        _save(world, one, "curator", {"comment": "Milik saya"})
    rounds.spread_again(round_id=made, by=world.actor("officer"), now=world.now)
    assert given(world, made, "curator") == []


def test_recusal_takes_the_product_away(world: World) -> None:
    made = make_round(world, 3, wanted=1)
    one = given(world, made, "curator")[0]
    rounds.recuse(
        round_id=made,
        assessor_id=one.assessor_id,
        product_id=one.product.product_id,
        kind="student",
        by=world.actor("curator"),
        now=world.now,
    )
    assert one.product_id not in {row.product_id for row in given(world, made, "curator")}
    assert one.product_id in {row.product_id for row in given(world, made, "practitioner")}
    with pytest.raises(NotAllowed):
        rounds.recuse(
            round_id=made,
            assessor_id=one.assessor_id,
            product_id=one.product.product_id,
            kind="student",
            by=world.actor("practitioner"),
            now=world.now,
        )


def test_what_was_scored_stays_when_products_come_and_go(world: World) -> None:
    made, by = make_round(world, 2), world.actor("officer")
    one = given(world, made, "curator")[0]
    score(world, one, "curator")
    product_id = one.product.product_id
    assert rounds.drop_product(round_id=made, product_id=product_id, by=by, now=world.now)
    assert one.id not in {row.id for row in given(world, made, "curator")}
    assert rounds.add_products(round_id=made, product_ids=[product_id], by=by, now=world.now) == 1
    assert one.id in {row.id for row in given(world, made, "curator")}
    assert Scoring.objects.get(assignment=one).state == "submitted"
    assert rounds.drop_assessor(round_id=made, assessor_id=one.assessor_id, by=by, now=world.now)
    assert rounds.close_round(round_id=made, by=by, now=world.now) == 1
    assert ProductResult.objects.get().product_id == product_id


def test_a_material_without_a_rubric_is_refused(world: World) -> None:
    made = make_round(world, 1)
    clay = make_product(world, name="Kursi", material="rattan")
    with pytest.raises(Refused, match="round_no_rubric"):
        rounds.add_products(round_id=made, product_ids=[clay], by=world.actor("officer"), now=world.now)


def test_other_office_has_no_such_round(world: World) -> None:
    made = make_round(world, 1)
    with pytest.raises(Round.DoesNotExist):
        rounds.close_round(round_id=made, by=world.actor("other_officer"), now=world.now)


def test_blind_names_no_maker(world: World) -> None:
    made = make_round(world, 2)
    page = scoring_page(assignment_id=given(world, made, "curator")[0].id, by=world.actor("curator"))
    assert page.maker == page.name == ""
    assert "Melati" not in repr(page)
    assert "Melati" not in repr(tasks(by=world.actor("curator")))


def test_planned_round_shows_nothing_yet(world: World) -> None:
    make_round(world, 2, opened=False)
    assert tasks(by=world.actor("curator")) == ()
