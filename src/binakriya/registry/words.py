"""The room's words on screen: fields, states, reasons of refusal, the ledger's codes."""

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

FIELDS: dict[str, Promise] = {
    "name": _("Nama usaha"),
    "owner_name": _("Nama pemilik"),
    "nik": _("NIK"),
    "born": _("Tanggal lahir"),
    "birth_place": _("Tempat lahir"),
    "sex": _("Jenis kelamin"),
    "phones": _("Telepon"),
    "emails": _("Surel"),
    "pages": _("Laman"),
    "products": _("Produk"),
    "kbli": _("KBLI"),
    "kbli_version": _("Versi KBLI"),
    "since": _("Berdiri tahun"),
    "workers": _("Tenaga kerja"),
    "workers_m": _("Tenaga kerja laki-laki"),
    "workers_f": _("Tenaga kerja perempuan"),
    "investment": _("Investasi"),
    "assets": _("Kekayaan"),
    "nib": _("NIB"),
    "street": _("Alamat"),
    "rt": _("RT"),
    "rw": _("RW"),
    "place": _("Wilayah seperti tertulis"),
    "region_code": _("Kelurahan"),
    "postcode": _("Kode pos"),
    "lat": _("Lintang"),
    "lng": _("Bujur"),
    "trademark": _("Status merek"),
    "turnovers": _("Omzet setahun"),
}

# What was refused, what is safe, what to do.
REASONS: dict[str, Promise] = {
    "same_enterprise": _("Kedua pilihan itu usaha yang sama. Tidak ada yang berubah; pilih pasangan lain."),
    "other_office": _("Usaha itu milik dinas lain dan tidak dapat digabung. Tidak ada yang berubah."),
    "already_merged": _("Pasangan ini sudah digabung. Urungkan gabungannya bila keliru."),
    "already_undone": _("Gabungan itu sudah diurungkan. Tidak ada yang berubah."),
    "work_runs": _("Penggabungan masih berjalan. Tunggu sampai selesai, lalu urungkan."),
    "later_merge": _(
        "Setelah gabungan ini, usaha yang sama digabung lagi dengan yang lain. Urungkan yang terbaru lebih dulu."
    ),
    "unknown": _("Usaha itu tidak ada. Tidak ada yang berubah; cari lagi di daftar."),
    "not_active": _("Usaha ini sudah diarsipkan atau digabung. Pulihkan dahulu, lalu ubah."),
    "changed_meanwhile": _(
        "Data usaha ini baru saja diubah orang lain. Isian Anda masih ada di bawah; bandingkan, lalu simpan lagi."
    ),
    "empty": _("Catatan masih kosong. Tulis isinya, lalu simpan."),
    "batch_state": _("Impor ini sudah bergerak ke langkah lain. Lihat keadaannya sekarang; tidak ada yang hilang."),
    "built_on": _(
        "Impor tidak dapat diurungkan: %(enterprises)s usaha darinya sudah digabung, diubah, atau dipakai kegiatan. "
        "Arsipkan usaha satu per satu bila perlu."
    ),
    "undone_before": _("Impor ini sudah diurungkan pada %(at)s oleh %(who)s. Tidak ada yang berubah."),
    "no_likely": _("Tidak ada lagi pasangan yang hampir pasti sama. Tidak ada yang berubah."),
    "no_files": _("Belum ada berkas yang dipilih. Pilih satu daftar atau lebih, lalu unggah."),
    "too_many_files": _("Paling banyak %(most)s berkas sekali unggah. Tidak ada yang tersimpan; pilih lebih sedikit."),
    "too_large": _(
        "Berkasnya bersama-sama melebihi %(limit)s MB. Tidak ada yang tersimpan; unggah satu per satu, "
        "atau pecah daftarnya."
    ),
    "cut_off": _("Unggahan terputus sebelum selesai. Tidak ada yang tersimpan; periksa sinyal, lalu unggah lagi."),
    "nothing_to_write": _("Tidak ada baris yang dipilih untuk dimasukkan. Sertakan sedikitnya satu baris."),
    "nameless": _("Baris ini tidak memuat nama usaha maupun pemilik. Isi salah satunya dahulu."),
    "unknown_row": _("Baris itu tidak ada di impor ini. Tidak ada yang berubah; muat ulang halamannya."),
    "unknown_batch": _("Impor itu tidak ada. Tidak ada yang berubah; lihat daftar impor."),
    "none_chosen": _("Belum ada usaha yang dipilih. Centang usahanya di daftar, lalu ulangi."),
    "too_many_chosen": _(
        "Yang dipilih lebih dari 500 usaha. Tidak ada yang berubah; saring dahulu, lalu kerjakan sebagian-sebagian."
    ),
    "unknown_association": _("Kelompok itu tidak dikenal. Tidak ada yang berubah; pilih dari daftar."),
    "no_name": _("Tampilan belum diberi nama. Tulis namanya, lalu simpan."),
    "too_many_views": _("Tampilan tersimpan sudah banyak. Hapus yang tidak dipakai, lalu simpan lagi."),
    "unknown_view": _("Tampilan itu sudah tidak ada. Daftar usaha tidak berubah."),
    "dates_reversed": _("Tanggal berakhir mendahului tanggal terbit. Periksa kedua tanggal."),
    "gone": _("Yang dicari sudah tidak ada di usaha ini. Tidak ada yang berubah; muat ulang halamannya."),
    "unknown_kind": _("Jenis dokumen itu tidak dikenal. Tidak ada yang tersimpan; pilih dari daftar."),
    "file_kind": _("Isi berkas bukan PDF, JPEG, atau PNG. Tidak ada yang tersimpan; pindai atau potret lagi."),
    "file_size": _("Berkas melebihi %(limit)s MB. Tidak ada yang tersimpan; perkecil atau pindai ulang."),
    "no_account": _("Akun itu tidak ada, ditutup, atau bukan akun perajin. Tidak ada yang berubah."),
    "nib_or_phone": _("Tulis NIB (13 angka) atau nomor telepon yang lengkap."),
    "asked_already": _("Permintaan Anda kepada dinas itu masih menunggu jawaban. Tidak perlu dikirim lagi."),
    "asked_often": _("Permintaan Anda sudah banyak bulan ini. Hubungi dinas langsung."),
    "unknown_request": _("Permintaan itu tidak ada. Tidak ada yang berubah."),
    "people_changed": _(
        "Akun yang mengurus salah satu usaha berubah sejak halaman ini dibuka. Keduanya belum digabung; periksa lagi "
        "siapa yang mengurus, lalu putuskan."
    ),
    "people_unconfirmed": _(
        "Salah satu usaha punya akun yang belum dipastikan. Tinjau pasangan ini sendiri dan pilih siapa yang mengurus."
    ),
}

