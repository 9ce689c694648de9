"""Rules without Django: who may do what, invitations, purposes."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from binakriya.accounts.rules import (
    MAY,
    Actor,
    Deed,
    NotAllowed,
    Refused,
    Role,
    check_may,
    check_office,
    machine,
    visitor,
)
from binakriya.accounts.rules.consent import BY_KEY, PURPOSES, needs_consent
from binakriya.accounts.rules.demo import DEMO_PEOPLE
from binakriya.accounts.rules.people import (
    ORGANISATION_OF_ROLE,
    check_administrator_remains,
    check_organisation_fits,
    invitation_state,
    reaches,
)

NOW = datetime(2018, 11, 16, 2, 0, tzinfo=UTC)


def _actor(*roles: Role, office: bool = True) -> Actor:
    return Actor(id=uuid4(), label="x", roles=frozenset(roles), office_id=uuid4() if office else None)


def test_every_role_stands_in_the_table() -> None:
    assert set(MAY) == set(Role)
    assert set(ORGANISATION_OF_ROLE) == set(Role)


def test_every_deed_is_somebody_s() -> None:
    assert set().union(*MAY.values()) == set(Deed)


def test_visitors_may_nothing_and_the_machine_everything() -> None:
    assert not any(visitor().may(deed) for deed in Deed)
    assert all(machine("task").may(deed) for deed in Deed)


def test_only_administrators_manage_people() -> None:
    assert [role for role in Role if Deed.PEOPLE_MANAGE in MAY[role]] == [Role.ADMINISTRATOR]


def test_leadership_reads_and_changes_nothing() -> None:
    assert set(MAY[Role.LEADERSHIP]) <= {
        Deed.QUALITY_READ,
        Deed.PASSPORT_READ,
        Deed.REGISTRY_READ,
        Deed.TRAINING_READ,
        Deed.STATISTICS_READ,
        Deed.LEDGER_READ,
        Deed.PRODUCTS_READ,
        Deed.PACKAGING_READ,
    }


def test_a_person_of_two_roles_may_what_either_may() -> None:
    both = _actor(Role.MAKER, Role.PRACTITIONER)
    check_may(both, Deed.TRAINING_CHECK_IN)
    check_may(both, Deed.OWN_ENTERPRISE)
    with pytest.raises(NotAllowed):
        check_may(both, Deed.REGISTRY_WRITE)


def test_an_office_is_its_own_people_s() -> None:
    one = _actor(Role.OFFICER)
    check_office(one, one.office_id)
    with pytest.raises(NotAllowed):
        check_office(one, uuid4())
    with pytest.raises(NotAllowed):
        check_office(_actor(Role.MAKER, office=False), None)


@pytest.mark.parametrize(
    ("role", "kind", "reason"),
    [
        (Role.OFFICER, None, "organisation_needed"),
        (Role.ADMINISTRATOR, None, "organisation_needed"),
        (Role.LEADERSHIP, None, "organisation_needed"),
        (Role.OFFICER, "association", "organisation_kind"),
        (Role.MAKER, "office", "organisation_kind"),
    ],
)
def test_a_role_needs_an_organisation_that_fits(role: Role, kind: str | None, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        check_organisation_fits(role, kind)
    assert refused.value.reason == reason


def test_an_administrator_must_remain() -> None:
    check_administrator_remains(1)
    with pytest.raises(Refused):
        check_administrator_remains(0)


OWN, OTHER = UUID(int=1), UUID(int=2)


@pytest.mark.parametrize(
    ("works_for", "cared_by", "sole", "reached"),
    [
        ({OWN}, None, None, True),
        ({OWN, OTHER}, OTHER, None, True),
        ({OTHER}, OWN, None, False),
        (set(), OWN, None, True),
        (set(), OTHER, None, False),
        (set(), None, None, False),
        (set(), None, OWN, True),
    ],
)
def test_an_administrator_reaches_their_own_and_those_whom_the_office_brought_in(
    works_for: set[UUID], cared_by: UUID | None, sole: UUID | None, reached: bool
) -> None:
    admin = Actor(id=uuid4(), label="a", roles=frozenset({Role.ADMINISTRATOR}), office_id=OWN)
    assert reaches(admin, frozenset(works_for), cared_by=cared_by, sole_office=sole) is reached
    homeless = Actor(id=uuid4(), label="a", roles=frozenset({Role.ADMINISTRATOR}))
    assert not reaches(homeless, frozenset(works_for), cared_by=cared_by, sole_office=sole)
    assert reaches(machine("test"), frozenset(works_for), cared_by=cared_by, sole_office=sole)


def test_states_of_an_invitation() -> None:
    def state(accepted: bool = False, revoked: bool = False, left: int = 1) -> str:
        return invitation_state(
            accepted_at=NOW if accepted else None,
            revoked_at=NOW if revoked else None,
            expires_at=NOW + timedelta(seconds=left),
            now=NOW,
        )

    assert [state(), state(accepted=True), state(revoked=True), state(left=0)] == [
        "open",
        "accepted",
        "revoked",
        "expired",
    ]


def test_every_purpose_has_a_basis_a_citation_and_both_languages() -> None:
    assert len(BY_KEY) == len(PURPOSES)
    for purpose in PURPOSES:
        assert set(purpose.title) == set(purpose.text) == {"id", "en"}
        assert purpose.citation and purpose.firmness in ("S", "M")
    assert needs_consent("contact") and not needs_consent("programme")


def test_demo_people_are_one_a_role_and_cannot_be_reached() -> None:
    assert [d.role for d in DEMO_PEOPLE] == list(Role)
    assert all(d.email.endswith(".example") for d in DEMO_PEOPLE)
