"""Documents of an enterprise: their kinds, and which files may be kept with them."""

DOCUMENT_KINDS = ("nib", "halal", "merek", "pirt", "sni", "siinas", "lain")
# Told by the content, never by the name: type → what such a file begins with, and its media type.
FILE_TYPES: dict[str, tuple[bytes, str]] = {
    "pdf": (b"%PDF-", "application/pdf"),
    "jpeg": (b"\xff\xd8\xff", "image/jpeg"),
    "png": (b"\x89PNG\r\n\x1a\n", "image/png"),
}
SIZE_MOST = 5 * 1024 * 1024  # bytes; a scanned page has a tenth of it


def file_type(data: bytes) -> str:
    """`pdf`, `jpeg` or `png` by the first bytes; "" for anything else. A PDF may have up to a kilobyte before its
    mark, but such files are often something else too: they are not taken."""
    return next((name for name, (begin, _media) in FILE_TYPES.items() if data.startswith(begin)), "")


def media_type(name: str) -> str:
    return FILE_TYPES[name][1]
