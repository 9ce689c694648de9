"""Forms that are an enterprise each, and headers, titles and sums in unusual shapes."""

from __future__ import annotations

from typing import Any

import pytest
from tests.engines.reading.reference import one, read, values, workbook

from binakriya.engines.reading import SourceFile, UnreadableFile

PHONES = ["081200005717", "081300006028", "085700000768", "089500005380", "081100004455"]


def _reasons(read_list: Any) -> dict[int, str]:
    return {skipped.row: skipped.reason for skipped in read_list.skipped if skipped.reason != "blank"}


FORM = [
    ["FORMULIR PENDATAAN IKM"],
    [],
    [1, "Nama Usaha", ":", "Batik A"],
    [2, "Nama Pemilik", ":", "Ani Suryani"],
    [3, "No. KTP", ":", *"3674071805860000"],
    [4, "RT : 03", "RW : 05"],
    [5, "No. HP : " + PHONES[0]],
    [6, "Agama", ":", "Islam"],
    [7, "Omzet per bulan", ":", "2 jt"],
    [],
    [None, None, None, "Pemilik,"],
    [None, None, None, "Ani Suryani"],
]


def test_a_form_is_an_enterprise() -> None:
    other = [[*row[:3], "Batik B"] if row[1:2] == ["Nama Usaha"] else row for row in FORM]
    for found in (
        read(SourceFile("formulir.xlsx", workbook({"1": FORM, "2": other, "3": [*FORM[:2], FORM[2][:3]]})))[0],
        one(FORM + other),
    ):
        assert values(found, "business_name") == ["Batik A", "Batik B"]
        assert values(found, "owner_name") == ["Ani Suryani"] * 2
        assert values(found, "nik") == ["3674071805860000"] * 2
        assert values(found, "rt") == ["03"] * 2
        assert values(found, "rw") == ["05"] * 2
        assert values(found, "turnover_year_low") == [24_000_000] * 2
        assert {other.text for row in found.rows for other in row.other if other.header == "Agama"} == {"Islam"}
        assert {note.code for note in found.problems} == {"forms"}
    assert [row.row for row in found.rows] == [3, 15], "the row of the form's first label"


def test_how_to_fill_in_a_form_is_no_enterprise() -> None:
    with pytest.raises(UnreadableFile):
        one(
            [
                ["Nama", "diisi sesuai KTP"],
                ["Nama usaha", "tulis lengkap"],
                ["NIK", "16 angka"],
                ["No HP", "nomor yang aktif"],
                ["Alamat", "jalan, nomor"],
            ]
        )


def test_facts_above_a_table_are_no_form() -> None:
    found = one(
        [
            ["Nama Kelompok", "Mekar"],
            ["Ketua", "Ibu Tuti"],
            ["No HP", PHONES[4]],
            ["Alamat", "Jl. Melati 4"],
            ["Tahun berdiri", 2010],
            [],
            ["No", "Nama Anggota", "Jenis Usaha", "No HP"],
            [1, "Ani", "batik", PHONES[0]],
            [2, "Budi", "bambu", PHONES[1]],
        ]
    )
    assert values(found, "owner_name") == ["Ani", "Budi"]


def test_two_names_in_a_cell_keep_the_order_of_their_column() -> None:
    rows = [["No", "NAMA PEMILIK / USAHA", "No HP"]]
    pairs = ["Tatang Koswara / Rengganis", "Hj. Ai Nur / CV Galuh", "Bambu Rengganis / Nining", "CV Omah / Rina"]
    rows += [[i, pair, phone] for i, (pair, phone) in enumerate(zip(pairs, PHONES, strict=False), 1)]
    found = one(rows)
    assert values(found, "owner_name") == ["Tatang Koswara", "Hj. Ai Nur", "Bambu Rengganis", "Rina"][: len(found.rows)]
    assert values(found, "business_name")[:2] == ["Rengganis", "CV Galuh"]


