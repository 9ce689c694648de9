from django.urls import path

from binakriya.accounts.views import demo, help, invitations, mine, organisations, people

app_name = "accounts"

urlpatterns = [
    path("orang/", people.people, name="people"),
    path("orang/<uuid:person_id>/", people.person, name="person"),
    path("orang/<uuid:person_id>/kontak/", people.reveal, name="reveal"),
    path("orang/<uuid:person_id>/peran/", people.grant, name="grant"),
    path("orang/<uuid:person_id>/peran/<uuid:grant_id>/cabut/", people.revoke, name="revoke"),
    path("orang/<uuid:person_id>/aktif/", people.set_active, name="set-active"),
    path("orang/penghapusan/<uuid:request_id>/", people.answer_erasure, name="answer-erasure"),
    path("undangan/", invitations.invitations, name="invitations"),
    path("undangan/baru/", invitations.invite, name="invite"),
    path("undangan/<uuid:invitation_id>/kirim-ulang/", invitations.resend, name="resend"),
    path("undangan/<uuid:invitation_id>/cabut/", invitations.revoke, name="revoke-invitation"),
    path("masuk/undangan/<str:token>/", invitations.accept, name="accept"),
    path("masuk/undangan/<str:token>/gabung/", invitations.join, name="join"),
    path("masuk/peragaan/", demo.sign_in, name="demo-signin"),
    path("organisasi/", organisations.organisations, name="organisations"),
    path("organisasi/baru/", organisations.create, name="organisation-new"),
    path("organisasi/<uuid:organisation_id>/", organisations.change, name="organisation"),
    path("organisasi/<uuid:organisation_id>/lambang/", organisations.logo, name="organisation-logo"),
    path("organisasi/<uuid:organisation_id>/lambang.png", organisations.logo_picture, name="organisation-logo-picture"),
    path("profil/", mine.profile, name="profile"),
    path("profil/ubah/", mine.edit_profile, name="profile-edit"),
    path("profil/perangkat/", mine.end_sessions, name="end-sessions"),
    path("profil/persetujuan/", mine.consents, name="consents"),
    path("profil/persetujuan/putuskan/", mine.decide_consent, name="decide-consent"),
    path("profil/unduh/", mine.export, name="export"),
    path("profil/hapus/", mine.erase, name="erase"),
    path("bantuan/peran/", help.roles, name="roles"),
]
