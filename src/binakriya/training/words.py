"""The room's words on screen: states, steps, reasons of refusal, the ledger."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from binakriya.accounts.rules import Refused

Word = str | Promise

ACTIVITY_STATES: dict[str, tuple[Word, str]] = {
    "draft": (_("Konsep"), ""),
    "announced": (_("Diumumkan"), "info"),
    "open": (_("Pendaftaran dibuka"), "ok"),
    "closed": (_("Pendaftaran ditutup"), "warn"),
    "running": (_("Sedang berlangsung"), "ok"),
    "done": (_("Selesai, belum dilaporkan"), "warn"),
    "reported": (_("Sudah dilaporkan"), "ok"),
    "cancelled": (_("Dibatalkan"), "bad"),
}
REGISTRATION_STATES: dict[str, tuple[Word, str]] = {
    "registered": (_("Terdaftar"), "info"),
    "waiting": (_("Daftar tunggu"), "warn"),
    "attended": (_("Hadir"), "ok"),
    "cancelled": (_("Batal"), ""),
}
CERTIFICATE_STATES: dict[str, tuple[Word, str]] = {"issued": (_("Berlaku"), "ok"), "revoked": (_("Dicabut"), "bad")}
ANSWERS: dict[str, tuple[Word, str]] = {
    "none": (_("Belum dijawab"), "warn"),
    "accepted": (_("Akan datang"), "ok"),
    "declined": (_("Tidak dapat datang"), "bad"),
}
SOURCES: dict[str, Word] = {
    "public": _("mendaftar sendiri"),
    "officer": _("didaftarkan petugas"),
    "registry": _("dari registri"),
}
METHODS: dict[str, Word] = {"qr": _("QR"), "code": _("kode"), "name": _("nama")}
NOTICES: dict[str, Word] = {
    "seat_given": _("Mendapat tempat dari daftar tunggu"),
    "activity_cancelled": _("Kegiatan dibatalkan"),
    "certificate": _("Sertifikat terbit"),
}
TEXT_KINDS: dict[str, Word] = {"report": _("Laporan kegiatan"), "release": _("Siaran pers")}
OFFICIAL_ROLES: dict[str, Word] = {
    "opened_by": _("Pembuka kegiatan"),
    "on_behalf_of": _("Mewakili"),
    "head_of_office": _("Kepala dinas"),
    "head_of_division": _("Kepala bidang"),
    "signatory": _("Penanda tangan sertifikat"),
    "second_signatory": _("Penanda tangan kedua sertifikat"),
    "prepared_by": _("Penyusun laporan"),
    "contact": _("Narahubung pers"),
}
# The default texts of a press release have no headings of their own.
RELEASE_HEADINGS: dict[str, Word] = {
    "headline": _("Judul"),
    "lead": _("Teras berita"),
    "body": _("Isi"),
    "notes": _("Catatan untuk redaksi"),
}


@dataclass(frozen=True, slots=True)
class MoveWord:
    """A button of the table's step; `done`: what is said afterwards."""

    label: Word
    done: Word
    icon: str = "arrow-right"


MOVES: dict[str, MoveWord] = {
    "announce": MoveWord(_("Umumkan kegiatan"), _("Kegiatan diumumkan. Pendaftaran belum dibuka."), "globe"),
    "withdraw": MoveWord(_("Tarik pengumuman"), _("Pengumuman ditarik. Kegiatan kembali menjadi konsep."), "undo-2"),
    "open": MoveWord(_("Buka pendaftaran"), _("Pendaftaran dibuka."), "user-plus"),
    "close": MoveWord(_("Tutup pendaftaran"), _("Pendaftaran ditutup. Petugas tetap dapat menambah peserta."), "lock"),
    "start": MoveWord(_("Mulai kegiatan"), _("Kegiatan dimulai. Catat kehadiran per sesi."), "calendar-days"),
    "finish": MoveWord(_("Selesaikan kegiatan"), _("Kegiatan selesai. Terbitkan sertifikat."), "check"),
    "resume": MoveWord(_("Lanjutkan kegiatan"), _("Kegiatan dilanjutkan. Kehadiran dapat dicatat lagi."), "undo-2"),
    "report": MoveWord(_("Tandai sudah dilaporkan"), _("Kegiatan sudah dilaporkan. Naskahnya terkunci."), "file-check"),
    "reopen_report": MoveWord(_("Buka lagi laporannya"), _("Laporan dapat disunting lagi."), "undo-2"),
    "cancel": MoveWord(_("Batalkan kegiatan"), _("Kegiatan dibatalkan. Peserta melihatnya di tiket mereka."), "ban"),
}

