"""Which accounts care for an enterprise: linking, asking, merging."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.test import Client
from tests.people import World
from tests.registry.worlds import make_enterprise

from binakriya.accounts.operations import decide_consent
from binakriya.accounts.rules import Actor
from binakriya.foundation.models import LedgerEntry
from binakriya.foundation.queries import history_of
from binakriya.registry import operations, queries
from binakriya.registry.models import Candidate, Enterprise, LinkedPerson, LinkRequest
from binakriya.registry.operations.merging import merge, undo_merge
from binakriya.registry.queries.detail import enterprise_page
from binakriya.registry.queries.links import requests_page
from binakriya.registry.rules.facts import Facts
from binakriya.registry.rules.links import Link, Way, asked, staying
from binakriya.registry.rules.refusals import Refused
from binakriya.registry.rules.uses import may_be_used

SignIn = Callable[..., Client]
PHONE = "+6281200001234"


def _people(enterprise: UUID) -> set[UUID]:
    return set(LinkedPerson.objects.filter(enterprise_id=enterprise).values_list("person_id", flat=True))


def _registered(world: World, name: str = "Rotan Jya") -> UUID:
    """What a maker brought in by registering."""
    maker = world.actor("maker")
    return operations.find_or_create_for_registration(
        office_id=world.office_id,
        business_name=name,
        owner_name="Orang maker",
        phone="+6281299990000",
        person_id=maker.id,
        by=maker,
        now=world.now,
    )


# --- the officer ------------------------------------------------------------------------------------------------------


def test_an_officer_finds_confirms_links_and_takes_it_back(world: World, signed_in: SignIn) -> None:
    made, maker = make_enterprise(world), world.people["maker"]
    officer = signed_in("officer")
    page = officer.post(f"/registri/{made}/akun/", {"deed": "find", "text": "maker@contoh.example"})
    text = page.content.decode()
    assert "Orang maker" in text and "m•••@contoh.example" in text and not _people(made)
    officer.post(f"/registri/{made}/akun/", {"deed": "link", "person": str(maker)})
    assert _people(made) == {maker}
    line = history_of(kind="registry.enterprise", object_id=made)[0]
    assert line.action == "registry.person_linked" and line.changes[0].after == "Orang maker"
    assert "Orang maker" in officer.get(f"/registri/{made}/").content.decode()
    assert "Anyaman Citra" in signed_in("maker").get("/usaha-saya/").content.decode()
    officer.post(f"/registri/{made}/akun/{maker}/lepas/")
    assert not _people(made)
    assert history_of(kind="registry.enterprise", object_id=made)[0].action == "registry.person_unlinked"
    officer.post(f"/registri/{made}/akun/{maker}/hubungkan/")
    assert _people(made) == {maker}


@pytest.mark.parametrize("text", ["maker", "maker@contoh", "0812", "officer@contoh.example", "Orang maker"])
def test_nobody_is_found_by_less_than_the_whole_nor_without_the_role(
    world: World, signed_in: SignIn, text: str
) -> None:
    made = make_enterprise(world)
    page = signed_in("officer").post(f"/registri/{made}/akun/", {"deed": "find", "text": text})
    assert page.status_code == 422 and "Tidak ada akun perajin" in page.content.decode()


def test_only_makers_are_linked(world: World, officer: Actor) -> None:
    made = make_enterprise(world)
    for person in (world.people["officer"], uuid4()):
        with pytest.raises(Refused, match="no_account"):
            operations.link_person(enterprise_id=made, person_id=person, by=officer, now=world.now)


def test_an_unconfirmed_account_is_named_and_can_be_confirmed(world: World, officer: Actor, signed_in: SignIn) -> None:
    made, maker = _registered(world), world.people["maker"]
    page = enterprise_page(actor=officer, enterprise_id=made)
    assert page and page.accounts[0].unconfirmed
    client = signed_in("officer")
    client.post(f"/registri/{made}/akun/{maker}/lepas/", {"way": "registered"})
    client.post(f"/registri/{made}/akun/{maker}/hubungkan/?cara=registered")
    assert LinkedPerson.objects.get().way == Way.REGISTERED, "undoing confirms nothing"
    client.post(f"/registri/{made}/akun/", {"deed": "link", "person": str(maker)})
    assert LinkedPerson.objects.get().way == Way.OFFICER


def test_what_the_person_agreed_to_stands_on_the_page(world: World, officer: Actor) -> None:
    made, maker = make_enterprise(world), world.actor("maker")
    assert maker.id
    operations.link_person(enterprise_id=made, person_id=maker.id, by=officer, now=world.now)
    decide_consent(purpose="referral", given=True, language="id", by=maker, now=world.now)
    page = enterprise_page(actor=officer, enterprise_id=made)
    assert page
    said = {str(c.word): c.given for c in page.accounts[0].consents}
    assert said["dihubungi calon pembeli"] is True and said["kabar kegiatan"] is not True


# --- the maker asks ---------------------------------------------------------------------------------------------------


def _ask(client: Client, world: World, given: str) -> tuple[int, str]:
    answer = client.post("/usaha-saya/minta/", {"office": str(world.office_id), "nib_or_phone": given}, follow=True)
    return answer.status_code, answer.content.decode()


def test_asking_tells_nothing_of_what_the_office_knows(world: World, signed_in: SignIn) -> None:
    made = make_enterprise(world, "Anyaman Citra")
    maker = signed_in("maker")
    known = _ask(maker, world, PHONE)
    LinkRequest.objects.all().delete()
    unknown = _ask(maker, world, "+6281211112222")

    def plain(page: str) -> str:
        return "".join(line for line in page.splitlines() if "csrf" not in line and "nonce" not in line)

    assert known[0] == unknown[0] == 200 and "menunggu jawaban" in known[1]
    assert plain(known[1]) == plain(unknown[1])
    for word in ("Anyaman Citra", "Siti Aminah", "Ciater", str(made)):
        assert word not in known[1]
    assert signed_in("maker").get(f"/usaha-saya/{made}/").status_code == 404


def test_an_officer_sees_the_match_and_approves(world: World, signed_in: SignIn, officer: Actor) -> None:
    made, maker = make_enterprise(world), world.people["maker"]
    _ask(signed_in("maker"), world, "0812-0000-1234")
    page = requests_page(actor=officer)
    assert [m.id for m in page.requests[0].matches] == [made] and "0000" not in page.requests[0].given
    assert "0812" not in str(LinkRequest.objects.extra(select={"raw": "given"}).values_list("raw", flat=True)[0])
    client = signed_in("officer")
    assert "1 " in client.get("/").content.decode()
    asked_for = page.requests[0].id
    client.post(f"/registri/permintaan/{asked_for}/", {"deed": "approve", "enterprise": str(made)})
    assert _people(made) == {maker} and LinkedPerson.objects.get().way == Way.REQUEST
    assert not requests_page(actor=officer).requests
    assert not operations.answer_request(request_id=asked_for, enterprise_id=None, by=officer, now=world.now)
    assert _people(made) == {maker}, "answered once"
    assert PHONE not in str(list(LedgerEntry.objects.values_list("after", "before", "label", "reason")))


def test_a_refusal_says_no_more_than_that(world: World, signed_in: SignIn, officer: Actor) -> None:
    make_enterprise(world)
    _ask(signed_in("maker"), world, PHONE)
    request = requests_page(actor=officer).requests[0].id
    operations.answer_request(request_id=request, enterprise_id=None, by=officer, now=world.now)
    text = signed_in("maker").get("/usaha-saya/").content.decode()
    assert "ditolak" in text and "Anyaman Citra" not in text


def test_asking_is_bounded(world: World, maker: Actor, officer: Actor) -> None:
    def ask(given: str, office: UUID = world.office_id) -> UUID:
        return operations.ask_for_enterprise(office_id=office, nib_or_phone=given, by=maker, now=world.now)

    with pytest.raises(Refused, match="nib_or_phone"):
        ask("siapa saja")
    for n in range(5):
        one = ask(f"+62812111122{n:02d}")
        with pytest.raises(Refused, match=r"asked_already|asked_often"):
            ask("+6281211113333")
        operations.answer_request(request_id=one, enterprise_id=None, by=officer, now=world.now)
    with pytest.raises(Refused, match="asked_often"):
        ask("+6281211113333")


def test_another_office_answers_nothing(world: World, maker: Actor, signed_in: SignIn) -> None:
    made = operations.ask_for_enterprise(office_id=world.office_id, nib_or_phone=PHONE, by=maker, now=world.now)
    other = signed_in("other_officer")
    assert "Orang maker" not in other.get("/registri/permintaan/").content.decode()
    assert other.post(f"/registri/permintaan/{made}/", {"deed": "refuse"}).status_code == 404


def test_an_enterprise_of_another_office_is_not_given_away(world: World, maker: Actor, officer: Actor) -> None:
    other = operations.create_enterprise(
        facts=Facts(name="Lain", phones=(PHONE,)), office_id=world.other_office_id, by=world.system, now=world.now
    )
    asked_for = operations.ask_for_enterprise(office_id=world.office_id, nib_or_phone=PHONE, by=maker, now=world.now)
    assert requests_page(actor=officer).requests[0].matches == ()
    with pytest.raises(Refused, match="unknown"):
        operations.answer_request(request_id=asked_for, enterprise_id=other, by=officer, now=world.now)
    assert LinkRequest.objects.get().state == "open"


# --- merging ----------------------------------------------------------------------------------------------------------

ONE, TWO, THREE = UUID(int=1), UUID(int=2), UUID(int=3)


def test_who_stays() -> None:
    links = [Link(ONE, Way.OFFICER, True), Link(TWO, Way.REGISTERED, True), Link(THREE, Way.REQUEST, False)]
    assert asked(links) == {TWO, THREE}
    assert staying(links, ()) == {ONE}
    assert staying(links, {THREE, UUID(int=9)}) == {ONE, THREE}
    both = [Link(ONE, Way.OFFICER, True), Link(ONE, Way.REGISTERED, False)]
    assert asked(both) == set() and staying(both, ()) == {ONE}


@pytest.mark.parametrize("registered_is_kept", [True, False])
def test_whoever_registered_gets_no_official_record_unless_ticked(
    world: World, officer: Actor, registered_is_kept: bool
) -> None:
    official, mine, maker = make_enterprise(world, "Rotan Jaya"), _registered(world), world.people["maker"]
    kept, gone = (mine, official) if registered_is_kept else (official, mine)
    with pytest.raises(Refused, match="people_unconfirmed"):
        merge(kept_id=kept, gone_id=gone, picks={}, by=officer, now=world.now)
    made = merge(kept_id=kept, gone_id=gone, picks={}, people=(), by=officer, now=world.now)
    assert queries.enterprises_of_person(maker) == []
    undo_merge(merge_id=made, by=officer, now=world.now + timedelta(minutes=1))
    assert [e.id for e in queries.enterprises_of_person(maker)] == [mine]
    assert LinkedPerson.objects.get().way == Way.REGISTERED
    merge(kept_id=kept, gone_id=gone, picks={}, people={maker}, by=officer, now=world.now + timedelta(minutes=2))
    assert [e.id for e in queries.enterprises_of_person(maker)] == [kept]
    assert LinkedPerson.objects.get(enterprise_id=kept).way == Way.OFFICER


def test_the_merge_page_asks_in_words(world: World, officer: Actor, signed_in: SignIn) -> None:
    official, mine = make_enterprise(world, "Rotan Jaya"), _registered(world)
    left, right = sorted([official, mine])
    pair = Candidate.objects.create(
        office_id=world.office_id, left_id=left, right_id=right, relation="same", band="likely", probability=0.9,
        weight=5, found_at=world.now,
    )  # fmt: skip
    client, maker = signed_in("officer"), world.people["maker"]
    text = client.get(f"/registri/duplikat/{pair.id}/").content.decode()
    assert "Siapa yang mengurus usaha gabungan" in text and "mendaftarkan sendiri, belum dipastikan" in text
    assert f'name="people" value="{maker}"' in text and "checked" not in text.split('name="people"')[1][:120]
    assert f'name="asked" value="{maker}"' in text
    given = {"deed": "merge", "kept": str(official), "gone": str(mine), "people": str(maker), "asked": str(maker)}
    client.post(f"/registri/duplikat/{pair.id}/putuskan/", given)
    assert Enterprise.objects.get(id=mine).merged_into_id == official and _people(official) == {maker}


def test_an_account_linked_after_the_page_was_opened_is_not_dropped(
    world: World, officer: Actor, signed_in: SignIn
) -> None:
    kept, gone = sorted([make_enterprise(world, "Rotan Jaya"), make_enterprise(world, "Rotan Jya")])
    pair = Candidate.objects.create(
        office_id=world.office_id, left_id=kept, right_id=gone, relation="same", band="likely", probability=0.9,
        weight=5, found_at=world.now,
    )  # fmt: skip
    client, maker = signed_in("officer"), world.people["maker"]
    at = f"/registri/duplikat/{pair.id}/"
    assert 'name="asked"' not in client.get(at).content.decode()
    operations.link_person(enterprise_id=gone, person_id=maker, by=officer, now=world.now)
    given = {"deed": "merge", "kept": str(kept), "gone": str(gone)}
    answer = client.post(f"{at}putuskan/", given, follow=True)
    assert answer.redirect_chain[-1][0] == at
    assert "berubah sejak halaman ini dibuka" in answer.content.decode()
    assert Enterprise.objects.get(id=gone).merged_into_id is None and _people(gone) == {maker}
    client.post(f"{at}putuskan/", {**given, "asked": str(maker), "people": str(maker)})
    assert Enterprise.objects.get(id=gone).merged_into_id == kept and _people(kept) == {maker}


# --- consent ----------------------------------------------------------------------------------------------------------


def _export(client: Client, **typed: str) -> str:
    answer = client.post("/registri/unduh/", {"bentuk": "csv", **typed})
    return b"".join(answer.streaming_content).decode()  # type: ignore[attr-defined]


def test_contacts_leave_for_others_only_with_consent(world: World, officer: Actor, signed_in: SignIn) -> None:
    mine, other, maker = (
        make_enterprise(world, "Batik Sari"),
        make_enterprise(world, "Rotan Jaya"),
        world.actor("maker"),
    )
    assert maker.id
    operations.link_person(enterprise_id=mine, person_id=maker.id, by=officer, now=world.now)
    client = signed_in("officer")
    assert "Batik Sari" not in _export(client, untuk="mitra"), "never asked is no consent"
    decide_consent(purpose="referral", given=True, language="id", by=maker, now=world.now)
    given = _export(client, untuk="mitra")
    assert "Batik Sari" in given and "0812-0000-1234" in given and "Rotan Jaya" not in given
    assert "NIK" not in given and "Alamat" not in given
    line = LedgerEntry.objects.order_by("-number")[0]
    assert line.action == "read" and line.reason == "csv, mitra" and line.after["count"] == 1
    assert "Batik Sari" not in _export(client, untuk="kabar"), "each purpose of its own"
    decide_consent(purpose="referral", given=False, language="id", by=maker, now=world.now + timedelta(minutes=1))
    assert "Batik Sari" not in _export(client, untuk="mitra")
    own = _export(client)
    assert "Batik Sari" in own and "Rotan Jaya" in own and "0812-0000-1234" not in own
    assert other


@pytest.mark.parametrize(
    ("decisions", "may"),
    [([], False), ([None], False), ([True], True), ([True, None], True), ([True, False], False), ([False], False)],
)
def test_one_no_outweighs_a_yes(decisions: list[bool | None], may: bool) -> None:
    assert may_be_used(decisions) is may
