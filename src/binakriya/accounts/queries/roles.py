"""The table of roles and deeds, for the help page."""

from dataclasses import dataclass

from django.utils.functional import Promise

from binakriya.accounts.rules import MAY, Deed, Role
from binakriya.accounts.words import DEEDS, ROLE_NOTES, ROLES


@dataclass(frozen=True, slots=True)
class RoleColumn:
    role: Role
    word: Promise
    note: Promise


@dataclass(frozen=True, slots=True)
class DeedRow:
    """`cells`: (word of the role, whether it may), in the order of the columns."""

    deed: Deed
    word: Promise
    cells: tuple[tuple[Promise, bool], ...]


@dataclass(frozen=True, slots=True)
class RolesPage:
    columns: tuple[RoleColumn, ...]
    rows: tuple[DeedRow, ...]


def roles_page() -> RolesPage:
    """Made from MAY alone: what the page says is what the software does."""
    return RolesPage(
        tuple(RoleColumn(role, ROLES[role], ROLE_NOTES[role]) for role in Role),
        tuple(DeedRow(deed, DEEDS[deed], tuple((ROLES[role], deed in MAY[role]) for role in Role)) for deed in Deed),
    )
