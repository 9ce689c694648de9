"""Fair averages of products that several raters scored, each rater with a severity of its own.

Model (two-way additive layout, unbalanced; Searle 1971, ch. 7): score = product − severity + error, errors independent
with one variance a panel. Least squares, intervals by Student's t with N − P − R + 1 degrees of freedom (N scores, P
products, R raters of the panel): exact at any size when errors are normal (decision 0013).

Estimand: a product's **fair** average is what the mean of all raters of its panel would give it, each rater weighing
the same, had every one of them scored it. It says nothing of raters outside the panel.

Glossary: **panel** a connected part of the graph of raters and products: only within one can products be compared;
**severity** points by which a rater scores below the panel's mean (negative: generous); **infit** the rater's squared
residuals over what the model expects of them (1 = as the others; Linacre's infit, on least-squares residuals);
**outfit** the same, each score weighing alike; **alike** products of which no two are told apart, all pairs at once.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Literal, NamedTuple

import numpy as np

from binakriya.engines.scoring.comparing import compare
from binakriya.engines.scoring.errors import ScoringError

ENGINE_VERSION = "scoring 1"

ROUNDING = 1 / 12**0.5
"""Spread of rounding to one step, in steps (uniform): a panel that agrees perfectly is not known better than this."""

ERRATIC_INFIT = 1.3
"""Infit above which a rater is worth a talk (Wright & Linacre 1994: 0.7 to 1.3), where chance doesn't explain it."""

ERRATIC_Z = 2.0
"""Wilson–Hilferty z of the infit above which chance doesn't explain it."""

FEW_RESIDUALS = 3.0
"""Degrees of freedom below which a rater's own spread says nothing."""

BRIDGE_SHARE = 0.1
"""Share of products that raters of two panels should both score, so that the panels can be compared."""

LEVERAGE_WHOLE = 1e-6
"""A score with less room than this is fitted whatever it says; it tells nothing of its rater's consistency."""

Consistency = Literal["even", "erratic", "too_few"]
Why = Literal["one_rater", "too_few"]


class Score(NamedTuple):
    """One rater's score of one product, points 0 to 100."""

    product: str
    rater: str
    value: float


@dataclass(frozen=True, slots=True)
class Fair:
    """A product. `raw` mean and fair `value`, points; `low`, `high`: its interval. `best`, `worst`: the ranks it may
    have in its panel (1 = best). None where the panel's `why` says so."""

    product: str
    panel: int
    raw: float
    value: float
    low: float | None
    high: float | None
    scorings: int
    best: int | None
    worst: int | None

    @property
    def shown(self) -> float:
        """The fair average held within 0 to 100: the model doesn't know where the scale ends."""
        return min(max(self.value, 0.0), 100.0)


@dataclass(frozen=True, slots=True)
class Severity:
    """A rater. `value`: severity, points, None where its panel has no other rater; `spread`: SD of its residuals."""

    rater: str
    panel: int
    scorings: int
    value: float | None
    low: float | None
    high: float | None
    spread: float | None
    infit: float | None
    outfit: float | None
    consistency: Consistency


@dataclass(frozen=True, slots=True)
class Panel:
    """A connected part. `spread`: SD of one score around the model, points, on `freedom` degrees of freedom. `alike`:
    runs of products, best first, of which no two are told apart; they may overlap. `why` no intervals and no ranks:
    **one_rater** (its severity can't be known) or **too_few** scores to see how far raters differ; None otherwise."""

    number: int
    products: tuple[str, ...]
    raters: tuple[str, ...]
    freedom: int
    spread: float | None
    alike: tuple[tuple[str, ...], ...]
    why: Why | None


@dataclass(frozen=True, slots=True)
class Adjusted:
    """The whole: products best first and raters most severe first within each panel. `bridges`: how many products
    raters of two panels should both score to connect them, 0 where all hang together."""

    products: tuple[Fair, ...]
    raters: tuple[Severity, ...]
    panels: tuple[Panel, ...]
    level: float
    bridges: int

    @property
    def connected(self) -> bool:
        return len(self.panels) == 1

    def ranking(self) -> tuple[Fair, ...]:
        """All products, best first. Raises ScoringError unconnected (`panels`: each with its raters; `bridges`) where
        panels share no rater and no product: across them no rank is known."""
        if not self.connected:
            raise ScoringError("unconnected", panels=tuple(one.raters for one in self.panels), bridges=self.bridges)
        return self.products


