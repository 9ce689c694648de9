"""Layout: all of the text within the safe area, codes with their white round them, refusals that say what to do."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines.labels.drawing.made import CARE, FACTS, LINK, NUMBER, STORY, faces, label

from binakriya.engines.labels.drawing import (
    SIZES,
    Fact,
    Label,
    LabelError,
    Layout,
    Overflow,
    RasterLogo,
    WrongNumber,
    contrast,
    lay_out,
    read_svg_logo,
)
from binakriya.engines.labels.drawing.blocks import WHITE
from binakriya.engines.labels.drawing.legibility import LEAST_X_HEIGHT_MM
from binakriya.engines.labels.drawing.model import HOLE_AT_MM, HOLE_MM, SAFE_MM
from binakriya.engines.labels.drawing.shapes import Mark, Picture, Run, Shape, bounds

Box = tuple[float, float, float, float]
LOGO = read_svg_logo(
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20H0z" fill="#a33"/></svg>'
)


def box(mark: Mark) -> Box:
    if isinstance(mark, Run):
        face = faces()[mark.face]
        return (
            mark.x,
            mark.baseline - mark.size * face.cap_height,
            mark.x + face.width(mark.text, mark.size),
            mark.baseline,
        )
    if isinstance(mark, Picture):
        return mark.x, mark.y, mark.x + mark.width, mark.y + mark.height
    return bounds(mark.path)


def check_places(layout: Layout) -> None:
    """Everything within the safe area, no line of text on another, nothing foreign on the white of a code."""
    size = layout.size
    top = HOLE_AT_MM + HOLE_MM / 2 + 2 if size.hole else SAFE_MM
    for marks in layout.faces:
        boxes = [(mark, box(mark)) for mark in marks]
        for mark, (x0, y0, x1, y1) in boxes:
            assert x0 >= SAFE_MM - 0.15 and x1 <= size.width - SAFE_MM + 0.15, mark
            assert y0 >= top - 0.15 and y1 <= size.height - SAFE_MM + 0.3, mark
        texts = [(mark, edges) for mark, edges in boxes if isinstance(mark, Run) and mark.colour == layout.label.ink]
        for k, (one, a) in enumerate(texts):
            for other, b in texts[k + 1 :]:
                assert not overlap(a, b), (one, other)
        for mark, ground in boxes:
            if isinstance(mark, Shape) and mark.fill == WHITE:
                assert not any(overlap(ground, edges) for _, edges in texts)


def overlap(a: Box, b: Box) -> bool:
    near = 1e-6
    return a[0] < b[2] - near and b[0] < a[2] - near and a[1] < b[3] - near and b[1] < a[3] - near


@pytest.mark.parametrize("size", sorted(SIZES))
def test_a_common_label_fits_every_size_in_reading_letters(size: str) -> None:
    """Small sizes take the product's name, maker and barcode; the others everything."""
    everything = size not in ("hang-tag-45x85", "sticker-80x50")
    layout = lay_out(label(size) if everything else label(size, story="", link="", symbols=CARE[:3]), faces())
    check_places(layout)
    assert layout.x_height >= LEAST_X_HEIGHT_MM and layout.ready and not layout.findings
    assert layout.magnification in (1.0, 0.9, 0.8)
    text = " ".join(layout.words)
    assert "Dibuat oleh: CV Anggrek Serpong" in text and "Bahan: 100 % katun" in text


def test_equal_labels_are_laid_out_equally() -> None:
    assert lay_out(label(), faces()).faces == lay_out(label(), faces()).faces


def test_a_larger_label_never_has_smaller_letters() -> None:
    heights = [lay_out(label(f"box-panel-{size}"), faces()).x_height for size in ("120x80", "148x105", "180x120")]
    assert heights == sorted(heights)


