"""The day of an activity: nothing is held, attended or certified before it."""

from datetime import date

from binakriya.accounts.rules import Refused
from binakriya.training.rules.states import ActivityState

# Steps that say that the activity is held.
HELD_BY = ("start", "finish")


def is_early(*, starts_on: date, today: date) -> bool:
    return today < starts_on


def check_move_day(*, move: str, starts_on: date, today: date, reason: str) -> None:
    """Before its day an activity starts and ends only for a reason that is written down; raises Refused("early")."""
    if move in HELD_BY and is_early(starts_on=starts_on, today=today) and not reason.strip():
        raise Refused("early")


def check_in_day(*, state: str, starts_on: date, today: date) -> None:
    """Nobody is present before the day, unless the activity was started early for a reason; raises Refused."""
    if is_early(starts_on=starts_on, today=today) and state != ActivityState.RUNNING:
        raise Refused("check_in_early")


def check_certificate_day(*, starts_on: date, today: date) -> None:
    """No certificate bears a date before the activity that it speaks of; raises Refused."""
    if is_early(starts_on=starts_on, today=today):
        raise Refused("certificate_early")
