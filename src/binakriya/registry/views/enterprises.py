"""The list of enterprises, and one of them."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.rules import Deed
from binakriya.foundation.background import enqueue
from binakriya.foundation.paging import page_number
from binakriya.registry import operations, queries
from binakriya.registry.enterprise_words import EXPORT_USES
from binakriya.registry.forms.attached import RevealForm
from binakriya.registry.forms.enterprises import CreateForm, EnterpriseForm, blank_form, filled_form, reopened_form
from binakriya.registry.forms.listing import ListForm, SavedViewForm
from binakriya.registry.operations.saved_views import delete_view, save_view
from binakriya.registry.queries.choices import known_alike, region_of_office
from binakriya.registry.queries.detail import edit_page
from binakriya.registry.queries.lists import enterprise_list
from binakriya.registry.rules.refusals import Refused
from binakriya.registry.views.detail import detail, refused
from binakriya.registry.words import REASONS


def office_region(request: Visit) -> str:
    """Region code of the actor's office, whose districts the choices begin with."""
    return region_of_office(request.actor.office_id)


def list_address(query: str) -> str:
    return f"{reverse('registry:enterprises')}?{query}" if query else reverse("registry:enterprises")


# --- the list ---------------------------------------------------------------------------------------------------------


@requires(Deed.REGISTRY_READ)
@require_GET
def enterprises(request: Visit) -> HttpResponse:
    form = ListForm(request.GET, office_region=office_region(request))
    page = enterprise_list(actor=request.actor, wanted=form.wanted(), number=page_number(request.GET.get("halaman")))
    part = request.headers.get("HX-Request") and not request.headers.get("HX-History-Restore-Request")
    response = render(
        request,
        "registry/enterprises/results.html" if part else "registry/enterprises/list.html",
        {
            "page": page,
            "form": form,
            "part": part,
            "may_write": request.actor.may(Deed.REGISTRY_WRITE),
            "may_tick": request.actor.may(Deed.REGISTRY_WRITE) or request.actor.may(Deed.REGISTRY_EXPORT),
            "may_import": request.actor.may(Deed.REGISTRY_IMPORT),
            "may_export": request.actor.may(Deed.REGISTRY_EXPORT),
            "may_reveal": request.actor.may(Deed.REGISTRY_REVEAL),
            "export_uses": list(EXPORT_USES.items()),
        },
    )
    patch_vary_headers(response, ["HX-Request"])
    return response


@requires(Deed.REGISTRY_READ)
@require_POST
def keep_view(request: Visit) -> HttpResponse:
    form = SavedViewForm(request.POST)
    query = request.POST.get("query", "")[:1000]
    if not form.is_valid():
        messages.error(request, str(REASONS["no_name"]))
        return redirect(list_address(query))
    try:
        save_view(name=form.cleaned_data["nama"], query=query, by=request.actor, now=timezone.now())
        messages.success(request, _("Tampilan disimpan."), extra_tags="toast")
    except Refused as error:
        messages.error(request, str(REASONS[error.reason]))
    return redirect(list_address(query))


@requires(Deed.REGISTRY_READ)
@require_POST
def forget_view(request: Visit, view_id: UUID) -> HttpResponse:
    query = ""
    try:
        query = delete_view(view_id=view_id, by=request.actor, now=timezone.now())
        messages.success(request, _("Tampilan dihapus. Usahanya tidak berubah."), extra_tags="toast")
    except Refused as error:
        messages.warning(request, str(REASONS[error.reason]))
    return redirect(list_address(query))


# --- one enterprise ---------------------------------------------------------------------------------------------------


@requires(Deed.REGISTRY_READ)
@require_GET
def enterprise(request: Visit, enterprise_id: UUID) -> HttpResponse:
    return detail(request, enterprise_id)


@requires(Deed.REGISTRY_REVEAL)
@require_POST
@never_cache
def reveal(request: Visit, enterprise_id: UUID) -> HttpResponse:
    """The page with the personal values whole, once: they stand in no address and no session."""
    form = RevealForm(request.POST)
    try:
        facts = operations.reveal_personal(
            enterprise_id=enterprise_id, by=request.actor, now=timezone.now(), reason=form.reason()
        )
    except Refused as error:
        raise Http404 from error
    return detail(request, enterprise_id, revealed=facts)


@requires(Deed.REGISTRY_WRITE)
@require_POST
def check(request: Visit, enterprise_id: UUID) -> HttpResponse:
    """What came with a registration is a real enterprise: it counts from now on."""
    try:
        operations.check_enterprise(enterprise_id=enterprise_id, by=request.actor, now=timezone.now())
    except Refused as error:
        return refused(request, enterprise_id, error)
    messages.success(request, _("Sudah diperiksa. Usaha ini ikut dihitung."), extra_tags="toast")
    return redirect("registry:enterprise", enterprise_id)


