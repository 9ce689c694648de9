from hypothesis import given
from hypothesis import strategies as st

from binakriya.training.documents.parts import Items, Paragraph, blocks_of


def test_empty_lines_part_paragraphs():
    assert blocks_of("satu\nbaris\n\n dua ") == (Paragraph("satu baris"), Paragraph("dua"))


def test_marks_make_lists():
    text = "Tujuan:\n- mutu\n- kemasan\n  yang baku\n\n1. satu\n2. dua"
    assert blocks_of(text) == (
        Paragraph("Tujuan:"),
        Items(("mutu", "kemasan yang baku")),
        Items(("satu", "dua"), ordered=True),
    )


def test_a_list_may_follow_another_kind():
    assert blocks_of("- a\n1. b") == (Items(("a",)), Items(("b",), ordered=True))


def test_marks_of_typesetters_are_text():
    assert blocks_of("*tebal* #set $x$ = -5 <b>") == (Paragraph("*tebal* #set $x$ = -5 <b>"),)


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",))))
def test_no_word_is_lost(text):
    shown = []
    for block in blocks_of(text):
        shown += block.items if isinstance(block, Items) else [block.text]
    letters = "".join(c for c in "".join(shown) if c.isalpha())
    assert letters == "".join(c for c in text if c.isalpha())
