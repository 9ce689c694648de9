"""Lists become enterprises: receive, read, correct, confirm, undo."""

from binakriya.registry.operations.imports.confirming import (
    Written,
    ask_to_write,
    confirm_import,
    undo_import,
    write_import,
)
from binakriya.registry.operations.imports.correcting import (
    correct_row,
    include_file,
    include_row,
    note_row_reading,
    settle_doubt,
)
from binakriya.registry.operations.imports.knowledge import read_files
from binakriya.registry.operations.imports.reading import (
    ask_to_read,
    choose_columns,
    learned_headers,
    read_import,
    set_list_date,
)
from binakriya.registry.operations.imports.receiving import Upload, discard_import, forget_files, receive_files

__all__ = [
    "Upload",
    "Written",
    "ask_to_read",
    "ask_to_write",
    "choose_columns",
    "confirm_import",
    "correct_row",
    "discard_import",
    "forget_files",
    "include_file",
    "include_row",
    "learned_headers",
    "note_row_reading",
    "read_files",
    "read_import",
    "receive_files",
    "set_list_date",
    "settle_doubt",
    "undo_import",
    "write_import",
]
