"""The trained model: how often each level occurs under each hypothesis, how common each hypothesis is, and the
thresholds.

Stored as JSON with its provenance; `model.json` in this package is the one that ships.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import Any

import numpy as np
import numpy.typing as npt

from binakriya.engines.linkage.comparisons import BY_NAME, COMPARISONS, HYPOTHESES, NAME, PRODUCTS

FORMAT = 1


class BadModel(ValueError):
    """The JSON is not a model of this engine."""


@dataclass(frozen=True)
class Thresholds:
    """Probabilities of "one enterprise" (or "one owner") from which a link is likely, and possible."""

    likely: float
    possible: float
    same_owner: float


@dataclass(frozen=True)
class Model:
    levels: Mapping[str, Mapping[str, Mapping[str, float]]]
    """comparison -> level code -> hypothesis -> probability of the level, given that both values are there."""
    products_given_name: Mapping[str, Mapping[str, Mapping[str, float]]]
    """name level -> products level -> hypothesis -> probability. Names hold product words, so the two are one
    comparison, business: counted apart they would say the same thing twice."""
    partners: Mapping[str, float]
    """Hypothesis -> how many such partners a row has on average, in its own city."""
    thresholds: Thresholds
    provenance: Mapping[str, Any] = field(default_factory=dict)

    def bits(self, comparison: str, code: str, against: str = "other") -> float:
        """log2 of P(level | same) / P(level | another hypothesis)."""
        level = self.levels[comparison][code]
        return math.log2(level["same"] / level[against])

    def table(self, comparison: str) -> npt.NDArray[np.float64]:
        """log2 probabilities, shape (hypotheses, levels + 1), indexed by Splink's gamma + 1; null (index 0) is 0."""
        spec = BY_NAME[comparison]
        out = np.zeros((len(HYPOTHESES), len(spec.levels) + 1))
        for code in spec.codes:
            for h, hypothesis in enumerate(HYPOTHESES):
                out[h, spec.gamma(code) + 1] = math.log2(self.levels[comparison][code][hypothesis])
        return out

    def business(self) -> npt.NDArray[np.float64]:
        """log2 probabilities, shape (hypotheses, name levels + 1, product levels + 1), indexed by gamma + 1."""
        name, products = self.table("name"), self.table("products")
        out = name[:, :, None] + products[:, None, :]
        for name_code in NAME.codes:
            for code in PRODUCTS.codes:
                for h, hypothesis in enumerate(HYPOTHESES):
                    i, j = NAME.gamma(name_code) + 1, PRODUCTS.gamma(code) + 1
                    out[h, i, j] = name[h, i] + math.log2(self.products_given_name[name_code][code][hypothesis])
        return out

    def priors(self, rows: float) -> npt.NDArray[np.float64]:
        """log2 prior of each hypothesis for a pair out of `rows` records of one city."""
        rows = max(rows, 50.0)  # a list of three rows is not a third duplicates
        rare = [min(self.partners[h] / rows, 0.2) for h in HYPOTHESES[:-1]]
        return np.log2(np.array([*rare, 1.0 - sum(rare)]))


def dumps(model: Model) -> str:
    return json.dumps(
        {
            "format": FORMAT,
            "provenance": model.provenance,
            "thresholds": vars(model.thresholds),
            "partners": dict(model.partners),
            "levels": {c: {code: dict(p) for code, p in codes.items()} for c, codes in model.levels.items()},
            "products_given_name": model.products_given_name,
        },
        indent=1,
        ensure_ascii=False,
    )


def loads(text: str) -> Model:
    """Raises BadModel with what is wrong."""
    try:
        data = json.loads(text)
        if data["format"] != FORMAT:
            raise BadModel(f"model format {data['format']} is not {FORMAT}")
        for comparison in COMPARISONS:
            missing = set(comparison.codes) - set(data["levels"][comparison.name])
            if missing:
                raise BadModel(f"comparison {comparison.name} lacks levels {sorted(missing)}")
            for code in comparison.codes:
                for hypothesis in HYPOTHESES:
                    if not 0 < data["levels"][comparison.name][code][hypothesis] <= 1:
                        raise BadModel(f"{comparison.name}/{code}/{hypothesis} is not a probability")
        for name_code in NAME.codes:
            for code in PRODUCTS.codes:
                if not all(0 < data["products_given_name"][name_code][code][h] <= 1 for h in HYPOTHESES):
                    raise BadModel(f"products_given_name/{name_code}/{code} is not a probability")
        return Model(
            data["levels"],
            data["products_given_name"],
            data["partners"],
            Thresholds(**data["thresholds"]),
            data["provenance"],
        )
    except (KeyError, TypeError, json.JSONDecodeError) as error:
        raise BadModel(f"not a linkage model: {error}") from error


@lru_cache(maxsize=1)
def shipped() -> Model:
    """The model in this package."""
    return loads(resources.files("binakriya.engines.linkage").joinpath("model.json").read_text("utf-8"))
