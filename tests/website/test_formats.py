"""Figures and days as people here write them."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import Client, RequestFactory
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from binakriya.website.templatetags import kriya

NB = "\u00a0"
OPENING = dt.datetime(2018, 11, 16, 2, 12, tzinfo=dt.UTC)  # 09.12 in Jakarta


@pytest.fixture(autouse=True)
def _indonesian() -> Iterator[None]:
    with translation.override("id"):
        yield


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (kriya.number(1000), "1.000"),
        (kriya.number(1320000), "1.320.000"),
        (kriya.number(4.3, 1), "4,3"),
        (kriya.number(None), "–"),
        (kriya.number(-4), "−4"),
        (kriya.number(-0.2), "0"),
        (kriya.rupiah(4900), f"Rp{NB}4.900"),
        (kriya.rupiah(Decimal("1250000")), f"Rp{NB}1.250.000"),
        (kriya.percent(0.714), f"71{NB}%"),
        (kriya.percent(0.0388, 2), f"3,88{NB}%"),
        (kriya.signed(18), "+18"),
        (kriya.signed(-4), "−4"),
        (kriya.signed(0), "0"),
        (kriya.unit("4,3", "kg"), f"4,3{NB}kg"),
        (kriya.day(OPENING), f"16{NB}Nov{NB}2018"),
        (kriya.day(dt.date(2018, 8, 1)), f"1{NB}Agu{NB}2018"),
        (kriya.day_short(OPENING), f"16{NB}Nov"),
        (kriya.day_long(OPENING), "Jumat, 16 November 2018"),
        (kriya.clock(OPENING), "09.12"),
        (kriya.at_clock(OPENING), f"pukul{NB}09.12"),
        (kriya.moment(OPENING), f"16{NB}Nov{NB}2018, pukul{NB}09.12"),
        (kriya.initials("Hj. Ratna Dewi"), "HD"),
        (kriya.listed(["a"]), "a"),
        (kriya.listed(["a", "b"]), "a dan b"),
        (kriya.listed(["a", "b", "c"]), "a, b, dan c"),
    ],
)
def test_indonesian(shown: str, expected: str) -> None:
    assert shown == expected


def test_english() -> None:
    with translation.override("en"):
        assert kriya.number(1234.5, 1) == "1,234.5"
        assert kriya.clock(OPENING) == "09:12"
        assert kriya.day_long(OPENING) == "Friday, 16 November 2018"


@given(part=st.integers(-10, 10**6), whole=st.integers(0, 10**6))
def test_a_bar_is_never_longer_than_its_ground(part: int, whole: int) -> None:
    assert 0 <= kriya.share(part, whole) <= 100


@given(value=st.integers(-(10**12), 10**12))
def test_no_digit_is_lost(value: int) -> None:
    assert int(kriya.number(value).replace(".", "").replace("−", "-")) == value


@given(pages=st.integers(1, 60), data=st.data())
def test_the_pager_shows_first_last_and_neighbours(pages: int, data: st.DataObject) -> None:
    here = data.draw(st.integers(1, pages))
    shown = kriya.page_numbers(Paginator(range(pages), 1).page(here))
    numbers = [n for n in shown if n is not None]
    assert numbers == sorted(set(numbers))
    assert {1, here, pages} <= set(numbers)
    for before, after in pairwise(shown):
        assert not (before is None and after is None)
        if before is not None and after is not None:
            assert after == before + 1


def test_ring_of_five_stages() -> None:
    arcs = kriya.ring_arcs((1, 0.5, 0, 0, 0))
    assert [a["stage"] for a in arcs] == list(kriya.STAGES)
    assert arcs[0]["arc"] == arcs[0]["track"]
    assert arcs[2]["arc"] == ""


def test_the_query_is_changed_and_kept() -> None:
    request = RequestFactory().get("/x/?q=a&halaman=3&urut=nama")
    shown = Template("{% query halaman=None urut='-nama' %}").render(Context({"request": request}))
    assert shown == "?q=a&amp;urut=-nama"


def test_undo_address() -> None:
    assert kriya.undo_address("toast undo:/impor/3/urungkan/") == "/impor/3/urungkan/"
    assert kriya.undo_address("toast") == ""


def test_a_field_with_errors_is_tied_to_them_and_keeps_what_was_typed(db: None) -> None:
    html = Client().get("/gaya/").content.decode()
    field = html[html.index('id="id_salah-mass"') - 400 : html.index('id="id_salah-mass"') + 400]
    assert 'value="4100"' in field
    assert 'aria-describedby="id_salah-mass_helptext id_salah-mass_error"' in field
    assert 'aria-invalid="true"' in field
