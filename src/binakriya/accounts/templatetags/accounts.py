"""Words of roles; what an actor may; whether the sign-up is open."""

from django import template
from django.conf import settings
from django.utils.functional import Promise

from binakriya.accounts.rules import Actor, Deed, Role
from binakriya.accounts.words import ROLES

register = template.Library()


@register.simple_tag
def signup_open() -> bool:
    """Whether makers may open an account by themselves."""
    return bool(settings.ACCOUNT_SIGNUP_OPEN)


@register.filter
def role_word(role: str) -> Promise | str:
    """`officer` → "Petugas dinas"."""
    return ROLES[Role(role)] if role in set(Role) else role


@register.filter
def may(actor: Actor, deed: str) -> bool:
    """`{% if actor|may:"training.plan" %}`: a button is shown to whom it does not lead into a wall."""
    return actor.may(Deed(deed))
