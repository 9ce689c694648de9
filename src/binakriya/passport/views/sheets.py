"""The passport on paper."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.rules import Deed
from binakriya.foundation.press import Language
from binakriya.passport.papers import passport_sheet

TONGUES: dict[str, Language] = {"id": "id", "en": "en"}


@requires(Deed.PASSPORT_READ, Deed.OWN_ENTERPRISE)
@require_GET
def sheet(request: Visit, product_id: UUID, tongue: str) -> HttpResponse:
    if tongue not in TONGUES:
        raise Http404
    made = passport_sheet(product_id=product_id, by=request.actor, language=TONGUES[tongue], now=timezone.now())
    response = HttpResponse(made.content, content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=made.name) or ""
    response["Cache-Control"] = "no-store"
    return response
