"""All passports that the actor's work reaches, and the same as a file."""

from typing import Any

from django.http import FileResponse, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.rules import Deed
from binakriya.foundation.paging import page_number
from binakriya.foundation.rules.exports import XLSX, csv_lines, workbook_file
from binakriya.passport.operations.board import note_export
from binakriya.passport.queries.board import EXPORT_HEAD, board_page, export_rows
from binakriya.passport.rules.stages import DYES
from binakriya.products.forms.listing import ListForm
from binakriya.products.words import material_word
from binakriya.registry.queries.choices import region_of_office


def _asked(request: Visit) -> tuple[ListForm, dict[str, Any]]:
    form = ListForm(request.GET, office_region=region_of_office(request.actor.office_id))
    stage = next((key for key, dye in DYES.items() if dye == request.GET.get("tahap")), "")
    given = {"stage": stage, "state": request.GET.get("capaian", ""), "sort": request.GET.get("urut", "")}
    return form, {"wanted": form.wanted(), **given}


@requires(Deed.PASSPORT_READ)
@require_GET
def board(request: Visit) -> HttpResponse:
    form, asked = _asked(request)
    page = board_page(by=request.actor, number=page_number(request.GET.get("halaman")), **asked)
    context = {
        "form": form,
        "page": page,
        "asked": asked,
        "material": material_word(asked["wanted"].material) if asked["wanted"].material else "",
        "dyes": tuple(DYES.values()),
        "dye": DYES.get(asked["stage"], ""),
    }
    return render(request, "passport/board.html", context)


@requires(Deed.PASSPORT_READ)
@require_POST
def export(request: Visit) -> HttpResponseBase:
    """The filter stands in the address, as on the board; the form says which kind of file (`bentuk`)."""
    kind, now = "xlsx" if request.POST.get("bentuk") == "xlsx" else "csv", timezone.now()
    rows = [EXPORT_HEAD, *export_rows(by=request.actor, **_asked(request)[1])]
    note_export(count=len(rows) - 1, form=kind, by=request.actor, now=now)
    name = f"paspor-{timezone.localdate(now):%Y-%m-%d}.{kind}"
    if kind == "xlsx":
        file = workbook_file(rows, title=_("Paspor"), frozen="D2")
        return FileResponse(file, as_attachment=True, filename=name, content_type=XLSX)
    response = StreamingHttpResponse(csv_lines(rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response
