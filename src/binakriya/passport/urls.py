from django.urls import path

from binakriya.passport.views import passports

app_name = "passport"

_ONE = "produk/<uuid:product_id>/paspor/"

urlpatterns = [
    path(_ONE, passports.passport, name="passport"),
    path(f"{_ONE}<slug:criterion>/tidak-berlaku/", passports.set_apart, name="set-apart"),
    path(f"{_ONE}<slug:criterion>/berlaku/", passports.take_back, name="take-back"),
]
