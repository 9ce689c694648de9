"""Writes of training: permission, one transaction, a line in the ledger."""

from binakriya.training.operations.attendance import CheckIn, check_in, record_test, undo_check_in
from binakriya.training.operations.bulk import BulkRegistered, register_from_registry
from binakriya.training.operations.certificates import (
    issue_certificates,
    reissue_certificate,
    request_certificates,
    revoke_certificate,
    work_run,
)
from binakriya.training.operations.copying import copy_activity
from binakriya.training.operations.letters import (
    change_invitation,
    invite_association,
    note_answer,
    withdraw_invitation,
)
from binakriya.training.operations.photos import add_photo, describe_photo, remove_photo
from binakriya.training.operations.plan import (
    change_activity,
    change_programme,
    create_activity,
    create_programme,
    move_activity,
)
from binakriya.training.operations.readings import reveal_phone
from binakriya.training.operations.registration import (
    Registered,
    cancel_registration,
    change_registration,
    give_seat,
    keep_ticket,
    note_told,
    phone_index,
    register,
)
from binakriya.training.operations.sessions import (
    add_session,
    change_session,
    dismiss_practitioner,
    engage_practitioner,
    remove_session,
    set_official,
)
from binakriya.training.operations.texts import restore_texts, save_texts

__all__ = [
    "BulkRegistered",
    "CheckIn",
    "Registered",
    "add_photo",
    "add_session",
    "cancel_registration",
    "change_activity",
    "change_invitation",
    "change_programme",
    "change_registration",
    "change_session",
    "check_in",
    "copy_activity",
    "create_activity",
    "create_programme",
    "describe_photo",
    "dismiss_practitioner",
    "engage_practitioner",
    "give_seat",
    "invite_association",
    "issue_certificates",
    "keep_ticket",
    "move_activity",
    "note_answer",
    "note_told",
    "phone_index",
    "record_test",
    "register",
    "register_from_registry",
    "reissue_certificate",
    "remove_photo",
    "remove_session",
    "request_certificates",
    "restore_texts",
    "reveal_phone",
    "revoke_certificate",
    "save_texts",
    "set_official",
    "undo_check_in",
    "withdraw_invitation",
    "work_run",
]
