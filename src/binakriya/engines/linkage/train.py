"""Train the model on synthetic worlds, choose thresholds on others, and measure on others again.

    python -m binakriya.engines.linkage.train --out model.json [--seed 20181116] [--small 70] [--validate 36]

Reproducible: the same seed and code give the same model. Worlds for training, for the thresholds and for the figures
never overlap.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import numpy as np

from binakriya.engines.linkage import splink_adapter
from binakriya.engines.linkage.comparisons import COMPARISONS, HYPOTHESES, NAME, PRODUCTS
from binakriya.engines.linkage.evaluation import closure, true_pairs
from binakriya.engines.linkage.grouping import settle
from binakriya.engines.linkage.linking import find_links
from binakriya.engines.linkage.model import Model, Thresholds, dumps
from binakriya.engines.linkage.preparing import prepare
from binakriya.engines.linkage.records import Link
from binakriya.engines.linkage.synthetic import World, make_world

RANDOM_PAIRS = 80
"""Random pairs of strangers drawn per row and world; `other` needs many to meet its rare levels."""
SMOOTHING = 0.5
FLOOR = {"same": 2e-4, "same_owner": 2e-3, "household": 2e-3, "other": 2e-6}
"""No level is rarer than this: real lists hold surprises that synthetic ones lack."""


def flat_model() -> Model:
    """A model that knows nothing: enough to compute levels with."""
    levels = {c.name: {code: dict.fromkeys(HYPOTHESES, 1 / len(c.levels)) for code in c.codes} for c in COMPARISONS}
    given = dict.fromkeys(NAME.codes, levels["products"])
    return Model(levels, given, dict.fromkeys(HYPOTHESES[:-1], 0.3), Thresholds(0.9, 0.1, 0.5))


def hypothesis_of(world: World, left: str, right: str) -> str:
    a, b = world.truth[left], world.truth[right]
    if a.enterprise == b.enterprise:
        return "same"
    if a.owner == b.owner:
        return "same_owner"
    return "household" if a.household == b.household else "other"


def count_levels(worlds: Sequence[World], seed: int) -> tuple[dict[str, Counter[tuple[str, int]]], Counter[str], int]:
    """Per hypothesis how often each comparison shows each gamma; pairs per hypothesis; rows."""
    rng = random.Random(seed)  # noqa: S311 -- seeded on purpose
    counts: dict[str, Counter[tuple[str, int]]] = {h: Counter() for h in HYPOTHESES}
    pairs: Counter[str] = Counter()
    rows = 0
    for world in worlds:
        ids = [r.id for r in world.records]
        at = {row: i for i, row in enumerate(ids)}
        near: set[tuple[int, int]] = set()
        for attribute in ("enterprise", "owner", "household"):
            groups: dict[str, list[int]] = defaultdict(list)
            for row, truth in world.truth.items():
                groups[getattr(truth, attribute)].append(at[row])
            for members in groups.values():
                near.update((min(p), max(p)) for p in combinations(members, 2))
        strangers = {
            (min(a, b), max(a, b))
            for a, b in ((rng.randrange(len(ids)), rng.randrange(len(ids))) for _ in range(len(ids) * RANDOM_PAIRS))
            if a != b
        }
        chosen = np.array(sorted(near | strangers), dtype=np.int64)
        compared = splink_adapter.compare_pairs(prepare(world.records).table, chosen[:, 0], chosen[:, 1], flat_model())
        kinds = np.array(
            [
                HYPOTHESES.index(hypothesis_of(world, ids[a], ids[b]))
                for a, b in zip(compared.left.tolist(), compared.right.tolist(), strict=True)
            ]
        )
        for h, name in enumerate(HYPOTHESES):
            mask = kinds == h
            pairs[name] += int(mask.sum())
            for comparison in COMPARISONS:
                values, times = np.unique(compared.gammas[comparison.name][mask], return_counts=True)
                for value, count in zip(values.tolist(), times.tolist(), strict=True):
                    counts[name][comparison.name, value] += count
            both = np.stack([compared.gammas["name"][mask], compared.gammas["products"][mask]])
            values, times = np.unique(both, axis=1, return_counts=True)
            for (a, b), count in zip(values.T.tolist(), times.tolist(), strict=True):
                counts[name][f"name {a}", b] += count
        rows += len(ids)
    return counts, pairs, rows


def fit(worlds: Sequence[World], seed: int) -> Model:
    counts, pairs, rows = count_levels(worlds, seed)
    levels: dict[str, dict[str, dict[str, float]]] = {c.name: {code: {} for code in c.codes} for c in COMPARISONS}
    given: dict[str, dict[str, dict[str, float]]] = {n: {code: {} for code in PRODUCTS.codes} for n in NAME.codes}
    for h in HYPOTHESES:
        for comparison in COMPARISONS:
            seen = {code: counts[h][comparison.name, comparison.gamma(code)] for code in comparison.codes}
            for code, share in shares(seen, FLOOR[h]).items():
                levels[comparison.name][code][h] = share
        usual = {code: levels["products"][code][h] for code in PRODUCTS.codes}
        for name_code in NAME.codes:
            seen = {code: counts[h][f"name {NAME.gamma(name_code)}", PRODUCTS.gamma(code)] for code in PRODUCTS.codes}
            for code, share in shares(seen, FLOOR[h], usual, strength=20).items():
                given[name_code][code][h] = share
    partners = {h: round(2 * pairs[h] / rows, 4) for h in HYPOTHESES[:-1]}
    return Model(levels, given, partners, Thresholds(0.9, 0.1, 0.5))


def shares(
    seen: dict[str, int], floor: float, expected: dict[str, float] | None = None, strength: float = SMOOTHING
) -> dict[str, float]:
    """Smoothed shares; `expected` counts like `strength` observations (without it: `strength` for each level)."""
    if expected is None:
        expected, strength = {code: 1 / len(seen) for code in seen}, strength * len(seen)
    total = sum(seen.values())
    raised = {
        code: max((count + strength * expected[code]) / (total + strength), floor) for code, count in seen.items()
    }
    whole = sum(raised.values())
    return {code: float(f"{share / whole:.6g}") for code, share in raised.items()}


LIKELY = (0.93, 0.94, 0.95, 0.96, 0.97, 0.98)
POSSIBLE = 0.03
"""An officer is asked from one chance in thirty on: about 5 questions per 100 rows; lower, hardly any answer is yes."""


def choose_thresholds(model: Model, worlds: Sequence[World], *, precision: float = 0.9965) -> Thresholds:
    """Likely: the lowest of LIKELY whose pooled closure keeps `precision`."""
    open_model = replace(model, thresholds=Thresholds(LIKELY[0], 0.5, 0.5))
    found = [(find_links(w.records, model=open_model), w, true_pairs(w.enterprises)) for w in worlds]

    def kept(likely: float) -> float:
        right = total = 0
        for links, world, truth in found:
            pairs = closure(settle(rebanded(links, likely, POSSIBLE), world.records))
            right, total = right + len(pairs & truth), total + len(pairs)
        return right / max(total, 1)

    return Thresholds(next((likely for likely in LIKELY if kept(likely) >= precision), LIKELY[-1]), POSSIBLE, 0.5)


def rebanded(links: Sequence[Link], likely: float, possible: float) -> list[Link]:
    """Links under other thresholds; a likely link may only stay or become possible."""
    out = []
    for link in links:
        if link.relation == "same":
            if link.probability < possible:
                continue
            if link.probability < likely:
                link = replace(link, band="possible")
        out.append(link)
    return out


def measure(model: Model, worlds: Sequence[World]) -> dict[str, float]:
    """Pooled over worlds: precision and recall of likely, recall of likely or possible, possible pairs per 100 rows."""
    right = found = wanted = union_right = possible = rows = traps = 0
    for world in worlds:
        links = find_links(world.records, model=model)
        truth = true_pairs(world.enterprises)
        likely = closure(links)
        maybe = {link.pair for link in links if link.relation == "same" and link.band == "possible"} - likely
        right, found, wanted = right + len(likely & truth), found + len(likely), wanted + len(truth)
        union_right += len((likely | maybe) & truth)
        possible, rows = possible + len(maybe), rows + len(world.records)
        traps += sum(hypothesis_of(world, *sorted(pair)) == "same_owner" for pair in likely)
    return {
        "rows": rows,
        "true_pairs": wanted,
        "precision": round(right / max(found, 1), 5),
        "recall": round(right / max(wanted, 1), 5),
        "recall_with_possible": round(union_right / max(wanted, 1), 5),
        "possible_per_100_rows": round(100 * possible / rows, 2),
        "same_owner_merged": traps,
    }


def small_worlds(seed: int, count: int) -> list[World]:
    rng = random.Random(seed)  # noqa: S311 -- seeded on purpose
    return [make_world(rng.randrange(2**31), rng.choice((60, 100, 150, 250, 400, 600))) for _ in range(count)]


def train(seed: int, small: int, validate: int) -> Model:
    worlds = small_worlds(seed, small) + [make_world(seed + 1 + i, 3000, cities=1 + 3 * i) for i in range(4)]
    model = fit(worlds, seed)
    thresholds = choose_thresholds(model, small_worlds(seed + 100, validate))
    model = Model(model.levels, model.products_given_name, model.partners, thresholds)
    figures = measure(model, small_worlds(seed + 200, validate))
    provenance = {
        "made_by": "python -m binakriya.engines.linkage.train",
        "seed": seed,
        "trained_on": f"{small} synthetic lists of 60-600 rows and 4 of 3,000 rows",
        "thresholds_on": f"{validate} further lists",
        "validated_on": f"{validate} further lists",
        "figures": figures,
    }
    return Model(model.levels, model.products_given_name, model.partners, thresholds, provenance)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m binakriya.engines.linkage.train", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="where to write the model (JSON)")
    parser.add_argument("--seed", type=int, default=20181116)
    parser.add_argument("--small", type=int, default=70, help="lists to train on")
    parser.add_argument("--validate", type=int, default=36, help="lists for thresholds, and as many for the figures")
    chosen = parser.parse_args(arguments)
    model = train(chosen.seed, chosen.small, chosen.validate)
    chosen.out.write_text(dumps(model) + "\n", "utf-8")
    sys.stdout.write(f"{model.thresholds}\n{model.provenance}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
