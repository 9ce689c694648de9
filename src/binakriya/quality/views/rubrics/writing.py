"""Writing rubrics: adopting, beginning, taking in; the draft and its parts; publishing, retiring."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.rules import Deed, Refused
from binakriya.quality.forms.rubrics import (
    CriterionForm,
    DefectForm,
    FactsForm,
    GateForm,
    NewForm,
    PhotoForm,
    TakeInForm,
    WeightsForm,
)
from binakriya.quality.operations import rubrics as operations
from binakriya.quality.queries import rubrics as known
from binakriya.quality.rubric_words import PARTS, language, refusal
from binakriya.quality.rules.rubrics import BadRubric, Criterion
from binakriya.quality.rules.rubrics.editing import (
    PartName,
    mark_of_facts,
    mark_of_part,
    mark_of_weights,
    part_of,
)
from binakriya.quality.views.rubrics.reading import problem_lines, reading

# As the addresses say it.
KINDS: dict[str, tuple[PartName, type[CriterionForm | GateForm | DefectForm]]] = {
    "kriteria": ("criteria", CriterionForm),
    "syarat": ("gates", GateForm),
    "cacat": ("defects", DefectForm),
}


@requires(Deed.QUALITY_RUBRIC)
@require_POST
def adopt(request: Visit, key: str) -> HttpResponse:
    try:
        nonce = request.POST.get("nonce", "")[:64]
        rubric_id = operations.adopt_starter(key=key, nonce=nonce, by=request.actor, now=timezone.now())
    except Refused as refused:
        messages.error(request, refusal(refused))
        return redirect("quality:rubrics")
    messages.success(request, _("Rubrik disalin sebagai draf. Sesuaikan, lalu terbitkan agar dapat dipakai menilai."))
    return redirect("quality:rubric-draft", rubric_id=rubric_id)


@requires(Deed.QUALITY_RUBRIC)
def new(request: Visit) -> HttpResponse:
    form = NewForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            rubric_id = operations.begin_rubric(**form.cleaned_data, by=request.actor, now=timezone.now())
        except Refused as refused:
            form.refuse(refused)
        else:
            return redirect("quality:rubric-draft", rubric_id=rubric_id)
    return render(request, "quality/rubrics/new.html", {"form": form}, status=422 if form.errors else 200)


@requires(Deed.QUALITY_RUBRIC)
def take_in(request: Visit) -> HttpResponse:
    form = TakeInForm(request.POST or None, request.FILES or None)
    problems: list[tuple[str, str]] = []
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        try:
            rubric_id = operations.take_in_rubric(
                data=values["file"], nonce=values["nonce"], by=request.actor, now=timezone.now()
            )
        except BadRubric as bad:
            problems = problem_lines(bad.problems, None)
            form.add_error(
                "file", _("Berkas tidak dipakai, dan tidak ada yang berubah. Perbaiki yang tertulis di bawah.")
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, _("Rubrik terbaca dan tersimpan sebagai draf."))
            return redirect("quality:rubric-draft", rubric_id=rubric_id)
    context = {"form": form, "problems": problems}
    return render(request, "quality/rubrics/take_in.html", context, status=422 if form.errors else 200)


@requires(Deed.QUALITY_RUBRIC)
def draft(request: Visit, rubric_id: UUID) -> HttpResponse:
    """The draft with all its parts, and the form of the weights."""
    page = known.draft_page(rubric_id=rubric_id, by=request.actor)
    rubric = page.rubric
    form = WeightsForm(request.POST or None, rubric=rubric, seen=mark_of_weights(rubric))
    if request.method == "POST" and form.is_valid():
        try:
            operations.change_weights(
                rubric_id=rubric_id,
                weights=form.weights(),
                seen=form.cleaned_data["seen"],
                by=request.actor,
                now=timezone.now(),
            )
        except Refused as refused:
            form.refuse(refused)
            form.see(mark_of_weights(rubric))
        else:
            messages.success(request, _("Bobot tersimpan."), extra_tags="toast")
            return redirect("quality:rubric-draft", rubric_id=rubric_id)
    context = {
        "page": page,
        "version": page.version,
        "read": reading(rubric),
        "form": form,
        "weights": {one.key: field for one, field in form.rows},
        "problems": problem_lines(page.problems, rubric),
    }
    return render(request, "quality/rubrics/draft.html", context, status=422 if form.errors else 200)


@requires(Deed.QUALITY_RUBRIC)
def facts(request: Visit, rubric_id: UUID) -> HttpResponse:
    page = known.draft_page(rubric_id=rubric_id, by=request.actor)
    form = FactsForm(request.POST or None, rubric=page.rubric, seen=mark_of_facts(page.rubric))
    if request.method == "POST" and form.is_valid():
        try:
            operations.change_facts(
                rubric_id=rubric_id,
                facts=form.facts(),
                seen=form.cleaned_data["seen"],
                by=request.actor,
                now=timezone.now(),
            )
        except Refused as refused:
            form.refuse(refused)
            form.see(mark_of_facts(page.rubric))
        else:
            return _saved(request, rubric_id)
    context = {"page": page, "form": form, "title": _("Judul dan kegunaan"), "title_of": page.rubric.title[language()]}
    return render(request, "quality/rubrics/part.html", context, status=422 if form.errors else 200)


@requires(Deed.QUALITY_RUBRIC)
def part(request: Visit, rubric_id: UUID, kind: str, key: str = "") -> HttpResponse:
    """A criterion, a gate or a kind of defect; without a key a new one."""
    name, form_class = _kind(kind)
    page = known.draft_page(rubric_id=rubric_id, by=request.actor)
    there = part_of(page.rubric, name, key) if key else None
    if key and there is None:
        raise Http404
    mark = mark_of_part(page.rubric, name, key) if key else ""
    # The form of a kind takes its own kind of part.
    form: Any = form_class(request.POST or None, rubric=page.rubric, part=there, seen=mark)  # type: ignore[arg-type]
    if request.method == "POST" and form.is_valid():
        try:
            operations.put_part(
                rubric_id=rubric_id,
                name=name,
                part=form.made(),
                seen=form.cleaned_data["seen"],
                by=request.actor,
                now=timezone.now(),
            )
        except Refused as refused:
            form.refuse(refused)
            form.see(mark)
        else:
            return _saved(request, rubric_id)
    context = {
        "page": page,
        "form": form,
        "kind": kind,
        "part": there,
        "title": there.title[language()] if there else PARTS[name],
        "title_of": page.rubric.title[language()],
        "photos": _photos(page, there),
        "new": not key,
    }
    return render(request, "quality/rubrics/part.html", context, status=422 if form.errors else 200)


@requires(Deed.QUALITY_RUBRIC)
@require_POST
def arrange(request: Visit, rubric_id: UUID, kind: str, key: str) -> HttpResponse:
    """`deed`: up, down or remove."""
    name, _form = _kind(kind)
    known.draft_page(rubric_id=rubric_id, by=request.actor)
    deed, actor, now = request.POST.get("deed", ""), request.actor, timezone.now()
    try:
        if deed in ("up", "down"):
            operations.move_part(rubric_id=rubric_id, name=name, key=key, up=deed == "up", by=actor, now=now)
        elif deed == "remove":
            operations.remove_part(rubric_id=rubric_id, name=name, key=key, by=actor, now=now)
            _undoable(request, rubric_id, _("Bagian dihapus dari draf."))
    except Refused as refused:
        messages.error(request, refusal(refused))
    return redirect(f"{reverse('quality:rubric-draft', args=[rubric_id])}#h-{kind}")


@requires(Deed.QUALITY_RUBRIC)
def photos(request: Visit, rubric_id: UUID, key: str) -> HttpResponse:
    """Pictures of a criterion's levels."""
    page = known.draft_page(rubric_id=rubric_id, by=request.actor)
    there = part_of(page.rubric, "criteria", key)
    if not isinstance(there, Criterion):
        raise Http404
    form = PhotoForm(request.POST or None, request.FILES or None, criterion=there)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        try:
            operations.add_level_photo(
                rubric_id=rubric_id,
                key=key,
                score=values["score"],
                data=values["photo"].read(),
                alt=values["alt"],
                nonce=values["nonce"],
                by=request.actor,
                now=timezone.now(),
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, _("Foto tersimpan."))
            return redirect("quality:rubric-photos", rubric_id=rubric_id, key=key)
    context = {
        "page": page,
        "form": form,
        "part": there,
        "title": there.title[language()],
        "title_of": page.rubric.title[language()],
        "photos": _photos(page, there),
    }
    return render(request, "quality/rubrics/photos.html", context, status=422 if form.errors else 200)


