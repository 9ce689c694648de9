"""Writes of the products: permission, one transaction, a line in the ledger."""

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
    "add_product",
    "add_variant",
    "archive_product",
    "change_product",
    "measure",
    "remove_variant",
    "rename_variant",
    "restore_product",
    "restore_variant",
]
