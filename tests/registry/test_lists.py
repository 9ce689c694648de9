"""The list of enterprises: filters, order, pages, saved views."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from tests.people import World

from binakriya.accounts.rules import Actor, NotAllowed
from binakriya.foundation.models import LedgerEntry
from binakriya.registry import operations
from binakriya.registry.models import Enterprise, Membership, SavedView
from binakriya.registry.operations.bulk import check_many, join_many
from binakriya.registry.operations.saved_views import delete_view, save_view
from binakriya.registry.queries import list_ways, lists
from binakriya.registry.rules.facts import Facts
from binakriya.registry.rules.listing import BULK_MOST, COLUMNS, Wanted, query_string
from binakriya.registry.rules.refusals import Refused

CIATER, BUARAN = "36.74.01.1001", "36.74.01.1002"
A = Facts(
    name="Anyaman Citra",
    owner_name="Siti Aminah",
    nik="3674015203780000",
    phones=("+6281200001234",),
    products=("tas pandan",),
    kbli="16291",
    kbli_version="2020",
    workers=3,
    workers_f=2,
    nib="9120000010000",
    region_code=CIATER,
)
B = Facts(name="batik Buaran", owner_name="Darto", workers=12, region_code="36.74.02")
C = Facts(name="Čeramik Pandan", owner_name="Ratna", workers=None)


@pytest.fixture
def three(world: World, officer: Actor, now: datetime) -> dict[str, UUID]:
    made = {}
    for n, facts in enumerate((A, B, C)):
        made[facts.name] = operations.create_enterprise(
            facts=facts,
            office_id=world.office_id,
            memberships=[(world.association_id, "77")] if n == 0 else [],
            by=officer,
            now=now + timedelta(days=n),
        )
    operations.create_enterprise(
        facts=replace(A, name="Anyaman Lain"), office_id=world.other_office_id, by=world.system, now=now
    )
    return made


def _names(actor: Actor, wanted: Wanted) -> list[str]:
    return [row.name for row in lists.enterprise_list(actor=actor, wanted=wanted).rows]


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (Wanted(), ["Anyaman Citra", "batik Buaran", "Čeramik Pandan"]),
        (Wanted(text="pandan"), ["Anyaman Citra", "Čeramik Pandan"]),
        (Wanted(text="pan cit"), ["Anyaman Citra"]),
        (Wanted(text="ceramik"), ["Čeramik Pandan"]),
        (Wanted(text="0812-0000-1234"), ["Anyaman Citra"]),
        (Wanted(text="3674 0152 0378 0000"), ["Anyaman Citra"]),
        (Wanted(text="9120000010000"), ["Anyaman Citra"]),
        (Wanted(text="' OR 1=1 --"), []),
        (Wanted(text='"*'), ["Anyaman Citra", "batik Buaran", "Čeramik Pandan"]),
        (Wanted(kecamatan="36.74.01"), ["Anyaman Citra"]),
        (Wanted(kelurahan=CIATER), ["Anyaman Citra"]),
        (Wanted(kelurahan=BUARAN), []),
        (Wanted(kbli="16291"), ["Anyaman Citra"]),
        (Wanted(size="micro"), ["Anyaman Citra"]),
        (Wanted(size="small"), ["batik Buaran"]),
        (Wanted(nib="ada"), ["Anyaman Citra"]),
        (Wanted(nib="tidak"), ["batik Buaran", "Čeramik Pandan"]),
        (Wanted(women=True), ["Anyaman Citra"]),
        (Wanted(lacks="telepon"), ["batik Buaran", "Čeramik Pandan"]),
        (Wanted(lacks="nik"), ["batik Buaran", "Čeramik Pandan"]),
        (Wanted(lacks="kelurahan"), ["batik Buaran", "Čeramik Pandan"]),
        (Wanted(since=date(2018, 11, 17)), ["Čeramik Pandan", "batik Buaran"]),
        (Wanted(since=date(2018, 11, 17), sort="nama"), ["batik Buaran", "Čeramik Pandan"]),
        (Wanted(added=date(2018, 11, 18)), ["Čeramik Pandan"]),
        (Wanted(kecamatan="36.74.01", nib="ada", women=True, size="micro", kbli="16291"), ["Anyaman Citra"]),
        (Wanted(kecamatan="36.74.02", nib="ada"), []),
        (Wanted(state="arsip"), []),
        (Wanted(sort="-nama"), ["Čeramik Pandan", "batik Buaran", "Anyaman Citra"]),
        (Wanted(sort="-diperbarui"), ["Čeramik Pandan", "batik Buaran", "Anyaman Citra"]),
        (Wanted(sort="-tenaga"), ["batik Buaran", "Anyaman Citra", "Čeramik Pandan"]),
        (Wanted(sort="tenaga"), ["Anyaman Citra", "batik Buaran", "Čeramik Pandan"]),
        (Wanted(sort="-tempat"), ["batik Buaran", "Anyaman Citra", "Čeramik Pandan"]),
    ],
)
def test_filters_and_order(three: dict[str, UUID], officer: Actor, wanted: Wanted, names: list[str]) -> None:
    assert _names(officer, wanted) == names


def test_by_association(three: dict[str, UUID], world: World, officer: Actor) -> None:
    assert _names(officer, Wanted(association=world.association_id)) == ["Anyaman Citra"]


def test_each_office_sees_its_own(three: dict[str, UUID], other_officer: Actor, curator: Actor) -> None:
    assert _names(other_officer, Wanted()) == ["Anyaman Lain"]
    assert _names(curator, Wanted()) == []


def test_a_common_word_gives_the_same_as_a_rare_one(
    three: dict[str, UUID], officer: Actor, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever way is cheaper, what is found is the same."""
    for wanted in (Wanted(text="pan"), Wanted(text="pandan cit"), Wanted(association=world.association_id)):
        rare = _names(officer, wanted)
        monkeypatch.setattr(list_ways, "COMMON", 0)
        page = lists.enterprise_list(actor=officer, wanted=wanted)
        assert sorted(r.name for r in page.rows) == sorted(rare)
        assert not page.more and page.total == len(rare)
        monkeypatch.undo()


