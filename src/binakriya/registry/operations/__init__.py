"""Writes of the registry."""

from binakriya.registry.operations.enterprises import (
    add_document,
    add_membership,
    add_note,
    archive_enterprise,
    change_enterprise,
    change_own_enterprise,
    create_enterprise,
    find_or_create_for_registration,
    link_person,
    restore_enterprise,
    reveal_personal,
)

__all__ = [
    "add_document",
    "add_membership",
    "add_note",
    "archive_enterprise",
    "change_enterprise",
    "change_own_enterprise",
    "create_enterprise",
    "find_or_create_for_registration",
    "link_person",
    "restore_enterprise",
    "reveal_personal",
]
