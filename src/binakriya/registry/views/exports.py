"""The list as a file, and the figures as a map."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.rules import Deed
from binakriya.foundation.rules.exports import XLSX, csv_lines, workbook_file
from binakriya.registry.forms.enterprises import ExportForm
from binakriya.registry.forms.listing import ListForm
from binakriya.registry.forms.map import MapForm
from binakriya.registry.operations.exporting import note_export
from binakriya.registry.queries.exports import consenting, contact_rows, export_rows
from binakriya.registry.queries.lists import enterprise_ids
from binakriya.registry.queries.map import map_page
from binakriya.registry.rules.listing import XLSX_MOST, query_string
from binakriya.registry.rules.uses import OWN_TASK, USE_NEEDS
from binakriya.registry.views.enterprises import list_address, office_region
from binakriya.registry.words import REASONS


@requires(Deed.REGISTRY_EXPORT)
@require_POST
def export(request: Visit) -> HttpResponseBase:
    """The filter stands in the address, as on the list; the form says how (`bentuk`), what for (`untuk`), and
    whether personal values go along whole (`lengkap`)."""
    form, actor = ExportForm(request.POST), request.actor
    wanted = ListForm(request.GET, office_region=office_region(request)).wanted()
    query = query_string(wanted)
    if actor.office_id is None:
        raise PermissionDenied
    if not form.is_valid():
        messages.error(request, _("Bentuk berkas tidak dikenal. Pilih CSV atau XLSX."))
        return redirect(list_address(query))
    kind, use = form.cleaned_data["bentuk"], form.cleaned_data["untuk"] or OWN_TASK
    full = form.cleaned_data["lengkap"] or use != OWN_TASK
    ids = enterprise_ids(office_id=actor.office_id, wanted=wanted)
    if form.cleaned_data["dari"] and not form.cleaned_data["semua"]:
        ticked = set(form.cleaned_data["usaha"])
        ids = [one for one in ids if one in ticked]
        if not ids:
            messages.error(request, str(REASONS["none_chosen"]))
            return redirect(list_address(query))
    if use != OWN_TASK:
        ids = consenting(ids, USE_NEEDS[use])
    if kind == "xlsx" and len(ids) > XLSX_MOST:
        messages.warning(
            request,
            _("Daftar ini lebih dari %(most)s baris, terlalu panjang untuk XLSX. Saring dahulu, atau unduh CSV.")
            % {"most": "20.000"},
        )
        return redirect(list_address(query))
    now = timezone.now()
    note_export(
        office_id=actor.office_id, query=query, count=len(ids), form=kind, full=full, use=use, by=actor, now=now
    )
    name = f"ikm-{timezone.localdate(now):%Y-%m-%d}.{kind}"
    rows = export_rows(ids, full=full) if use == OWN_TASK else contact_rows(ids)
    if kind == "xlsx":
        return FileResponse(workbook_file(rows, title=_("Usaha")), as_attachment=True, filename=name, content_type=XLSX)
    response = StreamingHttpResponse(csv_lines(rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response


@requires(Deed.REGISTRY_READ)
@require_GET
def enterprise_map(request: Visit) -> HttpResponse:
    form = MapForm(request.GET)
    form.is_valid()
    page = map_page(actor=request.actor, level=form.level(), measure=form.measure())
    return render(request, "registry/enterprises/map.html", {"page": page, "form": form})
