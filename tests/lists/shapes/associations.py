"""Lists of associations, cooperatives, banks and of makers themselves."""

from __future__ import annotations

import random
from functools import partial
from itertools import groupby

from tests.lists import money
from tests.lists import sayings as say
from tests.lists import wording as word
from tests.lists.book import Book, Column, write_csv, write_xls, write_xlsx
from tests.lists.sayings import Mention, Saying
from tests.lists.shapes.base import Shape, footnotes, remarks, running, running_dotted, signature, stray_blank
from tests.lists.shapes.headings import headings


def _stacked(rng: random.Random, mentions: list[Mention]) -> Book:
    """A table for each craft, one below the other, each with its own title and header; the order of columns differs."""
    book = Book()
    sheet = book.sheet("Pengrajin")
    first, last = Column("No", running), Column("Ket", remarks)
    middle = [
        Column("Nama", word.owner, name=True),
        Column("Nama Usaha", word.business, name=True),
        Column("Alamat", word.address_in_one),
        Column("HP/WA", say.phone_mixed),
        Column("Produk", word.wares),
        Column("Jml Karyawan", say.one_of(say.workers_number, say.workers_words)),
        Column("Mulai Thn", say.one_of(say.since_year, say.since_words)),
        Column(
            "Omzet/Bln",
            say.one_of(
                money.turnover_month_text, money.turnover_month_number, money.turnover_month_range, money.turnover_none
            ),
        ),
    ]
    shuffled = [middle[1], middle[0], middle[3], middle[2], middle[4], middle[6], middle[5], middle[7]]
    sheet.add("DATA PENGRAJIN BINAAN FORUM UMKM TANGSEL")
    sheet.add("Update: Oktober 2018")
    ordered = sorted(mentions, key=lambda m: m.enterprise.craft.word)
    romans = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV")
    for roman, (craft, group) in zip(romans, groupby(ordered, key=lambda m: m.enterprise.craft.word), strict=False):
        columns = [first, *(middle if rng.random() < 0.6 else shuffled), last]
        sheet.add()
        row = sheet.add(f"{roman}. KERAJINAN {craft.upper()}", *[None] * 9)
        sheet.merges.append((row, 1, row, 4))
        sheet.add(*headings(columns, rng))
        members = list(group)
        for number, m in enumerate(members, start=1):
            book.mention(sheet, Mention(m.rng, m.enterprise, m.address, number), columns)
        sheet.add(None, f"Jumlah : {len(members)} orang")
    footnotes(rng, sheet)
    signature(rng, sheet, 6)
    return book


def _contact(m: Mention) -> Saying:
    """Telephone and e-mail in one cell, in one order or the other."""
    phone, said = say.phone_text(m)
    if m.rng.random() < 0.35:
        address = m.enterprise.owner.email
        return m.rng.choice((f"{phone} / {address}", f"{address}, {phone}", f"{phone}\n{address}")), {
            **said,
            "email": address,
        }
    return phone, said


def _makers(rng: random.Random, mentions: list[Mention]) -> Book:
    """Words nobody else heads columns with."""
    book = Book()
    sheet = book.sheet("List Kurasi")
    columns = [
        Column("#", running),
        Column("Merk Dagang", word.business, name=True),
        Column("Nama Pengrajin", word.owner, name=True),
        Column("Kontak", _contact),
        Column("Domisili", word.address_in_one),
        Column("Komoditi", word.wares),
        Column("Berkarya sejak", say.one_of(say.since_year, say.since_words)),
        Column("Naker", say.one_of(say.workers_number, say.workers_words)),
        Column("Aset/Modal", say.one_of(money.investment_text, money.investment_number, say.nothing("-", None))),
        Column(
            "Perputaran tiap bulan",
            say.one_of(money.turnover_month_text, money.turnover_month_range, money.turnover_none),
        ),
        Column(
            "IG / FB",
            lambda m: (f"@{m.enterprise.owner.name.split()[0].lower()}.{m.enterprise.craft.word.lower()}", {}),
        ),
        Column("Ukuran stand", say.nothing("2x2", "2x1", "meja", None)),
    ]
    sheet.add(None, "peserta kurasi Okt 2018 – TOLONG DICEK LAGI YA BU, banyak yg dobel")
    sheet.add(*headings(columns, rng))
    for mention in mentions:
        book.mention(sheet, mention, columns)
        stray_blank(rng, sheet, 0.08)
    sheet.add(None, f"total {len(mentions)} peserta")
    return book


def _without_header(rng: random.Random, mentions: list[Mention]) -> Book:
    """No header at all; nothing is expected but what shows what it is."""
    book = Book()
    sheet = book.sheet("tempel")
    columns = [
        Column(None, running_dotted),
        Column(None, word.owner, name=True),
        Column(None, word.business, name=True),
        Column(None, word.address_in_one),
        Column(None, say.one_of(say.phone_text, say.phone_text, say.phone_text, say.phone_number, say.phone_none)),
        Column(None, word.wares),
        Column(None, say.one_of(say.nik_digits, say.nik_digits, say.nik_written, say.nothing("", "-"))),
        Column(None, _people_said),
        Column(None, say.sometimes(money.turnover_either, 0.8, otherwise=("", "tidak tentu"))),
    ]
    for mention in mentions:
        book.mention(sheet, mention, columns)
    return book


def _people_said(m: Mention) -> Saying:
    """Workers so that no header is needed: the cell names people."""
    count = m.enterprise.workers
    return m.rng.choice((f"{count} orang", f"{count} org", f"{count} karyawan", f"{count} pekerja")), {
        "workers": str(count)
    }


