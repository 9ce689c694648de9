"""Lists whose labels stand beside the values, and lists in the words of offices in Sundanese, Javanese and English."""

from __future__ import annotations

import random

from tests.lists import money
from tests.lists import sayings as say
from tests.lists import wording as word
from tests.lists.book import Book, Column, DataRow, Sheet, write_csv, write_ods, write_xls, write_xlsx
from tests.lists.sayings import Cell, Mention, Saying, Understood
from tests.lists.shapes.base import Shape, running, signature


def _asked(rng: random.Random) -> list[Column]:
    """What a form asks, in the words of one office or another."""
    return [
        Column(rng.choice(("Nama Usaha", "Nama Perusahaan", "Nama IKM")), word.business, name=True),
        Column(rng.choice(("Nama Pemilik", "Nama Pengusaha", "Pemilik")), word.owner, name=True),
        Column(rng.choice(("No. KTP", "NIK")), say.nik_digits),
        Column(rng.choice(("Alamat", "Alamat Usaha", "Alamat Lengkap")), word.address_in_one),
        Column(rng.choice(("No. HP", "No. Telp/HP", "Telepon")), say.phone_text),
        Column(rng.choice(("Jenis Produk", "Produk", "Hasil Produksi")), word.wares),
        Column(rng.choice(("Tahun Berdiri", "Mulai Usaha")), say.one_of(say.since_year, say.since_words)),
        Column(rng.choice(("Jumlah Tenaga Kerja", "Karyawan")), say.one_of(say.workers_number, say.workers_words)),
        Column("Agama", say.nothing("Islam", "Kristen", "-")),
        Column(rng.choice(("Omzet per Bulan", "Omset / Bulan")), money.turnover_month_text),
    ]


def _said(columns: list[Column], m: Mention) -> tuple[list[Cell], Understood, tuple[str, ...]]:
    cells: list[Cell] = []
    understood: Understood = {}
    for column in columns:
        cell, said = column.say(m)
        cells.append(cell)
        understood.update(said)
    return cells, understood, (str(cells[0]),)


def _form(book: Book, sheet: Sheet, m: Mention, columns: list[Column], *, numbered: bool, colon: bool) -> None:
    """The row of a form is that of its first label."""
    cells, understood, texts = _said(columns, m)
    first = 0
    for number, (column, cell) in enumerate(zip(columns, cells, strict=True), start=1):
        row = sheet.add(*([number] if numbered else []), column.header, *([":"] if colon else []), cell)
        first = first or row
    book.data.append(DataRow(sheet.name, first, m.enterprise.id, understood, texts))


def _forms(rng: random.Random, mentions: list[Mention]) -> Book:
    """One form a sheet, each with its title and signature; the last one is empty."""
    book = Book()
    columns = _asked(rng)
    for m in mentions:
        sheet = book.sheet(f"Form {m.number}")
        sheet.add("FORMULIR PENDATAAN IKM KERAJINAN TAHUN 2018")
        sheet.add()
        _form(book, sheet, m, columns, numbered=True, colon=True)
        signature(rng, sheet, 3)
    empty = book.sheet("Kosong")
    empty.add("FORMULIR PENDATAAN IKM KERAJINAN TAHUN 2018")
    for number, column in enumerate(columns, start=1):
        empty.add(number, column.header, ":")
    return book


def _stacked_forms(rng: random.Random, mentions: list[Mention]) -> Book:
    """All forms on one sheet, one below the other."""
    book = Book()
    sheet = book.sheet("Data")
    sheet.add("BIODATA PESERTA TAHUN 2018")
    sheet.add()
    columns, colon = _asked(rng), rng.random() < 0.5
    for m in mentions:
        _form(book, sheet, m, columns, numbered=False, colon=colon)
        sheet.add()
    return book


def _sideways(rng: random.Random, mentions: list[Mention]) -> Book:
    """Each enterprise is a column; its row number is the column's."""
    book = Book()
    sheet = book.sheet("Profil")
    columns = _asked(rng)
    sheet.add("PROFIL IKM BINAAN TAHUN 2018")
    sheet.add("Uraian", *(f"IKM {m.number}" for m in mentions))
    said = [_said(columns, m) for m in mentions]
    for index, column in enumerate(columns):
        sheet.add(column.header, *(cells[index] for cells, _, _ in said))
    for at, (m, (_, understood, _)) in enumerate(zip(mentions, said, strict=True), start=2):
        book.data.append(DataRow(sheet.name, at, m.enterprise.id, understood, ()))
    return book


