"""Symbols: within their field, none like another, no two that contradict each other."""

import xml.etree.ElementTree as ET

import pytest
from tests.engines.labels.drawing.made import faces

from binakriya.engines.labels.drawing import SYMBOLS, LabelError, symbol_svg
from binakriya.engines.labels.drawing.blocks import symbol_marks
from binakriya.engines.labels.drawing.shapes import Run, Shape, bounds
from binakriya.engines.labels.drawing.symbols import chosen


@pytest.mark.parametrize("key", sorted(SYMBOLS))
def test_a_symbol_keeps_to_its_field(key: str) -> None:
    for mark in symbol_marks(SYMBOLS[key], faces(), x=0, y=0, side=100, colour="#000000"):
        if isinstance(mark, Run):
            wide = faces()[mark.face].width(mark.text, mark.size)
            assert mark.x >= 0 and mark.x + wide <= 100, "letters"
            assert mark.baseline - mark.size * faces()[mark.face].cap_height >= -1 and mark.baseline <= 102
        else:
            assert isinstance(mark, Shape)
            x0, y0, x1, y1 = bounds(mark.path)
            half = mark.width / 2
            assert min(x0, y0) - half >= -3 and max(x1, y1) + half <= 104
            assert "ink" not in (mark.fill, mark.stroke), "the colour of the label takes the place of the ink"


def test_no_symbol_looks_like_another() -> None:
    assert len({symbol.marks for symbol in SYMBOLS.values()}) == len(SYMBOLS)
    assert len({symbol.title.id for symbol in SYMBOLS.values()}) == len(SYMBOLS)
    assert len({symbol.title.en for symbol in SYMBOLS.values()}) == len(SYMBOLS)


def test_the_groups_are_whole() -> None:
    keys = set(SYMBOLS)
    assert {"wash-30", "wash-95", "wash-hand", "wash-no", "bleach-no", "tumble-low", "dry-line", "iron-1", "iron-3",
            "clean-p", "clean-w", "clean-dry-no"} <= keys  # fmt: skip
    assert {"pet-1", "hdpe-2", "pvc-3", "ldpe-4", "pp-5", "ps-6", "o-7", "pap-20", "pap-21", "pap-22", "mobius"} <= keys
    assert {"fragile", "this-way-up", "keep-dry", "keep-from-sun", "centre-of-gravity", "do-not-roll", "no-hooks",
            "clamp-here", "stack-5"} <= keys  # fmt: skip


def test_symbols_stand_in_the_order_of_the_standard_and_once() -> None:
    found = chosen(("clean-p", "iron-2", "wash-40", "bleach-no", "wash-40"))
    assert [symbol.key for symbol in found] == ["wash-40", "bleach-no", "iron-2", "clean-p"]


@pytest.mark.parametrize("keys", [("wash-40", "wash-no"), ("iron-1", "iron-no"), ("clamp-here", "no-clamp"),
                                  ("stack-3", "do-not-stack"), ("clean-p", "clean-dry-no")])  # fmt: skip
def test_contradictions_are_refused(keys: tuple[str, ...]) -> None:
    with pytest.raises(LabelError) as told:
        chosen(keys)
    assert all(SYMBOLS[key].title.id in told.value.text.id for key in keys)


def test_an_unknown_symbol_is_named() -> None:
    with pytest.raises(LabelError, match="wash-1000"):
        chosen(("wash-1000",))


def test_a_symbol_alone_is_well_formed_and_titled() -> None:
    root = ET.fromstring(symbol_svg(SYMBOLS["wash-40"], faces(), language="en"))
    assert root[0].text == "Wash at 40 °C at most"