def panels_of(pairs: Iterable[tuple[str, str]]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Connected parts of (product, rater) pairs, each (products, raters), sorted by name."""
    above: dict[tuple[int, str], tuple[int, str]] = {}

    def top(node: tuple[int, str]) -> tuple[int, str]:
        above.setdefault(node, node)
        while above[node] != node:
            above[node] = above[above[node]]
            node = above[node]
        return node

    for product, rater in pairs:
        one, other = top((0, product)), top((1, rater))
        above[max(one, other)] = min(one, other)
    parts: dict[tuple[int, str], tuple[list[str], list[str]]] = {}
    for kind, name in sorted(above):
        parts.setdefault(top((kind, name)), ([], []))[kind].append(name)
    return [(tuple(products), tuple(raters)) for products, raters in parts.values()]


def adjust(scores: Collection[Score], *, level: float = 0.95, resolution: float = 1.0) -> Adjusted:
    """Take raters' severity out of products' averages.

    `level` of each interval, and of all comparisons in a panel together; `resolution`: the least difference of two
    scores, points: agreement to the point still leaves an error of resolution/√12. The order of scores doesn't matter.
    Raises ScoringError: no_scores, level, resolution, not_a_score (product, rater), twice (product, rater).
    """
    if not 0 < level < 1:
        raise ScoringError("level", level=level)
    if not (resolution > 0 and isfinite(resolution)):
        raise ScoringError("resolution", resolution=resolution)
    if not scores:
        raise ScoringError("no_scores")
    known: dict[tuple[str, str], float] = {}
    for product, rater, value in sorted((one[0], one[1], one[2]) for one in scores):
        if not (isfinite(value) and 0 <= value <= 100):
            raise ScoringError("not_a_score", product=product, rater=rater)
        if (product, rater) in known:
            raise ScoringError("twice", product=product, rater=rater)
        known[product, rater] = value
    parts = panels_of(known)
    number_of = {product: number for number, (products, _) in enumerate(parts) for product in products}
    of: list[dict[tuple[str, str], float]] = [{} for _ in parts]
    for pair, value in known.items():
        of[number_of[pair[0]]][pair] = value
    fits = [
        _Fit(number, products, raters, of[number], level=level, least=resolution * ROUNDING)
        for number, (products, raters) in enumerate(parts)
    ]
    return Adjusted(
        products=tuple(one for fit in fits for one in fit.products()),
        raters=tuple(one for fit in fits for one in fit.severities()),
        panels=tuple(fit.panel() for fit in fits),
        level=level,
        bridges=max(len(parts) - 1, round(BRIDGE_SHARE * len(number_of))) if len(parts) > 1 else 0,
    )


class _Fit:
    """Least squares of one panel: product effects eliminated, raters by the pseudo-inverse of their Laplacian."""

    def __init__(
        self,
        number: int,
        products: Sequence[str],
        raters: Sequence[str],
        scores: dict[tuple[str, str], float],
        *,
        level: float,
        least: float,
    ) -> None:
        self.number, self.names, self.raters, self.level = number, products, raters, level
        place_p = {name: n for n, name in enumerate(products)}
        place_r = {name: n for n, name in enumerate(raters)}
        self.at = np.array([place_p[product] for product, _ in scores])
        self.by = np.array([place_r[rater] for _, rater in scores])
        values = np.array(list(scores.values()), dtype=float)
        met = np.zeros((len(products), len(raters)))
        met[self.at, self.by] = 1
        self.count, self.load = met.sum(axis=1), met.sum(axis=0)
        self.share = met / self.count[:, None]
        # Raters' normal equations after products are taken out: a Laplacian, null only on the constant, so that its
        # pseudo-inverse gives the solution whose severities sum to zero.
        self.inverse = np.linalg.pinv(np.diag(self.load) - met.T @ self.share, rcond=1e-10, hermitian=True)
        self.raw = np.bincount(self.at, values, len(products)) / self.count
        self.effect = self.inverse @ np.bincount(self.by, values - self.raw[self.at], len(raters))
        self.fair = self.raw - self.share @ self.effect
        self.residual = values - self.fair[self.at] - self.effect[self.by]
        self.freedom = len(values) - len(products) - len(raters) + 1
        self.why: Why | None = "one_rater" if len(raters) < 2 else "too_few" if self.freedom < 1 else None
        self.spread: float | None = None
        if self.why is None:
            self.spread = max(float(np.sqrt((self.residual**2).sum() / self.freedom)), least)
        # Best first; what differs by rounding alone goes by name.
        self.order = np.lexsort((np.arange(len(products)), -self.fair.round(9)))
        self.compared = compare(self.fair[self.order], self._errors(), freedom=self.freedom, level=level)

    def _errors(self) -> np.ndarray | None:
        """Standard errors of all differences of two products, in their order; points."""
        if self.spread is None:
            return None
        share = self.share[self.order]
        covariance = share @ self.inverse @ share.T
        own = np.diag(covariance) + 1 / self.count[self.order]
        errors: np.ndarray = self.spread * np.sqrt(np.maximum(own[:, None] + own[None, :] - 2 * covariance, 0.0))
        return errors

    def _reach(self, variance: np.ndarray) -> list[float | None]:
        if self.spread is None:
            return [None] * len(variance)
        from scipy.special import stdtrit  # noqa: PLC0415 - scipy takes a second to load; only intervals want it

        quantile = float(stdtrit(self.freedom, (1 + self.level) / 2))
        return [float(one) for one in self.spread * quantile * np.sqrt(np.maximum(variance, 0.0))]

    def panel(self) -> Panel:
        return Panel(
            number=self.number,
            products=tuple(self.names),
            raters=tuple(self.raters),
            freedom=self.freedom,
            spread=self.spread,
            alike=tuple(tuple(self.names[self.order[n]] for n in run) for run in self.compared.runs),
            why=self.why,
        )

    def products(self) -> list[Fair]:
        reach = self._reach(1 / self.count + np.einsum("pr,pr->p", self.share @ self.inverse, self.share))
        fairs = []
        for place, n in enumerate(self.order):
            value, far = float(self.fair[n]), reach[n]
            fairs.append(
                Fair(
                    product=self.names[n],
                    panel=self.number,
                    raw=float(self.raw[n]),
                    value=value,
                    low=None if far is None else value - far,
                    high=None if far is None else value + far,
                    scorings=int(self.count[n]),
                    best=None if self.why else self.compared.best[place],
                    worst=None if self.why else self.compared.worst[place],
                )
            )
        return fairs

    def severities(self) -> list[Severity]:
        reach = self._reach(np.diag(self.inverse))
        # Leverage of a score: 1/n of its product, and its rater's place against that product's other raters.
        place = -self.share[self.at]
        place[np.arange(len(self.at)), self.by] += 1
        room = 1 - 1 / self.count[self.at] - np.einsum("nr,nr->n", place @ self.inverse, place)
        found = []
        for n, rater in enumerate(self.raters):
            mine = (self.by == n) & (room > LEVERAGE_WHOLE)
            spread = infit = outfit = None
            free = float(room[mine].sum())
            if self.spread is not None and free > 0:
                square = float((self.residual[mine] ** 2).sum())
                spread, infit = (square / free) ** 0.5, square / free / self.spread**2
                outfit = float((self.residual[mine] ** 2 / room[mine]).mean()) / self.spread**2
            value, far = -float(self.effect[n]), reach[n]
            found.append(
                Severity(
                    rater=rater,
                    panel=self.number,
                    scorings=int(self.load[n]),
                    value=None if self.why == "one_rater" else value,
                    low=None if far is None else value - far,
                    high=None if far is None else value + far,
                    spread=spread,
                    infit=infit,
                    outfit=outfit,
                    consistency=_consistency(infit, free),
                )
            )
        return sorted(found, key=lambda one: (-round(one.value or 0.0, 9), one.rater))


def _consistency(infit: float | None, free: float) -> Consistency:
    if infit is None or free < FEW_RESIDUALS:
        return "too_few"
    z = (infit ** (1 / 3) - 1 + 2 / (9 * free)) / (2 / (9 * free)) ** 0.5
    return "erratic" if infit > ERRATIC_INFIT and z > ERRATIC_Z else "even"
