"""What rooms above hold about a person, for the copy of one's own data.

A room adds a provider when it starts (`AppConfig.ready`), as it adds its words to the ledger:

    from binakriya.accounts.own_data import add_own_data

    def enterprises_of(*, person_id: UUID) -> list[dict[str, Any]]: ...
    add_own_data("enterprises", enterprises_of)
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

Provider = Callable[..., Any]
_PROVIDERS: dict[str, Provider] = {}


def add_own_data(name: str, provider: Provider) -> None:
    """`provider(person_id=…)` answers with JSON-able values; `name` is their key in the file. Adding it twice changes
    nothing."""
    _PROVIDERS[name] = provider


def own_data_of(person_id: UUID) -> dict[str, Any]:
    """By name, in the order in which the rooms stand."""
    return {name: provider(person_id=person_id) for name, provider in _PROVIDERS.items()}
