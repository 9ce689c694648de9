"""Writes of the packaging room."""

from binakriya.packaging.operations.archives import ask_for_archive, keep_archive, note_download
from binakriya.packaging.operations.batch import (
    discard_batch,
    draft_batch,
    draft_from_file,
    run_batch,
    start_batch,
    stop_batch,
)
from binakriya.packaging.operations.labels import finish_label, save_label, withdraw_label
from binakriya.packaging.operations.renewing import renew_version
from binakriya.packaging.operations.specifications import (
    adopt_version,
    check_many,
    check_version,
    note_export,
    save_version,
    withdraw_version,
)
from binakriya.packaging.operations.stock import (
    BoxSaid,
    OfferSaid,
    add_board,
    add_offer,
    add_stock_box,
    change_board,
    change_offer,
    change_stock_box,
    drop_own_boards,
    remove_board,
    remove_offer,
    remove_stock_box,
    take_default_boards,
)
from binakriya.packaging.operations.tables import TableOutcome, take_in_table
from binakriya.packaging.operations.undoing import Undone, ask_undo, run_undo
from binakriya.packaging.operations.values import (
    add_curve,
    calibrate,
    calibrate_by_drops,
    remove_calibration,
    remove_curve,
)

__all__ = [
    "BoxSaid",
    "OfferSaid",
    "TableOutcome",
    "Undone",
    "add_board",
    "add_curve",
    "add_offer",
    "add_stock_box",
    "adopt_version",
    "ask_for_archive",
    "ask_undo",
    "calibrate",
    "calibrate_by_drops",
    "change_board",
    "change_offer",
    "change_stock_box",
    "check_many",
    "check_version",
    "discard_batch",
    "draft_batch",
    "draft_from_file",
    "drop_own_boards",
    "finish_label",
    "keep_archive",
    "note_download",
    "note_export",
    "remove_board",
    "remove_calibration",
    "remove_curve",
    "remove_offer",
    "remove_stock_box",
    "renew_version",
    "run_batch",
    "run_undo",
    "save_label",
    "save_version",
    "start_batch",
    "stop_batch",
    "take_default_boards",
    "take_in_table",
    "withdraw_label",
    "withdraw_version",
]
