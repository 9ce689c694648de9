"""What rooms above hold about a person: for the copy of one's own data, and to be let go when an account is erased.

A room adds a provider when it starts (`AppConfig.ready`), as it adds its words to the ledger:

    from binakriya.accounts.own_data import add_own_data

    def enterprises_of(*, person_id: UUID) -> list[dict[str, Any]]: ...
    def forget_links(*, person_id: UUID) -> None: ...
    add_own_data("enterprises", enterprises_of)
    add_forgetting("enterprises", forget_links)
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

Provider = Callable[..., Any]
Forgetting = Callable[..., None]
_PROVIDERS: dict[str, Provider] = {}
_FORGETTINGS: dict[str, Forgetting] = {}


def add_own_data(name: str, provider: Provider) -> None:
    """`provider(person_id=…)` answers with JSON-able values; `name` is their key in the file. Adding it twice changes
    nothing."""
    _PROVIDERS[name] = provider


def own_data_of(person_id: UUID) -> dict[str, Any]:
    """By name, in the order in which the rooms stand."""
    return {name: provider(person_id=person_id) for name, provider in _PROVIDERS.items()}


def add_forgetting(name: str, forgetting: Forgetting) -> None:
    """`forgetting(person_id=…)` lets go, within the caller's transaction, of what ties the room to the account."""
    _FORGETTINGS[name] = forgetting


def forget_in_rooms(person_id: UUID) -> None:
    """In the order in which the rooms stand."""
    for forgetting in _FORGETTINGS.values():
        forgetting(person_id=person_id)