@pytest.mark.parametrize("sort", ["", "-nama", "diperbarui", "-tenaga", "tempat"])
@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(nib="tidak"),
        Wanted(lacks="telepon", nib="tidak"),
        Wanted(size="micro", women=True),
        Wanted(since=date(2018, 11, 17)),
        Wanted(added=date(2018, 11, 17), lacks="nik"),
        Wanted(text="pan", nib="ada"),
    ],
)
def test_few_and_many_are_found_alike(
    three: dict[str, UUID], officer: Actor, monkeypatch: pytest.MonkeyPatch, wanted: Wanted, sort: str
) -> None:
    """A filter may lead or be tried along the order; the enterprises are the same, and so is a chosen order."""
    wanted = replace(wanted, sort=sort)
    few = _names(officer, wanted)
    monkeypatch.setattr(list_ways, "COMMON", 0)
    many = _names(officer, wanted)
    assert many == few if sort else sorted(many) == sorted(few)


def test_pages_are_bounded(three: dict[str, UUID], officer: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "PAGE", 1)
    monkeypatch.setattr(list_ways, "COUNT_MOST", 2)
    page = lists.enterprise_list(actor=officer, wanted=Wanted(), number=99)
    assert page.more and page.total == 2
    assert page.page.number == 2 and not page.page.has_next
    assert [r.name for r in page.rows] == ["batik Buaran"]


def test_a_common_word_goes_on_page_by_page(
    three: dict[str, UUID], officer: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lists, "PAGE", 1)
    monkeypatch.setattr(list_ways, "COMMON", 0)
    first = lists.enterprise_list(actor=officer, wanted=Wanted(text="pandan"))
    assert first.more and first.page.has_next and first.total == 1
    second = lists.enterprise_list(actor=officer, wanted=Wanted(text="pandan"), number=2)
    assert [r.name for r in second.rows] == ["Anyaman Citra"], "of a common word what was changed last comes first"
    assert not second.more and second.total == 2


