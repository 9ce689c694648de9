"""The room's codes in the words of the screen."""

from django.utils.translation import gettext_lazy as _

from binakriya.passport.rules.stages import State

STATES = {
    State.NOT_BEGUN: (_("Belum mulai"), ""),
    State.IN_WORK: (_("Berjalan"), "info"),
    State.MET: (_("Terpenuhi"), "ok"),
    State.EXPIRED: (_("Habis masanya"), "warn"),
    State.NOT_APPLICABLE: (_("Tidak berlaku"), ""),
}
HELPERS = {
    "self": _("dapat Anda kerjakan sendiri"),
    "class": _("dibantu di kelas"),
    "office": _("dibantu dinas"),
    "assessor": _("bersama penilai mutu"),
    "packaging": _("dibantu rumah kemasan"),
    "laboratory": _("lewat laboratorium"),
    "rights": _("dibantu klinik HKI dinas"),
}
REASONS = {
    "expired": _("Pernah terpenuhi, masanya habis."),
    "begun": _("Sudah dimulai, tinggal diselesaikan."),
    "opens": _("Syarat lain menunggu ini."),
    "quick": _("Cepat selesai."),
    "next": _("Paling berarti untuk usaha yang diperlukan."),
}
LEDGER_ACTIONS = {
    "passport.exported": _("Mengunduh daftar paspor"),
    "passport.set_apart": _("Menyatakan syarat paspor tidak berlaku"),
    "passport.taken_back": _("Memberlakukan lagi syarat paspor"),
    "passport.public_opened": _("Membuka halaman publik produk"),
    "passport.public_changed": _("Mengubah halaman publik produk"),
    "passport.public_closed": _("Menutup halaman publik produk"),
}
LEDGER_KINDS = {"passport.passport": _("Paspor produk"), "passport.public": _("Halaman publik produk")}
LEDGER_FIELDS = {
    "criterion": _("Syarat"),
    "stages": _("Tahap terlihat"),
    "photo": _("Foto terlihat"),
    "story": _("Cerita terlihat"),
    "maker": _("Nama usaha terlihat"),
    "place": _("Tempat terlihat"),
    "certificates": _("Dokumen terlihat"),
    "code": _("Kode"),
    "agreed_by": _("Disetujui oleh"),
    "agreed_on": _("Disetujui pada"),
}
PUBLIC_REASONS = {
    "agreed_by": _("Tulis nama pembuat yang setuju, paling sedikit tiga huruf."),
    "agreed_on": _("Tulis tanggal pembuat setuju: hari ini atau sebelumnya, paling lama setahun yang lalu."),
    "certificate_unknown": _("Dokumen itu tidak berlaku lagi. Muat ulang halaman, lalu pilih lagi."),
}
