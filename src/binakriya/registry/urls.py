from django.urls import path

from binakriya.registry.views import duplicates, enterprises, exports, imports, own

app_name = "registry"

urlpatterns = [
    path("registri/", enterprises.enterprises, name="enterprises"),
    path("registri/baru/", enterprises.new, name="new"),
    path("registri/unduh/", exports.export, name="export"),
    path("registri/peta/", exports.enterprise_map, name="map"),
    path("registri/tampilan/", enterprises.keep_view, name="save-view"),
    path("registri/tampilan/<uuid:view_id>/hapus/", enterprises.forget_view, name="delete-view"),
    path("registri/<uuid:enterprise_id>/", enterprises.enterprise, name="enterprise"),
    path("registri/<uuid:enterprise_id>/ubah/", enterprises.edit, name="edit"),
    path("registri/<uuid:enterprise_id>/tampilkan/", enterprises.reveal, name="reveal"),
    path("registri/<uuid:enterprise_id>/catatan/", enterprises.add_note, name="add-note"),
    path("registri/<uuid:enterprise_id>/dokumen/", enterprises.add_document, name="add-document"),
    path("registri/<uuid:enterprise_id>/kelompok/", enterprises.add_membership, name="add-membership"),
    path("registri/<uuid:enterprise_id>/arsipkan/", enterprises.archive, name="archive"),
    path("registri/<uuid:enterprise_id>/pulihkan/", enterprises.restore, name="restore"),
    path("usaha-saya/", own.own, name="own"),
    path("usaha-saya/<uuid:enterprise_id>/", own.edit_own, name="own-edit"),
    path("registri/impor/", imports.all_imports, name="imports"),
    path("registri/impor/baru/", imports.new, name="import-new"),
    path("registri/impor/<uuid:batch_id>/", imports.one, name="import"),
    path("registri/impor/<uuid:batch_id>/keadaan/", imports.status, name="import-status"),
    path("registri/impor/<uuid:batch_id>/baca/", imports.read_again, name="import-read"),
    path("registri/impor/<uuid:batch_id>/kolom/", imports.columns, name="import-columns"),
    path("registri/impor/<uuid:batch_id>/baris/<uuid:row_id>/", imports.row, name="import-row"),
    path("registri/impor/<uuid:batch_id>/baris/<uuid:row_id>/tampilkan/", imports.reveal_row, name="import-row-reveal"),
    path("registri/impor/<uuid:batch_id>/baris/<uuid:row_id>/sertakan/", imports.include, name="import-include"),
    path(
        "registri/impor/<uuid:batch_id>/berkas/<uuid:file_id>/sertakan/",
        imports.include_file,
        name="import-include-file",
    ),
    path("registri/impor/<uuid:batch_id>/masukkan/", imports.confirm, name="import-confirm"),
    path("registri/impor/<uuid:batch_id>/urungkan/", imports.undo, name="import-undo"),
    path("registri/impor/<uuid:batch_id>/buang/", imports.discard, name="import-discard"),
    path("registri/duplikat/", duplicates.duplicates, name="duplicates"),
    path("registri/duplikat/gabungkan/", duplicates.merge_all_likely, name="merge-likely"),
    path("registri/duplikat/<uuid:candidate_id>/", duplicates.duplicates, name="duplicate"),
    path("registri/duplikat/<uuid:candidate_id>/putuskan/", duplicates.decide_pair, name="decide-duplicate"),
    path("registri/duplikat/<uuid:candidate_id>/tinjau-lagi/", duplicates.reopen, name="reopen-duplicate"),
    path("registri/gabungan/<uuid:merge_id>/urungkan/", duplicates.undo, name="undo-merge"),
]
