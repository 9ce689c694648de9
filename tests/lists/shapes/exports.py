"""What systems hand out: an English form, a licence register, a sheet as Unicode text, a web page named .xls."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from functools import partial

from tests.lists import money
from tests.lists import sayings as say
from tests.lists import wording as word
from tests.lists.book import Book, Column, write_csv, write_html, write_xlsx
from tests.lists.population import CRAFTS
from tests.lists.sayings import Mention, Saying
from tests.lists.shapes.base import Shape, running
from tests.lists.shapes.headings import headings


def _english_form(rng: random.Random, mentions: list[Mention]) -> Book:
    book = Book()
    sheet = book.sheet("Form Responses 1")
    moment = datetime(2018, 10, 1, 8, 0)

    def stamp(m: Mention) -> Saying:
        return moment + timedelta(minutes=97 * m.number), {}

    columns = [
        Column("Timestamp", stamp),
        Column("Email Address", say.sometimes(say.email, 0.7)),
        Column("Full name (as in your ID card)", word.owner, name=True),
        Column("Business name", word.business, name=True),
        Column("WhatsApp number", say.phone_mixed),
        Column("Business address (please write kelurahan and kecamatan)", word.address_in_one),
        Column("What do you make?", _choices),
        Column(
            "When did you start your business?", say.one_of(say.since_year, say.since_words, say.nothing(None, "-"))
        ),
        Column("How many people work in it (including you)?", say.one_of(say.workers_number, say.workers_words)),
        Column("Monthly sales", say.sometimes(money.turnover_bracket_english, 0.9, otherwise=("Prefer not to say",))),
        Column("ID number (NIK)", say.sometimes(say.nik_mixed, 0.8)),
        Column("Do you have a NIB?", say.nothing("Yes", "No", "In process")),
        Column("I agree that my data are used for this programme", say.nothing("Yes, I agree")),
        Column(
            "What do you hope to learn?",
            say.nothing("packaging", "kemasan yg bagus", "export, label 2 bahasa", None, "ISO 9001, 2015"),
        ),
    ]
    sheet.add(*headings(columns, rng))
    for mention in mentions:
        book.mention(sheet, mention, columns)
    return book


def _choices(m: Mention) -> Saying:
    """Several boxes ticked."""
    others = [craft.word for craft in CRAFTS if craft != m.enterprise.craft]
    words = [m.enterprise.craft.word, *m.rng.sample(others, m.rng.choice((0, 0, 1)))]
    return ", ".join(words), {}


def _licences(rng: random.Random, mentions: list[Mention]) -> Book:
    """A register by project: some enterprises have a second row with their shop's KBLI and the same NIB."""
    book = Book()
    sheet = book.sheet("proyek")

    def capitals(saying: say.Say) -> say.Say:
        def loud(m: Mention) -> Saying:
            cell, said = saying(m)
            return str(cell).upper(), said

        return loud

    def money(m: Mention) -> Saying:
        return f"{m.enterprise.investment}.00", {"investment": str(m.enterprise.investment)}

    def kelurahan(m: Mention) -> Saying:
        place = m.address.place
        return (place.kelurahan if place.outside else place.kelurahan.upper()), {"kelurahan": place.kelurahan}

    def kecamatan(m: Mention) -> Saying:
        place = m.address.place
        return (place.kecamatan if place.outside else place.kecamatan.upper()), {"kecamatan": place.kecamatan}

    def men(m: Mention) -> Saying:
        return m.enterprise.men, {"workers": str(m.enterprise.workers), "workers_m": str(m.enterprise.men)}

    def women(m: Mention) -> Saying:
        return m.enterprise.women, {"workers": str(m.enterprise.workers), "workers_f": str(m.enterprise.women)}

    columns = [
        Column("id_proyek", lambda m: (f"R-2018{m.rng.randrange(10**8, 10**9)}0000", {})),
        Column("nib", say.one_of(say.nib, say.nib, say.nib, say.nib_written)),
        Column("tgl_terbit_nib", lambda m: (f"2018-09-{m.rng.randrange(1, 29):02d} 00:00:00", {})),
        Column("nama_perusahaan", capitals(word.business), name=True),
        Column("nama_penanggung_jawab", capitals(word.owner), name=True),
        Column("nomor_telp", say.one_of(say.phone_text, say.phone_number)),
        Column("email", say.sometimes(say.email, 0.8, otherwise=("", "-"))),
        Column("alamat_usaha", capitals(word.street)),
        Column("kelurahan_usaha", kelurahan),
        Column("kecamatan_usaha", kecamatan),
        Column("kab_kota_usaha", lambda m: (m.address.place.city, {})),
        Column("kbli", say.kbli_with_title),
        Column("uraian_skala_usaha", say.nothing("Usaha Mikro", "Usaha Kecil")),
        Column("jumlah_investasi", money),
        Column("tki_laki_laki", men),
        Column("tki_perempuan", women),
        Column("luas_tanah_m2", say.nothing("36.00", "60.00", "120.00")),
    ]

    def shop(m: Mention) -> Saying:
        return "47781 - Perdagangan Eceran Barang Kerajinan", {"kbli": "47781"}

    second = [Column(column.header, shop, column.name) if column.header == "kbli" else column for column in columns]
    sheet.add(*headings(columns, rng))
    for mention in mentions:
        book.mention(sheet, mention, columns)
        if rng.random() < 0.1:
            book.mention(sheet, mention, second)
    return book


