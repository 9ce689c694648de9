"""The room's words on screen: materials and forms, ways to measure, sizes, reasons of refusal."""

from collections.abc import Sequence
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from binakriya.engines.protection import MATERIALS, text_of
from binakriya.engines.protection.wording import Language
from binakriya.foundation.rules.refusals import Refused
from binakriya.products.rules.papers import SUBJECTS

Word = str | Promise
_NBSP = "\u00a0"

FORMS: dict[str, Word] = {
    "plain": _("Pejal atau berdinding biasa"),
    "thin": _("Berdinding tipis"),
    "protruding": _("Bagian menonjol: gagang, cucuk, hiasan"),
    "joined": _("Bagian yang ditempel atau disambung"),
    "massive": _("Tebal dan padat"),
}
SHAPES: dict[str, Word] = {
    "box": _("Kotak: panjang, lebar, tinggi"),
    "cylinder": _("Bulat berdiri: garis tengah dan tinggi"),
    "irregular": _("Bentuk lain: kotak terkecil yang memuatnya"),
}
SHAPE_WORDS: dict[str, Word] = {"box": _("kotak"), "cylinder": _("bulat"), "irregular": _("lain")}
"""As a list says it: what is exported can be read again."""
HOWS: dict[str, Word] = {
    "ruler": _("Penggaris atau meteran"),
    "caliper": _("Jangka sorong"),
    "photo": _("Foto dengan kertas A4 atau kartu di sampingnya"),
    "stated": _("Menurut pembuatnya, belum diukur ulang"),
    "list": _("Dari daftar"),
}
METHODS: dict[str, Word] = {
    "bracket": _("Dua batas: tertinggi yang selamat, terendah yang rusak"),
    "staircase": _("Naik turun: turun setelah rusak, naik setelah selamat"),
    "probit": _("Ketinggian bebas (probit)"),
    "declared": _("Nilai G yang sudah diketahui"),
}
STATES: dict[str, Word] = {"active": _("Diproduksi"), "archived": _("Diarsipkan")}
PAPER_KINDS: dict[str, Word] = {
    "test_report": _("Laporan uji"),
    "certificate": _("Sertifikat"),
    "registration": _("Pendaftaran"),
    "declaration": _("Pernyataan"),
}
PAPER_RESULTS: dict[str, Word] = {
    "pass": _("Lulus atau berlaku"),
    "fail": _("Tidak lulus"),
    "information": _("Keterangan saja, tanpa lulus atau gagal"),
}
PAPER_STANDINGS: dict[str, Word] = {
    "waiting": _("perlu dilihat dinas"),
    "failed": _("tidak lulus"),
    "expired": _("habis masa berlaku"),
    "soon": _("segera habis"),
    "valid": _("berlaku"),
}
DUTY_STANDINGS: dict[str, Word] = {
    "settled": _("terpenuhi"),
    "soon": _("segera habis"),
    "open": _("belum ada dokumennya"),
    "expired": _("habis masa berlaku"),
    "failed": _("tidak lulus"),
    "no_paper": _("dinilai sendiri, tanpa dokumen"),
}
PAPER_GROUPS: dict[str, Word] = {
    "settling": _("Uji dan kepatuhan"),
    "rights": _("Hak"),
    "market": _("Pasar"),
}
AUDIENCES: dict[str, Word] = {
    "general": _("Umum, dewasa"),
    "children": _("Anak sampai 12 tahun"),
    "infants": _("Anak di bawah 3 tahun"),
}
DESTINATIONS: dict[str, Word] = {
    "ID": _("Indonesia"),
    "EU": _("Uni Eropa"),
    "US": _("Amerika Serikat"),
    "JP": _("Jepang"),
}
CHANNELS: dict[str, Word] = {
    "retail": _("Di toko atau pameran"),
    "e-commerce": _("Lewat internet"),
    "transport": _("Grosir, dikirim dalam karton"),
}
OPERATOR_SIZES: dict[str, Word] = {
    "micro": _("Mikro"),
    "small": _("Kecil"),
    "medium": _("Menengah"),
    "large": _("Besar"),
}
QUESTIONS: dict[str, tuple[Word, Word]] = {
    "food_contact": (_("Bersentuhan dengan makanan"), _("Misalnya: piring, gelas, talenan.")),
    "skin_contact": (_("Lama bersentuhan dengan kulit"), _("Misalnya: perhiasan, jam, pakaian.")),
    "animal": (_("Ada bagian dari hewan"), _("Misalnya: kulit, tanduk, tulang, bulu, sutra, lilin lebah.")),
    "pig_or_dog": (_("Ada bagian dari babi atau anjing"), _("Misalnya: kulit babi, kuas dari bulu babi.")),
    "listed_species": (
        _("Ada jenis yang dilindungi CITES"),
        _("Misalnya: sonokeling (Dalbergia), karang, gading, kulit reptil."),
    ),
    "battery": (_("Ada baterai"), _("Misalnya: lampu hias, jam.")),
    "wood_packing": (_("Kemasannya memakai kayu lebih tebal dari 6 mm"), _("Peti, palet, atau ganjal dari kayu utuh.")),
    "plastic_pack": (_("Kemasannya memakai plastik"), _("Kantong, selotip, atau bantalan plastik.")),
    "california": (_("Dijual juga ke California"), _("Di sana ada aturan peringatan tersendiri.")),
}
NET_UNITS: dict[str, Word] = {
    "piece": _("buah"),
    "pair": _("pasang"),
    "set": _("set"),
    "g": "g",
    "kg": "kg",
    "ml": "ml",
    "l": "l",
    "cm": "cm",
    "m": "m",
}
LACKS: dict[str, Word] = {
    "ukuran": _("Tanpa ukuran"),
    "massa": _("Tanpa massa"),
    "foto": _("Tanpa foto"),
    "bukti": _("Tanpa bukti kerapuhan"),
}
SORTS: dict[str, Word] = {
    "nama": _("Nama"),
    "pembuat": _("Pembuat"),
    "bahan": _("Bahan"),
    "massa": _("Massa"),
    "-massa": _("Massa, terberat dulu"),
    "-diperbarui": _("Terbaru diubah"),
}
FIELDS: dict[str, Word] = {
    "maker": _("Pembuat"),
    "name": _("Produk"),
    "material": _("Bahan"),
    "length": _("Panjang"),
    "breadth": _("Lebar"),
    "height": _("Tinggi"),
    "mass": _("Massa"),
    "shape": _("Cara mengukur"),
    "kind": _("Jenis"),
    "technique": _("Teknik"),
    "note": _("Catatan"),
}
LIST_STATES: dict[str, tuple[Word, str]] = {
    "read": (_("Menunggu persetujuan"), "warn"),
    "written": (_("Dimasukkan"), "ok"),
    "undone": (_("Diurungkan"), ""),
    "discarded": (_("Dibuang"), ""),
}

