"""How long an officer takes to review all duplicates of the reference event, with the keyboard.

The review is played through in a browser; keystrokes, pages, words to read and the machine's own time are counted, and
the person's time is estimated by the keystroke-level model (Card, Moran and Newell 1980): K 0.28 s a key or click
(average non-secretary typist), P 1.1 s to point, M 1.35 s to make up one's mind. Reading: 238 words a minute (Brysbaert
2019), every word of the pair's card counted, which is more than an officer reads of it. Shown with `pytest -s`.
"""

import sys
import time
from collections.abc import Callable
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect
from tests.journeys.conftest import NewPage
from tests.journeys.test_lists_become_one_registry import FILES, LISTS
from tests.people import World

from binakriya.accounts.operations import create_organisation
from binakriya.registry.models import Batch, Candidate
from binakriya.registry.queries.duplicates import written_rows
from binakriya.website.demo.lists import _meant

K, P, M = 0.28, 1.1, 1.35
WORDS_A_SECOND = 238 / 60
TARGET = 600.0
SignIn = Callable[[Page, str], None]


@pytest.fixture
def imported(world: World, new_page: NewPage, sign_in_as: SignIn) -> Page:
    for name in ("IPEMI", "IWAPI"):
        create_organisation(kind="association", name=name, short_name=name, by=world.system, now=world.now)
    page = new_page(1280, 800)
    sign_in_as(page, "officer")
    page.goto("/registri/impor/baru/")
    page.set_input_files("input[type=file]", [LISTS / name for name in FILES])
    page.get_by_role("button", name="Unggah dan baca").click()
    page.get_by_role("button", name="Masukkan 99 baris").click()
    expect(page.get_by_role("heading", name="99 usaha masuk registri")).to_be_visible()
    return page


def test_all_duplicates_are_reviewed_in_less_than_ten_minutes(imported: Page) -> None:
    page = imported
    began = time.perf_counter()
    page.get_by_role("link", name="Tinjau duplikat").first.click()
    meant = _meant(written_rows(batch_id=Batch.objects.get().id))
    at_first = Candidate.objects.filter(state="open").count()
    likely = Candidate.objects.filter(state="open", band="likely", relation="same").count()
    page.locator("main").get_by_role("button", name="yang hampir pasti").click()
    expect(page.get_by_text("pasang yang hampir pasti sudah digabung").first).to_be_visible()
    pages, keys, words, judged = 2, 0, 0, 0
    card = page.get_by_role("region", name="Pasangan yang ditinjau")
    while card.count():
        pair = Candidate.objects.get(id=UUID(card.locator("form").get_attribute("action").split("/")[-3]))
        same = bool(meant.get(pair.left_id)) and meant.get(pair.left_id) == meant.get(pair.right_id)
        key = "g" if same else "p" if pair.relation == "same_owner" else "b"
        words += len(card.inner_text().split())
        waiting = Candidate.objects.filter(state="open").count()
        with page.expect_navigation():
            page.keyboard.press(key)
        assert Candidate.objects.filter(state="open").count() < waiting
        keys, judged, pages = keys + 1, judged + 1, pages + 1
    machine = time.perf_counter() - began
    clicks = 2
    deciding, pressing, reading = (judged + 1) * M, keys * K + clicks * (P + K), words / WORDS_A_SECOND
    total = deciding + pressing + reading + machine
    lines = [
        ("pairs at first, of them almost certain", f"{at_first}, {likely}"),
        ("judged one by one", f"{judged}"),
        ("clicks, keystrokes, pages", f"{clicks}, {keys}, {pages}"),
        (f"pointing and pressing (P {P} s, K {K} s)", f"{pressing:.0f} s"),
        (f"making up one's mind (M {M} s)", f"{deciding:.0f} s"),
        (f"reading every word ({words} words, 238 a minute)", f"{reading:.0f} s"),
        ("the machine, browser included", f"{machine:.0f} s"),
        ("together", f"{total:.0f} s"),
    ]
    sys.stdout.write("\n" + "\n".join(f"{what:<52} {value:>10}" for what, value in lines) + "\n")
    assert judged < at_first and total < TARGET
