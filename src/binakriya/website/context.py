"""What every page's frame knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.functional import SimpleLazyObject

from binakriya.accounts.rules import visitor
from binakriya.website.navigation import navigation_for

THEMES = ("auto", "light", "dark")


def shell(request: HttpRequest) -> dict[str, Any]:
    """actor, navigation (read only where a page shows it), theme, demo, and the address of the icons."""
    actor = getattr(request, "actor", None) or visitor()
    theme = request.COOKIES.get("tema", "auto")
    return {
        "actor": actor,
        "demo": settings.DEMO,
        "theme": theme if theme in THEMES else "auto",
        "sprite": static("build/icons.svg"),
        "navigation": SimpleLazyObject(lambda: navigation_for(actor=actor, path=request.path)),
        "reference": getattr(request, "reference", ""),
    }
