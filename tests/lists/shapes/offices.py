"""Lists of government offices: a letterhead, printed pages retyped, sections, numbered columns, one sheet a ward."""

from __future__ import annotations

import random
from functools import partial
from itertools import groupby

from tests.lists import money
from tests.lists import sayings as say
from tests.lists import wording as word
from tests.lists.book import Book, Column, write_csv, write_ods, write_xls, write_xlsx
from tests.lists.sayings import Mention, Saying
from tests.lists.shapes.base import (
    Shape,
    footnotes,
    remarks,
    running,
    running_dotted,
    signature,
    spacer,
    stray_blank,
)
from tests.lists.shapes.headings import headings


def _split_columns(zero: tuple) -> tuple[Column, Column]:
    """Men and women of one row: both cells come from one saying, the women's from the men's draw."""
    drawn: dict[int, tuple[Saying, Saying]] = {}

    def men(m: Mention) -> Saying:
        drawn[id(m)] = say.workers_split(m, zero=zero)
        return drawn[id(m)][0]

    def women(m: Mention) -> Saying:
        return drawn.pop(id(m))[1]

    return Column("L", men), Column("P", women)


def _letterhead(rng: random.Random, mentions: list[Mention]) -> Book:
    book = Book()
    sheet = book.sheet("Data Terpilah")
    men, women = _split_columns((0, "-"))
    columns = [
        Column("NO", running),
        Column("PEMILIK", word.owner, name=True),
        Column("PERUSAHAAN", word.business, name=True),
        Column("JALAN", word.street),
        Column("KEL.", say.sometimes(word.kelurahan, 0.96)),
        Column("KEC.", say.sometimes(word.kecamatan, 0.85)),
        Column("NO. TELP/HP", say.phone_mixed),
        Column("KOMODITI", word.wares),
        Column("TAHUN BERDIRI", say.sometimes(say.since_year, 0.93)),
        men,
        women,
        Column("INVESTASI", money.investment_millions),
        Column("OMZET per tahun", money.turnover_year_millions),
        Column("NIB", say.sometimes(say.nib, 0.3, otherwise=(None, "-"))),
    ]
    width = len(columns)
    for line in (
        "PEMERINTAH KOTA TANGERANG SELATAN",
        "DINAS KOPERASI DAN USAHA KECIL MENENGAH",
        "Jl. Maruga No. 1 Serua, Ciputat - Tangerang Selatan  Telp. (021) 0000 1234",
    ):
        row = sheet.add(line, *[None] * (width - 1))
        sheet.merges.append((row, 1, row, width))
    sheet.add()
    sheet.add("DATA INDUSTRI KECIL KERAJINAN TAHUN 2018")
    sheet.add()
    sheet.add("NO", "NAMA", None, "ALAMAT", None, None, "NO. TELP/HP", "KOMODITI", "TAHUN BERDIRI",
    "JUMLAH TENAGA KERJA", None,
              "NILAI (Rp. Juta)", None, "NIB")  # fmt: skip
    sheet.add(
        None,
        "PEMILIK",
        "PERUSAHAAN",
        "JALAN",
        "KEL.",
        "KEC.",
        None,
        None,
        None,
        "LAKI-LAKI",
        "PEREMPUAN",
        "INVESTASI",
        "OMZET",
        None,
    )
    sheet.add(*[None] * 9, "(orang)", "(orang)", None, "per tahun", None)
    sheet.merges += [(7, 2, 7, 3), (7, 4, 7, 6), (7, 10, 7, 11), (7, 12, 7, 13)]
    sheet.merges += [(7, c, 9, c) for c in (1, 7, 8, 9, 14)] + [(8, c, 9, c) for c in (2, 3, 4, 5, 6, 12)]
    for mention in mentions:
        book.mention(sheet, mention, columns)
        stray_blank(rng, sheet)
    last = len(sheet.rows)
    sheet.add(None, "JUMLAH", *[None] * 7, f"=SUM(J10:J{last})", f"=SUM(K10:K{last})", f"=SUM(L10:L{last})")
    footnotes(rng, sheet)
    signature(rng, sheet, 10)
    return book


