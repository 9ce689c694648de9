"""Lists that lean on the reader's eye: ditto marks, a unit told once in the title, sheets that differ, two lines for a
member, a list pasted from a chat.
"""

from __future__ import annotations

import random
from functools import partial

from tests.lists import money
from tests.lists import sayings as say
from tests.lists import wording as word
from tests.lists.book import Book, Column, write_csv, write_ods, write_xlsx
from tests.lists.sayings import Mention, Saying
from tests.lists.shapes.base import Shape, footnotes, remarks, running, running_dotted, signature
from tests.lists.shapes.headings import headings


def _register(rng: random.Random, mentions: list[Mention]) -> Book:
    """Kept by hand for years: "sda" and ditto marks where the place is the row above's; a tax number beside the NIK."""
    book = Book()
    sheet = book.sheet("buku induk")
    columns = [
        Column("No", running_dotted),
        Column("Nama Pemilik", word.owner, name=True),
        Column("Nama Usaha", word.business, name=True),
        Column("NPWP", say.nothing("00.000.000.0-411.000", "000000000411000", "-", None)),
        Column("No. KTP", say.nik_mixed),
        Column("Alamat", word.street),
        Column("Kelurahan", word.kelurahan),
        Column("Kecamatan", word.kecamatan),
        Column("Kode Pos", lambda m: (m.address.place.postcode, {})),
        Column("No. HP", say.phone_mixed),
        Column("Jenis Kerajinan", word.wares),
        Column("Pekerja", say.one_of(say.workers_number, say.workers_words)),
        Column("Berdiri", say.one_of(say.since_year, say.since_words)),
        Column("No. PIRT / Halal", say.nothing(None, "-", "2063674010000-23")),
        Column(
            "Omset per bulan", say.one_of(money.turnover_month_text, money.turnover_month_range, money.turnover_none)
        ),
    ]
    sheet.add("BUKU INDUK PERAJIN 2018", *[None] * 14)
    sheet.add(*headings(columns, rng))
    ordered = sorted(mentions, key=lambda m: (m.address.place.kecamatan, m.address.place.kelurahan))
    above: Mention | None = None
    for number, m in enumerate(ordered, start=1):
        row = book.mention(sheet, Mention(m.rng, m.enterprise, m.address, number), columns)
        if above is not None:
            place, before = m.address.place, above.address.place
            # A mark says what the row above says, so the expectation stays.
            if place.kecamatan == before.kecamatan and rng.random() < 0.6:
                sheet.rows[row - 1][7] = rng.choice(("sda", "s.d.a", '"', "idem"))
            if place == before and rng.random() < 0.6:
                sheet.rows[row - 1][6] = rng.choice(("sda", "s.d.a", '"', "idem"))
        above = m
    return book


def _scaled(rng: random.Random, mentions: list[Mention]) -> Book:
    """The unit stands once, under the title; coordinates, export and floor space stand beside the money."""
    book = Book()
    sheet = book.sheet("Tabel 4.2")
    columns = [
        Column("No", running),
        Column("Nama Industri", word.business, name=True),
        Column("Pemilik", word.owner, name=True),
        Column("Alamat", word.address_in_one),
        Column("Lintang", lambda m: (-6.3 - m.number / 1000, {})),
        Column("Bujur", lambda m: (106.7 + m.number / 1000, {})),
        Column("No. HP", say.phone_mixed),
        Column("KBLI", say.kbli),
        Column("Tenaga Kerja", say.workers_number),
        Column("Luas Bangunan (m2)", say.nothing(36, 72, 120)),
        Column("Tahun Izin", say.nothing(2015, 2016, 2017, "-")),
        Column("Tahun Berdiri", say.since_year),
        Column("Nilai Investasi", money.investment_millions),
        Column("Nilai Penjualan Setahun", money.turnover_year_millions),
        Column("Ekspor (US$)", say.nothing(None, "-", 1200)),
    ]
    sheet.add("Tabel 4.2  Industri Kecil Kerajinan Menurut Perusahaan, 2018")
    sheet.add("(nilai dalam juta rupiah)")
    sheet.add()
    sheet.add(*headings(columns, rng))
    for m in mentions:
        book.mention(sheet, m, columns)
    sheet.add(None, "Jumlah", *[None] * 6, sum(m.enterprise.workers for m in mentions))
    footnotes(rng, sheet)
    return book


