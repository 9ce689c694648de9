"""Adding, changing and finding enterprises."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse
from tests.people import World

from binakriya.accounts.rules import Actor, NotAllowed, visitor
from binakriya.foundation.queries import history_of
from binakriya.registry import operations, queries
from binakriya.registry.operations.exporting import note_export
from binakriya.registry.operations.merging import merge, undo_merge
from binakriya.registry.queries.figures import figure_rows, unchecked_count, unchecked_ids
from binakriya.registry.queries.map import map_page
from binakriya.registry.rules.facts import Facts, NotAFact, TurnoverFact, for_ledger
from binakriya.registry.rules.refusals import Refused
from binakriya.website.queries.home import office_home

FACTS = Facts(
    name="Anyaman  Citra Lestari",
    owner_name="Siti Aminah",
    nik="3674015203780000",
    born=date(1978, 3, 12),
    sex="f",
    phones=("+6281200001234",),
    emails=("Siti@example.com",),
    products=("tas anyaman pandan", "tikar"),
    kbli="16291",
    kbli_version="2020",
    since=2009,
    workers=4,
    workers_f=3,
    investment=45_000_000,
    nib="9120000010000",
    street="Jl. Buaran No. 7",
    region_code="36.74.01.1001",
    turnovers=(TurnoverFact(2018, 60_000_000, 90_000_000),),
)


def _create(world: World, by: Actor, now: datetime, facts: Facts = FACTS) -> UUID:
    return operations.create_enterprise(
        facts=facts, office_id=world.office_id, memberships=[(world.association_id, "A-077")], by=by, now=now
    )


def test_facts_come_back_as_they_went_in(world: World, officer: Actor, now: datetime) -> None:
    made = _create(world, officer, now)
    kept = queries.facts_of(made)
    assert kept == replace(FACTS, name="Anyaman Citra Lestari", emails=("siti@example.com",))


def test_the_ledger_masks_what_is_personal(world: World, officer: Actor, now: datetime) -> None:
    made = _create(world, officer, now)
    (line,) = history_of(kind="registry.enterprise", object_id=made)
    text = str(line.changes)
    assert "3674015203780000" not in text and "81200001234" not in text and "Jl. Buaran No. 7" not in text
    assert "Anyaman Citra Lestari" in text


def test_a_change_is_told_even_when_it_looks_the_same_masked(world: World, officer: Actor, now: datetime) -> None:
    made = _create(world, officer, now)
    facts = queries.facts_of(made)
    assert facts
    changed = replace(facts, nik="3674015204790000", workers=5)
    assert operations.change_enterprise(enterprise_id=made, facts=changed, by=officer, now=now)
    assert not operations.change_enterprise(enterprise_id=made, facts=changed, by=officer, now=now)
    line = history_of(kind="registry.enterprise", object_id=made)[0]
    assert {c.field for c in line.changes} == {"nik", "workers"}
    assert next(c for c in line.changes if c.field == "workers").before == 4


def test_an_older_form_does_not_overwrite(world: World, officer: Actor, now: datetime) -> None:
    made = _create(world, officer, now)
    with pytest.raises(Refused) as refused:
        operations.change_enterprise(enterprise_id=made, facts=FACTS, by=officer, now=now, seen_at=now.replace(hour=1))
    assert refused.value.reason == "changed_meanwhile"


def test_other_offices_and_roles_are_refused(
    world: World, officer: Actor, other_officer: Actor, curator: Actor, now: datetime
) -> None:
    made = _create(world, officer, now)
    for by in (other_officer, curator):
        with pytest.raises(NotAllowed):
            operations.change_enterprise(enterprise_id=made, facts=FACTS, by=by, now=now)
        with pytest.raises(NotAllowed):
            operations.create_enterprise(facts=FACTS, office_id=world.office_id, by=by, now=now)
        with pytest.raises(NotAllowed):
            operations.reveal_personal(enterprise_id=made, by=by, now=now, reason="ingin tahu")
    with pytest.raises(Refused):
        operations.archive_enterprise(enterprise_id=uuid4(), by=officer, now=now)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("citra", True),
        ("lestari anyam", True),
        ("aminah", True),
        ("TIKAR", True),
        ("a-077", True),
        ("0812-0000-1234", True),
        ("+62 812 0000 1234", True),
        ("3674 0152 0378 0000", True),
        ("9120000010000", True),
        ("siti@example.com", True),
        ("mebel", False),
        ("081299999999", False),
        ('"; DROP * NEAR(', False),
    ],
)
def test_search(world: World, officer: Actor, now: datetime, text: str, found: bool) -> None:
    made = _create(world, officer, now)
    ids = [c.id for c in queries.find_enterprises(text=text, office_id=world.office_id)]
    assert ids == ([made] if found else [])
    assert queries.find_enterprises(text=text, office_id=world.other_office_id) == []


def test_a_card_holds_no_personal_number(world: World, officer: Actor, now: datetime) -> None:
    card = queries.enterprise_card(_create(world, officer, now))
    assert card
    assert card.place.startswith("Serpong") or "Tangerang Selatan" in card.place
    assert card.associations == ("ASIPA",)
    assert "8120000" not in str(card) and "36740152" not in str(card)


@pytest.mark.parametrize(
    ("wrong", "field", "code"),
    [
        ({"name": "  "}, "name", "missing"),
        ({"nib": "123"}, "nib", "not_13_digits"),
        ({"kbli": "1629"}, "kbli", "not_5_digits"),
        ({"workers": 3, "workers_m": 2, "workers_f": 2}, "workers", "fewer_than_by_sex"),
        ({"since": 20}, "since", "out_of_range"),
        ({"turnovers": (TurnoverFact(2018, 5, 4),)}, "turnovers", "out_of_range"),
        ({"lat": -6.3}, "lat", "no_point"),
    ],
)
def test_what_cannot_be_a_fact_is_not_stored(
    world: World, officer: Actor, now: datetime, wrong: dict, field: str, code: str
) -> None:
    with pytest.raises(NotAFact) as refused:
        _create(world, officer, now, replace(FACTS, **wrong))
    assert (refused.value.field, refused.value.code) == (field, code)
    assert queries.find_enterprises(text="citra", office_id=world.office_id) == []


def test_archiving_can_be_undone(world: World, officer: Actor, now: datetime) -> None:
    made = _create(world, officer, now)
    assert operations.archive_enterprise(enterprise_id=made, by=officer, now=now)
    assert not operations.archive_enterprise(enterprise_id=made, by=officer, now=now)
    assert queries.find_enterprises(text="citra", office_id=world.office_id) == []
    with pytest.raises(Refused):
        operations.change_enterprise(enterprise_id=made, facts=FACTS, by=officer, now=now)
    assert operations.restore_enterprise(enterprise_id=made, by=officer, now=now)
    assert len(queries.find_enterprises(text="citra", office_id=world.office_id)) == 1


def test_reading_personal_data_leaves_a_line(world: World, officer: Actor, now: datetime) -> None:
    made = _create(world, officer, now)
    facts = operations.reveal_personal(enterprise_id=made, by=officer, now=now, reason="menelepon undangan")
    assert facts.nik == FACTS.nik
    line = history_of(kind="registry.enterprise", object_id=made)[0]
    assert (line.action, line.reason) == ("read", "menelepon undangan")
    assert FACTS.nik not in str(line)


def test_registration_finds_the_office_s_enterprise(world: World, officer: Actor, now: datetime) -> None:
    made = _create(world, officer, now)

    def register(**values: str) -> UUID:
        given = {"business_name": "", "owner_name": "", "phone": "+6281200001234", **values}
        return operations.find_or_create_for_registration(office_id=world.office_id, by=visitor(), now=now, **given)

    assert register(business_name="anyaman citra lestari", owner_name="Siti") == made
    assert register(business_name="Citra", owner_name="Siti Aminah") == made
    other = register(business_name="Batik Baru", owner_name="Joko")
    assert other != made
    assert register(business_name="Batik Baru", owner_name="Joko") == other
    card = queries.enterprise_card(register(owner_name="Wulan", phone="+6281200009999"))
    assert card and card.name == "Wulan"


def test_what_a_registration_adds_counts_once_an_officer_has_looked(
    world: World, officer: Actor, now: datetime, signed_in: Callable[..., Client]
) -> None:
    counted = _create(world, officer, now)
    given = {"office_id": world.office_id, "business_name": "Uji Coba", "owner_name": "Joko", "phone": "+6281299990000"}
    new = operations.find_or_create_for_registration(by=visitor(), now=now, **given)
    rows = [r.enterprise_id for r in figure_rows(office_id=world.office_id)]
    assert rows == [str(counted)] and unchecked_count(office_id=world.office_id) == 1
    assert map_page(actor=officer, level="kelurahan", measure="usaha").enterprises == 1
    assert unchecked_ids() == {new}
    client = signed_in("officer")
    every = client.get(reverse("registry:enterprises")).content.decode()
    assert "1 usaha dari pendaftaran belum diperiksa" in every
    only = client.get(reverse("registry:enterprises") + "?keadaan=periksa").content.decode()
    assert "Uji Coba" in only and "Citra Lestari" not in only
    assert any("belum diperiksa" in str(task.title) for task in office_home(by=officer, now=now).tasks)
    page = client.get(reverse("registry:enterprise", args=[new])).content.decode()
    assert "Sampai diperiksa, usaha ini tidak ikut dihitung" in page
    client.post(reverse("registry:check", args=[new]))
    client.post(reverse("registry:check", args=[new]))
    checked = [e for e in history_of(kind="registry.enterprise", object_id=new) if e.action == "registry.checked"]
    assert len(checked) == 1 and len(figure_rows(office_id=world.office_id)) == 2
    assert "belum diperiksa" not in client.get(reverse("registry:enterprises")).content.decode()


def test_merging_and_correcting_are_looks_too(world: World, officer: Actor, now: datetime) -> None:
    kept = _create(world, officer, now)
    given = {"office_id": world.office_id, "owner_name": "Joko", "by": visitor(), "now": now}
    one = operations.find_or_create_for_registration(business_name="Satu", phone="+6281299990001", **given)
    two = operations.find_or_create_for_registration(business_name="Dua", phone="+6281299990002", **given)
    operations.change_enterprise(enterprise_id=one, facts=Facts(name="Satu Jadi"), by=officer, now=now)
    assert unchecked_ids() == {two}
    made = merge(kept_id=kept, gone_id=two, picks={}, by=officer, now=now)
    assert unchecked_ids() == set()
    undo_merge(merge_id=made, by=officer, now=now)
    assert unchecked_ids() == {two}


def test_a_maker_cares_for_their_own_alone(world: World, officer: Actor, maker: Actor, now: datetime) -> None:
    made = _create(world, officer, now)
    change = {"phones": ["+6281200005678"], "emails": [], "pages": ["instagram.com/citra"], "products": ["tas"]}
    with pytest.raises(NotAllowed):
        operations.change_own_enterprise(enterprise_id=made, by=maker, now=now, **change)
    operations.link_person(enterprise_id=made, person_id=maker.id, by=officer, now=now)
    assert [c.id for c in queries.enterprises_of_person(maker.id)] == [made]
    assert operations.change_own_enterprise(enterprise_id=made, by=maker, now=now, **change)
    facts = queries.facts_of(made)
    assert facts and facts.phones == ("+6281200005678",) and facts.nik == FACTS.nik


def test_figures_by_region(world: World, officer: Actor, now: datetime) -> None:
    _create(world, officer, now)
    _create(world, officer, now, replace(FACTS, name="Lain", workers=None, workers_f=None))
    (figure,) = queries.figures_by_region(world.office_id)
    assert (figure.region_code, figure.enterprises, figure.workers, figure.counted) == ("36.74.01.1001", 2, 4, 1)
    assert queries.figures_by_region(world.other_office_id) == []


def test_typing_a_strangers_phone_and_name_opens_nothing(
    world: World, officer: Actor, maker: Actor, now: datetime
) -> None:
    """A registration finds the stranger's enterprise, but the account that typed it gets no hold of it."""
    made = _create(world, officer, now)
    given = {"office_id": world.office_id, "owner_name": "Penyerang", "by": maker, "now": now, "person_id": maker.id}
    found = operations.find_or_create_for_registration(
        business_name="Anyaman Citra Lestari", phone=FACTS.phones[0], **given
    )
    assert found == made
    assert queries.enterprises_of_person(maker.id) == []
    with pytest.raises(NotAllowed):
        operations.change_own_enterprise(
            enterprise_id=made, by=maker, now=now, phones=[], emails=[], pages=[], products=[]
        )
    own = operations.find_or_create_for_registration(business_name="Usaha Sendiri", phone="+6281277770000", **given)
    assert [c.id for c in queries.enterprises_of_person(maker.id)] == [own]


