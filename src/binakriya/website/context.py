"""What every page's frame knows."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.functional import Promise, SimpleLazyObject

from binakriya.accounts.queries import OrganisationInfo, organisation
from binakriya.accounts.rules import Actor, Role, visitor
from binakriya.accounts.words import ROLE_NOTES, ROLES
from binakriya.website.navigation import navigation_for

THEMES = ("auto", "light", "dark")
OFFICE_SECONDS = 300  # how long a renamed office keeps its old name at the head of pages


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


def _office(actor: Actor) -> OrganisationInfo | None:
    """The office that the actor works for."""
    office_id = actor.office_id
    if office_id is None:
        return None
    found: OrganisationInfo | None = cache.get_or_set(
        f"office:{office_id}", lambda: organisation(office_id), OFFICE_SECONDS
    )
    return found


def shell(request: HttpRequest) -> dict[str, Any]:
    """Who acts, for which office, where one can go (read only where a page shows it), and how it looks."""
    actor = getattr(request, "actor", None) or visitor()
    theme = request.COOKIES.get("tema", "auto")
    return {
        "actor": actor,
        "office": SimpleLazyObject(lambda: _office(actor)),
        "demo": settings.DEMO,
        "demo_roles": DEMO_ROLES,
        "theme": theme if theme in THEMES else "auto",
        "navigation": SimpleLazyObject(lambda: navigation_for(actor=actor, path=request.path)),
        "reference": getattr(request, "reference", ""),
    }
