"""Reads of accounts."""

from binakriya.accounts.queries.actors import actor_for, actor_of, demo_actor_id, person_of
from binakriya.accounts.queries.cards import (
    AccountCard,
    account_card,
    account_cards,
    find_account,
    standing_consents,
)
from binakriya.accounts.queries.invitations import InvitationInfo, InvitationRow, invitation_by_token, invitations
from binakriya.accounts.queries.organisations import (
    OrganisationInfo,
    logo_of,
    may_change,
    organisation,
    organisations,
    sole_office,
)
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
    has_second_factor,
    my_data,
    my_page,
    open_erasures,
    own_contact,
)
from binakriya.accounts.queries.roles import DeedRow, RolesPage, roles_page

__all__ = [
    "AccountCard",
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
    "account_card",
    "account_cards",
    "actor_for",
    "actor_of",
    "consents_of",
    "demo_actor_id",
    "find_account",
    "find_people",
    "has_consent",
    "has_second_factor",
    "invitation_by_token",
    "invitations",
    "logo_of",
    "may_change",
    "my_data",
    "my_page",
    "open_erasures",
    "organisation",
    "organisations",
    "own_contact",
    "people_page",
    "person_detail",
    "person_of",
    "roles_page",
    "sole_office",
    "standing_consents",
]