STEPS: dict[str, Word] = {
    "lists": _("Daftar usaha"),
    "plan": _("Susunan acara"),
    "invitations": _("Undangan"),
    "registration": _("Pendaftaran"),
    "tickets": _("Tiket"),
    "attendance": _("Kehadiran"),
    "certificates": _("Sertifikat"),
    "report": _("Laporan"),
}


@dataclass(frozen=True, slots=True)
class NextWord:
    """The loud block: what to do, why, and where. `url_name` gets the activity's id, unless it is of another room;
    `move` instead posts a step of the table."""

    title: Word
    text: Word
    label: Word
    url_name: str = ""
    move: str = ""
    icon: str = "arrow-right"


NEXT: dict[str, NextWord] = {
    "lists": NextWord(
        _("Masukkan daftar usaha"),
        _("Registri masih kosong. Impor daftar Excel yang ada, supaya undangan dan peserta bertemu satu data."),
        _("Impor daftar"),
        url_name="registry:imports",
        icon="upload",
    ),
    "plan": NextWord(
        _("Susun sesi dan narasumber"),
        _("Kehadiran dicatat per sesi. Tambahkan sedikitnya satu sesi; biasanya 5 menit."),
        _("Tambah sesi"),
        url_name="training:sessions",
        icon="plus",
    ),
    "invitations": NextWord(
        _("Undang asosiasi"),
        _("Surat undangan dibuat sebagai PDF, satu untuk tiap asosiasi, dengan jumlah kursinya."),
        _("Buat undangan"),
        url_name="training:letters",
        icon="mail",
    ),
    "open": NextWord(
        _("Buka pendaftaran"),
        _("Halaman umum dan formulirnya langsung dapat dibuka siapa saja yang punya alamatnya."),
        _("Buka pendaftaran"),
        move="open",
        icon="user-plus",
    ),
    "fill": NextWord(
        _("Isi peserta"),
        _("Belum ada yang mendapat kursi. Daftarkan usaha langsung dari registri."),
        _("Lihat peserta"),
        url_name="training:participants",
        icon="users",
    ),
    "share": NextWord(
        _("Bagikan alamat pendaftaran"),
        _("Siapa saja yang punya alamatnya dapat mendaftar sendiri dari ponsel."),
        _("Kirim lewat WhatsApp"),
        icon="message-circle",
    ),
    "close": NextWord(
        _("Tutup pendaftaran bila sudah cukup"),
        _("Kursi yang kosong diisi sendiri dari daftar tunggu. Sesudah ditutup, petugas tetap dapat menambah peserta."),
        _("Tutup pendaftaran"),
        move="close",
        icon="lock",
    ),
    "prepare": NextWord(
        _("Siapkan tiket dan daftar hadir"),
        _("Pada harinya, mulai kegiatan dari halaman ini. Sampai saat itu, cetak tiket bagi yang tidak punya ponsel."),
        _("Lihat peserta"),
        url_name="training:participants",
        icon="ticket",
    ),
    "start": NextWord(
        _("Cetak tiket, lalu mulai kegiatan"),
        _("Peserta punya tiket di ponsel. Cetak bagi yang tidak punya, cetak juga daftar hadir sebagai cadangan."),
        _("Mulai kegiatan"),
        move="start",
        icon="calendar-days",
    ),
    "check_in": NextWord(
        _("Catat kehadiran"),
        _("Pindai QR di tiket, ketik enam angkanya, atau cari namanya. Tidak ada yang terhitung dua kali."),
        _("Buka pemindai"),
        url_name="training:check-in",
        icon="scan-line",
    ),
    "finish": NextWord(
        _("Selesaikan kegiatan"),
        _("Sesudah sesi terakhir, selesaikan kegiatan supaya sertifikat dapat diterbitkan."),
        _("Selesaikan kegiatan"),
        move="finish",
        icon="check",
    ),
    "certificates": NextWord(
        _("Terbitkan sertifikat"),
        _("Peserta yang kehadirannya cukup sudah dihitung. Nomor diberikan berurutan tanpa celah."),
        _("Terbitkan sertifikat"),
        url_name="training:activity-certificates",
        icon="file-check",
    ),
    "write": NextWord(
        _("Susun laporan dan siaran pers"),
        _("Naskahnya sudah ditulis dari data. Periksa, sunting yang perlu, lalu simpan; biasanya 15 menit."),
        _("Buka laporan"),
        url_name="training:report",
        icon="file-text",
    ),
    "hand_in": NextWord(
        _("Serahkan laporan"),
        _("Unduh PDF atau DOCX, minta tanda tangan, lalu tandai sudah dilaporkan."),
        _("Tandai sudah dilaporkan"),
        move="report",
        icon="file-check",
    ),
}

