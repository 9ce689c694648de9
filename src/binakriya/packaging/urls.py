from django.urls import path

from binakriya.packaging.views import batch, listing, sheets, specifications, studio

app_name = "packaging"

_ONE = "kemasan/versi/<uuid:version_id>/"
_BATCH = "kemasan/sekelas/<uuid:batch_id>/"

urlpatterns = [
    path("kemasan/", listing.specifications, name="specifications"),
    path("kemasan/unduh/", listing.export, name="export"),
    path("kemasan/periksa/", listing.check_many, name="check-many"),
    path("kemasan/studio/", studio.page, name="studio"),
    path("kemasan/studio/simpan/", studio.save, name="studio-save"),
    path("kemasan/studio/pola.<slug:kind>", studio.drawing, name="studio-drawing"),
    path("kemasan/banding/", specifications.compare, name="compare"),
    path("kemasan/sekelas/", batch.batches, name="batches"),
    path("kemasan/sekelas/dari-produk/", batch.from_measured, name="batch-from-measured"),
    path("kemasan/sekelas/dari-berkas/", batch.from_file, name="batch-from-file"),
    path(_BATCH, batch.batch, name="batch"),
    path(f"{_BATCH}kemajuan/", batch.progress, name="batch-progress"),
    path(f"{_BATCH}mulai/", batch.start, name="batch-start"),
    path(f"{_BATCH}berhenti/", batch.stop, name="batch-stop"),
    path(f"{_BATCH}urungkan/", batch.undo, name="batch-undo"),
    path(f"{_BATCH}buang/", batch.discard, name="batch-discard"),
    path(f"{_BATCH}ringkasan.xlsx", batch.summary, name="batch-summary"),
    path(f"{_BATCH}berkas.zip", batch.bundle, name="batch-bundle"),
    path(_ONE, specifications.version, name="version"),
    path(f"{_ONE}periksa/", specifications.check, name="check"),
    path(f"{_ONE}tetapkan/", specifications.adopt, name="adopt"),
    path(f"{_ONE}tarik/", specifications.withdraw, name="withdraw"),
    path(f"{_ONE}hitung-ulang/", specifications.renew, name="renew"),
    path(f"{_ONE}gambar.<slug:kind>", specifications.drawing, name="drawing"),
    path(f"{_ONE}spesifikasi.json", specifications.content, name="content"),
    path(f"{_ONE}lembar-pembuat/", sheets.maker_sheet, name="maker-sheet"),
    path(f"{_ONE}lembar-cetak/", sheets.printer_sheet, name="printer-sheet"),
    path(f"{_ONE}lembar-<slug:kind>.<slug:tongue>.pdf", sheets.paper, name="sheet"),
]
