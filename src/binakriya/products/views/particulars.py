"""The page on which is stated what labels need to know."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.rules import Refused
from binakriya.products import operations
from binakriya.products.forms.particulars import ParticularsForm
from binakriya.products.queries import pages as known
from binakriya.products.queries.particulars import stated
from binakriya.products.views.common import WRITES, nothing_changed, to_product


@requires(*WRITES)
def particulars(request: Visit, product_id: UUID) -> HttpResponse:
    head = known.product_head(product_id=product_id, by=request.actor)
    was = stated(product_id=product_id, by=request.actor)
    initial = ParticularsForm.initial_of(was.given)
    form = ParticularsForm(request.POST or None, makes=False, seen=was.mark, initial=initial)
    form.care = was.given.care
    if request.method == "POST" and form.is_valid():
        try:
            changed = operations.state_particulars(
                product_id=product_id,
                given=form.given(),
                seen=form.cleaned_data["seen"],
                by=request.actor,
                now=timezone.now(),
            )
        except Refused as refused:
            form.refuse(refused)
            form.see(was.mark)
        else:
            if changed:
                messages.success(request, _("Keterangan tersimpan. Label dan syaratnya memakainya mulai sekarang."))
            else:
                nothing_changed(request)
            return to_product(product_id)
    context = {"form": form, "head": head, "was": was}
    return render(request, "products/particulars.html", context, status=422 if form.errors else 200)
