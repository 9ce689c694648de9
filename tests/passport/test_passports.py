"""Passports over time: evidence in, standings written, the past kept."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from tests.people import World
from tests.products.made import make_product, own_maker

from binakriya.accounts.rules import NotAllowed, Refused
from binakriya.passport import operations
from binakriya.passport.models import Decision, Passport, Standing
from binakriya.passport.queries.live import passports
from binakriya.passport.rules.stages import State
from binakriya.products import operations as products

pytestmark = pytest.mark.django_db
DAY = date(2018, 11, 16)


def state(product_id: UUID, key: str, on: date = DAY) -> State:
    live = passports(product_ids=[product_id], on=on)[product_id]
    return next(one.state for one in live.standings if one.key == key)


def paper(world: World, product_id: UUID, who: str = "officer", **more: object) -> UUID:
    facts = products.PaperFacts("harga", "Dinas", DAY, **more)  # type: ignore[arg-type]
    return products.add_paper(product_id=product_id, facts=facts, by=world.actor(who), now=world.now)


def test_evidence_moves_the_passport_and_its_going_moves_it_back(world: World) -> None:
    one = make_product(world)
    assert state(one, "measured") is State.MET
    assert state(one, "price") is State.NOT_BEGUN
    paper_id = paper(world, one)
    assert state(one, "price") is State.MET
    assert state(one, "price", date(2019, 11, 16)) is State.MET
    assert state(one, "price", date(2019, 11, 17)) is State.EXPIRED
    products.remove_paper(product_id=one, paper_id=paper_id, by=world.actor("officer"), now=world.now)
    assert state(one, "price") is State.NOT_BEGUN


def test_a_paper_that_the_office_has_not_seen_is_work_under_way(world: World) -> None:
    one = make_product(world, own_maker(world))
    paper(world, one, "maker")
    assert state(one, "price") is State.IN_WORK


def test_a_second_time_writes_nothing_and_a_change_writes_one_row(world: World) -> None:
    one, officer = make_product(world), world.actor("officer")
    first = operations.recalculate(product_ids=[one], by=officer, now=world.now)
    assert (first.passports, first.moved) == (1, 1) and first.rows == Standing.objects.count()
    later = world.now + timedelta(hours=1)
    assert operations.recalculate(product_ids=[one], by=officer, now=later).rows == 0
    paper(world, one)
    assert operations.recalculate(product_ids=[one], by=officer, now=later).rows == 1
    assert Passport.objects.get(product_id=one).met == sum(
        row.state == "met" for row in Standing.objects.filter(to_at__isnull=True)
    )


def test_what_changed_is_pulled_also_from_the_calendar(world: World) -> None:
    one = make_product(world)
    make_product(world, name="Lain")
    paper(world, one)
    assert operations.recalculate_changed(by=world.system, now=world.now).passports == 2
    # One product calculated by itself doesn't hide what another one had before.
    later = world.now + timedelta(hours=2)
    two = make_product(world, name="Baru", now=world.now + timedelta(hours=1))
    operations.recalculate(product_ids=[one], by=world.actor("officer"), now=later)
    operations.recalculate_changed(by=world.system, now=later)
    assert Passport.objects.filter(product_id=two).exists()
    year = world.now + timedelta(days=366)
    found = operations.recalculate_changed(by=world.system, now=year)
    assert (found.moved, Standing.objects.get(criterion="price", to_at=None).state) == (1, "expired")


def test_the_past_never_changes(world: World) -> None:
    one, officer = make_product(world), world.actor("officer")
    paper_id = paper(world, one)
    operations.recalculate(product_ids=[one], by=officer, now=world.now)
    products.remove_paper(product_id=one, paper_id=paper_id, by=officer, now=world.now)
    later = world.now + timedelta(days=1)
    operations.recalculate(product_ids=[one], by=officer, now=later)
    closed = Standing.objects.get(criterion="price")
    assert (closed.state, closed.from_at, closed.to_at) == ("met", world.now, later)
    for change in ({"state": "expired"}, {"to_at": None}, {"from_at": later}):
        with pytest.raises(DatabaseError), transaction.atomic():
            Standing.objects.filter(id=closed.id).update(**change)
    # Asked for an earlier moment, it leaves what was calculated later alone.
    before = operations.recalculate(product_ids=[one], by=officer, now=world.now - timedelta(days=9))
    assert (before.later, before.rows) == (1, 0)


def test_one_current_row_a_criterion(world: World) -> None:
    one = make_product(world)
    operations.recalculate(product_ids=[one], by=world.actor("officer"), now=world.now)
    row = Standing.objects.get(criterion="measured")
    with pytest.raises(IntegrityError), transaction.atomic():
        Standing.objects.create(product_id=one, criterion="measured", state="met", version="1", from_at=world.now)
    for wrong in ({"state": "not_begun"}, {"criterion": ""}):
        values = {"product_id": one, "criterion": "x", "state": "met", "version": "1", "from_at": world.now} | wrong
        with pytest.raises(IntegrityError), transaction.atomic():
            Standing.objects.create(**values)
    with pytest.raises(IntegrityError), transaction.atomic():
        Standing.objects.filter(id=row.id).update(to_at=world.now - timedelta(days=1))


def test_set_apart_and_taken_back(world: World) -> None:
    one, officer = make_product(world), world.actor("officer")
    with pytest.raises(Refused, match="reason_needed"):
        operations.set_apart(product_id=one, criterion="price", reason=" ? ", by=officer, now=world.now)
    with pytest.raises(Refused, match="criterion_unknown"):
        operations.set_apart(product_id=one, criterion="tidak", reason="tidak dijual", by=officer, now=world.now)
    for who in ("maker", "practitioner", "leadership"):
        with pytest.raises(NotAllowed):
            operations.set_apart(
                product_id=one, criterion="price", reason="tidak dijual", by=world.actor(who), now=world.now
            )
    operations.set_apart(product_id=one, criterion="price", reason="tidak dijual", by=officer, now=world.now)
    operations.set_apart(product_id=one, criterion="price", reason="dua kali", by=officer, now=world.now)
    assert Decision.objects.get().reason == "tidak dijual"
    assert state(one, "price") is State.NOT_APPLICABLE
    assert Standing.objects.get(criterion="price").summary["by"] == officer.label
    assert operations.take_back(product_id=one, criterion="price", by=officer, now=world.now)
    assert not operations.take_back(product_id=one, criterion="price", by=officer, now=world.now)
    assert state(one, "price") is State.NOT_BEGUN
    for wrong in ({"reason": ""}, {"revoked_at": world.now, "revoked_by": ""}):
        values = {"product_id": one, "criterion": "x", "reason": "r", "made_at": world.now, "made_by": "P"} | wrong
        with pytest.raises(IntegrityError), transaction.atomic():
            Decision.objects.create(**values)


def test_the_page_says_the_next_step(world: World) -> None:
    one = make_product(world, own_maker(world), measured=None)
    answer = world.client("maker").get(f"/produk/{one}/paspor/")
    page = answer.content.decode()
    assert answer.status_code == 200 and "Ukuran dan massa" in page and "Kerjakan sekarang" in page
    assert page.index("Kerjakan sekarang") < page.index("tahap lengkap")


def test_the_makers_first_page_leads_to_the_passport_in_one_tap(world: World) -> None:
    one = make_product(world, own_maker(world), measured=None)
    from binakriya.website.queries import maker_home

    step = maker_home(by=world.actor("maker"), now=world.now).next_step
    assert step is not None and step.href == f"/produk/{one}/paspor/"
