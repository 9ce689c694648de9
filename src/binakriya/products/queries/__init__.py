"""Reads of the products: the doors for rooms above."""

from binakriya.products.queries.packing import (
    ProductForPacking,
    product_for_packing,
    products_for_packing,
)

__all__ = ["ProductForPacking", "product_for_packing", "products_for_packing"]