def _printed(rng: random.Random, mentions: list[Mention]) -> Book:
    book = Book()
    sheet = book.sheet("cetakan")
    columns = [
        Column("NO.", running_dotted),
        Column("NAMA PERUSAHAAN", word.business, name=True),
        Column("NAMA PEMILIK / PENANGGUNG JAWAB", word.owner, name=True),
        Column("ALAMAT", word.street),
        Column("DESA/KELURAHAN", say.sometimes(word.kelurahan, 0.95, otherwise=("", "-"))),
        Column("KECAMATAN", say.sometimes(word.kecamatan, 0.9, otherwise=("", "-"))),
        Column("TELEPON", say.one_of(*[say.phone_text] * 12, say.phone_retyped, say.phone_none)),
        Column("JENIS PRODUKSI", word.wares),
        Column("TENAGA KERJA (ORANG)", say.one_of(say.workers_number, say.workers_words)),
        Column("MULAI USAHA", say.one_of(say.since_year, say.since_words, say.nothing("", "–", "lupa"))),
        Column(
            "OMZET RATA-RATA PER BULAN",
            say.one_of(money.turnover_month_text, money.turnover_month_text, money.turnover_none),
        ),
        Column("KETERANGAN", remarks),
    ]
    pages = -(-len(mentions) // 20)
    for page in range(pages):
        if page:
            sheet.add(None, "Jumlah dipindahkan", str(page * 20), *[None] * 9)
            sheet.add()
        sheet.add(
            "DAFTAR PERUSAHAAN INDUSTRI KERAJINAN – KEADAAN TAHUN 2018",
            *[None] * 10,
            f"Halaman {page + 1} dari {pages}",
        )
        sheet.add(*headings(columns, rng))
        for mention in mentions[page * 20 : page * 20 + 20]:
            book.mention(sheet, mention, columns)
    sheet.add(None, "J U M L A H", f"{len(mentions)} perusahaan", *[None] * 9)
    sheet.add(*[None] * 8, "Petugas,", None, None, None)
    sheet.add(*[None] * 8, "ENCEP SUHERMAN", None, None, None)
    return book


def _sections(rng: random.Random, mentions: list[Mention]) -> Book:
    """One header, then a row for each kecamatan, its enterprises numbered from one, and a sub-total."""
    book = Book()
    sheet = book.sheet("IKM")
    men, women = _split_columns((0, None))
    columns = [
        Column("No", running),
        Column("Nama IKM", word.business, name=True),
        Column("Pemilik", word.owner, name=True),
        Column("No. KTP", say.sometimes(say.nik_mixed, 0.85, otherwise=(None, "-"))),
        Column("Alamat", word.street),
        Column("Kelurahan", say.sometimes(word.kelurahan, 0.93)),
        Column("No. HP", say.phone_mixed),
        Column("KBLI", say.sometimes(say.kbli, 0.9)),
        Column("Produk", word.wares),
        Column("TK Laki-laki", men.say),
        Column("TK Perempuan", women.say),
        Column("Omset / Tahun (Rp. 000)", money.turnover_year_thousands),
        Column("Ket.", remarks),
    ]
    sheet.add("DAFTAR IKM KERAJINAN PER KECAMATAN")
    sheet.add("Tahun 2018")
    sheet.add()
    sheet.add(*headings(columns, rng))
    width = len(columns)
    ordered = sorted(mentions, key=lambda m: m.address.place.kecamatan)
    for roman, (kecamatan, group) in enumerate(groupby(ordered, key=lambda m: m.address.place.kecamatan)):
        mark = rng.choice(
            (f"KECAMATAN {kecamatan.upper()}", f"{'ABCDEFGHIJKLMNO'[roman]}. KECAMATAN {kecamatan.upper()}")
        )
        row = sheet.add(mark, *[None] * (width - 1))
        sheet.merges.append((row, 1, row, width))
        members = list(group)
        first = len(sheet.rows) + 1
        for number, m in enumerate(members, start=1):
            here = Mention(m.rng, m.enterprise, m.address, number)
            book.mention(sheet, here, columns, also={"kecamatan": kecamatan})
        last = len(sheet.rows)
        sheet.add(
            None,
            f"Jumlah Kec. {kecamatan}",
            f"{len(members)} IKM",
            *[None] * 6,
            f"=SUM(J{first}:J{last})",
            f"=SUM(K{first}:K{last})",
        )
    sheet.add(None, "TOTAL", f"{len(mentions)} IKM")
    signature(rng, sheet, 8)
    return book


def _numbered(rng: random.Random, mentions: list[Mention]) -> Book:
    """From column C, empty columns between, a row (1) (2) (3) below the header, kecamatan merged down its rows."""
    book = Book()
    book.sheet("Sheet1")
    sheet = book.sheet("FORM A-2")
    columns = [
        Column("No. Urut", running),
        Column("Kecamatan", say.nothing(None)),
        Column("Kelurahan", word.kelurahan),
        spacer,
        Column("Nama Pengusaha", word.owner, name=True),
        Column("Nama/Merek Usaha", word.business, name=True),
        spacer,
        Column("Nomor Induk Kependudukan", say.nik_mixed),
        Column("Tempat dan Tanggal Lahir", say.sometimes(say.born_place_and_date, 0.85)),
        Column("Umur (th)", say.age),
        Column("Nomor Telepon", say.phone_mixed),
        spacer,
        Column("Hasil Produksi", word.wares),
        Column("Jumlah Pekerja", say.one_of(say.workers_number, say.workers_words)),
        Column("Tahun Berdiri Usaha", say.one_of(say.since_year, say.since_words)),
        Column("Kapasitas Produksi per Bulan (pcs)", say.nothing(50, 120, 300, "tergantung", 1000)),
        Column(
            "Omzet per Bulan (Rp)",
            say.one_of(money.turnover_month_number, money.turnover_month_text, money.turnover_month_range),
        ),
    ]
    sheet.add()
    sheet.add("FORMULIR PENDATAAN SENTRA INDUSTRI KECIL (FORM A-2)", indent=2)
    sheet.add("Periode: Semester I Tahun 2018", indent=2)
    sheet.add()
    sheet.add(*headings(columns, rng), indent=2)
    counted = iter(range(1, 100))
    sheet.add(*[None if column is spacer else f"({next(counted)})" for column in columns], indent=2)
    ordered = sorted(mentions, key=lambda m: m.address.place.kecamatan)
    number = 0
    for kecamatan, group in groupby(ordered, key=lambda m: m.address.place.kecamatan):
        first = len(sheet.rows) + 1
        for m in group:
            number += 1
            row = book.mention(
                sheet, Mention(m.rng, m.enterprise, m.address, number), columns, also={"kecamatan": kecamatan}, indent=2
            )
            if row == first:
                sheet.rows[row - 1][3] = kecamatan
        if len(sheet.rows) > first:
            sheet.merges.append((first, 4, len(sheet.rows), 4))
    sheet.add("Jumlah", None, None, None, f"{len(mentions)} orang", indent=2)
    footnotes(rng, sheet)
    return book


def _wards(rng: random.Random, mentions: list[Mention]) -> Book:
    """A summary, then a sheet for each kelurahan whose title says where it is."""
    book = Book()
    summary = book.sheet("REKAP")
    men, women = _split_columns((0, None, "-"))
    columns = [
        Column("NO", running),
        Column("NAMA", word.owner, name=True),
        Column("NAMA USAHA", word.business, name=True),
        Column("NIK", say.one_of(say.nik_float, say.nik_float, say.nik_digits, say.nik_written, say.nik_lost)),
        Column("TGL LAHIR", say.sometimes(say.born_date, 0.9)),
        Column("ALAMAT", word.street),
        Column("NO HP", say.phone_mixed),
        Column("JENIS USAHA", word.craft_word),
        Column("L", men.say),
        Column("P", women.say),
        Column(
            "OMZET (JUTA/BLN)",
            say.one_of(money.turnover_month_millions, money.turnover_month_millions, money.turnover_none),
        ),
        Column("TGL MENDAFTAR", lambda m: (m.enterprise.since.replace(year=2018, month=9), {})),
    ]
    ordered = sorted(mentions, key=lambda m: (m.address.place.kecamatan, m.address.place.kelurahan))
    counts: list[tuple[str, str, int, int]] = []
    for place, group in groupby(ordered, key=lambda m: m.address.place):
        members = list(group)
        sheet = book.sheet(place.kelurahan[:31])
        sheet.add("DATA PELAKU USAHA MIKRO KERAJINAN")
        sheet.add(f"KELURAHAN {place.kelurahan.upper()} KECAMATAN {place.kecamatan.upper()}")
        sheet.add()
        sheet.add(*headings(columns, rng)[:8], "JUMLAH TENAGA KERJA", None, "OMZET (JUTA/BLN)", "TGL MENDAFTAR")
        sheet.add(*[None] * 8, "L", "P", None, None)
        sheet.merges += [(4, 9, 4, 10), *((4, c, 5, c) for c in (1, 2, 3, 4, 5, 6, 7, 8, 11, 12))]
        for number, m in enumerate(members, start=1):
            here = Mention(m.rng, m.enterprise, m.address, number)
            book.mention(sheet, here, columns, also={"kelurahan": place.kelurahan, "kecamatan": place.kecamatan})
        last = len(sheet.rows)
        sheet.add(None, "JUMLAH", *[None] * 6, f"=SUM(I6:I{last})", f"=SUM(J6:J{last})")
        if rng.random() < 0.5:
            signature(rng, sheet, 8)
        counts.append((place.kelurahan, place.kecamatan, len(members), sum(m.enterprise.workers for m in members)))
    summary.add("REKAPITULASI PELAKU USAHA MIKRO PER KELURAHAN TAHUN 2018")
    summary.add()
    summary.add("NO", "KELURAHAN", "KECAMATAN", "JUMLAH USAHA", "TENAGA KERJA")
    for number, line in enumerate(counts, start=1):
        summary.add(number, *line)
    summary.add(None, "JUMLAH", None, len(mentions), sum(line[3] for line in counts))
    return book


def _elsewhere(rng: random.Random, mentions: list[Mention]) -> Book:
    """A regency whose places the gazetteer of South Tangerang does not know."""
    book = Book()
    sheet = book.sheet("LEBAK 2018")
    columns = [
        Column("No", running),
        Column("Nama Pelaku Usaha", word.owner, name=True),
        Column("Nama Usaha", word.business, name=True),
        Column("NIK", say.nik_mixed),
        Column("Alamat", word.street),
        Column("Desa/Kelurahan", word.kelurahan),
        Column("Kecamatan", word.kecamatan),
        Column("Kab/Kota", lambda m: (m.address.place.city, {})),
        Column("No. Telp/WA", say.phone_mixed),
        Column("Jenis Produk", word.wares),
        Column("Jumlah TK", say.one_of(say.workers_number, say.workers_words)),
        Column("Thn Mulai", say.since_year),
        Column("Modal (Rp Juta)", money.investment_millions),
        Column("Omset/Tahun (Rp)", money.turnover_year_number),
    ]
    sheet.add("DINAS PERINDUSTRIAN DAN PERDAGANGAN KABUPATEN LEBAK")
    sheet.add("DATA PENGRAJIN PESERTA PAMERAN BERSAMA TAHUN 2018")
    sheet.add(*headings(columns, rng))
    for mention in mentions:
        book.mention(sheet, mention, columns)
        stray_blank(rng, sheet)
    signature(rng, sheet, 9, city="Rangkasbitung")
    return book


LETTERHEAD = Shape("letterhead", "data_terpilah_ik_2018.ods", _letterhead, write_ods)
PRINTED = Shape(
    "printed", "DAFTAR PERUSAHAAN (ketik ulang).csv", _printed, partial(write_csv, encoding="cp1252", quote_all=True)
)
SECTIONS = Shape("sections", "IKM per kecamatan.xlsx", _sections, write_xlsx)
NUMBERED = Shape("numbered", "form a-2 sentra.xlsx", _numbered, write_xlsx)
WARDS = Shape("wards", "umkm se-kelurahan.xls", _wards, write_xls)
ELSEWHERE = Shape("elsewhere", "peserta pameran lebak.xlsx", _elsewhere, write_xlsx, outside=True)