@requires(Deed.REGISTRY_WRITE)
@require_POST
def archive(request: Visit, enterprise_id: UUID) -> HttpResponse:
    try:
        operations.archive_enterprise(enterprise_id=enterprise_id, by=request.actor, now=timezone.now())
    except Refused as error:
        return refused(request, enterprise_id, error)
    undo = reverse("registry:restore", args=[enterprise_id])
    messages.success(
        request,
        _("Usaha diarsipkan: tidak lagi di daftar dan angka. Datanya tersimpan."),
        extra_tags=f"toast undo:{undo}",
    )
    return redirect("registry:enterprise", enterprise_id)


@requires(Deed.REGISTRY_WRITE)
@require_POST
def restore(request: Visit, enterprise_id: UUID) -> HttpResponse:
    try:
        operations.restore_enterprise(enterprise_id=enterprise_id, by=request.actor, now=timezone.now())
    except Refused as error:
        return refused(request, enterprise_id, error)
    messages.success(request, _("Usaha dipulihkan dan tampil lagi di daftar."), extra_tags="toast")
    return redirect("registry:enterprise", enterprise_id)


# --- adding and changing ----------------------------------------------------------------------------------------------


def _new_page(request: Visit, form: EnterpriseForm, alike: list[queries.EnterpriseCard], status: int) -> HttpResponse:
    return render(request, "registry/enterprises/new.html", {"form": form, "alike": alike}, status=status)


@requires(Deed.REGISTRY_WRITE)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Visit) -> HttpResponse:
    """A likely double is shown first; the officer says whether to make another."""
    region, office_id = office_region(request), request.actor.office_id
    if office_id is None:
        raise PermissionDenied
    if request.method != "POST":
        return _new_page(request, blank_form(office_region=region), [], 200)
    data = request.POST.copy()
    data["personal"] = "on"
    form = EnterpriseForm(data, office_region=region)
    if not form.is_valid():
        return _new_page(request, form, [], 422)
    wish = CreateForm(request.POST)
    number = form.cleaned_data["number"]
    if not (wish.is_valid() and wish.cleaned_data["tetap"]):
        found = known_alike(office_id=office_id, phones=form.facts.phones, nik=form.facts.nik)
        if found and number not in found:
            cards = queries.cards(found)
            return _new_page(request, form, [cards[i] for i in found], 422)
    made = operations.create_enterprise(
        facts=form.facts, office_id=office_id, enterprise_id=number, by=request.actor, now=timezone.now()
    )
    messages.success(request, _("Usaha ditambahkan ke registri."), extra_tags="toast")
    return redirect("registry:enterprise", made)


@requires(Deed.REGISTRY_WRITE)
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def edit(request: Visit, enterprise_id: UUID) -> HttpResponse:
    page = edit_page(actor=request.actor, enterprise_id=enterprise_id)
    if page is None:
        raise Http404
    region, by, now = office_region(request), request.actor, timezone.now()

    def show(form: EnterpriseForm, status: int = 200) -> HttpResponse:
        return render(request, "registry/enterprises/edit.html", {"form": form, "page": page}, status=status)

    if request.method != "POST":
        return show(filled_form(facts=page.facts, updated_at=page.updated_at, office_region=region))
    if request.POST.get("deed") == "reveal":
        reason = _("Mengubah data usaha")
        facts = operations.reveal_personal(enterprise_id=enterprise_id, by=by, now=now, reason=reason)
        return show(
            reopened_form(data=request.POST.dict(), facts=facts, updated_at=page.updated_at, office_region=region)
        )
    form = EnterpriseForm(request.POST, base=page.facts, office_region=region)
    if not form.is_valid():
        return show(form, 422)
    try:
        changed = operations.change_enterprise(
            enterprise_id=enterprise_id, facts=form.facts, seen_at=form.seen(), by=by, now=now
        )
    except Refused as error:
        form.add_error(None, str(REASONS[error.reason]))
        # The next try is made knowingly, on top of what the other one wrote.
        data = request.POST.copy()
        data["seen_at"] = page.updated_at.isoformat()
        form.data = data
        return show(form, 409)
    if changed and by.office_id:
        # The pairs that wait for it say something else now; the machine weighs them, whoever edits need not merge.
        enqueue("registry.tasks.rescore_duplicates", by.office_id, "")
    messages.success(request, _("Perubahan disimpan.") if changed else _("Tidak ada yang berubah."), extra_tags="toast")
    return redirect("registry:enterprise", enterprise_id)
