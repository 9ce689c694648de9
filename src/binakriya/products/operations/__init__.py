"""Writes of the products: permission, one transaction, a line in the ledger."""

from binakriya.products.operations.evidence import add_evidence, remove_evidence, restore_evidence
from binakriya.products.operations.exporting import note_export
from binakriya.products.operations.lists import (
    Written,
    add_list,
    discard_list,
    take_back_list,
    undo_list,
    write_list,
)
from binakriya.products.operations.papers import (
    PaperFacts,
    add_paper,
    check_paper,
    forget_papers,
    remove_paper,
    restore_paper,
)
from binakriya.products.operations.particulars import state_particulars
from binakriya.products.operations.photos import (
    add_photo,
    describe_photo,
    forget_photos,
    make_cover,
    move_photo,
    remove_photo,
    restore_photo,
)
from binakriya.products.operations.products import (
    add_product,
    add_variant,
    archive_product,
    change_product,
    measure,
    remove_variant,
    rename_variant,
    restore_product,
    restore_variant,
)

__all__ = [
    "PaperFacts",
    "Written",
    "add_evidence",
    "add_list",
    "add_paper",
    "add_photo",
    "add_product",
    "add_variant",
    "archive_product",
    "change_product",
    "check_paper",
    "describe_photo",
    "discard_list",
    "forget_papers",
    "forget_photos",
    "make_cover",
    "measure",
    "move_photo",
    "note_export",
    "remove_evidence",
    "remove_paper",
    "remove_photo",
    "remove_variant",
    "rename_variant",
    "restore_evidence",
    "restore_paper",
    "restore_photo",
    "restore_product",
    "restore_variant",
    "state_particulars",
    "take_back_list",
    "undo_list",
    "write_list",
]