def test_a_section_after_the_header_of_the_next_page_holds() -> None:
    header = ["No", "Nama Pelaku Usaha", "Nm. Persh", "No HP"]
    found = one(
        [
            header,
            [None, "KEC. SERPONG"],
            [1, "Ani", "Batik A", PHONES[0]],
            ["Halaman 1"],
            header,
            ["II.", "KEC. SETU"],
            [None, "Kel. Keranggan"],
            [2, "Budi", "Batik B", PHONES[1]],
        ]
    )
    assert values(found, "kecamatan") == ["Serpong", "Setu"]
    assert values(found, "owner_name") == ["Ani", "Budi"]
    assert values(found, "business_name") == ["Batik A", "Batik B"]


def test_another_city_stays_as_written() -> None:
    found = one(
        [
            ["DATA IKM KOTA BOGOR TAHUN 2019"],
            ["No", "Nama Perusahaan", "Pemilik", "Kelurahan", "Kecamatan", "Telp"],
            [1, "A Batik", "Ani", "Babakan Pasar", "Bogor Tengah", "0251-8320000"],
            [2, "B Kayu", "Budi", "Bondongan", "Bogor Selatan", PHONES[1]],
        ]
    )
    assert values(found, "kelurahan") == ["Babakan Pasar", "Bondongan"]
    assert values(found, "city") == ["Bogor", "Bogor"]
    assert [note.code for note in found.rows[0].cells["kelurahan"].warnings] == ["unknown_place"]


def test_two_headers_that_were_mixed_up_are_told_by_contents() -> None:
    found = one(
        [
            ["No", "Nama Usaha", "Pemilik", "No HP", "NIK"],
            [1, "A Batik", "Ani", "3674071805860000", PHONES[0]],
            [2, "B Batik", "Budi", "3674036303660000", PHONES[1]],
            [3, "C Batik", "Cici", "3674026402840000", PHONES[2]],
        ]
    )
    assert values(found, "nik") == ["3674071805860000", "3674036303660000", "3674026402840000"]
    assert values(found, "phone") == ["+6281200005717", "+6281300006028", "+6285700000768"]


def test_headers_with_spaced_letters() -> None:
    found = one(
        [["N O", "N A M A  U S A H A", "N A M A  P E M I L I K", "N I K"], [1, "A Batik", "Ani", "3674071805860000"]]
    )
    assert values(found, "business_name") == ["A Batik"]
    assert values(found, "nik") == ["3674071805860000"]


def test_several_products_of_one_enterprise_are_one_row() -> None:
    rows = [
        ["No", "Nama Usaha", "Pemilik", "HP", "Produk", "Harga"],
        [1, "A Batik", "Ani", PHONES[0], "kain batik", 100000],
        ["", "", "", "", "syal batik", 50000],
        ["", "", "", "", "tas", 70000],
        [2, "B Kayu", "Budi", PHONES[1], "kursi", 200000],
        ["", "", "", "Total", "", 420000],
    ]
    found = one(rows)
    assert [row.row for row in found.rows] == [2, 5]
    assert values(found, "products") == [["kain batik", "syal batik", "tas"], ["kursi"]]
    assert _reasons(found) == {1: "header", 3: "continuation", 4: "continuation", 6: "total"}


def test_two_tables_beside_each_other() -> None:
    header = ["No", "Nama", "Usaha", "HP"]
    found = one(
        [["DATA 2018"], [*header, "", *header], [1, "Ani", "Batik A", PHONES[0], "", 1, "Cici", "Kayu C", PHONES[2]]]
    )
    assert [note.code for note in found.problems] == ["side_by_side"]
    assert values(found, "owner_name") == ["Ani", "Cici"]
    assert values(found, "phone") == ["+6281200005717", "+6285700000768"]
    assert values(found, "other_phones") == [None, None]


