"""What rooms above know of an enterprise, shown on its page.

A room adds a provider when it starts (`AppConfig.ready`), as it adds its words to the ledger:

    from binakriya.registry.panels import Panel, add_panel

    def trainings(*, actor: Actor, enterprise_id: UUID) -> Panel | None: ...
    add_panel(trainings)

The page asks each provider in the order in which they were added; None means that there is nothing to show.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from binakriya.accounts.rules import Actor


@dataclass(frozen=True, slots=True)
class Panel:
    """`template` draws one card and finds `data` under the name `panel`."""

    template: str
    data: Any


Provider = Callable[..., Panel | None]
_PROVIDERS: list[Provider] = []


def add_panel(provider: Provider) -> None:
    """`provider(actor=…, enterprise_id=…)`; adding it twice changes nothing."""
    if provider not in _PROVIDERS:
        _PROVIDERS.append(provider)


def panels_for(*, actor: Actor, enterprise_id: UUID) -> list[Panel]:
    """What the rooms above have to show of an enterprise that the actor may see."""
    found = (provider(actor=actor, enterprise_id=enterprise_id) for provider in _PROVIDERS)
    return [panel for panel in found if panel is not None]
