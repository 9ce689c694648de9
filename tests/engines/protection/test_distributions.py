"""Against scipy."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import special

from binakriya.engines.protection.distributions import (
    log_normal_probability,
    normal_density,
    normal_probability,
    normal_quantile,
    t_quantile,
)


@given(st.floats(-60, 30))
def test_normal(x: float) -> None:
    assert log_normal_probability(x) == pytest.approx(
        float(special.log_ndtr(x)), rel=1e-3 if x < -37 else 1e-9, abs=1e-12
    )
    assert normal_probability(x) == pytest.approx(float(special.ndtr(x)), rel=1e-9)
    assert normal_density(x) >= 0


@given(st.floats(0.001, 0.999), st.integers(1, 200))
def test_quantiles(p: float, degrees: int) -> None:
    assert normal_quantile(p) == pytest.approx(float(special.ndtri(p)), abs=1e-9)
    assert t_quantile(degrees, p) == float(special.stdtrit(degrees, p))


def test_the_engine_loads_without_scipy_and_numpy() -> None:
    """They take a second; a command line must not wait for them when nothing is estimated."""
    code = (
        "import sys; from binakriya.engines.protection import *; "
        "protect(Product((220, 140, 90), .85, 'keramik'), USUAL_JOURNEYS['export']); "
        "print(sorted({'scipy', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
