"""Which column is what, and which row is data, in lists that offices sent in shapes nobody had planned for."""

from __future__ import annotations

import pytest
from tests.engines.reading.reference import one, values

from binakriya.engines.reading import evaluate_reading
from binakriya.engines.reading.headers import normal_header
from binakriya.engines.reading.values.ids import understand_nik
from binakriya.engines.reading.values.money import money_header, understand_turnover
from binakriya.engines.reading.values.names import split_owner_and_business, understand_name

PHONES = ["081200005717", "081300006028", "085700000768", "089500005380"]
NAMES = [("Ani", "Batik Ani"), ("Budi", "Kayu Budi"), ("Cici", "Rotan Cici"), ("Dedi", "Perak Dedi")]


def test_a_column_of_places_is_told_under_any_header() -> None:
    """Kelurahan here, kecamatan there, both in one cell: "Asal" says nothing, the contents do."""
    places = ["Jelupang, Serpong Utara", "Kel. Serua", "Kec. Pamulang", "Sawah Baru - Ciputat"]
    rows = [[n, *names, hp, place] for n, (names, hp, place) in enumerate(zip(NAMES, PHONES, places, strict=True))]
    found = one([["Stand", "PIC", "Brand", "CP (WA)", "Asal"], *rows])
    assert values(found, "kelurahan") == ["Jelupang", "Serua", None, "Sawah Baru"]
    assert values(found, "kecamatan") == ["Serpong Utara", None, "Pamulang", "Ciputat"]


def test_a_subtotal_of_anything_is_no_enterprise() -> None:
    rows = [[n, owner, business, hp, 2] for n, ((owner, business), hp) in enumerate(zip(NAMES, PHONES, strict=True))]
    head = [["No", "Nama", "Nama Usaha", "No HP", "Jml Naker"], ["", "RW 03"]]
    found = one([*head, *rows, ["", "Jumlah RW 03", "4 UMKM", "", 8], ["", "Jumlah", "4 UMKM", "", "8 orang"]])
    assert values(found, "owner_name") == ["Ani", "Budi", "Cici", "Dedi"]
    assert [skipped.reason for skipped in found.skipped[-2:]] == ["total", "total"]


def test_the_example_that_shows_how_to_fill_in_is_no_enterprise() -> None:
    rows = [[n, owner, business, hp] for n, ((owner, business), hp) in enumerate(zip(NAMES, PHONES, strict=True))]
    found = one([["No", "Nama", "Nama Usaha", "No HP"], ["contoh", "Siti", "Siti Batik", PHONES[0]], *rows])
    assert [row.row for row in found.rows] == [3, 4, 5, 6]
    assert ("example", 2) in {(skipped.reason, skipped.row) for skipped in found.skipped}


def test_of_several_years_the_latest_counts() -> None:
    """The year before may stand in fuller columns: "-" and empty cells change nothing."""
    table = [
        ["No", "Nama", "Nama Usaha", "No HP", "Omzet per tahun (juta rupiah)", "", ""],
        ["", "", "", "", "2019", "2020", "2021"],
    ]
    for n, ((owner, business), hp) in enumerate(zip(NAMES, PHONES, strict=True)):
        table.append([n, owner, business, hp, 24.5, "-", 36 + n])  # type: ignore[list-item]
    found = one(table)
    assert values(found, "turnover_year_low") == [36_000_000, 37_000_000, 38_000_000, 39_000_000]
    assert [(c.field, c.why[0].code) for c in found.columns[4:]] == [
        ("other", "earlier_year"),
        ("other", "earlier_year"),
        ("turnover", "header"),
    ]


def test_the_letter_that_a_list_is_enclosed_with_names_no_association() -> None:
    table = [["Kepada Yth. Ketua Asosiasi di tempat"], ["Daftar anggota paguyuban di bawah ini"]]
    table += [["No", "Nama", "Nama Usaha", "No HP"], [1, "Ani", "Batik Ani", PHONES[0]]]  # type: ignore[list-item]
    assert values(one(table), "association") == [None]
    table[0] = ["Daftar anggota Paguyuban Rajut Serpong"]
    assert values(one(table), "association") == ["Paguyuban Rajut Serpong"]


def test_short_groups_of_kelurahan_within_kecamatan_are_carried_down() -> None:
    places = [("Ciputat", "Cipayung"), ("", ""), ("", "Sawah Baru"), ("Setu", "Muncul"), ("", "Keranggan"), ("", "")]
    rows = [[kec, kel, n, f"Ani {n}", f"Batik {n}", f"08120000570{n}"] for n, (kec, kel) in enumerate(places, start=1)]
    found = one([["Kecamatan", "Kelurahan", "No", "Nama Pengrajin", "Nama Usaha", "Telp."], *rows])
    assert values(found, "kelurahan") == ["Cipayung", "Cipayung", "Sawah Baru", "Muncul", "Keranggan", "Keranggan"]


def test_a_kelurahan_that_a_new_kecamatan_leaves_empty_is_not_carried_into_it() -> None:
    places = [("Ciputat", "Cipayung"), ("", ""), ("", "Sawah Baru"), ("Setu", ""), ("", "Keranggan"), ("", "")]
    rows = [[kec, kel, n, f"Ani {n}", f"Batik {n}", f"08120000570{n}"] for n, (kec, kel) in enumerate(places, start=1)]
    found = one([["Kecamatan", "Kelurahan", "No", "Nama Pengrajin", "Nama Usaha", "Telp."], *rows])
    assert values(found, "kelurahan")[3] is None


