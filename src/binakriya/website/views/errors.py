"""Error pages: what happened, what is safe, what to do, and a reference number."""

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from binakriya.website.middleware import ForbiddenCharacters


def _page(request: HttpRequest, status: int, template: str = "") -> HttpResponse:
    return render(
        request,
        f"website/errors/{template or status}.html",
        {"status": status, "reference": getattr(request, "reference", "")},
        status=status,
    )


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    # Django answers a body over the limits as a bad request; it is one of size.
    if isinstance(exception, RequestDataTooBig):
        return _page(request, 413)
    if isinstance(exception, TooManyFieldsSent | TooManyFilesSent):
        return _page(request, 400, "many")
    return _page(request, 400, "characters" if isinstance(exception, ForbiddenCharacters) else "")


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, 403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's token is missing or old: nothing was written, and sending it again from a fresh page helps."""
    return _page(request, 403, "csrf")


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, 404)


def too_many_requests(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page(request, 429)


def server_error(request: HttpRequest) -> HttpResponse:
    return _page(request, 500)
