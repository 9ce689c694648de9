"""What the pages of imports share: how many at once, filters, how loud a state is."""

from django.db.models import Q

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
ORDER = ("file__position", "sheet", "number")
