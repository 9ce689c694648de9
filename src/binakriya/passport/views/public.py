"""What is public of a product: the page of choices, its QR code, and the page that everyone may open."""

import io
from uuid import UUID

import segno
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from binakriya.accounts.doors import Visit, public, requires
from binakriya.accounts.rules import Deed, Refused
from binakriya.passport.forms.public import PublicForm
from binakriya.passport.operations.public import choose_public, close_public
from binakriya.passport.queries import public as known
from binakriya.products.rules.photos import KINDS, MEDIA_TYPES, SIDES

CHOOSES = (Deed.PASSPORT_WRITE, Deed.OWN_ENTERPRISE)
QR_TYPES = {"svg": "image/svg+xml", "png": "image/png"}


@requires(*CHOOSES)
def choice(request: Visit, product_id: UUID) -> HttpResponse:
    page = known.choice_page(product_id=product_id, by=request.actor, on=timezone.localdate())
    form = PublicForm(request.POST or None, page=page)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        try:
            choose_public(
                product_id=product_id,
                shown=form.shown(),
                agreed_by=values.get("agreed_by", ""),
                agreed_on=values.get("agreed_on"),
                by=request.actor,
                now=timezone.now(),
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, _("Halaman publik tersimpan. Hanya yang dicentang yang terlihat."))
            return redirect("passport:choice", product_id=product_id)
    context = {"page": page, "form": form, "head": page}
    return render(request, "passport/public/choice.html", context, status=422 if form.errors else 200)


@requires(*CHOOSES)
@require_POST
def close(request: Visit, product_id: UUID) -> HttpResponse:
    if close_public(product_id=product_id, by=request.actor, now=timezone.now()):
        messages.success(request, _("Halaman publik ditutup. Kodenya tidak membuka apa pun lagi."))
    return redirect("passport:choice", product_id=product_id)


@requires(*CHOOSES)
@require_GET
def qr(request: Visit, product_id: UUID, kind: str) -> HttpResponse:
    """For labels and signs: error correction M and the whole quiet zone. The PNG is 12 dots a module."""
    page = known.choice_page(product_id=product_id, by=request.actor, on=timezone.localdate())
    if page.chosen is None or kind not in QR_TYPES:
        raise Http404
    made = io.BytesIO()
    segno.make(page.chosen.address, error="m", micro=False).save(made, kind=kind, scale=12, border=4, light="#ffffff")
    response = HttpResponse(made.getvalue(), content_type=QR_TYPES[kind])
    response["Cache-Control"] = "no-store"
    if "unduh" in request.GET:
        response["Content-Disposition"] = f'attachment; filename="qr-{page.chosen.code}.{kind}"'
    return response


@public
@require_GET
def passport(request: Visit, code: str) -> HttpResponse:
    page = known.public_page(code=code[:40], on=timezone.localdate())
    name = "passport/public/passport.html" if page else "passport/public/closed.html"
    response = render(request, name, {"page": page, "sides": SIDES}, status=200 if page else 404)
    # Whoever has the code may read it; a search engine is not told.
    response["X-Robots-Tag"] = "noindex"
    # It may name a person, and once it is revoked it is gone.
    response["Cache-Control"] = "no-store"
    return response


@public
@require_GET
def photo(request: Visit, code: str, side: int, kind: str) -> HttpResponse:
    content = known.public_photo(code=code[:40], side=side, kind=kind) if side in SIDES and kind in KINDS else None
    if content is None:
        raise Http404
    response = HttpResponse(content, content_type=MEDIA_TYPES[kind])
    response["Cache-Control"] = "no-store"
    return response
