"""An assessor's pages: their products, one product to score, its photos. All of it works as a plain form."""

import json
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.rules import Deed, Refused
from binakriya.products.rules.photos import MEDIA_TYPES
from binakriya.quality.operations import scorings as operations
from binakriya.quality.queries import scorings as known
from binakriya.quality.round_words import GATES, TASK_STATES, refusal
from binakriya.quality.rubric_words import language

ASSESSES = Deed.QUALITY_ASSESS


@requires(ASSESSES)
@require_GET
def tasks(request: Visit) -> HttpResponse:
    rounds = [(one, [(row, *TASK_STATES[row.state]) for row in one.rows]) for one in known.tasks(by=request.actor)]
    return render(request, "quality/scoring/tasks.html", {"rounds": rounds})


@requires(ASSESSES)
def product(request: Visit, assignment_id: UUID) -> HttpResponse:
    if request.method == "POST":
        return _save(request, assignment_id)
    page = known.scoring_page(assignment_id=assignment_id, by=request.actor)
    tongue = language()
    criteria = [
        (
            one.title[tongue],
            one.help[tongue],
            f"value:{one.key}",
            [
                (
                    score,
                    level.words[tongue] if (level := one.anchor(score)) else "",
                    page.answer.values.get(one.key) == score,
                )
                for score in page.rubric.scale.scores
            ],
        )
        for one in page.rubric.criteria
    ]
    gates = [
        (
            one.title[tongue],
            one.words[tongue],
            one.test[tongue],
            f"gate:{one.key}",
            [(key, word, page.answer.gates.get(one.key) == key) for key, word in GATES.items()],
        )
        for one in page.rubric.gates
    ]
    titles = {f"value:{one.key}": one.title[tongue] for one in page.rubric.criteria}
    titles |= {f"gate:{one.key}": one.title[tongue] for one in page.rubric.gates}
    titles |= {"comment": _("Komentar untuk pembuat"), "note": _("Catatan sendiri")}
    conflicts = [
        (titles.get(one.field, one.field), one.field, GATES.get(one.here, one.here), GATES.get(one.other, one.other))
        for one in page.conflicts
    ]
    context = {
        "page": page,
        "state": TASK_STATES[page.state],
        "criteria": criteria,
        "gates": gates,
        "conflicts": conflicts,
        "seen": json.dumps({key: value for key, value in page.fields.items() if not key.startswith("defect:")}),
        "nonce": uuid4().hex,
    }
    return render(request, "quality/scoring/product.html", context)


def _changes(request: Visit) -> dict[str, Any]:
    """What the form says otherwise than it did when it was shown: a page left open long undoes nothing."""
    try:
        seen = json.loads(request.POST.get("seen", "{}"))
    except ValueError:
        seen = {}
    seen = seen if isinstance(seen, dict) else {}
    given = {
        name: value
        for name, value in request.POST.items()
        if name in ("comment", "note") or name.startswith(("value:", "gate:"))
    }
    return {name: value for name, value in given.items() if value != str(seen.get(name) or "")}


def _save(request: Visit, assignment_id: UUID) -> HttpResponse:
    nonce = request.POST.get("nonce", "")
    base = request.POST.get("base", "")
    now = timezone.now()
    try:
        operations.save_scoring(
            assignment_id=assignment_id,
            changes=_changes(request),
            base=int(base) if base.isdecimal() and len(base) < 9 else 0,
            nonce=nonce,
            # Each shown form is a device of its own: two phones without script are told apart.
            device=f"form-{nonce}"[:40],
            by=request.actor,
            now=now,
        )
        if request.POST.get("deed") == "send":
            operations.submit_scoring(assignment_id=assignment_id, by=request.actor, now=now)
            messages.success(request, _("Penilaian terkirim."))
            return redirect("quality:tasks")
        messages.success(request, _("Tersimpan. Belum terkirim."))
    except Refused as refused:
        messages.error(request, refusal(refused))
    return redirect("quality:scoring", assignment_id=assignment_id)


@requires(ASSESSES)
@require_POST
def reopen(request: Visit, assignment_id: UUID) -> HttpResponse:
    try:
        operations.reopen_scoring(assignment_id=assignment_id, by=request.actor, now=timezone.now())
    except Refused as refused:
        messages.error(request, refusal(refused))
    return redirect("quality:scoring", assignment_id=assignment_id)


@requires(ASSESSES)
@require_POST
def settle(request: Visit, assignment_id: UUID) -> HttpResponse:
    try:
        operations.settle_conflict(
            assignment_id=assignment_id,
            name=request.POST.get("field", ""),
            take_other=request.POST.get("take") == "other",
            by=request.actor,
            now=timezone.now(),
        )
    except Refused as refused:
        messages.error(request, refusal(refused))
    return redirect("quality:scoring", assignment_id=assignment_id)


@requires(ASSESSES)
@require_GET
def photo(request: Visit, assignment_id: UUID, photo_id: UUID, side: int, kind: str) -> HttpResponse:
    data = known.scoring_photo(assignment_id=assignment_id, photo_id=photo_id, side=side, kind=kind, by=request.actor)
    return HttpResponse(data, content_type=MEDIA_TYPES[kind])