@requires(Deed.QUALITY_RUBRIC)
@require_POST
def photo_remove(request: Visit, rubric_id: UUID, key: str) -> HttpResponse:
    score = request.POST.get("score", "")
    try:
        operations.remove_level_photo(
            rubric_id=rubric_id,
            key=key,
            score=int(score) if score.isascii() and score.isdigit() and len(score) <= 3 else -1,
            by=request.actor,
            now=timezone.now(),
        )
    except Refused as refused:
        messages.error(request, refusal(refused))
        return redirect("quality:rubric-draft", rubric_id=rubric_id)
    _undoable(request, rubric_id, _("Foto dihapus dari draf."))
    return redirect("quality:rubric-photos", rubric_id=rubric_id, key=key)


@requires(Deed.QUALITY_RUBRIC)
@require_POST
def take_back(request: Visit, rubric_id: UUID, seen: str) -> HttpResponse:
    try:
        operations.take_back(rubric_id=rubric_id, seen=seen, by=request.actor, now=timezone.now())
    except Refused as refused:
        told = _("Draf sudah berubah lagi sesudah itu. Tidak ada yang diurungkan.")
        messages.error(request, told if refused.reason == "rubric_stale" else refusal(refused))
    else:
        messages.success(request, _("Perubahan terakhir diurungkan."), extra_tags="toast")
    return redirect("quality:rubric-draft", rubric_id=rubric_id)


