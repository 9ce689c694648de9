"""The label of a product: one address shows form and label, or to HTMX only what changes."""

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.rules import Deed, Refused
from binakriya.engines.labels.demands import line_title
from binakriya.engines.labels.drawing import SIZES, LabelError, Layout, pdf, sheet_pdf, svg
from binakriya.packaging import operations
from binakriya.packaging.forms.labels import LabelForm, asked_of
from binakriya.packaging.queries.labels import (
    LabelPage,
    Material,
    label_material,
    label_page,
    label_version,
    saved_choice,
)
from binakriya.packaging.rules.labels import MEMBER_STATE, Choice, composed
from binakriya.packaging.words import LABEL_STATES, language, refusal
from binakriya.products.words import DESTINATIONS

READS = (Deed.PACKAGING_READ, Deed.OWN_ENTERPRISE)
WRITES = (Deed.PACKAGING_WRITE, Deed.OWN_ENTERPRISE)
KINDS = {"svg": "image/svg+xml", "balik": "image/svg+xml", "pdf": "application/pdf", "a4": "application/pdf"}
NOT_ASKED = ("csrfmiddlewaretoken", "nonce")


@dataclass(frozen=True, slots=True)
class _Asking:
    material: Material
    form: LabelForm
    choice: Choice


def _asking(request: Visit, product_id: UUID, data: QueryDict) -> _Asking:
    """What was typed (`isi` stands in the form); before that the newest label of the destination, or the usual one."""
    material = label_material(product_id=product_id, by=request.actor)
    destination = data.get("tujuan", "")
    if destination not in DESTINATIONS:
        destination = material.given.destinations[0]
    choice = saved_choice(product_id=product_id, destination=destination) or Choice(destination=destination)
    if data.get("ukuran") in SIZES:
        choice = replace(choice, size=str(data["ukuran"]))
    lines = composed(material.facts, material.given, choice, timezone.localdate()).lines
    if "isi" not in data:
        return _Asking(material, LabelForm(initial=asked_of(choice), lines=lines), choice)
    form = LabelForm(data, lines=lines)
    if form.is_valid():
        choice = form.choice()
    return _Asking(material, form, choice)


def _query(data: QueryDict) -> str:
    return urlencode([(key, value) for key, values in data.lists() if key not in NOT_ASKED for value in values])


@requires(*READS)
@require_GET
def page(request: Visit, product_id: UUID) -> HttpResponse:
    asking = _asking(request, product_id, request.GET)
    shown = label_page(material=asking.material, choice=asking.choice, on=timezone.localdate())
    if shown.error and asking.form.is_bound:
        asking.form.refuse_drawing(shown.error)
    partial = request.headers.get("HX-Request") == "true"
    context = {
        "page": shown,
        "head": asking.material.head,
        "form": asking.form,
        "wrong": _wrong(asking.form) if partial else [],
        "pictures": _safe(shown.pictures),
        "problem": shown.error.text.read(language()) if shown.error else "",
        "findings": _findings(shown.layout),
        "lines": _rows(shown),
        "kept": [(one, *LABEL_STATES[one.state]) for one in shown.kept],
        "destination": DESTINATIONS[asking.choice.destination],
        "size": SIZES[asking.choice.size].title.read(language()),
        "languages": ", ".join(shown.made.found.languages),
        "translation": shown.made.found.translation.read(language()) if shown.made.found.translation else "",
        "no_state": MEMBER_STATE in shown.made.missing,
        "file_query": urlencode(_values(asking.choice), doseq=True),
        "values": _values(asking.choice),
        "nonce": uuid4().hex,
    }
    response = render(request, "packaging/labels/result.html" if partial else "packaging/labels/label.html", context)
    response["Vary"] = "HX-Request"
    return response


def _wrong(form: LabelForm) -> list[tuple[str, list[str]]]:
    """For whoever is still typing: fields that are wrong, and what is wrong with each."""
    return [
        (str(form[name].label), [str(one) for one in errors])
        for name, errors in form.errors.items()
        if name in form.fields
    ]


def _safe(pictures: tuple[str, ...]) -> list[SafeString]:
    """The engine writes every sign of a text as an outline and escapes the rest (`drawing.svg`)."""
    return [mark_safe(picture) for picture in pictures]  # noqa: S308


def _values(choice: Choice) -> list[tuple[str, str]]:
    """The choice as the form's own values, for addresses and hidden fields."""
    found = [("isi", "1")]
    for key, value in asked_of(choice).items():
        many = value if isinstance(value, list) else ["on" if value is True else value]
        found += [(key, str(one)) for one in many if one]
    return found


def _findings(layout: Layout | None) -> list[tuple[bool, str]]:
    return [(one.must, one.text.read(language())) for one in layout.findings] if layout else []


def _rows(shown: LabelPage) -> dict[str, list[dict[str, object]]]:
    """The demanded lines in three groups: `due`, `coming`, `free`."""
    groups: dict[str, list[dict[str, object]]] = {"due": [], "coming": [], "free": []}
    tongue = language()
    for one in shown.made.lines:
        if one.line.status == "ended":
            continue
        group = "due" if one.due else "coming" if one.line.status == "coming" else "free"
        groups[group].append(
            {
                "key": one.line.key,
                "title": one.line.title.read(tongue),
                "state": one.state.value,
                "text": one.text,
                "stated": bool(one.line.needs),
                "days": min((ground.days for ground in one.line.grounds if ground.days is not None), default=None),
                "reasons": [
                    {
                        "text": ground.text.read(tongue),
                        "why": ground.why.read(tongue),
                        "citation": ground.citation,
                        "source": ground.source,
                        "mark": ground.firmness.value,
                        "checked_on": ground.checked_on,
                        "caveat": ground.caveat.read(tongue) if ground.caveat else "",
                    }
                    for ground in one.line.grounds
                ],
            }
        )
    return groups


