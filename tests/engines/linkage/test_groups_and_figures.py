"""Clusters, evaluation, models and calibration."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from binakriya.engines.linkage import (
    BadModel,
    Link,
    Record,
    Reviewed,
    calibrate,
    dumps,
    evaluate,
    find_links,
    group,
    loads,
    shipped,
)
from binakriya.engines.linkage.comparisons import COMPARISONS
from binakriya.engines.linkage.grouping import contradict
from binakriya.engines.linkage.train import flat_model, shares


def link(left: str, right: str, band: str = "likely", relation: str = "same", weight: float = 9.0) -> Link:
    return Link(left, right, relation, band, 0.99, weight, ())  # type: ignore[arg-type]


def rows(*ids: str) -> list[Record]:
    return [Record(id=i) for i in ids]


def test_clusters_hold_every_record_once() -> None:
    clusters = group([link("a", "b"), link("b", "c"), link("d", "e", "possible")], rows("a", "b", "c", "d", "e"))
    assert [cluster.ids for cluster in clusters] == [("a", "b", "c"), ("d",), ("e",)]


def test_two_clear_enterprises_are_not_chained_by_a_vague_row() -> None:
    first = Record(id="a", nik="3674034504780012", business_name="Tunas Rotan", products=("kursi rotan",))
    second = Record(id="c", nik="3674016608860003", business_name="Anggrek Lilin", products=("lilin hias",))
    clusters = group([link("a", "b", weight=12), link("b", "c")], [first, Record(id="b"), second])
    assert [cluster.ids for cluster in clusters] == [("a", "b"), ("c",)]


def test_a_couple_with_one_business_and_one_phone_is_no_contradiction() -> None:
    """Each stands in one list as the owner; without the phone in common they would be two people with one idea."""
    wife = Record(id="a", nik="3674034504780012", business_name="Tunas Rotan", phones=("+6281200005717",))
    husband = Record(id="b", nik="3674016608860003", business_name="UD Tunas Rotan", phones=("081200005717",))
    assert not contradict(wife, husband)
    assert contradict(wife, replace(husband, phones=("+6281300006028",)))
    assert contradict(wife, replace(husband, business_name="Anggrek Lilin"))


def test_two_businesses_of_one_owner_are_not_chained() -> None:
    links = [link("a", "b", weight=12), link("b", "c"), link("a", "c", relation="same_owner")]
    assert [cluster.ids for cluster in group(links, rows("a", "b", "c"))] == [("a", "b"), ("c",)]


def test_evaluation_counts_the_closure_of_likely_links_and_possible_ones_as_they_stand() -> None:
    truth = {"a": "1", "b": "1", "c": "1", "d": "2", "e": "2", "f": "3"}
    links = [link("a", "b"), link("b", "c"), link("d", "e", "possible"), link("e", "f", "possible")]
    figures = evaluate(links, truth)
    assert figures["likely"] == {
        "precision": 1.0,
        "recall": 0.75,
        "f1": pytest.approx(6 / 7),
        "pairs": 3,
        "true_pairs": 4,
        "right": 3,
        "links": 2,
    }
    assert figures["likely_or_possible"]["precision"] == pytest.approx(4 / 5)
    assert figures["likely_or_possible"]["recall"] == 1.0
    assert figures["possible"] == 2


def test_same_owner_links_and_rows_outside_the_truth_do_not_count() -> None:
    figures = evaluate([link("a", "b", relation="same_owner"), link("a", "x")], {"a": "1", "b": "2"})
    assert figures["likely"]["pairs"] == 0
    assert (figures["likely"]["precision"], figures["likely"]["recall"]) == (1.0, 1.0)


def test_the_shipped_model_says_where_it_comes_from() -> None:
    model = shipped()
    assert model.provenance["seed"]
    assert model.provenance["figures"]["precision"] >= 0.99
    assert loads(dumps(model)) == model


@pytest.mark.parametrize("damage", ["{}", "no json", json.dumps({"format": 99})])
def test_a_damaged_model_is_refused(damage: str) -> None:
    with pytest.raises(BadModel):
        loads(damage)


def test_a_model_without_a_level_is_refused() -> None:
    data = json.loads(dumps(flat_model()))
    del data["levels"]["owner"]["owner_same"]
    with pytest.raises(BadModel, match="owner_same"):
        loads(json.dumps(data))


def test_shares_sum_to_one_and_are_never_zero() -> None:
    found = shares({"a": 0, "b": 10, "c": 990}, 1e-3)
    assert sum(found.values()) == pytest.approx(1, abs=1e-4)
    assert min(found.values()) > 5e-4


def decisions(count: int, offset: float, seed: int = 1) -> list[Reviewed]:
    rng = random.Random(seed)
    out = []
    for _ in range(count):
        weight = rng.uniform(-6, 8)
        out.append(Reviewed(weight, rng.random() < 1 / (1 + 2 ** -(weight + offset))))
    return out


def test_few_decisions_change_nothing() -> None:
    found = calibrate(shipped(), decisions(299, 3.0))
    assert not found.changed
    assert found.model == shipped()


def test_officers_who_merge_less_raise_the_thresholds_and_the_other_way_round() -> None:
    model = replace(shipped(), thresholds=replace(shipped().thresholds, likely=0.95, possible=0.03))
    strict, easy = calibrate(model, decisions(2000, -2.0)), calibrate(model, decisions(2000, 2.0))
    assert strict.changed
    assert easy.changed
    assert strict.model.thresholds.likely > model.thresholds.likely > easy.model.thresholds.likely
    assert strict.model.thresholds.possible > model.thresholds.possible > easy.model.thresholds.possible
    assert strict.model.levels == model.levels


def test_decisions_as_the_model_expects_hardly_move_it() -> None:
    found = calibrate(shipped(), decisions(3000, 0.0))
    assert abs(found.offset) < 0.5
    assert found.slope == pytest.approx(1, abs=0.15)


def test_every_code_of_evidence_has_its_sentence() -> None:
    page = (Path(__file__).parents[3] / "docs/reference/linkage.md").read_text("utf-8")
    codes = [code for comparison in COMPARISONS for code in comparison.codes]
    codes += ["rival_other_business", "rival_household", "rival_one_business"]
    assert [code for code in codes if f"| `{code}` |" not in page] == []


def test_the_synthetic_worlds_do_not_hang_on_the_order_of_sets() -> None:
    """Training is reproducible in every process, whatever its hash seed."""
    code = (
        "import hashlib; from binakriya.engines.linkage.synthetic import make_world;"
        "print(hashlib.sha256(repr(make_world(5, 80, cities=2).records).encode()).hexdigest())"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(said) == 1


def test_one_office_keeps_two_kindred_businesses_apart() -> None:
    batik = Record("a", business_name="Sinar Pasundan", products=("kain batik",), source="1")
    ecoprint = Record("b", business_name="Rumah Kokom", products=("syal ecoprint",), source="1")
    assert contradict(batik, ecoprint)
    assert not contradict(batik, replace(ecoprint, source="2"))


def test_a_number_one_digit_off_is_only_asked() -> None:
    rows = [
        Record("a", owner_name="Imas Mulyati", products=("liontin",), phones=("+6282100001060",), source="1"),
        Record("b", business_name="Bina Usaha", products=("liontin",), phones=("+6282100001260",), source="2"),
    ]
    assert all(link.band == "possible" for link in find_links(rows) if link.relation == "same")
