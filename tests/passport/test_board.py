"""The board of all passports: whose they are, what is asked for, what the group lacks, the file."""

import pytest
from django.urls import reverse
from tests.passport.test_passports import paper
from tests.people import World
from tests.products.made import make_product

from binakriya.accounts.rules import NotAllowed
from binakriya.passport import operations
from binakriya.passport.models import Passport
from binakriya.passport.queries.board import board_page, export_rows
from binakriya.products.queries.listing import Wanted

pytestmark = pytest.mark.django_db
ALL = {"wanted": Wanted(), "stage": "", "state": "", "sort": ""}


def test_the_board_shows_the_sums_and_what_the_group_lacks(world: World) -> None:
    one, officer = make_product(world), world.actor("officer")
    assert board_page(by=officer, number=1, **ALL).waiting == 1  # type: ignore[arg-type]
    operations.recalculate(product_ids=[one], by=officer, now=world.now)
    page = board_page(by=officer, number=1, **ALL)  # type: ignore[arg-type]
    stands = Passport.objects.get(product_id=one)
    assert (page.total, page.waiting) == (1, 0)
    assert (page.rows[0].id, page.rows[0].met, page.rows[0].whole) == (one, stands.met, stands.whole)
    assert len(page.advice) == 3 and all((a.lacking, a.whole) == (1, 1) for a in page.advice)


def test_a_stage_is_filtered_by_how_far_it_is(world: World) -> None:
    one, officer = make_product(world), world.actor("officer")
    paper(world, one)
    operations.recalculate(product_ids=[one], by=officer, now=world.now)
    found = {
        state: len(board_page(by=officer, number=1, **ALL | {"stage": "market", "state": state}).rows)  # type: ignore[arg-type]
        for state in ("belum", "jalan", "penuh")
    }
    assert found == {"belum": 0, "jalan": 1, "penuh": 0}


def test_who_may_not_read_passports_is_refused(world: World) -> None:
    with pytest.raises(NotAllowed):
        board_page(by=world.actor("maker"), number=1, **ALL)  # type: ignore[arg-type]
    with pytest.raises(NotAllowed):
        list(export_rows(by=world.actor("maker"), **ALL))  # type: ignore[arg-type]


def test_the_page_and_its_file(world: World) -> None:
    one, client = make_product(world), world.client("officer")
    operations.recalculate(product_ids=[one], by=world.actor("officer"), now=world.now)
    page = client.get(reverse("passport:board"), {"tahap": "pasar", "capaian": "belum", "urut": "tertinggal"})
    assert page.status_code == 200 and reverse("passport:passport", args=[one]) in page.content.decode()
    assert client.get(reverse("passport:board"), {"urut": "x", "tahap": "y"}).status_code == 200
    made = client.post(reverse("passport:board-export"), {"bentuk": "csv"})
    assert str(one) in b"".join(made.streaming_content).decode()  # type: ignore[attr-defined]
    assert client.post(reverse("passport:board-export"), {"bentuk": "xlsx"}).status_code == 200
