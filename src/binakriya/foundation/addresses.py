"""Addresses as others reach them: for letters, QR codes and links."""

from django.conf import settings


def public_address(path: str) -> str:
    """The whole address of a path of this installation (PUBLIC_URL)."""
    return f"{settings.PUBLIC_URL.rstrip('/')}{path}"
