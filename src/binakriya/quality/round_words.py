"""The words of rounds on screen: states, reasons of refusal, lines of the ledger."""

from django.utils.translation import gettext_lazy as _

from binakriya.foundation.rules.refusals import Refused
from binakriya.foundation.words import Word
from binakriya.products.words import reason_of

STATES: dict[str, tuple[Word, str]] = {
    "planned": (_("Direncanakan"), "warn"),
    "open": (_("Dibuka untuk penilai"), "info"),
    "closed": (_("Ditutup"), "ok"),
}
TASK_STATES: dict[str, tuple[Word, str]] = {
    "todo": (_("Belum dinilai"), ""),
    "work": (_("Sedang dinilai"), "warn"),
    "done": (_("Terkirim"), "ok"),
}
GATES: dict[str, Word] = {"pass": _("Memenuhi"), "fail": _("Tidak memenuhi"), "unseen": _("Tidak dapat dilihat")}
SEVERITIES: dict[str, Word] = {
    "minor": _("Ringan: hampir tidak terlihat"),
    "major": _("Sedang: merusak rupa"),
    "critical": _("Berat: tidak layak atau tidak aman"),
}
RECUSALS: dict[str, Word] = {
    "own": _("Produk sendiri"),
    "student": _("Peserta binaannya"),
    "relative": _("Keluarga"),
    "other": _("Alasan lain"),
}
PLAN_PROBLEMS: dict[str, Word] = {
    "all_recused": _("Ada produk yang tidak boleh dinilai siapa pun di putaran ini. Tambahkan penilai lain."),
    "too_few": _("Ada produk yang penilainya kurang. Tambahkan penilai, atau kurangi jumlah penilai tiap produk."),
    "no_room": _("Ada produk yang tidak mendapat penilai. Tambahkan penilai."),
}
_REASONS: dict[str, Word] = {
    "no_office": _("Akun Anda tidak bekerja untuk dinas mana pun, jadi putarannya tidak punya pemilik."),
    "title_needed": _("Tulis judul putarannya."),
    "wanted_range": _("Jumlah penilai tiap produk harus dari 1 sampai %(most)s."),
    "rubric_needed": _("Pilih sedikitnya satu rubrik yang sudah diterbitkan."),
    "round_state": _("Putaran tidak dalam keadaan yang dapat diubah begitu. Muat ulang halaman."),
    "reason_needed": _("Tulis alasannya. Putaran tetap tertutup."),
    "round_closed": _("Putaran sudah ditutup. Yang tersimpan tetap aman; minta dinas membukanya lagi bila perlu."),
    "round_not_open": _("Putaran belum dibuka. Tunggu sampai dinas membukanya."),
    "round_open_blind": _("Tertutup atau tidaknya nama pembuat sudah tetap sejak putaran dibuka."),
    "round_products_most": _("Satu putaran memuat paling banyak %(most)s produk. Tidak ada yang ditambahkan."),
    "round_assessors_most": _("Satu putaran memuat paling banyak %(most)s penilai. Tidak ada yang ditambahkan."),
    "round_no_rubric": _("Tidak ada rubrik putaran ini untuk bahan %(n)s produk: %(products)s. Tambahkan rubriknya."),
    "round_no_products": _("Belum ada produk. Tambahkan produk, lalu buka putarannya."),
    "round_no_assessors": _("Belum ada penilai. Tambahkan penilai, lalu buka putarannya."),
    "round_nothing_scored": _("Belum ada penilaian yang terkirim, jadi belum ada hasil. Putaran tetap terbuka."),
    "assessor_unknown": _("Orang itu bukan penilai dinas ini. Tidak ada yang ditambahkan."),
    "recusal_kind": _("Pilih alasan mengapa tidak menilai."),
    "recusal_own": _("Produk sendiri tidak pernah dinilai pembuatnya."),
    "own_product": _("Produk ini buatan usaha Anda sendiri, jadi Anda tidak menilainya."),
    "recused": _("Anda sudah menyatakan tidak menilai produk ini."),
    "nonce_needed": _("Formulirnya tidak utuh. Muat ulang halaman, lalu simpan lagi."),
    "scoring_sent": _("Penilaian ini sudah terkirim. Buka lagi bila ada yang harus diubah."),
    "scoring_field": _("Isian tidak dikenal. Muat ulang halaman; yang sudah tersimpan tetap ada."),
    "scoring_value": _("Ada isian di luar pilihan. Pilih salah satu yang tersedia."),
    "scoring_long": _("Terlalu banyak perubahan sekaligus. Simpan sebagian dahulu."),
    "scoring_lacks": _("Masih ada %(n)s yang belum dijawab. Yang sudah diisi tersimpan."),
    "scoring_conflicts": _("Ada %(n)s isian yang berbeda di dua perangkat. Pilih yang benar, lalu kirim."),
    "defect_value": _("Cacat belum lengkap. Pilih jenis dan beratnya, lalu titiknya di foto."),
    "defect_photo": _("Foto itu tidak ada lagi. Pilih foto lain."),
    "defects_most": _("Cacat paling banyak %(most)s. Hapus salah satu dahulu."),
}
LEDGER_ACTIONS: dict[str, Word] = {
    "quality.round_planned": _("Merencanakan putaran penilaian"),
    "quality.round_changed": _("Mengubah putaran penilaian"),
    "quality.round_rubrics": _("Menambah rubrik putaran"),
    "quality.round_products_added": _("Menambah produk putaran"),
    "quality.round_product_dropped": _("Mengeluarkan produk dari putaran"),
    "quality.round_assessors_added": _("Menambah penilai putaran"),
    "quality.round_assessor_dropped": _("Mengeluarkan penilai dari putaran"),
    "quality.round_recused": _("Mencatat penilai tidak menilai produk"),
    "quality.round_recusal_lifted": _("Mencabut catatan tidak menilai"),
    "quality.round_spread": _("Membagi ulang produk kepada penilai"),
    "quality.round_opened": _("Membuka putaran penilaian"),
    "quality.round_closed": _("Menutup putaran penilaian"),
    "quality.round_reopened": _("Membuka lagi putaran penilaian"),
    "quality.scoring_begun": _("Mulai menilai produk"),
    "quality.scoring_sent": _("Mengirim penilaian"),
    "quality.scoring_reopened": _("Membuka lagi penilaian"),
    "quality.scoring_settled": _("Memilih isian dari dua perangkat"),
}
LEDGER_KINDS: dict[str, Word] = {"quality.round": _("Putaran penilaian"), "quality.scoring": _("Penilaian")}
LEDGER_FIELDS: dict[str, Word] = {
    "products": _("Produk"),
    "assessors": _("Penilai"),
    "blind": _("Nama pembuat ditutup"),
    "wanted": _("Penilai tiap produk"),
    "rubrics": _("Rubrik"),
    "assessor": _("Penilai"),
    "recusal": _("Alasan tidak menilai"),
    "result": _("Hasil"),
    "engine": _("Versi mesin"),
    "revision": _("Perubahan ke"),
    "field": _("Isian"),
}


def refusal(refused: Refused) -> str:
    word = _REASONS.get(refused.reason)
    return str(word) % refused.params if word is not None else reason_of(refused)
