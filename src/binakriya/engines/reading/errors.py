"""Why a file could not be read, as a code and its parameters; the room words the sentence."""

from __future__ import annotations

from typing import Any


class UnreadableFile(Exception):
    """The file gives no list.

    `code` is one of: `empty`, `too_large`, `encrypted`, `zip_bomb`, `not_a_list`, `damaged`, `legacy_unsupported`,
    `too_many_rows`, `too_many_columns`, `too_many_sheets`, `cell_too_long`, `no_table`, `no_rows`.
    `params` say more (`limit`, `found`, `kind`, `sheet`); `name` is the file's.
    """

    def __init__(self, code: str, *, name: str = "", **params: Any) -> None:
        super().__init__(f"{name}: {code} {params}" if name else f"{code} {params}")
        self.code = code
        self.name = name
        self.params = params
