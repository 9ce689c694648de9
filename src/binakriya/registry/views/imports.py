"""Imports: upload, progress, preview, confirmation, result, undo."""

from collections.abc import Callable, Collection
from datetime import datetime
from functools import wraps
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import BadRequest, TooManyFilesSent
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_GET, require_POST

from binakriya.accounts.doors import requires
from binakriya.accounts.queries import organisations
from binakriya.accounts.rules import Actor, Deed
from binakriya.foundation.background import enqueue
from binakriya.foundation.paging import page_number
from binakriya.registry.forms.imports import ListDateForm, RowForm, UploadForm
from binakriya.registry.operations import imports
from binakriya.registry.queries.imports import (
    FILTERS,
    ImportPage,
    RowView,
    import_page,
    import_row,
    imports_list,
    next_doubted,
)
from binakriya.registry.rules.batches import MOST_FILES
from binakriya.registry.rules.refusals import Refused
from binakriya.registry.rules.showing import PERSONAL
from binakriya.registry.words import REASONS, moment_text

# Beside the files themselves a form sends a few names and boundaries.
_FORM_BYTES = 256 * 1024


def _by(request: HttpRequest) -> Actor:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor


def refusal(refused: Refused) -> str:
    """Why an operation refused, as a sentence."""
    told = {k: moment_text(v) if isinstance(v, datetime) else v for k, v in refused.params.items()}
    return str(REASONS[refused.reason]) % told


def _tell(request: HttpRequest, refused: Refused) -> None:
    messages.warning(request, refusal(refused))


def _associations() -> list[tuple[str, str]]:
    return [(str(o.id), o.short_name) for o in organisations(kind="association")]


