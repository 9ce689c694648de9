"""Header words of other offices: abbreviations, examples, sexes, two languages."""

from __future__ import annotations

from typing import Any

import pytest
from tests.engines.reading.reference import one, read, values

from binakriya.engines.reading import SourceFile
from binakriya.engines.reading.headers import match_header


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Nomor WhatsApp aktif (contoh: 08123456789)", "phone"),
        ("No. HP, cth. 0812xxxx1234", "phone"),
        ("Tanggal lahir (format: dd/mm/yyyy)", "born"),
        ("Email aktif (misal: nama@contoh.com)", "email"),
        ("TKI_L", "workers_m"),
        ("TKI_P", "workers_f"),
        ("Employees (M)", "workers_m"),
        ("Workers - Female", "workers_f"),
        ("Personil (L)", "workers_m"),
        ("Personel (P)", "workers_f"),
        ("JML PEG", "workers"),
        ("OMZ/BLN (RB)", "turnover"),
        ("Omzet (M)", "turnover"),
        ("MDL (JT)", "investment"),
        ("NM PEMILIK", "owner_name"),
        ("NM USH", "business_name"),
        ("THN BERD", "since"),
        ("ALMT", "street"),
        ("Nama Produk/Usaha", "business_name"),
        ("Nama Usaha/Produk", "business_name"),
        ("Usaha/Merk", "business_name"),
        ("Kelurahan › Sub-district", "kelurahan"),
        ("Date of Birth", "born"),
        ("Manpower", "workers"),
        ("M/F", "sex"),
        ("Employees (M/F)", "workers"),
        ("Pend/bln", "turnover"),
        ("Pendidikan", "x_person"),
        ("Nama Istri", "x_person"),
        ("Aset (Jt)", "x_assets"),
    ],
)
def test_header_words(header: str, field: str) -> None:
    assert match_header(header)[0].field == field, match_header(header)[:3]


def test_an_example_does_not_make_the_header_a_row_of_data() -> None:
    head = ["Nama", "Nama Usaha", "Nomor WhatsApp aktif (contoh: 08123456789)", "Email (mis. ani@contoh.id)"]
    found = one([head, ["Ani", "A Batik", "081200005717", "a@example.com"], ["Budi", "B Kayu", "081300006028", None]])
    assert values(found, "business_name") == ["A Batik", "B Kayu"]
    assert values(found, "phone") == ["+6281200005717", "+6281300006028"]


@pytest.mark.parametrize(
    "pair", [("Anggota (L)", "Anggota (P)"), ("Employees (M)", "Employees (F)"), ("TKI_L", "TKI_P"), ("Pria", "Wanita")]
)
def test_a_pair_of_columns_by_sex(pair: tuple[str, str]) -> None:
    rows: list[list[Any]] = [
        ["No", "Nama Pemilik", "Nama Usaha", "No HP", *pair],
        [1, "Ani", "A Batik", "081200005717", 2, 3],
        [2, "Budi", "B Kayu", "081300006028", 1, 0],
        [3, "Cici", "C Rajut", "081400006028", 4, 1],
    ]
    found = one(rows)
    assert values(found, "workers_m") == [2, 1, 4]
    assert values(found, "workers_f") == [3, 0, 1]
    assert values(found, "workers") == [5, 1, 5]


def test_sub_district_beside_district_is_the_kelurahan() -> None:
    rows = [
        ["Owner's Name", "Company Name", "Sub-district", "District", "Phone"],
        ["Ani", "A Batik", "Serua", "Ciputat", "081200005717"],
        ["Budi", "B Kayu", "Pondok Karya", "Pondok Aren", "081300006028"],
    ]
    found = one(rows)
    assert values(found, "kelurahan") == ["Serua", "Pondok Karya"]
    assert values(found, "kecamatan") == ["Ciputat", "Pondok Aren"]


def test_years_in_words_tell_without_a_header() -> None:
    rows = [
        [1, "Ani Rahayu", "Batik Ani", "081200005717", "Th. 1994"],
        [2, "Budi Santoso", "Kayu Budi", "081300006028", "sejak 2016"],
        [3, "Cici Lestari", "Rajut Cici", "081400006028", "thn 2003"],
    ]
    assert values(one(rows), "since") == [1994, 2016, 2003]


