"""What the pages of imports share: how many at once, filters, how loud a state is."""

from uuid import UUID

from django.db.models import Q, QuerySet

from binakriya.registry.models import BatchRow, Merge
from binakriya.registry.rules.batches import BatchState

PAGE = 50
ROWS = 25  # rows of a preview
LINE = "line:"  # skip_reason of lines that the engine did not take for data
FILTERS = ("semua", "masalah", "mirip", "dilewati", "bukan-data")
TONES = {
    BatchState.READY: "info",
    BatchState.FAILED: "bad",
    BatchState.CONFIRMED: "ok",
    BatchState.WRITING: "warn",
    BatchState.READING: "warn",
    BatchState.UPLOADED: "warn",
}
# Rows to look at: something of what would be written is doubtful, or nobody's name stands in it.
PROBLEM = Q(included=True, warnings__gt=0) | Q(skip_reason="no_name")
ORDER = ("file__position", "sheet", "number", "beside")


def merges_of_import(batch_id: UUID) -> QuerySet[Merge]:
    """Merges that stand and in which an enterprise of the import is kept or gone. A row lends its id to what it
    becomes; a merge moves the row, not the id."""
    wrote = BatchRow.objects.filter(file__batch_id=batch_id, enterprise__isnull=False).values("id")
    return Merge.objects.filter(Q(kept_id__in=wrote) | Q(gone_id__in=wrote), undone_at__isnull=True)
