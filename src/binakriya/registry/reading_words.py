"""How the reading of lists speaks: the reading engine's codes as sentences, each doubt with its remedy.

The engine gives codes and parameters (docs/reference/reading.md); a test holds that each of its codes stands here.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from binakriya.foundation.rules.money import rupiah, thousands
from binakriya.registry.rules.batches import BatchState
from binakriya.registry.rules.list_rows import CHOOSABLE

NOTHING: tuple[Any, ...] = (None, "", [], ())

_FIELDS: dict[str, Promise] = {
    "business_name": lazy("Nama usaha"),
    "owner_name": lazy("Nama pemilik"),
    "business_and_owner": lazy("Nama usaha dan pemilik"),
    "name_and_address": lazy("Nama dan alamat"),
    "nik": lazy("NIK"),
    "birth": lazy("Tempat dan tanggal lahir"),
    "birth_place": lazy("Tempat lahir"),
    "born": lazy("Tanggal lahir"),
    "sex": lazy("Jenis kelamin"),
    "sex_mark": lazy("Jenis kelamin (tanda di kolomnya)"),
    "phone": lazy("Telepon"),
    "other_phones": lazy("Telepon lain"),
    "email": lazy("Surel"),
    "website": lazy("Laman atau media sosial"),
    "street": lazy("Alamat"),
    "rt": lazy("RT"),
    "rw": lazy("RW"),
    "rt_rw": lazy("RT dan RW"),
    "kelurahan": lazy("Kelurahan"),
    "kecamatan": lazy("Kecamatan"),
    "kelurahan_kecamatan": lazy("Kelurahan dan kecamatan"),
    "city": lazy("Kota atau kabupaten"),
    "postcode": lazy("Kode pos"),
    "products": lazy("Produk"),
    "kbli": lazy("KBLI"),
    "since": lazy("Berdiri tahun"),
    "workers": lazy("Tenaga kerja"),
    "workers_m": lazy("Tenaga kerja laki-laki"),
    "workers_f": lazy("Tenaga kerja perempuan"),
    "workers_part": lazy("Sebagian tenaga kerja, dijumlahkan"),
    "workers_m_part": lazy("Sebagian tenaga kerja laki-laki, dijumlahkan"),
    "workers_f_part": lazy("Sebagian tenaga kerja perempuan, dijumlahkan"),
    "turnover": lazy("Omzet"),
    "turnover_low": lazy("Omzet terendah"),
    "turnover_high": lazy("Omzet tertinggi"),
    "turnover_year_low": lazy("Omzet setahun, terendah"),
    "turnover_year_high": lazy("Omzet setahun, tertinggi"),
    "investment": lazy("Investasi"),
    "nib": lazy("NIB"),
    "member_number": lazy("Nomor anggota"),
    "association": lazy("Asosiasi"),
    "has_trademark": lazy("Status merek"),
    "note": lazy("Keterangan"),
    "filled_at": lazy("Waktu pengisian"),
    "number": lazy("Nomor urut"),
    "other": lazy("Disimpan apa adanya"),
}
COLUMN_FIELDS: tuple[tuple[str, Promise], ...] = tuple((name, _FIELDS[name]) for name in CHOOSABLE)
_MONEY = frozenset({"turnover_year_low", "turnover_year_high", "investment"})

STATES: dict[str, Promise] = {
    BatchState.UPLOADED: lazy("Menunggu dibaca"),
    BatchState.READING: lazy("Sedang dibaca"),
    BatchState.READY: lazy("Perlu diperiksa"),
    BatchState.FAILED: lazy("Tidak terbaca"),
    BatchState.WRITING: lazy("Sedang dimasukkan"),
    BatchState.CONFIRMED: lazy("Sudah masuk registri"),
    BatchState.UNDONE: lazy("Diurungkan"),
    BatchState.DISCARDED: lazy("Dibuang"),
}

# Why a value was understood as it was.
WHY: dict[str, Promise] = {
    "as_written": lazy("Seperti tertulis."),
    "not_said": lazy("Baris ini tidak menyebutkannya."),
    "about": lazy("Perkiraan."),
    "abbreviated": lazy("Singkatan dipanjangkan."),
    "earlier_year": lazy("Tahun yang lebih lama; yang terbaru sudah dibaca."),
    "amount": lazy("Jumlah rupiah yang tertulis."),
    "before_date": lazy("Tertulis di depan tanggal."),
    "by_position": lazy("Menurut tempatnya di dalam alamat."),
    "chosen": lazy("Dipilih petugas."),
    "contents": lazy("Isi kolomnya cocok."),
    "contents_against_header": lazy("Isi kolomnya lain daripada judulnya; isinya yang diikuti."),
    "contents_alone": lazy("Dikenali dari isi kolomnya; judulnya tidak ada atau tidak dikenal."),
    "count": lazy("Jumlah orang yang tertulis."),
    "date": lazy("Tanggal yang tertulis."),
    "decade": lazy("Dasawarsa: tahun pertamanya."),
    "duration": lazy("Lamanya dihitung mundur dari tanggal daftar."),
    "email": lazy("Alamat surel yang tertulis."),
    "exact": lazy("Nama wilayah yang dikenal."),
    "first_mobile": lazy("Nomor ponsel pertama dari beberapa nomor."),
    "from_kelurahan": lazy("Tidak tertulis; disarankan dari kelurahannya."),
    "from_nik": lazy("Tidak tertulis; disarankan dari NIK."),
    "further_numbers": lazy("Nomor lain di sel yang sama."),
    "gazetteer": lazy("Nama resmi menurut daftar wilayah."),
    "header": lazy("Judul kolomnya cocok: %(phrase)s."),
    "header_unit": lazy("Dikalikan satuan di judul kolom."),
    "kbli": lazy("Lima angka KBLI."),
    "kbli_in_text": lazy("Lima angka KBLI di dalam teks."),
    "labelled": lazy("Disebut dengan kata di depannya, misalnya Kota."),
    "learned": lazy("Judul ini pernah Anda pastikan."),
    "letters_of_sex": lazy("Isinya L dan P: jenis kelamin, bukan jumlah."),
    "names_of_businesses": lazy("Isinya nama usaha, bukan nama orang."),
    "numbers_of_workers": lazy("Isinya jumlah orang, bukan jenis kelamin."),
    "other_name_elsewhere": lazy("Nama yang satu lagi ada di kolom lain."),
    "names_of_brands": lazy("Isinya nama merek, bukan status merek."),
    "no_field": lazy("Tidak ada isian yang cocok; disimpan apa adanya."),
    "misspelt": lazy("Salah ketik yang hanya cocok dengan satu nama."),
    "moment": lazy("Waktu yang tertulis."),
    "nib": lazy("Tiga belas angka NIB."),
    "nik": lazy("Enam belas angka NIK."),
    "per_half": lazy("Omzet setengah tahun dikalikan 2."),
    "per_month": lazy("Omzet sebulan dikalikan 12."),
    "per_quarter": lazy("Omzet triwulan dikalikan 4."),
    "per_week": lazy("Omzet seminggu dikalikan 52."),
    "per_year": lazy("Omzet setahun."),
    "phone": lazy("Nomor telepon yang tertulis."),
    "postcode": lazy("Lima angka kode pos."),
    "range": lazy("Kisaran yang tertulis."),
    "rt_rw": lazy("RT dan RW di dalam alamat."),
    "sex": lazy("L laki-laki, P perempuan."),
    "short_year": lazy("Tahun dua angka."),
    "split": lazy("Dipisahkan dari sel yang memuat beberapa hal."),
    "sum": lazy("Jumlah laki-laki dan perempuan."),
    "summed": lazy("Angka-angka di dalam sel dijumlahkan."),
    "typed": lazy("Ditulis petugas."),
    "title": lazy("Disebut judul, nama lembar, atau baris di atasnya."),
    "words": lazy("Angka yang ditulis dengan kata."),
    "year": lazy("Tahun yang tertulis."),
    "year_in_text": lazy("Tahun di dalam teks."),
}

# What is doubtful or wrong: what happened, and what to do.
DOUBTS: dict[str, Promise] = {
    "about": lazy("Ditulis sebagai perkiraan (%(text)s). Biarkan bila memang begitu."),
    "abbreviated": lazy("%(text)s dibaca %(read)s. Periksa sekilas."),
    "misspelt": lazy("%(text)s dianggap salah ketik dari %(read)s. Perbaiki bila bukan."),
    "became_date": lazy("Excel mengubah isinya menjadi tanggal (%(text)s). Tulis ulang nilai aslinya."),
    "daily_turnover": lazy(
        "Omzet per hari tidak dijadikan setahun karena hari kerjanya tidak disebut. Isi omzet setahun."
    ),
    "differs_elsewhere": lazy("Kolom lain menyebut %(text)s. Periksa mana yang benar."),
    "digits_lost": lazy(
        "Sebagian angka hilang karena Excel membulatkannya (%(text)s). Tulis ulang angkanya dari berkas asal."
    ),
    "foreign_number": lazy("Nomor luar negeri. Biarkan bila memang begitu."),
    "kelurahan_or_kecamatan": lazy("%(text)s adalah nama kelurahan dan nama kecamatan. Isi yang dimaksud."),
    "later_than_list": lazy("Tahun %(year)s sesudah tanggal daftar. Periksa tahunnya."),
    "list_date_guessed": lazy(
        "Dihitung mundur dari %(date)s, tanggal yang hanya diperkirakan. Isi tanggal daftar bila keliru."
    ),
    "list_date_unknown": lazy(
        "Lamanya tidak dapat dihitung mundur karena tanggal daftar tidak diketahui. Isi tanggal daftar di atas."
    ),
    "nik_says_other": lazy("Tanggal lahir menurut NIK lain (%(born)s). Periksa salah satunya."),
    "no_amount": lazy("Tidak ada jumlah rupiah di sini (%(text)s). Isi angkanya bila tahu."),
    "no_area_code": lazy("Nomor tanpa kode wilayah (%(text)s). Tambahkan kode wilayahnya, misalnya 021."),
    "no_birth_date_in_nik": lazy("Angka ke-7 sampai ke-12 NIK bukan tanggal lahir. Periksa NIK-nya."),
    "no_count": lazy("Tidak ada jumlah orang di sini (%(text)s). Isi angkanya bila tahu."),
    "no_date": lazy("Tidak terbaca sebagai tanggal (%(text)s). Tulis seperti 17-08-1975."),
    "no_email": lazy("Bukan alamat surel (%(text)s). Perbaiki atau kosongkan."),
    "no_number": lazy("Tidak ada angka di sini (%(text)s). Perbaiki atau kosongkan."),
    "no_phone": lazy("Bukan nomor telepon (%(text)s). Tulis seperti 0812-3456-7890."),
    "no_place": lazy("Bukan nama wilayah (%(text)s). Perbaiki atau kosongkan."),
    "no_sex": lazy("Tidak terbaca sebagai jenis kelamin (%(text)s). Tulis L atau P."),
    "no_year": lazy("Tidak ada tahun di sini (%(text)s). Tulis tahun berdirinya."),
    "not_in_kecamatan": lazy(
        "%(kelurahan)s tidak terletak di Kecamatan %(kecamatan)s, tetapi di %(lies_in)s. Periksa keduanya."
    ),
    "period_not_said": lazy("Tidak disebut sebulan atau setahun; dibaca setahun. Perbaiki bila sebulan."),
    "placeholder": lazy("Angka pengisi, bukan nilai sungguhan (%(text)s). Isi yang benar bila tahu."),
    "range_for_one_value": lazy("Ada dua angka untuk satu nilai (%(text)s). Isi satu angka."),
    "range_reversed": lazy("Kisaran tertulis terbalik; sudah dibalik. Periksa sekilas."),
    "several_addresses": lazy("Ada beberapa alamat surel (%(text)s). Yang pertama dipakai."),
    "several_amounts": lazy("Ada beberapa jumlah (%(text)s). Periksa yang dipakai."),
    "several_codes": lazy("Ada beberapa kode KBLI (%(text)s). Yang pertama dipakai."),
    "several_numbers": lazy("Ada beberapa angka (%(text)s). Periksa yang dipakai."),
    "several_years": lazy("Ada beberapa tahun (%(text)s). Periksa yang dipakai."),
    "short_year": lazy("Tahun dua angka (%(text)s). Periksa abadnya."),
    "spaces_removed": lazy("Spasi di tengah surel dihilangkan (%(text)s). Periksa sekilas."),
    "stored_as_number": lazy("Disimpan Excel sebagai bilangan; nol di depan dipulihkan. Periksa sekilas."),
    "sum_differs": lazy("Jumlah tertulis %(said)s, laki-laki dan perempuan bersama %(sum)s. Periksa angkanya."),
    "summed": lazy("Angka-angkanya dijumlahkan (%(text)s). Periksa jumlahnya."),
    "too_short": lazy("Nomor terlalu pendek (%(text)s). Lengkapi nomornya."),
    "uncertain": lazy("Ditulis dengan ragu (%(text)s). Periksa bila dapat."),
    "unit_doubtful": lazy("Judul kolom menyebut kali %(times)s, tetapi angkanya sudah besar. Periksa satuannya."),
    "unit_missing": lazy("%(number)s tanpa satuan: rupiah, ribu, atau juta tidak disebut. Isi jumlah penuhnya."),
    "unknown_code": lazy("%(code)s tidak ada di daftar KBLI kerajinan. Biarkan bila memang bukan kerajinan."),
    "unknown_place": lazy(
        "%(text)s tidak ada di daftar wilayah; disimpan seperti tertulis. Perbaiki bila salah ketik."
    ),
    "unlikely_year": lazy("Tahun lahir %(year)s tidak mungkin. Periksa tanggalnya."),
    "unusual_length": lazy(
        "Panjang nomor tidak lazim (%(digits)s angka). Periksa nomornya; disimpan seperti tertulis."
    ),
    "very_old": lazy("Tahun %(year)s sangat lama. Periksa tahunnya."),
    "wrong_length": lazy("Ada %(digits)s angka, seharusnya %(wanted)s. Periksa angka yang kurang atau berlebih."),
    "year_shown_as_date": lazy("Excel menampilkan tahun ini sebagai tanggal; sudah dikembalikan. Periksa sekilas."),
    "year_or_duration": lazy("%(text)s dapat berarti tahun atau lamanya. Tulis tahun berdirinya."),
}

# Why a file gave no list, and what to do; nothing else is lost.
FILES: dict[str, Promise] = {
    "transposed": lazy(
        "Judul kolomnya berderet ke bawah, bukan ke kanan. Putar tabelnya di Excel (Tempel khusus, Transpos), "
        "lalu unggah lagi."
    ),
    "empty": lazy("Berkasnya kosong. Simpan ulang daftar itu dari Excel, lalu unggah lagi."),
    "too_large": lazy("Berkasnya terlalu besar. Pecah menjadi beberapa berkas, lalu unggah satu per satu."),
    "encrypted": lazy("Berkasnya terkunci kata sandi. Buka di Excel, hapus kata sandinya, simpan, lalu unggah lagi."),
    "zip_bomb": lazy(
        "Isi berkas ini jauh lebih besar daripada ukurannya, sehingga tidak dibuka. "
        "Simpan ulang sebagai .xlsx baru atau .csv."
    ),
    "not_a_list": lazy(
        "Ini bukan daftar, melainkan berkas jenis lain (%(kind)s). Unggah .xlsx, .xls, .ods, atau .csv."
    ),
    "damaged": lazy("Berkasnya rusak atau terpotong. Buka dan simpan ulang di Excel, lalu unggah lagi."),
    "legacy_unsupported": lazy(
        "Bentuk Excel sebelum 1997 tidak terbaca. Simpan ulang sebagai .xlsx, lalu unggah lagi."
    ),
    "too_many_rows": lazy(
        "Ada %(found)s baris; paling banyak %(limit)s sekali baca. Pecah menjadi beberapa berkas, misalnya satu tiap "
        "kecamatan, lalu unggah satu per satu."
    ),
    "too_many_columns": lazy(
        "Ada %(found)s kolom; paling banyak %(limit)s. Hapus kolom kosong di kanan, lalu unggah lagi."
    ),
    "too_many_sheets": lazy("Ada %(found)s lembar; paling banyak %(limit)s. Pecah menjadi beberapa berkas."),
    "cell_too_long": lazy(
        "Ada sel yang sangat panjang (baris %(row)s). Periksa apakah pemisah kolomnya benar, lalu unggah lagi."
    ),
    "no_table": lazy("Tidak ditemukan tabel di berkas ini. Pastikan ada baris judul kolom, misalnya Nama dan Alamat."),
    "no_rows": lazy(
        "Ada judul kolom, tetapi tidak ada baris data di bawahnya. Periksa apakah datanya ada di lembar lain."
    ),
    "unforeseen": lazy(
        "Pembacaan berhenti karena kesalahan yang tidak terduga. Berkasnya aman; coba baca lagi, "
        "atau hubungi pengelola dengan waktu kejadian ini."
    ),
}

# What is worth knowing of a list that was read.
LISTS: dict[str, Promise] = {
    "carried_down": lazy(
        "Di lembar %(sheet)s, %(field)s hanya tertulis di baris pertama tiap kelompok; berlaku sampai yang berikutnya."
    ),
    "encoding_broken": lazy(
        "Sebagian huruf di berkas ini rusak dan tidak dapat dipulihkan. Simpan ulang sebagai CSV UTF-8 atau .xlsx "
        "bila namanya keliru."
    ),
    "encoding_guessed": lazy("Pengodean hurufnya diduga. Periksa nama yang memakai huruf khusus, misalnya é."),
    "hidden_sheet": lazy(
        "Lembar %(sheet)s tersembunyi di Excel, tetapi berisi data dan ikut dibaca. Lewati barisnya bila tidak "
        "dimaksud."
    ),
    "lines_of_text": lazy(
        "Lembar %(sheet)s berisi baris kalimat; tiap baris dipotong menjadi kolom. Periksa arti kolom."
    ),
    "forms": lazy("Lembar %(sheet)s berisi formulir; tiap formulir dibaca sebagai satu baris."),
    "sideways": lazy(
        "Di lembar %(sheet)s tiap usaha berada di satu kolom; nomor barisnya adalah urutan kolomnya (A = 1, B = 2)."
    ),
    "no_header": lazy("Lembar %(sheet)s tidak berjudul kolom; artinya diduga dari isinya. Periksa arti kolom."),
    "no_identity": lazy(
        "Tabel di lembar %(sheet)s, baris %(row)s, tidak memuat nama usaha atau pemilik; tidak dibaca sebagai daftar."
    ),
    "quotes_unbalanced": lazy(
        "Ada tanda kutip yang tidak ditutup di berkas ini; tiap baris dibaca sendiri. Periksa baris yang terpotong."
    ),
    "side_by_side": lazy(
        "Di lembar %(sheet)s ada dua tabel berdampingan. Periksa apakah keduanya terbaca; bila tidak, pisahkan ke "
        "dua lembar."
    ),
    "transposed": lazy(
        "Di lembar %(sheet)s judulnya berderet ke bawah. Putar tabelnya di Excel (Tempel khusus, Transpos), lalu "
        "unggah lagi."
    ),
}

# Where the day of a list was found.
DAYS: dict[str, Promise] = {
    "given": lazy("ditulis petugas"),
    "timestamps": lazy("dari cap waktu di daftar"),
    "title": lazy("dari judul daftar"),
    "footer": lazy("dari kaki daftar"),
    "file_name": lazy("dari nama berkas"),
    "other_list": lazy("dari daftar lain yang diunggah bersama"),
    "newest_date": lazy("diperkirakan dari tanggal terbaru di dalamnya"),
    "file_modified": lazy("diperkirakan dari kapan berkasnya disimpan"),
    "default": lazy("diperkirakan"),
    "unknown": lazy("tidak disebut di daftar"),
}

# Why a row, or a line that is no row, is not written.
SKIPS: dict[str, Promise] = {
    "officer": lazy("Dilewati petugas"),
    "same_file": lazy("Berkas ini sudah pernah diimpor"),
    "no_name": lazy("Tidak ada nama usaha maupun pemilik"),
    "blank": lazy("Baris kosong"),
    "total": lazy("Baris jumlah"),
    "carried": lazy("Baris pindahan"),
    "header": lazy("Baris judul"),
    "numbering": lazy("Baris nomor kolom"),
    "section": lazy("Baris pemisah bagian"),
    "footer": lazy("Tanda tangan atau keterangan"),
    "note": lazy("Catatan di bawah tabel"),
    "continuation": lazy("Lanjutan baris di atasnya"),
    "only_number": lazy("Hanya nomor urut"),
    "example": lazy("Contoh pengisian"),
    "title": lazy("Judul daftar"),
}

LEFT_OUT: dict[str, Promise] = {
    "open_range": lazy("Omzet tanpa batas atas tidak disimpan di registri; tetap ada di baris sumbernya."),
    "fewer_than_by_sex": lazy("Laki-laki dan perempuan bersama melebihi jumlahnya; rinciannya tidak disimpan."),
}


class _Shown(dict[str, Any]):
    """Parameters of a sentence; one that is missing shows as an ellipsis rather than breaking the page."""

    def __missing__(self, key: str) -> str:
        return "…"


def _filled(text: Promise, params: Mapping[str, Any]) -> str:
    shown = {
        k: field_word(str(v))
        if k == "field"
        else _("satu-satunya")
        if k == "sheet" and not v  # of a text file, which has one
        else ", ".join(map(str, v))
        if isinstance(v, list)
        else thousands(v)
        if isinstance(v, int) and v > 9999
        else v
        for k, v in params.items()
    }
    return str(text) % _Shown(shown)


def problem_sentence(note: Mapping[str, Any]) -> str:
    """A doubt or a file's problem, `{code, params}`, as a sentence with its remedy."""
    code, params = note["code"], note.get("params") or {}
    # One code may be said of a whole file or of a sheet in it.
    text = DOUBTS.get(code) or (FILES.get(code) if "sheet" not in params else None) or LISTS.get(code)
    text = text or FILES.get(code)
    if text is None:
        return _("Perlu diperiksa: %(code)s.") % {"code": code}
    return _filled(text, params)


def why_sentence(note: Mapping[str, Any]) -> str:
    """Why something was understood so."""
    text = WHY.get(note["code"]) or DOUBTS.get(note["code"])
    return _filled(text, note.get("params") or {}) if text is not None else ""


def field_word(name: str) -> str | Promise:
    return _FIELDS.get(name, name)


def state_word(state: str) -> str | Promise:
    return STATES.get(state, state)


def skip_word(reason: str) -> str | Promise:
    return SKIPS.get(reason, lazy("Bukan baris data"))


def day_word(why: str) -> str | Promise:
    return DAYS.get(why, DAYS["unknown"])


def left_out_sentence(code: str) -> str | Promise:
    return LEFT_OUT.get(code, lazy("Nilai ini tidak dapat disimpan di registri; tetap ada di baris sumbernya."))


def cell_text(name: str, value: Any) -> str:
    """An understood value as people write it; "" for nothing."""
    if value in NOTHING:
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    if isinstance(value, bool):
        return _("ya") if value else _("tidak")
    if isinstance(value, int):
        return rupiah(value) if name in _MONEY else str(value)
    if name == "born":
        try:
            return date.fromisoformat(str(value)).strftime("%d-%m-%Y")
        except ValueError:
            return str(value)
    return str(value)
