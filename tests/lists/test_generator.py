"""The maker of lists keeps its word: what it says about its files is what stands in them."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from rapidfuzz import fuzz
from tests.lists import DEFAULT_SHAPES, SHAPES, ListSet, make_set
from tests.lists.sayings import UNDERSTOOD_COLUMNS

BESIDE = {"forms", "stacked-forms", "sideways"}
"""Shapes whose names stand in rows, or columns, of their own."""
CSV_DIALECTS = {
    "printed": ("cp1252", ","),
    "without-header": ("utf-8", ";"),
    "licences": ("utf-8-sig", "|"),
    "unicode-text": ("utf-16", "\t"),
    "register": ("cp1252", ";"),
    "chat": ("utf-8", ","),
    "tongues": ("utf-8", ";"),
}


class _TableRows(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag == "td":
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += data


def _reread(path: Path, shape: str) -> dict[str, list[list[str]]]:
    """Sheet name → rows of texts, the first row first, by a reader that is not the writer."""
    if shape in CSV_DIALECTS:
        encoding, delimiter = CSV_DIALECTS[shape]
        with path.open(encoding=encoding, newline="") as stream:
            return {"": list(csv.reader(stream, delimiter=delimiter))}
    if shape == "html-table":
        parser = _TableRows()
        parser.feed(path.read_text(encoding="utf-8"))
        return {"": parser.rows}
    if path.suffix == ".xlsx":
        workbook = openpyxl.load_workbook(path, data_only=True)
        return {
            sheet.title: [
                ["" if value is None else str(value) for value in row] for row in sheet.iter_rows(values_only=True)
            ]
            for sheet in workbook
        }
    workbook = CalamineWorkbook.from_path(path)
    return {
        name: [
            [str(value) for value in row] for row in workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
        ]
        for name in workbook.sheet_names
    }


@pytest.fixture(scope="module")
def every_shape(tmp_path_factory: pytest.TempPathFactory) -> ListSet:
    return make_set(tmp_path_factory.mktemp("every"), seed=1, shapes=tuple(SHAPES), enterprises=240)


def _letters(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_there_are_at_least_eight_shapes_besides_the_three() -> None:
    assert len(DEFAULT_SHAPES) >= 8
    assert len({shape.file_name for shape in SHAPES.values()}) == len(SHAPES)


def test_truth_and_understood_cover_the_same_rows_in_the_reference_format(every_shape: ListSet) -> None:
    truth, understood = _rows(every_shape.truth_path), _rows(every_shape.understood_path)
    assert list(truth[0]) == ["list", "row", "enterprise"]
    assert list(understood[0]) == ["list", "row", *UNDERSTOOD_COLUMNS]
    keys = [(row["list"], row["row"]) for row in truth]
    assert keys == [(row["list"], row["row"]) for row in understood]
    assert len(keys) == len(set(keys)) == len(every_shape.rows)


@pytest.mark.parametrize("shape", sorted(SHAPES))
def test_each_named_row_holds_the_names_written_there(every_shape: ListSet, shape: str) -> None:
    mentions = [row for row in every_shape.rows if row.shape == shape]
    assert mentions
    sheets = _reread(mentions[0].file, shape)
    for mention in mentions:
        rows = next(iter(sheets.values())) if list(sheets) == [""] else sheets[mention.sheet]
        # HTML and office suites fold white space; the words must be there all the same.
        line = " ".join(" ".join(rows[mention.row - 1]).split())
        for text in mention.texts:
            assert " ".join(text.split()) in line, (shape, mention.list, mention.row)


@pytest.mark.parametrize("shape", sorted(set(SHAPES) - {"sideways"}))
def test_each_row_is_recognisably_about_its_enterprise(every_shape: ListSet, shape: str) -> None:
    for mention in (row for row in every_shape.rows if row.shape == shape):
        enterprise = mention.enterprise
        # Words may be glued, spelled anew, shortened or in another case; owner or business stays recognisable.
        likeness = [
            fuzz.partial_ratio(_letters(known), _letters(text))
            for text in mention.texts
            for known in (enterprise.owner.name, enterprise.business)
        ]
        assert max(likeness) > 75, (mention.texts, enterprise.owner.name, enterprise.business)


@pytest.mark.parametrize("shape", sorted(set(SHAPES) - BESIDE))
def test_no_other_row_names_an_owner(every_shape: ListSet, shape: str) -> None:
    """Every row in which a written pair of names stands is listed: no data row is left out of the truth."""
    mentions = [row for row in every_shape.rows if row.shape == shape]
    sheets = _reread(mentions[0].file, shape)
    listed = {(row.sheet if list(sheets) != [""] else "", row.row) for row in mentions}
    names = {row.enterprise.owner.name.lower() for row in mentions}
    for sheet, rows in sheets.items():
        for number, cells in enumerate(rows, start=1):
            if any(cell.strip().lower() in names for cell in cells):
                assert (sheet, number) in listed


def test_what_is_understood_is_true_of_the_enterprise_or_of_its_former_address(every_shape: ListSet) -> None:
    for mention in every_shape.rows:
        said, enterprise, owner = mention.understood, mention.enterprise, mention.enterprise.owner
        places = [a.place for a in (enterprise.address, enterprise.former_address) if a]
        assert said.get("nik", owner.nik) == owner.nik
        assert said.get("born", owner.born.isoformat()) == owner.born.isoformat()
        assert said.get("since", str(enterprise.since.year)) == str(enterprise.since.year)
        assert said.get("workers", str(enterprise.workers)) == str(enterprise.workers)
        assert said.get("investment", str(enterprise.investment)) == str(enterprise.investment)
        assert said.get("nib", enterprise.nib) == enterprise.nib
        assert said.get("kbli", enterprise.craft.kbli) in (enterprise.craft.kbli, "47781")
        assert "kelurahan" not in said or said["kelurahan"] in {place.kelurahan for place in places}
        assert "kecamatan" not in said or said["kecamatan"] in {place.kecamatan for place in places}
        low, high = said.get("turnover_year_low"), said.get("turnover_year_high")
        assert low is None or int(low) <= enterprise.monthly * 12
        assert high is None or int(high) >= enterprise.monthly * 12


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(min_value=0, max_value=10_000))
def test_every_set_has_about_a_hundred_rows_and_all_traps(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    made = make_set(tmp_path_factory.mktemp("set"), seed=seed)
    assert 3 <= len(made.files) <= 5
    assert len(made.enterprises) == 64
    assert {row.enterprise.id for row in made.rows} == {enterprise.id for enterprise in made.enterprises}
    assert 80 <= len(made.rows) <= 135
    by_nik, by_name, by_phone = defaultdict(set), defaultdict(set), defaultdict(set)
    for enterprise in made.enterprises:
        by_nik[enterprise.owner.nik].add(enterprise.id)
        by_name[enterprise.business].add(enterprise.owner.nik)
        by_phone[enterprise.owner.phone].add(enterprise.owner.nik)
    assert Counter(len(ids) for ids in by_nik.values())[2] == 1, "one owner has two businesses"
    assert any(len(owners) == 2 for owners in by_name.values()), "two businesses have one name"
    assert any(len(owners) == 2 for owners in by_phone.values()), "a family shares a telephone"
    assert sum(enterprise.former_address is not None for enterprise in made.enterprises) == 2, "two owners moved"


def test_everybody_is_synthetic(every_shape: ListSet) -> None:
    for enterprise in every_shape.enterprises:
        assert enterprise.owner.nik.endswith("0000")
        assert enterprise.nib.endswith("0000")
        assert "0000" in enterprise.owner.phone
        assert enterprise.owner.email.endswith("@example.com")


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(min_value=0, max_value=10_000))
def test_seeds_differ_and_the_same_seed_gives_the_same(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    shapes = ("makers", "printed", "licences")
    one, same, other = (
        make_set(tmp_path_factory.mktemp("seed"), seed=number, shapes=shapes, enterprises=40)
        for number in (seed, seed, seed + 1)
    )
    for path in ("truth.csv", "understood.csv"):
        assert (one.truth_path.parent / path).read_bytes() == (same.truth_path.parent / path).read_bytes()
    assert one.understood_path.read_bytes() != other.understood_path.read_bytes()
    assert [row.texts for row in one.rows] == [row.texts for row in same.rows]
    assert [row.texts for row in one.rows] != [row.texts for row in other.rows]


def test_unknown_shapes_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="unknown shapes: nobody"):
        make_set(tmp_path, seed=1, shapes=("nobody",))
