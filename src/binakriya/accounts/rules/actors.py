"""Whoever acts. Operations get an Actor as `by`; it knows its roles and its office, and nothing of the web."""

from dataclasses import dataclass
from uuid import UUID

from binakriya.accounts.rules.roles import MAY, Deed, Role


class NotAllowed(Exception):
    """The actor may not do this; `deed` says what was asked."""

    def __init__(self, deed: str) -> None:
        super().__init__(deed)
        self.deed = deed


@dataclass(frozen=True, slots=True)
class Actor:
    """`origin` says from where: `web 10.0.0.7`, `shell`, `task`. `office_id` None: no office (maker, visitor).
    `office_label`: the office's short name, for the frame of the page."""

    id: UUID | None
    label: str
    roles: frozenset[Role] = frozenset()
    office_id: UUID | None = None
    origin: str = ""
    system: bool = False
    office_label: str = ""

    def may(self, deed: Deed) -> bool:
        return self.system or any(deed in MAY[role] for role in self.roles)

    @property
    def signed_in(self) -> bool:
        return self.id is not None


def visitor(origin: str = "web") -> Actor:
    """Someone who has not signed in."""
    return Actor(id=None, label="pengunjung", origin=origin)


def machine(origin: str) -> Actor:
    """The software itself (set-up, demo, tasks): may do everything, and the ledger says that it did."""
    return Actor(id=None, label="Binakriya", origin=origin, system=True)


def check_may(actor: Actor, deed: Deed) -> None:
    """Raises NotAllowed."""
    if not actor.may(deed):
        raise NotAllowed(deed)


def may_office(actor: Actor, office_id: UUID | None) -> bool:
    """True when the actor's work reaches what belongs to this office."""
    return actor.system or (actor.office_id is not None and actor.office_id == office_id)


def check_office(actor: Actor, office_id: UUID | None) -> None:
    """Raises NotAllowed when the thing belongs to another office."""
    if not may_office(actor, office_id):
        raise NotAllowed("office")
