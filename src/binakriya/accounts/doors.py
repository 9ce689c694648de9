"""Doors of views: who may come in (`requires(Deed.…)`, `signed_in`, `public`)."""

from collections.abc import Callable

from binakriya.accounts.rules import Actor, Deed
from binakriya.foundation import doors
from binakriya.foundation.doors import View, public, signed_in

__all__ = ["View", "Visit", "public", "requires", "signed_in"]


class Visit(doors.Visit):
    """The request as views get it: `def page(request: Visit) -> HttpResponse`."""

    actor: Actor


def requires(*deeds: Deed) -> Callable[[View], View]:
    """Lets in whoever may do one of the deeds; sends visitors to sign in, answers others with 403."""
    return doors.requires(*deeds)
