"""Lists of products: uploaded, looked at, written, undone."""

from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.rules import Deed, Refused
from binakriya.foundation.rules.exports import XLSX, workbook_file
from binakriya.products import operations
from binakriya.products.forms.lists import ListFileForm, taken_rows
from binakriya.products.queries import lists as known
from binakriya.products.rules.lists import TEMPLATE
from binakriya.products.views.common import tell_refusal


@requires(Deed.PRODUCTS_LIST)
def lists(request: Visit) -> HttpResponse:
    form = ListFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        sent = form.cleaned_data["file"]
        try:
            made = operations.add_list(
                data=sent.read(),
                name=sent.name or "",
                nonce=form.cleaned_data["nonce"],
                by=request.actor,
                now=timezone.now(),
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            return redirect("products:list", list_id=made)
    context = {"form": form, "rows": known.lists_page(by=request.actor)}
    failed = request.method == "POST"
    return render(request, "products/lists.html", context, status=422 if failed else 200)


@requires(Deed.PRODUCTS_LIST)
@require_GET
def template(request: Visit) -> FileResponse:
    file = workbook_file(TEMPLATE, title=_("Produk"), frozen="A2")
    return FileResponse(file, as_attachment=True, filename="daftar-produk-contoh.xlsx", content_type=XLSX)


@requires(Deed.PRODUCTS_LIST)
@require_GET
def one(request: Visit, list_id: UUID) -> HttpResponse:
    return render(request, "products/list_preview.html", {"page": known.list_page(list_id=list_id, by=request.actor)})


@requires(Deed.PRODUCTS_LIST)
@require_POST
def write(request: Visit, list_id: UUID) -> HttpResponse:
    try:
        done = operations.write_list(
            list_id=list_id, take=taken_rows(request.POST), by=request.actor, now=timezone.now()
        )
    except Refused as refused:
        tell_refusal(request, refused)
    else:
        said = []
        if done.added:
            said.append(
                ngettext("%(n)d produk dimasukkan.", "%(n)d produk dimasukkan.", done.added) % {"n": done.added}
            )
        if done.mended:
            said.append(
                ngettext("%(n)d produk diperbarui.", "%(n)d produk diperbarui.", done.mended) % {"n": done.mended}
            )
        messages.success(request, " ".join(said))
    return redirect("products:list", list_id=list_id)


@requires(Deed.PRODUCTS_LIST)
@require_POST
def undo(request: Visit, list_id: UUID) -> HttpResponse:
    try:
        count = operations.undo_list(list_id=list_id, by=request.actor, now=timezone.now())
    except Refused as refused:
        tell_refusal(request, refused)
    else:
        messages.success(request, ngettext("%(n)d produk ditarik.", "%(n)d produk ditarik.", count) % {"n": count})
    return redirect("products:list", list_id=list_id)


@requires(Deed.PRODUCTS_LIST)
@require_POST
def discard(request: Visit, list_id: UUID) -> HttpResponse:
    if operations.discard_list(list_id=list_id, by=request.actor, now=timezone.now()):
        messages.success(request, _("Daftar dibuang. Tidak ada produk yang dimasukkan."))
    return redirect("products:lists")
