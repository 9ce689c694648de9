"""The home of the room: what waits, the list of specifications, the list as a file, several checked at once."""

from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.rules import Deed
from binakriya.foundation.paging import page_number
from binakriya.foundation.rules.exports import XLSX, csv_lines, workbook_file
from binakriya.packaging import operations
from binakriya.packaging.forms.listing import CheckManyForm, ListForm
from binakriya.packaging.queries.listing import every_row, export_head, export_line, list_page
from binakriya.packaging.words import JOURNEYS, STATES, language

READS = (Deed.PACKAGING_READ, Deed.OWN_ENTERPRISE)


@requires(*READS)
@require_GET
def specifications(request: Visit) -> HttpResponse:
    form = ListForm(request.GET)
    page = list_page(
        by=request.actor, wanted=form.wanted(), number=page_number(request.GET.get("halaman")), language=language()
    )
    states = [(code, word, page.counts.get(code, 0)) for code, (word, _tone) in STATES.items()]
    rows = [(row, *STATES[row.state], JOURNEYS.get(row.journey, row.journey)) for row in page.rows]
    may = request.actor.may
    context = {
        "page": page,
        "rows": rows,
        "states": states,
        "journeys": list(JOURNEYS.items()),
        "may_export": may(Deed.PACKAGING_READ),
        "may_check": may(Deed.PACKAGING_CHECK),
        "may_adopt": may(Deed.PACKAGING_ADOPT),
        "may_write": may(Deed.PACKAGING_WRITE),
        "may_read": may(Deed.PACKAGING_READ),
    }
    return render(request, "packaging/specifications.html", context)


@requires(Deed.PACKAGING_READ)
@require_POST
def export(request: Visit) -> HttpResponseBase:
    """The filter stands in the address, as on the list; the form says which kind of file (`bentuk`)."""
    wanted, kind = ListForm(request.GET).wanted(), "xlsx" if request.POST.get("bentuk") == "xlsx" else "csv"
    now = timezone.now()
    found = every_row(by=request.actor, wanted=wanted, language=language())
    rows: list[list[object]] = [export_head(), *(export_line(row) for row in found)]
    operations.note_export(count=len(rows) - 1, form=kind, by=request.actor, now=now)
    name = f"kemasan-{timezone.localdate(now):%Y-%m-%d}.{kind}"
    if kind == "xlsx":
        file = workbook_file(rows, title=_("Kemasan"), frozen="B2")
        return FileResponse(file, as_attachment=True, filename=name, content_type=XLSX)
    response = StreamingHttpResponse(csv_lines(rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response


@requires(Deed.PACKAGING_CHECK)
@require_POST
def check_many(request: Visit) -> HttpResponse:
    """The ticked ones are checked in the name of whoever sends them; the filter stands in the address."""
    back = f"{reverse('packaging:specifications')}?{request.GET.urlencode()}"
    form = CheckManyForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Tidak ada yang ditandai. Centang spesifikasi yang sudah Anda periksa."))
        return redirect(back)
    chosen: list[UUID] = form.cleaned_data["versi"]
    done, left = operations.check_many(version_ids=chosen, by=request.actor, now=timezone.now())
    if done:
        said = ngettext(
            "%(n)d spesifikasi diperiksa atas nama Anda.", "%(n)d spesifikasi diperiksa atas nama Anda.", done
        )
        messages.success(request, said % {"n": done})
    if form.odd:
        said = _("Tidak dikenal dan dilewati: %(which)s. Muat ulang daftar, lalu tandai lagi.")
        messages.warning(request, said % {"which": ", ".join(f"“{one}”" for one in form.odd)})
    if left:
        said = ngettext(
            "%(n)d tidak berubah: sudah bukan rancangan. Muat ulang daftar untuk melihat keadaannya.",
            "%(n)d tidak berubah: sudah bukan rancangan. Muat ulang daftar untuk melihat keadaannya.",
            left,
        )
        messages.warning(request, said % {"n": left})
    return redirect(back)