def _unicode_text(rng: random.Random, mentions: list[Mention]) -> Book:
    """A ward's household survey: the family card beside the NIK, the owner's sex in a column L/P, RT and RW apart."""
    book = Book()
    sheet = book.sheet("Sheet1")
    columns = [
        Column("No", running),
        Column("Tgl Pendataan", lambda m: (f"{m.rng.randrange(3, 28):02d}/09/2018", {})),
        Column("No KK", say.family_card),
        Column("NIK", say.nik_mixed),
        Column("Nama Lengkap", word.owner, name=True),
        Column("L/P", lambda m: ("P" if m.enterprise.owner.woman else "L", {})),
        Column("Tempat Lahir", lambda m: (m.enterprise.owner.birthplace, {})),
        Column("Tgl Lahir", say.born_text),
        Column("Alamat", lambda m: (f"{m.address.street} No {m.address.number}", {})),
        Column("RT", lambda m: (m.address.rt, {})),
        Column("RW", lambda m: (m.address.rw, {})),
        Column("Kelurahan", word.kelurahan),
        Column("Kecamatan", say.sometimes(word.kecamatan, 0.8)),
        Column("No HP", say.phone_mixed),
        Column("Nama Usaha", word.business, name=True),
        Column("Jenis Usaha", word.wares),
        Column("Lama Usaha (th)", say.since_years_running),
        Column("Jml Pekerja", say.one_of(say.workers_number, say.workers_words)),
        Column("Modal Usaha (Rp)", say.one_of(money.investment_text, money.investment_number)),
        Column(
            "Omset/Bulan (Rp)", say.one_of(money.turnover_month_number, money.turnover_month_text, money.turnover_none)
        ),
    ]
    sheet.add(*headings(columns, rng))
    for mention in mentions:
        book.mention(sheet, mention, columns)
        if rng.random() < 0.04:
            sheet.add()
    return book


def _html_table(rng: random.Random, mentions: list[Mention]) -> Book:
    book = Book()
    sheet = book.sheet("tabel")
    columns = [
        Column("No", running),
        Column("Nama IKM", word.business, name=True),
        Column("Pemilik", word.owner, name=True),
        Column("NIK", say.one_of(say.nik_digits, say.nik_written, say.nothing("-", None))),
        Column("Telepon", say.one_of(say.phone_text, say.phone_none)),
        Column("Alamat", word.street),
        Column("Kelurahan", word.kelurahan),
        Column("Kecamatan", word.kecamatan),
        Column("KBLI", say.kbli_with_title),
        Column("Tahun Berdiri", say.since_year),
        Column("Jumlah Tenaga Kerja", say.workers_number),
        Column("Nilai Investasi (Rp)", money.investment_text),
        Column("Omzet per Tahun (Rp)", money.turnover_year_number),
    ]
    row = sheet.add("Laporan Data IKM Kerajinan Tahun 2018", *[None] * (len(columns) - 1))
    sheet.merges.append((row, 1, row, len(columns)))
    sheet.add(*headings(columns, rng))
    for mention in mentions:
        book.mention(sheet, mention, columns)
    sheet.add("Total", f"{len(mentions)} IKM")
    return book


ENGLISH_FORM = Shape("english-form", "Registration Form (Responses).xlsx", _english_form, write_xlsx)
LICENCES = Shape("licences", "export_proyek_nib.csv", _licences, partial(write_csv, delimiter="|", bom=True))
UNICODE_TEXT = Shape(
    "unicode-text", "pendataan rw.csv", _unicode_text, partial(write_csv, delimiter="\t", encoding="utf-16")
)
HTML_TABLE = Shape("html-table", "laporan-ikm.xls", _html_table, write_html)
