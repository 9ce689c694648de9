from django.urls import path

from binakriya.training.views import (
    activities,
    attendance,
    certificates,
    letters,
    participants,
    public,
    sessions,
    texts,
)

app_name = "training"

_ONE = "kegiatan/<uuid:activity_id>/"
_PERSON = f"{_ONE}peserta/<uuid:registration_id>/"
_TEXT = f"{_ONE}naskah/<str:kind>/<str:code>/"

urlpatterns = [
    # The office's work
    path("program/", activities.programmes, name="programmes"),
    path("program/baru/", activities.programme_new, name="programme-new"),
    path("program/<uuid:programme_id>/", activities.programme, name="programme"),
    path("program/<uuid:programme_id>/ubah/", activities.programme_edit, name="programme-edit"),
    path("kegiatan/", activities.activities, name="activities"),
    path("kegiatan/baru/", activities.new, name="new"),
    path(_ONE, activities.activity, name="activity"),
    path(f"{_ONE}ubah/", activities.edit, name="edit"),
    path(f"{_ONE}langkah/", activities.move, name="move"),
    path(f"{_ONE}batal/", activities.cancel, name="cancel"),
    path(f"{_ONE}sesi/", sessions.sessions, name="sessions"),
    path(f"{_ONE}sesi/<uuid:session_id>/", sessions.session, name="session"),
    path("sesi/<uuid:session_id>/hapus/", sessions.session_remove, name="session-remove"),
    path(f"{_ONE}narasumber/", sessions.practitioner_add, name="practitioner-add"),
    path(f"{_ONE}narasumber/<uuid:engagement_id>/hapus/", sessions.practitioner_remove, name="practitioner-remove"),
    path(f"{_ONE}undangan/", letters.letters, name="letters"),
    path(f"{_ONE}undangan/<uuid:invitation_id>/", letters.letter, name="letter"),
    path(f"{_ONE}undangan/<uuid:invitation_id>/surat.pdf", letters.paper, name="letter-paper"),
    path(f"{_ONE}undangan/<uuid:invitation_id>/tarik/", letters.withdraw, name="letter-withdraw"),
    path(f"{_ONE}peserta/", participants.participants, name="participants"),
    path(f"{_ONE}peserta/tambah/", participants.add, name="participant-add"),
    path(f"{_ONE}peserta/registri/", participants.from_registry, name="from-registry"),
    path(f"{_ONE}peserta/tiket.pdf", participants.tickets, name="tickets"),
    path(f"{_ONE}peserta/unduh.csv", participants.export, {"file": "csv"}, name="export-csv"),
    path(f"{_ONE}peserta/unduh.xlsx", participants.export, {"file": "xlsx"}, name="export-xlsx"),
    path(f"{_ONE}kabar/<uuid:notice_id>/", participants.told, name="told"),
    path(_PERSON, participants.participant, name="participant"),
    path(f"{_PERSON}telepon/", participants.reveal_phone, name="reveal-phone"),
    path(f"{_PERSON}batal/", participants.participant_cancel, name="participant-cancel"),
    path(f"{_PERSON}tempat/", participants.give_seat, name="give-seat"),
    path("kehadiran/", attendance.check_in, name="check-in"),
    path("kehadiran/<uuid:session_id>/", attendance.scan, name="scan"),
    path("kehadiran/<uuid:session_id>/daftar-hadir.pdf", attendance.sheet, name="sheet"),
    path("kehadiran/<uuid:session_id>/<uuid:attendance_id>/urungkan/", attendance.undo, name="undo-check-in"),
    path(f"{_ONE}kehadiran/", attendance.attendance, name="attendance"),
    path("kegiatan/sertifikat/", certificates.certificates, name="certificates"),
    path("kegiatan/sertifikat/<uuid:certificate_id>/", certificates.certificate, name="certificate"),
    path("kegiatan/sertifikat/<uuid:certificate_id>/berkas.pdf", certificates.paper, name="certificate-paper"),
    path(f"{_ONE}sertifikat/", certificates.of_activity, name="activity-certificates"),
    path(f"{_ONE}sertifikat/kemajuan/", certificates.progress, name="certificate-progress"),
    path(f"{_ONE}sertifikat/semua.pdf", certificates.all_papers, name="all-certificates"),
    path(f"{_ONE}laporan/", texts.report, name="report"),
    path(f"{_ONE}laporan/bahan/", texts.facts, name="facts"),
    path(f"{_ONE}laporan/pejabat/<str:role>/", texts.official, name="official"),
    path(_TEXT, texts.text, name="text"),
    path(f"{_TEXT}versi/<int:version>/pulihkan/", texts.restore, name="restore"),
    path(f"{_TEXT}berkas.<str:file>", texts.paper, name="paper"),
    # Everyone
    path("k/", public.activities, name="public"),
    path("k/<slug:slug>/", public.activity, name="public-activity"),
    path("k/<slug:slug>/daftar/", public.register, name="register"),
    path("k/<slug:slug>/tiket/", public.find_ticket, name="find-ticket"),
    path("k/<slug:slug>/kalender.ics", public.calendar, name="calendar"),
    path("t/<str:token>/", public.ticket, name="ticket"),
    path("t/<str:token>/tiket.pdf", public.ticket_paper, name="ticket-paper"),
    path("t/<str:token>/batal/", public.ticket_cancel, name="ticket-cancel"),
    path("t/<str:token>/simpan/", public.ticket_keep, name="ticket-keep"),
    path("sertifikat/", public.verify, name="verify"),
    path("sertifikat/<str:number>/", public.verified, name="verified"),
    path("sertifikat/<str:number>/berkas.pdf", public.certificate_paper, name="verified-paper"),
    # A maker's own
    path("saya/kegiatan/", public.own, name="own"),
]
