"""How this room's ledger lines read."""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from binakriya.foundation.words import Shower, Word
from binakriya.products.words import (
    AUDIENCES,
    CHANNELS,
    DESTINATIONS,
    FORMS,
    HOWS,
    METHODS,
    NET_UNITS,
    OPERATOR_SIZES,
    PAPER_RESULTS,
    QUESTIONS,
    SHAPES,
    STATES,
    amount_shown,
    mass_shown,
    material_word,
    size_shown,
    subject_word,
)

LEDGER_ACTIONS: dict[str, Word] = {
    "products.added": gettext_lazy("Menambah produk"),
    "products.changed": gettext_lazy("Mengubah produk"),
    "products.measured": gettext_lazy("Mengukur produk"),
    "products.variant_added": gettext_lazy("Menambah varian produk"),
    "products.variant_removed": gettext_lazy("Menghapus varian produk"),
    "products.variant_restored": gettext_lazy("Mengembalikan varian produk"),
    "products.archived": gettext_lazy("Mengarsipkan produk"),
    "products.restored": gettext_lazy("Memulihkan produk"),
    "products.photo_added": gettext_lazy("Menambah foto produk"),
    "products.photo_changed": gettext_lazy("Mengubah keterangan foto produk"),
    "products.photo_moved": gettext_lazy("Mengubah urutan foto produk"),
    "products.photo_removed": gettext_lazy("Menghapus foto produk"),
    "products.photo_restored": gettext_lazy("Mengembalikan foto produk"),
    "products.evidence_added": gettext_lazy("Mencatat bukti kerapuhan"),
    "products.evidence_removed": gettext_lazy("Menghapus bukti kerapuhan"),
    "products.evidence_restored": gettext_lazy("Mengembalikan bukti kerapuhan"),
    "products.paper_added": gettext_lazy("Mencatat dokumen produk"),
    "products.paper_checked": gettext_lazy("Melihat dokumen produk"),
    "products.paper_removed": gettext_lazy("Menghapus dokumen produk"),
    "products.paper_restored": gettext_lazy("Mengembalikan dokumen produk"),
    "products.stated": gettext_lazy("Menyatakan keterangan label"),
    "products.list_read": gettext_lazy("Membaca daftar produk"),
    "products.list_written": gettext_lazy("Memasukkan daftar produk"),
    "products.list_undone": gettext_lazy("Mengurungkan daftar produk"),
    "products.list_discarded": gettext_lazy("Membuang daftar produk"),
    "products.exported": gettext_lazy("Mengunduh daftar produk"),
}
LEDGER_KINDS: dict[str, Word] = {
    "products.product": gettext_lazy("Produk"),
    "products.list": gettext_lazy("Daftar produk"),
}
LEDGER_FIELDS: dict[str, Word] = {
    "name": gettext_lazy("Nama"),
    "kind": gettext_lazy("Jenis"),
    "material": gettext_lazy("Bahan"),
    "form": gettext_lazy("Bentuk"),
    "technique": gettext_lazy("Teknik"),
    "note": gettext_lazy("Catatan"),
    "maker": gettext_lazy("Pembuat"),
    "state": gettext_lazy("Keadaan"),
    "variant": gettext_lazy("Varian"),
    "sku": gettext_lazy("Kode barang"),
    "shape": gettext_lazy("Cara mengukur"),
    "size": gettext_lazy("Ukuran luar"),
    "mass": gettext_lazy("Massa"),
    "measured_by": gettext_lazy("Diukur oleh"),
    "measured_on": gettext_lazy("Diukur tanggal"),
    "measured_how": gettext_lazy("Alat ukur"),
    "outline": gettext_lazy("Titik garis luar"),
    "photo": gettext_lazy("Foto"),
    "brand": gettext_lazy("Merek"),
    "story": gettext_lazy("Cerita produk"),
    "audience": gettext_lazy("Untuk siapa"),
    "composition": gettext_lazy("Susunan bahan"),
    "address": gettext_lazy("Alamat di label"),
    "contact": gettext_lazy("Kontak di label"),
    "identifier": gettext_lazy("Kode produk atau seri"),
    "made_on": gettext_lazy("Waktu pembuatan"),
    "responsible_person": gettext_lazy("Penanggung jawab di Uni Eropa"),
    "operator_size": gettext_lazy("Ukuran usaha pemasok"),
    "member_state": gettext_lazy("Negara di Uni Eropa"),
    "channels": gettext_lazy("Cara menjual"),
    "care": gettext_lazy("Tanda rawat"),
    **{key: label for key, (label, _hint) in QUESTIONS.items()},
    "hs": gettext_lazy("Kode HS"),
    "net": gettext_lazy("Isi bersih"),
    "destinations": gettext_lazy("Dijual ke mana"),
    "paper": gettext_lazy("Dokumen"),
    "issuer": gettext_lazy("Penerbit"),
    "number": gettext_lazy("Nomor"),
    "result": gettext_lazy("Hasil"),
    "valid_until": gettext_lazy("Berlaku sampai"),
    "method": gettext_lazy("Cara"),
    "drops": gettext_lazy("Jumlah jatuh"),
    "declared_g": gettext_lazy("Kerapuhan, G"),
    "source": gettext_lazy("Sumber"),
    "products": gettext_lazy("Jumlah produk"),
    "file": gettext_lazy("Berkas"),
}


def _size(value: Any) -> str:
    return size_shown([Decimal(str(side)) for side in value])


def _mass(value: Any) -> str:
    return mass_shown(Decimal(str(value)))


def _material(value: Any) -> str:
    return material_word(str(value))


def _yes_no(value: Any) -> str:
    return _("Ya") if value else _("Tidak")


def _of(words: dict[str, Word]) -> Shower:
    return lambda value: str(words[value])


LEDGER_VALUES: dict[str, Shower] = {
    "size": _size,
    "mass": _mass,
    "material": _material,
    "form": _of(FORMS),
    "shape": _of(SHAPES),
    "measured_how": _of(HOWS),
    "method": _of(METHODS),
    "state": _of(STATES),
    "audience": _of(AUDIENCES),
    "operator_size": _of(OPERATOR_SIZES),
    "channels": lambda value: ", ".join(str(CHANNELS[code]) for code in value),
    "care": lambda value: ", ".join(value),
    **dict.fromkeys(QUESTIONS, _yes_no),
    "story": lambda value: " / ".join(value.values()),
    "composition": lambda value: ", ".join(f"{name} {percent} %" for name, percent in value),
    "net": lambda value: f"{amount_shown(value[0])} {NET_UNITS[value[1]]}",
    "destinations": lambda value: ", ".join(str(DESTINATIONS[code]) for code in value),
    "paper": lambda value: subject_word(str(value)),
    "result": _of(PAPER_RESULTS),
    "variant": lambda value: str(value) or _("ukuran utama"),
}
