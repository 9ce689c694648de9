"""Imports as their pages show them."""

from binakriya.registry.queries.imports.listing import ImportLine, imports_list
from binakriya.registry.queries.imports.page import ImportPage, import_page, written_by
from binakriya.registry.queries.imports.rows import RowView, import_row
from binakriya.registry.queries.imports.states import FILTERS

__all__ = [
    "FILTERS",
    "ImportLine",
    "ImportPage",
    "RowView",
    "import_page",
    "import_row",
    "imports_list",
    "written_by",
]
