"""Evidence of fragility: drop tests and declared values."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.rules import Deed, Refused
from binakriya.products import operations
from binakriya.products.forms.products import EvidenceForm, beginning
from binakriya.products.queries import pages as known
from binakriya.products.views.common import removed, tell_refusal, to_product


@requires(Deed.PRODUCTS_WRITE)
def add(request: Visit, product_id: UUID) -> HttpResponse:
    head = known.product_head(product_id=product_id, by=request.actor)
    form = EvidenceForm(request.POST or None, initial=beginning(request.actor.label, timezone.localdate()))
    if request.method == "POST" and form.is_valid():
        try:
            operations.add_evidence(product_id=product_id, **form.values(), by=request.actor, now=timezone.now())
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, _("Bukti tersimpan. Kemasan dirancang dengan nilai ini mulai sekarang."))
            return to_product(product_id)
    return render(request, "products/evidence.html", {"form": form, "head": head}, status=422 if form.errors else 200)


@requires(Deed.PRODUCTS_WRITE)
@require_POST
def remove(request: Visit, product_id: UUID, evidence_id: UUID) -> HttpResponse:
    try:
        operations.remove_evidence(product_id=product_id, evidence_id=evidence_id, by=request.actor, now=timezone.now())
    except Refused as refused:
        tell_refusal(request, refused)
    else:
        removed(
            request, _("Bukti dihapus."), "products:evidence-restore", product_id=product_id, evidence_id=evidence_id
        )
    return to_product(product_id)


@requires(Deed.PRODUCTS_WRITE)
@require_POST
def restore(request: Visit, product_id: UUID, evidence_id: UUID) -> HttpResponse:
    try:
        operations.restore_evidence(
            product_id=product_id, evidence_id=evidence_id, by=request.actor, now=timezone.now()
        )
    except Refused as refused:
        tell_refusal(request, refused)
    else:
        messages.success(request, _("Bukti kembali dipakai."))
    return to_product(product_id)
