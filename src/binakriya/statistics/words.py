"""Names and definitions of the indicators on screen."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise


@dataclass(frozen=True, slots=True)
class IndicatorWords:
    name: Text
    unit: Text
    definition: Text


INDICATOR_WORDS: dict[str, IndicatorWords] = {
    "enterprises": IndicatorWords(
        _("IKM terdata"),
        _("IKM"),
        _("Usaha yang aktif di registri; yang digabung dihitung sekali, arsip tidak dihitung."),
    ),
    "workers": IndicatorWords(
        _("Tenaga kerja"),
        _("orang"),
        _("Jumlah tenaga kerja dari usaha yang menyebutkannya, termasuk pemilik yang bekerja."),
    ),
    "workers_women": IndicatorWords(
        _("Tenaga kerja perempuan"), _("orang"), _("Jumlah tenaga kerja perempuan dari usaha yang menyebutkannya.")
    ),
    "with_nib": IndicatorWords(_("IKM ber-NIB"), _("IKM"), _("Usaha aktif yang nomor induk berusahanya tercatat.")),
    "registrations": IndicatorWords(
        _("Pendaftaran"),
        _("pendaftaran"),
        _("Kursi yang diberikan pada kegiatan; yang batal dan yang menunggu tidak dihitung."),
    ),
    "participants": IndicatorWords(
        _("Peserta hadir"), _("orang"), _("Peserta yang tercatat hadir sedikitnya pada satu sesi.")
    ),
    "enterprises_trained": IndicatorWords(
        _("IKM dibina"), _("IKM"), _("Usaha berbeda yang sedikitnya satu pesertanya hadir.")
    ),
    "certificates": IndicatorWords(
        _("Sertifikat"), _("sertifikat"), _("Sertifikat terbit yang masih berlaku; yang dicabut tidak dihitung.")
    ),
}
