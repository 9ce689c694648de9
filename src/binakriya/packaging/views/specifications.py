"""One version of a specification with its sheet, its states, its files and printed sheets; two beside each other."""

import json
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.rules import Deed, Refused
from binakriya.engines.boxes import BoxError
from binakriya.packaging import operations, queries
from binakriya.packaging.forms import NoteForm, WithdrawForm
from binakriya.packaging.queries import beside, pages
from binakriya.packaging.rules.drawings import FORMATS, MEDIA, drawing_of
from binakriya.packaging.rules.specification import Specification
from binakriya.packaging.words import JOURNEYS, STATES, language, refusal

READS = (Deed.PACKAGING_READ, Deed.OWN_ENTERPRISE)


@requires(*READS)
@require_GET
def version(request: Visit, version_id: UUID) -> HttpResponse:
    page = pages.version_page(version_id=version_id, by=request.actor, language=language())
    word, tone = STATES[page.facts.state]
    context = {
        "page": page,
        "facts": page.facts,
        "pack": page.pack,
        "word": word,
        "tone": tone,
        "versions": [(id_, number, STATES[state][0]) for id_, number, state in page.versions],
        "note_form": NoteForm(),
        "withdraw_form": WithdrawForm(),
        "formats": tuple(FORMATS),
        "may_values": request.actor.may(Deed.PACKAGING_READ),
        "nonce": uuid4().hex,
    }
    return render(request, "packaging/version.html", context)


def _deed(request: Visit, version_id: UUID, done: str, do: object) -> HttpResponse:
    try:
        do()  # type: ignore[operator]
    except Refused as refused:
        messages.error(request, refusal(refused))
    else:
        messages.success(request, done)
    return redirect("packaging:version", version_id=version_id)


@requires(Deed.PACKAGING_CHECK)
@require_POST
def check(request: Visit, version_id: UUID) -> HttpResponse:
    form = NoteForm(request.POST)
    note = form.cleaned_data["note"] if form.is_valid() else ""
    return _deed(
        request,
        version_id,
        _("Spesifikasi diperiksa atas nama Anda."),
        lambda: operations.check_version(version_id=version_id, note=note, by=request.actor, now=timezone.now()),
    )


@requires(Deed.PACKAGING_ADOPT)
@require_POST
def adopt(request: Visit, version_id: UUID) -> HttpResponse:
    return _deed(
        request,
        version_id,
        _("Spesifikasi ditetapkan. Bila sebelumnya ada yang ditetapkan, versi itu tercatat sebagai diganti."),
        lambda: operations.adopt_version(version_id=version_id, by=request.actor, now=timezone.now()),
    )


@requires(Deed.PACKAGING_WRITE)
@require_POST
def withdraw(request: Visit, version_id: UUID) -> HttpResponse:
    reason = request.POST.get("reason", "")
    return _deed(
        request,
        version_id,
        _("Spesifikasi ditarik. Isinya tetap dapat dibaca."),
        lambda: operations.withdraw_version(version_id=version_id, reason=reason, by=request.actor, now=timezone.now()),
    )


@requires(Deed.PACKAGING_WRITE)
@require_POST
def renew(request: Visit, version_id: UUID) -> HttpResponse:
    """Computed anew with today's values; what came of it is shown beside the version before."""
    try:
        made = operations.renew_version(
            version_id=version_id,
            by=request.actor,
            now=timezone.now(),
            nonce=request.POST.get("nonce", "")[:64],
        )
    except Refused as refused:
        messages.error(request, refusal(refused))
        return redirect("packaging:version", version_id=version_id)
    if made == version_id:
        messages.info(request, _("Hasilnya sama dengan versi ini, jadi tidak ada versi baru."))
        return redirect("packaging:version", version_id=version_id)
    messages.success(request, _("Versi baru tersimpan sebagai rancangan. Versi lama tetap seperti semula."))
    return redirect(f"{reverse('packaging:compare')}?a={version_id}&b={made}")


@requires(*READS)
@require_GET
def drawing(request: Visit, version_id: UUID, kind: str) -> HttpResponse:
    """The drawing at 1:1, for the printer."""
    if kind not in FORMATS:
        raise Http404
    facts = queries.version_facts(version_id=version_id, by=request.actor)
    try:
        sheet = drawing_of(
            Specification.read(facts.content),
            name=facts.title,
            revision=str(facts.number),
            by=facts.made_by,
            office=request.actor.office_label,
            on=timezone.localdate(facts.made_at),
            language=language(),
        )
    except BoxError as error:
        raise Http404 from error
    return _file(FORMATS[kind](sheet), MEDIA[kind], _name(facts, kind))


@requires(*READS)
@require_GET
def content(request: Visit, version_id: UUID) -> HttpResponse:
    """The whole specification as JSON."""
    facts = queries.version_facts(version_id=version_id, by=request.actor)
    made = json.dumps(facts.content, ensure_ascii=False, indent=1).encode()
    return _file(made, "application/json", _name(facts, "json"))


def _name(facts: queries.VersionFacts, kind: str) -> str:
    """Of the file, in the letters of the product's own name."""
    return f"{slugify(facts.title, allow_unicode=True) or 'kemasan'}-v{facts.number}.{kind}"


def _file(data: bytes, media: str, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type=media)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response


@requires(*READS)
@require_GET
def compare(request: Visit) -> HttpResponse:
    """Two versions beside each other: `?a=…&b=…`; with `a` alone, what it can be compared with."""
    first = _version_id(request.GET.get("a", ""))
    if not request.GET.get("b"):
        page = beside.comparable(version_id=first, text=request.GET.get("q", "").strip()[:100], by=request.actor)
        shown = [(one, *STATES[one.state], JOURNEYS.get(one.journey, one.journey)) for one in page.others]
        return render(request, "packaging/compare_with.html", {"page": page, "others": shown})
    a, b, differences = queries.comparison(first_id=first, second_id=_version_id(request.GET["b"]), by=request.actor)
    rows = beside.difference_rows(differences, language())
    context = {
        "a": a,
        "b": b,
        "heads": [(one, *STATES[one.state], JOURNEYS.get(one.journey, one.journey)) for one in (a, b)],
        "different": [row for row in rows if not row.same],
        "same": [row for row in rows if row.same],
    }
    return render(request, "packaging/compare.html", context)


def _version_id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise Http404 from error
