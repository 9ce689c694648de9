"""A maker's own enterprises."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.rules import Deed
from binakriya.registry import operations
from binakriya.registry.forms.own import OwnForm
from binakriya.registry.queries.own import own_edit, own_page
from binakriya.registry.rules.facts import NotAFact
from binakriya.registry.rules.refusals import Refused
from binakriya.registry.words import PROBLEMS, REASONS


@requires(Deed.OWN_ENTERPRISE)
@require_GET
def own(request: Visit) -> HttpResponse:
    return render(request, "registry/enterprises/own.html", {"page": own_page(actor=request.actor)})


@requires(Deed.OWN_ENTERPRISE)
@require_http_methods(["GET", "HEAD", "POST"])
def edit_own(request: Visit, enterprise_id: UUID) -> HttpResponse:
    page = own_edit(actor=request.actor, enterprise_id=enterprise_id)
    if page is None:
        raise Http404
    form = OwnForm(request.POST if request.method == "POST" else None, initial=page.initial)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            value = form.cleaned_data
            try:
                operations.change_own_enterprise(
                    enterprise_id=enterprise_id,
                    phones=value["phones"],
                    emails=value["emails"],
                    pages=value["pages"],
                    products=value["products"],
                    by=request.actor,
                    now=timezone.now(),
                )
                messages.success(request, _("Tersimpan. Dinas melihat data yang baru."), extra_tags="toast")
                return redirect("registry:own")
            except NotAFact as error:
                form.add_error(None, str(PROBLEMS[error.field, error.code]))
            except Refused as error:
                form.add_error(None, str(REASONS[error.reason]))
    return render(request, "registry/enterprises/own_edit.html", {"form": form, "page": page}, status=status)
