"""Batches: what a file or a choice of products holds, how far the work is, what came of it."""

from binakriya.packaging.queries.batch.choosing import Source, product_ids_of, sources
from binakriya.packaging.queries.batch.handing import (
    MadePack,
    archive_of,
    check_files,
    made_packs,
    stem_of,
    summary_lines,
    tongue_of,
)
from binakriya.packaging.queries.batch.reach import seen_batch
from binakriya.packaging.queries.batch.rows import FileRow, of_list, products_of_rows
from binakriya.packaging.queries.batch.showing import (
    SHOWN,
    BatchPage,
    ItemRow,
    Progress,
    batch_page,
    batch_progress,
    batches_page,
    facts_for,
)

__all__ = [
    "SHOWN",
    "BatchPage",
    "FileRow",
    "ItemRow",
    "MadePack",
    "Progress",
    "Source",
    "archive_of",
    "batch_page",
    "batch_progress",
    "batches_page",
    "check_files",
    "facts_for",
    "made_packs",
    "of_list",
    "product_ids_of",
    "products_of_rows",
    "seen_batch",
    "sources",
    "stem_of",
    "summary_lines",
    "tongue_of",
]
