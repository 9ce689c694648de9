"""What the room stores."""

from binakriya.products.models.evidence import Drop, Evidence
from binakriya.products.models.lists import ProductList
from binakriya.products.models.papers import Paper
from binakriya.products.models.particulars import ProductParticulars
from binakriya.products.models.photos import Photo, PhotoFile
from binakriya.products.models.products import Product, Variant

__all__ = ["Drop", "Evidence", "Paper", "Photo", "PhotoFile", "Product", "ProductList", "ProductParticulars", "Variant"]
