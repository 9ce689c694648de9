"""What the pages of imports share: how many at once, filters, how loud a state is."""

from binakriya.registry.rules.batches import BatchState

PAGE = 50
ROWS = 25  # rows of a preview: each shows some twenty cells
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
