"""The page of duties of a product."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from binakriya.accounts.doors import Visit, requires
from binakriya.products.queries.duties import duties_page
from binakriya.products.views.common import READS


@requires(*READS)
@require_GET
def duties(request: Visit, product_id: UUID) -> HttpResponse:
    page = duties_page(
        product_id=product_id,
        destination=request.GET.get("tujuan", ""),
        by=request.actor,
        today=timezone.localdate(),
    )
    return render(request, "products/duties.html", {"page": page, "head": page.head})
