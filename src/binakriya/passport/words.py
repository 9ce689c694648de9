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
    "passport.set_apart": _("Menyatakan syarat paspor tidak berlaku"),
    "passport.taken_back": _("Memberlakukan lagi syarat paspor"),
}
LEDGER_KINDS = {"passport.passport": _("Paspor produk")}
LEDGER_FIELDS = {"criterion": _("Syarat")}
