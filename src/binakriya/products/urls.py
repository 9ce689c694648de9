from django.urls import path

from binakriya.products.views import changing, duties, evidence, listing, lists, papers, particulars, photos, showing

app_name = "products"

urlpatterns = [
    path("produk/", listing.products, name="products"),
    path("produk/unduh/", listing.export, name="export"),
    path("produk/daftar/", lists.lists, name="lists"),
    path("produk/daftar/contoh/", lists.template, name="list-template"),
    path("produk/daftar/<uuid:list_id>/", lists.one, name="list"),
    path("produk/daftar/<uuid:list_id>/masukkan/", lists.write, name="list-write"),
    path("produk/daftar/<uuid:list_id>/urungkan/", lists.undo, name="list-undo"),
    path("produk/daftar/<uuid:list_id>/buang/", lists.discard, name="list-discard"),
    path("produk/dokumen/", papers.overview, name="papers"),
    path("produk/baru/", changing.new, name="new"),
    path("produk-saya/", showing.own, name="own"),
    path("produk/<uuid:product_id>/", showing.product, name="product"),
    path("produk/<uuid:product_id>/ubah/", changing.edit, name="edit"),
    path("produk/<uuid:product_id>/arsipkan/", changing.archive, name="archive"),
    path("produk/<uuid:product_id>/pulihkan/", changing.restore, name="restore"),
    path("produk/<uuid:product_id>/varian/", changing.variant_add, name="variant-add"),
    path("produk/<uuid:product_id>/varian/<uuid:variant_id>/", changing.variant, name="variant"),
    path("produk/<uuid:product_id>/varian/<uuid:variant_id>/ukur/", changing.measure, name="measure"),
    path("produk/<uuid:product_id>/varian/<uuid:variant_id>/hapus/", changing.variant_remove, name="variant-remove"),
    path(
        "produk/<uuid:product_id>/varian/<uuid:variant_id>/kembalikan/",
        changing.variant_restore,
        name="variant-restore",
    ),
    path("produk/<uuid:product_id>/foto/", photos.photos, name="photos"),
    path("produk/<uuid:product_id>/foto/<uuid:photo_id>/", photos.describe, name="photo-text"),
    path("produk/<uuid:product_id>/foto/<uuid:photo_id>/<int:side>.<slug:kind>", photos.photo, name="photo"),
    path("produk/<uuid:product_id>/foto/<uuid:photo_id>/atur/", photos.arrange, name="photo-arrange"),
    path("produk/<uuid:product_id>/foto/<uuid:photo_id>/kembalikan/", photos.restore, name="photo-restore"),
    path("produk/<uuid:product_id>/kerapuhan/", evidence.add, name="evidence"),
    path("produk/<uuid:product_id>/kerapuhan/<uuid:evidence_id>/hapus/", evidence.remove, name="evidence-remove"),
    path(
        "produk/<uuid:product_id>/kerapuhan/<uuid:evidence_id>/kembalikan/", evidence.restore, name="evidence-restore"
    ),
    path("produk/<uuid:product_id>/keterangan/", particulars.particulars, name="particulars"),
    path("produk/<uuid:product_id>/kewajiban/", duties.duties, name="duties"),
    path("produk/<uuid:product_id>/dokumen/", papers.of_product, name="papers-of"),
    path("produk/<uuid:product_id>/dokumen/catat/", papers.add, name="paper-add"),
    path("produk/<uuid:product_id>/dokumen/<uuid:paper_id>/berkas/", papers.file, name="paper-file"),
    path("produk/<uuid:product_id>/dokumen/<uuid:paper_id>/lihat/", papers.check, name="paper-check"),
    path("produk/<uuid:product_id>/dokumen/<uuid:paper_id>/hapus/", papers.remove, name="paper-remove"),
    path("produk/<uuid:product_id>/dokumen/<uuid:paper_id>/kembalikan/", papers.restore, name="paper-restore"),
]
