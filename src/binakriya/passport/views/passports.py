"""The passport of a product, and decisions on its criteria."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.rules import Deed, Refused
from binakriya.passport import operations
from binakriya.passport.queries.pages import passport_page
from binakriya.products.queries.pages import product_head

READS = (Deed.PASSPORT_READ, Deed.OWN_ENTERPRISE)


@requires(*READS)
@require_GET
def passport(request: Visit, product_id: UUID) -> HttpResponse:
    page = passport_page(product_id=product_id, by=request.actor, on=timezone.localdate())
    return render(request, "passport/passport.html", {"page": page, "head": page.head})


@requires(Deed.PASSPORT_WRITE)
@require_POST
def set_apart(request: Visit, product_id: UUID, criterion: str) -> HttpResponse:
    product_head(product_id=product_id, by=request.actor)
    reason = request.POST.get("alasan", "")
    try:
        operations.set_apart(
            product_id=product_id, criterion=criterion, reason=reason, by=request.actor, now=timezone.now()
        )
    except Refused as refused:
        if refused.reason == "reason_needed":
            messages.error(
                request, _("Tidak ada yang berubah. Tulis alasannya dengan beberapa kata, lalu simpan lagi.")
            )
        else:
            messages.error(request, _("Tidak ada yang berubah. Syarat itu tidak ada lagi; muat ulang halamannya."))
    else:
        messages.success(request, _("Syarat itu tidak berlaku lagi bagi produk ini."))
    return redirect("passport:passport", product_id=product_id)


@requires(Deed.PASSPORT_WRITE)
@require_POST
def take_back(request: Visit, product_id: UUID, criterion: str) -> HttpResponse:
    product_head(product_id=product_id, by=request.actor)
    operations.take_back(product_id=product_id, criterion=criterion, by=request.actor, now=timezone.now())
    messages.success(request, _("Syarat itu berlaku lagi bagi produk ini."))
    return redirect("passport:passport", product_id=product_id)