@requires(*WRITES)
@require_POST
def save(request: Visit, product_id: UUID) -> HttpResponse:
    """Keeps what the form says as the destination's draft; with `selesai` it is finished too."""
    asking = _asking(request, product_id, request.POST)
    back = f"{reverse('packaging:label', args=[product_id])}?{_query(request.POST)}"
    if not asking.form.is_bound or not asking.form.is_valid():
        messages.error(request, _("Label belum tersimpan. Perbaiki isian yang ditandai, lalu simpan lagi."))
        return redirect(back)
    try:
        label_id = operations.save_label(
            product_id=product_id,
            choice=asking.choice,
            by=request.actor,
            now=timezone.now(),
            on=timezone.localdate(),
            nonce=request.POST.get("nonce", "")[:64],
        )
    except Refused as error:
        messages.error(request, _refusal(error))
        return redirect(back)
    if "selesai" in request.POST:
        return _finish(request, label_id, back)
    messages.success(request, _("Rancangan label tersimpan."))
    return redirect("packaging:label-version", label_id=label_id)


@requires(*WRITES)
@require_POST
def finish(request: Visit, label_id: UUID) -> HttpResponse:
    return _finish(request, label_id, reverse("packaging:label-version", args=[label_id]))


def _finish(request: Visit, label_id: UUID, back: str) -> HttpResponse:
    try:
        operations.finish_label(label_id=label_id, by=request.actor, now=timezone.now(), on=timezone.localdate())
    except Refused as error:
        messages.error(request, _refusal(error))
        return redirect(back)
    messages.success(request, _("Label selesai dan tidak berubah lagi. Berkasnya dapat diunduh."))
    return redirect("packaging:label-version", label_id=label_id)


@requires(*WRITES)
@require_POST
def withdraw(request: Visit, label_id: UUID) -> HttpResponse:
    try:
        operations.withdraw_label(
            label_id=label_id, reason=request.POST.get("reason", ""), by=request.actor, now=timezone.now()
        )
    except Refused as error:
        messages.error(request, refusal(error))
    else:
        messages.success(request, _("Label ditarik. Ia tetap dapat dilihat."))
    return redirect("packaging:label-version", label_id=label_id)


@requires(*READS)
@require_GET
def version(request: Visit, label_id: UUID) -> HttpResponse:
    kept = label_version(label_id=label_id, by=request.actor)
    word, tone = LABEL_STATES[kept.one.state]
    tongue = language()
    context = {
        "page": kept,
        "one": kept.one,
        "head": kept.head,
        "may": kept.may,
        "word": word,
        "tone": tone,
        "destination": DESTINATIONS[kept.one.destination],
        "size": SIZES[kept.one.size].title.read(language()),
        "pictures": _safe(kept.one.pictures),
        "lines": [
            (line["title"][tongue], line["state"], line["text"]) for line in kept.one.content["lines"] if line["due"]
        ],
        "findings": _findings(kept.one.layout),
        "lacks": _titles(kept.one.missing),
    }
    return render(request, "packaging/labels/version.html", context)


def _titles(keys: tuple[str, ...] | list[str]) -> str:
    return ", ".join(line_word(key) for key in keys)


def line_word(key: str) -> str:
    """What a line is called; of the state in which it is sold too."""
    return _("negara tujuan di Uni Eropa") if key == MEMBER_STATE else line_title(key).read(language())


def _refusal(error: Refused) -> str:
    params: dict[str, Any] = dict(error.params)
    if "keys" in params:
        params["titles"] = _titles(params["keys"])
    if "text" in params:
        params["text"] = params["text"].read(language())
    return refusal(Refused(error.reason, **params))


@requires(*READS)
@require_GET
def drawing(request: Visit, product_id: UUID, kind: str) -> HttpResponse:
    """What the address asks, as a file: svg (front), balik (back, SVG), pdf (1:1 with bleed), a4 (many on a sheet)."""
    asking = _asking(request, product_id, request.GET)
    shown = label_page(material=asking.material, choice=asking.choice, on=timezone.localdate())
    back = f"{reverse('packaging:label', args=[product_id])}?{_query(request.GET)}"
    if shown.error:
        messages.error(request, shown.error.text.read(language()))
        return redirect(back)
    assert shown.layout is not None, "without an error it is drawn"
    return _file(request, shown.layout, kind, asking.material.head.name, back)


@requires(*READS)
@require_GET
def kept_drawing(request: Visit, label_id: UUID, kind: str) -> HttpResponse:
    kept = label_version(label_id=label_id, by=request.actor)
    if kept.one.layout is None:
        raise Http404
    back = reverse("packaging:label-version", args=[label_id])
    number = f"v{kept.one.number}" if kept.one.number else _("rancangan")
    return _file(request, kept.one.layout, kind, f"{kept.head.name} {kept.one.destination} {number}", back)


def _file(request: Visit, layout: Layout, kind: str, name: str, back: str) -> HttpResponse:
    if kind not in KINDS or (kind == "balik" and layout.size.faces < 2):
        raise Http404
    try:
        body: str | bytes
        if kind == "a4":
            body = sheet_pdf(layout, language=language())
        elif kind == "pdf":
            body = pdf(layout)
        else:
            body = svg(layout, face=int(kind == "balik"))
    except LabelError as error:
        messages.error(request, error.text.read(language()))
        return redirect(back)
    suffix = "pdf" if kind in ("pdf", "a4") else "svg"
    stem = slugify(f"label {name} {'' if kind in ('svg', 'pdf') else kind}") or "label"
    response = HttpResponse(body, content_type=KINDS[kind])
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=f"{stem}.{suffix}") or ""
    return response
