"""Imports: upload, progress, preview, confirmation, result, undo."""

from binakriya.registry.views.imports.common import refusal
from binakriya.registry.views.imports.deciding import confirm, discard, include_file, undo
from binakriya.registry.views.imports.preview import columns, one, read_again, status
from binakriya.registry.views.imports.rows import include, reveal_row, row, settle
from binakriya.registry.views.imports.uploading import all_imports, bounded, new

__all__ = [
    "all_imports",
    "bounded",
    "columns",
    "confirm",
    "discard",
    "include",
    "include_file",
    "new",
    "one",
    "read_again",
    "refusal",
    "reveal_row",
    "row",
    "settle",
    "status",
    "undo",
]
