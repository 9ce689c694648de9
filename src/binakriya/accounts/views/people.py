"""People and their roles, as administrators see them."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from binakriya.accounts import operations, queries
from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.forms import AnswerErasureForm, GrantForm
from binakriya.accounts.rules import Deed, Refused
from binakriya.accounts.words import ROLES, reason_of
from binakriya.foundation.paging import page_number


@requires(Deed.PEOPLE_MANAGE)
@require_GET
def people(request: Visit) -> HttpResponse:
    page = queries.people_page(
        by=request.actor,
        text=request.GET.get("q", ""),
        role=request.GET.get("peran", ""),
        number=page_number(request.GET.get("halaman")),
    )
    return render(
        request,
        "accounts/people.html",
        {
            "page": page,
            "pager": Paginator(range(page.total), queries.people.PAGE).get_page(page.number),
            "roles": [(role.value, word) for role, word in ROLES.items()],
            "erasures": queries.open_erasures(by=request.actor, now=timezone.now()),
        },
    )


def _person_page(
    request: Visit, person_id: UUID, form: GrantForm, status: int = 200, contact: tuple[str, str] | None = None
) -> HttpResponse:
    """`contact`: e-mail and phone in full, when they were asked for."""
    detail = queries.person_detail(person_id=person_id, by=request.actor)
    if detail is None:
        raise Http404
    return render(
        request,
        "accounts/person.html",
        {"detail": detail, "form": form, "contact": contact},
        status=status,
    )


@requires(Deed.PEOPLE_MANAGE)
@require_GET
def person(request: Visit, person_id: UUID) -> HttpResponse:
    return _person_page(request, person_id, GrantForm(by=request.actor))


@requires(Deed.PEOPLE_MANAGE)
@require_POST
@never_cache
def reveal(request: Visit, person_id: UUID) -> HttpResponse:
    """Shows e-mail and phone in full on this answer alone; the ledger tells who looked."""
    contact = operations.reveal_contact(person_id=person_id, by=request.actor, now=timezone.now())
    return _person_page(request, person_id, GrantForm(by=request.actor), contact=contact)


@requires(Deed.PEOPLE_MANAGE)
@require_POST
def grant(request: Visit, person_id: UUID) -> HttpResponse:
    form = GrantForm(request.POST, by=request.actor)
    if form.is_valid():
        try:
            operations.grant_role(
                person_id=person_id,
                role=form.role_value,
                organisation_id=UUID(form.cleaned_data["organisation"]) if form.cleaned_data["organisation"] else None,
                by=request.actor,
                now=timezone.now(),
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, _("Peran diberikan."))
            return redirect("accounts:person", person_id=person_id)
    return _person_page(request, person_id, form, status=422)


@requires(Deed.PEOPLE_MANAGE)
@require_POST
def revoke(request: Visit, person_id: UUID, grant_id: UUID) -> HttpResponse:
    try:
        operations.revoke_role(person_id=person_id, grant_id=grant_id, by=request.actor, now=timezone.now())
        messages.success(request, _("Peran dicabut."))
    except Refused as refused:
        messages.error(request, reason_of(refused))
    return redirect("accounts:person", person_id=person_id)


@requires(Deed.PEOPLE_MANAGE)
@require_POST
def set_active(request: Visit, person_id: UUID) -> HttpResponse:
    active = request.POST.get("active") == "1"
    try:
        operations.set_active(person_id=person_id, active=active, by=request.actor, now=timezone.now())
        messages.success(request, _("Akun diaktifkan.") if active else _("Akun dinonaktifkan dan dikeluarkan."))
    except Refused as refused:
        messages.error(request, reason_of(refused))
    return redirect("accounts:person", person_id=person_id)


@requires(Deed.PEOPLE_MANAGE)
def answer_erasure(request: Visit, request_id: UUID) -> HttpResponse:
    found = next((e for e in queries.open_erasures(by=request.actor, now=timezone.now()) if e.id == request_id), None)
    if found is None:
        raise Http404
    form = AnswerErasureForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.answer_erasure(
                request_id=request_id,
                erase=form.cleaned_data["decision"] == "erase",
                answer=form.cleaned_data["answer"],
                by=request.actor,
                now=timezone.now(),
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, _("Permintaan dijawab dan tercatat di jejak."))
            return redirect("accounts:people")
    return render(
        request,
        "accounts/erasure_answer.html",
        {"erasure": found, "form": form},
        status=422 if form.is_bound else 200,
    )
