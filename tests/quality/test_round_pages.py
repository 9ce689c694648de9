"""The office's pages of rounds: planned, filled, opened, closed, opened again."""

from collections.abc import Callable
from pathlib import Path

from django.test import Client
from django.urls import reverse
from tests.people import World
from tests.products.made import make_maker, make_product
from tests.quality.made import make_published
from tests.quality.rounds import make_round, score_all

from binakriya.quality.models import Recusal, Round, RubricVersion
from binakriya.quality.operations.rounds import recuse
from binakriya.quality.rules import rounds as rules

SignIn = Callable[..., Client]


def test_the_first_step_is_said(world: World, signed_in: SignIn) -> None:
    browser = signed_in("officer")
    assert "satu rubrik yang terbit" in browser.get(reverse("quality:rounds")).content.decode()
    assert "Belum ada rubrik yang terbit" in browser.get(reverse("quality:round-new")).content.decode()
    make_published(world)
    assert "Belum ada putaran" in browser.get(reverse("quality:rounds")).content.decode()


def test_a_round_is_planned_and_filled(world: World, signed_in: SignIn) -> None:
    make_published(world)
    maker = make_maker(world, "Sanggar Melati")
    cloth = make_product(world, maker, "Kain panjang", "batik")
    bowl = make_product(world, maker, "Mangkuk", "wood")
    browser, address = signed_in("officer"), reverse("quality:round-new")
    form = {
        "title": "Batik akhir",
        "held_on": "2018-11-16",
        "rubrics": [str(RubricVersion.objects.get().id)],
        "people": [str(world.people["practitioner"]), str(world.people["curator"])],
        "wanted": "2",
        "blind": "on",
        "nonce": "once",
    }
    where = browser.post(address, form).url
    assert browser.post(address, form).url == where, "sent twice, planned once"
    assert Round.objects.count() == 1
    choosing = browser.get(where + "?bahan=batik").content.decode()
    assert "Kain panjang" in choosing
    assert "Mangkuk" not in choosing
    assert "tidak ada rubrik putaran ini" in browser.get(where).content.decode()
    assert browser.post(where, {"product": [str(bowl)]}, follow=True).status_code == 200
    page = browser.post(where, {"product": [str(cloth)]}, follow=True).content.decode()
    assert "0 dari 2 penilaian terkirim" in page
    assert "Buka untuk penilai" in page


def test_moves_recusals_and_the_reason(world: World, signed_in: SignIn) -> None:
    id_ = make_round(world, 3, opened=False)
    browser, round_ = signed_in("officer"), Round.objects.get()
    product, assessor = round_.products.first(), round_.assessors.first()
    assert product is not None
    assert assessor is not None

    def send(name: str, **fields: str) -> str:
        return browser.post(reverse(f"quality:round-{name}", args=[id_]), fields, follow=True).content.decode()

    said = send("recuse", assessor=str(assessor.id), product=str(product.product_id), kind="relative", reason="Adiknya")
    assert "Adiknya" in said
    assert "penilainya kurang" in said
    assert "Catatan dicabut" in send("lift", recusal=str(Recusal.objects.get().id))
    send("open")
    score_all(world, id_)
    assert "6 dari 6 penilaian terkirim" in send("spread")
    send("close")
    assert Round.objects.get().state == "closed"
    assert "Tulis alasannya" in send("reopen")
    send("reopen", reason="Satu produk tertinggal")
    assert Round.objects.get().state == "open"
    assert "Satu produk tertinggal" in browser.get(reverse("quality:round", args=[id_])).content.decode()


def test_a_plan_that_is_not_connected_says_what_to_do(world: World, signed_in: SignIn) -> None:
    id_ = make_round(world, 4, opened=False, wanted=1)
    round_ = Round.objects.get()
    first, second = round_.assessors.all()
    for n, product in enumerate(round_.products.all()):
        recuse(
            round_id=id_,
            assessor_id=(first if n < 2 else second).id,
            product_id=product.product_id,
            kind="student",
            reason="",
            by=world.actor("officer"),
            now=world.now,
        )
    page = signed_in("officer").get(reverse("quality:round", args=[id_])).content.decode()
    assert "Tidak semua produk dapat dibandingkan" in page


def test_the_page_of_states_is_as_the_table() -> None:
    page = Path(__file__).parents[2] / "docs" / "reference" / "round-states.md"
    assert page.read_text(encoding="utf-8") == rules.page(), "run scripts/make_quality_states.py"
