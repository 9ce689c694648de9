"""Photos of an activity: shown, added, removed."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.rules import Deed, Refused
from binakriya.training import operations
from binakriya.training.forms import PhotoForm, PhotoWordsForm
from binakriya.training.queries import photos as known
from binakriya.training.views.common import tell_refusal


@requires(Deed.TRAINING_REPORT)
def photos(request: Visit, activity_id: UUID) -> HttpResponse:
    page = known.photos_page(activity_id=activity_id, by=request.actor)
    form = PhotoForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        try:
            operations.add_photo(
                activity_id=activity_id,
                data=values["photo"].read(),
                caption=values["caption"],
                alt=values["alt"],
                nonce=values["nonce"],
                by=request.actor,
                now=timezone.now(),
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, _("Foto tersimpan. Laporan memuatnya di lampiran Foto kegiatan."))
            return redirect("training:photos", activity_id=activity_id)
    context = {"page": page, "head": page.head, "tab": "report", "form": form}
    failed = request.method == "POST"
    return render(request, "training/photos.html", context, status=422 if failed else 200)


@requires(Deed.TRAINING_REPORT)
def photo_words(request: Visit, activity_id: UUID, photo_id: UUID) -> HttpResponse:
    """The words of one photo, on a page of their own."""
    page = known.photos_page(activity_id=activity_id, by=request.actor)
    row = known.photo_row(page, photo_id)
    form = PhotoWordsForm(request.POST or None, initial={"caption": row.caption, "alt": row.said_alt})
    if request.method == "POST" and form.is_valid():
        try:
            operations.describe_photo(
                activity_id=activity_id,
                photo_id=photo_id,
                **form.cleaned_data,
                by=request.actor,
                now=timezone.now(),
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, _("Keterangan foto tersimpan."))
            return redirect("training:photos", activity_id=activity_id)
    context = {"page": page, "head": page.head, "tab": "report", "form": form, "row": row}
    failed = request.method == "POST"
    return render(request, "training/photo_words.html", context, status=422 if failed else 200)


@requires(Deed.TRAINING_READ)
@require_GET
def photo(request: Visit, activity_id: UUID, photo_id: UUID) -> HttpResponse:
    content = known.photo_file(activity_id=activity_id, photo_id=photo_id, by=request.actor)
    return HttpResponse(content, content_type="image/jpeg")


@requires(Deed.TRAINING_REPORT)
@require_POST
def photo_remove(request: Visit, activity_id: UUID, photo_id: UUID) -> HttpResponse:
    try:
        removed = operations.remove_photo(
            activity_id=activity_id, photo_id=photo_id, by=request.actor, now=timezone.now()
        )
    except Refused as refused:
        tell_refusal(request, refused)
    else:
        if removed:
            messages.success(request, _("Foto dihapus dari laporan."))
        else:
            messages.info(request, _("Foto itu sudah dihapus sebelumnya. Tidak ada yang berubah."))
    return redirect("training:photos", activity_id=activity_id)
