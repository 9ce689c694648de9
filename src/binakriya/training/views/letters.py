"""Invitations to associations."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.rules import Deed, Refused
from binakriya.training import operations, papers
from binakriya.training.forms import AnswerForm, LetterForm
from binakriya.training.queries.people import LetterRow, LettersPage, letters_page
from binakriya.training.views.common import answer_file, tell_refusal


def _row(page: LettersPage, invitation_id: UUID) -> LetterRow:
    found = next((row for row in page.rows if row.id == invitation_id), None)
    if found is None:
        raise Http404
    return found


@requires(Deed.TRAINING_PLAN)
def letters(request: Visit, activity_id: UUID) -> HttpResponse:
    page = letters_page(activity_id=activity_id, by=request.actor)
    form = None
    choices = list(page.free)
    if request.method == "POST":
        # A form sent again names an association that has its letter by now; the operation knows which it is.
        choices += [(row.association_id, row.association) for row in page.rows]
    if choices:
        form = LetterForm(
            request.POST or None,
            associations=[(str(id_), name) for id_, name in choices],
            initial={"written_on": timezone.localdate(), "seats": max(1, page.head.quota // 3)},
        )
    if form and request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        try:
            operations.invite_association(
                activity_id=activity_id,
                **values | {"association_id": UUID(values["association_id"])},
                by=request.actor,
                now=timezone.now(),
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, _("Undangan dibuat. Unduh suratnya, lalu catat jawabannya di sini."))
            return redirect("training:letters", activity_id=activity_id)
    context = {"page": page, "head": page.head, "tab": "letters", "form": form}
    return render(request, "training/letters.html", context, status=422 if form and form.errors else 200)


@requires(Deed.TRAINING_PLAN)
def letter(request: Visit, activity_id: UUID, invitation_id: UUID) -> HttpResponse:
    """One letter: what it says, and what was answered."""
    page = letters_page(activity_id=activity_id, by=request.actor)
    row = _row(page, invitation_id)
    deed = request.POST.get("deed", "")
    form = LetterForm(
        request.POST if deed == "change" else None,
        associations=(),
        makes=False,
        initial={"addressee": row.addressee, "number": row.number, "written_on": row.written_on, "seats": row.seats},
    )
    answer = AnswerForm(request.POST if deed == "answer" else None, initial={"answer": row.answer, "note": row.note})
    bound = form if deed == "change" else answer
    if request.method == "POST" and bound.is_valid():
        try:
            if deed == "change":
                operations.change_invitation(
                    invitation_id=invitation_id, values=form.cleaned_data, by=request.actor, now=timezone.now()
                )
            else:
                operations.note_answer(
                    invitation_id=invitation_id, **answer.cleaned_data, by=request.actor, now=timezone.now()
                )
        except Refused as refused:
            bound.refuse(refused)
        else:
            messages.success(request, _("Perubahan tersimpan."))
            return redirect("training:letters", activity_id=activity_id)
    context = {"head": page.head, "tab": "letters", "row": row, "form": form, "answer_form": answer}
    failed = request.method == "POST"
    return render(request, "training/letter.html", context, status=422 if failed else 200)


@requires(Deed.TRAINING_PLAN)
@require_POST
def withdraw(request: Visit, activity_id: UUID, invitation_id: UUID) -> HttpResponse:
    _row(letters_page(activity_id=activity_id, by=request.actor), invitation_id)
    try:
        operations.withdraw_invitation(invitation_id=invitation_id, by=request.actor, now=timezone.now())
    except Refused as refused:
        tell_refusal(request, refused)
    else:
        messages.success(request, _("Undangan ditarik."))
    return redirect("training:letters", activity_id=activity_id)


@requires(Deed.TRAINING_READ)
@require_GET
def paper(request: Visit, activity_id: UUID, invitation_id: UUID) -> HttpResponse:
    made = papers.invitation_letter(
        activity_id=activity_id, invitation_id=invitation_id, by=request.actor, now=timezone.now()
    )
    return answer_file(made)
