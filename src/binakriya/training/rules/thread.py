"""The thread of an activity: where it stands and what comes next, for an officer who has never seen Binakriya."""

from dataclasses import dataclass

from binakriya.training.rules.states import BEFORE_REGISTRATION, ActivityState

STEPS = ("lists", "plan", "invitations", "registration", "tickets", "attendance", "certificates", "report")


@dataclass(frozen=True, slots=True)
class Standing:
    """Counts of one activity. `enterprises`: what the office's registry holds; `eligible`: who may get a certificate
    and has none yet; `over`: the last session has ended."""

    state: str
    over: bool = False
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


def next_step(standing: Standing) -> str:
    """The key of the next step, with what is to be done where one step has several: "" when nothing is left."""
    key = next((step.key for step in steps(standing) if step.state == "now"), "")
    if key == "registration":
        return (
            "open"
            if standing.state in (ActivityState.DRAFT, ActivityState.ANNOUNCED)
            else ("fill" if standing.seated == 0 else "close")
        )
    if key == "tickets":
        return "start"
    if key == "attendance":
        return "finish" if standing.over and standing.attended else "check_in"
    if key == "report":
        return "write" if standing.report_versions == 0 else "hand_in"
    return key
