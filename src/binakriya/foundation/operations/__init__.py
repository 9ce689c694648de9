"""Writes of the foundation."""

from binakriya.foundation.operations.keys import Rotated, rotate_keys
from binakriya.foundation.operations.ledger import record, record_many, record_reading

__all__ = ["Rotated", "record", "record_many", "record_reading", "rotate_keys"]
