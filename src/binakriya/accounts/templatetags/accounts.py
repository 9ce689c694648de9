"""Words of roles."""

from django import template
from django.utils.functional import Promise

from binakriya.accounts.rules import Role
from binakriya.accounts.words import ROLES

register = template.Library()


@register.filter
def role_word(role: str) -> Promise | str:
    """`officer` → "Petugas dinas"."""
    return ROLES[Role(role)] if role in set(Role) else role
