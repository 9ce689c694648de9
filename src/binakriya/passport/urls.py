from django.urls import path

from binakriya.passport.views import board, passports, public, sheets

app_name = "passport"

_ONE = "produk/<uuid:product_id>/paspor/"

urlpatterns = [
    path("paspor/", board.board, name="board"),
    path("paspor/unduh/", board.export, name="board-export"),
    path(_ONE, passports.passport, name="passport"),
    path(f"{_ONE}<slug:criterion>/tidak-berlaku/", passports.set_apart, name="set-apart"),
    path(f"{_ONE}<slug:criterion>/berlaku/", passports.take_back, name="take-back"),
    path(f"{_ONE}cetak-<slug:tongue>.pdf", sheets.sheet, name="sheet"),
    path(f"{_ONE}publik/", public.choice, name="choice"),
    path(f"{_ONE}publik/tutup/", public.close, name="close"),
    path(f"{_ONE}publik/qr.<slug:kind>", public.qr, name="qr"),
    path("p/<str:code>/", public.passport, name="public"),
    path("p/<str:code>/foto-<int:side>.<slug:kind>", public.photo, name="public-photo"),
]
