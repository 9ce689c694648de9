"""What the pages of an import share."""

from datetime import datetime
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from binakriya.accounts.rules import Actor
from binakriya.foundation.background import enqueue
from binakriya.foundation.paging import page_number
from binakriya.registry.operations import imports
from binakriya.registry.queries.imports import (
    FILTERS,
    ImportPage,
    import_page,
)
from binakriya.registry.rules.refusals import Refused
from binakriya.registry.words import REASONS, moment_text


def by_of(request: HttpRequest) -> Actor:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor


def refusal(refused: Refused) -> str:
    """Why an operation refused, as a sentence."""
    told = {k: moment_text(v) if isinstance(v, datetime) else v for k, v in refused.params.items()}
    return str(REASONS[refused.reason]) % told


def tell(request: HttpRequest, refused: Refused) -> None:
    messages.warning(request, refusal(refused))


def read(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """Have an import read, and show how far it is."""
    if imports.ask_to_read(batch_id=batch_id, by=by_of(request), now=timezone.now()):
        enqueue("registry.tasks.read_import", batch_id, by_of(request).id or "")
    return redirect("registry:import", batch_id)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def page_of(request: HttpRequest, batch_id: UUID) -> ImportPage:
    page = import_page(
        batch_id=batch_id,
        by=by_of(request),
        which=request.GET.get("tampilkan", ""),
        number=page_number(request.GET.get("halaman")),
        opened=_uuid(request.GET.get("buka", "")),
    )
    if page is None:
        raise Http404
    return page


def asked(request: HttpRequest) -> dict[str, str]:
    which, number = request.GET.get("tampilkan", ""), request.GET.get("halaman", "")
    asked = {"tampilkan": which if which in FILTERS else "", "halaman": str(page_number(number)) if number else ""}
    return {k: v for k, v in asked.items() if v}


def back_to_preview(batch_id: UUID, request: HttpRequest) -> str:
    """The preview as it was looked at: its filter and page."""
    query = urlencode(asked(request))
    return reverse("registry:import", args=[batch_id]) + (f"?{query}" if query else "")
