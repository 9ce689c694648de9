"""Versions, states, stock, own values: who may, in which state, and what the ledger says."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.packaging.made import content_of, make_adopted, make_checked, make_version, the_product
from tests.people import CALLERS, World
from tests.products.made import make_product, own_maker

from binakriya.accounts.rules import Deed, NotAllowed, Refused
from binakriya.engines.protection import BoardGrade
from binakriya.foundation.queries import history_of
from binakriya.packaging import operations, queries
from binakriya.packaging.models import Version
from binakriya.packaging.rules import classes
from binakriya.packaging.rules.specification import Specification
from binakriya.packaging.rules.states import MOVES, State, can_move, check_move, page
from binakriya.packaging.words import BATCH_STATES, ITEM_STATES
from binakriya.products.operations import archive_product

ROOT = Path(__file__).resolve().parents[2]
OWN = BoardGrade("E 400 lokal", "E", 1.7, 400, 4.4, source="CV Karton Jaya, lembar data 2 Nov 2018")


def test_the_page_of_states_is_the_table() -> None:
    assert (ROOT / "docs/reference/packaging-states.md").read_text(encoding="utf-8") == page()


def test_the_page_of_batch_states_is_the_table() -> None:
    assert (ROOT / "docs/reference/batch-states.md").read_text(encoding="utf-8") == classes.page()


def test_every_step_of_a_batch_only_from_its_states() -> None:
    for step in classes.STEPS:
        for state in classes.BatchState:
            assert classes.can(state, step.name) == (state in step.sources)
            if state in step.sources:
                assert classes.check(state, step.name) == step.target
            else:
                with pytest.raises(Refused, match="batch_state"):
                    classes.check(state, step.name)
    assert set(BATCH_STATES) == set(classes.BatchState) and set(ITEM_STATES) == set(classes.ItemState)
    reached = {classes.BatchState.DRAFT, *(step.target for step in classes.STEPS)}
    assert reached == set(classes.BatchState)


def test_every_move_only_from_its_states() -> None:
    for move in MOVES:
        for state in State:
            assert can_move(state, move.name) == (state in move.sources)
            if state not in move.sources:
                with pytest.raises(Refused):
                    check_move(state, move.name)


def test_versions_count_up_and_the_same_form_makes_one(world: World) -> None:
    first = make_version(world, nonce="a")
    again = make_version(world, nonce="a")
    second = make_version(world, nonce="b")
    other = make_version(world, nonce="a", content=content_of(world, the_product(world), "export"))
    assert first == again != second and other not in (first, second), "another choice is never taken for the first"
    facts = queries.version_facts(version_id=second, by=world.actor("officer"))
    assert facts.number == 2 and facts.state is State.DRAFT
    assert Specification.read(facts.content).style == "0201"


def test_draft_checked_adopted_superseded(world: World, officer: Any) -> None:
    first, second = make_adopted(world), make_checked(world)
    operations.adopt_version(version_id=second, by=officer, now=world.now + timedelta(days=1))
    specification = queries.version_facts(version_id=first, by=world.system).specification_id
    states = dict(Version.objects.filter(specification_id=specification).values_list("number", "state"))
    assert states == {1: State.SUPERSEDED, 2: State.ADOPTED}
    facts = queries.version_facts(version_id=second, by=officer)
    assert facts.checked_by and facts.adopted_by


def test_what_was_not_checked_is_not_adopted(world: World, officer: Any) -> None:
    draft = make_version(world)
    with pytest.raises(Refused, match="state"):
        operations.adopt_version(version_id=draft, by=officer, now=world.now)


def test_withdrawing_says_why(world: World, officer: Any) -> None:
    draft = make_version(world)
    with pytest.raises(Refused, match="reason_needed"):
        operations.withdraw_version(version_id=draft, reason="  ", by=officer, now=world.now)
    operations.withdraw_version(version_id=draft, reason="Ukuran salah", by=officer, now=world.now)
    assert queries.version_facts(version_id=draft, by=officer).reason == "Ukuran salah"
    with pytest.raises(Refused, match="state"):
        operations.withdraw_version(version_id=draft, reason="lagi", by=officer, now=world.now)


def test_a_pack_that_fails_is_not_saved(world: World) -> None:
    product = the_product(world)
    failing = Specification({**content_of(world, product).content, "holds": False})
    with pytest.raises(Refused, match="does_not_hold"):
        make_version(world, content=failing)


DEEDS: dict[str, tuple[Deed, Callable[[World, Any], object]]] = {
    "save": (Deed.PACKAGING_WRITE, lambda world, by: make_version(world, by=by)),
    "check": (
        Deed.PACKAGING_CHECK,
        lambda world, by: operations.check_version(version_id=make_version(world), by=by, now=world.now),
    ),
    "adopt": (
        Deed.PACKAGING_ADOPT,
        lambda world, by: operations.adopt_version(version_id=make_checked(world), by=by, now=world.now),
    ),
    "board": (
        Deed.PACKAGING_STOCK,
        lambda world, by: operations.add_board(office_id=world.office_id, grade=OWN, by=by, now=world.now),
    ),
    "value": (
        Deed.PACKAGING_STOCK,
        lambda world, by: operations.calibrate(
            office_id=world.office_id, code="material_g.ceramic", value=70, why="Uji jatuh", by=by, now=world.now
        ),
    ),
}


@pytest.mark.parametrize("deed", sorted(DEEDS))
@pytest.mark.parametrize("who", CALLERS)
def test_only_who_may(world: World, deed: str, who: str) -> None:
    needed, do = DEEDS[deed]
    by = world.actor(who)
    if who == "other_officer":
        # Another office: the thing is not there, or belongs to others.
        with pytest.raises((NotAllowed, Refused, Version.DoesNotExist)):
            do(world, by)
    elif not by.may(needed):
        with pytest.raises(NotAllowed):
            do(world, by)
    elif by.office_id == world.office_id:
        do(world, by)


def test_other_office_sees_nothing(world: World, other_officer: Any, officer: Any) -> None:
    made = make_version(world)
    with pytest.raises(Version.DoesNotExist):
        queries.version_facts(version_id=made, by=other_officer)
    assert queries.specification_rows(by=other_officer) == []
    assert [row.version_id for row in queries.specification_rows(by=officer)] == [made]


def test_a_maker_reads_the_packs_of_their_own_products_alone(world: World, maker: Any) -> None:
    own = make_version(world, make_product(world, own_maker(world), "Tas sendiri", "rotan"))
    make_version(world)
    assert [row.version_id for row in queries.specification_rows(by=maker)] == [own]
    assert queries.version_facts(version_id=own, by=maker).number == 1
    with pytest.raises(NotAllowed):
        operations.withdraw_version(version_id=own, reason="x", by=maker, now=world.now)


def test_own_boards_boxes_prices_and_values_are_what_is_chosen_from(world: World, officer: Any) -> None:
    office = world.office_id
    board = operations.add_board(office_id=office, grade=OWN, by=officer, now=world.now)
    box = operations.BoxSaid(
        "K-30", "Kotak 35 cm", (260, 350, 200), board, "0201", Decimal(6500), "Toko Kardus", date(2018, 11, 2)
    )
    operations.add_stock_box(office_id=office, box=box, by=officer, now=world.now)
    offer = operations.OfferSaid(
        "CV Karton Jaya", date(2018, 11, 2), OWN.code, ((1, 9000), (500, 8000)), rest={"least_boxes": 100}
    )
    operations.add_offer(office_id=office, offer=offer, by=officer, now=world.now)
    operations.calibrate(
        office_id=office,
        code="material_g.ceramic",
        value=70,
        low=65,
        high=75,
        why="12 uji jatuh",
        by=officer,
        now=world.now,
    )
    content = content_of(world, the_product(world)).content
    assert content["box"]["board"]["code"] == OWN.code
    assert "material_g.ceramic" not in [a["code"] for a in content["sheet"]["assumptions"]]
    assert content["fragility"]["g"] == 70
    roles = {r["code"] for other in [content, *content["others"]] for r in other["roles"]}
    assert {"stock", "cheapest"} <= roles
    assert queries.calibrations(office_id=office, by=officer)[0].why == "12 uji jatuh"


def test_a_value_given_anew_keeps_the_old_one_as_history(world: World, officer: Any) -> None:
    for value in (70.0, 72.0):
        operations.calibrate(
            office_id=world.office_id, code="material_g.ceramic", value=value, why="Uji", by=officer, now=world.now
        )
    rows = queries.calibrations(office_id=world.office_id, by=officer)
    assert [row.value for row in rows] == [72.0]
    assert operations.remove_calibration(calibration_id=rows[0].id, by=officer, now=world.now)
    assert not operations.remove_calibration(calibration_id=rows[0].id, by=officer, now=world.now)
    assert queries.calibrations(office_id=world.office_id, by=officer) == ()


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"value": 1}, "value"),
        ({"value": float("nan")}, "value"),
        ({"code": "tidak.ada"}, "value"),
        ({"why": " "}, "why_needed"),
        ({"low": 80, "high": 90}, "range"),
    ],
)
def test_values_that_cannot_be(world: World, officer: Any, more: dict[str, Any], reason: str) -> None:
    values: dict[str, Any] = {"code": "material_g.ceramic", "value": 70, "why": "Uji"} | more
    with pytest.raises(Refused, match=reason):
        operations.calibrate(office_id=world.office_id, by=officer, now=world.now, **values)


def test_boxes_that_cannot_be_made_are_refused_in_the_styles_words(world: World, officer: Any) -> None:
    board = operations.add_board(office_id=world.office_id, grade=OWN, by=officer, now=world.now)
    with pytest.raises(Refused, match="box") as refused:
        box = operations.BoxSaid("X", "X", (20, 20, 20), board)
        operations.add_stock_box(office_id=world.office_id, box=box, by=officer, now=world.now)
    assert "mm" in str(refused.value.params["sentence"])


def test_offers_that_cannot_be(world: World, officer: Any) -> None:
    def add(**more: Any) -> None:
        given: dict[str, Any] = {"supplier": "A", "dated": date(2018, 11, 2), "board_code": "E", "breaks": ((1, 9000),)}
        offer = operations.OfferSaid(**given | more)
        operations.add_offer(office_id=world.office_id, offer=offer, by=officer, now=world.now)

    with pytest.raises(Refused, match="valid_after"):
        add(valid_until=date(2018, 11, 1))
    with pytest.raises(Refused, match="price"):
        add(breaks=((1, -5),))
    add()
    with pytest.raises(Refused, match="offer_exists"):
        add()


def test_two_versions_beside_each_other(world: World, officer: Any) -> None:
    first, second = make_version(world), make_version(world, journey="export")
    a, b, differences = queries.comparison(first_id=first, second_id=second, by=officer)
    assert (a.journey, b.journey) == ("courier", "export")
    assert any(not d.same for d in differences)


def test_the_ledger_has_a_line_for_each_deed(world: World, officer: Any) -> None:
    made = make_adopted(world)
    spec = queries.version_facts(version_id=made, by=officer).specification_id
    actions = [line.action for line in history_of(kind="packaging.specification", object_id=spec)]
    for action in ("packaging.version_saved", "packaging.version_checked", "packaging.version_adopted"):
        assert action in actions


def test_what_is_no_longer_made_gets_no_new_pack(world: World) -> None:
    product = the_product(world)
    content = content_of(world, product)
    archive_product(product_id=product.product_id, by=world.actor("officer"), now=world.now)
    with pytest.raises(Refused, match="archived"):
        make_version(world, content=content)
