"""Report and press release: facts, texts, versions, files."""

from typing import Any, Literal, cast
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.rules import Deed, Refused
from binakriya.foundation.press.words import Language
from binakriya.training import operations, papers
from binakriya.training.forms import FIGURE_FIELDS, FactsForm, OfficialForm, TextForm, facts_initial
from binakriya.training.queries.activities import activity_page
from binakriya.training.queries.photos import photo_count
from binakriya.training.queries.plan import facts_page
from binakriya.training.queries.texts import text_page
from binakriya.training.views.common import answer_file, tell_refusal
from binakriya.training.words import OFFICIAL_ROLES

Kind = Literal["report", "release"]
KINDS = {"laporan": "report", "siaran-pers": "release"}


def _kind(path: str) -> Kind:
    if path not in KINDS:
        raise Http404
    return cast(Kind, KINDS[path])


def _language(code: str) -> Language:
    if code not in ("id", "en"):
        raise Http404
    return cast(Language, code)


@requires(Deed.TRAINING_READ)
@require_GET
def report(request: Visit, activity_id: UUID) -> HttpResponse:
    """What there is to write and to download, and what the report still lacks."""
    page = activity_page(activity_id=activity_id, by=request.actor)
    facts = facts_page(activity_id=activity_id, by=request.actor)
    context = {
        "page": page,
        "head": page.head,
        "tab": "report",
        "facts": facts,
        "missing": [
            role for role in ("opened_by", "head_of_office", "head_of_division") if role not in facts.officials
        ],
        "may_write": request.actor.may(Deed.TRAINING_REPORT),
        "photos": photo_count(activity_id=activity_id),
    }
    return render(request, "training/report.html", context)


@requires(Deed.TRAINING_REPORT)
def facts(request: Visit, activity_id: UUID) -> HttpResponse:
    page = facts_page(activity_id=activity_id, by=request.actor)
    form = FactsForm(request.POST or None, initial=facts_initial(page.values))
    more = "tambah" in request.POST
    if request.method == "POST" and not more and form.is_valid():
        try:
            operations.change_activity(
                activity_id=activity_id, values=form.cleaned_data, by=request.actor, now=timezone.now()
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, _("Bahan laporan tersimpan. Naskah yang belum disunting mengikutinya."))
            return redirect("training:report", activity_id=activity_id)
    context = {
        "page": page,
        "head": page.head,
        "tab": "report",
        "form": form,
        "plain_fields": [field for field in form if field.name not in FIGURE_FIELDS],
        "figure_fields": [field for field in form if field.name in FIGURE_FIELDS],
        "figures_known": bool(page.values["figures"]),
        "roles": [(role, word, page.officials.get(role)) for role, word in OFFICIAL_ROLES.items()],
    }
    return render(request, "training/facts.html", context, status=422 if form.errors and not more else 200)


@requires(Deed.TRAINING_REPORT)
def official(request: Visit, activity_id: UUID, role: str) -> HttpResponse:
    if role not in OFFICIAL_ROLES:
        raise Http404
    page = facts_page(activity_id=activity_id, by=request.actor)
    data = request.POST.copy() if request.method == "POST" else None
    if data is not None:
        data["role"] = role
    form = OfficialForm(data, initial={"role": role, **page.officials.get(role, {})})
    if request.method == "POST" and form.is_valid():
        values = {key: value for key, value in form.cleaned_data.items() if key != "role"}
        try:
            operations.set_official(activity_id=activity_id, role=role, **values, by=request.actor, now=timezone.now())
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, _("Pejabat tersimpan."))
            return redirect("training:facts", activity_id=activity_id)
    del form.fields["role"]
    context: dict[str, Any] = {"head": page.head, "tab": "report", "form": form, "role": role}
    return render(request, "training/official.html", context, status=422 if form.errors else 200)


@requires(Deed.TRAINING_REPORT)
def text(request: Visit, activity_id: UUID, kind: str, code: str) -> HttpResponse:
    """The editor. What was typed stays when someone else saved in between."""
    which, language = _kind(kind), _language(code)
    page = text_page(activity_id=activity_id, kind=which, language=language, by=request.actor)
    form = TextForm(request.POST or None, parts=page.parts, initial={"based_on": page.version})
    if request.method == "POST" and form.is_valid():
        try:
            number = operations.save_texts(
                activity_id=activity_id,
                kind=which,
                language=language,
                texts=form.texts(),
                based_on=form.cleaned_data["based_on"],
                by=request.actor,
                now=timezone.now(),
            )
        except Refused as refused:
            # The next press saves on top of the newer version, knowingly.
            data = request.POST.copy()
            data["based_on"] = str(page.version)
            form = TextForm(data, parts=page.parts)
            form.is_valid()
            form.refuse(refused)
        else:
            messages.success(request, _("Tersimpan sebagai versi %(n)s.") % {"n": number})
            return redirect("training:text", activity_id=activity_id, kind=kind, code=code)
    context = {
        "page": page,
        "head": page.head,
        "tab": "report",
        "form": form,
        "kind": kind,
        "fields": [(part, form[part.key]) for part in page.parts],
        "files": ("pdf", "docx"),
    }
    return render(request, "training/text.html", context, status=422 if form.errors else 200)


@requires(Deed.TRAINING_REPORT)
@require_POST
def restore(request: Visit, activity_id: UUID, kind: str, code: str, version: int) -> HttpResponse:
    try:
        operations.restore_texts(
            activity_id=activity_id,
            kind=_kind(kind),
            language=_language(code),
            version=version,
            by=request.actor,
            now=timezone.now(),
        )
    except Refused as refused:
        tell_refusal(request, refused)
    else:
        messages.success(request, _("Naskah dipulihkan sebagai versi baru. Versi lain tetap ada."))
    return redirect("training:text", activity_id=activity_id, kind=kind, code=code)


@requires(Deed.TRAINING_READ)
@require_GET
def paper(request: Visit, activity_id: UUID, kind: str, code: str, file: str) -> HttpResponse:
    """`?versi=3` prints an older version's texts, `?lihat=1` shows the PDF in the browser."""
    if file not in ("pdf", "docx"):
        raise Http404
    wanted = request.GET.get("versi", "")
    make = papers.report if _kind(kind) == "report" else papers.release
    made = make(
        activity_id=activity_id,
        by=request.actor,
        now=timezone.now(),
        language=_language(code),
        file=file,
        version=int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 6 else None,
    )
    return answer_file(made, inline="lihat" in request.GET)
