"""People who may assess for an office: practitioners and curators that it brought in or employs."""

from dataclasses import dataclass
from uuid import UUID

from binakriya.accounts.queries import people_page
from binakriya.accounts.rules import MAY, Actor, Deed, Role
from binakriya.foundation.rules.refusals import Refused

ROLES = tuple(role for role in Role if Deed.QUALITY_ASSESS in MAY[role])


@dataclass(frozen=True, slots=True)
class WhoAssesses:
    id: UUID
    name: str
    roles: tuple[Role, ...]


def people_who_assess(*, by: Actor, office_id: UUID) -> tuple[WhoAssesses, ...]:
    """Active ones whom the actor's office reaches, by name. Raises Refused("no_office") for another office."""
    if not by.system and by.office_id != office_id:
        raise Refused("no_office")
    found: dict[UUID, WhoAssesses] = {}
    for role in ROLES:
        number, pages = 1, 1
        while number <= pages:
            page = people_page(by=by, role=role.value, number=number)
            pages, number = page.pages, number + 1
            for row in page.rows:
                if row.is_active:
                    found[row.id] = WhoAssesses(
                        row.id, row.name, tuple(one.role for one in row.grants if one.role in ROLES)
                    )
    return tuple(sorted(found.values(), key=lambda one: (one.name.casefold(), str(one.id))))
