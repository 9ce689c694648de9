"""Papers of a product: who brings them, when they count, how they stand on a day; none is lost, none is doubled."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from tests.people import World
from tests.products.made import make_product, own_maker

from binakriya.accounts.rules import NotAllowed, Refused
from binakriya.foundation.queries import history_of
from binakriya.products import operations
from binakriya.products.models import Paper, Product
from binakriya.products.operations import PaperFacts
from binakriya.products.queries.papers import (
    paper_file,
    paper_rows,
    papers_attention,
    papers_changed_since,
    papers_held,
    papers_page,
    papers_running_out,
)
from binakriya.products.rules.papers import SOON, Result, Standing, standing

PDF = b"%PDF-1.7\nisi"
FACTS = PaperFacts("halal", "LPH Contoh", date(2018, 11, 1), number="H-1", valid_until=date(2022, 11, 1))


@pytest.fixture
def product(world: World) -> UUID:
    return make_product(world, own_maker(world))


def _add(world: World, product: UUID, facts: PaperFacts = FACTS, who: str = "officer", **more: Any) -> UUID:
    usual: dict[str, Any] = {"by": world.actor(who), "now": world.now}
    return operations.add_paper(product_id=product, facts=facts, **(usual | more))


@given(
    result=st.sampled_from(list(Result)),
    days=st.one_of(st.none(), st.integers(-400, 400)),
    checked=st.booleans(),
)
def test_a_paper_stands_in_one_way_and_never_gains_by_time(result: Result, days: int | None, checked: bool) -> None:
    today = date(2026, 11, 24)
    until = None if days is None else today + timedelta(days=days)
    now = standing(result=result, valid_until=until, checked=checked, today=today)
    later = standing(result=result, valid_until=until, checked=checked, today=today + timedelta(days=1))
    order = [Standing.VALID, Standing.SOON, Standing.EXPIRED]
    if now in order:
        assert later in order[order.index(now) :]
    else:
        assert later == now
    assert (now == Standing.WAITING) == (not checked)


def test_the_last_day_counts() -> None:
    day = date(2026, 1, 31)
    for today, expected in ((day, Standing.SOON), (day + timedelta(days=1), Standing.EXPIRED), (day - SOON, "soon")):
        assert standing(result="pass", valid_until=day, checked=True, today=today) == expected
    assert standing(result="pass", valid_until=day, checked=True, today=day - SOON - timedelta(days=1)) == "valid"


def test_what_an_office_records_counts_at_once(world: World, product: UUID) -> None:
    made = _add(world, product, data=PDF)
    (held,) = papers_held(product_ids=[product])[product]
    assert (held.id, held.subject, held.kind, held.checked) == (made, "halal", "certificate", True)
    assert paper_file(product_id=product, paper_id=made, by=world.actor("officer")) == (
        PDF,
        "pdf",
        "halal-2018-11-01.pdf",
    )
    assert papers_changed_since(world.now) == {product}
    assert papers_changed_since(world.now + timedelta(seconds=1)) == set()
    assert papers_running_out(after=date(2022, 11, 1), until=date(2022, 11, 2)) == {product}
    assert papers_running_out(after=date(2022, 11, 2), until=date(2022, 11, 3)) == set()


def test_what_a_maker_brings_waits_for_the_office(world: World, product: UUID) -> None:
    made = _add(world, product, who="maker")
    assert not papers_held(product_ids=[product])[product][0].checked
    officer = world.actor("officer")
    assert papers_attention(by=officer, today=date(2018, 11, 16)) == {"waiting": 1, "soon": 0, "expired": 0}
    with pytest.raises(NotAllowed):
        operations.check_paper(product_id=product, paper_id=made, by=world.actor("maker"), now=world.now)
    assert operations.check_paper(product_id=product, paper_id=made, by=officer, now=world.now)
    assert not operations.check_paper(product_id=product, paper_id=made, by=officer, now=world.now)
    assert papers_held(product_ids=[product])[product][0].checked
    with pytest.raises(Refused, match="paper_is_checked"):
        operations.remove_paper(product_id=product, paper_id=made, by=world.actor("maker"), now=world.now)


def test_taken_away_it_is_no_evidence_and_comes_back(world: World, product: UUID) -> None:
    made, officer = _add(world, product, data=PDF), world.actor("officer")
    assert operations.remove_paper(product_id=product, paper_id=made, by=officer, now=world.now)
    assert papers_held(product_ids=[product]) == {}
    with pytest.raises(Paper.DoesNotExist):
        paper_file(product_id=product, paper_id=made, by=officer)
    assert operations.forget_papers(now=world.now + timedelta(days=29)) == 0
    assert operations.restore_paper(product_id=product, paper_id=made, by=officer, now=world.now)
    assert len(papers_held(product_ids=[product])[product]) == 1
    operations.remove_paper(product_id=product, paper_id=made, by=officer, now=world.now)
    stored = Paper.objects.get().file
    assert operations.forget_papers(now=world.now + timedelta(days=31)) == 1
    assert not Paper.objects.exists() and not stored.storage.exists(stored.name)
    shown = {str(c.after) for e in history_of(kind="products.product", object_id=product, limit=9) for c in e.changes}
    assert {"Sertifikat halal", "Lulus atau berlaku"} <= shown
    words = [entry.action_word for entry in history_of(kind="products.product", object_id=product, limit=9)]
    assert {"Mencatat dokumen produk", "Menghapus dokumen produk", "Mengembalikan dokumen produk"} <= set(
        map(str, words)
    )


def test_the_same_form_twice_is_one_paper(world: World, product: UUID) -> None:
    assert _add(world, product, nonce="n", data=PDF) == _add(world, product, nonce="n", data=PDF)
    assert Paper.objects.count() == 1
    _add(world, product, replace(FACTS, number="H-2"), nonce="n")
    assert Paper.objects.count() == 2


@pytest.mark.parametrize(
    ("reason", "values", "data"),
    [
        ("paper_subject", {"subject": "sihir"}, b""),
        ("paper_result", {"result": "maybe"}, b""),
        ("paper_issuer", {"issuer": " \u202e… "}, b""),
        ("paper_to_come", {"issued_on": date(2999, 1, 1), "valid_until": None}, b""),
        ("paper_too_old", {"issued_on": date(1918, 1, 1)}, b""),
        ("paper_dates", {"valid_until": date(2018, 10, 31)}, b""),
        ("paper_too_long", {"valid_until": date(2999, 1, 1)}, b""),
        ("file_kind", {}, b"MZ\x90\x00"),
        ("file_size", {}, b"%PDF-" + b"0" * (5 * 1024 * 1024)),
    ],
)
def test_bad_papers_are_refused_and_leave_nothing(
    world: World, product: UUID, reason: str, values: dict[str, Any], data: bytes
) -> None:
    with pytest.raises(Refused, match=reason):
        _add(world, product, replace(FACTS, **values), data=data)
    assert not Paper.objects.exists()


def test_a_product_of_another_office_does_not_exist(world: World, product: UUID) -> None:
    made = _add(world, product)
    for who in ("other_officer", "practitioner"):
        with pytest.raises(Product.DoesNotExist):
            _add(world, product, who=who)
        with pytest.raises(Product.DoesNotExist):
            paper_rows(product_id=product, by=world.actor(who), today=date(2018, 11, 16))
        with pytest.raises(Product.DoesNotExist):
            operations.remove_paper(product_id=product, paper_id=made, by=world.actor(who), now=world.now)
    assert papers_page(by=world.actor("other_officer"), today=date(2018, 11, 16)).total == 0


def test_the_overview_agrees_with_the_rule_on_every_standing(world: World, product: UUID) -> None:
    today, first = date(2018, 11, 16), date(2018, 1, 1)
    _add(world, product, replace(FACTS, issued_on=first, valid_until=None))
    _add(world, product, replace(FACTS, issued_on=first, valid_until=today))
    _add(world, product, replace(FACTS, issued_on=first, valid_until=today - timedelta(days=1)))
    _add(world, product, replace(FACTS, issued_on=first, result="fail"))
    _add(world, product, who="maker")
    page = papers_page(by=world.actor("officer"), today=today)
    assert page.counts == {"waiting": 1, "failed": 1, "expired": 1, "soon": 1, "valid": 1}
    for code in Standing:
        (row,) = papers_page(by=world.actor("officer"), today=today, code=code).rows
        assert row.standing == code
    assert papers_page(by=world.actor("officer"), today=today, text="sertifikat HALAL").total == 5
    assert papers_page(by=world.actor("officer"), today=today, text="tidak ada").total == 0


def test_a_maker_brings_a_paper_on_the_page_and_the_office_takes_it(world: World, product: UUID) -> None:
    maker, officer = world.client("maker"), world.client("officer")
    address = reverse("products:paper-add", args=[product])
    form = {"subject": "halal", "issuer": "LPH", "result": "pass", "issued_on": "2018-11-20", "nonce": "abc"}
    sent = maker.post(address, form | {"issued_on": "2999-01-01"})
    assert sent.status_code == 422 and "Tanggal terbit belum tiba" in sent.content.decode()
    sent = maker.post(address, form | {"file": SimpleUploadedFile("a.pdf", b"")})
    assert sent.status_code == 422 and "Berkas kosong" in sent.content.decode()
    for _twice in range(2):
        sent = maker.post(address, form | {"file": SimpleUploadedFile("a.pdf", PDF)}, follow=True)
    said = sent.content.decode()
    assert "Dinas melihatnya dahulu" in said and "perlu dilihat dinas" in said
    paper = Paper.objects.get()
    assert "perlu dilihat dinas" in officer.get(reverse("products:papers")).content.decode()
    got = officer.get(reverse("products:paper-file", args=[product, paper.id]))
    assert got.content == PDF and "attachment" in got["Content-Disposition"]
    assert world.client("other_officer").get(got.request["PATH_INFO"]).status_code == 404
    officer.post(reverse("products:paper-check", args=[product, paper.id]))
    paper.refresh_from_db()
    assert paper.checked_by == "Orang officer"
    assert "Sertifikat halal" in officer.get(reverse("products:product", args=[product])).content.decode()


@pytest.mark.parametrize(
    ("constraint", "values"),
    [
        ("paper_subject", {"subject": ""}),
        ("paper_kind", {"kind": "odd"}),
        ("paper_result", {"result": "odd"}),
        ("paper_issuer", {"issuer": ""}),
        ("paper_dates", {"valid_until": date(2001, 1, 1)}),
        ("paper_file", {"file_type": "pdf"}),
        ("paper_checked", {"checked_at": None}),
        ("paper_nonce_once", {"nonce": "n"}),
    ],
)
def test_constraints(world: World, product: UUID, constraint: str, values: dict[str, Any]) -> None:
    first, other = _add(world, product), _add(world, product, replace(FACTS, number="H-2"))
    Paper.objects.filter(id=first).update(nonce="n")
    said = "(?i)unique" if constraint == "paper_nonce_once" else constraint
    with pytest.raises(IntegrityError, match=said), transaction.atomic():
        Paper.objects.filter(id=other).update(**values)
