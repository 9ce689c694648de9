"""What rooms above know of a product, shown on its page (a pack specification, say).

A room adds a provider when it starts (`AppConfig.ready`):

    from binakriya.products.panels import Panel, Step, add_panel

    def specifications(*, actor: Actor, product_id: UUID) -> Panel | None: ...
    add_panel(specifications)

`Panel.step`: what is to be done next in that room, offered once the product is measured.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.functional import Promise

from binakriya.accounts.rules import Actor


@dataclass(frozen=True, slots=True)
class Step:
    """`href`: an address of the room above."""

    title: str | Promise
    text: str | Promise
    button: str | Promise
    href: str
    icon: str = "arrow-right"


@dataclass(frozen=True, slots=True)
class Panel:
    """`template` draws one card and finds `data` under the name `panel`; "" for a step alone."""

    template: str
    data: Any
    step: Step | None = None


Provider = Callable[..., Panel | None]
_PROVIDERS: list[Provider] = []


def add_panel(provider: Provider) -> None:
    """`provider(actor=…, product_id=…)`; adding it twice changes nothing."""
    if provider not in _PROVIDERS:
        _PROVIDERS.append(provider)


def panels_for(*, actor: Actor, product_id: UUID) -> list[Panel]:
    """What the rooms above have to show of a product that the actor may see, in the order in which they stand."""
    found = (provider(actor=actor, product_id=product_id) for provider in _PROVIDERS)
    return [panel for panel in found if panel is not None]
