from django.urls import include, path

from binakriya.website.views import health, home

urlpatterns = [
    path("", home.home, name="home"),
    path("sehat/", health.alive, name="alive"),
    path("siap/", health.ready, name="ready"),
    path("akun/", include("allauth.urls")),
]

handler400 = "binakriya.website.views.errors.bad_request"
handler403 = "binakriya.website.views.errors.forbidden"
handler404 = "binakriya.website.views.errors.not_found"
handler500 = "binakriya.website.views.errors.server_error"
