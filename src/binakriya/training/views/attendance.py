"""Attendance: which session, scanning, undoing, the sheet to sign."""

from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.rules import Deed, Refused
from binakriya.training import operations, papers
from binakriya.training.forms import CancelForm, ScanForm
from binakriya.training.queries import scanning as known
from binakriya.training.queries.activities import activity_page
from binakriya.training.rules.days import is_early
from binakriya.training.rules.states import CHECKING_IN, REGISTERING, ActivityState
from binakriya.training.views.common import answer_file, tell_refusal
from binakriya.training.words import reason_of


@requires(Deed.TRAINING_CHECK_IN)
@require_GET
def check_in(request: Visit) -> HttpResponse:
    """Which session? Straight to the scanner when there is only one to choose."""
    choices = known.sessions_to_check_in(by=request.actor, now=timezone.now())
    wanted = request.GET.get("kegiatan", "")
    if wanted:
        choices = tuple(one for one in choices if str(one.activity_id) == wanted)
    if len(choices) == 1:
        return redirect("training:scan", session_id=choices[0].session.id)
    return render(request, "training/check_in.html", {"choices": choices, "now": timezone.now()})


@requires(Deed.TRAINING_READ)
@require_GET
def attendance(request: Visit, activity_id: UUID) -> HttpResponse:
    page = activity_page(activity_id=activity_id, by=request.actor)
    context = {
        "page": page,
        "head": page.head,
        "tab": "attendance",
        "may_scan": request.actor.may(Deed.TRAINING_CHECK_IN) and page.head.state in CHECKING_IN,
        "may_print": request.actor.may(Deed.TRAINING_CHECK_IN),
    }
    return render(request, "training/attendance.html", context)


@requires(Deed.TRAINING_CHECK_IN)
def scan(request: Visit, session_id: UUID) -> HttpResponse:
    """The scanner. POST records; with htmx only the result comes back, without it the whole page with the result."""
    result, refused_text = None, ""
    if request.method == "POST":
        form = ScanForm(request.POST)
        if form.is_valid():
            values = form.cleaned_data
            try:
                result = operations.check_in(
                    session_id=session_id,
                    scan=values["code"],
                    registration_id=values["registration_id"],
                    nonce=values["nonce"],
                    device=values["device"],
                    by=request.actor,
                    now=timezone.now(),
                )
            except Refused as refused:
                refused_text = str(reason_of(refused))
        else:
            refused_text = _(
                "Yang dipindai terlalu panjang atau rusak, jadi bukan tiket. Tidak ada yang tercatat. "
                "Pindai lagi, ketik 6 angkanya, atau cari namanya."
            )
    page = known.scan_page(session_id=session_id, by=request.actor, text=request.GET.get("q", "").strip()[:100])
    context = {
        "page": page,
        "head": page.head,
        "result": result,
        "refused": refused_text,
        "form": ScanForm(),
        "closed": page.head.state not in CHECKING_IN,
        "early": page.head.state != ActivityState.RUNNING
        and is_early(starts_on=page.head.starts_on, today=timezone.localdate()),
    }
    # Over htmx the answer is the result, with the log beside it.
    # Whoever plans may register someone who comes without a ticket, and comes back here.
    if request.actor.may(Deed.TRAINING_PLAN) and page.head.state in REGISTERING:
        context["walk_in"] = (
            reverse("training:participant-add", kwargs={"activity_id": page.head.id})
            + "?"
            + urlencode({"sesi": str(session_id), "nama": page.text})
        )
    context["part"] = request.headers.get("HX-Request") == "true"
    return render(request, "training/scan_result.html" if context["part"] else "training/scan.html", context)


@requires(Deed.TRAINING_CHECK_IN)
def undo(request: Visit, session_id: UUID, attendance_id: UUID) -> HttpResponse:
    page = known.undo_page(session_id=session_id, attendance_id=attendance_id, by=request.actor)
    if page is None:
        messages.info(request, _("Kehadiran itu sudah diurungkan sebelumnya. Tidak ada yang berubah."))
        return redirect("training:scan", session_id=session_id)
    form = CancelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.undo_check_in(
                attendance_id=attendance_id,
                reason=form.cleaned_data["reason"],
                by=request.actor,
                now=timezone.now(),
            )
        except Refused as refused:
            tell_refusal(request, refused)
        else:
            messages.success(request, _("Kehadiran diurungkan. Jejaknya tetap ada di catatan perubahan."))
        return redirect("training:scan", session_id=session_id)
    context = {
        "page": page,
        "head": page.head,
        "form": form,
        "back": reverse("training:scan", kwargs={"session_id": session_id}),
    }
    return render(request, "training/undo_check_in.html", context, status=422 if form.errors else 200)


@requires(Deed.TRAINING_CHECK_IN)
@require_GET
def sheet(request: Visit, session_id: UUID) -> HttpResponse:
    return answer_file(papers.attendance_sheet(session_id=session_id, by=request.actor, now=timezone.now()))
