"""What the registry stores."""

from binakriya.registry.models.duplicates import Candidate, Merge
from binakriya.registry.models.enterprises import (
    Contact,
    Document,
    Enterprise,
    EnterpriseState,
    Membership,
    Note,
    Owner,
    ProductWord,
    SavedView,
    Turnover,
)
from binakriya.registry.models.imports import Batch, BatchFile, BatchRow, LearnedHeader
from binakriya.registry.models.search import SearchText

__all__ = [
    "Batch",
    "BatchFile",
    "BatchRow",
    "Candidate",
    "Contact",
    "Document",
    "Enterprise",
    "EnterpriseState",
    "LearnedHeader",
    "Membership",
    "Merge",
    "Note",
    "Owner",
    "ProductWord",
    "SavedView",
    "SearchText",
    "Turnover",
]
