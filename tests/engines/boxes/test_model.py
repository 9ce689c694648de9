"""The model: fold by steps, JSON, declarations, one piece, the style shelf."""

from __future__ import annotations

import json
import math
import pkgutil

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from binakriya.engines.boxes import (
    BOARDS,
    Style,
    assemble,
    board,
    build,
    dumps,
    fold,
    measures,
    plain,
    shelf,
    steps,
    style,
    styles,
)
from binakriya.engines.boxes.words import ROLES

WANTED = {
    *("0200", "0201", "0203", "0210", "0215", "0300", "0320", "0409", "0421", "0426", "0427", "0470"),
    *("0501", "0510"),
    *("carton-straight-tuck", "carton-reverse-tuck", "carton-snap-lock", "carton-auto-lock", "carton-tray-lid"),
    *("carton-sleeve", "carton-pillow", "carton-gable", "partition", "corner-pads", "insert", "wrap"),
}
EACH = pytest.mark.parametrize("each", styles(), ids=lambda each: each.code)


def test_the_styles_are_those_that_are_promised() -> None:
    assert {each.code for each in styles()} == WANTED
    assert len(list(pkgutil.iter_modules(shelf.__path__))) == len(WANTED)


@EACH
def test_flat_at_the_beginning(each: Style) -> None:
    for blank in build(each.code, each.default_inside, each.default_board).blanks:
        for motion in fold(blank, 0.0).values():
            assert np.allclose(motion.rotation, np.eye(3))
            assert np.allclose(motion.shift, 0)


@EACH
def test_every_pose_on_the_way_is_rigid_and_keeps_creases_together(each: Style) -> None:
    box = build(each.code, each.default_inside, each.default_board)
    for blank in box.blanks:
        for progress in (0.0, 0.2, 0.55, 0.9, 1.0):
            poses = fold(blank, progress)
            for motion in poses.values():
                turned = np.array(motion.rotation)
                assert np.allclose(turned @ turned.T, np.eye(3), atol=1e-9)
                assert math.isclose(np.linalg.det(turned), 1.0, abs_tol=1e-9)
            for crease in blank.creases:
                if crease.loop:
                    continue
                one, two = (poses[name] for name in crease.panels)
                for x, y in (crease.start, crease.end):
                    # a crease that is crushed by half a caliper moves its panels no further apart than that
                    apart = math.dist(one.point((x, y, 0.0)), two.point((x, y, 0.0)))
                    assert apart <= 1.5 * blank.board.caliper_mm + 1e-9


@EACH
def test_creases_fold_in_their_order(each: Style) -> None:
    box = build(each.code, each.default_inside, each.default_board)
    for blank in box.blanks:
        count = max((crease.order for crease in blank.creases), default=1)
        for crease in blank.creases:
            if crease.loop:
                continue
            before, after = (fold(blank, share / count) for share in (crease.order - 1, crease.order))
            start = before[crease.panels[0]].inverse() @ before[crease.panels[1]]
            end = after[crease.panels[0]].inverse() @ after[crease.panels[1]]
            assert np.allclose(start.rotation, np.eye(3), atol=1e-9)
            cosine = (np.trace(np.array(end.rotation)) - 1) / 2
            assert math.isclose(math.degrees(math.acos(max(-1, min(1, cosine)))), crease.angle, abs_tol=1e-4)


@pytest.mark.parametrize("progress", [-0.1, 1.1, math.nan])
def test_progress_outside_of_0_to_1_is_refused(progress: float) -> None:
    with pytest.raises(ValueError, match="progress"):
        fold(build("0201", (300, 200, 150), "B").blanks[0], progress)


@EACH
def test_names_are_unique_and_references_hold(each: Style) -> None:
    box = build(each.code, each.default_inside, each.default_board)
    assert len({blank.name for blank in box.blanks}) == len(box.blanks)
    for blank in box.blanks:
        names = [panel.name for panel in blank.panels]
        assert len(set(names)) == len(names)
        used = {blank.root, *(n for crease in blank.creases for n in crease.panels)}
        used |= {n for glue in blank.glue for n in (glue.panel, glue.to)} | {w.panel for w in blank.windows}
        assert used <= set(names)
        assert blank.cuts[0].kind == "outline"
        assert {cut.kind for cut in blank.cuts[1:]} <= {"hole", "slit"}


@EACH
def test_json_holds_it_all_and_is_stable(each: Style) -> None:
    box = build(each.code, each.default_inside, each.default_board)
    text = dumps(box)
    assert text == dumps(build(each.code, each.default_inside, each.default_board))
    read = json.loads(text)
    assert len(read["blanks"]) == len(box.blanks)
    assert [panel["name"] for panel in read["blanks"][0]["panels"]] == [panel.name for panel in box.blanks[0].panels]
    assert "draw" not in plain(each)


