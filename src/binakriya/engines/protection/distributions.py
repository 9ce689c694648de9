"""The few quantiles and logarithms that estimation needs, without the cost of loading scipy where none is asked for."""

import math
from statistics import NormalDist

_NORMAL = NormalDist()


def normal_quantile(p: float) -> float:
    return _NORMAL.inv_cdf(p)


def normal_density(x: float) -> float:
    return _NORMAL.pdf(x)


def normal_probability(x: float) -> float:
    """Φ(x), exact in the lower tail too."""
    return 0.5 * math.erfc(-x / math.sqrt(2))


def log_normal_probability(x: float) -> float:
    """ln Φ(x); beyond −37 the asymptote, where Φ itself is too small for a float."""
    if x < -37:
        return -x * x / 2 - math.log(-x) - 0.5 * math.log(2 * math.pi)
    return math.log(normal_probability(x))


def t_quantile(degrees: int, p: float) -> float:
    from scipy.special import stdtrit  # noqa: PLC0415 - takes a second to load, and only intervals need it

    return float(stdtrit(degrees, p))
