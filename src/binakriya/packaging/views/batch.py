"""The packs of a class: chosen or uploaded, looked at, computed in the background, handed out, undone."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.files.storage import default_storage
from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.rules import Deed, Refused
from binakriya.foundation.background import enqueue
from binakriya.foundation.paging import page_number
from binakriya.foundation.rules.exports import XLSX, workbook_file
from binakriya.packaging import operations
from binakriya.packaging.forms.batch import FileForm, MeasuredForm, StartForm, UndoForm
from binakriya.packaging.queries import batch as known
from binakriya.packaging.rules.classes import BatchState, ItemState
from binakriya.packaging.words import BATCH_STATES, ITEM_STATES, JOURNEYS, PURPOSES, STATES, language, refusal

WRITES = Deed.PACKAGING_WRITE


def _may_upload(request: HttpRequest) -> bool:
    by = request.actor  # type: ignore[attr-defined]
    return by.may(Deed.PRODUCTS_LIST) and by.office_id is not None


@requires(WRITES)
@require_GET
def batches(request: Visit) -> HttpResponse:
    page = known.batches_page(by=request.actor, number=page_number(request.GET.get("halaman")))
    rows = [(row, *BATCH_STATES[row.state], JOURNEYS.get(row.journey, row.journey)) for row in page.rows]
    return _begin(request, rows=rows, page=page.page)


def _begin(
    request: Visit, *, measured: MeasuredForm | None = None, file: FileForm | None = None, **more: Any
) -> HttpResponse:
    found = known.sources(request.actor)
    context = {
        "measured": measured or MeasuredForm(found=found, auto_id="m_%s"),
        "file": file or (FileForm(auto_id="f_%s") if _may_upload(request) else None),
        "any": any(one.products for one in found),
        **more,
    }
    failed = measured is not None or file is not None
    return render(request, "packaging/batches.html", context, status=422 if failed else 200)


@requires(WRITES)
@require_POST
def from_measured(request: Visit) -> HttpResponse:
    form = MeasuredForm(request.POST, found=known.sources(request.actor), auto_id="m_%s")
    if form.is_valid():
        given = form.cleaned_data
        try:
            ids, name = known.product_ids_of(code=given["source"], by=request.actor)
            made = operations.draft_batch(
                name=name,
                product_ids=ids,
                journey=given["journey"],
                purpose=given["purpose"],
                quantity=given["quantity"],
                nonce=given["nonce"],
                by=request.actor,
                now=timezone.now(),
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            return redirect("packaging:batch", batch_id=made)
    return _begin(request, measured=form)


@requires(Deed.PRODUCTS_LIST)
@require_POST
def from_file(request: Visit) -> HttpResponse:
    form = FileForm(request.POST, request.FILES, auto_id="f_%s")
    if form.is_valid():
        given = form.cleaned_data
        try:
            made = operations.draft_from_file(
                data=given["file"].read(),
                name=given["file"].name or "",
                journey=given["journey"],
                purpose=given["purpose"],
                quantity=given["quantity"],
                replaces=given["ganti"],
                nonce=given["nonce"],
                by=request.actor,
                now=timezone.now(),
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            return redirect("packaging:batch", batch_id=made)
    return _begin(request, file=form)


@requires(WRITES)
@require_GET
def batch(request: Visit, batch_id: UUID) -> HttpResponse:
    """To look at before the start; while work goes on, how far it is; afterwards, what came of it."""
    return _batch(request, batch_id)


def _batch(request: Visit, batch_id: UUID, *, undo_form: UndoForm | None = None) -> HttpResponse:
    page = known.batch_page(batch_id=batch_id, by=request.actor, now=timezone.now(), language=language())
    word, tone = BATCH_STATES[page.state]
    # What could not be packed comes first: there something is left to do.
    results = sorted(
        (one for one in page.items if one.state != ItemState.LEFT), key=lambda one: one.state != ItemState.REFUSED
    )
    shown = Paginator(results, known.SHOWN).get_page(page_number(request.GET.get("halaman")))
    context = {
        "page": page,
        "word": word,
        "tone": tone,
        "journey": JOURNEYS.get(page.journey, page.journey),
        "purpose": PURPOSES.get(page.purpose, page.purpose),
        "items": [(one, *_result(one)) for one in shown.object_list],
        "pager": shown,
        "progress": known.batch_progress(batch_id=batch_id, by=request.actor, now=timezone.now())
        if page.undoing
        else None,
        "undo_form": undo_form or UndoForm(),
        "again": _again(request, page),
    }
    return render(request, "packaging/batch.html", context, status=422 if undo_form else 200)


def _again(request: Visit, page: known.BatchPage) -> FileForm | None:
    """The place for the corrected file, where rows wait to be put right."""
    if not page.fixing or page.busy or page.undoing or page.state == BatchState.UNDONE or not _may_upload(request):
        return None
    return FileForm.again(batch_id=page.id, journey=page.journey, purpose=page.purpose, quantity=page.quantity)


def _result(one: known.ItemRow) -> tuple[object, str]:
    """Its word and tone: of the version where there is one."""
    return STATES[one.version_state] if one.version_state else ITEM_STATES[one.state]


@requires(WRITES)
@require_GET
def progress(request: Visit, batch_id: UUID) -> HttpResponse:
    """The part that is asked for again and again; when the work is done the page loads anew."""
    page = known.batch_progress(batch_id=batch_id, by=request.actor, now=timezone.now())
    part = "packaging/batch_archiving.html" if page.archiving else "packaging/batch_progress.html"
    response = render(request, part, {"page": page, "word": BATCH_STATES[page.state][0]})
    if not page.archiving and (not page.busy or page.lost):
        response["HX-Refresh"] = "true"
    return response


@requires(WRITES)
@require_POST
def start(request: Visit, batch_id: UUID) -> HttpResponse:
    page = known.batch_page(batch_id=batch_id, by=request.actor, now=timezone.now(), language=language())
    form = StartForm(request.POST, waiting=[one.id for one in page.items if one.state == ItemState.WAITING])
    left = form.left_out() if form.is_valid() else []
    try:
        runner = operations.start_batch(
            batch_id=batch_id, left_out=left, taken=form.taken, by=request.actor, now=timezone.now()
        )
    except Refused as refused:
        messages.error(request, refusal(refused))
    else:
        enqueue("packaging.tasks.run_batch", batch_id, runner, request.actor.id or "")
    return redirect("packaging:batch", batch_id=batch_id)


@requires(WRITES)
@require_POST
def stop(request: Visit, batch_id: UUID) -> HttpResponse:
    try:
        operations.stop_batch(batch_id=batch_id, by=request.actor, now=timezone.now())
    except Refused as refused:
        messages.error(request, refusal(refused))
    else:
        messages.success(request, _("Dihentikan. Yang sudah dibuat tetap ada; sisanya dapat dilanjutkan."))
    return redirect("packaging:batch", batch_id=batch_id)


@requires(WRITES)
@require_POST
def undo(request: Visit, batch_id: UUID) -> HttpResponse:
    """Asked for here, done in the background; asked again where its worker is lost, then without a reason."""
    # Whoever may not see it learns nothing, not even that a reason is missing.
    seen = known.seen_batch(batch_id, request.actor)
    form = UndoForm(request.POST)
    if not form.is_valid() and seen.state != BatchState.UNDOING:
        return _batch(request, batch_id, undo_form=form)
    try:
        runner = operations.ask_undo(
            batch_id=batch_id,
            reason=form.cleaned_data.get("reason", ""),
            by=request.actor,
            now=timezone.now(),
        )
    except Refused as refused:
        messages.error(request, refusal(refused))
    else:
        enqueue("packaging.tasks.undo_batch", batch_id, runner, request.actor.id or "")
    return redirect("packaging:batch", batch_id=batch_id)


@requires(WRITES)
@require_POST
def discard(request: Visit, batch_id: UUID) -> HttpResponse:
    if operations.discard_batch(batch_id=batch_id, by=request.actor, now=timezone.now()):
        messages.success(request, _("Dibuang. Tidak ada yang dihitung."))
    return redirect("packaging:batches")


@requires(WRITES)
@require_GET
def summary(request: Visit, batch_id: UUID) -> HttpResponseBase:
    """The summary as a workbook."""
    page = known.batch_page(batch_id=batch_id, by=request.actor, now=timezone.now(), language=language())
    try:
        operations.note_download(batch_id=batch_id, form="xlsx", by=request.actor, now=timezone.now())
    except Refused as refused:
        return _no_file(request, batch_id, refused)
    file = workbook_file(known.summary_lines(page), title=_("Kemasan sekelas"), frozen="C2")
    return FileResponse(file, as_attachment=True, filename=f"{known.stem_of(page.name)}.xlsx", content_type=XLSX)


@requires(WRITES)
@require_POST
def make_bundle(request: Visit, batch_id: UUID) -> HttpResponse:
    """Have the ZIP made in the background."""
    try:
        if operations.ask_for_archive(batch_id=batch_id, by=request.actor, now=timezone.now()):
            enqueue("packaging.tasks.archive_batch", batch_id, request.actor.id or "", language())
    except Refused as refused:
        messages.error(request, refusal(refused))
    return redirect("packaging:batch", batch_id=batch_id)


@requires(WRITES)
@require_GET
def bundle(request: Visit, batch_id: UUID) -> HttpResponseBase:
    """Drawings, sheets and summary of all of them as one ZIP."""
    try:
        name, title = known.archive_of(batch_id=batch_id, by=request.actor)
        file = default_storage.open(name) if name else None
    except Refused as refused:
        return _no_file(request, batch_id, refused)
    except FileNotFoundError:
        file = None
    if file is None:
        messages.error(request, _("Berkasnya belum disiapkan. Siapkan dahulu, lalu unduh."))
        return redirect("packaging:batch", batch_id=batch_id)
    operations.note_download(batch_id=batch_id, form="zip", by=request.actor, now=timezone.now())
    return FileResponse(
        file, as_attachment=True, filename=f"{known.stem_of(title)}.zip", content_type="application/zip"
    )


def _no_file(request: Visit, batch_id: UUID, refused: Refused) -> HttpResponse:
    messages.error(request, refusal(refused))
    return redirect("packaging:batch", batch_id=batch_id)
