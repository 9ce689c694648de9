"""The page of one product, and a maker's own products."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.rules import Deed
from binakriya.products.queries import pages as known
from binakriya.products.views.common import READS


@requires(*READS)
@require_GET
def product(request: Visit, product_id: UUID) -> HttpResponse:
    page = known.product_page(product_id=product_id, by=request.actor, today=timezone.localdate())
    return render(request, "products/product.html", {"page": page, "head": page.head})


@requires(Deed.OWN_ENTERPRISE)
@require_GET
def own(request: Visit) -> HttpResponse:
    return render(request, "products/own.html", {"page": known.own_products(by=request.actor)})
