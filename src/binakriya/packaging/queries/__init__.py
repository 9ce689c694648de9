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
    adopted_of_products,
    comparison,
    specification_rows,
    version_facts,
    versions_of,
)
from binakriya.packaging.queries.values import calibrations

__all__ = [
    "SpecificationRow",
    "VersionFacts",
    "adopted_of_products",
    "calibrations",
    "comparison",
    "office_boards",
    "office_prices",
    "office_stock_boxes",
    "office_values",
    "request_for",
    "specification_rows",
    "version_facts",
    "versions_of",
]