def test_chips_take_one_filter_away(three: dict[str, UUID], officer: Actor) -> None:
    wanted = Wanted(text="pandan", kecamatan="36.74.01", nib="ada", sort="-nama")
    chips = {str(c.label): c.query for c in lists.enterprise_list(actor=officer, wanted=wanted).chips}
    assert chips["“pandan”"] == "kecamatan=36.74.01&nib=ada&urut=-nama"
    assert chips["Serpong"] == "q=pandan&nib=ada&urut=-nama"
    assert set(chips) == {"“pandan”", "Serpong", "Punya NIB"}


def test_archived_ones_leave_the_list(three: dict[str, UUID], officer: Actor, now: datetime) -> None:
    operations.archive_enterprise(enterprise_id=three["batik Buaran"], by=officer, now=now)
    assert "batik Buaran" not in _names(officer, Wanted())
    assert _names(officer, Wanted(state="arsip")) == ["batik Buaran"]


def test_marks_follow_the_facts(three: dict[str, UUID], officer: Actor, now: datetime) -> None:
    made = three["Anyaman Citra"]
    operations.change_enterprise(
        enterprise_id=made,
        facts=replace(A, phones=(), nik="", nib="", workers=150, workers_f=None),
        by=officer,
        now=now,
    )
    row = Enterprise.objects.get(id=made)
    assert (row.has_phone, row.has_nik, row.has_nib, row.has_women, row.has_ward) == (False, False, False, False, True)
    assert row.size == "large"


def test_the_default_list_has_an_empty_query() -> None:
    assert query_string(Wanted()) == ""
    assert query_string(Wanted(women=True, columns=COLUMNS[:2])) == "perempuan=1&kolom=produk&kolom=tempat"


def test_a_view_is_kept_replaced_and_forgotten(world: World, officer: Actor, leadership: Actor, now: datetime) -> None:
    made = save_view(name=" Serpong ", query="kecamatan=36.74.01", by=officer, now=now)
    save_view(name="Serpong", query="kecamatan=36.74.02", by=officer, now=now)
    page = lists.enterprise_list(actor=officer, wanted=Wanted(kecamatan="36.74.02"))
    assert [(v.name, v.current) for v in page.views] == [("Serpong", True)]
    assert not lists.enterprise_list(actor=leadership, wanted=Wanted()).views
    with pytest.raises(Refused):
        delete_view(view_id=made, by=leadership, now=now)
    assert delete_view(view_id=made, by=officer, now=now) == "kecamatan=36.74.02"
    with pytest.raises(Refused):
        save_view(name=" ", query="", by=officer, now=now)


def test_views_need_the_right_to_read(world: World, maker: Actor, now: datetime) -> None:
    with pytest.raises(NotAllowed):
        save_view(name="x", query="", by=maker, now=now)


def test_a_name_stands_once_for_a_person(world: World, officer: Actor, now: datetime) -> None:
    save_view(name="Serpong", query="", by=officer, now=now)
    with pytest.raises(IntegrityError), transaction.atomic():
        SavedView.objects.create(person_id=officer.id, name="Serpong")


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "1899-12-31"])
def test_a_day_out_of_range_counts_as_none(three: dict[str, UUID], signed_in: Callable[..., Client], day: str) -> None:
    for name in ("diubah", "ditambah"):
        answer = signed_in("officer").get(f"/registri/?{name}={day}")
        assert answer.status_code == 200 and "3 usaha" in answer.content.decode()


# --- for many at once -------------------------------------------------------------------------------------------------


