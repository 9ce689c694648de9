"""The fold test: every style, random sizes and boards. BINAKRIYA_FOLD_CASES=2000 makes it long."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from binakriya.engines.boxes import Style, findings, styles

from .cases import CASES, boxes_of


@pytest.mark.parametrize("style", styles(), ids=lambda style: style.code)
def test_folded_by_its_own_angles_it_is_a_box(style: Style) -> None:
    @settings(
        max_examples=CASES,
        deadline=None,
        database=None,
        derandomize=CASES <= 100,
        suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
    )
    @given(st.data())
    def holds(data: st.DataObject) -> None:
        box = data.draw(boxes_of(style))
        assert findings(box, style) == ()

    holds()
