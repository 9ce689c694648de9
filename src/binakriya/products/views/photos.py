"""Photos of a product: shown, added, described, put in order, removed."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.rules import Refused
from binakriya.products import operations
from binakriya.products.forms.products import PhotoForm, PhotoTextForm
from binakriya.products.queries import pages as known
from binakriya.products.queries.photos import photo_file
from binakriya.products.rules.photos import MEDIA_TYPES
from binakriya.products.views.common import READS, WRITES, removed, tell_refusal


@requires(*WRITES)
def photos(request: Visit, product_id: UUID) -> HttpResponse:
    page = known.photos_page(product_id=product_id, by=request.actor)
    form = PhotoForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        try:
            operations.add_photo(
                product_id=product_id,
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
            messages.success(request, _("Foto tersimpan."))
            return redirect("products:photos", product_id=product_id)
    context = {"page": page, "head": page.head, "form": form, "stepping": request.GET.get("langkah") == "3"}
    failed = request.method == "POST"
    return render(request, "products/photos.html", context, status=422 if failed else 200)


@requires(*READS)
@require_GET
def photo(request: Visit, product_id: UUID, photo_id: UUID, side: int, kind: str) -> HttpResponse:
    content = photo_file(product_id=product_id, photo_id=photo_id, side=side, kind=kind, by=request.actor)
    return HttpResponse(content, content_type=MEDIA_TYPES[kind])


@requires(*WRITES)
def describe(request: Visit, product_id: UUID, photo_id: UUID) -> HttpResponse:
    row = known.photo_row(product_id=product_id, photo_id=photo_id, by=request.actor)
    head = known.product_head(product_id=product_id, by=request.actor)
    form = PhotoTextForm(request.POST or None, initial={"caption": row.caption, "alt": row.alt})
    if request.method == "POST" and form.is_valid():
        try:
            operations.describe_photo(
                product_id=product_id, photo_id=photo_id, **form.cleaned_data, by=request.actor, now=timezone.now()
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, _("Perubahan tersimpan."))
            return redirect("products:photos", product_id=product_id)
    context = {"form": form, "head": head, "row": row}
    return render(request, "products/photo_text.html", context, status=422 if form.errors else 200)


@requires(*WRITES)
@require_POST
def arrange(request: Visit, product_id: UUID, photo_id: UUID) -> HttpResponse:
    """`deed`: cover, forward or remove."""
    deed, actor, now = request.POST.get("deed", ""), request.actor, timezone.now()
    try:
        if deed == "cover":
            operations.make_cover(product_id=product_id, photo_id=photo_id, by=actor, now=now)
            messages.success(request, _("Foto itu menjadi sampul."), extra_tags="toast")
        elif deed == "forward":
            operations.move_photo(product_id=product_id, photo_id=photo_id, by=actor, now=now)
        elif deed == "remove":
            operations.remove_photo(product_id=product_id, photo_id=photo_id, by=actor, now=now)
            removed(request, _("Foto dihapus."), "products:photo-restore", product_id=product_id, photo_id=photo_id)
    except Refused as refused:
        tell_refusal(request, refused)
    return redirect("products:photos", product_id=product_id)


@requires(*WRITES)
@require_POST
def restore(request: Visit, product_id: UUID, photo_id: UUID) -> HttpResponse:
    try:
        operations.restore_photo(product_id=product_id, photo_id=photo_id, by=request.actor, now=timezone.now())
    except Refused as refused:
        tell_refusal(request, refused)
    else:
        messages.success(request, _("Foto kembali."))
    return redirect("products:photos", product_id=product_id)
