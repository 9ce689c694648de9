"""The plan of an activity: sessions and practitioners."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.rules import Deed, Refused
from binakriya.training import operations
from binakriya.training.forms import PractitionerForm, SessionForm
from binakriya.training.queries.plan import PlanPage, plan_page, session_activity
from binakriya.training.views.common import tell_refusal


def _choices(page: PlanPage) -> list[tuple[str, str]]:
    return [(str(one.id), one.name) for one in page.practitioners]


def _sessions(page: PlanPage) -> list[tuple[str, str]]:
    return [(str(one.id), one.title) for one in page.sessions]


def _page(
    request: Visit, page: PlanPage, form: SessionForm, practitioner: PractitionerForm, *, status: int = 200
) -> HttpResponse:
    context = {"page": page, "head": page.head, "tab": "sessions", "form": form, "practitioner_form": practitioner}
    return render(request, "training/sessions.html", context, status=status)


@requires(Deed.TRAINING_PLAN)
def sessions(request: Visit, activity_id: UUID) -> HttpResponse:
    """The plan, and a form for one more session."""
    page = plan_page(activity_id=activity_id, by=request.actor)
    last = page.sessions[-1] if page.sessions else None
    initial: dict[str, Any] = {"day": page.head.starts_on}
    if last:
        initial |= {"day": timezone.localtime(last.ends_at).date(), "starts": timezone.localtime(last.ends_at).time()}
    form = SessionForm(request.POST or None, practitioners=_choices(page), initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            operations.add_session(
                activity_id=activity_id,
                **form.session_values(),
                practitioner_ids=[UUID(i) for i in form.cleaned_data.get("practitioner_ids", [])],
                nonce=form.cleaned_data["nonce"],
                by=request.actor,
                now=timezone.now(),
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, _("Sesi ditambahkan."))
            return redirect("training:sessions", activity_id=activity_id)
    return _page(request, page, form, PractitionerForm(sessions=_sessions(page)), status=422 if form.errors else 200)


@requires(Deed.TRAINING_PLAN)
def session(request: Visit, activity_id: UUID, session_id: UUID) -> HttpResponse:
    page = plan_page(activity_id=activity_id, by=request.actor)
    found = next((one for one in page.sessions if one.id == session_id), None)
    if found is None:
        raise Http404
    begins, ends = timezone.localtime(found.starts_at), timezone.localtime(found.ends_at)
    initial = {
        "title": found.title,
        "title_en": found.title_en,
        "day": begins.date(),
        "starts": begins.time(),
        "ends": ends.time(),
        "takes_attendance": found.takes_attendance,
        "practitioner_ids": [str(one.id) for one in found.practitioners],
    }
    form = SessionForm(request.POST or None, practitioners=_choices(page), initial=initial, makes=False)
    if request.method == "POST" and form.is_valid():
        try:
            operations.change_session(
                session_id=session_id,
                values=form.session_values(),
                practitioner_ids=[UUID(i) for i in form.cleaned_data.get("practitioner_ids", [])],
                by=request.actor,
                now=timezone.now(),
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, _("Sesi tersimpan."))
            return redirect("training:sessions", activity_id=activity_id)
    context = {"page": page, "head": page.head, "tab": "sessions", "form": form, "session": found}
    return render(request, "training/session.html", context, status=422 if form.errors else 200)


@requires(Deed.TRAINING_PLAN)
@require_POST
def session_remove(request: Visit, session_id: UUID) -> HttpResponse:
    activity_id = session_activity(session_id=session_id, by=request.actor)
    try:
        operations.remove_session(session_id=session_id, by=request.actor, now=timezone.now())
    except Refused as refused:
        tell_refusal(request, refused)
    else:
        messages.success(request, _("Sesi dihapus."))
    return redirect("training:sessions", activity_id=activity_id)


@requires(Deed.TRAINING_PLAN)
@require_POST
def practitioner_add(request: Visit, activity_id: UUID) -> HttpResponse:
    page = plan_page(activity_id=activity_id, by=request.actor)
    form = PractitionerForm(request.POST, sessions=_sessions(page))
    if form.is_valid():
        try:
            operations.engage_practitioner(
                activity_id=activity_id,
                **form.cleaned_data | {"session_ids": [UUID(i) for i in form.cleaned_data.get("session_ids", [])]},
                by=request.actor,
                now=timezone.now(),
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, _("Narasumber tersimpan."))
            return redirect("training:sessions", activity_id=activity_id)
    blank = SessionForm(practitioners=_choices(page), initial={"day": page.head.starts_on})
    return _page(request, page, blank, form, status=422)


@requires(Deed.TRAINING_PLAN)
@require_POST
def practitioner_remove(request: Visit, activity_id: UUID, engagement_id: UUID) -> HttpResponse:
    page = plan_page(activity_id=activity_id, by=request.actor)
    if engagement_id not in {one.id for one in page.practitioners}:
        raise Http404
    try:
        operations.dismiss_practitioner(engagement_id=engagement_id, by=request.actor, now=timezone.now())
    except Refused as refused:
        tell_refusal(request, refused)
    else:
        messages.success(request, _("Narasumber dihapus dari kegiatan."))
    return redirect("training:sessions", activity_id=activity_id)
