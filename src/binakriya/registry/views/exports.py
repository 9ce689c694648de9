"""The list as a file, and the figures as a map."""

import tempfile
from collections.abc import Iterable, Sequence

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from openpyxl import Workbook

from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.rules import Deed
from binakriya.foundation.rules.exports import csv_lines, safe_cell
from binakriya.registry.forms.enterprises import ExportForm
from binakriya.registry.forms.listing import ListForm
from binakriya.registry.forms.map import MapForm
from binakriya.registry.operations.exporting import note_export
from binakriya.registry.queries.exports import export_rows
from binakriya.registry.queries.lists import enterprise_ids
from binakriya.registry.queries.map import map_page
from binakriya.registry.rules.listing import XLSX_MOST, query_string
from binakriya.registry.views.enterprises import list_address, office_region

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _workbook(rows: Iterable[Sequence[object]]) -> tempfile.SpooledTemporaryFile[bytes]:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Usaha"))
    sheet.freeze_panes = "B2"
    for row in rows:
        sheet.append([safe_cell(cell) for cell in row])
    # Closed by the response that sends it.
    file = tempfile.SpooledTemporaryFile(max_size=8_000_000)  # noqa: SIM115
    book.save(file)
    file.seek(0)
    return file


@requires(Deed.REGISTRY_EXPORT)
@require_POST
def export(request: Visit) -> HttpResponseBase:
    """The filter stands in the address, as on the list; the form says how: `bentuk`, and `lengkap` for whole personal
    values."""
    form, actor = ExportForm(request.POST), request.actor
    wanted = ListForm(request.GET, office_region=office_region(request)).wanted()
    query = query_string(wanted)
    if actor.office_id is None:
        raise PermissionDenied
    if not form.is_valid():
        messages.error(request, _("Bentuk berkas tidak dikenal. Pilih CSV atau XLSX."))
        return redirect(list_address(query))
    kind, full = form.cleaned_data["bentuk"], form.cleaned_data["lengkap"]
    ids = enterprise_ids(office_id=actor.office_id, wanted=wanted)
    if kind == "xlsx" and len(ids) > XLSX_MOST:
        messages.warning(
            request,
            _("Daftar ini lebih dari %(most)s baris, terlalu panjang untuk XLSX. Saring dahulu, atau unduh CSV.")
            % {"most": "20.000"},
        )
        return redirect(list_address(query))
    now = timezone.now()
    note_export(office_id=actor.office_id, query=query, count=len(ids), form=kind, full=full, by=actor, now=now)
    name = f"ikm-{timezone.localdate(now):%Y-%m-%d}.{kind}"
    rows = export_rows(ids, full=full)
    if kind == "xlsx":
        return FileResponse(_workbook(rows), as_attachment=True, filename=name, content_type=_XLSX)
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
