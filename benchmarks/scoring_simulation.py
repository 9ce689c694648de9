"""Raters of known severity: how much of the severity bias the adjustment removes, and whether its intervals cover.

    .venv/bin/python benchmarks/scoring_simulation.py [--runs 400] [--mixed 60]

Worth of a product ~ N(60, 8²), severity ~ N(0, 6²) centred on the panel, error of a score ~ N(0, 5²); scores rounded
to whole points and held within 0 to 100. **Removed**: share of the mean squared
severity bias of the plain means (the mean true severity of a product's own raters, from the panel's) that is gone from
the fair averages, where what is left is the mean error of the same raters' fitted severities. **Cover**: share of
products whose interval holds the true worth, and of raters whose interval holds the true severity. With --mixed N, the
first N runs are fitted also by statsmodels' MixedLM (products random, raters fixed) with its own z intervals for
severity: the figure that decision 0013 rests on.
"""

import argparse
import time
import warnings
from collections.abc import Callable

import numpy as np

from binakriya.engines.scoring import Score, adjust

Pairs = list[tuple[int, int]]


def random_design(products: int, raters: int, each: int) -> Callable[[np.random.Generator], Pairs]:
    return lambda draw: [(p, int(r)) for p in range(products) for r in draw.choice(raters, each, replace=False)]


def specialists(products: int, raters: int, bridge: float) -> Callable[[np.random.Generator], Pairs]:
    """Each rater keeps to a block of products, in order of worth; a share is scored by the next rater also."""

    def pairs(draw: np.random.Generator) -> Pairs:
        found = []
        for p in range(products):
            own = p * raters // products
            found.append((p, own))
            if draw.random() < bridge:
                found.append((p, (own + 1) % raters))
        for r in range(raters):  # one bridge at least for each, so that the panel is connected
            pair = (r * products // raters, (r + 1) % raters)
            if pair not in found:
                found.append(pair)
        return found

    return pairs


def missing(products: int, raters: int, lost: float) -> Callable[[np.random.Generator], Pairs]:
    return lambda draw: [
        (p, r) for p in range(products) for r in range(raters) if draw.random() > lost or r == p % raters
    ]


DESIGNS: dict[str, tuple[Callable[[np.random.Generator], Pairs], int, int, bool]] = {
    "2 raters × 5 products, all": (missing(5, 2, 0.0), 5, 2, False),
    "2 raters × 20, 30 % missing": (missing(20, 2, 0.3), 20, 2, False),
    "3 raters × 30, 2 each": (random_design(30, 3, 2), 30, 3, False),
    "4 raters × 30, 2 each": (random_design(30, 4, 2), 30, 4, False),
    "5 raters × 40, 40 % missing": (missing(40, 5, 0.4), 40, 5, False),
    "6 raters × 60, 3 each": (random_design(60, 6, 3), 60, 6, False),
    "6 specialists × 60, 30 % bridged": (specialists(60, 6, 0.3), 60, 6, True),
    "6 specialists × 60, 60 % bridged": (specialists(60, 6, 0.6), 60, 6, True),
    "3 specialists × 30, 10 % bridged": (specialists(30, 3, 0.1), 30, 3, True),
}


def simulate(name: str, *, runs: int, mixed: int = 0) -> dict[str, float]:
    make, products, raters, in_order = DESIGNS[name]
    draw = np.random.default_rng(20261124)
    left, biases, hits, rater_hits, mixed_hits, ranks, raw_ranks = ([] for _ in range(7))
    done = 0
    for run in range(runs):
        worth = draw.normal(60, 8, products)
        if in_order:
            worth = np.sort(worth)[::-1]
        severity = draw.normal(0, 6, raters)
        severity -= severity.mean()
        pairs = make(draw)
        scores = [
            Score(f"p{p:03}", f"r{r}", float(np.clip(round(worth[p] - severity[r] + draw.normal(0, 5)), 0, 100)))
            for p, r in pairs
        ]
        found = adjust(scores)
        if not found.connected or found.panels[0].freedom < 1:
            continue
        done += 1
        fitted = np.zeros(raters)
        for rater in found.raters:
            fitted[int(rater.rater[1:])] = rater.value or 0.0
        own: dict[int, list[int]] = {}
        for p, r in pairs:
            own.setdefault(p, []).append(r)
        for one in found.products:
            p = int(one.product[1:])
            biases.append(severity[own[p]].mean())
            left.append((severity - fitted)[own[p]].mean())
            hits.append(one.low <= worth[p] <= one.high)  # type: ignore[operator]
        for rater in found.raters:
            rater_hits.append(rater.low <= severity[int(rater.rater[1:])] <= rater.high)  # type: ignore[operator]
        by = {int(one.product[1:]): one for one in found.products}
        ranks.append(
            np.corrcoef(worth.argsort().argsort(), np.argsort(np.argsort([by[p].value for p in range(products)])))[0, 1]
        )
        raw_ranks.append(
            np.corrcoef(worth.argsort().argsort(), np.argsort(np.argsort([by[p].raw for p in range(products)])))[0, 1]
        )
        if run < mixed:
            mixed_hits += _mixed(scores, severity)
    bias = np.array(biases)
    if (bias**2).sum() < 1e-6 * len(bias):
        removed = float("nan")  # all raters saw all products: the plain means carry no severity
    else:
        removed = 1 - float((np.array(left) ** 2).sum() / (bias**2).sum())
    return {
        "runs": done,
        "removed": removed,
        "cover": float(np.mean(hits)),
        "cover_raters": float(np.mean(rater_hits)),
        "cover_mixed": float(np.mean(mixed_hits)) if mixed_hits else float("nan"),
        "rank": float(np.mean(ranks)),
        "rank_raw": float(np.mean(raw_ranks)),
    }


def _mixed(scores: list[Score], severity: np.ndarray) -> list[bool]:
    from statsmodels.regression.mixed_linear_model import MixedLM

    n = len(severity)
    code = np.vstack([np.eye(n - 1), -np.ones((1, n - 1))])
    x = np.array([[1.0, *code[int(one.rater[1:])]] for one in scores])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            fit = MixedLM([one.value for one in scores], x, groups=[one.product for one in scores]).fit()
            interval = np.asarray(fit.conf_int())[1:n]
        except (np.linalg.LinAlgError, ValueError):
            return []
    return [bool(low <= -severity[r] <= high) for r, (low, high) in enumerate(interval)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=400)
    parser.add_argument("--mixed", type=int, default=0)
    asked = parser.parse_args()
    print("| design | runs | bias removed | cover products | cover raters | MixedLM z, raters | rank r raw → fair |")
    print("|---|---|---|---|---|---|---|")
    for name in DESIGNS:
        got = simulate(name, runs=asked.runs, mixed=asked.mixed)
        print(
            f"| {name} | {got['runs']:.0f} | {got['removed']:.1%} | {got['cover']:.1%} | {got['cover_raters']:.1%} "
            f"| {got['cover_mixed']:.1%} | {got['rank_raw']:.2f} → {got['rank']:.2f} |",
            flush=True,
        )
    for products, raters in ((60, 6), (1000, 20)):
        draw = np.random.default_rng(1)
        scores = [
            Score(f"p{p}", f"r{r}", float(draw.integers(30, 90))) for p, r in random_design(products, raters, 3)(draw)
        ]
        adjust(scores)
        began = time.process_time()
        for _ in range(5):
            adjust(scores)
        print(f"adjust {products} × {raters}: {(time.process_time() - began) / 5 * 1000:.1f} ms CPU")


if __name__ == "__main__":
    main()
