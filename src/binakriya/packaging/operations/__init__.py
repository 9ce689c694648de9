"""Writes of the packaging room."""

from binakriya.packaging.operations.batch import BatchLine, specify_many
from binakriya.packaging.operations.specifications import (
    adopt_version,
    check_version,
    save_version,
    withdraw_version,
)
from binakriya.packaging.operations.stock import (
    add_board,
    add_offer,
    add_stock_box,
    calibrate,
    remove_board,
    remove_calibration,
    remove_offer,
    remove_stock_box,
)

__all__ = [
    "BatchLine",
    "add_board",
    "add_offer",
    "add_stock_box",
    "adopt_version",
    "calibrate",
    "check_version",
    "remove_board",
    "remove_calibration",
    "remove_offer",
    "remove_stock_box",
    "save_version",
    "specify_many",
    "withdraw_version",
]
