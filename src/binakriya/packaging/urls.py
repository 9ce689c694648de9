from django.urls import path

from binakriya.packaging.views import sheets, specifications, studio

app_name = "packaging"

_ONE = "kemasan/versi/<uuid:version_id>/"

urlpatterns = [
    path("kemasan/", specifications.specifications, name="specifications"),
    path("kemasan/produk/<uuid:variant_id>/", specifications.choose, name="choose"),
    path("kemasan/studio/", studio.page, name="studio"),
    path("kemasan/studio/simpan/", studio.save, name="studio-save"),
    path("kemasan/studio/pola.<slug:kind>", studio.drawing, name="studio-drawing"),
    path("kemasan/banding/", specifications.compare, name="compare"),
    path(_ONE, specifications.version, name="version"),
    path(f"{_ONE}periksa/", specifications.check, name="check"),
    path(f"{_ONE}tetapkan/", specifications.adopt, name="adopt"),
    path(f"{_ONE}tarik/", specifications.withdraw, name="withdraw"),
    path(f"{_ONE}gambar.<slug:kind>", specifications.drawing, name="drawing"),
    path(f"{_ONE}spesifikasi.json", specifications.content, name="content"),
    path(f"{_ONE}lembar-pembuat/", sheets.maker_sheet, name="maker-sheet"),
    path(f"{_ONE}lembar-cetak/", sheets.printer_sheet, name="printer-sheet"),
    path(f"{_ONE}lembar-<slug:kind>.<slug:tongue>.pdf", sheets.paper, name="sheet"),
]
