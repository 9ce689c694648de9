"""Programmes, the list of activities, the page of one, its plan."""

from urllib.parse import quote
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.rules import Deed, NotAllowed, Refused
from binakriya.foundation.addresses import public_address
from binakriya.training import operations, papers
from binakriya.training.forms import ActivityForm, CancelForm, CopyForm, ProgrammeForm
from binakriya.training.queries import activities as known
from binakriya.training.queries.copying import latest_models, model_of
from binakriya.training.queries.heads import Head
from binakriya.training.rules.states import EDITABLE
from binakriya.training.views.common import answer_file, asked_page, language, tell_refusal
from binakriya.training.words import ACTIVITY_STATES, MOVES, NEXT, STEPS

# What a step of the thread opens.
_STEP_PAGES = {
    "lists": "registry:enterprises",
    "plan": "training:sessions",
    "invitations": "training:letters",
    "registration": "training:participants",
    "tickets": "training:participants",
    "attendance": "training:attendance",
    "certificates": "training:activity-certificates",
    "report": "training:report",
}
# Offered beside the loud one, in this order; the others are rare and stand in a menu.
_RARE = ("withdraw", "cancel", "resume", "reopen_report")


@requires(Deed.TRAINING_READ)
@require_GET
def programmes(request: Visit) -> HttpResponse:
    return render(request, "training/programmes.html", {"rows": known.programmes(by=request.actor)})


@requires(Deed.TRAINING_PLAN)
def programme_new(request: Visit) -> HttpResponse:
    if request.actor.office_id is None:
        raise NotAllowed("office")
    form = ProgrammeForm(request.POST or None, initial={"year": timezone.localdate().year})
    if request.method == "POST" and form.is_valid():
        try:
            made = operations.create_programme(
                office_id=request.actor.office_id, **form.cleaned_data, by=request.actor, now=timezone.now()
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, _("Program tersimpan. Buat kegiatannya."))
            return redirect("training:programme", programme_id=made)
    return render(request, "training/programme_form.html", {"form": form}, status=422 if form.errors else 200)


@requires(Deed.TRAINING_READ)
@require_GET
def programme(request: Visit, programme_id: UUID) -> HttpResponse:
    page = known.programme_page(programme_id=programme_id, by=request.actor)
    return render(request, "training/programme.html", {"page": page})


@requires(Deed.TRAINING_PLAN)
def programme_edit(request: Visit, programme_id: UUID) -> HttpResponse:
    page = known.programme_page(programme_id=programme_id, by=request.actor)
    form = ProgrammeForm(request.POST or None, makes=False)
    form.initial = {field: getattr(page.programme, field) for field in form.fields}
    if request.method == "POST" and form.is_valid():
        try:
            operations.change_programme(
                programme_id=programme_id, values=form.cleaned_data, by=request.actor, now=timezone.now()
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, _("Perubahan tersimpan."))
            return redirect("training:programme", programme_id=programme_id)
    context = {"form": form, "programme": page.programme}
    return render(request, "training/programme_form.html", context, status=422 if form.errors else 200)


@requires(Deed.TRAINING_READ)
@require_GET
def activities(request: Visit) -> HttpResponse:
    when, state = request.GET.get("waktu", "upcoming"), request.GET.get("keadaan", "")
    page = known.activities_page(
        by=request.actor,
        now=timezone.now(),
        when=when if when in ("upcoming", "past", "all") else "upcoming",
        text=request.GET.get("q", "").strip()[:100],
        state=state if state in ACTIVITY_STATES else "",
        number=asked_page(request),
    )
    states = [(code, word) for code, (word, _tone) in ACTIVITY_STATES.items()]
    return render(request, "training/activities.html", {"page": page, "states": states})


@requires(Deed.TRAINING_PLAN)
def new(request: Visit) -> HttpResponse:
    choices = [(str(row.id), f"{row.title} ({row.year})") for row in known.programmes(by=request.actor)]
    form = ActivityForm(
        request.POST or None, programmes=choices, initial={"programme_id": request.GET.get("program", "")}
    )
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        try:
            made = operations.create_activity(
                **values | {"programme_id": UUID(values["programme_id"])}, by=request.actor, now=timezone.now()
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, _("Konsep kegiatan tersimpan. Susun sesinya."))
            return redirect("training:activity", activity_id=made)
    context = {"form": form, "programmes": choices, "models": latest_models(by=request.actor)}
    return render(request, "training/activity_form.html", context, status=422 if form.errors else 200)


@requires(Deed.TRAINING_PLAN)
def copy(request: Visit, activity_id: UUID) -> HttpResponse:
    page = model_of(activity_id=activity_id, by=request.actor)
    choices = [(str(row.id), f"{row.title} ({row.year})") for row in known.programmes(by=request.actor)]
    initial = {"title": page.head.title, "programme_id": str(page.head.programme_id)}
    form = CopyForm(request.POST or None, programmes=choices, initial=initial)
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        try:
            made = operations.copy_activity(
                activity_id=activity_id,
                **values | {"programme_id": UUID(values["programme_id"])},
                by=request.actor,
                now=timezone.now(),
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, _("Konsep baru tersimpan. Periksa sesi, narasumber, dan anggarannya."))
            return redirect("training:activity", activity_id=made)
    context = {"form": form, "page": page, "head": page.head}
    return render(request, "training/activity_copy.html", context, status=422 if form.errors else 200)


