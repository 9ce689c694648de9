"""What the room keeps: the office's boards, stock boxes, prices and calibrations; specifications and their versions."""

from binakriya.packaging.models.specifications import Specification, Version
from binakriya.packaging.models.stock import Board, Calibrated, Offer, StockBox

__all__ = ["Board", "Calibrated", "Offer", "Specification", "StockBox", "Version"]
