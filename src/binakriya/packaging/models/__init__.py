"""What the room keeps: the office's boards, stock boxes, prices and own values; specifications and their versions;
the batches of a class; designs of labels."""

from binakriya.packaging.models.batch import Batch, BatchItem
from binakriya.packaging.models.labels import LabelDesign
from binakriya.packaging.models.specifications import Specification, Version
from binakriya.packaging.models.stock import Board, Calibrated, Curve, Offer, StockBox

__all__ = [
    "Batch",
    "BatchItem",
    "Board",
    "Calibrated",
    "Curve",
    "LabelDesign",
    "Offer",
    "Specification",
    "StockBox",
    "Version",
]
