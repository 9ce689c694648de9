"""Participants: list, adding, one of them, export, tickets."""

import io
from typing import Any
from urllib.parse import quote, urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST
from openpyxl import Workbook

from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.rules import Deed, Refused
from binakriya.foundation.addresses import public_address
from binakriya.foundation.rules.exports import XLSX, csv_lines, safe_cell
from binakriya.foundation.rules.phones import e164
from binakriya.training import operations, papers
from binakriya.training.forms import CancelForm, OfficerRegisterForm, ParticipantForm, TestForm
from binakriya.training.queries import people as known
from binakriya.training.queries.activities import activity_head
from binakriya.training.queries.enterprises import picker_page
from binakriya.training.queries.find import is_id
from binakriya.training.queries.public import register_choices
from binakriya.training.rules.states import REGISTERING
from binakriya.training.tables import note_participants_read, participant_cells, participant_head
from binakriya.training.views.common import answer_file, asked_page, tell_refusal
from binakriya.training.words import REGISTRATION_STATES


@requires(Deed.TRAINING_READ)
@require_GET
def participants(request: Visit, activity_id: UUID) -> HttpResponse:
    state = request.GET.get("keadaan", "")
    page = known.participants_page(
        activity_id=activity_id,
        by=request.actor,
        text=request.GET.get("q", "").strip()[:100],
        state=state if state in REGISTRATION_STATES else "",
        group=request.GET.get("asosiasi", ""),
        number=asked_page(request),
    )
    may_plan = request.actor.may(Deed.TRAINING_PLAN)
    notices = known.notices_to_tell(activity_id=activity_id, by=request.actor) if may_plan else ()
    chips: list[tuple[str, Any, int]] = [("", _("Semua"), page.counts["all"])]
    chips += [
        (code, word, page.counts[code]) for code, (word, _tone) in REGISTRATION_STATES.items() if page.counts.get(code)
    ]
    context = {
        "page": page,
        "head": page.head,
        "tab": "participants",
        "chips": chips,
        "may_plan": may_plan,
        "may_reveal": request.actor.may(Deed.REGISTRY_REVEAL),
        "may_export": request.actor.may(Deed.REGISTRY_EXPORT),
        "notices": notices,
        "adding": page.head.state in REGISTERING,
    }
    return render(request, "training/participants.html", context)


