"""Lists in other offices' shapes, read by the reading engine, linked."""

from __future__ import annotations

from pathlib import Path

from tests.engines.linkage.reading_glue import records_and_truth
from tests.lists import make_set

from binakriya.engines.linkage import evaluate, find_links

SEEDS = (101, 102, 103, 104)


def test_lists_in_other_shapes_reach_the_targets(tmp_path: Path) -> None:
    for seed in SEEDS:
        made = make_set(tmp_path / str(seed), seed=seed)
        records, truth = records_and_truth(made.files, made.truth_path)
        figures = evaluate(find_links(records), truth)
        assert figures["likely"]["precision"] >= 0.99, (seed, figures)
        assert figures["likely"]["recall"] >= 0.95, (seed, figures)
        assert figures["likely_or_possible"]["recall"] >= 0.99, (seed, figures)
        assert figures["possible"] <= 20, (seed, figures)
