"""The passport on paper: what stands, in both languages, readable by a reader's program."""

import io

import pytest
from tests.foundation.press.reading import assert_accessible, page_sizes, pdf_text, qr_codes
from tests.passport.test_public import choose, rich_product
from tests.people import World
from tests.products.made import make_maker, make_product

from binakriya.accounts.rules import NotAllowed
from binakriya.foundation.printing import press
from binakriya.passport.papers import passport_sheet
from binakriya.passport.queries.live import passports
from binakriya.passport.queries.public import chosen_of
from binakriya.passport.rules.criteria import HELPERS
from binakriya.passport.rules.stages import STAGES, State
from binakriya.passport.sheets.passport import TEMPLATE, PassportFacts, passport_data
from binakriya.passport.sheets.words import TEXTS
from binakriya.products import operations as products
from binakriya.products.models import Product

pytestmark = pytest.mark.django_db


def test_it_says_product_maker_stages_evidence_and_steps_in_both_languages(world: World) -> None:
    one = rich_product(world)
    for language, words in (
        ("id", ("Paspor produk", "Langkah berikutnya", "Label dan kepatuhan", "Terpenuhi", "DJKI", "16 November 2018")),
        ("en", ("Product passport", "Next steps", "Label and compliance", "Met", "DJKI", "16 November 2018")),
    ):
        made = passport_sheet(product_id=one, by=world.actor("maker"), language=language, now=world.now)  # type: ignore[arg-type]
        text = pdf_text(made.content)
        for word in (*words, "Teko tanah", "Tembikar Buaran", "Serpong"):
            assert word in text, word
        live = passports(product_ids=[one], on=world.now.date())[one]
        for criterion in live.criteria.criteria:
            assert criterion.title[language].split()[0] in text
        assert_accessible(made.content, language)
        assert page_sizes(made.content) == {(210, 297)}


def test_the_code_leads_to_the_public_page_where_there_is_one(world: World) -> None:
    one, officer = rich_product(world), world.actor("officer")
    assert "Pindai" not in pdf_text(passport_sheet(product_id=one, by=officer, language="id", now=world.now).content)
    choose(world, one)
    made = passport_sheet(product_id=one, by=officer, language="id", now=world.now)
    assert "Pindai" in pdf_text(made.content)
    live, chosen = passports(product_ids=[one], on=world.now.date())[one], chosen_of(one)
    assert chosen is not None
    facts = PassportFacts(
        letterhead=_letterhead(),
        product="Teko",
        maker="",
        place="",
        criteria=live.criteria,
        standings=live.standings,
        stages=live.stages,
        steps=live.steps,
        printed_on=world.now.date(),
        printed_by="P",
        address=chosen.address,
    )
    pages = press().png(TEMPLATE, passport_data(facts, "id"), ppi=200)
    assert qr_codes(pages[0]) == [chosen.address]


def _letterhead():  # type: ignore[no-untyped-def]
    from binakriya.foundation.press import Letterhead

    return Letterhead("Pemerintah Kota", "Dinas", "Dinas", "Kota")


def test_the_same_moment_gives_the_same_bytes(world: World) -> None:
    one, officer = rich_product(world), world.actor("officer")
    first, again = (passport_sheet(product_id=one, by=officer, language="id", now=world.now) for _ in range(2))
    assert first == again and io.BytesIO(first.content).read(4) == b"%PDF"


def test_whose_it_is_and_which_languages(world: World) -> None:
    one, strange = rich_product(world), make_product(world, make_maker(world, "Orang lain"))
    answer = world.client("maker").get(f"/produk/{one}/paspor/cetak-en.pdf")
    assert answer.status_code == 200 and "paspor-teko-tanah-" in answer["Content-Disposition"]
    assert world.client("maker").get(f"/produk/{one}/paspor/cetak-fr.pdf").status_code == 404
    assert world.client("maker").get(f"/produk/{strange}/paspor/cetak-id.pdf").status_code == 404
    for who in ("visitor", "curator", "other_officer"):
        with pytest.raises((NotAllowed, Product.DoesNotExist)):
            passport_sheet(product_id=one, by=world.actor(who), language="id", now=world.now)


def test_a_failed_paper_is_no_evidence_on_paper(world: World) -> None:
    one = make_product(world)
    facts = products.PaperFacts("merek", "Kantor Gagal", world.now.date(), result="fail")
    products.add_paper(product_id=one, facts=facts, by=world.actor("officer"), now=world.now)
    made = passport_sheet(product_id=one, by=world.actor("officer"), language="id", now=world.now)
    assert "Kantor Gagal" not in pdf_text(made.content)


def test_every_stage_state_and_helper_has_its_words() -> None:
    wanted = {f"stage.{one}" for one in STAGES} | {f"state.{one.value}" for one in State}
    assert wanted | {f"helper.{one}" for one in HELPERS} <= set(TEXTS)
    assert all(len(pair) == 2 and all(pair) for pair in TEXTS.values())