# A field and what is wrong with it.
PROBLEMS: dict[tuple[str, str], Promise] = {
    ("name", "missing"): _("Nama usaha belum diisi. Bila usahanya tidak bernama, tulis nama pemiliknya."),
    ("nib", "not_13_digits"): _("NIB terdiri atas 13 angka. Periksa angka yang kurang atau berlebih."),
    ("kbli", "not_5_digits"): _("Kode KBLI terdiri atas 5 angka."),
    ("since", "out_of_range"): _("Tahun berdiri harus antara 1800 dan 2100."),
    ("workers", "out_of_range"): _("Jumlah tenaga kerja harus antara 0 dan 100.000."),
    ("workers_m", "out_of_range"): _("Jumlah tenaga kerja harus antara 0 dan 100.000."),
    ("workers_f", "out_of_range"): _("Jumlah tenaga kerja harus antara 0 dan 100.000."),
    ("workers", "fewer_than_by_sex"): _(
        "Laki-laki dan perempuan bersama-sama lebih banyak daripada jumlah tenaga kerja. Perbaiki salah satunya."
    ),
    ("investment", "out_of_range"): _("Investasi ditulis dalam rupiah penuh, tanpa tanah dan bangunan."),
    ("assets", "out_of_range"): _("Kekayaan ditulis dalam rupiah penuh."),
    ("postcode", "not_5_digits"): _("Kode pos terdiri atas 5 angka."),
    ("lat", "no_point"): _("Titik lokasi membutuhkan lintang (−90 sampai 90) dan bujur (−180 sampai 180)."),
    ("turnovers", "out_of_range"): _("Omzet terendah tidak boleh melebihi yang tertinggi."),
    ("turnovers", "year_twice"): _("Satu tahun hanya punya satu omzet."),
}

