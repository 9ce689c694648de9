"""Papers of a product, and all papers of an office by how they stand."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.rules import Deed, Refused
from binakriya.foundation.paging import page_number
from binakriya.products import operations
from binakriya.products.forms.papers import PaperForm
from binakriya.products.queries import pages as known
from binakriya.products.queries.papers import paper_file, paper_rows, papers_page
from binakriya.products.rules.papers import SUBJECTS
from binakriya.products.views.common import READS, WRITES, removed, tell_refusal
from binakriya.products.words import PAPER_STANDINGS
from binakriya.registry.rules.papers import media_type


@requires(Deed.PRODUCTS_READ)
@require_GET
def overview(request: Visit) -> HttpResponse:
    code, text = request.GET.get("keadaan", ""), " ".join(request.GET.get("q", "").split())[:100]
    page = papers_page(
        by=request.actor,
        today=timezone.localdate(),
        code=code,
        text=text,
        page=page_number(request.GET.get("halaman")),
    )
    states = [(key, word, page.counts[key]) for key, word in PAPER_STANDINGS.items()]
    context = {"page": page, "states": states, "code": code, "text": text, "all": sum(page.counts.values())}
    return render(request, "products/papers.html", context)


@requires(*READS)
@require_GET
def of_product(request: Visit, product_id: UUID) -> HttpResponse:
    head = known.product_head(product_id=product_id, by=request.actor)
    rows = paper_rows(product_id=product_id, by=request.actor, today=timezone.localdate())
    return render(request, "products/product_papers.html", {"head": head, "rows": rows})


@requires(*WRITES)
def add(request: Visit, product_id: UUID) -> HttpResponse:
    """`untuk` in the address: what the paper is to prove."""
    head = known.product_head(product_id=product_id, by=request.actor)
    wanted = request.GET.get("untuk", "")
    initial = {"subject": wanted if wanted in SUBJECTS else "", "issued_on": timezone.localdate()}
    form = PaperForm(request.POST or None, request.FILES or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            operations.add_paper(
                product_id=product_id,
                facts=form.facts(),
                data=file.read() if file else b"",
                nonce=form.cleaned_data["nonce"],
                by=request.actor,
                now=timezone.now(),
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            if request.actor.may(Deed.PRODUCTS_WRITE):
                messages.success(request, _("Dokumen tersimpan dan dipakai sebagai bukti."))
            else:
                messages.success(request, _("Dokumen tersimpan. Dinas melihatnya dahulu, lalu dipakai sebagai bukti."))
            return redirect("products:papers-of", product_id=product_id)
    return render(request, "products/paper_form.html", {"form": form, "head": head}, status=422 if form.errors else 200)


@requires(*READS)
@require_GET
def file(request: Visit, product_id: UUID, paper_id: UUID) -> HttpResponse:
    data, type_, name = paper_file(product_id=product_id, paper_id=paper_id, by=request.actor)
    response = HttpResponse(data, content_type=media_type(type_))
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response


@requires(Deed.PRODUCTS_WRITE)
@require_POST
def check(request: Visit, product_id: UUID, paper_id: UUID) -> HttpResponse:
    try:
        operations.check_paper(product_id=product_id, paper_id=paper_id, by=request.actor, now=timezone.now())
    except Refused as refused:
        tell_refusal(request, refused)
    else:
        messages.success(request, _("Dokumen dipakai sebagai bukti."), extra_tags="toast")
    if request.POST.get("kembali") == "daftar":
        return redirect("products:papers")
    return redirect("products:papers-of", product_id=product_id)


@requires(*WRITES)
@require_POST
def remove(request: Visit, product_id: UUID, paper_id: UUID) -> HttpResponse:
    try:
        operations.remove_paper(product_id=product_id, paper_id=paper_id, by=request.actor, now=timezone.now())
    except Refused as refused:
        tell_refusal(request, refused)
    else:
        removed(request, _("Dokumen dihapus."), "products:paper-restore", product_id=product_id, paper_id=paper_id)
    return redirect("products:papers-of", product_id=product_id)


@requires(*WRITES)
@require_POST
def restore(request: Visit, product_id: UUID, paper_id: UUID) -> HttpResponse:
    try:
        operations.restore_paper(product_id=product_id, paper_id=paper_id, by=request.actor, now=timezone.now())
    except Refused as refused:
        tell_refusal(request, refused)
    else:
        messages.success(request, _("Dokumen kembali."))
    return redirect("products:papers-of", product_id=product_id)
