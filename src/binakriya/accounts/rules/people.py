"""Rules about people and invitations, on plain values."""

import re
from datetime import datetime, timedelta
from uuid import UUID

from binakriya.accounts.rules.actors import Actor
from binakriya.accounts.rules.roles import Role
from binakriya.foundation.rules.refusals import Refused
from binakriya.foundation.rules.text import is_readable

INVITATION_LASTS = timedelta(days=7)
# A link that ran out may be renewed for so long; then its name and contact are forgotten.
INVITATION_KEPT = timedelta(days=30)
# UU 27/2022: access, and stopping after a withdrawal or a request, within three times twenty-four hours.
ANSWER_WITHIN = timedelta(hours=72)

# A role that is held for an organisation of this kind; the others are held for none.
ORGANISATION_OF_ROLE: dict[Role, tuple[str, ...]] = {
    Role.ADMINISTRATOR: ("office",),
    Role.OFFICER: ("office",),
    Role.PRACTITIONER: ("institution", "office"),
    Role.MAKER: ("association",),
    Role.CURATOR: ("office", "association", "institution"),
    Role.LEADERSHIP: ("office",),
}
ORGANISATION_REQUIRED = frozenset({Role.ADMINISTRATOR, Role.OFFICER, Role.LEADERSHIP})


NAME_LONGEST, EMAIL_LONGEST = 120, 254
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")


def check_contact(name: str, email: str) -> None:
    """`email` may be empty; raises Refused("name_length"), Refused("email_unreadable")."""
    if len(name.strip()) > NAME_LONGEST or not is_readable(name):
        raise Refused("name_length")
    email = email.strip()
    if email and (len(email) > EMAIL_LONGEST or not _EMAIL.fullmatch(email)):
        raise Refused("email_unreadable")


def check_organisation_fits(role: Role, kind: str | None) -> None:
    """`kind` of the organisation that the role is given for, None for none; raises Refused."""
    if kind is None:
        if role in ORGANISATION_REQUIRED:
            raise Refused("organisation_needed")
        return
    if kind not in ORGANISATION_OF_ROLE[role]:
        raise Refused("organisation_kind")


def check_administrator_remains(others: int) -> None:
    """`others`: active administrators of the same office besides the one who would leave; raises Refused."""
    if others < 1:
        raise Refused("last_administrator")


def keeps(actor: Actor, keeper: UUID | None, sole_office: UUID | None) -> bool:
    """Whether a thing that several offices see is the actor's to act on. `keeper`: the office that brought it in; where
    nobody did, the only office of the installation (`sole_office`; None when there are several)."""
    return actor.system or (actor.office_id is not None and actor.office_id == (keeper or sole_office))


def reaches(actor: Actor, offices: frozenset[UUID], *, cared_by: UUID | None, sole_office: UUID | None) -> bool:
    """Whether an administrator's care reaches a person: who works for their office, or who works for none and was
    brought in by it."""
    if offices:
        return actor.system or actor.office_id in offices
    return keeps(actor, cared_by, sole_office)


def invitation_state(
    *, accepted_at: datetime | None, revoked_at: datetime | None, expires_at: datetime, now: datetime
) -> str:
    """`accepted`, `revoked`, `expired` or `open`."""
    if accepted_at:
        return "accepted"
    if revoked_at:
        return "revoked"
    return "expired" if now >= expires_at else "open"