@settings(max_examples=60, deadline=None)
@given(
    size=st.sampled_from(sorted(SIZES)),
    brand=st.text(alphabet="abcdeWMÉ -", max_size=40),
    story=st.text(alphabet="abcdefgh ÉWil.,\n", max_size=700),
    facts=st.lists(st.text(alphabet="abcWi 0123456789", min_size=1, max_size=120), max_size=6),
    number=st.sampled_from(("", NUMBER, "96385074", "036000291452")),
    link=st.sampled_from(("", LINK)),
    symbols=st.lists(st.sampled_from((*CARE, "fragile", "pap-20", "keep-dry")), max_size=9, unique=True),
    logo=st.sampled_from((None, LOGO)),
)
def test_any_label_has_its_place_or_is_refused(
    size: str, brand: str, story: str, facts: list[str], number: str, link: str, symbols: list[str], logo: object
) -> None:
    given = label(
        size, brand=brand, product="", story=story, facts=tuple(Fact("statement", text) for text in facts),
        number=number, link=link, symbols=tuple(symbols), logo=logo,
    )  # fmt: skip
    try:
        layout = lay_out(given, faces())
    except LabelError as refused:
        assert refused.text.id and refused.text.en
        return
    check_places(layout)
    # No word is lost.
    drawn = "".join(mark.text for marks in layout.faces for mark in marks if isinstance(mark, Run))
    for text in (brand, story, *facts):
        for word in text.split():
            assert drawn.replace(" ", "").count(word.replace(" ", "")[:1]) > 0


def test_every_word_of_the_story_is_drawn() -> None:
    layout = lay_out(label("box-panel-148x105"), faces())
    drawn = " ".join(mark.text for marks in layout.faces for mark in marks if isinstance(mark, Run))
    assert STORY in drawn


def test_a_story_that_is_too_long_is_refused_with_the_lines_over() -> None:
    with pytest.raises(Overflow) as told:
        lay_out(label("hang-tag-50x90", story=STORY * 5), faces())
    assert told.value.field == "story" and told.value.lines > 0
    assert told.value.text.id.startswith(f"Cerita terlalu panjang: {told.value.lines} baris lebih")


def test_cutting_the_lines_that_are_over_makes_it_fit() -> None:
    """The number of lines over is true: without about that many lines of text it goes in."""
    story = STORY * 3
    with pytest.raises(Overflow) as told:
        lay_out(label("hang-tag-45x85", story=story, facts=FACTS[:3], symbols=(), link=""), faces())
    words = story.split()
    a_line = 30  # letters of a 39 mm line at the least size, about
    kept = " ".join(words)[: -a_line * (told.value.lines + 1)]
    assert lay_out(label("hang-tag-45x85", story=kept, facts=FACTS[:3], symbols=(), link=""), faces()).ready


def test_a_code_that_is_wider_than_the_label_is_refused_with_what_it_needs() -> None:
    with pytest.raises(Overflow) as told:
        lay_out(Label(size="hang-tag-45x85", brand="A", other_code="KRIYA-2018-11-0001234"), faces())
    assert told.value.field == "barcode" and "mm" in told.value.text.id


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"brand": "Kriya 🧺"}, "brand", "U+1F9FA"),
        ({"brand": "家具"}, "brand", "U+5BB6"),
        ({"brand": "أناقة"}, "brand", "kanan ke kiri"),
        ({"story": "שלום"}, "story", "kanan ke kiri"),
        ({"story": "x " * 5000}, "story", "10000 tanda"),
        ({"product": "x" * 121}, "product", "121 tanda"),
        ({"brand": "a\u0489"}, "brand", "U+0489"),
        ({"facts": (Fact("maker", "CV \u2603"),)}, "maker", "U+2603"),
        ({"facts": (Fact("statement", "ok", "🧺"),)}, "statement", "U+1F9FA"),
        ({"facts": (Fact("batch", "1"),) * 25}, "statement", "24"),
        ({"ink": "red"}, "colours", "#221d18"),
        ({"paper": "#fff"}, "colours", "#221d18"),
        ({"size": "poster"}, "label", "poster"),
        ({"magnification": 0.1}, "barcode", "0.5"),
        ({"x_height": 0.2}, "label", "0.9"),
        ({"symbols": ("wash-30", "wash-no")}, "symbols", "bertentangan"),
    ],
)
def test_refusals_name_the_field_and_the_reason(changes: dict[str, object], field: str, said: str) -> None:
    with pytest.raises(LabelError) as told:
        lay_out(label(**({"size": "box-panel-148x105"} | changes)), faces())
    assert told.value.field == field and said in told.value.text.id


