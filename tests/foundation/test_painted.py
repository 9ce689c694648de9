"""One way to shade every map by region."""

from __future__ import annotations

from binakriya.foundation.queries import Step, has_borders, painted_map, without_borders
from binakriya.foundation.rules.shades import bounds, shade


def test_shades() -> None:
    assert bounds([]) == [] and shade(3, []) == 0
    assert bounds([0, 5, 5, 5]) == [5] and shade(5, [5]) == 3 and shade(0, [5]) == 0
    cuts = bounds(list(range(1, 55)))
    assert len(cuts) == 5 and cuts[-1] == 54 and [shade(c, cuts) for c in cuts] == [1, 2, 3, 4, 5]


def test_a_map_is_painted_by_its_figures() -> None:
    """A hidden figure, a zero and none at all stay pale alike."""
    painted = painted_map("kecamatan", {"36.74.01": 2, "36.74.02": 9, "36.74.03": None, "36.74.04": 0, "36.71.01": 50})
    shades = {region.code: region.shade for region in painted.regions}
    assert (len(shades), shades["36.74.01"], shades["36.74.02"]) == (7, 1, 5)
    assert sum(shade > 0 for shade in shades.values()) == 2
    assert painted.steps == (Step(1, 2, 1), Step(3, 9, 5))
    ward = painted_map("kelurahan", {"36.74.01.1001": 1}).regions[0]
    assert (ward.within, bool(ward.path)) == ("Serpong", True)


def test_a_city_without_borders_has_names_alone() -> None:
    assert has_borders("kelurahan", "36.74") and has_borders("kecamatan", "") and not has_borders("kecamatan", "32.76")
    (region,) = without_borders(["36.74.01", "99.99.99"])
    assert (region.code, region.name, region.path, region.shade) == ("36.74.01", "Serpong", "", 0)
