"""Reads of accounts."""

from binakriya.accounts.queries.actors import actor_for, actor_of, demo_actor_id, person_of
from binakriya.accounts.queries.invitations import InvitationInfo, InvitationRow, invitation_by_token, invitations
from binakriya.accounts.queries.organisations import OrganisationInfo, organisation, organisations
from binakriya.accounts.queries.people import (
    GrantInfo,
    PeoplePage,
    PersonDetail,
    PersonRow,
    find_people,
    people_page,
    person_detail,
)
from binakriya.accounts.queries.privacy import (
    ConsentState,
    ErasureRow,
    MyPage,
    consents_of,
    has_consent,
    my_data,
    my_page,
    open_erasures,
)
from binakriya.accounts.queries.roles import DeedRow, RolesPage, roles_page

__all__ = [
    "ConsentState",
    "DeedRow",
    "ErasureRow",
    "GrantInfo",
    "InvitationInfo",
    "InvitationRow",
    "MyPage",
    "OrganisationInfo",
    "PeoplePage",
    "PersonDetail",
    "PersonRow",
    "RolesPage",
    "actor_for",
    "actor_of",
    "consents_of",
    "demo_actor_id",
    "find_people",
    "has_consent",
    "invitation_by_token",
    "invitations",
    "my_data",
    "my_page",
    "open_erasures",
    "organisation",
    "organisations",
    "people_page",
    "person_detail",
    "person_of",
    "roles_page",
]
