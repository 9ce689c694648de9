"""The page of one enterprise, as several views answer with it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from binakriya.accounts.doors import Visit
from binakriya.accounts.rules import Deed
from binakriya.registry.forms.attached import RevealForm
from binakriya.registry.panels import panels_for
from binakriya.registry.queries.detail import enterprise_page
from binakriya.registry.rules.facts import Facts, NotAFact
from binakriya.registry.rules.refusals import Refused
from binakriya.registry.words import PROBLEMS, REASONS


def detail(
    request: Visit,
    enterprise_id: UUID,
    *,
    revealed: Facts | None = None,
    status: int = 200,
) -> HttpResponse:
    """404 for an unknown enterprise and for one of another office."""
    page = enterprise_page(actor=request.actor, enterprise_id=enterprise_id, revealed=revealed)
    if page is None:
        raise Http404
    context = {
        "page": page,
        "panels": panels_for(actor=request.actor, enterprise_id=enterprise_id),
        "reveal": RevealForm(),
        "may_write": request.actor.may(Deed.REGISTRY_WRITE),
        "may_reveal": request.actor.may(Deed.REGISTRY_REVEAL),
        "may_merge": request.actor.may(Deed.REGISTRY_MERGE),
    }
    return render(request, "registry/enterprises/detail.html", context, status=status)


def told(request: Visit, error: Refused | NotAFact) -> None:
    """The reason as a message."""
    text = PROBLEMS[error.field, error.code] if isinstance(error, NotAFact) else REASONS[error.reason] % error.params
    messages.error(request, str(text))


def refused(request: Visit, enterprise_id: UUID, error: Refused) -> HttpResponse:
    """Back to the page with the reason; 404 when there is no such enterprise."""
    if error.reason == "unknown":
        raise Http404 from error
    told(request, error)
    return redirect("registry:enterprise", enterprise_id)
