"""The small world of the tests: two offices, one person of each role, made by the software's own operations."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django.contrib.auth import get_user_model
from django.test import Client

from binakriya.accounts.operations import add_person, create_organisation, grant_role
from binakriya.accounts.queries import actor_of
from binakriya.accounts.rules import Actor, Role, machine, visitor

# Who may knock at a door. "other_officer" is an officer of another office.
CALLERS = (
    "visitor",
    "administrator",
    "officer",
    "other_officer",
    "practitioner",
    "maker",
    "curator",
    "leadership",
)
PASSWORD = "anyaman-bambu-27"
T = TypeVar("T")


@dataclass
class World:
    """`office_id`, `other_office_id`: the two offices. `people`: caller → id. `things`: what rooms made, by name."""

    now: datetime
    office_id: UUID
    other_office_id: UUID
    association_id: UUID
    people: dict[str, UUID]
    things: dict[str, Any] = field(default_factory=dict)

    def actor(self, who: str) -> Actor:
        return visitor("test") if who == "visitor" else actor_of(person_id=self.people[who], origin="test")

    @property
    def system(self) -> Actor:
        return machine("test")

    def client(self, who: str, **options: Any) -> Client:
        client = Client(**options)
        if who != "visitor":
            client.force_login(get_user_model().objects.get(id=self.people[who]))
        return client

    def once(self, name: str, make: Callable[["World"], T]) -> T:
        """What `make` makes, made once in this world: `world.once("registry.enterprise", make_enterprise)`."""
        if name not in self.things:
            self.things[name] = make(self)
        made: T = self.things[name]
        return made


def build_world(now: datetime) -> World:
    by = machine("test")
    office = create_organisation(
        kind="office",
        name="Dinas Perindustrian dan Perdagangan Kota Tangerang Selatan",
        short_name="Disperindag Tangsel",
        region_code="36.74",
        by=by,
        now=now,
    )
    other = create_organisation(
        kind="office", name="Dinas Perindag Kota Lain", short_name="Disperindag Lain", by=by, now=now
    )
    association = create_organisation(
        kind="association", name="Asosiasi Industri Kreatif Pamulang", short_name="ASIPA", by=by, now=now
    )
    people: dict[str, UUID] = {}
    for who in CALLERS[1:]:
        role = Role.OFFICER if who == "other_officer" else Role(who)
        people[who] = add_person(
            name=f"Orang {who}",
            email=f"{who}@contoh.example",
            password=PASSWORD,
            # Who works for no office was brought in by the first.
            office_id=None if who == "other_officer" else office,
            by=by,
            now=now,
        )
        at = {"administrator": office, "officer": office, "leadership": office, "other_officer": other}.get(who)
        grant_role(person_id=people[who], role=role, organisation_id=at, by=by, now=now)
    return World(now, office, other, association, people)