def bounded(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Refuses a body that is too large before any of it is read (the token of the form is checked after that)."""
    protected = csrf_protect(view)

    @csrf_exempt
    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            length = int(request.META.get("CONTENT_LENGTH") or 0)
        except ValueError:
            length = 0
        if request.method == "POST" and length > settings.UPLOAD_LIMIT + _FORM_BYTES:
            return _too_much(request, 413, Refused("too_large", limit=settings.UPLOAD_LIMIT // (1024 * 1024)))
        try:
            return protected(request, *args, **kwargs)
        except TooManyFilesSent:
            return _too_much(request, 422, Refused("too_many_files", most=MOST_FILES))

    return inner


# The page lists associations: it too stands behind the door.
@requires(Deed.REGISTRY_IMPORT)
def _too_much(request: HttpRequest, status: int, refused: Refused) -> HttpResponse:
    # What was sent is not read, nor is it tried again.
    request.method = "GET"
    return _upload_page(request, UploadForm(associations=_associations()), status, refusal(refused))


def _upload_page(request: HttpRequest, form: UploadForm, status: int = 200, problem: str = "") -> HttpResponse:
    limit = settings.UPLOAD_LIMIT // (1024 * 1024)
    return render(
        request, "registry/imports/new.html", {"form": form, "problem": problem, "limit": limit}, status=status
    )


@requires(Deed.REGISTRY_IMPORT)
@require_GET
def all_imports(request: HttpRequest) -> HttpResponse:
    lines, page = imports_list(by=_by(request), number=page_number(request.GET.get("halaman")))
    return render(request, "registry/imports/list.html", {"lines": lines, "page": page})


@bounded
@requires(Deed.REGISTRY_IMPORT)
def new(request: HttpRequest) -> HttpResponse:
    by = _by(request)
    associations = _associations()
    if request.method != "POST":
        return _upload_page(request, UploadForm(associations=associations))
    if "sent" not in request.POST:
        return _upload_page(request, UploadForm(associations=associations), 400, str(REASONS["cut_off"]))
    form = UploadForm(request.POST, request.FILES, associations=associations)
    if not form.is_valid():
        return _upload_page(request, form, 422)
    if by.office_id is None:
        raise BadRequest
    given = form.cleaned_data
    try:
        batch_id = imports.receive_files(
            uploads=[imports.Upload(f.name or "", f.read(), given["association"]) for f in given["lists"]],
            office_id=by.office_id,
            nonce=given["nonce"],
            limit=settings.UPLOAD_LIMIT,
            as_of=given["as_of"],
            by=by,
            now=timezone.now(),
        )
    except Refused as refused:
        return _upload_page(request, form, 413 if refused.reason == "too_large" else 422, refusal(refused))
    return _read(request, batch_id)


def _read(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """Have an import read, and show how far it is."""
    if imports.ask_to_read(batch_id=batch_id, by=_by(request), now=timezone.now()):
        enqueue("registry.tasks.read_import", batch_id, _by(request).id or "")
    return redirect("registry:import", batch_id)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _page(request: HttpRequest, batch_id: UUID) -> ImportPage:
    page = import_page(
        batch_id=batch_id,
        by=_by(request),
        which=request.GET.get("tampilkan", ""),
        number=page_number(request.GET.get("halaman")),
        opened=_uuid(request.GET.get("buka", "")),
    )
    if page is None:
        raise Http404
    return page


@requires(Deed.REGISTRY_IMPORT)
@require_GET
def one(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """The import in whatever state it is: progress, preview, result."""
    page = _page(request, batch_id)
    template = "progress" if page.working else "result" if page.state == "confirmed" else "preview"
    return render(request, f"registry/imports/{template}.html", {"page": page})


@requires(Deed.REGISTRY_IMPORT)
@require_GET
def status(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """The part of the progress page that is asked for again and again; when work is done the page loads anew."""
    page = _page(request, batch_id)
    response = render(request, "registry/imports/status.html", {"page": page})
    if not page.working:
        response["HX-Refresh"] = "true"
    return response


@requires(Deed.REGISTRY_IMPORT)
@require_POST
def read_again(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    _page(request, batch_id)
    return _read(request, batch_id)


@requires(Deed.REGISTRY_IMPORT)
def columns(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """What the officer says columns mean, and the day of the list; then the import is read anew."""
    page = _page(request, batch_id)
    if request.method != "POST":
        wanted = request.GET.get("berkas", "")
        file = next((f for f in page.files if str(f.position) == wanted), None)
        file = file or next((f for f in page.files if f.unsure), None) or next(iter(page.files), None)
        return render(request, "registry/imports/columns.html", {"page": page, "file": file})
    now, by = timezone.now(), _by(request)
    known = {name for name, _word in page.fields}
    choices: dict[UUID, dict[str, str]] = {}
    for file in page.files:
        for table in file.tables:
            for column in table.columns:
                value = request.POST.get(f"{file.id}:{column.key}", "")
                if value in known and value != column.field:
                    choices.setdefault(file.id, {})[column.key] = value
    form = ListDateForm(request.POST)
    dated = form.is_valid() and form.cleaned_data["as_of"] != page.as_of
    try:
        if choices:
            imports.choose_columns(batch_id=batch_id, choices=choices, by=by, now=now)
        if dated:
            imports.set_list_date(batch_id=batch_id, as_of=form.cleaned_data["as_of"], by=by, now=now)
    except Refused as refused:
        _tell(request, refused)
        return redirect("registry:import", batch_id)
    if not choices and not dated:
        messages.info(request, _("Tidak ada kolom yang berubah."))
        return redirect("registry:import", batch_id)
    return _read(request, batch_id)


@requires(Deed.REGISTRY_IMPORT)
def row(request: HttpRequest, batch_id: UUID, row_id: UUID) -> HttpResponse:
    """One row: each cell as read, as understood and why; what the officer types is understood like any cell."""
    view = import_row(batch_id=batch_id, row_id=row_id, by=_by(request))
    if view is None:
        raise Http404
    # What is sent is compared with the values themselves, not with their masks.
    whole = import_row(batch_id=batch_id, row_id=row_id, by=_by(request), whole=True) or view
    masked = [c.field for c, opened in zip(view.cells, whole.cells, strict=True) if c.text != opened.text]
    sent = request.POST if request.method == "POST" else None
    form = _row_form(whole, sent, [n for n in {*PERSONAL, *masked} if sent is None or n not in sent], view)
    if request.method == "POST" and form.is_valid():
        try:
            imports.correct_row(
                batch_id=batch_id, row_id=row_id, texts=form.corrections(), by=_by(request), now=timezone.now()
            )
        except Refused as refused:
            _tell(request, refused)
        else:
            messages.success(request, _("Baris %(n)s diperbaiki.") % {"n": view.number}, extra_tags="toast")
            return _onwards(request, batch_id, row_id)
        return redirect(_back(batch_id, request))
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
    back = _back(batch_id, request)
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
    by = _by(request)
    if import_row(batch_id=batch_id, row_id=row_id, by=by) is None:
        raise Http404
    try:
        imports.note_row_reading(batch_id=batch_id, row_id=row_id, by=by, now=timezone.now())
    except Refused as refused:
        _tell(request, refused)
        return redirect(_back(batch_id, request))
    view = import_row(batch_id=batch_id, row_id=row_id, by=by, whole=True)
    if view is None:
        raise Http404
    return _row_page(request, batch_id, view, _row_form(view, None, ()))


def _asked(request: HttpRequest) -> dict[str, str]:
    which, number = request.GET.get("tampilkan", ""), request.GET.get("halaman", "")
    asked = {"tampilkan": which if which in FILTERS else "", "halaman": str(page_number(number)) if number else ""}
    return {k: v for k, v in asked.items() if v}


def _back(batch_id: UUID, request: HttpRequest) -> str:
    """The preview as it was looked at: its filter and page."""
    query = urlencode(_asked(request))
    return reverse("registry:import", args=[batch_id]) + (f"?{query}" if query else "")


def _onwards(request: HttpRequest, batch_id: UUID, row_id: UUID) -> HttpResponse:
    """To the next row that is to be looked at, when that was asked for; else back to the preview."""
    back = _back(batch_id, request)
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
            batch_id=batch_id, row_id=row_id, field=field, settled=not back, by=_by(request), now=timezone.now()
        )
    except Refused as refused:
        _tell(request, refused)
        return redirect(_back(batch_id, request))
    if back:
        messages.success(request, _("Isian itu perlu dilihat lagi."), extra_tags="toast")
        return redirect(f"{_back(batch_id, request)}#b-{row_id}")
    query = urlencode({**_asked(request), "isian": field, "kembali": "1"})
    undo = f"{reverse('registry:import-settle', args=[batch_id, row_id])}?{query}"
    messages.success(request, _("Isian itu dibiarkan seperti terbaca."), extra_tags=f"toast undo:{undo}")
    if request.POST.get("tempat") == "baris":
        query = urlencode(_asked(request))
        address = reverse("registry:import-row", args=[batch_id, row_id])
        return redirect(f"{address}?{query}" if query else address)
    return redirect(f"{_back(batch_id, request)}#h-baris")


@requires(Deed.REGISTRY_IMPORT)
@require_POST
def include(request: HttpRequest, batch_id: UUID, row_id: UUID) -> HttpResponse:
    _page(request, batch_id)
    try:
        imports.include_row(
            batch_id=batch_id,
            row_id=row_id,
            included=request.POST.get("included") == "1",
            by=_by(request),
            now=timezone.now(),
        )
    except Refused as refused:
        _tell(request, refused)
    return redirect(f"{_back(batch_id, request)}#b-{row_id}")


@requires(Deed.REGISTRY_IMPORT)
@require_POST
def include_file(request: HttpRequest, batch_id: UUID, file_id: UUID) -> HttpResponse:
    _page(request, batch_id)
    try:
        imports.include_file(batch_id=batch_id, file_id=file_id, by=_by(request), now=timezone.now())
    except Refused as refused:
        _tell(request, refused)
    return redirect("registry:import", batch_id)


@requires(Deed.REGISTRY_IMPORT)
@require_POST
def confirm(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    page = _page(request, batch_id)
    known = {i for i, _name in page.associations}
    chosen: dict[UUID, UUID | None] = {}
    for file in page.files:
        value = request.POST.get(f"association:{file.id}", "")
        chosen[file.id] = UUID(value) if value in known else None
    try:
        if imports.ask_to_write(batch_id=batch_id, associations=chosen, by=_by(request), now=timezone.now()):
            enqueue("registry.tasks.write_import", batch_id, _by(request).id or "")
    except Refused as refused:
        _tell(request, refused)
    return redirect("registry:import", batch_id)


@requires(Deed.REGISTRY_IMPORT)
@require_POST
def undo(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    _page(request, batch_id)
    try:
        n = imports.undo_import(
            batch_id=batch_id, by=_by(request), now=timezone.now(), with_merges=bool(request.POST.get("gabungan"))
        )
    except Refused as refused:
        _tell(request, refused)
    else:
        text = ngettext("%(n)s usaha ditarik kembali.", "%(n)s usaha ditarik kembali.", n) % {"n": n}
        messages.success(request, f"{text} {_('Berkas dan perbaikan Anda masih ada; baca lagi bila ingin mengulang.')}")
    return redirect("registry:import", batch_id)


@requires(Deed.REGISTRY_IMPORT)
@require_POST
def discard(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    _page(request, batch_id)
    try:
        imports.discard_import(batch_id=batch_id, by=_by(request), now=timezone.now())
    except Refused as refused:
        _tell(request, refused)
        return redirect("registry:import", batch_id)
    messages.success(request, _("Unggahan dibuang bersama berkasnya. Registri tidak berubah."))
    return redirect("registry:imports")
