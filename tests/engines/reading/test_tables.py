"""Lists in shapes that offices make up: headers, sections, totals, several tables, sheets, lines of text."""

from __future__ import annotations

from typing import Any

from tests.engines.reading.reference import one, read, values, workbook

from binakriya.engines.reading import SourceFile

PHONES = ["081200005717", "081300006028", "085700000768", "089500005380", "081100004455"]


def _reasons(read_list: Any) -> dict[int, str]:
    return {skipped.row: skipped.reason for skipped in read_list.skipped if skipped.reason != "blank"}


def test_sections_subtotals_numbering_and_signatures() -> None:
    found = one(
        [
            ["PEMERINTAH KOTA TANGERANG SELATAN"],
            ["Jl. Raya Serpong Km 7 Kec. Setu Telp. 021-7490000"],
            ["DAFTAR SENTRA INDUSTRI KECIL TAHUN ANGGARAN 2017"],
            ["(Nilai dalam jutaan rupiah)"],
            ["No", "Nama", "", "Alamat", "", "Tenaga Kerja (org)", "", "", "Nilai", "", "Mulai"],
            ["", "Perusahaan", "Pemilik", "Jalan", "Kel.", "Lk", "Pr", "Jml", "Investasi", "Omset/Th", "Usaha"],
            [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
            ["I", "KECAMATAN SERPONG"],
            [1, "Bambu Jaya", "Asep", "Jl. A No 1 RT 1/2", "Ciater", 2, 1, 3, 10, 120, 2001],
            [2, "Rotan Indah", "Ujang", "Jl. B No 2", "Serpong", 1, 0, 1, 5.5, 60, "th. 1999"],
            ["", "Sub Jumlah", "", "", "", 3, 1, 4, 15.5, 180, ""],
            ["II", "KECAMATAN SETU"],
            [1, "Kayu Lestari", "Bu Siti", "Kp. C RT 03/04", "Muncul", "", 4, 4, "12,5", "75,5", "2010"],
            [2, "Total Craft", "Total Haji", "Kp. D", "Setu", 1, 1, 2, 3, "-", 2011],
            ["", "J U M L A H", "", "", "", 4, 6, 10, 31, 300, ""],
            [],
            ["", "Sumber: Bidang Industri"],
            ["", "", "", "", "", "", "", "", "", "", "Tangerang Selatan, 12 Desember 2017"],
            ["", "Mengetahui", "", "", "", "", "", "", "", "Kepala Bidang Industri"],
            ["", "( Drs. H. Ahmad )", "", "", "", "", "", "", "", "Fulan"],
            ["", "NIP. 19650101 199003 1 001", "", "", "", "", "", "", "", "NIP 1970"],
        ]
    )
    assert [row.row for row in found.rows] == [9, 10, 13, 14]
    assert values(found, "kecamatan") == ["Serpong", "Serpong", "Setu", "Setu"]
    assert values(found, "workers") == [3, 1, 4, 2]
    assert values(found, "investment") == [10_000_000, 5_500_000, 12_500_000, 3_000_000]
    assert values(found, "turnover_year_low") == [120_000_000, 60_000_000, 75_500_000, None]
    assert values(found, "since") == [2001, 1999, 2010, 2011]
    reasons = _reasons(found)
    assert (reasons[5], reasons[7], reasons[8], reasons[11], reasons[15], reasons[19], reasons[21]) == (
        "header",
        "numbering",
        "section",
        "total",
        "total",
        "footer",
        "footer",
    )


def test_the_same_header_again_under_another_title_is_another_table() -> None:
    header = ["No", "Nama IKM", "Pemilik", "No HP"]
    found = one(
        [
            ["DATA IKM KELURAHAN SERUA KECAMATAN CIPUTAT TAHUN 2018"],
            header,
            [1, "A Craft", "Ani", PHONES[0]],
            ["Jumlah"],
            [],
            ["DATA IKM KELURAHAN JOMBANG KECAMATAN CIPUTAT TAHUN 2018"],
            header,
            [1, "B Craft", "Budi", PHONES[1]],
        ]
    )
    assert values(found, "kelurahan") == ["Serua", "Jombang"]


def test_a_header_printed_on_each_page() -> None:
    rows: list[list[Any]] = []
    for page in range(2):
        rows += [
            [f"Halaman {page + 1}"],
            ["DAFTAR ANGGOTA PAGUYUBAN KRIYA 2018"],
            ["Nama", "Usaha", "Produk", "Kontak"],
            ["1", "2", "3", "4"],
        ]
        rows += [[f"Ani {page}{n}", f"Batik {n}", "batik", PHONES[n]] for n in range(3)]
        rows += [["Jumlah halaman ini"], []]
    found = one(rows)
    assert [row.row for row in found.rows] == [5, 6, 7, 14, 15, 16]
    assert set(values(found, "association")) == {"PAGUYUBAN KRIYA"}


def test_groups_over_two_and_three_rows() -> None:
    rows = [
        ["No", "Nama IKM", "Pemilik", "HP", "Tenaga Kerja", "", "", "", "Omzet/thn (juta)", "", "Investasi (juta)"],
        ["", "", "", "", "Tetap", "", "Tidak Tetap", "", 2016, 2017, ""],
        ["", "", "", "", "L", "P", "L", "P", "", "", ""],
        [1, "A Batik", "Ani", PHONES[0], 1, 2, 0, 1, 100, "120,5", "10"],
        [2, "B Rotan", "Budi", PHONES[1], 3, "-", "-", 2, 50, 60, "2,5"],
    ]
    data = workbook({"A": rows}, {"A": ["E1:H1", "E2:F2", "G2:H2", "I1:J1"]})
    found = read(SourceFile("a.xlsx", data))[0]
    assert values(found, "workers_m") == [1, 3]
    assert values(found, "workers_f") == [3, 2]
    assert values(found, "workers") == [4, 5]
    assert values(found, "turnover_year_low") == [120_500_000, 60_000_000]
    assert values(found, "investment") == [10_000_000, 2_500_000]


def test_a_header_of_groups_that_does_not_begin_in_the_first_column() -> None:
    rows = [
        [],
        ["", "", "IDENTITAS PEMILIK", "", "", "", "IDENTITAS USAHA", "", "", "LEGALITAS"],
        ["", "", "Nama", "NIK", "L/P", "TTL", "Nama", "Alamat Lengkap", "TK (L/P)", "NIB"],
        [
            "",
            "",
            "Siti",
            "3674074107850000",
            "P",
            "Bogor, 1-7-1985",
            "Siti Batik",
            "Jl. X No.1, Babakan - Setu",
            "1/3",
            "1234567890123",
        ],
        [
            "",
            "",
            "Rudi",
            "-",
            "L",
            "Jakarta/12 Peb 1970",
            "Rudi Rotan",
            "Kp Baru RT 002/003 Kranggan, Setu",
            "2/-",
            "belum ada",
        ],
    ]
    found = one(rows)
    assert values(found, "owner_name") == ["Siti", "Rudi"]
    assert values(found, "business_name") == ["Siti Batik", "Rudi Rotan"]
    assert values(found, "sex") == ["P", "L"]
    assert values(found, "born") == ["1985-07-01", "1970-02-12"]
    assert values(found, "kelurahan") == ["Babakan", "Keranggan"]
    assert [(row.value("workers"), row.value("workers_m"), row.value("workers_f")) for row in found.rows] == [
        (4, 1, 3),
        (2, 2, None),
    ]
    assert next(column.letter for column in found.columns) == "C"


def test_names_with_addresses_and_numbers_in_one_cell() -> None:
    found = one(
        [
            [
                "No",
                "Nama dan Alamat Perusahaan",
                "Nama Pemilik / No. HP",
                "Jenis Kelamin",
                "",
                "Jml TK",
                "Omset/th (Rp.000)",
            ],
            ["", "", "", "L", "P", "", ""],
            [
                1,
                "CV. BATIK JAYA\nJl. Raya Serpong No 12 Kel. Buaran Kec. Serpong",
                f"Ani / {PHONES[0]}",
                "",
                "√",
                5,
                120000,
            ],
            [2, "UD Rotan, Kp. Sawah RT 3/4, Sawah, Ciputat", f"Budi ({PHONES[1]})", "v", "", "3", "96.000"],
        ]
    )
    assert values(found, "business_name") == ["CV. BATIK JAYA", "UD Rotan"]
    assert values(found, "kelurahan") == ["Buaran", "Sawah"]
    assert values(found, "owner_name") == ["Ani", "Budi"]
    assert values(found, "phone") == ["+6281200005717", "+6281300006028"]
    assert values(found, "sex") == ["P", "L"]
    assert values(found, "turnover_year_low") == [120_000_000, 96_000_000]


def test_a_place_written_once_a_group_and_ditto_marks() -> None:
    found = one(
        [
            ["NO", "KECAMATAN", "NAMA USAHA", "KELURAHAN", "HP"],
            [1, "Setu", "A Batik", "Muncul", PHONES[0]],
            [2, "", "B Batik", "idem", PHONES[1]],
            [3, "", "C Batik", "Setu", PHONES[2]],
            [4, "Serpong", "D Batik", "Ciater", PHONES[3]],
            [5, "", "E Batik", "sda", PHONES[4]],
        ]
    )
    assert values(found, "kecamatan") == ["Setu", "Setu", "Setu", "Serpong", "Serpong"]
    assert values(found, "kelurahan") == ["Muncul", "Muncul", "Setu", "Ciater", "Ciater"]
    # Blanks among repeated names are blanks.
    found = one(
        [
            ["NO", "KECAMATAN", "NAMA USAHA", "HP"],
            [1, "Setu", "A Batik", PHONES[0]],
            [2, "", "B Batik", PHONES[1]],
            [3, "Setu", "C Batik", PHONES[2]],
            [4, "Serpong", "D Batik", PHONES[3]],
            [5, "", "E Batik", PHONES[4]],
        ]
    )
    assert values(found, "kecamatan") == ["Setu", None, "Setu", "Serpong", None]


def test_a_list_without_a_header() -> None:
    text = (
        "1;Griya Batik;Bu Ani;081200005717;Jl. Merpati No 10;Serua;Ciputat\n"
        "2;CV Kayu Jaya;Pak Budi;081300006028;Jl. Mawar 2;Jombang;Ciputat\n"
        "3;Tas Cantik;Wati;;Kp. Sawah 5;Sawah;Ciputat\n"
    )
    found = read(SourceFile("a.csv", text.encode()))[0]
    assert [note.code for note in found.problems] == ["no_header"]
    assert values(found, "business_name") == ["Griya Batik", "CV Kayu Jaya", "Tas Cantik"]
    assert values(found, "owner_name") == ["Bu Ani", "Pak Budi", "Wati"]
    assert values(found, "kelurahan") == ["Serua", "Jombang", "Sawah"]


def test_lines_of_text() -> None:
    lines = ["*DAFTAR PESERTA BAZAR*", "(nama - usaha - produk - alamat - WA)"]
    lines += [
        f"{n + 1}. Ibu Ani {n} - Griya Batik {n} - batik - Kel. Serua, Kec. Ciputat - {PHONES[n]}" for n in range(5)
    ]
    found = read(SourceFile("chat.txt", "\n".join(lines).encode()))[0]
    assert [row.row for row in found.rows] == [3, 4, 5, 6, 7]
    assert set(values(found, "kelurahan")) == {"Serua"}
    assert values(found, "phone")[0] == "+6281200005717"


def test_records_over_two_lines() -> None:
    rows: list[list[Any]] = [["No", "Nama Pemilik", "Nama Usaha", "Alamat", "Telp"]]
    for n in range(3):
        rows += [
            [f"{n + 1}.", f"Ani {n}", f"Batik {n}", f"Jl. Mawar {n + 1}", PHONES[n]],
            ["", "", "", "Kel. Serua Kec. Ciputat", ""],
        ]
    found = one(rows)
    assert [row.row for row in found.rows] == [2, 4, 6]
    assert set(values(found, "kelurahan")) == {"Serua"}


def test_sheets_of_other_things_are_set_aside() -> None:
    header = ["NO", "NAMA IKM", "PEMILIK", "KELURAHAN", "NO. TELP"]
    data = workbook(
        {
            "REKAP": [["REKAP IKM"], ["No", "Kecamatan", "Jumlah IKM", "Jumlah TK"], [1, "Setu", 2, 5]],
            "SETU": [["DAFTAR IKM"], header, [1, "A", "Ani", "Muncul", PHONES[0]], [2, "B", "Budi", "Setu", PHONES[1]]],
            "SERPONG": [["DAFTAR IKM"], header, [1, "C", "Cici", "Ciater", PHONES[2]], [2, "", "", "", ""]],
            "Petunjuk": [["Petunjuk pengisian"], ["1. Isi nama usaha"], ["2. Isi nomor HP"]],
            "ref": [["SEKTOR", "STATUS"], ["Industri", "Lancar"]],
        }
    )
    found = read(SourceFile("ikm.xlsx", data))[0]
    assert [row.place for row in found.rows] == ["1/SETU,3", "1/SETU,4", "1/SERPONG,3"]
    assert values(found, "kecamatan") == ["Setu", "Setu", "Serpong"]


def test_currency_in_a_column_of_its_own() -> None:
    found = one(
        [
            ["No", "Nama Usaha", "Nama Pemilik", "NIK", "Modal", "", "Omzet per bulan", ""],
            [1, "A Batik", "Ani", "3674071805860000", "Rp", 5000000, "Rp", 3000000],
            [2, "B Batik", "Budi", "3674036303660000", "Rp", "2.500.000", "Rp", "-"],
        ]
    )
    assert values(found, "investment") == [5_000_000, 2_500_000]
    assert values(found, "turnover_year_low") == [36_000_000, None]


def test_a_list_on_its_side_is_read_by_columns() -> None:
    found = one(
        [
            ["DATA IKM TAHUN 2018"],
            ["Uraian", "IKM 1", "IKM 2", "IKM 3"],
            ["Nama Usaha", "Batik A", "Batik B", "Batik C"],
            ["Pemilik", "Ani", "Budi", "Citra"],
            ["No HP", "HP: " + PHONES[0], *PHONES[1:3]],
            ["Alamat", "Jl. Satu 1", "Jl. Dua 2", "Jl. Tiga 3"],
            ["Kelurahan", "Serua", "Serua", "Setu"],
            ["Mulai usaha", "2001", "5 th", None],
        ]
    )
    assert [row.row for row in found.rows] == [2, 3, 4], "the number of the column"
    assert values(found, "business_name") == ["Batik A", "Batik B", "Batik C"]
    assert values(found, "kelurahan") == ["Serua", "Serua", "Setu"]
    assert values(found, "since") == [2001, 2013, None]
    assert [note.code for note in found.problems] == ["sideways"]
