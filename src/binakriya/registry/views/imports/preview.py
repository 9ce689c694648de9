"""One import in whatever state it is, and what its columns mean."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from binakriya.accounts.doors import requires
from binakriya.accounts.rules import Deed
from binakriya.registry.forms.imports import ListDateForm
from binakriya.registry.operations import imports
from binakriya.registry.rules.refusals import Refused
from binakriya.registry.views.imports.common import by_of, page_of, read, tell


@requires(Deed.REGISTRY_IMPORT)
@require_GET
def one(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """The import in whatever state it is: progress, preview, result."""
    page = page_of(request, batch_id)
    template = "progress" if page.working else "result" if page.state == "confirmed" else "preview"
    return render(request, f"registry/imports/{template}.html", {"page": page})


@requires(Deed.REGISTRY_IMPORT)
@require_GET
def status(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """The part of the progress page that is asked for again and again; when work is done the page loads anew."""
    page = page_of(request, batch_id)
    response = render(request, "registry/imports/status.html", {"page": page})
    if not page.working:
        response["HX-Refresh"] = "true"
    return response


@requires(Deed.REGISTRY_IMPORT)
@require_POST
def read_again(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    page_of(request, batch_id)
    return read(request, batch_id)


@requires(Deed.REGISTRY_IMPORT)
def columns(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """What the officer says columns mean, and the day of the list; then the import is read anew."""
    page = page_of(request, batch_id)
    if request.method != "POST":
        wanted = request.GET.get("berkas", "")
        file = next((f for f in page.files if str(f.position) == wanted), None)
        file = file or next((f for f in page.files if f.unsure), None) or next(iter(page.files), None)
        return render(request, "registry/imports/columns.html", {"page": page, "file": file})
    now, by = timezone.now(), by_of(request)
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
        tell(request, refused)
        return redirect("registry:import", batch_id)
    if not choices and not dated:
        messages.info(request, _("Tidak ada kolom yang berubah."))
        return redirect("registry:import", batch_id)
    return read(request, batch_id)
