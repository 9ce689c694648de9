"""Mappings of the officer and of earlier imports, corrections without the file, the date of a list, the evaluation."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines.reading.reference import kbli_codes, one, places, read, values, workbook

from binakriya.engines.reading import (
    ReadList,
    SourceFile,
    UnreadableFile,
    evaluate_reading,
    learned_key,
    understand_again,
    understand_row,
)
from binakriya.engines.reading.columns import best_assignment

ROWS: list[list[Any]] = [
    ["DATA IKM TAHUN 2018"],
    ["No", "Nama IKM", "Pemilik", "Nomor Sakti", "Omset/bulan", "Mulai usaha"],
    [1, "A Batik", "Ani", "15418", "5 juta", "3 tahun"],
    [2, "B Kayu", "Budi", "15314", "15", "2010"],
]


def test_a_column_without_field_is_kept() -> None:
    found = one(ROWS)
    assert [(other.header, other.text) for other in found.rows[0].other] == [("Nomor Sakti", "15418")]


def test_what_the_officer_says_goes_before_all() -> None:
    found = one(ROWS, overrides={1: {"D": "postcode", "C": "other"}})
    assert values(found, "postcode") == ["15418", "15314"]
    assert values(found, "owner_name") == [None, None]
    assert next(column for column in found.columns if column.letter == "D").why[0].code == "chosen"


def test_confirmed_headers_are_remembered() -> None:
    assert learned_key("NOMOR  SAKTI ") == learned_key("Nomor Sakti")
    found = one(ROWS, learned={"NOMOR SAKTI": "postcode"})
    assert values(found, "postcode") == ["15418", "15314"]
    assert next(column for column in found.columns if column.letter == "D").why[0].code == "learned"


def test_a_list_is_understood_again_without_the_file() -> None:
    stored = ReadList.from_json(json.loads(json.dumps(one(ROWS).to_json())))
    again = understand_again(stored, places=places(), kbli_codes=kbli_codes(), mapping={"D": "postcode", "E": "other"})
    assert values(again, "postcode") == ["15418", "15314"]
    assert values(again, "turnover_year_low") == [None, None]
    assert values(again, "since") == [2015, 2010]
    later = understand_again(stored, places=places(), as_of=date(2020, 6, 1))
    assert values(later, "since") == [2017, 2010]
    assert understand_again(stored, places=places(), kbli_codes=kbli_codes()) == stored


def test_a_corrected_cell() -> None:
    found = one(ROWS)
    doubtful = found.rows[1].cells["turnover_year_low"]
    assert (doubtful.value, doubtful.suggestion, doubtful.warnings[0].code) == (None, 15_000_000, "unit_missing")
    row = understand_row(
        found, "1,4", texts={"E": "15 juta", "kelurahan": "Setu", "nik": "3674071805860000"}, places=places()
    )
    assert row.value("turnover_year_low") == 180_000_000
    assert row.value("kelurahan") == "Setu"
    assert row.value("nik") == "3674071805860000"
    assert row.value("owner_name") == "Budi"
    with pytest.raises(KeyError):
        understand_row(found, "1,99", texts={}, places=places())


def test_what_follows_by_reasoning_is_a_suggestion() -> None:
    found = one(
        [["Nama Usaha", "Pemilik", "NIK", "Kelurahan"], ["A Batik", "Ani", "3674026402840000", "Lengkong Karya"]]
    )
    cells = found.rows[0].cells
    assert (cells["kecamatan"].value, cells["kecamatan"].suggestion) == (None, "Serpong Utara")
    assert (cells["born"].value, cells["born"].suggestion, cells["sex"].suggestion) == (None, "1984-02-24", "P")


def _dated(title: str = "", name: str = "daftar.csv", stamp: str = "") -> SourceFile:
    rows = [title] if title else []
    rows += ["Cap waktu;Nama Usaha;Pemilik;No HP;Usaha sejak", f"{stamp};A Batik;Ani;081200005717;10 tahun"]
    return SourceFile(name, "\n".join(rows).encode())


def test_the_date_of_a_list() -> None:
    stamped = read(_dated("DATA TAHUN 2015", stamp="29/10/2018 15:06:00"))[0]
    assert (stamped.as_of, stamped.as_of_why) == ("2018-10-29", "timestamps")
    titled, untitled = read(_dated("DATA IKM PER 31 MARET 2017"), _dated())
    assert (titled.as_of, titled.as_of_why) == ("2017-03-31", "title")
    assert (untitled.as_of, untitled.as_of_why) == ("2017-03-31", "other_list")
    named = read(_dated(name="data_ikm_2016.csv"))[0]
    assert (named.as_of, named.as_of_why) == ("2016-12-31", "file_name")
    law = read(_dated("Sesuai UU Nomor 20 Tahun 2008"))[0]
    assert law.as_of is None
    assert [note.code for note in law.rows[0].cells["since"].warnings] == ["list_date_unknown"]
    given_date = read(_dated(), as_of=date(2018, 11, 16))[0]
    assert (given_date.as_of_why, values(given_date, "since")) == ("given", [2008])
    for title in ("Keadaan per 31 Desember 2017", "Data Tahun 2017", "Per Desember 2017", "Posisi 31-12-2017"):
        own = read(_dated(title), as_of=date(2018, 11, 16))[0]
        assert (own.as_of_why, values(own, "since")) == ("title", [2007]), title
    touched = read(SourceFile("a.csv", _dated().data, modified=date(2019, 5, 5)))[0]
    assert (touched.as_of_why, values(touched, "since")) == ("file_modified", [2009])
    assert [note.code for note in touched.rows[0].cells["since"].warnings] == ["list_date_guessed"]


def test_the_first_mobile_number_is_first() -> None:
    found = one(
        [
            ["Nama Usaha", "Telp", "HP 1", "HP 2"],
            ["A Batik", "021-7490000", "0812-0000-5717", "0813 0000 6028 / a@example.com"],
        ]
    )
    assert found.rows[0].value("phone") == "+6281200005717"
    assert found.rows[0].value("other_phones") == ["+62217490000", "+6281300006028"]
    assert found.rows[0].value("email") == "a@example.com"


def test_the_evaluation_counts_what_was_invented_and_missed() -> None:
    header = ["No", "Nama Usaha", "Pemilik", "No HP", "Kelurahan"]
    data = workbook(
        {
            "A": [header, [1, "A Batik", "Ani", "081200005717", "Serua"]],
            "B": [header, [1, "B", "Budi", "", "Setu"], [2, "C", "Cici", "", ""]],
        }
    )
    lists = read(SourceFile("a.xlsx", data))
    table = "list,row,phone,kelurahan\n1/A,2,+6281200005717,SERUA\n1/B,2,,\n1/B,9,,Setu\n"
    result = evaluate_reading(lists, table)
    assert result["rows"] == {"expected": 3, "found": 2, "missing": ["1/B,9"], "extra": ["1/B,3"]}
    assert result["columns"] == {"phone": round(2 / 3, 6), "kelurahan": round(1 / 3, 6)}
    assert result["accuracy"] == 0.5
    assert result["invented"] == {"count": 1, "places": ["1/B,2 kelurahan"]}
    assert {"place": "1/B,2", "column": "kelurahan", "expected": "", "got": "Setu"} in result["wrong"]


def test_the_sheet_may_be_left_out_where_it_is_clear() -> None:
    data = workbook({"A": [["Nama Usaha", "No HP"], ["A Batik", "081200005717"]]})
    lists = read(SourceFile("a.xlsx", data))
    for label in ("1", "1/A"):
        assert evaluate_reading(lists, f"list,row,phone\n{label},2,+6281200005717\n")["accuracy"] == 1.0


@given(st.lists(st.lists(st.integers(0, 9), min_size=4, max_size=4), min_size=1, max_size=4))
def test_the_assignment_is_the_best(weights: list[list[int]]) -> None:
    from itertools import permutations

    chosen = best_assignment([[float(w) for w in row] for row in weights])
    assert len(set(chosen)) == len(chosen)
    best = max(sum(weights[i][c] for i, c in enumerate(p)) for p in permutations(range(4), len(weights)))
    assert sum(weights[i][c] for i, c in enumerate(chosen)) == best


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(st.one_of(st.none(), st.text("ab 12,.-/", max_size=8), st.integers(0, 9999)), min_size=4, max_size=4),
        max_size=8,
    )
)
def test_any_table_is_read_or_refused(rows: list[list[Any]]) -> None:
    try:
        found = one([["No", "Nama Usaha", "Alamat", "Omset"], *rows])
    except UnreadableFile as problem:
        assert problem.code in ("no_rows", "no_table")
        return
    seen = [row.row for row in found.rows] + [skipped.row for skipped in found.skipped]
    assert len(seen) == len(set(seen))
    assert ReadList.from_json(json.loads(json.dumps(found.to_json()))) == found