@pytest.mark.parametrize(
    ("address", "kelurahan", "kecamatan"),
    [
        ("Jl. Pinang II No.154 RT8/5.Pondok Karya.Pondok Aren", "Pondok Karya", "Pondok Aren"),
        ("Gg. Haji Nawi No.158.Bambu Apus.Pamulang", "Bambu Apus", "Pamulang"),
        ("Jl. Merpati Raya no 95 Pondok Cabe Ilir - Pamulang", "Pondok Cabe Ilir", "Pamulang"),
        ("Jl. Merpati Raya no 95 Pondok Cabe Ilir, Pamulang", "Pondok Cabe Ilir", "Pamulang"),
        ("Pondok Jagung, Kec. Serpong Utara. Jl. Pinang II No.60 Rt 5 Rw 16", "Pondok Jagung", "Serpong Utara"),
        ("Buaran, Gg. Haji Nawi 170 RT 04/RW 03", "Buaran", None),
        ("Pamulang Barat, Pamulang, Jl. Mawar No. 5", "Pamulang Barat", "Pamulang"),
        ("Setu, Jl. Mawar No. 5", None, "Setu"),
        ("Ruko Serpong No. 12 Blok C, Jl. Raya Serpong", None, None),
        ("Jl. Raya Serpong Km. 7", None, None),
        ("Jl. Dr. Setia Budi No. 5", None, None),
    ],
)
def test_places_in_an_address(address: str, kelurahan: str | None, kecamatan: str | None) -> None:
    rows = [["Nama", "Nama Usaha", "Alamat", "No HP"], ["Ani", "A Batik", address, "081200005717"]]
    found = one([*rows, ["Budi", "B Kayu", "Jl. Melati 2", "081300006028"]])
    assert (values(found, "kelurahan")[0], values(found, "kecamatan")[0]) == (kelurahan, kecamatan)


def test_a_week_and_a_short_milliard_are_doubted() -> None:
    rows = [["Nama", "Nama Usaha", "Omzet per bulan"], ["Ani", "A Batik", "1 juta/minggu"], ["Budi", "B Kayu", "1,2 M"]]
    found = one(rows)
    assert values(found, "turnover_year_low") == [52_000_000, 14_400_000_000]
    doubts = [[note.code for note in row.cells["turnover_year_low"].warnings] for row in found.rows]
    assert "about" in doubts[0] and "uncertain" in doubts[1]


def test_a_quotation_mark_never_closed_loses_no_rows() -> None:
    lines = ["Nama,Nama Usaha,No HP"] + [f"Ani {n},Batik {n},0812000057{n:02d}" for n in range(40)]
    lines[5] = '"Ani 4,Batik 4,081200005704'
    found = read(SourceFile("a.csv", "\n".join(lines).encode()))[0]
    assert len(found.rows) == 40
    assert "quotes_unbalanced" in [note.code for note in found.problems]
    assert values(found, "owner_name")[4] == "Ani 4"


def test_empty_bytes_in_a_csv_are_passed_over() -> None:
    text = b"Nama;Nama Usaha;No HP\nAni\x00;A Batik;081200005717\nBudi;B Kayu;081300006028\n"
    assert values(read(SourceFile("a.csv", text))[0], "owner_name") == ["Ani", "Budi"]


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Kode Produk", "x_capacity"),
        ("Usaha yang Dijalankan", "products"),
        ("Exhibitor", "business_name"),
        ("Asal (Kel. – Kec.)", "kelurahan_kecamatan"),
        ("Omzet Pameran Tahun Lalu", "x_market"),
        ("Jumlah Perajin Terlibat", "workers"),
        ("Ragam Kriya", "products"),
    ],
)
def test_headers_of_surveys_fairs_and_curation(header: str, field: str) -> None:
    """Takings at a fair are no year's turnover; a code of a product is no product."""
    assert match_header(header)[0].field == field


def test_a_dash_of_any_length_parts_kelurahan_and_kecamatan() -> None:
    found = one(
        [
            ["Nama Usaha", "Nama Pemilik", "Asal (Kel. – Kec.)"],
            ["Anyaman Citra", "Siti Aminah", "Rawabuntu – Serpong"],
            ["Batik Melati", "Ani Rahayu", "Pondok Ranji - Ciputat Timur"],
        ]
    )
    assert values(found, "kelurahan") == ["Rawabuntu", "Pondok Ranji"]
    assert values(found, "kecamatan") == ["Serpong", "Ciputat Timur"]
