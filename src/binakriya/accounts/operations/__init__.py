"""Writes of accounts."""

from binakriya.accounts.operations.demo import ensure_demo_assessor, ensure_demo_people
from binakriya.accounts.operations.invitations import (
    Issued,
    accept_invitation,
    forget_invitations,
    invite,
    join_with_invitation,
    resend_invitation,
    revoke_invitation,
)
from binakriya.accounts.operations.logos import set_logo
from binakriya.accounts.operations.organisations import change_organisation, create_organisation
from binakriya.accounts.operations.people import (
    add_person,
    change_password_noted,
    change_profile,
    end_all_sessions,
    grant_role,
    note_sign_in,
    reveal_contact,
    revoke_role,
    set_active,
    set_language,
    take_into_care,
    welcome_maker,
)
from binakriya.accounts.operations.privacy import answer_erasure, decide_consent, export_my_data, request_erasure

__all__ = [
    "Issued",
    "accept_invitation",
    "add_person",
    "answer_erasure",
    "change_organisation",
    "change_password_noted",
    "change_profile",
    "create_organisation",
    "decide_consent",
    "end_all_sessions",
    "ensure_demo_assessor",
    "ensure_demo_people",
    "export_my_data",
    "forget_invitations",
    "grant_role",
    "invite",
    "join_with_invitation",
    "note_sign_in",
    "request_erasure",
    "resend_invitation",
    "reveal_contact",
    "revoke_invitation",
    "revoke_role",
    "set_active",
    "set_language",
    "set_logo",
    "take_into_care",
    "welcome_maker",
]
