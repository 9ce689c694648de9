"""Pages of the frame itself: all pages as a list, help, the theme, search."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from binakriya.accounts.doors import public, signed_in
from binakriya.website.context import THEMES
from binakriya.website.queries import search_page

YEAR = 60 * 60 * 24 * 365


@public
def more(request: HttpRequest) -> HttpResponse:
    """Everything that the side bar of a wide screen lists, as a page for phones."""
    return render(request, "website/more.html")


@public
def help_index(request: HttpRequest) -> HttpResponse:
    return render(request, "website/help.html")


@signed_in
def search(request: HttpRequest) -> HttpResponse:
    text = " ".join(request.GET.get("q", "").split())[:100]
    page = search_page(text=text, by=request.actor, now=timezone.now())  # type: ignore[attr-defined]
    return render(request, "website/search.html", {"page": page})


@require_POST
@public
def set_theme(request: HttpRequest) -> HttpResponse:
    """Keeps light, dark or automatic in a cookie that scripts may write too, and goes back."""
    back = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}, require_https=request.is_secure()):
        back = "/"
    response = redirect(back)
    theme = request.POST.get("theme", "")
    if theme in THEMES:
        response.set_cookie("tema", theme, max_age=YEAR, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)
    return response
