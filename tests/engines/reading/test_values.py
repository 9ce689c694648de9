"""Single cells: what a careful person reads from them."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.engines.reading.reference import kbli_codes, places

from binakriya.engines.reading.values.addresses import understand_address
from binakriya.engines.reading.values.contacts import understand_email, understand_sex
from binakriya.engines.reading.values.dates import parse_date, parse_moment
from binakriya.engines.reading.values.ids import birth_of_nik, understand_kbli, understand_nib, understand_nik
from binakriya.engines.reading.values.money import money_header, understand_amount, understand_turnover
from binakriya.engines.reading.values.names import split_name, split_owner_and_business
from binakriya.engines.reading.values.numbers import parse_number, words_to_number
from binakriya.engines.reading.values.phones import parse_phones
from binakriya.engines.reading.values.places import understand_place
from binakriya.engines.reading.values.products import understand_products
from binakriya.engines.reading.values.since import understand_since
from binakriya.engines.reading.values.workers import parse_workers

AS_OF = date(2018, 12, 31)
CELLS = st.one_of(
    st.text(max_size=60),
    st.text(alphabet="0123456789.,-/+ RpjtLPrb()ab", max_size=30),
    st.floats(),
    st.integers(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.none(),
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.500.000", 1_500_000),
        ("1,500,000.50", 1_500_000.5),
        ("1.500.000,50", 1_500_000.5),
        ("22.5", 22.5),
        ("2,5", 2.5),
        ("1.500", 1500),
        ("0.750", 0.75),
        ("12", 12),
        ("1.5.2", None),
        ("a", None),
    ],
)
def test_numbers(text: str, number: float | None) -> None:
    found = parse_number(text)
    assert (None if found is None else float(found)) == number


@pytest.mark.parametrize(
    ("text", "number"), [("dua puluh lima", 25), ("lima belas", 15), ("tiga", 3), ("dua ratus ribu", 200_000)]
)
def test_numbers_in_words(text: str, number: int) -> None:
    assert words_to_number(text) == number


@pytest.mark.parametrize(
    ("header", "times", "period"),
    [
        ("NILAI INVESTASI (Rp. 000)", 1000, None),
        ("OMSET/THN (Rp.000)", 1000, "year"),
        ("Omzet (x Rp 1.000)", 1000, None),
        ("Nilai (Rp. 1.000,-)", 1000, None),
        ("Omset (juta Rp)/bln", 1_000_000, "month"),
        ("Omset/bln (Rp'000)", 1000, "month"),
        ("Omzet (dalam ribuan)", 1000, None),
        ("NILAI (Rp. 000.000)", 1_000_000, None),
        ("Omset 3 bulan terakhir", 1, "quarter"),
        ("Apakah omzet di bawah 300 juta?", 1, None),
        ("Omset 2017", 1, None),
        ("Rata-rata omset sebulan (Rp)", 1, "month"),
    ],
)
def test_units_and_periods_of_headers(header: str, times: int, period: str | None) -> None:
    found = money_header(header)
    assert (found.times, found.period) == (times, period)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("± 15 - 22.5 juta", 180_000_000, 270_000_000),
        ("Rp 24 juta", 288_000_000, 288_000_000),
        ("8jt", 96_000_000, 96_000_000),
        ("500 ribu", 6_000_000, 6_000_000),
        ("1,5 M", 18_000_000_000, 18_000_000_000),
        ("Rp 1.500.000,-", 18_000_000, 18_000_000),
        ("2.500.000,00", 30_000_000, 30_000_000),
        ("Rp 300.000.000 - Rp 500.000.000 /tahun", 300_000_000, 500_000_000),
        ("antara 5 juta sampai 10 juta", 60_000_000, 120_000_000),
        ("tiga juta", 36_000_000, 36_000_000),
        ("< 5 juta", None, 60_000_000),
        (">50 juta", 600_000_000, None),
        ("5 juta ke bawah", None, 60_000_000),
        ("10 juta ke atas", 120_000_000, None),
        ("500rb s/d 1jt", 6_000_000, 12_000_000),
        ("12,5 JT-an", 150_000_000, 150_000_000),
        ("750rb/minggu", 39_000_000, 39_000_000),
        ("5 jt - 10jt/thn", 5_000_000, 10_000_000),
        ("2 setengah juta", 30_000_000, 30_000_000),
        ("5 000 000", 60_000_000, 60_000_000),
        ("Rp. 10.000.000 (sepuluh juta rupiah)", 120_000_000, 120_000_000),
        (3_500_000, 42_000_000, 42_000_000),
        ("tidak tentu", None, None),
        ("100rb/hari", None, None),
        ("2,5", None, None),
        ("-", None, None),
        ("", None, None),
    ],
)
def test_monthly_turnover_becomes_a_year(text: str, low: int | None, high: int | None) -> None:
    found = understand_turnover(text, money_header("Omset per bulan"))
    assert (found[0].value, found[1].value) == (low, high)


def test_a_unit_in_the_header_is_for_plain_numbers() -> None:
    header = money_header("NILAI INVESTASI (Rp. 000)")
    assert understand_amount(7500.0, header).value == 7_500_000
    assert understand_amount("150.000", header).value == 150_000_000
    assert understand_amount("Rp 24 juta", header).value == 24_000_000
    assert understand_amount("Rp 24.000.000", header).value == 24_000_000
    assert understand_amount("-", header).value is None


@pytest.mark.parametrize(
    ("cell", "year"),
    [
        ("12 tahun", 2006),
        ("± 10 th", 2008),
        ("Tahun 2001", 2001),
        ("2001 (izin 2003)", 2001),
        (2010.0, 2010),
        ("2015.0", 2015),
        ("12/03/2010", 2010),
        ("Maret 2010", 2010),
        ("6 bulan", 2018),
        ("1 tahun 6 bulan", 2017),
        ("dua tahun", 2016),
        ("'98", 1998),
        ("1990-an", 1990),
        (98, 1998),
        (date(2001, 5, 1), 2001),
        (date(1905, 6, 23), 2001),
        ("baru", None),
        ("-", None),
        (12, None),
        ("19 tahun (1999)", 1999),
    ],
)
def test_since(cell: object, year: int | None) -> None:
    assert understand_since(cell, as_of=AS_OF, header="Mulai usaha").value == year  # type: ignore[arg-type]


def test_since_needs_the_date_of_the_list() -> None:
    said = understand_since("12 tahun", as_of=None)
    assert said.value is None
    assert [note.code for note in said.warnings] == ["list_date_unknown"]
    assert understand_since(12, as_of=AS_OF, header="Lama usaha (tahun)").value == 2006


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("0812-0000-5717 (WA) / 021-7490000", ["+6281200005717", "+62217490000"]),
        ("62 813 00006028", ["+6281300006028"]),
        (81300006028.0, ["+6281300006028"]),
        (8130000985.0, ["+628130000985"]),
        ("(021) 749 0000", ["+62217490000"]),
        ("0812 - 0000 - 5717", ["+6281200005717"]),
        ("0812‑0000‑5717", ["+6281200005717"]),
        ("O812-0000-5717", ["+6281200005717"]),
        ("0812 0000 5717 0857 0000 0768", ["+6281200005717", "+6285700000768"]),
        ("0062 812 0000 5717", ["+6281200005717"]),
        ("wa.me/6281200005717", ["+6281200005717"]),
        ("6.281300004856E+12", ["+6281300004856"]),
        ("8.13E+10", []),
        ("-", []),
        ("'081200005717", ["+6281200005717"]),
        ("+60 12-345 6789", ["+60123456789"]),
        ("7490000", []),
        ("tidak punya", []),
    ],
)
def test_phones(cell: object, numbers: list[str]) -> None:
    assert [phone.number for phone in parse_phones(cell)[0]] == numbers  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("cell", "nik", "doubt"),
    [
        ("3674071805860000", "3674071805860000", None),
        (3674072601840000.0, "3674072601840000", "stored_as_number"),
        ("3674072601840000.0", "3674072601840000", None),
        ("367405 2701860000", "3674052701860000", None),
        ("36.74.07.110467.0000", "3674071104670000", None),
        ("NIK. 3674032811740000", "3674032811740000", None),
        ("3.67407E+15", None, "digits_lost"),
        ("367403610865000", None, "wrong_length"),
        ("0000000000000000", None, "placeholder"),
        ("-", None, None),
        (3674070000000000.0, None, "digits_lost"),
        ("3674079905860000", "3674079905860000", "no_birth_date_in_nik"),
    ],
)
def test_nik(cell: object, nik: str | None, doubt: str | None) -> None:
    said = understand_nik(cell)  # type: ignore[arg-type]
    assert said.value == nik
    assert [note.code for note in said.warnings] == ([doubt] if doubt else [])


def test_birth_and_sex_in_a_nik() -> None:
    assert birth_of_nik("3674026402840000", 2018) == (date(1984, 2, 24), "P")
    assert birth_of_nik("3674071805860000", 2018) == (date(1986, 5, 18), "L")


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("13134", "13134"),
        (13134.0, "13134"),
        ("13.134", "13134"),
        ("C13134", "13134"),
        ("13134 - Industri Batik", "13134"),
        ("[13122] INDUSTRI TENUN", "13122"),
        ("1313", None),
        ("Industri Batik", None),
        ("-", None),
    ],
)
def test_kbli(cell: object, code: str | None) -> None:
    assert understand_kbli(cell, kbli_codes()).value == code  # type: ignore[arg-type]


def test_nib() -> None:
    assert understand_nib("5223491805083").value == "5223491805083"
    assert understand_nib(5223491805083.0).value == "5223491805083"
    assert understand_nib("belum").value is None
    short = understand_nib(220012345678.0)
    assert (short.value, short.suggestion) == (None, "0220012345678")


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("3 laki2, 1 perempuan", (4, 3, 1)),
        ("sendiri", (1, None, None)),
        ("5 org", (5, None, None)),
        ("L 2 P 3", (5, 2, 3)),
        ("2L/3P", (5, 2, 3)),
        ("L=6 P=5", (11, 6, 5)),
        ("10 (L 2, P 8)", (10, 2, 8)),
        ("6 orang (5 L, 1 P)", (6, 5, 1)),
        ("-", (None, None, None)),
        ("0 lk 5 pr", (5, 0, 5)),
        ("tiga orang", (3, None, None)),
        ("2 orang + saya", (3, None, None)),
        ("3-4 orang", (None, None, None)),
        ("suami istri", (2, None, None)),
        (4.0, (4, None, None)),
        ("5 (2 tetap, 3 harian)", (5, None, None)),
    ],
)
def test_workers(text: object, counts: tuple[int | None, ...]) -> None:
    found = parse_workers(text)  # type: ignore[arg-type]
    assert (found.total, found.men, found.women) == counts


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("Bogor, 30 Nopember 1986", date(1986, 11, 30)),
        ("30-Nop-86", date(1986, 11, 30)),
        ("30/11/1986", date(1986, 11, 30)),
        ("1986-11-30", date(1986, 11, 30)),
        ("17-08-'65", date(1965, 8, 17)),
        ("08/17/1965", date(1965, 8, 17)),
        (31742, date(1986, 11, 26)),
        ("17 Agustus1945", date(1945, 8, 17)),
        ("31-06-1970", None),
        ("Jakarta", None),
    ],
)
def test_dates(cell: object, day: date | None) -> None:
    assert parse_date(cell, latest=2008) == day  # type: ignore[arg-type]


def test_moments() -> None:
    assert parse_moment("29/10/2018 15:06:00") == datetime(2018, 10, 29, 15, 6)
    assert parse_moment("10/29/2018 3:06:00 PM", day_first=False) == datetime(2018, 10, 29, 15, 6)
    assert parse_moment("2018/10/29 3:06:00 PM GMT+7") == datetime(2018, 10, 29, 15, 6)


@pytest.mark.parametrize(
    ("text", "kelurahan", "kecamatan"),
    [
        ("Perum Griya Asri Blok C2 60 rt2 rw7, Setu, Setu 15314", "Setu", "Setu"),
        ("Jl. Raya Serpong No.134 RT 03/RW 17", None, None),
        ("Jl. Merpati No 10 RT 1/7 Pondok Aren Pondok Aren", "Pondok Aren", "Pondok Aren"),
        ("Jl. Ciater Barat No 5", None, None),
        ("Jl H. Saman 92 Kel. Serua Kec. Ciputat Tangerang Selatan 15414", "Serua", "Ciputat"),
        ("gg Masjid 12, Pd Kacang Tmr, Pd. Aren, Tangsel", "Pondok Kacang Timur", "Pondok Aren"),
        ("Kp. Sawah RT 04/05 Kel.Rempoa Kec.Ciputat Timur", "Rempoa", "Ciputat Timur"),
        ("Jl. Pamulang Permai 95, Setu", None, "Setu"),
        ("Jl Merdeka 5, Sukasari, Bogor Timur, Kota Bogor 16144", "Sukasari", "Bogor Timur"),
        ("Jl Masjid Pondok Kacang Timur Pondok Aren", "Pondok Kacang Timur", "Pondok Aren"),
        ("Jl. A 1 Kel/Kec. Kademangan/Setu", "Kademangan", "Setu"),
        ("Jl. A 1\nKel. Kedaung\nKec. Pamulang\nTangsel", "Kedaung", "Pamulang"),
    ],
)
def test_addresses(text: str, kelurahan: str | None, kecamatan: str | None) -> None:
    found = understand_address(text, places())
    assert (found["kelurahan"].value if "kelurahan" in found else None) == kelurahan
    assert (found["kecamatan"].value if "kecamatan" in found else None) == kecamatan


def test_parts_of_an_address() -> None:
    found = understand_address("Jalan Cendrawasih 81 rt11 rw6, Pondok Cabe Ilir, Pamulang 15418", places())
    assert {name: said.value for name, said in found.items()} == {
        "street": "Jalan Cendrawasih 81",
        "rt": "11",
        "rw": "06",
        "kelurahan": "Pondok Cabe Ilir",
        "kecamatan": "Pamulang",
        "postcode": "15418",
    }


@pytest.mark.parametrize(
    ("text", "name", "doubts"),
    [
        ("PONDOK KACANG TIMUR TIMUR?", "Pondok Kacang Timur", {"uncertain", "abbreviated"}),
        ("Rawa Buntu", "Rawabuntu", set()),
        ("Pd. Cabe Ilir", "Pondok Cabe Ilir", {"abbreviated"}),
        ("Kadamangan", "Kademangan", {"misspelt"}),
        ("Sukasari", "Sukasari", {"unknown_place"}),
        ("Kel. Serua", "Serua", set()),
    ],
)
def test_names_of_places(text: str, name: str, doubts: set[str]) -> None:
    said = understand_place(text, places(), "kelurahan")["kelurahan"]
    assert said.value == name
    assert {note.code for note in said.warnings} == doubts


def test_names_products_and_contacts() -> None:
    assert split_name("Hj. Siti Handayani, S.Pd") == ("Hj.", "Siti Handayani", "S.Pd")
    business, owner = split_owner_and_business("Ibu Aisyah / Griya Batik")
    assert (business.value, owner.value) == ("Griya Batik", "Ibu Aisyah")
    assert understand_products("syal batik dan kain batik tulis, dll").value == ["syal batik", "kain batik tulis"]
    assert understand_email(" Dwi.Sulam@Example.com ").value == "dwi.sulam@example.com"
    assert understand_email("tidak ada").value is None
    assert [understand_sex(text).value for text in ("L", "Perempuan", "wanita", "x")] == ["L", "P", "P", None]


@settings(max_examples=300, deadline=None)
@given(CELLS)
def test_no_cell_breaks_a_reader(cell: object) -> None:
    header = money_header("Omset per bulan (Rp. 000)")
    understand_turnover(cell, header)  # type: ignore[arg-type]
    understand_amount(cell, header)  # type: ignore[arg-type]
    understand_since(cell, as_of=AS_OF)  # type: ignore[arg-type]
    parse_phones(cell)  # type: ignore[arg-type]
    understand_nik(cell)  # type: ignore[arg-type]
    understand_nib(cell)  # type: ignore[arg-type]
    understand_kbli(cell, kbli_codes())  # type: ignore[arg-type]
    parse_workers(cell, pair=True)  # type: ignore[arg-type]
    parse_date(cell)  # type: ignore[arg-type]
    parse_moment(cell)  # type: ignore[arg-type]
    understand_address(cell, places())  # type: ignore[arg-type]
    understand_place(cell, places(), "kelurahan")  # type: ignore[arg-type]
    understand_products(cell)  # type: ignore[arg-type]
    split_owner_and_business(cell)  # type: ignore[arg-type]
    understand_email(cell)  # type: ignore[arg-type]


@given(st.integers(1, 999_999_999_999))
def test_money_written_with_points_is_read_back(amount: int) -> None:
    text = f"Rp {amount:,}".replace(",", ".")
    header = money_header("Modal (Rp)")
    if amount >= 1000:
        assert understand_amount(text, header).value == amount


@given(
    st.text("0123456789", min_size=7, max_size=11),
    st.sampled_from(["08{}", "+628{}", "628{}", "08{} (WA)", "(+62)8{}", "8{}"]),
)
def test_a_phone_is_read_exactly_as_written(digits: str, form: str) -> None:
    numbers = [phone.number for phone in parse_phones(form.format(digits))[0]]
    assert numbers in ([f"+628{digits}"], []) or set(digits) == {"8"}


@given(st.dates(date(1930, 1, 1), date(2010, 1, 1)), st.sampled_from(["%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d"]))
def test_a_date_is_read_back(day: date, form: str) -> None:
    assert parse_date(day.strftime(form)) == day