# What was wrong, the rule, a way out. `%(written)s` is what was typed.
MEASURES: dict[str, Word] = {
    "unreadable": _("“%(written)s” tidak terbaca. Tulis satu angka dengan satuannya, seperti %(example)s."),
    "not_one_number": _(
        "“%(written)s” tidak terbaca sebagai satu angka. Tulis satu angka; panjang, lebar, dan tinggi punya isian "
        "sendiri-sendiri."
    ),
    "unit_unknown": _("Satuan “%(unit)s” tidak dikenal. Pakai %(units)s."),
    "ambiguous": _("“%(written)s” dapat berarti dua hal. Tulis dengan koma, seperti %(example)s."),
    "not_positive": _("“%(written)s” bukan ukuran. Tulis angka yang lebih besar dari nol."),
    "too_small": _("“%(written)s” terlalu kecil untuk satu produk, paling kecil %(least)s. Periksa satuannya."),
    "too_large": _("“%(written)s” terlalu besar untuk satu produk, paling besar %(most)s. Periksa satuannya."),
}
_EXAMPLES = {"length": "200 mm, 20 cm", "mass": "850 g, 0,85 kg"}
_AMBIGUOUS = {"length": "1,25 m, 1250 mm", "mass": "1,25 kg, 1250 g"}
_UNITS = {"length": "mm, cm, m", "mass": "g, ons, kg"}
_LEAST = {"length": "1 mm", "mass": "1 g"}
_MOST = {"length": "3.000 mm (3 m)", "mass": "1.000 kg"}

