"""The thread of an activity: where it stands and what comes next, for an officer who has never seen Binakriya."""

from dataclasses import dataclass

from binakriya.training.rules.states import BEFORE_REGISTRATION, ActivityState

STEPS = ("lists", "plan", "invitations", "registration", "tickets", "attendance", "certificates", "report")


@dataclass(frozen=True, slots=True)
class Standing:
    """Counts of one activity. `enterprises`: what the office's registry holds; `eligible`: who may get a certificate
    and has none yet; `over`: the last session has ended; `early`: its day is still to come; `late`: the time to
    register is up, or the day is here."""

    state: str
    over: bool = False
    early: bool = False
    late: bool = False
    quota: int = 0
    enterprises: int = 0
    sessions: int = 0
    invited: int = 0
    seated: int = 0
    attended: int = 0
    eligible: int = 0
    certificates: int = 0
    report_versions: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """state: `done`, `now` (the next step) or "" (to come)."""

    key: str
    state: str


def _done(standing: Standing) -> dict[str, bool]:
    s, state = standing, standing.state
    past_opening = state in (ActivityState.CLOSED, ActivityState.RUNNING, ActivityState.DONE, ActivityState.REPORTED)
    held = state in (ActivityState.DONE, ActivityState.REPORTED)
    return {
        # An activity may be held without a registry: who registers comes into it.
        "lists": s.enterprises > 0 or s.seated > 0 or state not in BEFORE_REGISTRATION,
        "plan": s.sessions > 0,
        "invitations": s.invited > 0 or s.seated > 0 or past_opening,
        "registration": past_opening and s.seated > 0,
        "tickets": state in (ActivityState.RUNNING, ActivityState.DONE, ActivityState.REPORTED),
        "attendance": held,
        "certificates": held and s.eligible == 0,
        "report": state == ActivityState.REPORTED,
    }


def steps(standing: Standing) -> tuple[Step, ...]:
    """All steps in order; exactly one is `now`, the earliest that is not done, unless all are done or the activity
    was cancelled."""
    done = _done(standing)
    now = None if standing.state == ActivityState.CANCELLED else next((key for key in STEPS if not done[key]), None)
    return tuple(Step(key, "now" if key == now else "done" if done[key] else "") for key in STEPS)


# Seats of ten that are to be taken before closing the registration is the next step.
NEARLY_FULL = 9


def is_enough(standing: Standing) -> bool:
    """Nearly all seats are taken, or there is no time left to fill them."""
    return standing.late or standing.seated * 10 >= standing.quota * NEARLY_FULL


def next_step(standing: Standing) -> str:
    """The key of the next step, with what is to be done where one step has several: "" when nothing is left."""
    key = next((step.key for step in steps(standing) if step.state == "now"), "")
    if key == "registration":
        if standing.state in BEFORE_REGISTRATION:
            return "open"
        if not is_enough(standing):
            return "share" if standing.state == ActivityState.OPEN else "fill"
        return "close" if standing.seated else "fill"
    if key == "tickets":
        return "prepare" if standing.early else "start"
    if key == "attendance":
        return "finish" if standing.over and standing.attended else "check_in"
    if key == "report":
        return "write" if standing.report_versions == 0 else "hand_in"
    return key
