"""The review of duplicates."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from binakriya.accounts.doors import requires
from binakriya.accounts.rules import Deed
from binakriya.registry.forms.duplicates import DecisionForm, LaterForm
from binakriya.registry.operations.candidates import decide
from binakriya.registry.operations.merging import merge, merge_likely, undo_merge
from binakriya.registry.queries.duplicates import duplicates_page
from binakriya.registry.rules.facts import NotAFact
from binakriya.registry.rules.refusals import Refused
from binakriya.registry.words import PROBLEMS, REASONS


def _told(request: HttpRequest, error: Refused | NotAFact) -> None:
    if isinstance(error, NotAFact):
        messages.error(request, str(PROBLEMS[error.field, error.code]))
    else:
        messages.warning(request, str(REASONS[error.reason]))


@requires(Deed.REGISTRY_MERGE)
@require_safe
def duplicates(request: HttpRequest, candidate_id: UUID | None = None) -> HttpResponse:
    later = LaterForm(request.GET)
    page = duplicates_page(
        actor=request.actor,  # type: ignore[attr-defined]
        candidate_id=candidate_id,
        after_id=later.cleaned_data["lewati"] if later.is_valid() else None,
    )
    status = 404 if candidate_id is not None and page.pair is None else 200
    return render(request, "registry/duplicates/page.html", {"page": page}, status=status)


@requires(Deed.REGISTRY_MERGE)
@require_POST
def decide_pair(request: HttpRequest, candidate_id: UUID) -> HttpResponse:
    """Merge, or say that the two are not the same, or two businesses of one owner."""
    form = DecisionForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Pilihan itu tidak dikenal. Pasangan masih menunggu; pilih lagi."))
        return redirect("registry:duplicate", candidate_id)
    now, by = timezone.now(), request.actor  # type: ignore[attr-defined]
    try:
        if form.cleaned_data["deed"] == "merge":
            made = merge(
                kept_id=form.cleaned_data["kept"],
                gone_id=form.cleaned_data["gone"],
                picks=form.picks(),
                candidate_id=candidate_id,
                by=by,
                now=now,
            )
            undo = reverse("registry:undo-merge", args=[made])
            messages.success(request, _("Digabung. Riwayat keduanya tersimpan."), extra_tags=f"toast undo:{undo}")
        else:
            decide(candidate_id=candidate_id, state=form.cleaned_data["deed"], by=by, now=now)
            undo = reverse("registry:reopen-duplicate", args=[candidate_id])
            messages.success(
                request, _("Dicatat. Pasangan ini tidak ditanyakan lagi."), extra_tags=f"toast undo:{undo}"
            )
    except (Refused, NotAFact) as error:
        _told(request, error)
    return redirect("registry:duplicates")


@requires(Deed.REGISTRY_MERGE)
@require_POST
def merge_all_likely(request: HttpRequest) -> HttpResponse:
    by = request.actor  # type: ignore[attr-defined]
    made = merge_likely(office_id=by.office_id, by=by, now=timezone.now())
    messages.success(
        request,
        ngettext(
            "%(n)s pasang yang hampir pasti sama sudah digabung. Tiap gabungan dapat diurungkan di bawah.",
            "%(n)s pasang yang hampir pasti sama sudah digabung. Tiap gabungan dapat diurungkan di bawah.",
            len(made),
        )
        % {"n": len(made)},
    )
    return redirect("registry:duplicates")


@requires(Deed.REGISTRY_MERGE)
@require_POST
def undo(request: HttpRequest, merge_id: UUID) -> HttpResponse:
    try:
        undo_merge(merge_id=merge_id, by=request.actor, now=timezone.now())  # type: ignore[attr-defined]
        messages.success(request, _("Gabungan diurungkan. Keduanya kembali seperti semula."))
    except Refused as error:
        _told(request, error)
    return redirect("registry:duplicates")


@requires(Deed.REGISTRY_MERGE)
@require_POST
def reopen(request: HttpRequest, candidate_id: UUID) -> HttpResponse:
    try:
        decide(candidate_id=candidate_id, state="open", by=request.actor, now=timezone.now())  # type: ignore[attr-defined]
        messages.success(request, _("Keputusan ditarik. Pasangan ini menunggu lagi."))
    except Refused as error:
        _told(request, error)
        return redirect("registry:duplicates")
    return redirect("registry:duplicate", candidate_id)
