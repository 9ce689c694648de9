"""Who may do what: the one table of the house, on plain values."""

from binakriya.accounts.rules.actors import Actor, NotAllowed, check_may, check_office, machine, may_office, visitor
from binakriya.accounts.rules.roles import MAY, Deed, Role
from binakriya.foundation.rules.refusals import Refused

__all__ = [
    "MAY",
    "Actor",
    "Deed",
    "NotAllowed",
    "Refused",
    "Role",
    "check_may",
    "check_office",
    "machine",
    "may_office",
    "visitor",
]