@EACH
def test_declarations_are_complete_in_both_languages(each: Style) -> None:
    assert len(each.steps) >= 2
    texts = [each.name, each.summary, *each.steps]
    texts += [text for parameter in each.parameters for text in (parameter.name, parameter.hint)]
    texts += [text for rule in each.rules for text in (rule.says, rule.way_out)]
    texts += [name for parameter in each.parameters for _, name in parameter.choices]
    for text in texts:
        assert text.id.strip()
        assert text.en.strip()
        assert "!" not in text.id
    box = build(each.code, each.default_inside, each.default_board)
    assert {panel.role for blank in box.blanks for panel in blank.panels} <= set(ROLES)
    assert [key for key, _ in box.parameters] == sorted(parameter.key for parameter in each.parameters)
    assert steps(box) >= 1
    assert len(assemble(box)) == sum(len(blank.panels) * len(blank.placements) for blank in box.blanks)


def test_every_style_is_built_in_every_board_it_allows() -> None:
    for each in styles():
        for material in BOARDS:
            if material.kind in each.kinds and each.caliper[0] <= material.caliper_mm <= each.caliper[1]:
                size = [max(value, 13 * material.caliper_mm) for value in each.default_inside]
                if each.code == "insert":
                    size[2] = max(5.0, 3 * material.caliper_mm)
                size = [min(value, most) for value, most in zip(size, each.largest, strict=True)]
                assert build(each.code, size, material).blanks


def test_boards_of_the_table_have_the_calipers_of_their_source() -> None:
    assert {code: board(code).caliper_mm for code in ("A", "B", "C", "E", "F", "BC")} == {
        "A": 4.8,
        "B": 3.2,
        "C": 4.0,
        "E": 1.6,
        "F": 0.8,
        "BC": 7.0,
    }
    assert {each.caliper_firmness for each in BOARDS if each.kind == "card"} == {"C"}
    assert {each.caliper_firmness for each in BOARDS if each.kind == "corrugated"} == {"A"}
    assert [each.grammage_gsm for each in BOARDS if each.kind == "card"] == [300, 350, 400, 450, 500, 600]


@given(st.sampled_from(styles()), st.floats(0, 1))
def test_assembly_at_any_moment_has_every_panel_once(each: Style, progress: float) -> None:
    box = build(each.code, each.default_inside, each.default_board)
    parts = assemble(box, progress)
    assert len({(part.blank, part.copy, part.panel.name) for part in parts}) == len(parts)


def test_the_windows_of_a_carton_are_holes_of_its_front() -> None:
    box = build("carton-straight-tuck", (80, 40, 120), "card-350", window="film")
    (window,) = box.blanks[0].windows
    holes = [frozenset(cut.points) for cut in box.blanks[0].cuts if cut.kind == "hole"]
    assert holes == [frozenset(window.hole)]
    assert window.film is not None
    assert style("carton-straight-tuck").parameters[2].choices[0][0] == "none"


def test_a_tear_strip_is_two_perforations_across_the_lid() -> None:
    box = build("0427", (200, 150, 60), "E", tear_strip=True)
    lid = box.blanks[0].panel("lid").outline.bounds
    lines = box.blanks[0].perforations
    assert [line.points[0][0] for line in lines] == [lid[0], lid[0]]
    assert [line.points[1][0] for line in lines] == [lid[2], lid[2]]
    assert all(lid[1] < line.points[0][1] < lid[3] for line in lines)
    assert measures(box).blanks[0].perforation_length == 2 * (lid[2] - lid[0])
    assert build("0427", (200, 150, 60), "E").blanks[0].perforations == ()


def test_card_runs_round_a_carton_and_flutes_stand_upright() -> None:
    assert build("carton-straight-tuck", (80, 40, 120), "card-350").blanks[0].grain == "x"
    assert build("0215", (200, 140, 150), "E").blanks[0].grain == "y"
    assert build("0201", (300, 200, 150), "B").blanks[0].grain == "y"


@pytest.mark.parametrize("inside", [(120, 80, 30), (200.3, 101.7, 44.1), (151.9, 77.7, 28.3), (95, 60, 22)])
def test_no_hair_is_left_between_the_panels_of_a_curved_crease(inside: tuple[float, float, float]) -> None:
    """Panels meet along chords; a gap of thousandths between two of them once sent the knife along the crease."""
    [blank] = build("carton-pillow", inside, style("carton-pillow").default_board).blanks
    [outline] = [cut.points for cut in blank.cuts if cut.kind == "outline"]
    for k, (x, y) in enumerate(outline):
        before, after = outline[k - 1], outline[(k + 1) % len(outline)]
        back, on = (before[0] - x, before[1] - y), (after[0] - x, after[1] - y)
        cosine = (back[0] * on[0] + back[1] * on[1]) / (math.hypot(*back) * math.hypot(*on))
        assert cosine < math.cos(math.radians(20)), f"a spike at {x}, {y}"
