"""Puts the actor on the request, answers what an operation refuses, ends idle sessions, asks for a second factor."""

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import SESSION_KEY, logout
from django.core.exceptions import MiddlewareNotUsed, ObjectDoesNotExist, PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from binakriya.accounts.queries import actor_for, has_second_factor
from binakriya.accounts.rules import Actor, NotAllowed, visitor
from binakriya.foundation.doors import client_address


def origin_of(request: HttpRequest) -> str:
    return f"web {client_address(request)}".strip()


def _actor(request: HttpRequest) -> Actor:
    if not request.user.is_authenticated:
        return visitor(origin_of(request))
    return actor_for(person=request.user, origin=origin_of(request))


# So much of the idle time may pass before the session notes again that it is in use: a row is not written a page.
_NOTED_AGAIN = 0.1
_SEEN = "seen"


def note_use(session: Any) -> None:
    """The session is in use now; at sign-in, so that the first page need not write it."""
    session[_SEEN] = int(time.time())


class IdleSessions:
    """Signs out whose session nobody used for SESSION_IDLE_MINUTES (0: only the whole length of a session counts)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.most = settings.SESSION_IDLE_MINUTES * 60
        if not self.most:
            raise MiddlewareNotUsed

    def __call__(self, request: HttpRequest) -> HttpResponse:
        session = request.session
        if SESSION_KEY in session:
            now = int(time.time())
            idle = now - session.get(_SEEN, now)
            if idle > self.most:
                logout(request)
            elif _SEEN not in session or idle > self.most * _NOTED_AGAIN:
                note_use(session)
        return self.get_response(request)


# What one must reach to set a second factor up, to leave, or to read the screen.
_ALWAYS = ("mfa_", "account_logout", "account_reauthenticate", "set_", "alive", "ready")


class SecondFactor:
    """Leads those whose role must have a second factor (SECOND_FACTOR_ROLES) to set one up before anything else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.roles = frozenset(settings.SECOND_FACTOR_ROLES)
        if not self.roles:
            raise MiddlewareNotUsed

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, _view: object, _args: object, _kwargs: Any) -> HttpResponse | None:
        match = request.resolver_match
        if match is None or (match.url_name or "").startswith(_ALWAYS) or SESSION_KEY not in request.session:
            return None
        actor = request.actor  # type: ignore[attr-defined]
        if actor.id is None or not self.roles & {role.value for role in actor.roles}:
            return None
        if has_second_factor(person_id=actor.id):
            return None
        messages.warning(request, _("Peran Anda menuntut langkah kedua saat masuk. Pasang di sini, lalu lanjutkan."))
        return redirect("mfa_index")


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
