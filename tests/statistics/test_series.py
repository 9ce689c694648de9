from decimal import Decimal

from binakriya.statistics.rules.series import conflicts, employment, exports, percent_change, years_without_full_figure
from binakriya.statistics.words import NOTE_WORDS


def test_every_note_has_its_sentence():
    notes = {r.note for r in exports()} | {r.note for r in employment()}
    assert notes - {""} == set(NOTE_WORDS)


def test_the_rise_that_was_announced_as_3_8_percent_is_3_88():
    row = next(r for r in exports() if r.year == 2017)
    assert row.publisher == "Kemenperin"
    assert row.change == Decimal("3.88")
    assert percent_change(Decimal(747), Decimal(776)) == Decimal("3.88")


def test_a_change_is_never_taken_between_publishers():
    assert all(
        r.change is None for r in exports() if (r.publisher, r.year) in {("Kemendag", 2020), ("Kemenperin", 2020)}
    )


def test_publishers_that_disagree_are_both_kept():
    assert sorted(r.usd_million for r in conflicts()[2021]) == [Decimal("743.50"), Decimal(916)]


def test_years_without_a_figure_are_said():
    missing = years_without_full_figure()
    assert {2014, 2015, 2019, 2023} <= set(missing)
    assert 2017 not in missing


def test_units_and_workers_are_not_printed_the_wrong_way_round():
    row = next(r for r in employment() if (r.year, r.at_end) == (2017, True))
    assert (row.units, row.workers) == (696_000, 1_320_000)