_TONGUES = (
    ("Ngaran", "Ngaran Usaha", "Padumukan", "Nomer HP", "Barang nu didamel", "Ngadeg Taun", "Pagawe", "Omset Sabulan"),
    ("Nami nu gaduh", "Nami Usaha", "Alamat", "No HP", "Hasil Karajinan", "Ti Taun", "Jml Pagawe", "Omset Sabulan"),
    ("Jeneng", "Jeneng Usaha", "Panggonan", "Nomer Telpun", "Gaweyan", "Madeg Taun", "Cacahe Rewang", "Omset Sewulan"),
    ("Asma", "Asma Usaha", "Alamat", "HP/WA", "Dagangan", "Wiwit Taun", "Pegawe", "Dodolan Sewulan"),
    ("Artisan", "Workshop", "Location", "Cell phone", "Craft", "Founded", "Headcount", "Monthly revenue"),
    ("Owner", "Brand", "Where is your workshop?", "Contact no.", "What do you make?", "In business since", "Staff",
     "Sales per month"),
)  # fmt: skip


def _tongues(rng: random.Random, mentions: list[Mention]) -> Book:
    book = Book()
    sheet = book.sheet("Sheet1")
    sheet.add("DAFTAR 2018", *[None] * 8)
    says = (
        word.owner, word.business, word.address_in_one, say.phone_text, word.wares,
        say.one_of(say.since_year, say.since_words), say.one_of(say.workers_number, say.workers_words),
        money.turnover_month_text,
    )  # fmt: skip
    heads = rng.choice(_TONGUES)
    columns = [Column("No", running)] + [
        Column(head, how, name=at < 2) for at, (head, how) in enumerate(zip(heads, says, strict=True))
    ]
    sheet.add(*(column.header for column in columns))
    for m in mentions:
        book.mention(sheet, m, columns)
    return book


def _both_names(m: Mention) -> Saying:
    owner, business = word.owner(m)[0], word.business(m)[0]
    return f"{owner} / {business}".replace("\n", " "), {}


def _paged(rng: random.Random, mentions: list[Mention]) -> Book:
    """Two names in one cell, kecamatan as sections, and the header again on each page, right before a section too."""
    book = Book()
    sheet = book.sheet("Data")
    columns = [
        Column("No", running),
        Column(
            rng.choice(("NAMA PEMILIK / USAHA", "Nama Pengusaha/Perusahaan", "Pemilik & Nama Usaha")),
            _both_names,
            name=True,
        ),
        Column("Kontak", say.phone_text),
        Column("Kap. Prod/bln", say.nothing("100 pcs", "20 kodi", "50 buah")),
        Column("Komoditi", word.wares),
        Column("Penjualan (dlm jutaan)/bln", money.turnover_month_millions),
    ]
    head = [column.header for column in columns]
    sheet.add("DATA IKM TAHUN 2018")
    sheet.add(*head)
    current = ""
    ordered = sorted(mentions, key=lambda m: m.address.place.kecamatan)
    for at, m in enumerate(ordered, start=1):
        kecamatan = m.address.place.kecamatan
        if at % 9 == 0 or (kecamatan != current and rng.random() < 0.5):
            sheet.add(f"Halaman {at}")
            sheet.add(*head)
        if kecamatan != current:
            current = kecamatan
            sheet.add(rng.choice(("I.", "A.", None)), f"KEC. {kecamatan.upper()}")
        book.mention(sheet, Mention(m.rng, m.enterprise, m.address, at), columns, also={"kecamatan": kecamatan})
    return book


FORMS = Shape("forms", "formulir.xlsx", _forms, write_xlsx)
STACKED_FORMS = Shape("stacked-forms", "biodata.ods", _stacked_forms, write_ods)
SIDEWAYS = Shape("sideways", "profil.xlsx", _sideways, write_xlsx)
TONGUES = Shape("tongues", "daptar.csv", _tongues, lambda book, path: write_csv(book, path, delimiter=";"))
PAGED = Shape("paged", "potensi.xls", _paged, write_xls)
