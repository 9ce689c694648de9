from django.urls import include, path

from binakriya.accounts.views import mine
from binakriya.website.views import gaya, health, home, shell

urlpatterns = [
    path("", home.home, name="home"),
    path("lainnya/", shell.more, name="more"),
    path("cari/", shell.search, name="search"),
    path("bantuan/", shell.help_index, name="help"),
    path("gaya/", gaya.style_guide, name="style-guide"),
    path("bahasa/", mine.choose_language, name="set_language"),
    path("tema/", shell.set_theme, name="set_theme"),
    path("sehat/", health.alive, name="alive"),
    path("siap/", health.ready, name="ready"),
    # Before django-allauth's own: e-mail and phone are changed in one place, with the password.
    path("akun/email/", mine.moved_to_profile, name="account_email"),
    path("akun/phone/change/", mine.moved_to_profile, name="account_change_phone"),
    path("akun/phone/verify/", mine.moved_to_profile, name="account_verify_phone"),
    path("akun/", include("allauth.urls")),
    path("", include("binakriya.accounts.urls")),
    path("", include("binakriya.foundation.urls")),
    path("", include("binakriya.registry.urls")),
    path("", include("binakriya.products.urls")),
    path("", include("binakriya.packaging.urls")),
    path("", include("binakriya.quality.urls")),
    path("", include("binakriya.passport.urls")),
    path("", include("binakriya.training.urls")),
    path("", include("binakriya.statistics.urls")),
]

handler400 = "binakriya.website.views.errors.bad_request"
handler403 = "binakriya.website.views.errors.forbidden"
handler404 = "binakriya.website.views.errors.not_found"
handler429 = "binakriya.website.views.errors.too_many_requests"
handler500 = "binakriya.website.views.errors.server_error"
