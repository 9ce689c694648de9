"""Words of the pages of enterprises: sizes, filters, columns, kinds of documents."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SIZES: dict[str, Promise] = {
    "micro": _("Mikro"),
    "small": _("Kecil"),
    "medium": _("Menengah"),
    "large": _("Besar"),
}

SEXES: dict[str, Promise] = {"m": _("laki-laki"), "f": _("perempuan")}

SIZE_SYSTEMS: dict[str, Promise] = {
    "uu_20_2008_assets": _("Undang-undang UMKM, menurut kekayaan"),
    "uu_20_2008_sales": _("Undang-undang UMKM, menurut omzet"),
    "pp_7_2021_capital": _("Kemudahan UMKM, menurut modal usaha"),
    "pp_7_2021_sales": _("Kemudahan UMKM, menurut omzet"),
    "permenperin_64_2016": _("Klasifikasi industri, menurut tenaga kerja dan investasi"),
    "bps_workers": _("Statistik industri, menurut tenaga kerja"),
}

SIZE_INPUTS: dict[str, Promise] = {
    "turnover": _("omzet setahun"),
    "investment": _("investasi"),
    "assets": _("kekayaan"),
    "workers": _("tenaga kerja"),
}

SIZES_WITH_BOUNDS: dict[str, Promise] = {
    "micro": _("Mikro, 1–4 orang"),
    "small": _("Kecil, 5–19 orang"),
    "medium": _("Menengah, 20–99 orang"),
    "large": _("Besar, 100 orang atau lebih"),
}

COLUMNS: dict[str, Promise] = {
    "produk": _("Produk"),
    "tempat": _("Tempat"),
    "tenaga": _("Tenaga kerja"),
    "perempuan": _("Perempuan"),
    "ukuran": _("Ukuran (BPS)"),
    "kelompok": _("Kelompok"),
    "kbli": _("KBLI"),
    "nib": _("NIB"),
    "telepon": _("Telepon"),
    "diperbarui": _("Diperbarui"),
}

SORTS: dict[str, Promise] = {
    "nama": _("Nama, A ke Z"),
    "-nama": _("Nama, Z ke A"),
    "-diperbarui": _("Terakhir diperbarui"),
    "diperbarui": _("Paling lama tidak diperbarui"),
    "-tenaga": _("Tenaga kerja terbanyak"),
    "tenaga": _("Tenaga kerja tersedikit"),
    "tempat": _("Tempat, menurut kode wilayah"),
    "-tempat": _("Tempat, dari kode terbesar"),
}

GAPS: dict[str, Promise] = {
    "telepon": _("Tanpa telepon"),
    "nik": _("Tanpa NIK"),
    "kelurahan": _("Kelurahan belum diketahui"),
}

NIB: dict[str, Promise] = {"ada": _("Punya NIB"), "tidak": _("Belum punya NIB")}

STATES: dict[str, Promise] = {"aktif": _("Aktif"), "periksa": _("Belum diperiksa"), "arsip": _("Diarsipkan")}

DOCUMENT_KINDS: dict[str, Promise] = {
    "nib": _("NIB"),
    "halal": _("Sertifikat halal"),
    "merek": _("Sertifikat merek"),
    "pirt": _("Izin PIRT"),
    "sni": _("Sertifikat SNI"),
    "siinas": _("Akun SIINas"),
    "lain": _("Dokumen lain"),
}

REVEAL_REASONS: dict[str, Promise] = {
    "hubungi": _("Menghubungi pemilik"),
    "periksa": _("Memeriksa kebenaran data"),
    "minta": _("Permintaan pemilik"),
}

CONFIDENCE: dict[str, Promise] = {"said": _("menurut pemilik"), "document": _("menurut dokumen")}

# How an account came to care for an enterprise.
WAYS: dict[str, Promise] = {
    "registered": _("mendaftarkan sendiri, belum dipastikan"),
    "officer": _("dihubungkan oleh dinas"),
    "request": _("meminta, disetujui dinas"),
}

# What an export is for: whose basis it rests on (UU 27/2022 Art. 20) and what may go along.
EXPORT_USES: dict[str, Promise] = {
    "tugas": _("Tugas dinas (layanan publik)"),
    "kabar": _("Mengabari kegiatan baru (hanya yang setuju)"),
    "mitra": _("Diberikan kepada calon pembeli atau mitra (hanya yang setuju)"),
}

CONSENTS: dict[str, Promise] = {
    "contact": _("kabar kegiatan"),
    "publish": _("nama dan foto di muka umum"),
    "referral": _("dihubungi calon pembeli"),
}