def test_many_join_an_association_once(world: World, three: dict[str, UUID], officer: Actor, now: datetime) -> None:
    ids = [*three.values(), Enterprise.objects.get(office_id=world.other_office_id).id]
    operations.remove_membership(
        enterprise_id=three["Anyaman Citra"], association_id=world.association_id, by=officer, now=now
    )
    joined = [
        join_many(association_id=world.association_id, enterprise_ids=ids, by=officer, now=now) for _again in range(2)
    ]
    assert joined == [3, 0]
    members = Membership.objects.filter(association_id=world.association_id)
    assert {one.enterprise_id for one in members} == set(three.values())
    lines = LedgerEntry.objects.filter(action="registry.membership", object_id=str(three["batik Buaran"]))
    assert [(line.office_id, line.actor_id) for line in lines] == [(world.office_id, officer.id)]


def test_many_are_checked_once(world: World, three: dict[str, UUID], officer: Actor, now: datetime) -> None:
    Enterprise.objects.filter(id__in=list(three.values())[:2]).update(unchecked=True)
    others = Enterprise.objects.filter(office_id=world.other_office_id)
    others.update(unchecked=True)
    ids = [*three.values(), others.get().id]
    assert [check_many(enterprise_ids=ids, by=officer, now=now) for _again in range(2)] == [2, 0]
    assert others.get().unchecked
    assert LedgerEntry.objects.filter(action="registry.checked").count() == 2


def test_not_too_many_at_once(three: dict[str, UUID], officer: Actor, leadership: Actor, now: datetime) -> None:
    with pytest.raises(Refused, match="too_many_chosen"):
        check_many(enterprise_ids=[uuid4() for _n in range(BULK_MOST + 1)], by=officer, now=now)
    with pytest.raises(Refused, match="unknown_association"):
        join_many(association_id=uuid4(), enterprise_ids=[], by=officer, now=now)
    with pytest.raises(NotAllowed):
        check_many(enterprise_ids=[], by=leadership, now=now)


def test_what_is_ticked_is_done_and_exported(world: World, three: dict[str, UUID], officer: Actor) -> None:
    client = world.client("officer")
    page = client.get("/registri/").content.decode()
    assert page.count('name="usaha"') == 3
    chosen, one = "/registri/pilihan/?q=a", str(three["batik Buaran"])
    asked = {"deed": "kelompok", "kelompok": str(world.association_id)}
    answer = client.post(chosen, {**asked, "usaha": [one, "rusak"]}, follow=True)
    assert answer.redirect_chain[-1][0] == "/registri/?q=a"
    assert "1 usaha dimasukkan ke kelompok" in answer.content.decode()
    assert "Belum ada usaha yang dipilih" in client.post(chosen, asked, follow=True).content.decode()
    client.post("/registri/pilihan/?q=pandan", {**asked, "semua": "1"})
    assert Membership.objects.filter(association_id=world.association_id).count() == 3

    def exported(**more: Any) -> str:
        answer = client.post("/registri/unduh/", {"bentuk": "csv", "dari": "pilihan", **more}, follow=True)
        return b"".join(answer.streaming_content).decode() if answer.streaming else answer.content.decode()

    assert "batik Buaran" in exported(usaha=[one])
    assert "Anyaman Citra" not in exported(usaha=[one])
    assert "Anyaman Citra" in exported(semua="1")
    assert "Belum ada usaha yang dipilih" in exported()
    assert 'name="usaha"' not in world.client("leadership").get("/registri/").content.decode()


def test_every_row_is_printed_as_far_as_paper_goes(
    world: World, three: dict[str, UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lists, "PAGE", 1)
    client = world.client("officer")
    whole = client.get("/registri/cetak/?kolom=telepon").content.decode()
    assert [name in whole for name in three] == [True] * 3
    assert ("+62 812-0000-1234" in whole, "Anyaman Lain" in whole) == (False, False)
    monkeypatch.setattr(lists, "PRINT_MOST", 2)
    cut = client.get("/registri/cetak/").content.decode()
    assert "2 usaha pertama" in cut and cut.count('<th scope="row">') == 2


@pytest.mark.django_db
def test_most_workers_first_has_its_index_where_the_database_wants_one() -> None:
    with connection.cursor() as cursor:
        known = connection.introspection.get_constraints(cursor, Enterprise._meta.db_table)
    assert ("enterprise_by_workers_down" in known) == (connection.vendor == "postgresql")
