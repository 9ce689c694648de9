"""The room's words on screen: states, reasons of refusal, ledger lines."""

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from binakriya.engines.protection.wording import Language
from binakriya.foundation.rules.refusals import Refused
from binakriya.packaging.rules.words import Said

Word = str | Promise

STATES: dict[str, tuple[Word, str]] = {
    "draft": (_("Rancangan"), "warn"),
    "checked": (_("Sudah diperiksa"), "info"),
    "adopted": (_("Ditetapkan"), "ok"),
    "superseded": (_("Diganti versi lain"), ""),
    "withdrawn": (_("Ditarik"), "bad"),
}
LABEL_STATES: dict[str, tuple[Word, str]] = {
    "draft": (_("Rancangan"), "warn"),
    "final": (_("Selesai"), "ok"),
    "withdrawn": (_("Ditarik"), "bad"),
}
BATCH_STATES: dict[str, tuple[Word, str]] = {
    "draft": (_("Belum dimulai"), "warn"),
    "queued": (_("Menunggu giliran"), "info"),
    "working": (_("Sedang dihitung"), "info"),
    "done": (_("Selesai"), "ok"),
    "stopped": (_("Dihentikan"), "warn"),
    "undoing": (_("Sedang diurungkan"), "info"),
    "undone": (_("Diurungkan"), ""),
    "discarded": (_("Dibuang"), ""),
}
ITEM_STATES: dict[str, tuple[Word, str]] = {
    "waiting": (_("Belum dihitung"), ""),
    "left": (_("Tidak ikut"), ""),
    "made": (_("Sudah dibuat"), "ok"),
    "refused": (_("Tidak dapat"), "bad"),
    "undone": (_("Diurungkan"), ""),
}
JOURNEYS: dict[str, Word] = {
    "hand": _("Dibawa sendiri"),
    "courier": _("Kurir"),
    "truck": _("Palet di truk"),
    "export": _("Ekspor: truk, peti kemas, truk"),
    "own": _("Tahap disusun sendiri"),
}
PURPOSES: dict[str, Word] = {
    "shipping": _("Pengiriman"),
    "retail": _("Penjualan di rak"),
    "gift": _("Hadiah"),
}
SOLD_BY: dict[str, Word] = {"m2": _("m²"), "sheet": _("lembar")}
DROP_METHODS: dict[str, Word] = {
    "staircase": _("Naik turun: turun setelah rusak, naik setelah selamat"),
    "bracket": _("Dua batas: tertinggi yang selamat, terendah yang rusak"),
    "probit": _("Ketinggian bebas (probit)"),
}
VALUE_GROUPS: dict[str, Word] = {
    "bahan": _("Kerapuhan bahan"),
    "bantalan": _("Bantalan"),
    "tumpukan": _("Tumpukan dan karton"),
    "perjalanan": _("Perjalanan"),
    "kelembapan": _("Kelembapan"),
}
TABLES: dict[str, Word] = {"karton": _("Karton"), "kotak": _("Kotak siap pakai"), "harga": _("Harga pemasok")}
REASONS: dict[str, Promise] = {
    "label_lacks": _("Label belum selesai; rancangannya tersimpan. Lengkapi dahulu: %(titles)s."),
    "label_unreadable": _("Label belum selesai; rancangannya tersimpan. %(text)s"),
    "label_not_drawn": _("Label belum dapat digambar. %(text)s"),
    "product_unmeasured": _("Ukuran atau massa produk ini belum lengkap. Ukur dan timbang dahulu, lalu hitung lagi."),
    "boards_stand": _("Dinas ini sudah punya karton sendiri. Ubah atau tambah satu per satu."),
    "counted_on": _("Persediaan perlu tanggal hitung. Isi keduanya, atau kosongkan keduanya."),
    "cushion_unknown": _("Bantalan itu tidak dikenal. Pilih dari daftar."),
    "curve_said_by": _("Beri nama bahan ujinya dan tulis siapa yang menguji, beserta nomor laporannya."),
    "table_unreadable": _("Berkas ini tidak terbaca sebagai tabel. Simpan sebagai CSV atau XLSX, lalu unggah lagi."),
    "table_heads": _(
        "Kolom wajib tidak ditemukan: %(columns)s. Yang terbaca di baris judul: %(found)s. Unduh contohnya, lalu isi "
        "di sana."
    ),
    "table_empty": _("Tidak ada baris di bawah judul kolom. Isi paling sedikit satu baris."),
    "table_long": _("Paling banyak %(most)s baris. Bagi berkasnya."),
    "batch_state": _("Pekerjaan ini sudah berubah keadaan. Muat ulang halaman, lalu lihat langkah yang masih terbuka."),
    "batch_undone": _("Pekerjaan ini sudah diurungkan, jadi tidak ada berkas untuk diunduh. Susun kemasan yang baru."),
    "batch_empty": _("Tidak ada produk yang dapat dihitung. Ukur dan timbang dahulu, atau pilih sumber lain."),
    "batch_long": _("Paling banyak %(most)s produk sekaligus. Pilih sumber yang lebih kecil."),
    "batch_source": _("Sumber produk itu tidak ada lagi. Pilih yang lain."),
    "product_unknown": _("Produk ini tidak ada dalam jangkauan Anda. Tidak ada yang disimpan."),
    "archived": _("Produk ini diarsipkan. Pulihkan dahulu di halaman produk, lalu simpan kemasannya."),
    "does_not_hold": _("Kemasan ini tidak bertahan di perjalanan itu, jadi tidak disimpan. Pilih alternatif lain."),
    "state": _("Versi ini sudah berubah keadaan. Muat ulang halaman, lalu lihat langkah yang masih terbuka."),
    "reason_needed": _("Tulis alasannya. Tidak ada yang berubah."),
    "board_exists": _("Karton dengan kode itu sudah ada. Pakai kode lain, atau hapus yang lama dahulu."),
    "source_needed": _("Tulis dari mana nilai karton ini: pemasok atau uji, beserta tanggalnya."),
    "box_exists": _("Kotak dengan kode itu sudah ada. Pakai kode lain."),
    "price_said_by": _("Harga perlu pemasok dan tanggal. Isi keduanya, atau kosongkan harganya."),
    "offer_exists": _("Harga pemasok ini untuk karton dan tanggal itu sudah ada."),
    "valid_after": _("Masa berlaku berakhir sebelum tanggal harganya. Periksa kedua tanggal."),
    "why_needed": _("Tulis siapa yang mengukur nilai ini dan bagaimana."),
    "range": _("Batas bawah dan atas harus mengapit nilainya. Isi keduanya, atau kosongkan keduanya."),
    "sheet_needed": _("Karton yang dijual per lembar perlu ukuran lembarnya."),
    "code_unseen": _("Kode itu tidak memuat huruf atau angka yang terlihat. Ketik ulang kodenya."),
    "day_ahead": _(
        "Tanggal %(day)s terlalu jauh di depan: paling jauh %(last)s. Periksa hari, bulan, dan tahunnya. Tidak ada "
        "yang disimpan."
    ),
    "price_nothing": _(
        "Harga karton paling sedikit Rp 1. Kotak yang didapat cuma-cuma dicatat sebagai kotak siap pakai tanpa harga."
    ),
    "figure": _("Ada angka yang di luar batas atau sudah tercatat. Periksa lagi, tidak ada yang disimpan."),
}
LEDGER_ACTIONS: dict[str, Word] = {
    "packaging.version_saved": _("Menyimpan spesifikasi kemasan"),
    "packaging.version_checked": _("Memeriksa spesifikasi kemasan"),
    "packaging.version_adopted": _("Menetapkan spesifikasi kemasan"),
    "packaging.version_withdrawn": _("Menarik spesifikasi kemasan"),
    "packaging.label_saved": _("Menyimpan rancangan label"),
    "packaging.label_finished": _("Menyelesaikan label"),
    "packaging.label_withdrawn": _("Menarik label"),
    "packaging.batch_drafted": _("Menyiapkan kemasan sekelas"),
    "packaging.batch_discarded": _("Membuang kemasan sekelas"),
    "packaging.batch_archive_asked": _("Meminta berkas kemasan sekelas"),
    "packaging.batch_archived": _("Menyiapkan berkas kemasan sekelas"),
    "packaging.batch_exported": _("Mengunduh kemasan sekelas"),
    "packaging.batch_started": _("Memulai kemasan sekelas"),
    "packaging.batch_done": _("Menyelesaikan kemasan sekelas"),
    "packaging.batch_stopped": _("Menghentikan kemasan sekelas"),
    "packaging.batch_undo_asked": _("Meminta pengurungan kemasan sekelas"),
    "packaging.batch_undone": _("Mengurungkan kemasan sekelas"),
    "packaging.exported": _("Mengunduh daftar kemasan"),
    "packaging.board_added": _("Menambah karton"),
    "packaging.board_changed": _("Mengubah karton"),
    "packaging.boards_taken": _("Mengambil tabel karton bawaan"),
    "packaging.boards_dropped": _("Kembali ke tabel karton bawaan"),
    "packaging.board_removed": _("Menghapus karton"),
    "packaging.stock_box_added": _("Menambah kotak siap pakai"),
    "packaging.stock_box_changed": _("Mengubah kotak siap pakai"),
    "packaging.stock_box_removed": _("Menghapus kotak siap pakai"),
    "packaging.offer_added": _("Menambah harga pemasok"),
    "packaging.offer_changed": _("Mengubah harga pemasok"),
    "packaging.offer_removed": _("Menghapus harga pemasok"),
    "packaging.calibrated": _("Mengganti nilai anggapan"),
    "packaging.calibration_removed": _("Mengembalikan nilai anggapan"),
    "packaging.curve_added": _("Mencatat kurva bantalan"),
    "packaging.curve_removed": _("Memensiunkan kurva bantalan"),
}
LEDGER_KINDS: dict[str, Word] = {
    "packaging.specification": _("Spesifikasi kemasan"),
    "packaging.batch": _("Kemasan sekelas"),
    "packaging.board": _("Karton"),
    "packaging.label": _("Label produk"),
    "packaging.stock_box": _("Kotak siap pakai"),
    "packaging.offer": _("Harga pemasok"),
    "packaging.value": _("Nilai anggapan"),
    "packaging.curve": _("Kurva bantalan"),
}
LEDGER_FIELDS: dict[str, Word] = {
    "destination": _("Tujuan"),
    "size": _("Ukuran"),
    "own_work": _("Diperiksa penyusunnya sendiri"),
    "version": _("Versi"),
    "specifications": _("Spesifikasi"),
    "products": _("Produk"),
    "file": _("Berkas"),
    "style": _("Gaya kotak"),
    "board": _("Karton"),
    "number": _("Nomor"),
    "caliper_mm": _("Tebal (mm)"),
    "source": _("Sumber"),
    "code": _("Kode"),
    "dated": _("Tanggal harga"),
    "value": _("Nilai"),
    "why": _("Alasan"),
    "boards": _("Jumlah karton"),
    "flute": _("Gelombang"),
    "grammage": _("Gramatur (g/m²)"),
    "ect_n_per_mm": _("ECT (N/mm)"),
    "burst_kpa": _("BST (kPa)"),
    "dx_nm": _("Kekakuan Dx (N·m)"),
    "dy_nm": _("Kekakuan Dy (N·m)"),
    "supplier": _("Pemasok"),
    "name": _("Nama"),
    "length_mm": _("Panjang (mm)"),
    "breadth_mm": _("Lebar (mm)"),
    "height_mm": _("Tinggi (mm)"),
    "price": _("Harga"),
    "on_hand": _("Persediaan"),
    "counted_on": _("Tanggal hitung"),
    "board_code": _("Karton"),
    "sold_by": _("Dijual per"),
    "breaks": _("Harga bertingkat"),
    "rest": _("Rincian harga"),
    "valid_until": _("Berlaku sampai"),
    "factor": _("Faktor bantalan"),
    "r2": _("R²"),
}


def language() -> Language:
    return "en" if (get_language() or "id").startswith("en") else "id"


def said(sentence: Said) -> str:
    return sentence.text(language())


def refusal(error: Refused) -> str:
    """What was refused, what is safe, what to do; the engines' own sentences as they are."""
    sentence = error.params.get("sentence")
    if sentence:
        return str(sentence)
    word = REASONS.get(error.reason)
    return str(word) % error.params if word is not None else _now("Tidak ada yang berubah.")
