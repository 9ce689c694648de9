"""Write an import, take it back, throw it away."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from binakriya.accounts.doors import requires
from binakriya.accounts.rules import Deed
from binakriya.foundation.background import enqueue
from binakriya.registry.operations import imports
from binakriya.registry.rules.refusals import Refused
from binakriya.registry.views.imports.common import by_of, page_of, tell


@requires(Deed.REGISTRY_IMPORT)
@require_POST
def include_file(request: HttpRequest, batch_id: UUID, file_id: UUID) -> HttpResponse:
    page_of(request, batch_id)
    try:
        imports.include_file(batch_id=batch_id, file_id=file_id, by=by_of(request), now=timezone.now())
    except Refused as refused:
        tell(request, refused)
    return redirect("registry:import", batch_id)


@requires(Deed.REGISTRY_IMPORT)
@require_POST
def confirm(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    page = page_of(request, batch_id)
    known = {i for i, _name in page.associations}
    chosen: dict[UUID, UUID | None] = {}
    for file in page.files:
        value = request.POST.get(f"association:{file.id}", "")
        chosen[file.id] = UUID(value) if value in known else None
    try:
        if imports.ask_to_write(batch_id=batch_id, associations=chosen, by=by_of(request), now=timezone.now()):
            enqueue("registry.tasks.write_import", batch_id, by_of(request).id or "")
    except Refused as refused:
        tell(request, refused)
    return redirect("registry:import", batch_id)


@requires(Deed.REGISTRY_IMPORT)
@require_POST
def undo(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    page_of(request, batch_id)
    try:
        n = imports.undo_import(
            batch_id=batch_id, by=by_of(request), now=timezone.now(), with_merges=bool(request.POST.get("gabungan"))
        )
    except Refused as refused:
        tell(request, refused)
    else:
        text = ngettext("%(n)s usaha ditarik kembali.", "%(n)s usaha ditarik kembali.", n) % {"n": n}
        messages.success(request, f"{text} {_('Berkas dan perbaikan Anda masih ada; baca lagi bila ingin mengulang.')}")
    return redirect("registry:import", batch_id)


@requires(Deed.REGISTRY_IMPORT)
@require_POST
def discard(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    page_of(request, batch_id)
    try:
        imports.discard_import(batch_id=batch_id, by=by_of(request), now=timezone.now())
    except Refused as refused:
        tell(request, refused)
        return redirect("registry:import", batch_id)
    messages.success(request, _("Unggahan dibuang bersama berkasnya. Registri tidak berubah."))
    return redirect("registry:imports")
