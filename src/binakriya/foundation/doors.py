"""Doors of views: who may come in. A door asks the request's actor; it knows deeds by their words, not roles.

Rooms above take these from `binakriya.accounts.doors`, where deeds are typed.
"""

from collections.abc import Callable
from functools import wraps
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.http import url_has_allowed_host_and_scheme


class Visit(HttpRequest):
    """The request as a view behind a door gets it. `actor` answers `signed_in` and `may(deed)`; `log_path` is the
    path as the log tells it, without secrets."""

    actor: Any
    log_path: str


View = Callable[..., HttpResponseBase]


def client_address(request: HttpRequest) -> str:
    """The address of whoever asks, "" when it is not known (a server that listens on a socket file).

    Behind the office's proxy (BEHIND_PROXY) it is the last hop of X-Forwarded-For: the one that the proxy itself saw.
    What stands before it was written by the visitor, and without a proxy the whole header was: both are ignored.
    """
    peer = str(request.META.get("REMOTE_ADDR") or "")
    if not settings.BEHIND_PROXY:
        return peer
    last = str(request.META.get("HTTP_X_FORWARDED_FOR", "")).rpartition(",")[2].strip()
    try:
        return str(ip_address(last))
    except ValueError:
        return peer


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in, and then back to the page that one came from: an address that only takes what a form sends shows
    nothing, and of what HTMX asks for a part the whole page is meant (it is told to go there, not to swap)."""
    part = request.headers.get("HX-Request") == "true"
    back = request.get_full_path()
    if part or request.method not in {"GET", "HEAD"}:
        came = request.headers.get("HX-Current-URL") or request.headers.get("Referer", "")
        safe = url_has_allowed_host_and_scheme(came, {request.get_host()}, require_https=request.is_secure())
        parts = urlsplit(came if safe else "/")
        back = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    answer = redirect_to_login(back)
    if part:
        return HttpResponse(headers={"HX-Redirect": answer["Location"]})
    return answer


def requires(*deeds: str) -> Callable[[View], View]:
    """Lets in whoever may do one of the deeds; sends visitors to sign in, answers others with 403."""

    def wrap(view: View) -> View:
        @wraps(view)
        def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            actor = request.actor  # type: ignore[attr-defined]
            if not actor.signed_in:
                return _to_sign_in(request)
            if not any(actor.may(deed) for deed in deeds):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        inner.deeds = deeds  # type: ignore[attr-defined]
        return inner

    return wrap


def signed_in(view: View) -> View:
    """Lets in everyone who has signed in."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.actor.signed_in:  # type: ignore[attr-defined]
            return _to_sign_in(request)
        return view(request, *args, **kwargs)

    inner.deeds = "signed_in"  # type: ignore[attr-defined]
    return inner


def public(view: View) -> View:
    """Says that a view is open to everyone on purpose."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(request, *args, **kwargs)

    inner.deeds = "public"  # type: ignore[attr-defined]
    return inner
