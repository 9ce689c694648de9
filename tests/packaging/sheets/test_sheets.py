"""The three sheets as PDF: tagged, in both languages, one page where one is promised, nothing left out."""

import datetime as dt
import io
from dataclasses import replace
from functools import cache
from typing import Any

import pikepdf
import pytest
from PIL import Image
from tests.foundation.press.reading import assert_accessible, page_count, page_sizes, pdf_text

from binakriya.engines.boxes import build, styles
from binakriya.engines.pricing import BoardPrice, Breaks, Origin, PriceList
from binakriya.engines.protection import DEFAULT_STOCK, USUAL_JOURNEYS, Product, Sheet, text_of
from binakriya.foundation.press import Language, Letterhead, Press
from binakriya.packaging.rules.drawings import box_of
from binakriya.packaging.rules.recommend import Request, recommend
from binakriya.packaging.rules.specification import specification
from binakriya.packaging.sheets import SheetFacts, calculation_pdf, maker_pdf, printer_pdf

NOW = dt.datetime(2018, 11, 16, 9, 12, tzinfo=dt.timezone(dt.timedelta(hours=7)))
PRODUCTS = {
    "mug": (Product((220, 140, 95), 0.85, "keramik", form="protruding"), "courier"),
    "basket": (Product((320, 320, 240), 0.9, "rotan", shape="cylinder"), "export"),
    "scarf": (Product((250, 180, 25), 0.18, "batik"), "courier"),
}
LANGUAGES: tuple[Language, ...] = ("id", "en")


def arms() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (60, 80), (160, 20, 20)).save(out, "PNG")
    return out.getvalue()


@cache
def facts(name: str) -> SheetFacts:
    product, journey = PRODUCTS[name]
    made = specification(recommend(Request(product, USUAL_JOURNEYS[journey])), name=name)
    head = Letterhead("Pemerintah Kota", "Dinas Perindustrian", "Disperindag", "", phone="021 555", logo=arms())
    return SheetFacts(
        made.content, head, f"Produk {name}", "Sanggar Sekar", 3, "draft", "Dewi", NOW.date(), box_of(made)
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PRODUCTS)
def test_maker_and_printer_get_one_page_each(press: Press, name: str, language: Language) -> None:
    for make in (maker_pdf, printer_pdf):
        made = make(press, facts(name), language=language, created=NOW)
        assert page_count(made) == 1 and page_sizes(made) == {(210, 297)}
        assert_accessible(made, language)


def test_the_makers_page_says_all_five_parts(press: Press) -> None:
    told = pdf_text(maker_pdf(press, facts("basket"), language="id", created=NOW))
    for word in ("Beli", "Lipat", "Isi", "Tutup", "Coba dulu", "Silika gel", "Sanggar Sekar", "Dinas Perindustrian"):
        assert word in told
    box = facts("basket").content["box"]
    for step in box["folding"]:
        assert step["id"][:25] in told
    assert "Rancangan, belum diperiksa praktisi" in told


def test_a_page_with_many_words_stays_one(press: Press) -> None:
    whole: Any = facts("basket")
    more = {"text": {"id": "Jangan ditumpuk lebih dari tiga dan jangan kena hujan. " * 3, "en": "x"}}
    wordy = replace(whole, content={**whole.content, "rule_of_thumb": [*whole.content["rule_of_thumb"], *[more] * 5]})
    assert page_count(maker_pdf(press, wordy, language="id", created=NOW)) == 1


def test_the_arms_of_the_office_are_on_the_paper(press: Press) -> None:
    def pictures(made: bytes) -> int:
        with pikepdf.open(io.BytesIO(made)) as pdf:
            return sum(isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image" for o in pdf.objects)

    bare = replace(facts("mug"), letterhead=replace(facts("mug").letterhead, logo=b""))
    assert pictures(printer_pdf(press, facts("mug"), language="id", created=NOW)) > pictures(
        printer_pdf(press, bare, language="id", created=NOW)
    )


def test_a_checked_version_names_who_checked(press: Press) -> None:
    signed = replace(facts("mug"), state="checked", checked_by="Rahma", checked_on=NOW.date(), is_sample=True)
    told = pdf_text(printer_pdf(press, signed, language="id", created=NOW))
    assert "Diperiksa Rahma, 16 November 2018" in told and "Data contoh" in told


def test_the_printer_reads_scale_board_and_bar(press: Press) -> None:
    told = pdf_text(printer_pdf(press, facts("mug"), language="id", created=NOW))
    box = facts("mug").content["box"]
    for word in ("Skala 1:", "Arah alur", "100 kotak", "± 3 mm", "100 mm bila dicetak 100 %", box["board"]["code"][:1]):
        assert word in told


def test_a_box_that_is_no_longer_made_still_has_its_sheets(press: Press) -> None:
    gone = replace(facts("mug"), box=None)
    assert "Susun versi baru" in pdf_text(printer_pdf(press, gone, language="id", created=NOW))
    assert page_count(maker_pdf(press, gone, language="id", created=NOW)) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_and_every_assumption_is_on_the_calculation_sheet(press: Press, language: Language) -> None:
    made = calculation_pdf(press, facts("basket"), language=language, created=NOW)
    assert_accessible(made, language)
    told = pdf_text(made).replace("\u00a0", " ")
    sheet = Sheet.from_json(facts("basket").content["sheet"])
    for step in sheet.steps:
        assert step.label(language).split()[0] in told
        assert step.formula.split()[0] in told
    for assumed in sheet.assumptions:
        assert text_of(assumed.code, language).split()[0] in told
    source = "anggapan dari pengetahuan umum" if language == "id" else "assumption from general knowledge"
    assert source in told


def test_the_cost_is_on_the_sheet_line_by_line(press: Press) -> None:
    product, journey = PRODUCTS["mug"]
    offer = [
        PriceList(BoardPrice(b.code, "m2", Breaks.of(9000), Origin("CV Karton Jaya", NOW.date())))
        for b in DEFAULT_STOCK
    ]
    asked = Request(product, USUAL_JOURNEYS[journey], prices=tuple(offer), on=NOW.date())
    made = specification(recommend(asked, deciding=False))
    told = pdf_text(calculation_pdf(press, replace(facts("mug"), content=made.content), language="id", created=NOW))
    assert (
        "CV Karton Jaya" in told
        and "Rp 9.000/m²" in told.replace("\u00a0", " ")
        and "Biaya per kotak" in told
        and "belum ada harga" not in told
    )
    assert "belum ada harga" in pdf_text(calculation_pdf(press, facts("mug"), language="id", created=NOW))


def test_every_box_style_can_be_ordered(press: Press) -> None:
    """One page for each style, drawn to scale with its dimensions."""
    start = facts("mug")
    content: Any = start.content
    for style in styles():
        board = "B" if "corrugated" in style.kinds else "card-400"
        inside = tuple(min(max(a, b), c) for a, b, c in zip((200, 150, 60), style.smallest, style.largest, strict=True))
        if style.family == "fitment" or not style.caliper[0] <= (3.2 if board == "B" else 0.5) <= style.caliper[1]:
            continue
        box = build(style.code, inside, board)
        named = {"style": style.code, "name": {"id": style.name.id, "en": style.name.en}}
        one = replace(start, box=box, content={**content, "box": {**content["box"], **named}})
        assert page_count(printer_pdf(press, one, language="id", created=NOW)) == 1, style.code