# What was refused, what is safe, what to do.
REASONS: dict[str, Word] = {
    "already_invited": _("Asosiasi itu sudah diundang. Ubah undangannya di daftar."),
    "already_reissued": _("Sertifikat penggantinya sudah terbit. Tidak ada yang berubah."),
    "business_needed": _("Isi nama usahanya."),
    "caption_needed": _("Tulis keterangan fotonya."),
    "certificate_issued": _(
        "Sertifikat peserta ini sudah terbit. Cabut dahulu sertifikatnya, lalu urungkan kehadiran."
    ),
    "certificate_early": _(
        "Sertifikat tidak dapat bertanggal sebelum kegiatannya. Ubah tanggal kegiatan bila sudah berlangsung."
    ),
    "check_in_early": _(
        "Hari kegiatannya belum tiba, jadi tidak ada yang tercatat. Bila kegiatannya dimajukan, ubah tanggalnya."
    ),
    "check_in_closed": _("Kehadiran tidak dicatat saat ini. Kegiatan harus terbuka atau sedang berlangsung."),
    "codes_used_up": _("Kode tiket habis. Hubungi administrator."),
    "early": _("Hari kegiatannya belum tiba. Tulis alasannya, atau ubah dahulu tanggal kegiatannya."),
    "ends_before_start": _("Jam selesai lebih awal daripada jam mulai. Perbaiki salah satunya."),
    "invitation_answered": _("Undangan itu sudah dijawab, jadi tetap disimpan. Ubah jawabannya bila keliru."),
    "last_session": _("Kegiatan yang sudah diumumkan perlu sedikitnya satu sesi. Tambah sesi lain dahulu."),
    "letter_number_used": _("Nomor surat itu sudah dipakai undangan lain kegiatan ini. Isi nomor lain."),
    "name_needed": _("Isi nama pesertanya."),
    "no_association": _("Itu bukan asosiasi. Pilih asosiasi dari daftar."),
    "no_sessions": _("Kegiatan belum punya sesi. Tambah sesi dahulu, lalu ulangi."),
    "nobody_eligible": _("Belum ada peserta yang kehadirannya cukup. Tidak ada yang terbit."),
    "nonce_used": _("Pindaian itu sudah terkirim untuk peserta lain. Pindai sekali lagi."),
    "not_yet_certifying": _("Sertifikat terbit sesudah kegiatan dimulai. Mulai kegiatannya dahulu."),
    "number_template": _(
        "Pola nomor perlu {year} dan {number}, selebihnya huruf besar, angka, dan tanda hubung. "
        "Contoh: BK-{region}-{year}-{number:04}."
    ),
    "phone_taken": _("Nomor telepon itu sudah dipakai peserta lain. Periksa nomornya."),
    "phone_unreadable": _("Nomor telepon tidak terbaca. Tulis seperti 0812-3456-7890."),
    "photo_too_large": _(
        "Foto itu terlalu besar. Batasnya 15 MB dan 60 megapiksel (PNG dan WebP 25); kecilkan, lalu tambahkan lagi."
    ),
    "photo_unreadable": _(
        "Berkas itu bukan foto JPEG, PNG, atau WebP, atau rusak. Tidak ada yang tersimpan; pilih foto lain."
    ),
    "photos_full": _("Sudah 12 foto. Hapus satu dahulu, lalu tambahkan lagi."),
    "programme_exists": _("Program bernama sama sudah ada pada tahun itu. Pilih nama lain."),
    "quota_below_taken": _(
        "Kuota lebih kecil daripada kursi yang sudah terisi. Batalkan peserta dahulu, atau naikkan."
    ),
    "quota_range": _("Kuota antara 1 dan 10.000."),
    "reason_needed": _("Tulis alasannya; alasan itu tersimpan di catatan perubahan."),
    "registration_not_open": _("Pendaftaran tidak dibuka saat ini. Tidak ada yang tersimpan."),
    "registration_over": _("Batas waktu pendaftaran sudah lewat. Tidak ada yang tersimpan; hubungi dinas."),
    "score_needed": _("Isi nilai sebelum atau sesudah; salah satu sudah cukup."),
    "score_range": _("Nilai antara 0 dan 100."),
    "seats_range": _("Sediakan sedikitnya 1 kursi untuk asosiasi ini."),
    "session_exists": _("Sesi bernama sama pada waktu itu sudah ada."),
    "session_has_attendance": _("Sesi itu sudah punya kehadiran, jadi tetap disimpan."),
    "session_without_attendance": _("Sesi itu tidak mencatat kehadiran. Pilih sesi lain."),
    "text_changed": _(
        "Orang lain menyimpan versi baru sementara Anda menyunting. Isian Anda tetap ada di sini; "
        "bandingkan dengan versi terbaru, lalu simpan lagi."
    ),
    "text_too_long": _("Salah satu bagian terlalu panjang. Batasnya 20.000 huruf."),
    "ticket_kept": _("Tiket ini sudah tersimpan di akun lain."),
    "too_late_to_cancel": _("Kegiatan sudah dimulai, jadi tidak dapat dibatalkan dari sini. Beri tahu petugas."),
    "wrong_state": _("Keadaannya sudah berubah sejak halaman ini dibuka. Tidak ada yang tersimpan; muat ulang."),
}


