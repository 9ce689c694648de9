from django.urls import path

from binakriya.packaging.views import batch, labels, listing, office, sheets, specifications, studio, values

app_name = "packaging"

_ONE = "kemasan/versi/<uuid:version_id>/"
_OFFICE = "kemasan/kantor/"
_LABEL = "kemasan/label/<uuid:product_id>/"
_DESIGN = "kemasan/label/tersimpan/<uuid:label_id>/"
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
    path(f"{_OFFICE}karton/", office.boards, name="boards"),
    path(f"{_OFFICE}karton/bawaan/", office.take_boards, name="boards-take"),
    path(f"{_OFFICE}karton/kembali/", office.drop_boards, name="boards-drop"),
    path(f"{_OFFICE}karton/baru/", office.new_board, name="board-new"),
    path(f"{_OFFICE}karton/<uuid:board_id>/", office.board, name="board"),
    path(f"{_OFFICE}karton/<uuid:row_id>/pensiun/", office.remove_board, name="board-remove"),
    path(f"{_OFFICE}kotak/", office.boxes, name="boxes"),
    path(f"{_OFFICE}kotak/baru/", office.new_box, name="box-new"),
    path(f"{_OFFICE}kotak/<uuid:stock_box_id>/", office.box, name="box"),
    path(f"{_OFFICE}kotak/<uuid:row_id>/pensiun/", office.remove_box, name="box-remove"),
    path(f"{_OFFICE}harga/", office.offers, name="offers"),
    path(f"{_OFFICE}harga/baru/", office.new_offer, name="offer-new"),
    path(f"{_OFFICE}harga/<uuid:offer_id>/", office.offer, name="offer"),
    path(f"{_OFFICE}harga/<uuid:row_id>/pensiun/", office.remove_offer, name="offer-remove"),
    path(f"{_OFFICE}nilai/", values.values, name="values"),
    path(f"{_OFFICE}nilai/<uuid:row_id>/kembali/", values.value_back, name="value-back"),
    path(f"{_OFFICE}nilai/<str:code>/", values.value, name="value"),
    path(f"{_OFFICE}uji-jatuh/<slug:material>/", values.drops, name="drops"),
    path(f"{_OFFICE}kurva/", values.curves, name="curves"),
    path(f"{_OFFICE}kurva/<uuid:row_id>/pensiun/", values.remove_curve, name="curve-remove"),
    path(f"{_OFFICE}kurva/<slug:cushion>/", values.curve, name="curve"),
    path(f"{_OFFICE}berkas/<slug:table>.<slug:kind>", office.export, name="stock-export"),
    path(f"{_OFFICE}berkas/<slug:table>/baca/", office.take_in, name="stock-take-in"),
    path(_LABEL, labels.page, name="label"),
    path(f"{_LABEL}simpan/", labels.save, name="label-save"),
    path(f"{_LABEL}label.<slug:kind>", labels.drawing, name="label-drawing"),
    path(_DESIGN, labels.version, name="label-version"),
    path(f"{_DESIGN}selesai/", labels.finish, name="label-finish"),
    path(f"{_DESIGN}tarik/", labels.withdraw, name="label-withdraw"),
    path(f"{_DESIGN}label.<slug:kind>", labels.kept_drawing, name="label-file"),
    path(_BATCH, batch.batch, name="batch"),
    path(f"{_BATCH}kemajuan/", batch.progress, name="batch-progress"),
    path(f"{_BATCH}mulai/", batch.start, name="batch-start"),
    path(f"{_BATCH}berhenti/", batch.stop, name="batch-stop"),
    path(f"{_BATCH}urungkan/", batch.undo, name="batch-undo"),
    path(f"{_BATCH}buang/", batch.discard, name="batch-discard"),
    path(f"{_BATCH}ringkasan.xlsx", batch.summary, name="batch-summary"),
    path(f"{_BATCH}berkas/", batch.make_bundle, name="batch-make-bundle"),
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
