"""Cross-check by another model: many-facet Rasch (raschpy) finds the same assessors severe and nearly the same products
good as the additive model. Both see the same whole scores of 1 to 5 on five criteria."""

import numpy as np
import pandas as pd
from scipy.stats import spearmanr

from binakriya.engines.scoring import Score, adjust

PRODUCTS, RATERS, CRITERIA = 40, 4, 5


def test_many_facet_rasch_agrees() -> None:
    from raschpy import MFRM

    draw = np.random.default_rng(7)
    worth, hard = draw.normal(0, 1.2, PRODUCTS), np.array([-0.8, -0.2, 0.3, 0.7])
    difficulty = np.linspace(-0.5, 0.5, CRITERIA)
    steps = np.array([-1.5, -0.5, 0.5, 1.5])
    rows = {}
    for rater in range(RATERS):
        for product in range(PRODUCTS):
            location = worth[product] - hard[rater] - difficulty
            chances = np.exp(np.cumsum(np.c_[np.zeros(CRITERIA), location[:, None] - steps], axis=1))
            chances /= chances.sum(axis=1, keepdims=True)
            rows[(f"r{rater}", f"p{product:02}")] = [int(draw.choice(5, p=one)) for one in chances]
    table = pd.DataFrame.from_dict(rows, orient="index", columns=[f"c{n}" for n in range(CRITERIA)])
    table.index = pd.MultiIndex.from_tuples(table.index, names=["Rater", "Person"])

    model = MFRM(table, max_score=4)
    model.calibrate_global()
    model.person_estimates_global()
    found = adjust([Score(p, r, float(np.mean(values)) / 4 * 100) for (r, p), values in rows.items()])

    mine = {one.rater: one.value or 0.0 for one in found.raters}
    theirs = dict(model.raters_global)
    assert sorted(mine, key=mine.__getitem__) == sorted(theirs, key=theirs.__getitem__)
    assert np.corrcoef([mine[r] for r in theirs], list(theirs.values()))[0, 1] > 0.99
    fair = {one.product: one.value for one in found.products}
    ability = dict(model.persons_global)
    assert spearmanr([fair[p] for p in ability], list(ability.values())).statistic > 0.97
