"""What hangs on an enterprise: notes, documents, memberships are added, mended, taken away and brought back."""

from collections.abc import Callable
from io import BytesIO
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.rules import Deed
from binakriya.foundation.ids import new_id
from binakriya.registry import operations
from binakriya.registry.forms.attached import DocumentChangeForm, DocumentForm, MembershipForm, NoteForm
from binakriya.registry.queries.detail import document_edit, note_edit, to_add
from binakriya.registry.rules.papers import media_type
from binakriya.registry.rules.refusals import Refused
from binakriya.registry.views.detail import refused
from binakriya.registry.words import REASONS


def _back(enterprise_id: UUID, card: str) -> HttpResponse:
    return redirect(reverse("registry:enterprise", args=[enterprise_id]) + f"#h-{card}")


def _form(request: Visit, enterprise_id: UUID, form: Form, title: str, status: int = 200) -> HttpResponse:
    """The page on which something is added: pages of an enterprise are read far more often than they are added to."""
    page = to_add(actor=request.actor, enterprise_id=enterprise_id)
    if page is None:
        raise Http404
    context = {"form": form, "page": page, "title": title}
    return render(request, "registry/enterprises/attached_edit.html", context, status=status)


def _do(
    request: Visit, enterprise_id: UUID, card: str, deed: Callable[..., Any], said: str, undo: str = ""
) -> HttpResponse:
    """One operation on the enterprise, and back to its card; `undo`: the address that takes it back."""
    try:
        deed(enterprise_id=enterprise_id, by=request.actor, now=timezone.now())
    except Refused as error:
        return refused(request, enterprise_id, error)
    messages.success(request, said, extra_tags=f"toast undo:{undo}" if undo else "toast")
    return _back(enterprise_id, card)


@requires(Deed.REGISTRY_WRITE)
@require_http_methods(["GET", "HEAD", "POST"])
def add_note(request: Visit, enterprise_id: UUID) -> HttpResponse:
    if request.method != "POST":
        return _form(request, enterprise_id, NoteForm(initial={"number": new_id()}), _("Tulis catatan"))
    form = NoteForm(request.POST)
    if not form.is_valid():
        return _form(request, enterprise_id, form, _("Tulis catatan"), status=422)
    try:
        operations.add_note(
            enterprise_id=enterprise_id,
            text=form.cleaned_data["text"],
            note_id=form.cleaned_data["number"],
            by=request.actor,
            now=timezone.now(),
        )
    except Refused as error:
        return refused(request, enterprise_id, error)
    messages.success(request, _("Catatan disimpan."), extra_tags="toast")
    return redirect(reverse("registry:enterprise", args=[enterprise_id]) + "#h-catatan")


@requires(Deed.REGISTRY_WRITE)
@require_http_methods(["GET", "HEAD", "POST"])
def add_document(request: Visit, enterprise_id: UUID) -> HttpResponse:
    if request.method != "POST":
        return _form(request, enterprise_id, DocumentForm(initial={"number": new_id()}), _("Catat dokumen"))
    form = DocumentForm(request.POST, request.FILES)
    if not form.is_valid():
        return _form(request, enterprise_id, form, _("Catat dokumen"), status=422)
    value = form.cleaned_data
    try:
        operations.add_document(
            enterprise_id=enterprise_id,
            kind=value["kind"],
            number=value["code"],
            issued_on=value["issued_on"],
            expires_on=value["expires_on"],
            document_id=value["number"],
            data=value.get("file") or b"",
            by=request.actor,
            now=timezone.now(),
        )
    except Refused as error:
        return refused(request, enterprise_id, error)
    messages.success(request, _("Dokumen dicatat."), extra_tags="toast")
    return redirect(reverse("registry:enterprise", args=[enterprise_id]) + "#h-dokumen")


@requires(Deed.REGISTRY_WRITE)
@require_http_methods(["GET", "HEAD", "POST"])
def add_membership(request: Visit, enterprise_id: UUID) -> HttpResponse:
    if request.method != "POST":
        return _form(request, enterprise_id, MembershipForm(), _("Tambah kelompok"))
    form = MembershipForm(request.POST)
    if not form.is_valid():
        return _form(request, enterprise_id, form, _("Tambah kelompok"), status=422)
    try:
        operations.add_membership(
            enterprise_id=enterprise_id,
            association_id=form.cleaned_data["association"],
            number=form.cleaned_data["code"],
            by=request.actor,
            now=timezone.now(),
        )
    except Refused as error:
        return refused(request, enterprise_id, error)
    messages.success(request, _("Keanggotaan dicatat."), extra_tags="toast")
    return redirect(reverse("registry:enterprise", args=[enterprise_id]) + "#h-kelompok")


# --- mending ----------------------------------------------------------------------------------------------------------