def _cooperative(rng: random.Random, mentions: list[Mention]) -> Book:
    """Savings and loans beside turnover, the day of joining beside the year of starting."""
    book = Book()
    sheet = book.sheet("Anggota")
    columns = [
        Column("No. Anggota", lambda m: (f"{m.rng.randrange(1, 900):04d}/KOP-KR/{m.rng.randrange(2009, 2018)}", {})),
        Column("Nama Anggota", word.owner, name=True),
        Column("Usaha", word.business, name=True),
        Column("Alamat Rumah/Usaha", word.address_in_one),
        Column("Tlp.", say.phone_mixed),
        Column("No. KTP", say.nik_mixed),
        Column("No. KK", say.sometimes(say.family_card, 0.5)),
        Column("Tgl Masuk", lambda m: (m.enterprise.since.replace(year=2017), {})),
        Column("Simpanan Pokok", say.nothing(100000, 250000, 500000)),
        Column("Simpanan Wajib/bln", say.nothing(10000, 20000, 50000, "20.000")),
        Column("Saldo Pinjaman (Rp)", say.nothing(None, "-", 2500000, 5000000, "10.000.000")),
        Column("Usaha Sejak", say.one_of(say.since_year, say.since_words)),
        Column("Pegawai", say.one_of(say.workers_number, say.workers_words)),
        Column("Omset Usaha", say.one_of(money.turnover_either, money.turnover_either, money.turnover_none)),
    ]
    sheet.add("KOPERASI PRODUSEN KRIYA SEJAHTERA")
    sheet.add("Badan Hukum No. 0000/BH/XI.8/2009")
    sheet.add("BUKU DAFTAR ANGGOTA", *[None] * 12, "per 30 September 2018")
    sheet.add()
    sheet.add(*headings(columns, rng))
    for mention in mentions:
        book.mention(sheet, mention, columns)
        stray_blank(rng, sheet)
    last = len(sheet.rows)
    sheet.add("Jumlah", None, None, None, None, None, None, None, f"=SUM(I6:I{last})", f"=SUM(J6:J{last})")
    signature(rng, sheet, 9)
    return book


def _bank(rng: random.Random, mentions: list[Mention]) -> Book:
    """A covering letter on the first sheet, a hidden list of choices, and two telephone columns, one often empty."""
    book = Book()
    letter = book.sheet("Pengantar")
    for line in (
        "Kepada Yth. Kepala Dinas Perindustrian dan Perdagangan",
        "di Tempat",
        "",
        "Bersama ini kami sampaikan daftar mitra binaan Program Kemitraan (CSR) tahun 2018.",
        "Mohon data ini dijaga kerahasiaannya.",
        "Hormat kami, Bagian PKBL, telp. 021-0000-8888",
    ):
        letter.add(line)
    sheet = book.sheet("Mitra Binaan")
    columns = [
        Column("NO", running),
        Column("NO. PERJANJIAN", lambda m: (f"PKBL/{m.rng.randrange(100, 999)}/2018", {})),
        Column("NAMA MITRA BINAAN", word.owner, name=True),
        Column("NAMA USAHA", word.business, name=True),
        Column("TTL", say.sometimes(say.born_place_and_date, 0.9)),
        Column("NO. IDENTITAS (NIK)", say.nik_mixed),
        Column("NO. REKENING", lambda m: (f"7{m.rng.randrange(10**5, 10**6)}0000", {})),
        Column("HP 1", say.nothing(None)),
        Column("HP 2", say.nothing(None)),
        Column("E-MAIL", say.sometimes(say.email, 0.5, otherwise=(None, "-"))),
        Column("ALAMAT USAHA", word.address_in_one),
        Column("SEKTOR", word.craft_word),
        Column("PLAFOND (Rp)", say.nothing(10000000, 25000000, 50000000)),
        Column("ANGSURAN/BLN (Rp)", say.nothing(450000, 1125000, 2250000)),
        Column("JML TENAGA KERJA", say.workers_number),
        Column("OMZET USAHA/BLN (Rp)", money.turnover_month_number),
    ]
    sheet.add("DAFTAR MITRA BINAAN PROGRAM KEMITRAAN")
    sheet.add("Posisi: 30 September 2018")
    sheet.add()
    sheet.add(*headings(columns, rng))
    for mention in mentions:
        row = book.mention(sheet, mention, columns)
        phone, said = say.phone_mixed(mention)
        # The telephone stands in the first column, in one row of six only in the second.
        sheet.rows[row - 1][8 if rng.random() < 0.17 else 7] = phone
        book.data[-1].understood.update(said)
    sheet.add(None, "TOTAL", *[None] * 10, f"=SUM(M5:M{len(sheet.rows)})", f"=SUM(N5:N{len(sheet.rows)})")
    choices = book.sheet("ref")
    choices.hidden = True
    for line in (("SEKTOR", "STATUS"), ("Industri", "Lancar"), ("Perdagangan", "Kurang lancar"), ("Jasa", "Macet")):
        choices.add(*line)
    return book


STACKED = Shape("stacked", "data pengrajin forum.xlsx", _stacked, write_xlsx)
MAKERS = Shape("makers", "list kurasi FIX (2).xlsx", _makers, write_xlsx)
WITHOUT_HEADER = Shape(
    "without-header", "tempelan.csv", _without_header, partial(write_csv, delimiter=";", line_end="\n")
)
COOPERATIVE = Shape("cooperative", "BUKU ANGGOTA KOPERASI.xls", _cooperative, write_xls)
BANK = Shape("bank", "mitra_binaan_2018.xlsx", _bank, write_xlsx)
