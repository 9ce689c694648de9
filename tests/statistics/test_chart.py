"""Where the lines of the national series stand."""

from binakriya.statistics.rules.chart import TOP, chart_of
from binakriya.statistics.rules.series import exports


def test_lines_are_not_drawn_over_years_without_a_figure() -> None:
    chart = chart_of(exports(), width=560, height=280, every=1)
    first, second = chart.lines
    assert first.publisher == "Kemenperin"
    assert [p.year for p in first.points] == [2016, 2017, 2018, 2020, 2021, 2022]
    assert first.path.count("M") == 2, "2019 is missing"
    assert second.path.count("M") == 2, "2014 to 2019 are missing"
    assert second.publisher == "Kemendag"


def test_the_axis_begins_at_nothing_and_holds_every_figure() -> None:
    chart = chart_of(exports(), width=360, height=280, every=3)
    assert chart.amounts[0].text == 0
    assert max(p.value for line in chart.lines for p in line.points) < TOP
    assert all(chart.left <= p.x <= chart.right and 0 < p.y < chart.height for line in chart.lines for p in line.points)
    heights = {p.value: p.y for line in chart.lines for p in line.points}
    assert [heights[v] for v in sorted(heights)] == sorted(heights.values(), reverse=True)