def test_the_ledger_tells_that_a_note_was_made_not_what_it_says(world: World, officer: Actor, now: datetime) -> None:
    made = _create(world, officer, now)
    operations.add_note(enterprise_id=made, text="NIK 3674015203780012, telepon 081234567890", by=officer, now=now)
    told = str(
        [vars(e) if hasattr(e, "__dict__") else e for e in history_of(kind="registry.enterprise", object_id=made)]
    )
    assert "3674015203780012" not in told and "081234567890" not in told


@pytest.mark.parametrize(
    "query", ["q=3674015203780012", "q=%2B62+812-0000-1234", "q=0812%200000%201234", "q=siti%40example.com"]
)
def test_the_ledger_keeps_no_number_that_was_searched_for(
    world: World, officer: Actor, now: datetime, query: str
) -> None:
    note_export(
        office_id=world.office_id, query=query + "&wilayah=36.74", count=1, form="csv", full=False, by=officer, now=now
    )
    (told,) = history_of(kind="registry.enterprise", object_id="export")
    assert "36.74" in str(told) and "••••" in str(told)
    assert not any(part in str(told) for part in ("3674015203780012", "0000", "siti"))


def test_a_lone_rt_stays_out_of_the_ledger() -> None:
    assert for_ledger(Facts(name="A", rt="3", rw="4")) == {"name": "A"}