# Why background work of the review failed; what is safe, what to do.
WORK_PROBLEMS: dict[str, Promise] = {
    "memory": _("Memori mesin tidak cukup. Tidak ada yang hilang; coba lagi saat mesin lebih lengang."),
    "database": _("Basis data tidak menjawab. Tidak ada yang hilang; coba lagi beberapa menit lagi."),
    "lost": _("Pekerja latar terhenti berkali-kali. Tidak ada yang hilang; coba lagi, atau hubungi pengelola."),
    "unforeseen": _("Terjadi kesalahan yang tidak terduga. Tidak ada yang hilang; coba lagi, atau hubungi pengelola."),
}

LEDGER_KINDS: dict[str, Promise] = {
    "registry.enterprise": _("Usaha"),
    "registry.batch": _("Impor daftar"),
    "registry.candidate": _("Calon duplikat"),
    "registry.link_request": _("Permintaan hubungan akun"),
    "registry.office": _("Registri dinas"),
}

LEDGER_ACTIONS: dict[str, Promise] = {
    "registry.file_forgotten": _("Menghapus berkas daftar lama"),
    "registry.created": _("Menambah usaha"),
    "registry.imported": _("Menambah usaha dari daftar"),
    "registry.checked": _("Memeriksa usaha dari pendaftaran"),
    "registry.changed": _("Mengubah data usaha"),
    "registry.archived": _("Mengarsipkan usaha"),
    "registry.restored": _("Memulihkan usaha"),
    "registry.membership": _("Mencatat keanggotaan"),
    "registry.noted": _("Menulis catatan"),
    "registry.membership_removed": _("Mencabut keanggotaan"),
    "registry.note_changed": _("Mengubah catatan"),
    "registry.note_removed": _("Menghapus catatan"),
    "registry.note_restored": _("Mengembalikan catatan"),
    "registry.document": _("Mencatat dokumen"),
    "registry.document_changed": _("Mengubah dokumen"),
    "registry.document_removed": _("Menghapus dokumen"),
    "registry.document_restored": _("Mengembalikan dokumen"),
    "registry.person_linked": _("Menghubungkan akun"),
    "registry.person_unlinked": _("Melepas akun"),
    "registry.link_asked": _("Meminta usaha dihubungkan"),
    "registry.link_answered": _("Menjawab permintaan hubungan"),
    "registry.unimported": _("Mengurungkan usaha dari daftar"),
    "registry.batch_confirmed": _("Mengimpor daftar"),
    "registry.batch_undone": _("Mengurungkan impor"),
    "registry.batch_discarded": _("Membuang unggahan"),
    "registry.exported": _("Mengunduh daftar usaha"),
    "registry.merged": _("Menggabungkan usaha"),
    "registry.merged_away": _("Digabungkan ke usaha lain"),
    "registry.unmerged": _("Mengurungkan gabungan"),
    "registry.not_same": _("Menyatakan bukan duplikat"),
    "registry.same_owner": _("Menyatakan dua usaha satu pemilik"),
    "registry.reopened": _("Menarik putusan duplikat"),
    "registry.search_asked": _("Meminta pencarian duplikat"),
    "registry.merges_asked": _("Meminta penggabungan yang hampir pasti"),
    "registry.duplicates_searched": _("Mencari duplikat"),
    "registry.duplicates_rescored": _("Menimbang ulang calon duplikat"),
}

LEDGER_FIELDS: dict[str, Promise] = {
    **FIELDS,
    "state": _("Keadaan"),
    "membership": _("Keanggotaan"),
    "note": _("Catatan"),
    "noted": _("Catatan dibuat"),
    "document": _("Dokumen"),
    "issued_on": _("Terbit"),
    "expires_on": _("Berlaku sampai"),
    "person": _("Akun"),
    "enterprises": _("Jumlah usaha"),
    "files": _("Berkas"),
    "file": _("Berkas"),
    "untuk": _("Keperluan"),
    "source": _("Sumber"),
    "query": _("Saringan"),
    "absorbed": _("Menyerap"),
    "compared": _("Usaha dibandingkan"),
    "changed": _("Pasangan berubah"),
    "pairs": _("Pasangan"),
    "likely": _("Hampir pasti"),
    "possible": _("Mungkin"),
    "same_owner": _("Satu pemilik"),
    "merged_into": _("Digabung ke"),
    "released": _("Melepas"),
}


def moment_text(at: datetime) -> str:
    """16 Nov 2018 pukul 09.12, in the zone of the office."""
    local = timezone.localtime(at)
    return gettext("%(day)s pukul %(clock)s") % {
        "day": date_format(local, "j M Y"),
        "clock": local.strftime(gettext("%H.%M")),
    }
