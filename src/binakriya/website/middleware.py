"""What holds for every request: a log line with an id that the error page shows too, no characters that nobody types,
and no copy left where the next person at the same computer finds it."""

import re
import time
from collections.abc import Callable
from typing import Any

import structlog
from django.conf import settings
from django.core.exceptions import BadRequest, RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from binakriya.foundation.ids import new_reference
from binakriya.foundation.rules.paths import told_path
from binakriya.foundation.rules.text import has_control
from binakriya.foundation.storage import FilesUnavailable

log = structlog.get_logger("binakriya.request")
_ID = re.compile(r"[A-Za-z0-9-]{8,64}")


class RequestLog:
    """Gives each request `request.reference`, binds it to the logs and answers it as `X-Request-ID`; and
    `request.log_path`, the path without what opens a door."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = request.headers.get("X-Request-ID", "")
        request.log_path = told_path(request.path)  # type: ignore[attr-defined]
        request.reference = given if _ID.fullmatch(given) else new_reference()  # type: ignore[attr-defined]
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=request.reference)  # type: ignore[attr-defined]
        began = time.perf_counter()
        response = self.get_response(request)
        response["X-Request-ID"] = request.reference  # type: ignore[attr-defined]
        response.setdefault("Permissions-Policy", "camera=(self), microphone=(), geolocation=(), payment=()")
        response.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if not request.path.startswith("/static/"):
            log.info(
                "request",
                method=request.method,
                path=request.log_path,  # type: ignore[attr-defined]
                status=response.status_code,
                ms=round((time.perf_counter() - began) * 1000, 1),
            )
        return response


class ForbiddenCharacters(BadRequest):
    """The address, the query or a form's field holds characters that nobody types and no database keeps."""


class CleanCookies:
    """Drops cookies with control characters: a browser keeps none, and a session key may not reach the database so."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        for name in [name for name, value in request.COOKIES.items() if has_control(name + value)]:
            del request.COOKIES[name]
        return self.get_response(request)


class CleanRequest:
    """Answers 400 to control characters in path and query, and to NUL in a form's fields; so no view need think of
    them. Other control characters of fields are taken out by the forms (`foundation.forms.CleanForm`)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Most addresses have neither a strange path nor an escaped query: those cost nothing.
        if has_control(request.path) or (
            "%" in request.META.get("QUERY_STRING", "")
            and any(has_control(text) for name, values in request.GET.lists() for text in (name, *values))
        ):
            raise ForbiddenCharacters
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> None:
        """By now the check of the form's token has read the fields. A view that has it checked later, once it has
        looked at how much comes, has its form look at them."""
        if getattr(view, "csrf_exempt", False):
            return
        if request.method == "POST" and any(
            "\x00" in text for name, values in request.POST.lists() for text in (name, *values)
        ):
            raise ForbiddenCharacters


class BoundedBody:
    """Refuses (413) a body beyond what any form may send, by its head, before any of it is read or kept: the check of
    the form's token would read it whole. A view that looks at the length itself answers on its own page."""

    FORM_BYTES = 1024 * 1024
    """Beside the file: the fields of the form and their borders."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> None:
        if getattr(view, "csrf_exempt", False):
            return
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length.isdecimal() and int(length) > settings.UPLOAD_LIMIT + self.FORM_BYTES:
            raise RequestDataTooBig


class FilesAway:
    """Says in words (503) that the folder of files cannot be used; the operation has rolled back by then."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, FilesUnavailable):
            return None
        log.error("files_unavailable", why=str(exception))
        shown = {"status": 503, "reference": getattr(request, "reference", "")}
        return render(request, "website/errors/files.html", shown, status=503)


class NoStore:
    """No browser, proxy or shared computer keeps what may be about a person: `Cache-Control: no-store` on every answer
    to a session, on every download and on every page that has a door. Kept may be only what a visitor gets from a view
    that is `public`; those public views that show a person (tickets, links) say `never_cache` themselves."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        session = settings.SESSION_COOKIE_NAME
        match = request.resolver_match
        for_all = (
            response.status_code == 200
            and request.method in {"GET", "HEAD"}
            and session not in request.COOKIES
            and session not in response.cookies
            and "Content-Disposition" not in response
            and match is not None
            and getattr(match.func, "deeds", "") == "public"
        )
        if not for_all and "no-store" not in response.get("Cache-Control", ""):
            response["Cache-Control"] = "no-store"
        return response