REASONS: dict[str, Word] = {
    "choice_unknown": _("Pilihan itu tidak ada di daftar. Pilih salah satu."),
    "part_unreadable": _("“%(line)s” tidak terbaca. Tulis bahan lalu persennya, satu sebaris, misalnya: katun 80."),
    "parts_sum": _("Jumlah persennya %(total)s, seharusnya 100. Periksa tiap bahan."),
    "parts_many": _("Paling banyak %(most)s bahan. Gabungkan yang kecil menjadi “lainnya”."),
    "hs_digits": _("Kode HS terdiri atas empat sampai delapan angka, misalnya 4602 atau 460212."),
    "net_amount": _("Isi bersih harus lebih dari nol dan paling banyak 100.000."),
    "net_unit": _("Pilih satuan isi, atau kosongkan isi bersihnya."),
    "state_letters": _("Kode negara terdiri atas dua huruf, misalnya DE."),
    "destination_needed": _("Belum ada tujuan yang dipilih. Pilih paling sedikit satu."),
    "paper_subject": _("Belum dipilih apa yang dibuktikan. Pilih satu dari daftar."),
    "paper_result": _("Hasilnya belum dipilih. Pilih lulus, tidak lulus, atau keterangan saja."),
    "paper_issuer": _("Penerbit kosong. Tulis nama laboratorium atau lembaga yang mengeluarkannya."),
    "paper_to_come": _("Tanggal terbit belum tiba. Periksa tahunnya; dokumen yang belum terbit dicatat nanti."),
    "paper_too_old": _("Tanggal terbit sebelum %(year)s. Periksa tahunnya."),
    "paper_dates": _("Berlaku sampai tanggal sebelum tanggal terbit. Tukar, atau kosongkan bila tanpa batas."),
    "paper_too_long": _("Berlaku lebih dari %(years)s tahun. Periksa tahunnya, atau kosongkan bila tanpa batas."),
    "papers_full": _("Produk ini sudah punya %(most)s dokumen. Hapus yang tidak dipakai lagi, lalu tambahkan."),
    "paper_is_checked": _("Dokumen ini sudah dilihat dinas; hanya dinas yang dapat menghapusnya."),
    "file_kind": _("Isi berkas bukan PDF, JPEG, atau PNG. Tidak ada yang tersimpan; pindai atau potret lagi."),
    "file_size": _("Berkas melebihi %(limit)s MB. Tidak ada yang tersimpan; perkecil atau pindai ulang."),
    "name_needed": _("Nama produk kosong. Tulis namanya seperti pembeli menyebutnya."),
    "material_needed": _("Bahan belum dipilih. Pilih bahan utamanya."),
    "text_long": _("Terlalu panjang. Paling banyak %(most)s huruf; ringkas, lalu simpan lagi."),
    "list_shape_unknown": _("Cara mengukur “%(written)s” tidak dikenal. Tulis kotak, bulat, atau lain."),
    "form_unknown": _("Bentuk itu tidak ada di daftar. Pilih salah satu."),
    "shape_unknown": _("Cara mengukur itu tidak ada di daftar. Pilih salah satu."),
    "not_round": _("Garis tengahnya berbeda di dua arah. Ukur sebagai kotak, atau samakan keduanya."),
    "size_needed": _("Massa ada, ukurannya belum. Isi panjang, lebar, dan tinggi; massa saja tidak cukup untuk kotak."),
    "too_heavy": _("Massa ini terlalu berat untuk ukurannya, lebih berat daripada emas. Periksa satuan keduanya."),
    "too_light": _("Massa ini terlalu ringan untuk ukurannya, seringan udara. Periksa satuan keduanya."),
    "outline_few": _("Garis luar perlu paling sedikit tiga titik."),
    "outline_flat": _("Titik garis luarnya segaris. Tulis titik yang mengelilingi produk."),
    "outline_many": _("Garis luar terlalu rinci. Paling banyak %(most)s titik; pilih yang di sudut dan lengkungan."),
    "outline_crosses": _("Garis luarnya memotong dirinya sendiri. Tulis titiknya berurutan mengelilingi produk."),
    "outline_outside": _(
        "Garis luarnya %(width)s × %(depth)s mm, lebih besar dari panjang × lebar. Betulkan titik atau ukurannya."
    ),
    "outline_unreadable": _("Baris “%(line)s” tidak terbaca. Tulis dua angka sebaris, seperti 120; 45."),
    "day_to_come": _("Tanggalnya belum tiba. Tulis hari ketika produk diukur."),
    "maker_unknown": _("Usaha itu tidak ada di registri dinas Anda. Pilih dari daftar."),
    "maker_inactive": _("Usaha itu diarsipkan. Pulihkan usahanya dahulu, lalu tambahkan produk."),
    "measurer_needed": _("Pengukur belum ditulis. Tulis siapa yang mengukur."),
    "variant_name_needed": _("Nama varian kosong. Tulis pembedanya, misalnya: besar, 30 cm, merah."),
    "variant_exists": _("Varian dengan nama itu sudah ada. Beri nama lain, misalnya ukurannya."),
    "sku_exists": _("Kode barang itu sudah dipakai varian lain dari produk ini. Tulis kode lain."),
    "variants_full": _("Sudah 30 varian. Buat produk baru untuk ukuran berikutnya."),
    "variant_last": _("Ini satu-satunya ukuran. Ubah ukurannya, atau arsipkan produknya."),
    "changed_meanwhile": _(
        "Data ini baru saja diubah orang lain. Isian Anda masih ada di bawah; bandingkan dengan halaman produknya, "
        "lalu simpan lagi."
    ),
    "archived": _("Produk ini diarsipkan. Pulihkan dahulu, lalu ubah."),
    "photo_unreadable": _("Berkas itu bukan foto yang terbaca. Pakai JPEG, PNG, atau WebP."),
    "photo_too_large": _(
        "Fotonya terlalu besar. Paling besar 15 MB dan 60 megapiksel (PNG dan WebP 25); kecilkan di ponsel, lalu coba "
        "lagi."
    ),
    "photos_full": _("Sudah 12 foto. Hapus satu untuk menambah yang lain."),
    "drops_needed": _("Belum ada hasil uji. Tulis satu jatuh sebaris, seperti: 600 selamat."),
    "drops_many": _("Terlalu banyak baris. Paling banyak %(most)s jatuh untuk satu bukti."),
    "drop_unreadable": _("Baris “%(line)s” tidak terbaca. Tulis tinggi, lalu selamat atau rusak: 600 selamat."),
    "declared_needed": _("Nilai G atau sumbernya kosong. Tulis keduanya."),
    "cushion_needed": _("Tebal dan jenis bantalan berpasangan. Isi keduanya, atau kosongkan keduanya."),
    "engine": _("%(sentence)s"),
    "maker_needed": _("Kosong. Tulis nama usahanya seperti di registri."),
    "maker_unlisted": _("“%(name)s” tidak ada di registri. Tulis seperti di registri, atau tambahkan usahanya."),
    "maker_several": _("Lebih dari satu usaha cocok dengan “%(name)s”. Tulis namanya lengkap."),
    "side_needed": _("Kosong. Isi ketiga sisinya, atau kosongkan semuanya."),
    "product_stands": _("Sudah ada produk dengan nama ini pada usahanya; dilewati."),
    "material_unlisted": _("Bahan tidak dikenal; disimpan apa adanya, perlu uji jatuh."),
    "file_needed": _("Belum ada berkas yang dipilih. Pilih CSV atau Excel, lalu unggah."),
    "list_blank": _("Berkas kosong, tidak ada isinya. Pilih berkas yang lain, lalu baca lagi."),
    "list_locked": _("Berkas terkunci kata sandi. Simpan tanpa kata sandi, lalu baca lagi."),
    "list_cell": _("Baris %(row)s memuat sel lebih dari %(most)s huruf. Ringkas isinya, lalu baca lagi."),
    "file_empty": _("Berkas kosong, barangkali gagal terunggah. Pilih lagi berkasnya; isian lain tetap ada."),
    "list_unreadable": _("Daftar tidak terbaca. Pakai CSV atau Excel dengan baris judul seperti pada contoh."),
    "list_headers": _(
        "Kolom %(columns)s tidak ditemukan. Yang terbaca di baris judul: %(found)s. Pakai judul kolom seperti pada "
        "contoh, lalu unggah lagi."
    ),
    "list_unmeasured": _("Kosong. Isi panjang, lebar, dan tinggi; tanpa itu kemasannya tidak dapat dihitung."),
    "list_unweighed": _("Kosong. Timbang produknya, lalu isi; tanpa massa kemasannya tidak dapat dihitung."),
    "list_material": _(
        "“%(written)s” tidak dikenal. Tulis bahan yang terdekat, misalnya keramik, kayu, rotan, bambu, kaca, atau kain."
    ),
    "list_twice": _("Sama dengan baris %(other)s di berkas ini. Beri nama pembeda, atau hapus salah satunya."),
    "list_mends": _("Produk ini dari berkas sebelumnya dan belum diubah orang; isinya diperbarui dari berkas ini."),
    "list_variants": _("Produk ini tercatat dengan beberapa ukuran. Ubah ukurannya di halaman produknya."),
    "list_empty": _("Daftar tidak berisi produk. Isi satu produk sebaris di bawah judul kolom."),
    "list_large": _("Berkasnya lebih dari %(most)s MB. Hapus gambar dan lembar lain dari berkas, lalu unggah lagi."),
    "list_long": _("Daftar lebih dari %(most)s baris. Bagi menjadi beberapa berkas."),
    "list_nothing": _("Tidak ada baris yang dapat dimasukkan. Betulkan berkasnya, lalu unggah lagi."),
    "list_settled": _("Daftar ini sudah diputuskan. Tidak ada yang berubah."),
    "list_edited": _("%(count)s produk dari daftar ini sudah diubah orang. Arsipkan satu per satu bila perlu."),
}


