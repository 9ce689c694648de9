"""One row of the preview: correct it, let doubts stand, take it in or leave it out."""

from collections.abc import Collection
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from binakriya.accounts.doors import requires
from binakriya.accounts.rules import Deed
from binakriya.registry.forms.imports import RowForm
from binakriya.registry.operations import imports
from binakriya.registry.queries.imports import (
    RowView,
    import_row,
    next_doubted,
)
from binakriya.registry.rules.refusals import Refused
from binakriya.registry.rules.showing import PERSONAL
from binakriya.registry.views.imports.common import asked, back_to_preview, by_of, page_of, tell


@requires(Deed.REGISTRY_IMPORT)
def row(request: HttpRequest, batch_id: UUID, row_id: UUID) -> HttpResponse:
    """One row: each cell as read, as understood and why; what the officer types is understood like any cell."""
    view = import_row(batch_id=batch_id, row_id=row_id, by=by_of(request))
    if view is None:
        raise Http404
    # What is sent is compared with the values themselves, not with their masks.
    whole = import_row(batch_id=batch_id, row_id=row_id, by=by_of(request), whole=True) or view
    masked = [c.field for c, opened in zip(view.cells, whole.cells, strict=True) if c.text != opened.text]
    sent = request.POST if request.method == "POST" else None
    form = _row_form(whole, sent, [n for n in {*PERSONAL, *masked} if sent is None or n not in sent], view)
    if request.method == "POST" and form.is_valid():
        try:
            imports.correct_row(
                batch_id=batch_id, row_id=row_id, texts=form.corrections(), by=by_of(request), now=timezone.now()
            )
        except Refused as refused:
            tell(request, refused)
        else:
            messages.success(request, _("Baris %(n)s diperbaiki.") % {"n": view.number}, extra_tags="toast")
            return _onwards(request, batch_id, row_id)
        return redirect(back_to_preview(batch_id, request))
    return _row_page(request, batch_id, view, form, 422 if form.is_bound else 200)


def _row_form(view: RowView, data: QueryDict | None, closed: Collection[str], shown: RowView | None = None) -> RowForm:
    """`shown`: what hints may tell, when that is less than the values."""
    texts = {c.field: c.text for c in view.cells}
    cells = (shown or view).cells
    hints = {c.field: _("Tertulis: %(raw)s") % {"raw": c.raw} for c in cells if c.raw and c.differs}
    form = RowForm(data, texts=texts, hints=hints, closed=closed)
    form.part([(c.field, c) for c in cells if c.doubts])
    return form


def _row_page(request: HttpRequest, batch_id: UUID, view: RowView, form: RowForm, status: int = 200) -> HttpResponse:
    back = back_to_preview(batch_id, request)
    following = next_doubted(batch_id=batch_id, after=view.id) if view.ready else None
    context = {
        "row": view,
        "form": form,
        "batch_id": batch_id,
        "back": back,
        "query": back.partition("?")[2],
        "more": following not in (None, view.id),
    }
    return render(request, "registry/imports/row.html", context, status=status)


@requires(Deed.REGISTRY_IMPORT)
@require_POST
@never_cache
def reveal_row(request: HttpRequest, batch_id: UUID, row_id: UUID) -> HttpResponse:
    """The row with its personal values whole, once; the ledger keeps who asked."""
    by = by_of(request)
    if import_row(batch_id=batch_id, row_id=row_id, by=by) is None:
        raise Http404
    try:
        imports.note_row_reading(batch_id=batch_id, row_id=row_id, by=by, now=timezone.now())
    except Refused as refused:
        tell(request, refused)
        return redirect(back_to_preview(batch_id, request))
    view = import_row(batch_id=batch_id, row_id=row_id, by=by, whole=True)
    if view is None:
        raise Http404
    return _row_page(request, batch_id, view, _row_form(view, None, ()))


def _onwards(request: HttpRequest, batch_id: UUID, row_id: UUID) -> HttpResponse:
    """To the next row that is to be looked at, when that was asked for; else back to the preview."""
    back = back_to_preview(batch_id, request)
    following = next_doubted(batch_id=batch_id, after=row_id) if request.POST.get("lanjut") else None
    if following is None:
        return redirect(back)
    query = back.partition("?")[2]
    address = reverse("registry:import-row", args=[batch_id, following])
    return redirect(f"{address}?{query}" if query else address)


@requires(Deed.REGISTRY_IMPORT)
@require_POST
def settle(request: HttpRequest, batch_id: UUID, row_id: UUID) -> HttpResponse:
    """What was read of a field stands in spite of its doubt; taken back with `kembali`."""
    field = request.POST.get("isian") or request.GET.get("isian", "")
    back = "kembali" in request.GET
    try:
        imports.settle_doubt(
            batch_id=batch_id, row_id=row_id, field=field, settled=not back, by=by_of(request), now=timezone.now()
        )
    except Refused as refused:
        tell(request, refused)
        return redirect(back_to_preview(batch_id, request))
    if back:
        messages.success(request, _("Isian itu perlu dilihat lagi."), extra_tags="toast")
        return redirect(f"{back_to_preview(batch_id, request)}#b-{row_id}")
    query = urlencode({**asked(request), "isian": field, "kembali": "1"})
    undo = f"{reverse('registry:import-settle', args=[batch_id, row_id])}?{query}"
    messages.success(request, _("Isian itu dibiarkan seperti terbaca."), extra_tags=f"toast undo:{undo}")
    if request.POST.get("tempat") == "baris":
        query = urlencode(asked(request))
        address = reverse("registry:import-row", args=[batch_id, row_id])
        return redirect(f"{address}?{query}" if query else address)
    return redirect(f"{back_to_preview(batch_id, request)}#h-baris")


@requires(Deed.REGISTRY_IMPORT)
@require_POST
def include(request: HttpRequest, batch_id: UUID, row_id: UUID) -> HttpResponse:
    page_of(request, batch_id)
    try:
        imports.include_row(
            batch_id=batch_id,
            row_id=row_id,
            included=request.POST.get("included") == "1",
            by=by_of(request),
            now=timezone.now(),
        )
    except Refused as refused:
        tell(request, refused)
    return redirect(f"{back_to_preview(batch_id, request)}#b-{row_id}")
