"""The sheets that go with a specification: on screen to print, and as PDF under the head of the office."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.rules import Deed
from binakriya.foundation.press import Language
from binakriya.packaging import papers
from binakriya.packaging.queries import pages
from binakriya.packaging.words import language

READS = (Deed.PACKAGING_READ, Deed.OWN_ENTERPRISE)
PAPERS = {
    "pembuat": papers.maker_sheet,
    "percetakan": papers.printer_sheet,
    "hitungan": papers.calculation_sheet,
}
TONGUES: dict[str, Language] = {"id": "id", "en": "en"}


def _context(page: pages.VersionPage) -> dict[str, object]:
    return {"page": page, "facts": page.facts, "pack": page.pack, "tongue": language()}


@requires(*READS)
@require_GET
def maker_sheet(request: Visit, version_id: UUID) -> HttpResponse:
    """One page for the maker: what to buy, how to fold, fill and close."""
    page = pages.version_page(version_id=version_id, by=request.actor, language=language())
    return render(request, "packaging/maker_sheet.html", _context(page))


@requires(*READS)
@require_GET
def printer_sheet(request: Visit, version_id: UUID) -> HttpResponse:
    """One page for the printer: drawing, board, quantity, tolerances."""
    page = pages.version_page(version_id=version_id, by=request.actor, language=language())
    return render(request, "packaging/printer_sheet.html", _context(page))


@requires(*READS)
@require_GET
def paper(request: Visit, version_id: UUID, kind: str, tongue: str) -> HttpResponse:
    """A sheet as PDF: `kind` pembuat, percetakan or hitungan; `tongue` id or en, whatever the screen speaks."""
    if kind not in PAPERS or tongue not in TONGUES:
        raise Http404
    made = PAPERS[kind](version_id=version_id, by=request.actor, language=TONGUES[tongue])
    response = HttpResponse(made.content, content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=made.name) or ""
    return response
