"""Words of roles, and the roles of the demo's sign-in buttons."""

from django import template
from django.utils.functional import Promise

from binakriya.accounts.rules import Role
from binakriya.accounts.rules.demo import DEMO_PEOPLE
from binakriya.accounts.words import ROLE_NOTES, ROLES

register = template.Library()


@register.filter
def role_word(role: str) -> Promise | str:
    """`officer` → "Petugas dinas"."""
    return ROLES[Role(role)] if role in set(Role) else role


@register.simple_tag
def demo_roles() -> list[tuple[str, Promise, str, Promise]]:
    """(role, its word, the made-up person's name, what the role does), for `accounts:demo-signin`."""
    return [(d.role.value, ROLES[d.role], d.name, ROLE_NOTES[d.role]) for d in DEMO_PEOPLE]
