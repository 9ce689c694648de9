"""The room's rules, without a database."""

from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binakriya.accounts.rules import Refused
from binakriya.accounts.rules.offices import city_of
from binakriya.training.rules import numbering, seats, states, thread, tickets
from binakriya.training.rules.states import ACTIVITY, MACHINES, REGISTRATION, ActivityState

DAY = datetime(2018, 11, 16, 9, 0)


# --- states -----------------------------------------------------------------------------------------------------------


def test_the_documented_diagram_is_made_from_the_table() -> None:
    page = Path(__file__).parents[2] / "docs" / "reference" / "training-states.md"
    assert page.read_text(encoding="utf-8") == states.reference(), "run scripts/make_state_diagrams.py"


@pytest.mark.parametrize("machine", MACHINES, ids=lambda m: m.name)
def test_every_state_can_be_reached(machine: states.Machine) -> None:
    reached = set(machine.first)
    for _round in machine.moves:
        reached |= {m.target for m in machine.moves if reached & set(m.sources)}
    assert reached == set(type(machine.first[0]))


def test_check_raises_and_can_answers() -> None:
    assert states.after(ACTIVITY, "draft", "announce") == "announced"
    assert states.can_move(ACTIVITY, "open", "start")
    assert not states.can_move(ACTIVITY, "draft", "finish")
    with pytest.raises(Refused, match="wrong_state"):
        states.after(ACTIVITY, "reported", "cancel")
    with pytest.raises(Refused):
        states.after(REGISTRATION, "cancelled", "promote")
    assert "cancel" in states.moves_from(ACTIVITY, "draft")


# --- seats ------------------------------------------------------------------------------------------------------------


@given(quota=st.integers(1, 60), taken=st.integers(0, 60), arrivals=st.lists(st.integers(1, 500), unique=True))
def test_the_first_in_line_moves_up_and_never_beyond_the_quota(quota: int, taken: int, arrivals: list[int]) -> None:
    queue = [seats.Waiting(uuid4(), position) for position in arrivals]
    moved = seats.next_in_line(queue, quota=quota, taken=taken)
    assert len(moved) == min(len(queue), max(0, quota - taken))
    by_position = [one.id for one in sorted(queue, key=lambda one: one.position)]
    assert list(moved) == by_position[: len(moved)]


@given(sessions=st.integers(1, 40), share=st.integers(1, 100))
def test_sessions_needed(sessions: int, share: int) -> None:
    needed = seats.sessions_needed(sessions=sessions, share_percent=share)
    assert 1 <= needed <= sessions
    assert needed * 100 >= sessions * share
    assert needed == 1 or (needed - 1) * 100 < sessions * share


def test_attendance_policy() -> None:
    assert seats.may_be_certified(attended=3, sessions=4, share_percent=75)
    assert not seats.may_be_certified(attended=2, sessions=4, share_percent=75)
    assert not seats.may_be_certified(attended=0, sessions=0, share_percent=75)


def test_quota() -> None:
    seats.check_quota(quota=50, taken=50)
    with pytest.raises(Refused, match="quota_below_taken"):
        seats.check_quota(quota=49, taken=50)
    with pytest.raises(Refused, match="quota_range"):
        seats.check_quota(quota=0, taken=0)


def test_training_hours() -> None:
    assert seats.training_hours([(DAY, DAY + timedelta(minutes=90))]) == Decimal(2)
    assert seats.training_hours([(DAY, DAY + timedelta(minutes=60))]) == Decimal("1.5")
    assert seats.training_hours([]) == 0


def test_who_may_register_when() -> None:
    def may(state: str, *, officer: bool = False, closes: datetime | None = None) -> bool:
        return seats.can_register(state=state, by_officer=officer, now=DAY, closes_at=closes)

    assert may("open")
    assert not may("announced")
    assert may("announced", officer=True)
    assert may("running", officer=True)
    assert not may("done", officer=True)
    assert not may("open", closes=DAY)
    assert may("open", closes=DAY + timedelta(seconds=1))


def test_times() -> None:
    with pytest.raises(Refused):
        seats.check_times(DAY, DAY)


# --- tickets ----------------------------------------------------------------------------------------------------------

KEY = "k" * 64
ACTIVITY_ID = UUID(int=7)


@given(st.integers(0, 10**6 - 1))
def test_a_qr_code_is_read_back_and_proves_itself(draw: int) -> None:
    code = tickets.new_code(draw)
    assert len(code) == 6
    text = tickets.qr_content(activity_id=ACTIVITY_ID, code=code, key=KEY)
    scanned = tickets.read_scan(text)
    assert scanned is not None
    assert scanned.code == code
    assert tickets.is_genuine(scanned, activity_id=ACTIVITY_ID, key=KEY)
    assert not tickets.is_genuine(scanned, activity_id=UUID(int=8), key=KEY)
    assert not tickets.is_genuine(scanned, activity_id=ACTIVITY_ID, key="x" * 64)


def test_a_qr_code_is_short_and_of_the_dense_alphabet() -> None:
    text = tickets.qr_content(activity_id=ACTIVITY_ID, code="000123", key=KEY)
    assert len(text) <= 25
    assert set(text) <= set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")


@given(st.text(max_size=60))
def test_whatever_is_scanned_is_read_or_refused(text: str) -> None:
    scanned = tickets.read_scan(text)
    assert scanned is None or len(scanned.code) == 6


