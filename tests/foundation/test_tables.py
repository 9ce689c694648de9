"""Regions, shapes and classifications as they come with the software."""

import re

import pytest

from binakriya.foundation.tables.classifications import crosswalk, hs_codes, kbli, kbli_codes
from binakriya.foundation.tables.datasets import datasets
from binakriya.foundation.tables.regions import ancestry, children, find_region, full_name, region, regions
from binakriya.foundation.tables.shapes import region_map


def test_south_tangerang_has_7_kecamatan_and_54_kelurahan() -> None:
    assert len(children("36.74")) == 7
    assert sum(len(children(k.code)) for k in children("36.74")) == 54


def test_every_region_hangs_in_the_tree() -> None:
    for code, r in regions().items():
        assert code == r.code
        assert r.level == "province" or region(r.parent) is not None
        assert ancestry(code)[-1].level == "province"


def test_bps_codes_are_not_guessed() -> None:
    assert all(r.bps == "" for r in regions().values() if r.level in ("kecamatan", "kelurahan"))


@pytest.mark.parametrize("name", ["Rawabuntu", "rawa buntu", "RAWA-BUNTU", "Kel. Rawa Buntu", "Kelurahan Rawabuntu"])
def test_a_kelurahan_is_found_however_it_is_spelt(name: str) -> None:
    found = find_region(name, level="kelurahan", within="36.74")
    assert found is not None
    assert found.code == "36.74.01.1002"


def test_what_is_not_there_is_none() -> None:
    assert find_region("Menteng", level="kelurahan") is None
    assert region("99.99") is None
    assert full_name("99") == ""
    assert full_name("36.74.01.1001") == "Ciater, Serpong, Kota Tangerang Selatan"


@pytest.mark.parametrize(("level", "count"), [("kelurahan", 54), ("kecamatan", 7), ("regency", 8)])
def test_every_region_has_a_shape_inside_the_view_box(level: str, count: int) -> None:
    drawn = region_map(level)  # type: ignore[arg-type]
    assert len(drawn.shapes) == count
    for shape in drawn.shapes:
        assert region(shape.code) is not None
        numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", shape.path)]
        assert re.fullmatch(r"(M[\d.]+ [\d.]+(L[\d.]+ [\d.]+)+Z)+", shape.path)
        assert all(0 <= x <= drawn.width for x in numbers[::2])
        assert all(0 <= y <= drawn.height for y in numbers[1::2])
        assert 0 <= shape.x <= drawn.width and 0 <= shape.y <= drawn.height


def test_a_point_lies_on_the_map_where_its_kelurahan_is() -> None:
    drawn = region_map("kelurahan")
    shape = next(s for s in drawn.shapes if s.code == "36.74.01.1001")
    x, y = drawn.place(-6.3223, 106.6943)
    assert abs(x - shape.x) < 60 and abs(y - shape.y) < 60


def test_a_code_needs_its_version() -> None:
    old, new = kbli("13134", "2020"), kbli("13133", "2025")
    assert old and old.title == "Industri Batik"
    assert new and new.title == "INDUSTRI KAIN BATIK"
    assert kbli("13134", "2025") is None


def test_the_crosswalk_keeps_its_doubts() -> None:
    unsure = crosswalk("13922")
    assert unsure and unsure.unsure and unsure.codes == ("13929",) and unsure.reuse == "yes"
    several = crosswalk("23963")
    assert several and several.codes == ("23961", "23962", "23969")
    batik = crosswalk("13134")
    assert batik and not batik.unsure and batik.reuse == "no"
    narrowed = crosswalk("15121")
    assert narrowed and narrowed.reuse == "narrowed"


def test_codes_reused_with_another_meaning_are_flagged() -> None:
    reused = {k.code for k in kbli_codes("2020") if (c := crosswalk(k.code)) and c.reuse == "yes"}
    assert reused == {"13912", "13922", "14302"}


def test_hs_rows_from_memory_are_to_be_verified() -> None:
    assert {h.firmness for h in hs_codes() if "memory" in h.source} == {"M"}
    assert any(h.firmness == "S" for h in hs_codes())


def test_every_dataset_says_where_it_comes_from() -> None:
    for d in datasets():
        assert d.source and d.license and d.version and d.rows and set(d.title) == {"id", "en"}
