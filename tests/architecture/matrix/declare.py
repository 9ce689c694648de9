"""The words in which rooms declare their URLs; explained in the package's docstring."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from tests.people import CALLERS, World

from binakriya.accounts.rules import MAY, Deed, Role

Callers = frozenset[str]
PUBLIC: Callers = frozenset(CALLERS)
SIGNED_IN: Callers = PUBLIC - {"visitor"}


def _role(caller: str) -> Role | None:
    if caller == "visitor":
        return None
    return Role.OFFICER if caller == "other_officer" else Role(caller)


def by_deed(*deeds: Deed) -> Callers:
    """Whoever may do one of the deeds."""
    return frozenset(
        caller for caller in CALLERS if (role := _role(caller)) is not None and any(d in MAY[role] for d in deeds)
    )


def only(*callers: str) -> Callers:
    unknown = set(callers) - PUBLIC
    assert not unknown, unknown
    return frozenset(callers)


@dataclass(frozen=True)
class Page:
    allowed: Callers
    kwargs: Callable[[World], dict[str, Any]] | None = None
    methods: Literal["GET", "POST", "BOTH"] = "GET"
    office_bound: bool = False
    query: str = ""
    post: Callable[[World], dict[str, Any]] | None = None
    missing_is_fine: bool = False

    def lets_in(self, caller: str) -> bool:
        return caller in self.allowed and not (self.office_bound and caller == "other_officer")
