"""The fold test must be able to fail: a wrong angle, side or allowance is found."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from binakriya.engines.boxes import Blank, Box, BoxError, Crease, Style, allowances, build, findings, styles
from binakriya.engines.boxes.shelf import fefco_0427
from binakriya.engines.boxes.shelf import fefco_0470 as doubled

FOLDING = [
    style for style in styles() if build(style.code, style.default_inside, style.default_board).blanks[0].creases
]


def default(style: Style) -> Box:
    return build(style.code, style.default_inside, style.default_board)


def changed(box: Box, blank: Blank, creases: list[Crease]) -> Box:
    wrong = replace(blank, creases=tuple(creases))
    return replace(box, blanks=tuple(wrong if each is blank else each for each in box.blanks))


@pytest.mark.parametrize("style", FOLDING, ids=lambda style: style.code)
@pytest.mark.parametrize("wrong", [-12.0, 12.0])
def test_a_wrong_angle_of_any_crease_is_found(style: Style, wrong: float) -> None:
    box = default(style)
    assert findings(box, style) == ()
    for blank in box.blanks:
        for pair in {crease.panels for crease in blank.creases if crease.drawn}:
            creases = [replace(c, angle=c.angle + wrong) if c.panels == pair else c for c in blank.creases]
            assert findings(changed(box, blank, creases), style), f"{blank.name}: {pair}"


@pytest.mark.parametrize("style", FOLDING, ids=lambda style: style.code)
def test_a_mountain_for_a_valley_is_found(style: Style) -> None:
    box = default(style)
    other = {"valley": "mountain", "mountain": "valley"}
    for blank in box.blanks:
        # a half turn comes out the same whichever way
        for pair in {crease.panels for crease in blank.creases if crease.drawn and crease.angle != 180}:
            creases = [replace(c, side=other[c.side]) if c.panels == pair else c for c in blank.creases]
            assert findings(changed(box, blank, creases), style), f"{blank.name}: {pair}"


@pytest.mark.parametrize("field", ["panel", "depth"])
def test_walls_without_their_allowance_are_found(monkeypatch: pytest.MonkeyPatch, field: str) -> None:
    table = {flute: replace(row, **{field: 0.0}) for flute, row in allowances._TABLE.items()}
    monkeypatch.setattr(allowances, "_TABLE", table)
    style = next(each for each in styles() if each.code == "0201")
    assert {finding.what for finding in findings(build("0201", (300, 200, 150), "B"), style)} & {"inside", "outside"}


def test_flaps_that_do_not_meet_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    table = {flute: replace(row, flap=-6.0) for flute, row in allowances._TABLE.items()}
    monkeypatch.setattr(allowances, "_TABLE", table)
    style = next(each for each in styles() if each.code == "0201")
    assert {finding.what for finding in findings(build("0201", (300, 200, 150), "B"), style)} == {"open"}


@pytest.mark.parametrize("module", [fefco_0427, doubled], ids=["0427", "0470"])
def test_every_allowance_of_a_rolled_box_matters(monkeypatch: pytest.MonkeyPatch, module: object) -> None:
    """Each of them, one and a half calipers off (or three) in one direction or the other."""
    name = "TABLE" if hasattr(module, "TABLE") else "ALLOWANCES"
    right = getattr(module, name)
    style = module.STYLE  # type: ignore[attr-defined]
    for each in fields(right):
        found = 0
        for off in (-1.5, 1.5, 3.0):
            monkeypatch.setattr(module, name, replace(right, **{each.name: getattr(right, each.name) + off}))
            try:
                found += len(findings(build(style.code, style.default_inside, "B"), style))
            except BoxError:
                found += 1
        assert found, each.name


def test_overlap_in_the_flat_is_refused_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("binakriya.engines.boxes.shelf.fefco_0201.slot_width", lambda job: -4.0)
    with pytest.raises(ValueError, match="cannot be drawn"):
        build("0201", (300, 200, 150), "B")