def _differing(rng: random.Random, mentions: list[Mention]) -> Book:
    """Old members and new members on two sheets laid out differently, and a sheet of the money paid in."""
    book = Book()
    old, new = mentions[: len(mentions) // 2], mentions[len(mentions) // 2 :]
    first = book.sheet("Anggota Lama")
    columns = [
        Column("No", running),
        Column("Nama", word.owner, name=True),
        Column("Nama Usaha", word.business, name=True),
        Column("TTL", say.born_place_and_date),
        Column("Alamat", word.address_in_one),
        Column("HP/WA", say.phone_mixed),
        Column("Omzet/Bln", say.one_of(money.turnover_month_text, money.turnover_month_number)),
        Column("Ket", remarks),
    ]
    first.add("ANGGOTA PERKUMPULAN PERAJIN TANGSEL - s/d 2017")
    first.add(*headings(columns, rng))
    for number, m in enumerate(old, start=1):
        book.mention(first, Mention(m.rng, m.enterprise, m.address, number), columns)
    second = book.sheet("Baru 2018")
    columns = [
        Column("Tgl Daftar", lambda m: (m.enterprise.since.replace(year=2018, month=8), {})),
        Column("Nama IKM", word.business, name=True),
        Column("Kelurahan", word.kelurahan),
        Column("Kecamatan", say.sometimes(word.kecamatan, 0.8)),
        Column("Pemilik", word.owner, name=True),
        Column("Tgl Lahir", say.born_text),
        Column("NIK", say.nik_mixed),
        Column("No HP", say.phone_mixed),
        Column("Jml Karyawan", say.workers_words),
    ]
    second.add(*headings(columns, rng))
    for number, m in enumerate(new, start=1):
        book.mention(second, Mention(m.rng, m.enterprise, m.address, number), columns)
    paid = book.sheet("Kas 2018")
    paid.add("BUKU KAS")
    paid.add("Tgl", "Uraian", "Masuk", "Keluar", "Saldo")
    paid.add("03/09/2018", "Iuran 12 anggota", 600000, None, 600000)
    paid.add("14/09/2018", "Konsumsi rapat", None, 250000, 350000)
    paid.add("20/09/2018", "Spanduk pameran", None, 150000, 200000)
    signature(rng, second, 5)
    return book


def _two_lines(rng: random.Random, mentions: list[Mention]) -> Book:
    """A member takes two lines: below the street its kelurahan and kecamatan; only the first line is numbered."""
    book = Book()
    sheet = book.sheet("Daftar")
    columns = [
        Column("No", running_dotted),
        Column("Nama Pemilik", word.owner, name=True),
        Column("Nama Usaha", word.business, name=True),
        Column("Alamat", word.street),
        Column("Telp", say.phone_text),
        Column("Produk", word.wares),
        Column("Tenaga Kerja", say.workers_words),
    ]
    sheet.add("DAFTAR PESERTA PELATIHAN KEMASAN 2018")
    sheet.add(*headings(columns, rng))
    for m in mentions:
        place = m.address.place
        book.mention(sheet, m, columns, also={"kelurahan": place.kelurahan, "kecamatan": place.kecamatan})
        sheet.add(None, None, None, f"Kel. {place.kelurahan} Kec. {place.kecamatan}")
    return book


def _chat(rng: random.Random, mentions: list[Mention]) -> Book:
    """One column: what members wrote one below the other in a chat."""

    def line(m: Mention) -> Saying:
        place = m.address.place
        phone = m.enterprise.owner.phone
        text = f"{m.number}. {word.owner(m)[0]} - {word.business(m)[0]} - {m.enterprise.wares[0]} - "
        text += f"Kel. {place.kelurahan}, Kec. {place.kecamatan} - {phone}"
        said = {"kelurahan": place.kelurahan, "kecamatan": place.kecamatan, "phone": f"+62{phone[1:]}"}
        return text, said

    book = Book()
    sheet = book.sheet("chat")
    sheet.add("*DAFTAR PESERTA BAZAR*")
    sheet.add("Silakan lanjutkan ya ibu2 (nama - usaha - produk - alamat - WA)")
    for m in mentions:
        book.mention(sheet, m, [Column(None, line, name=True)])
    sheet.add("Terima kasih")
    return book


REGISTER = Shape("register", "buku induk.csv", _register, partial(write_csv, delimiter=";", encoding="cp1252"))
SCALED = Shape("scaled", "tabel 4.2 ik.ods", _scaled, write_ods)
DIFFERING = Shape("differing", "Anggota lama & baru.xlsx", _differing, write_xlsx)
TWO_LINES = Shape("two-lines", "peserta kemasan.xlsx", _two_lines, write_xlsx)
CHAT = Shape("chat", "salinan chat.csv", _chat, partial(write_csv, line_end="\n"))
