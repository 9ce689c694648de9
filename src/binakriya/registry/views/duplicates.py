"""The review of duplicates."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from binakriya.accounts.doors import requires
from binakriya.accounts.rules import Actor, Deed
from binakriya.foundation.background import enqueue
from binakriya.registry.forms.duplicates import DecisionForm, LaterForm
from binakriya.registry.operations.candidates import decide
from binakriya.registry.operations.merging import merge, undo_merge
from binakriya.registry.operations.reviewing import Asked, ask_to_merge_likely, ask_to_search, undo_work
from binakriya.registry.queries.duplicates import duplicates_page, works
from binakriya.registry.rules.facts import NotAFact
from binakriya.registry.rules.refusals import Refused
from binakriya.registry.words import PROBLEMS, REASONS


def _by(request: HttpRequest) -> Actor:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor


def _office(request: HttpRequest) -> UUID:
    office_id = _by(request).office_id
    if office_id is None:
        raise Http404
    return office_id


def _told(request: HttpRequest, error: Refused | NotAFact) -> None:
    if isinstance(error, NotAFact):
        messages.error(request, str(PROBLEMS[error.field, error.code]))
    else:
        messages.warning(request, str(REASONS[error.reason]))


def _begin(request: HttpRequest, task: str, asked: Asked) -> None:
    if asked.start:
        enqueue(f"registry.tasks.{task}", asked.work_id, _office(request), _by(request).id or "")


def _weigh_anew(request: HttpRequest) -> None:
    """What was merged or taken apart says something else of the pairs that wait for it."""
    if office_id := _by(request).office_id:
        enqueue("registry.tasks.rescore_duplicates", office_id, _by(request).id or "")


@requires(Deed.REGISTRY_MERGE)
@require_safe
def duplicates(request: HttpRequest, candidate_id: UUID | None = None) -> HttpResponse:
    asked = LaterForm(request.GET)
    wanted = asked.cleaned_data if asked.is_valid() else {}
    page = duplicates_page(
        actor=_by(request),
        now=timezone.now(),
        candidate_id=candidate_id,
        after_id=wanted.get("lewati"),
        rather_id=wanted.get("berikut"),
        every_decision=request.GET.get("putusan") == "semua",
    )
    status = 404 if candidate_id is not None and page.pair is None else 200
    return render(request, "registry/duplicates/page.html", {"page": page, "works": page.works}, status=status)


@requires(Deed.REGISTRY_MERGE)
@require_safe
def work(request: HttpRequest) -> HttpResponse:
    """How far background work is; asked for again and again. When it is done the page loads anew."""
    now = works(office_id=_office(request), now=timezone.now())
    response = render(request, "registry/duplicates/work.html", {"works": now})
    if not now.running:
        response["HX-Refresh"] = "true"
    return response


@requires(Deed.REGISTRY_MERGE)
@require_POST
def search(request: HttpRequest) -> HttpResponse:
    """Have duplicates looked for again: of what is new or changed, else of everything."""
    asked = ask_to_search(office_id=_office(request), by=_by(request), now=timezone.now())
    _begin(request, "search_duplicates", asked)
    return redirect("registry:duplicates")


@requires(Deed.REGISTRY_MERGE)
@require_POST
def decide_pair(request: HttpRequest, candidate_id: UUID) -> HttpResponse:
    """Merge, or say that the two are not the same, or two businesses of one owner; then the next pair."""
    form = DecisionForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Pilihan itu tidak dikenal. Pasangan masih menunggu; pilih lagi."))
        return redirect("registry:duplicate", candidate_id)
    now, by = timezone.now(), _by(request)
    try:
        if form.cleaned_data["deed"] == "merge":
            made = merge(
                kept_id=form.cleaned_data["kept"],
                gone_id=form.cleaned_data["gone"],
                picks=form.picks(),
                people=form.ticked(),
                asked_about=form.asked_about(),
                candidate_id=candidate_id,
                by=by,
                now=now,
            )
            undo = reverse("registry:undo-merge", args=[made])
            messages.success(request, _("Digabung. Riwayat keduanya tersimpan."), extra_tags=f"toast undo:{undo}")
            _weigh_anew(request)
        else:
            decide(candidate_id=candidate_id, state=form.cleaned_data["deed"], by=by, now=now)
            undo = reverse("registry:reopen-duplicate", args=[candidate_id])
            messages.success(
                request, _("Dicatat. Pasangan ini tidak ditanyakan lagi."), extra_tags=f"toast undo:{undo}"
            )
    except (Refused, NotAFact) as error:
        _told(request, error)
        if isinstance(error, Refused) and error.reason == "people_changed":
            return redirect("registry:duplicate", candidate_id)
    following = form.cleaned_data.get("next")
    return redirect(reverse("registry:duplicates") + (f"?berikut={following}" if following else ""))


@requires(Deed.REGISTRY_MERGE)
@require_POST
def merge_all_likely(request: HttpRequest) -> HttpResponse:
    """Have what is almost certain merged in the background; the page tells how far it is."""
    try:
        asked = ask_to_merge_likely(office_id=_office(request), by=_by(request), now=timezone.now())
    except Refused as error:
        _told(request, error)
    else:
        _begin(request, "merge_likely", asked)
    return redirect("registry:duplicates")


@requires(Deed.REGISTRY_MERGE)
@require_POST
def undo(request: HttpRequest, merge_id: UUID) -> HttpResponse:
    try:
        undo_merge(merge_id=merge_id, by=_by(request), now=timezone.now())
        messages.success(request, _("Gabungan diurungkan. Keduanya kembali seperti semula."))
        _weigh_anew(request)
    except Refused as error:
        _told(request, error)
    return redirect("registry:duplicates")


@requires(Deed.REGISTRY_MERGE)
@require_POST
def reopen(request: HttpRequest, candidate_id: UUID) -> HttpResponse:
    try:
        decide(candidate_id=candidate_id, state="open", by=_by(request), now=timezone.now())
        messages.success(request, _("Keputusan ditarik. Pasangan ini menunggu lagi."))
    except Refused as error:
        _told(request, error)
        return redirect("registry:duplicates")
    return redirect("registry:duplicate", candidate_id)


@requires(Deed.REGISTRY_MERGE)
@require_POST
def undo_many(request: HttpRequest, work_id: UUID) -> HttpResponse:
    """Take back together what was merged together."""
    try:
        done = undo_work(work_id=work_id, by=_by(request), now=timezone.now())
    except Refused as error:
        if error.reason == "unknown":
            raise Http404 from error
        _told(request, error)
        return redirect("registry:duplicates")
    told = ngettext("%(n)s gabungan diurungkan.", "%(n)s gabungan diurungkan.", done.undone) % {"n": done.undone}
    if done.left:
        rest = _("%(n)s gabungan lain tetap ada karena sudah dipakai. Tekan sekali lagi bila masih ada sisanya.")
        told = f"{told} {rest % {'n': done.left}}"
    messages.success(request, told)
    _weigh_anew(request)
    return redirect("registry:duplicates")
