"""The page of one enterprise, and what its forms begin from."""

from binakriya.registry.queries.detail.editing import AttachedEdit, document_edit, note_edit, to_add
from binakriya.registry.queries.detail.page import EditPage, EnterprisePage, edit_page, enterprise_page

__all__ = [
    "AttachedEdit",
    "EditPage",
    "EnterprisePage",
    "document_edit",
    "edit_page",
    "enterprise_page",
    "note_edit",
    "to_add",
]
