"""Writes of the registry."""

from binakriya.registry.operations.attached import (
    add_document,
    add_membership,
    add_note,
    change_document,
    change_note,
    read_document,
    remove_document,
    remove_membership,
    remove_note,
    restore_document,
    restore_membership,
    restore_note,
)
from binakriya.registry.operations.enterprises import (
    archive_enterprise,
    change_enterprise,
    change_own_enterprise,
    check_enterprise,
    create_enterprise,
    restore_enterprise,
    reveal_personal,
)
from binakriya.registry.operations.links import answer_request, ask_for_enterprise, link_person, unlink_person
from binakriya.registry.operations.registration import find_or_create_for_registration

__all__ = [
    "add_document",
    "add_membership",
    "add_note",
    "answer_request",
    "archive_enterprise",
    "ask_for_enterprise",
    "change_document",
    "change_enterprise",
    "change_note",
    "change_own_enterprise",
    "check_enterprise",
    "create_enterprise",
    "find_or_create_for_registration",
    "link_person",
    "read_document",
    "remove_document",
    "remove_membership",
    "remove_note",
    "restore_document",
    "restore_enterprise",
    "restore_membership",
    "restore_note",
    "reveal_personal",
    "unlink_person",
]
