"""What the registry stores."""

from binakriya.registry.models.attached import Document, Membership, Note
from binakriya.registry.models.duplicates import Candidate, Merge, ReviewWork, Uncompared
from binakriya.registry.models.enterprises import (
    Contact,
    Enterprise,
    EnterpriseState,
    Owner,
    ProductWord,
    SavedView,
    Turnover,
)
from binakriya.registry.models.imports import Batch, BatchFile, BatchRow, LearnedHeader
from binakriya.registry.models.links import LinkedPerson, LinkRequest
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
    "LinkRequest",
    "LinkedPerson",
    "Membership",
    "Merge",
    "Note",
    "Owner",
    "ProductWord",
    "ReviewWork",
    "SavedView",
    "SearchText",
    "Turnover",
    "Uncompared",
]