def test_typed_codes() -> None:
    assert tickets.read_scan(" 123 456 ") == tickets.Scanned("123456")
    assert tickets.read_scan("123-456") == tickets.Scanned("123456")
    assert tickets.read_scan("12345") is None
    assert tickets.read_scan("١٢٣٤٥٦") is None
    assert tickets.read_scan("BK1:123456:AAAAAAAAAAAAA") is None


# --- numbers ----------------------------------------------------------------------------------------------------------


def test_certificate_numbers() -> None:
    template = numbering.DEFAULT_TEMPLATE
    numbering.check_template(template)
    assert numbering.certificate_number(template, region="36.74", year=2018, number=46) == "BK-3674-2018-0046"
    assert numbering.series_of(template, region="36.74", year=2018) == "BK-3674-2018-#"
    assert numbering.certificate_number(template, region="", year=2018, number=12345) == "BK-0000-2018-12345"


@pytest.mark.parametrize(
    "template",
    [
        "", "BK", "BK-{number}", "BK-{year}", "{number}{number}-{year}", "BK/{year}/{number}",
        "{office}-{year}-{number}", "{year!r}-{number}", "{number:>9999}-{year}", "{year.real}-{number}", "{",
        "{}-{year}-{number}", "bk-{year}-{number}",
        "B" * 40 + "{year}{number}",
    ],
)  # fmt: skip
def test_bad_templates_are_refused(template: str) -> None:
    with pytest.raises(Refused, match="number_template"):
        numbering.check_template(template)


@given(st.integers(1, 10**6), st.integers(2000, 2100))
def test_numbers_of_a_series_differ(number: int, year: int) -> None:
    template = "S{year}-{number:03}"
    numbering.check_template(template)
    first = numbering.certificate_number(template, region="1", year=year, number=number)
    assert first != numbering.certificate_number(template, region="1", year=year, number=number + 1)
    assert numbering.typed_number(f" {first.lower()} ".replace("-", "–")) == first


def test_masked_names() -> None:
    assert numbering.masked_name("Siti Rohmah") == "S••••• R•••••"
    assert numbering.masked_name("Sukarno") == "S•••••"
    assert numbering.masked_name("Anggrek Craft (Ibu Dian)") == "A••••• C••••• I•••••"
    assert numbering.masked_name("“Hj.” Siti – & Rohmah") == "H••••• S••••• R•••••"
    assert numbering.masked_name("") == "•••••"


def test_city() -> None:
    assert city_of("Pemerintah Kota Tangerang Selatan", "") == "Tangerang Selatan"
    assert city_of("Pemerintah Daerah Kabupaten Bantul", "") == "Bantul"
    assert city_of("", "Dinas Perindag Kota Lain") == "Lain"
    assert city_of("", "Dinas") == ""


# --- the thread -------------------------------------------------------------------------------------------------------


def _now(**counts: object) -> str:
    return thread.next_step(thread.Standing(**counts))  # type: ignore[arg-type]


def test_the_thread_leads_from_lists_to_report() -> None:
    assert _now(state="draft") == "lists"
    assert _now(state="draft", enterprises=9) == "plan"
    assert _now(state="draft", enterprises=9, sessions=3) == "invitations"
    assert _now(state="draft", enterprises=9, sessions=3, invited=3) == "open"
    base = {"enterprises": 9, "sessions": 3, "invited": 3}
    assert _now(state="open", quota=12, **base) == "share"
    assert _now(state="open", quota=12, seated=1, **base) == "share"
    assert _now(state="open", quota=12, seated=11, **base) == "close"
    assert _now(state="open", quota=12, seated=1, late=True, **base) == "close"
    assert _now(state="open", quota=12, late=True, **base) == "fill"
    assert _now(state="closed", quota=12, **base) == "fill"
    # Registration is open: an empty registry holds nothing up any more.
    assert _now(state="announced", sessions=3, invited=3) == "lists"
    assert _now(state="open", quota=12, sessions=3, invited=3) == "share"
    assert _now(state="closed", seated=5, **base) == "start"
    assert _now(state="closed", seated=5, early=True, **base) == "prepare"
    assert _now(state="running", seated=5, **base) == "check_in"
    assert _now(state="running", seated=5, attended=4, **base) == "check_in"
    assert _now(state="running", over=True, seated=5, **base) == "check_in"
    assert _now(state="running", over=True, seated=5, attended=4, **base) == "finish"
    held = {**base, "seated": 5, "attended": 4}
    assert _now(state="done", eligible=4, **held) == "certificates"
    assert _now(state="done", certificates=4, **held) == "write"
    assert _now(state="done", certificates=4, report_versions=1, **held) == "hand_in"
    assert _now(state="reported", certificates=4, report_versions=1, **held) == ""
    assert _now(state="cancelled") == ""


@given(
    state=st.sampled_from(list(ActivityState)),
    flags=st.fixed_dictionaries({k: st.booleans() for k in ("over", "early", "late")}),
    counts=st.fixed_dictionaries(
        {k: st.integers(0, 3) for k in thread.Standing.__slots__ if k not in ("state", "over", "early", "late")}
    ),
)
def test_at_most_one_step_is_next_and_it_has_a_name(
    state: ActivityState, flags: dict[str, bool], counts: dict[str, int]
) -> None:
    standing = thread.Standing(state=state, **flags, **counts)
    now = [step for step in thread.steps(standing) if step.state == "now"]
    assert len(now) <= 1
    assert bool(thread.next_step(standing)) == bool(now)
