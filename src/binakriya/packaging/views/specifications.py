"""Specifications: the list, one version with its sheet, its states, its files and printed sheets."""

import json
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.rules import Deed, Refused
from binakriya.engines.boxes import BoxError
from binakriya.engines.protection import InputError, MissingValueError
from binakriya.packaging import operations, queries
from binakriya.packaging.forms import ChooseForm, NoteForm, SaveForm, WithdrawForm
from binakriya.packaging.queries import pages
from binakriya.packaging.rules.drawings import FORMATS, drawing_of
from binakriya.packaging.rules.reading import InputRefusedError, read_journey
from binakriya.packaging.rules.recommend import Recommendation, recommend
from binakriya.packaging.rules.specification import Specification, specification
from binakriya.packaging.rules.states import State
from binakriya.packaging.words import STATES, language, refusal, said
from binakriya.products.queries import ProductForPacking, product_for_packing

READS = (Deed.PACKAGING_READ, Deed.OWN_ENTERPRISE)
MEDIA = {"svg": "image/svg+xml", "pdf": "application/pdf", "dxf": "image/vnd.dxf", "cf2": "application/octet-stream"}


@requires(*READS)
@require_GET
def specifications(request: Visit) -> HttpResponse:
    asked = request.GET.get("keadaan", "")
    state = State(asked) if asked in set(State) else None
    text = request.GET.get("q", "").strip()[:100]
    rows = queries.specification_rows(by=request.actor, text=text, state=state)
    shown = [(row, *STATES[row.state]) for row in rows]
    states = [(code, word) for code, (word, _tone) in STATES.items()]
    return render(
        request, "packaging/specifications.html", {"rows": shown, "text": text, "state": asked, "states": states}
    )


def _product(request: Visit, variant_id: UUID) -> ProductForPacking:
    product = product_for_packing(by=request.actor, variant_id=variant_id)
    if product is None:
        raise Http404
    return product


def _found(product: ProductForPacking, asked: dict[str, object]) -> Recommendation | None:
    """None where size or mass is missing. Raises what the engines refuse."""
    plain = product.product()
    if plain is None:
        return None
    return recommend(
        queries.request_for(
            office_id=product.office_id,
            product=plain,
            journey=read_journey(str(asked["journey"])),
            on=timezone.localdate(),
            quantity=int(str(asked["quantity"])),
            purpose=str(asked["purpose"]),
        )
    )


@requires(Deed.PACKAGING_WRITE)
def choose(request: Visit, variant_id: UUID) -> HttpResponse:
    """Alternatives for a product; POST saves one of them as a draft."""
    product = _product(request, variant_id)
    posted = request.method == "POST"
    form = (
        SaveForm(request.POST) if posted else ChooseForm(request.GET if "journey" in request.GET else ChooseForm.FIRST)
    )
    found, problem = None, ""
    if form.is_valid():
        try:
            found = _found(product, form.cleaned_data)
        except (InputError, MissingValueError) as error:
            problem = said(InputRefusedError.of(error).said)
    if posted and found is not None:
        chosen = form.cleaned_data["chosen"]
        if chosen < len(found.alternatives):
            try:
                made = operations.save_version(
                    variant_id=variant_id,
                    journey=form.cleaned_data["journey"],
                    content=specification(found, chosen, name=product.title),
                    by=request.actor,
                    now=timezone.now(),
                    nonce=form.cleaned_data["nonce"],
                )
            except Refused as refused:
                problem = refusal(refused)
            else:
                messages.success(request, _("Rancangan spesifikasi tersimpan."))
                return redirect("packaging:version", version_id=made)
        else:
            problem = _("Alternatif itu tidak ada lagi. Pilih dari daftar di bawah, tidak ada yang disimpan.")
    context = {
        "product": product,
        "form": form,
        "problem": problem,
        "page": pages.choose_page(product, found, language()) if found is not None else None,
        "nonce": uuid4().hex,
        "asked": form.cleaned_data if form.is_valid() else ChooseForm.FIRST,
    }
    return render(request, "packaging/choose.html", context, status=422 if posted else 200)


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
        _("Spesifikasi ditetapkan. Versi yang ditetapkan sebelumnya tercatat sebagai diganti."),
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
            language="en" if language() == "en" else "id",
        )
    except BoxError as error:
        raise Http404 from error
    return _file(FORMATS[kind](sheet), MEDIA[kind], f"{slugify(facts.title)}-v{facts.number}.{kind}")


@requires(*READS)
@require_GET
def content(request: Visit, version_id: UUID) -> HttpResponse:
    """The whole specification as JSON."""
    facts = queries.version_facts(version_id=version_id, by=request.actor)
    made = json.dumps(facts.content, ensure_ascii=False, indent=1).encode()
    return _file(made, "application/json", f"{slugify(facts.title)}-v{facts.number}.json")


def _file(data: bytes, media: str, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type=media)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response


@requires(*READS)
@require_GET
def compare(request: Visit) -> HttpResponse:
    """Two versions beside each other: `?a=…&b=…`."""
    try:
        first, second = UUID(request.GET.get("a", "")), UUID(request.GET.get("b", ""))
    except ValueError as error:
        raise Http404 from error
    a, b, differences = queries.comparison(first_id=first, second_id=second, by=request.actor)
    return render(
        request,
        "packaging/compare.html",
        {"a": a, "b": b, "rows": pages.difference_rows(differences, language())},
    )
