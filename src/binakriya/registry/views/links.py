"""Accounts of an enterprise: an officer links and unlinks them, a maker asks, an officer answers."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.rules import Deed
from binakriya.foundation.ids import new_id
from binakriya.registry import operations
from binakriya.registry.forms.attached import AnswerForm, FindAccountForm, LinkForm
from binakriya.registry.forms.own import AskForm
from binakriya.registry.queries.links import link_page, requests_page
from binakriya.registry.rules.links import Way
from binakriya.registry.rules.refusals import Refused
from binakriya.registry.views.detail import refused, told
from binakriya.registry.words import REASONS


@requires(Deed.REGISTRY_WRITE)
@require_http_methods(["GET", "HEAD", "POST"])
def link(request: Visit, enterprise_id: UUID) -> HttpResponse:
    """First the account is looked for (by post: an address would keep what was typed), then linked."""
    sent = request.method == "POST"
    if sent and request.POST.get("deed") == "link":
        return _link(request, enterprise_id)
    form = FindAccountForm(request.POST if sent else None)
    text = form.cleaned_data["text"] if sent and form.is_valid() else ""
    page = link_page(actor=request.actor, enterprise_id=enterprise_id, text=text)
    if page is None:
        raise Http404
    if page.asked and page.found is None:
        form.add_error(
            "text",
            _("Tidak ada akun perajin dengan surel atau telepon itu. Periksa tulisannya, atau undang pemiliknya."),
        )
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "registry/enterprises/link.html", {"page": page, "form": form}, status=status)


def _link(request: Visit, enterprise_id: UUID) -> HttpResponse:
    form = LinkForm(request.POST)
    if not form.is_valid():
        return redirect("registry:link", enterprise_id)
    person_id = form.cleaned_data["person"]
    try:
        operations.link_person(enterprise_id=enterprise_id, person_id=person_id, by=request.actor, now=timezone.now())
    except Refused as error:
        return refused(request, enterprise_id, error)
    undo = reverse("registry:unlink", args=[enterprise_id, person_id])
    messages.success(request, _("Akun dihubungkan. Pemiliknya melihat usaha ini."), extra_tags=f"toast undo:{undo}")
    return redirect(reverse("registry:enterprise", args=[enterprise_id]) + "#h-akun")


@requires(Deed.REGISTRY_WRITE)
@require_POST
def unlink(request: Visit, enterprise_id: UUID, person_id: UUID) -> HttpResponse:
    try:
        operations.unlink_person(enterprise_id=enterprise_id, person_id=person_id, by=request.actor, now=timezone.now())
    except Refused as error:
        return refused(request, enterprise_id, error)
    undo = reverse("registry:relink", args=[enterprise_id, person_id])
    if request.POST.get("way") == Way.REGISTERED:
        undo += f"?cara={Way.REGISTERED.value}"
    messages.success(request, _("Akun dilepas. Data usaha tidak berubah."), extra_tags=f"toast undo:{undo}")
    return redirect(reverse("registry:enterprise", args=[enterprise_id]) + "#h-akun")


@requires(Deed.REGISTRY_WRITE)
@require_POST
def relink(request: Visit, enterprise_id: UUID, person_id: UUID) -> HttpResponse:
    """Undo of unlinking; a link that nobody had confirmed comes back unconfirmed."""
    way = Way.REGISTERED if request.GET.get("cara") == Way.REGISTERED else Way.OFFICER
    try:
        operations.link_person(
            enterprise_id=enterprise_id, person_id=person_id, way=way, by=request.actor, now=timezone.now()
        )
    except Refused as error:
        return refused(request, enterprise_id, error)
    messages.success(request, _("Akun dihubungkan lagi."), extra_tags="toast")
    return redirect(reverse("registry:enterprise", args=[enterprise_id]) + "#h-akun")


@requires(Deed.REGISTRY_WRITE)
@require_GET
def link_requests(request: Visit) -> HttpResponse:
    return render(request, "registry/enterprises/requests.html", {"page": requests_page(actor=request.actor)})


@requires(Deed.REGISTRY_WRITE)
@require_POST
def answer(request: Visit, request_id: UUID) -> HttpResponse:
    form = AnswerForm(request.POST)
    if not form.is_valid():
        messages.warning(request, _("Pilih usaha yang dimaksud, atau tolak permintaannya."))
        return redirect("registry:link-requests")
    value = form.cleaned_data
    enterprise_id = value["enterprise"] if value["deed"] == "approve" else None
    try:
        operations.answer_request(
            request_id=request_id, enterprise_id=enterprise_id, by=request.actor, now=timezone.now()
        )
    except Refused as error:
        if error.reason == "unknown_request":
            raise Http404 from error
        told(request, error)
        return redirect("registry:link-requests")
    if enterprise_id is None:
        messages.success(request, _("Permintaan ditolak. Pemohon hanya melihat bahwa ditolak."), extra_tags="toast")
    else:
        messages.success(request, _("Disetujui. Pemohon melihat usahanya sekarang."), extra_tags="toast")
        return redirect(reverse("registry:enterprise", args=[enterprise_id]) + "#h-akun")
    return redirect("registry:link-requests")


@requires(Deed.OWN_ENTERPRISE)
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: Visit) -> HttpResponse:
    """The answer is the same whether the office knows such an enterprise or not."""
    form = AskForm(request.POST if request.method == "POST" else None, initial={"number": new_id()})
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            value = form.cleaned_data
            try:
                operations.ask_for_enterprise(
                    office_id=value["office"],
                    nib_or_phone=value["nib_or_phone"],
                    request_id=value["number"],
                    by=request.actor,
                    now=timezone.now(),
                )
            except Refused as error:
                field = "nib_or_phone" if error.reason == "nib_or_phone" else None
                form.add_error(field, str(REASONS[error.reason]))
            else:
                messages.success(
                    request, _("Permintaan dikirim. Bila cocok dengan catatan dinas, usaha Anda tampil di sini.")
                )
                return redirect("registry:own")
    return render(request, "registry/enterprises/ask.html", {"form": form}, status=status)
