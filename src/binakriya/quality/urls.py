from django.urls import path

from binakriya.quality.views import scoring
from binakriya.quality.views.rounds import planning
from binakriya.quality.views.rubrics import reading, writing

app_name = "quality"

_RUBRIC = "mutu/rubrik/<uuid:rubric_id>/"
_DRAFT = f"{_RUBRIC}draf/"

rubrics = [
    path("mutu/rubrik/", reading.rubrics, name="rubrics"),
    path("mutu/rubrik/baru/", writing.new, name="rubric-new"),
    path("mutu/rubrik/dari-berkas/", writing.take_in, name="rubric-take-in"),
    path("mutu/rubrik/bawaan/<slug:key>/", reading.starter_page, name="starter"),
    path("mutu/rubrik/bawaan/<slug:key>/pakai/", writing.adopt, name="starter-adopt"),
    path(_RUBRIC, reading.rubric, name="rubric"),
    path(f"{_RUBRIC}versi/<int:number>/", reading.rubric, name="rubric-version"),
    path(f"{_RUBRIC}versi/<int:number>/lembar-<slug:tongue>.pdf", reading.sheet, name="rubric-sheet"),
    path(f"{_RUBRIC}versi/<int:number>/rubrik.json", reading.file, name="rubric-file"),
    path(f"{_RUBRIC}versi/<int:number>/draf/", writing.start, name="rubric-draft-start"),
    path(f"{_RUBRIC}versi/<int:number>/pulih/", writing.restore, name="rubric-restore"),
    path(f"{_RUBRIC}banding/", reading.compare, name="rubric-compare"),
    path(f"{_RUBRIC}pensiun/", writing.retire, name="rubric-retire"),
    path(f"{_RUBRIC}foto/<uuid:photo_id>/<int:side>.<slug:kind>", reading.photo, name="level-photo"),
    path(_DRAFT, writing.draft, name="rubric-draft"),
    path(f"{_DRAFT}isi/", writing.facts, name="rubric-facts"),
    path(f"{_DRAFT}terbit/", writing.publish, name="rubric-publish"),
    path(f"{_DRAFT}buang/", writing.discard, name="rubric-discard"),
    path(f"{_DRAFT}urung/<slug:seen>/", writing.take_back, name="rubric-take-back"),
    path(f"{_DRAFT}kriteria/<slug:key>/foto/", writing.photos, name="rubric-photos"),
    path(f"{_DRAFT}kriteria/<slug:key>/foto/hapus/", writing.photo_remove, name="rubric-photo-remove"),
    path(f"{_DRAFT}<slug:kind>/", writing.part, name="rubric-part-new"),
    path(f"{_DRAFT}<slug:kind>/<slug:key>/", writing.part, name="rubric-part"),
    path(f"{_DRAFT}<slug:kind>/<slug:key>/atur/", writing.arrange, name="rubric-part-arrange"),
]

_SCORING = "mutu/nilai/<uuid:assignment_id>/"

assessing = [
    path("mutu/nilai/", scoring.tasks, name="tasks"),
    path(_SCORING, scoring.product, name="scoring"),
    path(f"{_SCORING}buka-lagi/", scoring.reopen, name="scoring-reopen"),
    path(f"{_SCORING}pilih/", scoring.settle, name="scoring-settle"),
    path(f"{_SCORING}foto/<uuid:photo_id>/<int:side>.<slug:kind>", scoring.photo, name="scoring-photo"),
]

_ROUND = "mutu/putaran/<uuid:round_id>/"
_DEEDS = {
    "people": "penilai",
    "rubrics": "rubrik",
    "drop-product": "keluarkan-produk",
    "drop-assessor": "keluarkan-penilai",
    "recuse": "tidak-menilai",
    "lift": "cabut",
    "spread": "bagi-ulang",
    "open": "buka",
    "close": "tutup",
    "reopen": "buka-lagi",
}

rounds = [
    path("mutu/putaran/", planning.rounds, name="rounds"),
    path("mutu/putaran/baru/", planning.new, name="round-new"),
    path(_ROUND, planning.round_, name="round"),
    path(f"{_ROUND}isi/", planning.change, name="round-change"),
    path(f"{_ROUND}produk/", planning.products, name="round-products"),
    *(path(f"{_ROUND}{word}/", planning.deed, {"name": word}, name=f"round-{name}") for name, word in _DEEDS.items()),
]

urlpatterns = [*rubrics, *assessing, *rounds]