@requires(Deed.REGISTRY_WRITE)
@require_http_methods(["GET", "HEAD", "POST"])
def edit_note(request: Visit, enterprise_id: UUID, note_id: UUID) -> HttpResponse:
    page = note_edit(actor=request.actor, enterprise_id=enterprise_id, note_id=note_id)
    if page is None:
        raise Http404
    form = NoteForm(request.POST if request.method == "POST" else None, initial=page.initial)
    if request.method == "POST" and form.is_valid():
        try:
            operations.change_note(
                enterprise_id=enterprise_id,
                note_id=note_id,
                text=form.cleaned_data["text"],
                by=request.actor,
                now=timezone.now(),
            )
        except Refused as error:
            return refused(request, enterprise_id, error)
        messages.success(request, _("Catatan diubah."), extra_tags="toast")
        return _back(enterprise_id, "catatan")
    context = {"form": form, "page": page, "title": _("Ubah catatan")}
    return render(request, "registry/enterprises/attached_edit.html", context, status=422 if form.is_bound else 200)


@requires(Deed.REGISTRY_WRITE)
@require_http_methods(["GET", "HEAD", "POST"])
def edit_document(request: Visit, enterprise_id: UUID, document_id: UUID) -> HttpResponse:
    page = document_edit(actor=request.actor, enterprise_id=enterprise_id, document_id=document_id)
    if page is None:
        raise Http404
    form = DocumentChangeForm(request.POST if request.method == "POST" else None, initial=page.initial)
    if request.method == "POST" and form.is_valid():
        value = form.cleaned_data
        try:
            operations.change_document(
                enterprise_id=enterprise_id,
                document_id=document_id,
                kind=value["kind"],
                number=value["code"],
                issued_on=value["issued_on"],
                expires_on=value["expires_on"],
                by=request.actor,
                now=timezone.now(),
            )
        except Refused as error:
            return refused(request, enterprise_id, error)
        messages.success(request, _("Dokumen diubah."), extra_tags="toast")
        return _back(enterprise_id, "dokumen")
    context = {"form": form, "page": page, "title": _("Ubah dokumen")}
    return render(request, "registry/enterprises/attached_edit.html", context, status=422 if form.is_bound else 200)


# --- taking away and bringing back ------------------------------------------------------------------------------------


@requires(Deed.REGISTRY_WRITE)
@require_POST
def remove_note(request: Visit, enterprise_id: UUID, note_id: UUID) -> HttpResponse:
    def deed(**given: Any) -> None:
        operations.remove_note(note_id=note_id, **given)

    undo = reverse("registry:restore-note", args=[enterprise_id, note_id])
    return _do(request, enterprise_id, "catatan", deed, _("Catatan dihapus."), undo)


@requires(Deed.REGISTRY_WRITE)
@require_POST
def restore_note(request: Visit, enterprise_id: UUID, note_id: UUID) -> HttpResponse:
    def deed(**given: Any) -> None:
        operations.restore_note(note_id=note_id, **given)

    return _do(request, enterprise_id, "catatan", deed, _("Catatan kembali seperti semula."))


@requires(Deed.REGISTRY_WRITE)
@require_POST
def remove_document(request: Visit, enterprise_id: UUID, document_id: UUID) -> HttpResponse:
    def deed(**given: Any) -> None:
        operations.remove_document(document_id=document_id, **given)

    undo = reverse("registry:restore-document", args=[enterprise_id, document_id])
    return _do(request, enterprise_id, "dokumen", deed, _("Dokumen dihapus."), undo)


@requires(Deed.REGISTRY_WRITE)
@require_POST
def restore_document(request: Visit, enterprise_id: UUID, document_id: UUID) -> HttpResponse:
    def deed(**given: Any) -> None:
        operations.restore_document(document_id=document_id, **given)

    return _do(request, enterprise_id, "dokumen", deed, _("Dokumen kembali seperti semula."))


@requires(Deed.REGISTRY_WRITE)
@require_POST
def remove_membership(request: Visit, enterprise_id: UUID, association_id: UUID) -> HttpResponse:
    def deed(**given: Any) -> None:
        operations.remove_membership(association_id=association_id, **given)

    undo = reverse("registry:restore-membership", args=[enterprise_id, association_id])
    return _do(request, enterprise_id, "kelompok", deed, _("Keanggotaan dicabut."), undo)


@requires(Deed.REGISTRY_WRITE)
@require_POST
def restore_membership(request: Visit, enterprise_id: UUID, association_id: UUID) -> HttpResponse:
    def deed(**given: Any) -> None:
        operations.restore_membership(association_id=association_id, **given)

    return _do(request, enterprise_id, "kelompok", deed, _("Keanggotaan kembali seperti semula."))


# --- the file of a document -------------------------------------------------------------------------------------------


@requires(Deed.REGISTRY_REVEAL)
@require_POST
def document_file(request: Visit, enterprise_id: UUID, document_id: UUID) -> HttpResponseBase:
    """Asked for by a button, never by an address alone: each reading is told."""
    try:
        found = operations.read_document(
            enterprise_id=enterprise_id, document_id=document_id, by=request.actor, now=timezone.now()
        )
    except Refused as error:
        if error.reason == "unknown":
            raise Http404 from error
        messages.warning(request, str(REASONS[error.reason]))
        return _back(enterprise_id, "dokumen")
    response = FileResponse(
        BytesIO(found.data), as_attachment=True, filename=found.name, content_type=media_type(found.file_type)
    )
    response["Cache-Control"] = "no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