@requires(Deed.TRAINING_PLAN)
def add(request: Visit, activity_id: UUID) -> HttpResponse:
    head, groups, region_code = register_choices(activity_id=activity_id, by=request.actor)
    # From the scanner: whoever came without a ticket is registered here and found there.
    session_id = request.GET.get("sesi", "")
    session_id = session_id if is_id(session_id) else ""
    form = OfficerRegisterForm(
        request.POST or None,
        groups=groups,
        region_code=region_code,
        initial={"name": request.GET.get("nama", "").strip()[:100]},
    )
    if request.method == "POST" and form.is_valid():
        try:
            made = operations.register(
                activity_id=activity_id, **form.registration_values(), by=request.actor, now=timezone.now()
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            if made.already:
                messages.info(request, _("Orang ini sudah terdaftar sebelumnya. Tidak ada yang berubah."))
            elif made.state == "waiting":
                messages.success(request, _("Tersimpan di daftar tunggu, urutan %(n)s.") % {"n": made.position})
            else:
                messages.success(request, _("Peserta terdaftar. Kode tiketnya %(code)s.") % {"code": made.code})
            if session_id:
                scanner = reverse("training:scan", kwargs={"session_id": session_id})
                return redirect(f"{scanner}?{urlencode({'q': made.code})}#h-temu")
            return redirect("training:participant", activity_id=activity_id, registration_id=made.id)
    context = {"head": head, "tab": "participants", "form": form, "session_id": session_id}
    return render(request, "training/participant_add.html", context, status=422 if form.errors else 200)


@requires(Deed.TRAINING_PLAN)
def from_registry(request: Visit, activity_id: UUID) -> HttpResponse:
    if request.method == "POST":
        activity_head(activity_id=activity_id, by=request.actor)
        chosen = [UUID(i) for i in request.POST.getlist("enterprise") if is_id(i)]
        if not chosen:
            messages.warning(request, _("Belum ada yang dipilih. Centang usahanya, lalu daftarkan."))
            return redirect(request.get_full_path())
        try:
            done = operations.register_from_registry(
                activity_id=activity_id, enterprise_ids=chosen, by=request.actor, now=timezone.now()
            )
        except Refused as refused:
            tell_refusal(request, refused)
            return redirect(request.get_full_path())
        messages.success(request, _told(done))
        return redirect("training:participants", activity_id=activity_id)
    page = picker_page(
        activity_id=activity_id,
        by=request.actor,
        text=request.GET.get("q", "").strip()[:100],
        group=request.GET.get("asosiasi", ""),
        number=asked_page(request),
    )
    context = {"page": page, "head": page.head, "tab": "participants"}
    return render(request, "training/participant_picker.html", context)


def _told(done: operations.BulkRegistered) -> str:
    parts = [ngettext("%(n)s usaha mendapat tempat.", "%(n)s usaha mendapat tempat.", done.seated) % {"n": done.seated}]
    if done.waiting:
        parts.append(_("%(n)s masuk daftar tunggu.") % {"n": done.waiting})
    if done.already:
        parts.append(_("%(n)s sudah terdaftar sebelumnya.") % {"n": done.already})
    return " ".join(parts)


@requires(Deed.TRAINING_READ)
def participant(request: Visit, activity_id: UUID, registration_id: UUID) -> HttpResponse:
    """One participant. POST corrects the names or records the tests, by the form that was sent."""
    page = known.participant_page(activity_id=activity_id, registration_id=registration_id, by=request.actor)
    deed = request.POST.get("deed", "")
    form, test = _participant_forms(request, page, deed)
    bound: Any = form if deed == "change" else test
    if request.method == "POST" and bound.is_valid():
        try:
            if deed == "change":
                operations.change_registration(
                    registration_id=registration_id, values=form.cleaned_data, by=request.actor, now=timezone.now()
                )
            else:
                operations.record_test(
                    registration_id=registration_id, **test.cleaned_data, by=request.actor, now=timezone.now()
                )
        except Refused as refused:
            bound.refuse(refused)
        else:
            messages.success(request, _("Perubahan tersimpan."))
            return redirect("training:participant", activity_id=activity_id, registration_id=registration_id)
    return _show_participant(request, page, form, test, status=422 if bound.errors else 200)


def _participant_forms(request: Visit, page: known.ParticipantPage, deed: str = "") -> tuple[ParticipantForm, TestForm]:
    row = page.row
    return (
        ParticipantForm(
            request.POST if deed == "change" else None,
            initial={"name": row.name, "business_name": row.business, "product": row.product},
        ),
        TestForm(request.POST if deed == "test" else None, initial={"before": row.before, "after": row.after}),
    )


def _whatsapp(page: known.ParticipantPage, phone: str) -> str:
    """A message to the participant, begun: what it is about, and the ticket."""
    text = _("%(name)s, tentang %(title)s. Tiket Anda: %(address)s") % {
        "name": page.row.name,
        "title": page.head.title,
        "address": public_address(reverse("training:ticket", kwargs={"token": page.token})),
    }
    number = (e164(phone) or phone).lstrip("+")
    return f"https://wa.me/{number}?{urlencode({'text': text}, quote_via=quote)}"


def _show_participant(
    request: Visit,
    page: known.ParticipantPage,
    form: ParticipantForm,
    test: TestForm,
    *,
    phone: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {
        "page": page,
        "row": page.row,
        "head": page.head,
        "tab": "participants",
        "form": form,
        "test_form": test,
        "may_plan": request.actor.may(Deed.TRAINING_PLAN),
        "may_test": request.actor.may(Deed.TRAINING_CHECK_IN),
        "may_reveal": request.actor.may(Deed.REGISTRY_REVEAL) and bool(page.row.phone),
        "may_undo": request.actor.may(Deed.TRAINING_CHECK_IN),
        "shown_phone": phone,
        "whatsapp": _whatsapp(page, phone) if phone else "",
        "address": reverse(
            "training:participant", kwargs={"activity_id": page.head.id, "registration_id": page.row.id}
        ),
    }
    return render(request, "training/participant.html", context, status=status)


@requires(Deed.REGISTRY_REVEAL)
@require_POST
@never_cache
def reveal_phone(request: Visit, activity_id: UUID, registration_id: UUID) -> HttpResponse:
    """Answers with the page at once, the phone on it: it is kept nowhere between two requests."""
    page = known.participant_page(activity_id=activity_id, registration_id=registration_id, by=request.actor)
    phone = operations.reveal_phone(
        registration_id=registration_id,
        reason=_("Menghubungi peserta"),
        by=request.actor,
        now=timezone.now(),
    )
    return _show_participant(request, page, *_participant_forms(request, page), phone=phone)


@requires(Deed.TRAINING_PLAN)
def participant_cancel(request: Visit, activity_id: UUID, registration_id: UUID) -> HttpResponse:
    page = known.participant_page(activity_id=activity_id, registration_id=registration_id, by=request.actor)
    form = CancelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            moved = operations.cancel_registration(
                registration_id=registration_id,
                reason=form.cleaned_data["reason"],
                by=request.actor,
                now=timezone.now(),
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            text = _("Pendaftaran dibatalkan.")
            if moved:
                text += " " + _("Orang pertama di daftar tunggu mendapat tempatnya. Kabari dia.")
            messages.success(request, text)
            return redirect("training:participants", activity_id=activity_id)
    context = {"page": page, "head": page.head, "tab": "participants", "form": form}
    return render(request, "training/participant_cancel.html", context, status=422 if form.errors else 200)


@requires(Deed.TRAINING_PLAN)
@require_POST
def give_seat(request: Visit, activity_id: UUID, registration_id: UUID) -> HttpResponse:
    try:
        operations.give_seat(
            activity_id=activity_id, registration_id=registration_id, by=request.actor, now=timezone.now()
        )
    except Refused as refused:
        tell_refusal(request, refused)
    else:
        messages.success(request, _("Tempat diberikan. Kabari pesertanya."))
    return redirect("training:participant", activity_id=activity_id, registration_id=registration_id)


@requires(Deed.TRAINING_PLAN)
@require_POST
def told(request: Visit, activity_id: UUID, notice_id: UUID) -> HttpResponse:
    operations.note_told(activity_id=activity_id, notice_id=notice_id, by=request.actor, now=timezone.now())
    messages.success(request, _("Dicatat: sudah dikabari."), extra_tags="toast")
    return redirect("training:participants", activity_id=activity_id)


# --- files ------------------------------------------------------------------------------------------------------------


@requires(Deed.REGISTRY_EXPORT)
@require_GET
def export(request: Visit, activity_id: UUID, file: str) -> HttpResponseBase:
    """Phones stay masked; no cell is taken for a formula."""
    rows = known.participant_rows(activity_id=activity_id, by=request.actor)
    note_participants_read(activity_id=activity_id, by=request.actor, now=timezone.now())
    name = f"peserta-{timezone.localdate():%Y-%m-%d}.{file}"
    if file == "csv":
        lines = csv_lines([participant_head(), *participant_cells(rows)])
        answer: HttpResponseBase = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    else:
        book = Workbook(write_only=True)
        sheet = book.create_sheet(_("Peserta"))
        sheet.append(participant_head())
        for cells in participant_cells(rows):
            sheet.append([safe_cell(cell) for cell in cells])
        buffer = io.BytesIO()
        book.save(buffer)
        answer = HttpResponse(buffer.getvalue(), content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "no-store"
    return answer


@requires(Deed.TRAINING_PLAN)
@require_GET
def tickets(request: Visit, activity_id: UUID) -> HttpResponse:
    made = papers.all_tickets(activity_id=activity_id, by=request.actor, now=timezone.now())
    if made is None:
        messages.info(request, _("Belum ada peserta yang mendapat tempat, jadi belum ada tiket."))
        return redirect("training:participants", activity_id=activity_id)
    return answer_file(made)
