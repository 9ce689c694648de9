"""Reads of the packaging room: the doors for pages and rooms above."""

from binakriya.packaging.queries.office import (
    office_boards,
    office_prices,
    office_stock_boxes,
    office_values,
    request_for,
)
from binakriya.packaging.queries.specifications import (
    SpecificationRow,
    VersionFacts,
    comparison,
    specification_rows,
    version_facts,
)
from binakriya.packaging.queries.values import calibrations

__all__ = [
    "SpecificationRow",
    "VersionFacts",
    "calibrations",
    "comparison",
    "office_boards",
    "office_prices",
    "office_stock_boxes",
    "office_values",
    "request_for",
    "specification_rows",
    "version_facts",
]