def test_an_empty_label_is_refused() -> None:
    with pytest.raises(LabelError, match="empty"):
        lay_out(Label(size="sticker-80x50", brand=" \u202e\x00"), faces())


def test_invisible_signs_go_and_nothing_turns_round() -> None:
    """Marks of direction, NUL and joiners are left out; the letters stay in the order in which they were typed."""
    layout = lay_out(label(brand="Ang\u202egrek\x00 Ser\u200bpong\u2066"), faces())
    assert layout.words[0] == "Anggrek Serpong"


def test_composed_and_decomposed_letters_are_one() -> None:
    assert lay_out(label(brand="Kre\u0301asi"), faces()).faces == lay_out(label(brand="Kréasi"), faces()).faces


def test_a_wrong_check_digit_is_refused_with_the_right_number() -> None:
    with pytest.raises(WrongNumber) as told:
        lay_out(label(number="8991234567890"), faces())
    assert told.value.right == NUMBER


def rules(layout: Layout) -> dict[str, bool]:
    return {each.rule: each.must for each in layout.findings}


def test_small_letters_are_found() -> None:
    layout = lay_out(label(x_height=1.0), faces())
    assert rules(layout) == {"x_height": True} and not layout.ready
    assert "1,0 mm" in layout.findings[0].text.id and "1.0 mm" in layout.findings[0].text.en
    assert not lay_out(label(x_height=1.2), faces()).findings


def test_weak_contrast_is_found() -> None:
    assert rules(lay_out(label(ink="#b0a090"), faces())) == {"contrast": True}
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01), "the grey that just passes WCAG AA"


@pytest.mark.parametrize(("magnification", "found"), [(0.7, True), (0.8, False), (1.5, False), (2.0, False)])
def test_bars_that_no_till_reads_are_found(magnification: float, found: bool) -> None:
    layout = lay_out(label("box-panel-180x120", link="", magnification=magnification), faces())
    assert ("magnification" in rules(layout)) is found


def test_squares_that_no_phone_reads_are_found() -> None:
    layout = lay_out(label("box-panel-180x120", number="", magnification=0.6), faces())
    assert rules(layout) == {"qr_module": True} and layout.modules["qr"] == pytest.approx(0.3)
    assert lay_out(label("box-panel-180x120", number="", magnification=0.8), faces()).modules["qr"] == 0.4


def test_a_number_from_abroad_is_advice_only() -> None:
    layout = lay_out(label(number="5901234123457"), faces())
    assert rules(layout) == {"prefix": False} and layout.ready


def test_a_coarse_logo_is_advice_only() -> None:
    assert rules(lay_out(label(logo=RasterLogo(b"", 60, 30)), faces())) == {"logo_points": False}
    assert not lay_out(label(logo=RasterLogo(b"", 800, 400)), faces()).findings


def test_the_language_of_the_destination_says_the_captions() -> None:
    for language, said in (("en", "Made by: CV"), ("de", "Hersteller: CV"), ("ja", "Made by: CV")):
        assert any(words.startswith(said) for words in lay_out(label(language=language), faces()).words)
    spoken = lay_out(label(facts=(Fact("maker", "CV Anggrek", "Importir"),)), faces()).words
    assert "Importir: CV Anggrek" in spoken


def test_small_letters_are_equally_high_in_both_faces() -> None:
    layout = lay_out(label(), faces())
    runs = [mark for marks in layout.faces for mark in marks if isinstance(mark, Run) and mark.face != "bold"]
    heights = {round(mark.size * faces()[mark.face].x_height, 3) for mark in runs if mark.face in ("story", "regular")}
    assert min(heights) >= LEAST_X_HEIGHT_MM
    story = [mark.size * faces()["story"].x_height for mark in runs if mark.face == "story"]
    assert story == pytest.approx([layout.x_height] * len(story))
