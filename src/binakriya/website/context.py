"""What every page's frame knows."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import Promise, SimpleLazyObject

from binakriya.accounts.rules import Role, visitor
from binakriya.accounts.words import ROLE_NOTES, ROLES
from binakriya.website.navigation import navigation_for

THEMES = ("auto", "light", "dark")


@dataclass(frozen=True, slots=True)
class DemoRole:
    """A button of the demo's sign-in page."""

    value: str
    label: str | Promise
    note: str | Promise
    icon: str


DEMO_ROLES = tuple(
    DemoRole(value=role.value, label=ROLES[role], note=ROLE_NOTES[role], icon=icon)
    for role, icon in (
        (Role.OFFICER, "clipboard-list"),
        (Role.ADMINISTRATOR, "shield-check"),
        (Role.PRACTITIONER, "book-open"),
        (Role.MAKER, "store"),
        (Role.CURATOR, "award"),
        (Role.LEADERSHIP, "chart-column"),
    )
)


def shell(request: HttpRequest) -> dict[str, Any]:
    """actor, navigation (read only where a page shows it), theme, demo and its roles, the reference of the request."""
    actor = getattr(request, "actor", None) or visitor()
    theme = request.COOKIES.get("tema", "auto")
    return {
        "actor": actor,
        "demo": settings.DEMO,
        "demo_roles": DEMO_ROLES,
        "theme": theme if theme in THEMES else "auto",
        "navigation": SimpleLazyObject(lambda: navigation_for(actor=actor, path=request.path)),
        "reference": getattr(request, "reference", ""),
    }
