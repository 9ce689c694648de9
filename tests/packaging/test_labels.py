"""Labels: composed from what is stated, kept as drafts, finished only when nothing in force is lacking."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from tests.packaging.labelled import WHOLE, final_label, make_label, state
from tests.people import World
from tests.products.made import make_maker, make_product, own_maker

from binakriya.accounts.rules import NotAllowed, Refused
from binakriya.foundation.queries import history_of
from binakriya.packaging import operations
from binakriya.packaging.models import LabelDesign
from binakriya.packaging.queries.labels import label_version, labels_changed_since, labels_held
from binakriya.packaging.rules.labels import Choice, LabelState, read, written
from binakriya.products.models import Product
from binakriya.products.rules.particulars import Particulars


@pytest.fixture
def product(world: World) -> UUID:
    return make_product(world, own_maker(world))


def finish(world: World, label_id: UUID, who: str = "officer") -> int:
    return operations.finish_label(label_id=label_id, by=world.actor(who), now=world.now, on=world.now.date())


def test_a_choice_comes_back() -> None:
    choice = Choice(
        "EU", handling=("fragile",), texts={"warning": "Jauhkan"}, apart=("ce",), code="qr", link="https://a.id/"
    )
    assert read(written(choice)) == choice


def test_without_particulars_it_is_a_draft_that_says_what_it_lacks(world: World, product: UUID) -> None:
    made = make_label(world, product)
    with pytest.raises(Refused, match="label_lacks") as refused:
        finish(world, made)
    row = LabelDesign.objects.get(id=made)
    assert row.state == LabelState.DRAFT
    assert "net_content" in row.missing
    assert set(refused.value.params["keys"]) == set(row.missing)


def test_finished_it_is_numbered_and_stays_as_it_was(world: World, product: UUID) -> None:
    first = final_label(world, product)
    before = LabelDesign.objects.get(id=first).content
    state(world, product, replace(WHOLE, address="Jalan Lain 2, Setu"))
    second = make_label(world, product)
    assert second != first
    assert finish(world, second) == 2
    assert LabelDesign.objects.get(id=first).content == before
    assert "Jalan Buaran" in str(before)
    kept = label_version(label_id=first, by=world.actor("maker"))
    assert kept.one.layout is not None
    assert kept.one.number == 1
    assert "Buaran" in " ".join(kept.one.layout.words)
    with pytest.raises(Refused, match="state"):
        finish(world, first)


def test_a_draft_is_changed_in_place_and_the_same_form_counts_once(world: World, product: UUID) -> None:
    first = make_label(world, product, nonce="a")
    assert make_label(world, product, choice=Choice(size="sticker-100x70"), nonce="b") == first
    assert make_label(world, product, choice=Choice(size="sticker-100x70"), nonce="b") == first
    assert LabelDesign.objects.get().size == "sticker-100x70"
    assert len(history_of(kind="packaging.label", object_id=first)) == 2


def test_a_maker_without_an_address_is_not_said(world: World, product: UUID) -> None:
    state(world, product, replace(WHOLE, address=""))
    made = make_label(world, product, choice=Choice("EU"), on=date(2026, 1, 5))
    assert "maker" in LabelDesign.objects.get(id=made).missing


def test_a_label_in_the_eu_waits_for_the_country(world: World, product: UUID) -> None:
    state(world, product, replace(WHOLE, member_state=""))
    made = make_label(world, product, choice=Choice("EU"))
    assert "member_state" in LabelDesign.objects.get(id=made).missing
    with pytest.raises(Refused, match="label_lacks"):
        finish(world, made)


def test_what_stands_elsewhere_or_is_written_by_hand_counts(world: World, product: UUID) -> None:
    made = make_label(world, product)
    lacking = LabelDesign.objects.get(id=made).missing
    make_label(world, product, choice=Choice(apart=tuple(lacking[1:]), texts={lacking[0]: "Tertulis"}))
    assert LabelDesign.objects.get(id=made).missing == []


def test_withdrawn_it_stays_readable_and_counts_no_more(world: World, product: UUID) -> None:
    made = final_label(world, product)
    assert [(one.final, one.number) for one in labels_held(product_ids=[product])[product]] == [(True, 1)]
    with pytest.raises(Refused, match="reason_needed"):
        operations.withdraw_label(label_id=made, reason=" ", by=world.actor("officer"), now=world.now)
    operations.withdraw_label(label_id=made, reason="Salah", by=world.actor("officer"), now=world.now)
    assert labels_held(product_ids=[product]) == {}
    assert label_version(label_id=made, by=world.actor("officer")).one.pictures
    assert len(history_of(kind="packaging.label", object_id=made)) == 3


def test_the_finished_one_counts_before_the_draft(world: World, product: UUID) -> None:
    final_label(world, product)
    make_label(world, product, now=world.now + timedelta(days=1))
    (held,) = labels_held(product_ids=[product, uuid4()])[product]
    assert (held.final, held.number, held.missing) == (True, 1, ())
    assert labels_changed_since(world.now + timedelta(hours=1)) == {product}
    assert labels_changed_since(world.now + timedelta(days=2)) == set()


def test_who_may(world: World, product: UUID) -> None:
    assert make_label(world, product, by=world.actor("maker"))
    with pytest.raises((NotAllowed, Product.DoesNotExist)):
        make_label(world, product, by=world.actor("other_officer"))
    with pytest.raises(NotAllowed):
        make_label(world, product, by=world.actor("leadership"))
    other = make_product(world, make_maker(world))
    with pytest.raises((NotAllowed, Product.DoesNotExist)):
        make_label(world, other, by=world.actor("maker"))


BROKEN: list[tuple[str, dict[str, Any]]] = [
    ("label_state", {"state": "half"}),
    ("label_destination", {"destination": "XX"}),
    ("label_made_by", {"made_by": ""}),
    ("label_numbered_once_final", {"number": None}),
    ("label_numbered_once_final", {"state": "draft"}),
    ("label_withdrawn_why", {"state": "withdrawn"}),
]


@pytest.mark.parametrize(("name", "values"), BROKEN)
def test_the_database_holds(world: World, product: UUID, name: str, values: dict[str, Any]) -> None:
    made = final_label(world, product)
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        LabelDesign.objects.filter(id=made).update(**values)


def test_numbers_and_drafts_are_single(world: World, product: UUID) -> None:
    row = LabelDesign.objects.get(id=final_label(world, product))
    row.pk = uuid4()
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)
    draft = LabelDesign.objects.get(id=make_label(world, product))
    draft.pk = uuid4()
    with pytest.raises(IntegrityError), transaction.atomic():
        draft.save(force_insert=True)


def test_the_page_shows_form_label_and_lines(world: World, product: UUID) -> None:
    maker = world.client("maker")
    address = reverse("packaging:label", args=[product])
    page = maker.get(address, {"tujuan": "ID", "ukuran": "sticker-100x70"}).content.decode()
    assert "<svg" in page
    assert reverse("products:particulars", args=[product]) in page
    state(world, product)
    part = maker.get(address, {"isi": "1", "tujuan": "ID", "ukuran": "sticker-100x70"}, headers={"HX-Request": "true"})
    assert "<form id=" not in part.content.decode()
    assert "Jalan Buaran" in part.content.decode()


def test_a_wrong_number_is_told_at_its_field(world: World, product: UUID) -> None:
    asked = {"isi": "1", "tujuan": "ID", "ukuran": "hang-tag-60x110", "kode": "gtin", "nomor": "8991234567890"}
    page = world.client("officer").get(reverse("packaging:label", args=[product]), asked).content.decode()
    assert "id_nomor_error" in page


@pytest.mark.parametrize(("kind", "head"), [("svg", b"<?xml"), ("balik", b"<?xml"), ("pdf", b"%PDF"), ("a4", b"%PDF")])
def test_files(world: World, product: UUID, kind: str, head: bytes) -> None:
    made = final_label(world, product)
    officer = world.client("officer")
    kept = officer.get(reverse("packaging:label-file", args=[made, kind]))
    asked = {"isi": "1", "tujuan": "ID", "ukuran": "hang-tag-60x110"}
    typed = officer.get(reverse("packaging:label-drawing", args=[product, kind]), asked)
    assert kept.content.startswith(head)
    assert typed.content.startswith(head)


def test_saved_and_finished_by_page(world: World, product: UUID) -> None:
    state(world, product)
    maker = world.client("maker")
    asked = {"isi": "1", "tujuan": "ID", "ukuran": "hang-tag-60x110", "cerita": "on", "selesai": "1"}
    answer = maker.post(reverse("packaging:label-save", args=[product]), asked, follow=True)
    assert LabelDesign.objects.get().state == LabelState.FINAL, answer.content.decode()[-2000:]
    state(world, product, Particulars())
    answer = maker.post(reverse("packaging:label-save", args=[product]), asked, follow=True)
    assert "Lengkapi dahulu" in answer.content.decode()
    assert LabelDesign.objects.filter(state="draft").count() == 1