@requires(Deed.QUALITY_RUBRIC)
@require_POST
def start(request: Visit, rubric_id: UUID, number: int) -> HttpResponse:
    operations.start_draft(rubric_id=rubric_id, number=number, by=request.actor, now=timezone.now())
    return redirect("quality:rubric-draft", rubric_id=rubric_id)


@requires(Deed.QUALITY_RUBRIC)
@require_POST
def publish(request: Visit, rubric_id: UUID) -> HttpResponse:
    try:
        operations.publish_draft(
            rubric_id=rubric_id,
            seen=request.POST.get("seen", ""),
            note=request.POST.get("note", ""),
            by=request.actor,
            now=timezone.now(),
        )
    except BadRubric:
        messages.error(request, _("Draf belum lengkap, jadi belum diterbitkan. Yang kurang tertulis di halaman ini."))
        return redirect("quality:rubric-draft", rubric_id=rubric_id)
    except Refused as refused:
        stale = _(
            "Orang lain mengubah draf ini sejak Anda membukanya, jadi belum diterbitkan. Baca isinya, lalu terbitkan."
        )
        messages.error(request, stale if refused.reason == "rubric_stale" else refusal(refused))
        return redirect("quality:rubric", rubric_id=rubric_id)
    messages.success(
        request, _("Rubrik diterbitkan. Isinya tidak berubah lagi; perubahan berikutnya menjadi versi baru.")
    )
    return redirect("quality:rubric", rubric_id=rubric_id)


@requires(Deed.QUALITY_RUBRIC)
@require_POST
def retire(request: Visit, rubric_id: UUID) -> HttpResponse:
    reason, actor = request.POST.get("reason", ""), request.actor
    return _deed(
        request,
        rubric_id,
        _("Rubrik dipensiunkan. Penilaian yang sudah memakainya tetap."),
        lambda: operations.retire_rubric(rubric_id=rubric_id, reason=reason, by=actor, now=timezone.now()),
    )


@requires(Deed.QUALITY_RUBRIC)
@require_POST
def restore(request: Visit, rubric_id: UUID, number: int) -> HttpResponse:
    actor = request.actor
    return _deed(
        request,
        rubric_id,
        _("Versi itu berlaku lagi."),
        lambda: operations.restore_version(rubric_id=rubric_id, number=number, by=actor, now=timezone.now()),
    )


@requires(Deed.QUALITY_RUBRIC)
def discard(request: Visit, rubric_id: UUID) -> HttpResponse:
    """Asks first: what goes cannot be brought back."""
    if request.method != "POST":
        page = known.draft_page(rubric_id=rubric_id, by=request.actor)
        context = {"page": page, "title_of": page.rubric.title[language()]}
        return render(request, "quality/rubrics/discard.html", context)
    try:
        stays = operations.discard_draft(rubric_id=rubric_id, by=request.actor, now=timezone.now())
    except Refused as refused:
        messages.error(request, refusal(refused))
        return redirect("quality:rubric", rubric_id=rubric_id)
    messages.success(request, _("Draf dibuang."))
    return redirect("quality:rubric", rubric_id=rubric_id) if stays else redirect("quality:rubrics")


def _kind(kind: str) -> tuple[PartName, type[CriterionForm | GateForm | DefectForm]]:
    if kind not in KINDS:
        raise Http404
    return KINDS[kind]


def _photos(page: Any, there: object) -> list[tuple[Any, Any]]:
    """Levels that show a picture, with it."""
    if not isinstance(there, Criterion):
        return []
    return [(level, page.photos[level.photo]) for level in there.levels if level.photo in page.photos]


def _saved(request: Visit, rubric_id: UUID) -> HttpResponse:
    _undoable(request, rubric_id, _("Draf tersimpan."))
    return redirect("quality:rubric-draft", rubric_id=rubric_id)


def _undoable(request: Visit, rubric_id: UUID, sentence: str) -> None:
    """A toast that offers to take it back, while nothing else was changed since."""
    page = known.draft_page(rubric_id=rubric_id, by=request.actor)
    undo = reverse("quality:rubric-take-back", args=[rubric_id, page.version.digest])
    messages.success(request, sentence, extra_tags=f"toast undo:{undo}" if page.can_take_back else "toast")


def _deed(request: Visit, rubric_id: UUID, done: str, do: Callable[[], object]) -> HttpResponse:
    try:
        do()
    except Refused as refused:
        messages.error(request, refusal(refused))
    else:
        messages.success(request, done)
    return redirect("quality:rubric", rubric_id=rubric_id)