def reason_of(refused: Refused) -> Word:
    """The sentence for a refusal."""
    return REASONS.get(refused.reason, REASONS["wrong_state"])


LEDGER_ACTIONS: dict[str, Word] = {
    "training.programme_created": _("Membuat program"),
    "training.programme_changed": _("Mengubah program"),
    "training.activity_created": _("Membuat kegiatan"),
    "training.activity_copied": _("Menyalin kegiatan"),
    "training.activity_changed": _("Mengubah kegiatan"),
    **{f"training.activity_{move}": word.label for move, word in MOVES.items()},
    "training.session_added": _("Menambah sesi"),
    "training.session_changed": _("Mengubah sesi"),
    "training.session_removed": _("Menghapus sesi"),
    "training.practitioner_engaged": _("Menambah narasumber"),
    "training.practitioner_dismissed": _("Menghapus narasumber"),
    "training.official_set": _("Mengisi pejabat"),
    "training.association_invited": _("Mengundang asosiasi"),
    "training.invitation_changed": _("Mengubah undangan"),
    "training.invitation_answered": _("Mencatat jawaban undangan"),
    "training.invitation_withdrawn": _("Menarik undangan"),
    "training.registered": _("Mendaftar kegiatan"),
    "training.registration_changed": _("Mengubah peserta"),
    "training.registration_cancelled": _("Membatalkan pendaftaran"),
    "training.seat_given": _("Memberi tempat dari daftar tunggu"),
    "training.ticket_kept": _("Menyimpan tiket ke akun"),
    "training.told": _("Mengabari peserta"),
    "training.checked_in": _("Mencatat kehadiran"),
    "training.check_in_undone": _("Mengurungkan kehadiran"),
    "training.test_recorded": _("Mencatat nilai uji"),
    "training.certificates_requested": _("Meminta penerbitan sertifikat"),
    "training.certificate_issued": _("Menerbitkan sertifikat"),
    "training.certificate_revoked": _("Mencabut sertifikat"),
    "training.text_saved": _("Menyimpan naskah"),
    "training.text_restored": _("Memulihkan naskah"),
    "training.photo_added": _("Menambah foto"),
    "training.photo_described": _("Mengubah keterangan foto"),
    "training.photo_removed": _("Menghapus foto"),
}
LEDGER_KINDS: dict[str, Word] = {
    "training.programme": _("Program"),
    "training.activity": _("Kegiatan"),
    "training.registration": _("Peserta"),
    "training.certificate": _("Sertifikat"),
}
LEDGER_FIELDS: dict[str, Word] = {
    "state": _("Keadaan"),
    "copied_from": _("Disalin dari"),
    "officials": _("Pejabat"),
    "quota": _("Kuota"),
    "venue": _("Tempat"),
    "starts_on": _("Tanggal mulai"),
    "ends_on": _("Tanggal selesai"),
    "session": _("Sesi"),
    "practitioner": _("Narasumber"),
    "association": _("Asosiasi"),
    "seats": _("Kursi untuk asosiasi"),
    "number": _("Nomor"),
    "answer": _("Jawaban"),
    "business": _("Usaha"),
    "kelurahan": _("Kelurahan"),
    "source": _("Asal"),
    "position": _("Urutan tunggu"),
    "method": _("Cara"),
    "moved_up": _("Naik dari daftar tunggu"),
    "consents": _("Diberi tahu dan disetujui"),
    "before": _("Nilai sebelum"),
    "after": _("Nilai sesudah"),
    "text": _("Naskah"),
    "photo": _("Foto"),
    "alt": _("Apa yang tampak di foto"),
    "parts": _("Bagian yang disunting"),
}