def language() -> Language:
    return "en" if (get_language() or "id").startswith("en") else "id"


def engine_word(code: str) -> str:
    """A word of the protection engine in the reader's language."""
    return text_of(code, language())


def material_word(material: str) -> str:
    """The usual word of a code; the office's own words stand for themselves."""
    return engine_word(f"material.{material}") if material in MATERIALS else material


def material_choices() -> list[tuple[str, str]]:
    """Code and word, by the word."""
    return sorted(((code, material_word(code)) for code in MATERIALS), key=lambda one: one[1].casefold())


def subject_word(key: str) -> str:
    """What a paper proves, in the reader's language; a key that is no longer known stands for itself."""
    return SUBJECTS[key].title[language()] if key in SUBJECTS else key


def plain_number(value: Decimal) -> str:
    """`203,2`; a whole number without decimals."""
    return number_format(value.quantize(Decimal("0.1")) if value % 1 else int(value), force_grouping=True)


def amount_shown(value: str | Decimal) -> str:
    """`1,5`, `1.200`; as many decimals as were stated."""
    return number_format(Decimal(value).normalize() + 0, force_grouping=True)


def size_shown(sides: Sequence[Decimal | None], shape: str = "box") -> str:
    """`220 × 140 × 90 mm`, `Ø 120 × 90 mm`, "" while a side is unknown; a number never breaks from its unit."""
    shown = [plain_number(side) for side in sides if side is not None]
    if len(shown) < 3:
        return ""
    text = f"Ø{_NBSP}{shown[0]}{_NBSP}×{_NBSP}{shown[2]}" if shape == "cylinder" else f"{_NBSP}×{_NBSP}".join(shown)
    return f"{text}{_NBSP}mm"


def mass_shown(grams: Decimal | None) -> str:
    """`850 g`, from a kilogram on `1,25 kg`; "" while unknown."""
    if grams is None:
        return ""
    if grams < 1000:
        return f"{plain_number(grams)}{_NBSP}g"
    return f"{number_format((grams / 1000).quantize(Decimal('0.001')).normalize() + 0, force_grouping=True)}{_NBSP}kg"


def reason_of(refused: Refused) -> str:
    """Why an operation refused, in words, whatever the reason."""
    reason, params = refused.reason, dict(refused.params)
    if reason in MEASURES:
        quantity = str(params.get("quantity", "length"))
        examples = _AMBIGUOUS if reason == "ambiguous" else _EXAMPLES
        params |= {
            "example": examples[quantity],
            "units": _UNITS[quantity],
            "least": _LEAST[quantity],
            "most": _MOST[quantity],
        }
        return str(MEASURES[reason]) % params
    word = REASONS.get(reason)
    if word is None:
        return _now("Permintaan itu tidak dapat dijalankan. Tidak ada yang berubah.")
    return str(word) % params if params else str(word)
