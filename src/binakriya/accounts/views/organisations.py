"""Offices, associations and institutions."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from binakriya.accounts import operations, queries
from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.forms import LogoForm, OrganisationForm
from binakriya.accounts.models import OrganisationKind
from binakriya.accounts.rules import Deed, Refused


@requires(Deed.PEOPLE_MANAGE)
@require_GET
def organisations(request: Visit) -> HttpResponse:
    kind = request.GET.get("jenis", "")
    kind = kind if kind in OrganisationKind.values else ""
    return render(
        request,
        "accounts/organisations.html",
        {
            "rows": queries.organisations(kind=kind),
            "sole_office": queries.sole_office(),
            "kind": kind,
            "kinds": OrganisationKind.choices,
        },
    )


@requires(Deed.PEOPLE_MANAGE)
def create(request: Visit) -> HttpResponse:
    form = OrganisationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.create_organisation(**form.cleaned_data, by=request.actor, now=timezone.now())
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, _("Organisasi ditambahkan."))
            return redirect("accounts:organisations")
    return render(request, "accounts/organisation_form.html", {"form": form}, status=422 if form.is_bound else 200)


@requires(Deed.PEOPLE_MANAGE)
def change(request: Visit, organisation_id: UUID) -> HttpResponse:
    found = queries.organisation(organisation_id)
    # What another office keeps is seen in the list alone.
    if found is None or not queries.may_change(found, request.actor):
        raise Http404
    initial = {field: getattr(found, field) for field in OrganisationForm.base_fields}
    form = OrganisationForm(request.POST or None, initial=initial, fixed_kind=True)
    if request.method == "POST" and form.is_valid():
        try:
            operations.change_organisation(
                organisation_id=organisation_id, values=form.cleaned_data, by=request.actor, now=timezone.now()
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, _("Perubahan tersimpan."))
            return redirect("accounts:organisations")
    return render(
        request,
        "accounts/organisation_form.html",
        {"form": form, "organisation": found, "logo_form": LogoForm(), "logo": bool(queries.logo_of(found.id))},
        status=422 if form.is_bound else 200,
    )


def _changeable(request: Visit, organisation_id: UUID) -> queries.OrganisationInfo:
    found = queries.organisation(organisation_id)
    if found is None or not queries.may_change(found, request.actor):
        raise Http404
    return found


@requires(Deed.PEOPLE_MANAGE)
@require_POST
def logo(request: Visit, organisation_id: UUID) -> HttpResponse:
    """A new logo, or none (`hapus`)."""
    found = _changeable(request, organisation_id)
    removes = "hapus" in request.POST
    form = LogoForm(request.POST, request.FILES)
    if removes or form.is_valid():
        # An empty file is no picture, and no wish to have none.
        data = b"" if removes else form.cleaned_data["logo"].read() or b"\0"
        try:
            operations.set_logo(organisation_id=found.id, data=data, by=request.actor, now=timezone.now())
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(
                request, _("Lambang dihapus.") if removes else _("Lambang tersimpan; kop surat memakainya.")
            )
            return redirect("accounts:organisation", organisation_id=found.id)
    plain = OrganisationForm(
        initial={field: getattr(found, field) for field in OrganisationForm.base_fields}, fixed_kind=True
    )
    context = {"form": plain, "organisation": found, "logo_form": form, "logo": bool(queries.logo_of(found.id))}
    return render(request, "accounts/organisation_form.html", context, status=422)


@requires(Deed.PEOPLE_MANAGE)
@require_GET
def logo_picture(request: Visit, organisation_id: UUID) -> HttpResponse:
    content = queries.logo_of(_changeable(request, organisation_id).id)
    if not content:
        raise Http404
    return HttpResponse(content, content_type="image/png")
