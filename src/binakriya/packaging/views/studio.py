"""The studio: one address shows the whole page, or to HTMX only what changes in it."""

import logging
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from binakriya.accounts.doors import Visit, requires
from binakriya.accounts.rules import Deed, Refused
from binakriya.engines.drafting import DrawingError, Title, pdf
from binakriya.packaging import operations
from binakriya.packaging.forms.studio import StudioForm
from binakriya.packaging.queries.office import office_boards, office_cushions
from binakriya.packaging.queries.studio import Studio, content_of, drawing_for, studio
from binakriya.packaging.rules.drawings import FORMATS, MEDIA
from binakriya.packaging.rules.reading import InputRefusedError
from binakriya.packaging.rules.words import words
from binakriya.packaging.words import language, refusal
from binakriya.products.queries import ProductForPacking, product_for_packing

_log = logging.getLogger(__name__)
READS = (Deed.PACKAGING_READ, Deed.OWN_ENTERPRISE)
TILED = "a4"
NOT_ASKED = ("csrfmiddlewaretoken", "nonce", "shown")


@dataclass(frozen=True, slots=True)
class _Asking:
    form: StudioForm
    known: ProductForPacking | None
    office_id: UUID | None


def _asking(request: Visit, data: QueryDict) -> _Asking:
    """The form with what was typed; of a measured product also before anything was typed."""
    known = None
    if data.get("product"):
        try:
            known = product_for_packing(by=request.actor, variant_id=UUID(str(data["product"])))
        except ValueError as error:
            raise Http404 from error
        if known is None:
            raise Http404
    office_id = known.office_id if known else request.actor.office_id
    given: dict[str, str] | None = None
    if "journey" in data:
        given = _plain(data)
    elif known is not None and not known.missing:
        given = {**StudioForm.FIRST, **_plain(data)}
    form = StudioForm(
        given,
        known=known,
        boards=office_boards(office_id),
        cushions=office_cushions(office_id),
        language=language(),
        chosen=data.get("style", ""),
    )
    return _Asking(form, known, office_id)


def _shown(asking: _Asking) -> Studio | None:
    form = asking.form
    if not form.is_bound or (asking.known and asking.known.missing) or not form.is_valid():
        return None
    try:
        return studio(asked=form.asked(), office_id=asking.office_id, on=timezone.localdate(), language=language())
    except InputRefusedError as error:
        form.refuse_input(error)
        return None


def _wanting(form: StudioForm) -> tuple[str, ...]:
    """While somebody is still typing: the names of the fields that are empty yet, where nothing else is wrong."""
    found = form.errors.as_data() if form.is_bound else {}
    if any(error.code != "required" for errors in found.values() for error in errors):
        return ()
    return tuple(str(form[name].label) for name in found)


def _plain(data: QueryDict) -> dict[str, str]:
    """The last of each name; nothing in the form has several."""
    return {key: str(data[key]) for key in data}


def _query(data: QueryDict, **changed: str) -> str:
    kept = {key: value for key, value in _plain(data).items() if value and key not in NOT_ASKED}
    return urlencode({**kept, **changed})


@requires(*READS)
@require_GET
def page(request: Visit) -> HttpResponse:
    asking = _asking(request, request.GET)
    shown = _shown(asking)
    style = request.GET.get("style", "")
    partial = request.headers.get("HX-Request") == "true"
    asked = {key: value for key, value in _plain(request.GET).items() if value and key not in NOT_ASKED}
    if asking.form.is_bound and not asking.form.errors:
        asked = {**{k: v for k, v in StudioForm.FIRST.items() if k in asking.form.fields}, **asked}
    query = urlencode({key: value for key, value in asked.items() if key != "pick"})
    context = {
        "form": asking.form,
        "wanting": _wanting(asking.form) if partial else (),
        "known": asking.known,
        "studio": shown,
        "asked": asked,
        "query": query,
        "file_query": urlencode(asked),
        "style_changed": partial and request.GET.get("shown", "") != style,
        "partial": partial,
        "may_write": request.actor.may(Deed.PACKAGING_WRITE),
        "nonce": uuid4().hex,
    }
    response = render(request, "packaging/studio_result.html" if partial else "packaging/studio.html", context)
    response["Vary"] = "HX-Request"
    return response


@requires(Deed.PACKAGING_WRITE)
@require_POST
def save(request: Visit) -> HttpResponse:
    """What the page showed becomes a version of the product's specification."""
    back = f"{reverse('packaging:studio')}?{_query(request.POST)}"
    asking = _asking(request, request.POST)
    if asking.known is None or not asking.form.is_valid():
        messages.error(request, _("Belum tersimpan. Pilih produk dan lengkapi isiannya, lalu simpan lagi."))
        return redirect(back)
    known = asking.known
    try:
        content = content_of(
            asked=asking.form.asked(), office_id=asking.office_id, on=timezone.localdate(), name=known.title
        )
        version_id = operations.save_version(
            variant_id=known.variant_id,
            journey=asking.form.cleaned_data["journey"],
            content=content,
            by=request.actor,
            now=timezone.now(),
            nonce=request.POST.get("nonce", "")[:64],
        )
    except InputRefusedError as error:
        messages.error(request, error.text(language()))
        return redirect(back)
    except Refused as error:
        messages.error(request, refusal(error))
        return redirect(back)
    messages.success(request, _("Spesifikasi tersimpan sebagai rancangan. Praktisi lain dapat memeriksanya."))
    return redirect("packaging:version", version_id=version_id)


@requires(*READS)
@require_GET
def drawing(request: Visit, kind: str) -> HttpResponse:
    """The cutting pattern of what the address asks, as a file: svg, pdf, dxf, cf2, or a4 (PDF in A4 sheets)."""
    asking = _asking(request, request.GET)
    if kind not in (*FORMATS, TILED) or not asking.form.is_bound or not asking.form.is_valid():
        raise Http404
    name = asking.known.title if asking.known else ""
    title = Title(name=name, by=request.actor.label, date=timezone.localdate())
    try:
        sheet = drawing_for(
            asked=asking.form.asked(),
            office_id=asking.office_id,
            on=timezone.localdate(),
            title=title,
            language=language(),
        )
        body = pdf(sheet, tile="a4") if kind == TILED else FORMATS[kind](sheet)
    except InputRefusedError as error:
        messages.error(request, error.text(language()))
        return redirect(f"{reverse('packaging:studio')}?{_query(request.GET)}")
    except DrawingError:
        _log.exception("a pattern is not drawn: %s", kind)
        messages.error(request, words("not_drawn", language()))
        return redirect(f"{reverse('packaging:studio')}?{_query(request.GET)}")
    suffix = "pdf" if kind == TILED else kind
    stem = slugify(f"{_('pola')} {name} {'a4' if kind == TILED else ''}") or "pola"
    response = HttpResponse(body, content_type=MEDIA[suffix])
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=f"{stem}.{suffix}") or ""
    return response
