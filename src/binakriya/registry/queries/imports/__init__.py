"""Imports as their pages show them."""

from binakriya.registry.queries.imports.listing import ImportLine, imports_list
from binakriya.registry.queries.imports.page import ImportPage, import_page, written_by
from binakriya.registry.queries.imports.rows import LineView, RowView, import_row, next_doubted
from binakriya.registry.queries.imports.states import FILTERS

__all__ = [
    "FILTERS",
    "ImportLine",
    "ImportPage",
    "LineView",
    "RowView",
    "import_page",
    "import_row",
    "imports_list",
    "next_doubted",
    "written_by",
]