@requires(Deed.TRAINING_READ)
@require_GET
def activity(request: Visit, activity_id: UUID) -> HttpResponse:
    page = known.activity_page(activity_id=activity_id, by=request.actor, now=timezone.now())
    may_plan = request.actor.may(Deed.TRAINING_PLAN)
    loud = NEXT.get(page.next) if may_plan else None
    address = public_address(reverse("training:public-activity", kwargs={"slug": page.head.slug}))
    context = {
        "address": address,
        "share": f"https://wa.me/?text={quote(_share_text(page.head, address))}",
        "sharing": page.next == "share",
        "page": page,
        "head": page.head,
        "tab": "activity",
        "next": loud,
        "steps": [
            {"key": step.key, "state": step.state, "word": STEPS[step.key], "page": _STEP_PAGES[step.key]}
            for step in page.steps
        ],
        "may_plan": may_plan,
        "may_edit": may_plan and page.head.state in EDITABLE,
        "moves": [
            {"name": move, "word": MOVES[move], "rare": move in _RARE}
            for move in page.moves
            if may_plan and move != "cancel" and (loud is None or move != loud.move)
        ],
        "may_cancel": may_plan and "cancel" in page.moves,
    }
    return render(request, "training/activity.html", context)


def _share_text(head: Head, address: str) -> str:
    """What is sent to a group of makers: what, when, where, and the address to register."""
    return _("%(title)s, %(day)s di %(venue)s. Daftar di sini: %(address)s") % {
        "title": head.title,
        "day": date_format(head.starts_on, "j F Y"),
        "venue": head.venue,
        "address": address,
    }


@requires(Deed.TRAINING_PLAN)
@require_GET
def poster(request: Visit, activity_id: UUID) -> HttpResponse:
    made = papers.poster(activity_id=activity_id, by=request.actor, now=timezone.now(), language=language())
    if made is None:
        messages.info(request, _("Kegiatan ini belum tampil untuk umum. Umumkan, lalu cetak posternya."))
        return redirect("training:activity", activity_id=activity_id)
    return answer_file(made)


@requires(Deed.TRAINING_PLAN)
def edit(request: Visit, activity_id: UUID) -> HttpResponse:
    values = known.activity_values(activity_id=activity_id, by=request.actor)
    head = known.activity_head(activity_id=activity_id, by=request.actor)
    initial = values | {"programme_id": str(values["programme_id"])}
    programmes = [(str(head.programme_id), head.programme)]
    form = ActivityForm(request.POST or None, programmes=programmes, initial=initial, makes=False)
    del form.fields["programme_id"]
    if request.method == "POST" and form.is_valid():
        try:
            operations.change_activity(
                activity_id=activity_id, values=form.cleaned_data, by=request.actor, now=timezone.now()
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, _("Perubahan tersimpan."))
            return redirect("training:activity", activity_id=activity_id)
    context = {"form": form, "head": head, "tab": "activity"}
    return render(request, "training/activity_form.html", context, status=422 if form.errors else 200)


@requires(Deed.TRAINING_PLAN)
@require_POST
def move(request: Visit, activity_id: UUID) -> HttpResponse:
    """One step of the table. A second press finds the step done already, which is said and nothing else."""
    name = request.POST.get("move", "")
    if name not in MOVES or name == "cancel":
        return redirect("training:activity", activity_id=activity_id)
    reason = request.POST.get("reason", "").strip()[:300]
    try:
        operations.move_activity(
            activity_id=activity_id, move=name, reason=reason, by=request.actor, now=timezone.now()
        )
    except Refused as refused:
        if refused.reason == "early":
            return _ask_why_early(request, activity_id, name)
        tell_refusal(request, refused)
    else:
        messages.success(request, str(MOVES[name].done))
    return redirect("training:activity", activity_id=activity_id)


def _ask_why_early(request: Visit, activity_id: UUID, name: str) -> HttpResponse:
    """The step is asked for before the activity's day: a wrong date is more likely than an early activity."""
    context = {
        "head": known.activity_head(activity_id=activity_id, by=request.actor),
        "tab": "activity",
        "form": CancelForm(request.POST if "reason" in request.POST else None),
        "move": name,
        "word": MOVES[name],
    }
    return render(request, "training/activity_early.html", context, status=422)


@requires(Deed.TRAINING_PLAN)
def cancel(request: Visit, activity_id: UUID) -> HttpResponse:
    head = known.activity_head(activity_id=activity_id, by=request.actor)
    form = CancelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.move_activity(
                activity_id=activity_id,
                move="cancel",
                reason=form.cleaned_data["reason"],
                by=request.actor,
                now=timezone.now(),
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, str(MOVES["cancel"].done))
            return redirect("training:activity", activity_id=activity_id)
    context = {"form": form, "head": head, "tab": "activity"}
    return render(request, "training/activity_cancel.html", context, status=422 if form.errors else 200)
