"""The list of products, and the list as a file."""

from django.http import FileResponse, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.rules import Deed
from binakriya.foundation.paging import page_number
from binakriya.foundation.rules.exports import XLSX, csv_lines, workbook_file
from binakriya.products import operations
from binakriya.products.forms.listing import ListForm
from binakriya.products.queries.listing import EXPORT_HEAD, export_rows, products_page
from binakriya.registry.queries.choices import region_of_office


def _form(request: Visit) -> ListForm:
    return ListForm(request.GET, office_region=region_of_office(request.actor.office_id))


@requires(Deed.PRODUCTS_READ)
@require_GET
def products(request: Visit) -> HttpResponse:
    form = _form(request)
    page = products_page(by=request.actor, wanted=form.wanted(), number=page_number(request.GET.get("halaman")))
    context = {
        "form": form,
        "page": page,
        "may_write": request.actor.may(Deed.PRODUCTS_WRITE),
        "may_list": request.actor.may(Deed.PRODUCTS_LIST),
    }
    return render(request, "products/list.html", context)


@requires(Deed.PRODUCTS_LIST)
@require_POST
def export(request: Visit) -> HttpResponseBase:
    """The filter stands in the address, as on the list; the form says which kind of file (`bentuk`)."""
    wanted, kind = _form(request).wanted(), "xlsx" if request.POST.get("bentuk") == "xlsx" else "csv"
    now = timezone.now()
    rows = [EXPORT_HEAD, *export_rows(by=request.actor, wanted=wanted)]
    operations.note_export(count=len(rows) - 1, form=kind, by=request.actor, now=now)
    name = f"produk-{timezone.localdate(now):%Y-%m-%d}.{kind}"
    if kind == "xlsx":
        file = workbook_file(rows, title=_("Produk"), frozen="D2")
        return FileResponse(file, as_attachment=True, filename=name, content_type=XLSX)
    response = StreamingHttpResponse(csv_lines(rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response
