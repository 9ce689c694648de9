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

GROUP_WORDS: dict[str, Text] = {
    "batik": _("Batik"),
    "needlework": _("Sulam dan bordir"),
    "knitting": _("Rajut dan makrame"),
    "weaving": _("Tenun"),
    "textile": _("Busana dan tekstil lain"),
    "leather": _("Kulit, tas, alas kaki"),
    "wood": _("Kayu dan ukiran"),
    "plaiting": _("Rotan, bambu, anyaman"),
    "ceramics": _("Keramik dan kaca"),
    "jewellery": _("Perhiasan, logam, batu"),
    "candles": _("Lilin dan sabun"),
    "recycled": _("Daur ulang dan kertas"),
    "food": _("Pangan"),
    "other": _("Kerajinan lain"),
    "unknown": _("Belum disebut"),
}

# Notes of the national series, by the keys that stand in its rows.
NOTE_WORDS: dict[str, Text] = {
    "conflict_2012": _("Bisnis.com 19-08-2013 memuat 666 untuk tahun yang sama: sumbernya bertentangan"),
    "derived_2013": _(
        "Dihitung dari ekspor ke Amerika Serikat, 301,29 juta dolar atau 45,03 % dari seluruhnya; pers: Rp 8 triliun"
    ),
    "announced_2017": _("Kenaikannya diumumkan sebagai 3,8 %; angka batik sendiri 58"),
    "other_goods": _("Kelompok barang (kode HS) yang dihitung berbeda"),
    "announced_2021_kemenperin": _("Kenaikannya diumumkan sebagai 10,49 %"),
    "announced_2021_kemendag": _("Kenaikannya diumumkan sebagai 16,48 %"),
    "part_2022": _("Januari sampai September 2022: 725,54 (jpnn)"),
    "to_september": _("Sampai September"),
    "swapped_2017": _(
        "Kalimat di sumber menukar kedua angka; yang benar: 696 ribu unit usaha mempekerjakan 1,32 juta orang"
    ),
}
