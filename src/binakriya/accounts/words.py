"""The room's words on screen: roles, deeds, reasons of refusal."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from binakriya.accounts.rules import Deed, Refused, Role
from binakriya.foundation.words import Shower

ROLES: dict[Role, Promise] = {
    Role.ADMINISTRATOR: _("Administrator"),
    Role.OFFICER: _("Petugas dinas"),
    Role.PRACTITIONER: _("Praktisi"),
    Role.MAKER: _("Pembuat (IKM)"),
    Role.CURATOR: _("Kurator"),
    Role.LEADERSHIP: _("Pimpinan"),
}

ROLE_NOTES: dict[Role, Promise] = {
    Role.ADMINISTRATOR: _("Mengurus orang dan peran di dinasnya, dan dapat semua yang dapat petugas."),
    Role.OFFICER: _("Mendata IKM, menjalankan kegiatan, menulis laporan."),
    Role.PRACTITIONER: _("Narasumber: mencatat kehadiran, mengukur produk, dan memeriksa kemasan peserta kelasnya."),
    Role.MAKER: _("Pemilik usaha: mengurus usahanya sendiri dan ikut kegiatan."),
    Role.CURATOR: _("Dewan kerajinan: melihat data usaha dan kegiatan."),
    Role.LEADERSHIP: _("Kepala dinas dan atasannya: melihat data, statistik, dan jejak; tidak mengubah apa pun."),
}

DEEDS: dict[Deed, Promise] = {
    Deed.PEOPLE_MANAGE: _("Mengundang orang, memberi dan mencabut peran, mengurus organisasi"),
    Deed.LEDGER_READ: _("Membaca jejak: siapa berbuat apa dan kapan"),
    Deed.REGISTRY_READ: _("Melihat data usaha"),
    Deed.REGISTRY_WRITE: _("Menambah dan mengubah data usaha"),
    Deed.REGISTRY_IMPORT: _("Memasukkan daftar dari Excel atau CSV"),
    Deed.REGISTRY_MERGE: _("Menggabungkan data ganda"),
    Deed.REGISTRY_EXPORT: _("Mengunduh data usaha"),
    Deed.REGISTRY_REVEAL: _("Membuka NIK dan telepon yang tersamar (tercatat di jejak)"),
    Deed.OWN_ENTERPRISE: _("Melihat dan melengkapi data usahanya sendiri"),
    Deed.PACKAGING_READ: _("Melihat spesifikasi kemasan"),
    Deed.PACKAGING_WRITE: _("Menyusun dan menarik spesifikasi kemasan"),
    Deed.PACKAGING_CHECK: _("Memeriksa spesifikasi kemasan"),
    Deed.PACKAGING_ADOPT: _("Menetapkan spesifikasi kemasan"),
    Deed.PACKAGING_STOCK: _("Mengatur karton, kotak siap pakai, harga, dan nilai kemasan"),
    Deed.QUALITY_READ: _("Melihat rubrik, penilaian, dan hasilnya"),
    Deed.QUALITY_RUBRIC: _("Menyusun rubrik mutu"),
    Deed.QUALITY_PLAN: _("Mengatur putaran penilaian dan penilainya"),
    Deed.QUALITY_ASSESS: _("Menilai produk yang ditugaskan kepadanya"),
    Deed.PASSPORT_READ: _("Melihat paspor produk"),
    Deed.PASSPORT_WRITE: _("Mengatur syarat paspor dan mencatat bukti"),
    Deed.PRODUCTS_READ: _("Melihat produk, ukuran, dan fotonya"),
    Deed.PRODUCTS_WRITE: _("Menambah produk, mengukur, mencatat uji jatuh"),
    Deed.PRODUCTS_LIST: _("Memasukkan dan mengunduh daftar produk"),
    Deed.TRAINING_READ: _("Melihat program dan kegiatan"),
    Deed.TRAINING_PLAN: _("Menyusun kegiatan, mengundang, mengurus pendaftaran"),
    Deed.TRAINING_CHECK_IN: _("Mencatat kehadiran"),
    Deed.TRAINING_CERTIFY: _("Menerbitkan dan mencabut sertifikat"),
    Deed.TRAINING_REPORT: _("Menulis laporan kegiatan dan siaran pers"),
    Deed.TRAINING_JOIN: _("Mendaftar kegiatan"),
    Deed.STATISTICS_READ: _("Melihat statistik dan peta"),
}

# What was refused, what is safe, what to do.
REASONS: dict[str, Promise] = {
    "accepted": _("Tautan ini sudah dipakai. Masuk dengan surel atau telepon dan kata sandi Anda."),
    "already_invited": _("Orang ini sudah punya undangan yang terbuka untuk peran itu. Kirim ulang undangan yang ada."),
    "answered": _("Permintaan ini sudah dijawab. Tidak ada yang berubah."),
    "email_or_phone": _("Isi surel atau telepon; salah satu sudah cukup."),
    "email_unreadable": _("Surel tidak terbaca. Tulis seperti nama@contoh.go.id."),
    "expired": _("Masa berlaku tautan ini sudah lewat. Minta tautan baru kepada dinas."),
    "last_administrator": _("Ini administrator terakhir dinas. Beri peran administrator kepada orang lain dahulu."),
    "name_length": _("Nama kosong atau terlalu panjang. Pendekkan namanya."),
    "no_such_purpose": _("Tujuan itu tidak memakai persetujuan. Tidak ada yang berubah."),
    "not_open": _("Undangan ini sudah diterima atau dicabut. Buat undangan baru bila perlu."),
    "not_yours": _("Undangan ini untuk surel atau telepon lain. Masuk dengan akun itu, atau minta undangan baru."),
    "organisation_kind": _("Organisasi itu tidak cocok dengan perannya. Pilih organisasi lain."),
    "organisation_needed": _("Peran ini terikat pada dinas. Pilih dinasnya."),
    "phone_unreadable": _("Nomor telepon tidak terbaca. Tulis seperti 0812-3456-7890."),
    "revoked": _("Undangan ini dicabut. Hubungi dinas bila Anda merasa perlu masuk."),
    "logo_too_large": _("Berkas itu terlalu besar. Batasnya 3 MB; kecilkan, lalu unggah lagi. Lambang lama tetap ada."),
    "logo_unreadable": _("Berkas itu bukan PNG atau JPEG, atau rusak. Pilih berkas lain. Lambang lama tetap ada."),
    "short_name_taken": _("Nama singkat itu sudah dipakai organisasi lain. Pilih nama lain."),
    "taken": _("Surel atau telepon itu sudah dipakai akun lain. Masuk dengan akun itu, atau pakai yang lain."),
    "unknown": _(
        "Tautan ini tidak dikenal, atau sudah diganti tautan yang lebih baru. Minta tautan baru kepada dinas."
    ),
    "yourself": _("Anda tidak dapat menonaktifkan akun sendiri. Minta administrator lain melakukannya."),
}


def reason_of(refused: Refused) -> str:
    """Why an operation refused, as a sentence in the language of the screen."""
    return str(REASONS[refused.reason])


LEDGER_KINDS: dict[str, Promise] = {
    "accounts.person": _("Orang"),
    "accounts.organisation": _("Organisasi"),
    "accounts.invitation": _("Undangan"),
    "foundation.ledger": _("Jejak"),
    "foundation.keys": _("Kunci sandi"),
}

LEDGER_ACTIONS: dict[str, Promise] = {
    "accounts.activated": _("Mengaktifkan akun"),
    "accounts.consent_given": _("Memberi persetujuan"),
    "accounts.consent_withdrawn": _("Menarik persetujuan"),
    "accounts.deactivated": _("Menonaktifkan akun"),
    "accounts.erased": _("Menghapus data pribadi"),
    "accounts.erasure_refused": _("Menolak penghapusan data"),
    "accounts.erasure_requested": _("Meminta data dihapus"),
    "accounts.invitation_accepted": _("Menerima undangan"),
    "accounts.invitation_resent": _("Membuat tautan undangan baru"),
    "accounts.invitation_revoked": _("Mencabut undangan"),
    "accounts.invited": _("Mengundang"),
    "accounts.organisation_changed": _("Mengubah organisasi"),
    "accounts.logo_set": _("Mengganti lambang kop surat"),
    "accounts.logo_removed": _("Menghapus lambang kop surat"),
    "accounts.organisation_created": _("Menambah organisasi"),
    "accounts.password_changed": _("Mengganti kata sandi"),
    "accounts.person_added": _("Menambah orang"),
    "accounts.profile_changed": _("Mengubah profil"),
    "accounts.registered": _("Mendaftar sendiri"),
    "accounts.role_granted": _("Memberi peran"),
    "accounts.taken_into_care": _("Mulai mengurus akun yang mendaftar sendiri"),
    "accounts.role_revoked": _("Mencabut peran"),
    "accounts.sessions_ended": _("Mengeluarkan perangkat lain"),
    "accounts.signed_in": _("Masuk"),
    "foundation.keys_rotated": _("Memperbarui kunci sandi"),
}

LEDGER_FIELDS: dict[str, Promise] = {
    "organisation": _("Organisasi"),
    "short_name": _("Nama singkat"),
    "region_code": _("Kode wilayah"),
    "parent": _("Baris pertama kop surat"),
    "purpose": _("Tujuan"),
    "version": _("Versi"),
    "given": _("Disetujui"),
    "way": _("Cara"),
    "expires_at": _("Berlaku sampai"),
    "due_at": _("Jawab sebelum"),
    "invitation": _("Undangan"),
    "kind": _("Jenis"),
}


def _role(value: Any) -> str:
    return str(ROLES[Role(value)])


LEDGER_VALUES: dict[str, Shower] = {"role": _role}
