"""The list of imports, and the upload of files."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.exceptions import BadRequest, TooManyFilesSent
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_GET

from binakriya.accounts.doors import requires
from binakriya.accounts.queries import organisations
from binakriya.accounts.rules import Deed
from binakriya.foundation.paging import page_number
from binakriya.registry.forms.imports import UploadForm
from binakriya.registry.operations import imports
from binakriya.registry.queries.imports import imports_list
from binakriya.registry.rules.batches import MOST_FILES
from binakriya.registry.rules.refusals import Refused
from binakriya.registry.views.imports.common import by_of, read, refusal
from binakriya.registry.words import REASONS

# Beside the files themselves a form sends a few names and boundaries.
_FORM_BYTES = 256 * 1024


def _associations() -> list[tuple[str, str]]:
    return [(str(o.id), o.short_name) for o in organisations(kind="association")]


def bounded(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Refuses a body that is too large before any of it is read (the token of the form is checked after that)."""
    protected = csrf_protect(view)

    @csrf_exempt
    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            length = int(request.META.get("CONTENT_LENGTH") or 0)
        except ValueError:
            length = 0
        if request.method == "POST" and length > settings.UPLOAD_LIMIT + _FORM_BYTES:
            return _too_much(request, 413, Refused("too_large", limit=settings.UPLOAD_LIMIT // (1024 * 1024)))
        try:
            return protected(request, *args, **kwargs)
        except TooManyFilesSent:
            return _too_much(request, 422, Refused("too_many_files", most=MOST_FILES))

    return inner


# The page lists associations: it too stands behind the door.
@requires(Deed.REGISTRY_IMPORT)
def _too_much(request: HttpRequest, status: int, refused: Refused) -> HttpResponse:
    # What was sent is not read, nor is it tried again.
    request.method = "GET"
    return _upload_page(request, UploadForm(associations=_associations()), status, refusal(refused))


def _upload_page(request: HttpRequest, form: UploadForm, status: int = 200, problem: str = "") -> HttpResponse:
    limit = settings.UPLOAD_LIMIT // (1024 * 1024)
    return render(
        request, "registry/imports/new.html", {"form": form, "problem": problem, "limit": limit}, status=status
    )


@requires(Deed.REGISTRY_IMPORT)
@require_GET
def all_imports(request: HttpRequest) -> HttpResponse:
    lines, page = imports_list(by=by_of(request), number=page_number(request.GET.get("halaman")))
    return render(request, "registry/imports/list.html", {"lines": lines, "page": page})


@bounded
@requires(Deed.REGISTRY_IMPORT)
def new(request: HttpRequest) -> HttpResponse:
    by = by_of(request)
    associations = _associations()
    if request.method != "POST":
        return _upload_page(request, UploadForm(associations=associations))
    if "sent" not in request.POST:
        return _upload_page(request, UploadForm(associations=associations), 400, str(REASONS["cut_off"]))
    form = UploadForm(request.POST, request.FILES, associations=associations)
    if not form.is_valid():
        return _upload_page(request, form, 422)
    if by.office_id is None:
        raise BadRequest
    given = form.cleaned_data
    try:
        batch_id = imports.receive_files(
            uploads=[imports.Upload(f.name or "", f.read(), given["association"]) for f in given["lists"]],
            office_id=by.office_id,
            nonce=given["nonce"],
            limit=settings.UPLOAD_LIMIT,
            as_of=given["as_of"],
            by=by,
            now=timezone.now(),
        )
    except Refused as refused:
        return _upload_page(request, form, 413 if refused.reason == "too_large" else 422, refusal(refused))
    return read(request, batch_id)
