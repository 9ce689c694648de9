"""Puts the actor on the request, and answers what an operation refuses."""

from collections.abc import Callable

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from binakriya.accounts.queries import actor_for
from binakriya.accounts.rules import Actor, NotAllowed, visitor
from binakriya.foundation.doors import client_address


def origin_of(request: HttpRequest) -> str:
    return f"web {client_address(request)}".strip()


def _actor(request: HttpRequest) -> Actor:
    if not request.user.is_authenticated:
        return visitor(origin_of(request))
    return actor_for(person=request.user, origin=origin_of(request))


class ActorMiddleware:
    """`request.actor`, read from the database only when a view asks for it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: _actor(request))  # type: ignore[attr-defined]
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """An operation's NotAllowed becomes 403, and 404 for what belongs to another office or does not exist."""
        if isinstance(exception, NotAllowed):
            if exception.deed == "office":
                raise Http404 from exception
            raise PermissionDenied from exception
        if isinstance(exception, ObjectDoesNotExist):
            raise Http404 from exception
