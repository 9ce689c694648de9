"""Photos of a product: how many, and in which sizes they are kept for phones."""

# Points of the longer side: a list on a phone, a page, a page on a desk and paper.
SIDES = (320, 800, 1600)
# Each size is kept as both: WebP is a third smaller, JPEG opens everywhere.
KINDS = ("webp", "jpeg")
MEDIA_TYPES = {"webp": "image/webp", "jpeg": "image/jpeg"}
COUNT_MOST = 12
CAPTION_MOST = 200
ALT_MOST = 300