def test_the_moment_of_an_answer_is_not_the_year_of_a_business() -> None:
    rows = [
        ["2022-02-01T09:37:00.000+07:00", owner, business, hp, 2005 + n]
        for n, ((owner, business), hp) in enumerate(zip(NAMES, PHONES, strict=True))
    ]
    found = one([["start", "nama_pemilik", "nama_usaha", "no_hp", "usaha/thn_berdiri"], *rows])
    assert values(found, "since") == [2005, 2006, 2007, 2008]


def test_rows_of_tables_beside_each_other_have_places_of_their_own() -> None:
    """One label in the table of what a careful person reads may name both: each line finds its own."""
    header = ["No", "Nama", "Usaha", "HP"]
    found = one([[*header, "", *header], [1, "Ani", "Batik A", PHONES[0], "", 1, "Cici", "Kayu C", PHONES[2]]])
    assert [row.place for row in found.rows] == ["1,2", "1,2 F"]
    understood = "list,row,phone\n1,2,+6285700000768\n1,2,+6281200005717\n"
    result = evaluate_reading([found], understood)
    assert (result["accuracy"], result["rows"]["extra"]) == (1.0, [])


def test_the_mobile_number_beside_a_name_comes_first() -> None:
    found = one(
        [
            ["No", "Nama & Kontak", "Usaha"],
            [1, "Ani\n021 7412345 / 081200005717", "Batik"],
            [2, "Budi (0813-0000-6028 a/n Ani)", "Kayu"],
            [3, "Cici", "Rotan"],
            [4, "Rudi Hartono 62 895 0000 5899", "Perak"],
        ]
    )
    assert values(found, "owner_name") == ["Ani", "Budi", "Cici", "Rudi Hartono"]
    assert values(found, "phone") == ["+6281200005717", "+6281300006028", None, "+6289500005899"]


def test_an_address_whose_header_asks_for_its_places_is_an_address() -> None:
    table = [["No", "Nama", "Nama Usaha", "No HP", "Alamat (Kel, Kec)"]]
    for n, ((owner, business), hp) in enumerate(zip(NAMES, PHONES, strict=True)):
        table.append([n, owner, business, hp, f"Jl. Kenanga No. {n + 1} RT 10 RW 12, Buaran - Serpong"])  # type: ignore[list-item]
    assert values(one(table), "kelurahan") == ["Buaran"] * 4


def test_what_most_have_not_yet_is_still_a_column_of_it() -> None:
    """ "proses" and "belum" say nothing against the one number that is there."""
    table = [["No", "Nama", "Nama Usaha", "No HP", "LEGALITAS", ""], ["", "", "", "", "N I B", "P-IRT"]]
    for n, ((owner, business), hp) in enumerate(zip(NAMES, PHONES, strict=True)):
        table.append([n, owner, business, hp, "9632933020000" if n == 2 else "proses", "ada"])  # type: ignore[list-item]
    assert values(one(table), "nib") == [None, None, "9632933020000", None]


def test_a_bracket_may_say_which_place_is_asked() -> None:
    table = [["No", "Nama", "Brand", "Kontak WA", "Domisili (Kelurahan)"]]
    table += [[1, "Ani", "Batik A", PHONES[0], "Ciputat"], [2, "Budi", "Kayu B", PHONES[1], "Setu"]]  # type: ignore[list-item]
    assert values(one(table), "kelurahan") == ["Ciputat", "Setu"]


@pytest.mark.parametrize(
    "text", ["5 jt s/d 10 jt perbulan", "5-10 juta @bulan", "Rp 5.000.000 - Rp 10.000.000 perbln", "5jt-10jt sebln"]
)
def test_a_period_may_be_written_onto_its_per(text: str) -> None:
    low, high = understand_turnover(text, money_header("Omzet"))
    assert (low.value, high.value) == (60_000_000, 120_000_000)


def test_a_nik_may_be_parted_by_strokes() -> None:
    assert understand_nik("367402/470384/0000").value == "3674024703840000"


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("TNG KRJ", ("tenaga", "kerja")),
        ("TGL LHR", ("tanggal", "lahir")),
        ("JML TNG KRJ", ("jumlah", "tenaga", "kerja")),
    ],
)
def test_a_robbed_word_is_told_by_its_neighbour(header: str, words: tuple[str, ...]) -> None:
    assert normal_header(header) == words


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ('"Mawar Melati"', "Mawar Melati"),
        ("“Mawar”", "Mawar"),
        ("«Mawar»", "Mawar"),
        ("'3 Putri'", "3 Putri"),
        ('UD "Mawar" Jaya', "UD Mawar Jaya"),
        ("Rumah ‘Ayu’", "Rumah Ayu"),
        ('"Mawar', "Mawar"),
        ("'D'Kriya'", "D'Kriya"),
        ("D'Kriya", "D'Kriya"),
        ("Al-Qur'an Craft", "Al-Qur'an Craft"),
        ('Rak 5"', 'Rak 5"'),
        ('""', None),
    ],
)
def test_marks_around_a_name_are_not_of_it(written: str, name: str | None) -> None:
    assert understand_name(written).value == name


def test_marks_around_one_of_two_names_go_too() -> None:
    assert [said.value for said in split_owner_and_business('"Batik Sari" / Ibu Ani')] == ["Batik Sari", "Ibu Ani"]