def test_periods_and_pairs_in_headers_of_exports() -> None:
    found = one(
        [
            ["nama_usaha", "pemilik", "hp", "omzet_bulanan", "tenaga_kerja L/P", "alamat rt/rw"],
            ["A Batik", "Ani", PHONES[0], 5000000, "2/3", "Jl. A RT 001/002"],
            ["B Batik", "Budi", PHONES[1], "7.500.000", "-/2", "RT 03/04"],
        ]
    )
    assert values(found, "turnover_year_low") == [60_000_000, 90_000_000]
    assert values(found, "workers") == [5, 2]
    assert values(found, "rw") == ["02", "04"]


@pytest.mark.parametrize(
    ("title", "kecamatan"),
    [
        ("DATA IKM KECAMATAN SERPONG UTARA TAHUN 2018", "Serpong Utara"),
        ("Kecamatan : Ciputat Timur", "Ciputat Timur"),
        ("DAFTAR IKM KELURAHAN SERUA, KEC. CIPUTAT", "Ciputat"),
        ("Tempat : Aula Kecamatan Serpong", None),
        ("DATA IKM KECAMATAN SERPONG, SETU DAN PAMULANG", None),
        ("REKAP PER KECAMATAN", None),
        ("Jl. Raya Puspitek, Kec. Setu, Telp. 021-7490000", None),
        ("DATA IKM DI 7 KECAMATAN", None),
    ],
)
def test_what_a_title_says_of_places(title: str, kecamatan: str | None) -> None:
    found = one([[title], ["No", "Nama Usaha", "Pemilik", "HP"], [1, "A Batik", "Ani", PHONES[0]]])
    assert values(found, "kecamatan") == [kecamatan]


def test_a_row_of_sums_is_no_header() -> None:
    found = one(
        [
            ["NO.", "NAMA INDUSTRI", "NAMA PEMILIK", "TILPON", "TENAGA KERJA"],
            ["1.", "Batik A", "Ani", "0838-0000-3354", "3"],
            ["2.", "Batik B", "Budi", "HP. 089600007634", "5 org"],
            ["", "J U M L A H", "2 perusahaan", "", ""],
            ["", "", "", "", "Petugas,"],
        ]
    )
    assert [row.row for row in found.rows] == [2, 3]
    assert values(found, "phone") == ["+6283800003354", "+6289600007634"]
    assert _reasons(found) == {1: "header", 4: "total", 5: "footer"}


def test_a_header_may_begin_with_a_number_of_something() -> None:
    found = one([["Jumlah pekerja", "Nama Usaha", "Pemilik", "No HP"], ["3 orang", "A Batik", "Ani", PHONES[0]]])
    assert values(found, "workers") == [3]


def test_sums_of_whatever_are_no_data() -> None:
    found = one(
        [
            ["No", "IKM", "Pemilik", "No.Induk KTP", "Domicile", "Jml Org"],
            [1, "Total Craft", "Total Haji", "3674071805860000", "Jl. Melati 4 RT 01/02 Kel. Setu", 2],
            [2, "Batik A", "Ani", "3674071805870000", "Kp. Dukuh RT 03/02 Kel. Ciater", 3],
            [3, "Batik B", "Budi", "3674071805880000", "Jl. Kenanga 9, Kel. Serua", 4],
            [None, "Sub Total Pamulang", None, None, None, 9],
            [None, "Jumlah IKM Binaan", None, None, None, 9],
        ]
    )
    assert values(found, "business_name") == ["Total Craft", "Batik A", "Batik B"]
    assert values(found, "kelurahan") == ["Setu", "Ciater", "Serua"]
    assert values(found, "nik")[0] == "3674071805860000"
    assert values(found, "workers") == [2, 3, 4]


def test_years_are_no_names() -> None:
    rows: list[list[Any]] = [["Owner", "Brand", "In business since", "Mobile"]]
    rows += [
        ["Ani", "Galuh", "sejak 2001", PHONES[0]],
        ["Budi", "Omah", "12 th", PHONES[1]],
        ["Ci", "Sari", "2010", ""],
        ["Dedi", "Nusa", "Th 1999", PHONES[2]],
    ]
    found = one(rows)
    assert values(found, "business_name") == ["Galuh", "Omah", "Sari", "Nusa"]
    assert values(found, "since")[0] == 2001
