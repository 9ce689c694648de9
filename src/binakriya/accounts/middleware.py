"""Puts the actor on the request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from binakriya.accounts.queries import actor_for
from binakriya.accounts.rules import Actor, visitor


def _actor(request: HttpRequest) -> Actor:
    origin = f"web {request.META.get('REMOTE_ADDR', '')}"
    if request.user.is_authenticated:
        return actor_for(person=request.user, origin=origin)
    return visitor(origin)


class ActorMiddleware:
    """`request.actor`, an accounts.rules.Actor, read when first asked for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: _actor(request))  # type: ignore[attr-defined]
        return self.get_response(request)
