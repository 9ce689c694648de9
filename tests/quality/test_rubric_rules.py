"""Rubrics without database or web: reading and writing, faults by place, changes, comparison, the starters."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.quality.made import a_criterion, a_rubric

from binakriya.engines.labels.evidence import SUBJECTS
from binakriya.engines.protection import MATERIALS
from binakriya.foundation.rules.refusals import Refused
from binakriya.quality.rules.rubrics import (
    BadRubric,
    Criterion,
    DefectKind,
    Gate,
    Level,
    Rubric,
    Scale,
    Source,
    State,
    Words,
    can_publish,
    check_rubric,
    digest_of,
    editing,
    load_rubric,
    problems_of,
    read_rubric,
    write_rubric,
)
from binakriya.quality.rules.rubrics.comparing import differences
from binakriya.quality.rules.rubrics.starters import STARTERS, starter, starters
from binakriya.quality.rules.rubrics.states import MOVES, can_move, check_move, page

ROOT = Path(__file__).parents[2]
texts = st.text(alphabet="aZ9é\u0301 ñ字\U0001f9f5&<", min_size=1, max_size=20)
names = ["schema", "criteria", "title", "levels", "id", "key", "scale", "weight", "x"]
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda within: st.lists(within, max_size=3) | st.dictionaries(st.sampled_from(names), within, max_size=4),
    max_leaves=12,
)


def told(data: Any) -> set[tuple[str, str]]:
    """Where what is wrong: (“criteria.0.weight”, “not_a_number”)."""
    with pytest.raises(BadRubric) as caught:
        read_rubric(data)
    return {(".".join(map(str, one.place)), one.reason) for one in caught.value.problems}


def lacks(rubric: Rubric) -> set[tuple[str, str]]:
    return {(".".join(map(str, one.place)), one.reason) for one in problems_of(rubric)}


def test_a_rubric_is_read_as_it_was_written() -> None:
    rubric = replace(a_rubric(), sources=(Source(Words("UNESCO"), "S"),))
    assert read_rubric(json.loads(json.dumps(write_rubric(rubric)))) == rubric
    assert load_rubric(json.dumps(write_rubric(rubric)).encode()) == rubric


# On a busy machine the first draws are slow.
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    title=texts,
    weights=st.lists(st.integers(0, 100), min_size=1, max_size=5),
    scores=st.lists(st.integers(0, 9), min_size=1, max_size=6, unique=True),
    word=texts,
)
def test_whatever_is_written_is_read_the_same(title: str, weights: list[int], scores: list[int], word: str) -> None:
    levels = tuple(Level(score, Words(word, title)) for score in sorted(scores))
    criteria = tuple(Criterion(f"k{n}", Words(title), Words(""), w, Words(word), levels) for n, w in enumerate(weights))
    rubric = Rubric(Words(title, word), Words(word), (word,), (), Scale(0, 9), criteria)
    written = write_rubric(rubric)
    again = read_rubric(json.loads(json.dumps(written)))
    # Composed once (Unicode NFC), it stays.
    assert read_rubric(write_rubric(again)) == again
    assert digest_of(write_rubric(again)) == digest_of(json.loads(json.dumps(write_rubric(again))))


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(anything)
def test_a_bad_file_is_refused_and_never_breaks(data: Any) -> None:
    with pytest.raises(BadRubric) as caught:
        read_rubric(data)
    assert caught.value.problems


def test_faults_of_the_shape_are_all_named_by_place() -> None:
    data: dict[str, Any] = write_rubric(a_rubric())
    data["criteria"][0]["weight"] = "banyak"
    data["criteria"][1]["levels"][2]["score"] = 3.5
    data["criteria"][1]["levels"][0]["words"] = "halo"
    data["gates"][0]["extra"] = 1
    data["gates"][0]["firmness"] = "X"
    data["defects"][0]["key"] = "Huruf Besar"
    data["materials"] = "bambu"
    data["title"]["id"] = "x" * 121
    assert told(data) == {
        ("criteria.0.weight", "not_a_number"),
        ("criteria.1.levels.2.score", "not_a_number"),
        ("criteria.1.levels.0.words", "not_a_table"),
        ("gates.0.extra", "unknown_name"),
        ("gates.0.firmness", "unknown_firmness"),
        ("defects.0.key", "bad_key"),
        ("materials", "not_a_list"),
        ("title.id", "too_long"),
    }


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"schema": "binakriya.pack/1"}, ("schema", "other_schema")),
        ({"scale": {"least": 5, "most": 1}}, ("scale", "scale_order")),
        ({"scale": {"least": 0, "most": 11}}, ("scale", "scale_order")),
        ({"criteria": [{}] * 13}, ("criteria", "too_many")),
        ({"title": 5}, ("title", "not_a_table")),
        ({"materials": [5]}, ("materials.0", "not_text")),
    ],
)
def test_what_is_not_a_rubric(change: dict[str, Any], where: tuple[str, str]) -> None:
    assert where in told(write_rubric(a_rubric()) | change)


@pytest.mark.parametrize(
    ("data", "reason"), [(b"\xff\xfe", "not_utf8"), (b"{", "not_json"), (b"[" * 100_000, "not_json")]
)
def test_what_is_no_file_of_json(data: bytes, reason: str) -> None:
    with pytest.raises(BadRubric) as caught:
        load_rubric(data)
    assert [one.reason for one in caught.value.problems] == [reason]


def test_a_rubric_that_is_whole_can_be_published() -> None:
    assert lacks(a_rubric()) == set()
    check_rubric(a_rubric())
    assert can_publish(a_rubric())


def test_what_a_draft_still_lacks() -> None:
    whole = a_rubric()
    one, two = whole.criteria
    assert lacks(replace(whole, criteria=())) == {("criteria", "no_criteria")}
    assert lacks(replace(whole, criteria=(one, replace(two, weight=39)))) == {("criteria", "weights_sum")}
    assert lacks(replace(whole, criteria=(one, replace(two, key="rapi")))) == {("criteria.1.key", "twice")}
    assert lacks(replace(whole, criteria=(replace(one, weight=100), replace(two, weight=0)))) == {
        ("criteria.1.weight", "no_weight")
    }
    assert lacks(replace(whole, criteria=(one, replace(two, levels=two.levels[:1])))) == {
        ("criteria.1.levels", "few_levels")
    }
    assert lacks(replace(whole, criteria=(one, replace(two, levels=two.levels[::-1])))) == {
        ("criteria.1.levels.1.score", "not_ascending"),
        ("criteria.1.levels.2.score", "not_ascending"),
        ("criteria.1.levels", "ends_missing"),
    }
    assert lacks(replace(whole, criteria=(one, replace(two, levels=two.levels[:2])))) == {
        ("criteria.1.levels", "ends_missing")
    }
    assert lacks(replace(whole, scale=Scale(1, 4))) == {
        ("criteria.0.levels.2.score", "off_scale"),
        ("criteria.1.levels.2.score", "off_scale"),
    }
    assert lacks(replace(whole, criteria=(one, replace(two, why=Words("", "why"))))) == {("criteria.1.why.id", "empty")}
    gate = whole.gates[0]
    assert lacks(replace(whole, gates=(gate, replace(gate, paper="kertas")))) == {
        ("gates.1.key", "twice"),
        ("gates.1.paper", "unknown_paper"),
    }
    assert lacks(replace(whole, materials=("bamboo", "bamboo"), title=Words(" "))) == {
        ("materials.1", "twice"),
        ("title.id", "empty"),
    }


def test_words_fall_back_to_indonesian() -> None:
    assert Words("kulit", "leather")["en"] == "leather"
    assert Words("kulit")["en"] == "kulit"
    assert Words("kulit", "leather")["id"] == "kulit"


def test_parts_are_put_moved_and_taken_out() -> None:
    rubric = a_rubric()
    more = editing.put(rubric, "criteria", replace(a_criterion(), key="", title=Words("Rapi")))
    assert [one.key for one in more.criteria] == ["rapi", "bahan", "rapi-2"]
    assert [one.key for one in editing.moved(more, "criteria", "rapi-2", up=True).criteria] == [
        "rapi",
        "rapi-2",
        "bahan",
    ]
    assert editing.moved(more, "criteria", "rapi", up=True) == more
    assert editing.without(more, "criteria", "rapi-2") == rubric
    assert editing.put(rubric, "defects", DefectKind("", Words("Lubang"), Words(""))).defects[1].key == "lubang"
    for deed in (
        lambda: editing.put(rubric, "gates", replace(rubric.gates[0], key="lain")),
        lambda: editing.moved(rubric, "gates", "lain", up=True),
        lambda: editing.without(rubric, "gates", "lain"),
        lambda: editing.with_photo(rubric, "rapi", 2, ""),
    ):
        with pytest.raises(KeyError):
            deed()


def test_a_key_is_made_from_any_title() -> None:
    assert editing.new_key("Kehalusan & tepi é", frozenset()) == "kehalusan-tepi-e"
    assert editing.new_key("美しい", frozenset({"bagian"})) == "bagian-2"
    assert editing.new_key("x" * 200, frozenset()) == "x" * 30


def test_pictures_stay_with_their_level_and_with_the_office() -> None:
    rubric = editing.with_photo(a_rubric(), "rapi", 3, "0193")
    assert editing.photos_of(rubric) == {"0193"}
    kept = editing.leveled(rubric.criterion("rapi"), {1: Words("a"), 2: Words(" "), 3: Words("b"), 5: Words("c")})
    assert [(one.score, one.photo) for one in kept] == [(1, ""), (3, "0193"), (5, "")]
    assert editing.without_photos(rubric) == a_rubric()


def test_marks_differ_where_the_form_shows_a_difference() -> None:
    rubric = a_rubric()
    heavier = editing.weighted(rubric, {"rapi": 50, "bahan": 50})
    assert editing.mark_of_part(rubric, "criteria", "rapi") == editing.mark_of_part(heavier, "criteria", "rapi")
    assert editing.mark_of_weights(rubric) != editing.mark_of_weights(heavier)
    assert editing.mark_of_facts(rubric) == editing.mark_of_facts(heavier)
    assert editing.mark_of_facts(rubric) != editing.mark_of_facts(replace(rubric, techniques=()))
    assert editing.mark_of_part(rubric, "criteria", "lain") == ""


def test_two_rubrics_beside_each_other() -> None:
    before = a_rubric()
    after = editing.without(editing.weighted(before, {"rapi": 70, "bahan": 30}), "defects", "retak")
    after = editing.put(after, "gates", Gate("", Words("Stabil"), Words("Tegak"), Words("Dorong")))
    found = differences(before, after, "id")
    assert [(one.part, one.key, one.change) for one in found if one.part] == [
        ("criteria", "rapi", "changed"),
        ("criteria", "bahan", "changed"),
        ("gates", "stabil", "added"),
        ("defects", "retak", "removed"),
    ]
    weights = [(line.what, line.before, line.after) for one in found[:2] for line in one.lines]
    assert weights == [("weight", "60 %", "70 %"), ("weight", "40 %", "30 %")]
    assert differences(before, before, "en") == ()
    turned = editing.moved(before, "criteria", "bahan", up=True)
    assert [line.what for one in differences(before, turned, "id") for line in one.lines] == ["order_criteria"]


def test_states_have_one_table() -> None:
    assert (ROOT / "docs/reference/quality-states.md").read_text(encoding="utf-8") == page()
    for move in MOVES:
        for state in State:
            assert can_move(state, move.name) == (state in move.sources)
            if state in move.sources:
                assert check_move(state, move.name) == move.target
            else:
                with pytest.raises(Refused, match="rubric_state"):
                    check_move(state, move.name)
    assert State.DRAFT not in {move.target for move in MOVES}


@pytest.mark.parametrize("key", STARTERS)
def test_each_starter_is_whole_in_both_languages(key: str) -> None:
    rubric = starter(key)
    assert problems_of(rubric) == ()
    assert 4 <= len(rubric.criteria) <= 6
    assert 2 <= len(rubric.gates) <= 4
    assert 6 <= len(rubric.defects) <= 10
    said = [rubric.title, rubric.about]
    for one in rubric.criteria:
        assert {1, 3, 5} <= {level.score for level in one.levels}
        said += [one.title, one.help, one.why, *(level.words for level in one.levels)]
    for gate in rubric.gates:
        said += [gate.title, gate.words, gate.test]
        assert gate.firmness in ("S", "M")
        assert gate.paper in SUBJECTS or gate.paper == ""
    said += [words for defect in rubric.defects for words in (defect.title, defect.causes)]
    assert all(words.id and words.en for words in said)
    assert {one.firmness for one in rubric.sources} == {"S", "M"}


def test_starters_cover_every_material_and_are_files_alone() -> None:
    assert {path.stem for path in (ROOT / "src/binakriya/quality/data/rubrics").glob("*.json")} == set(STARTERS)
    covered = {material for rubric in starters().values() for material in rubric.materials}
    # Glass and resin have the general rubric.
    assert covered <= set(MATERIALS)
    assert set(MATERIALS) - covered == {"glass", "resin"}
    with pytest.raises(KeyError):
        starter("../urls")
