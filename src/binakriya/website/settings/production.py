"""What a production start refuses. The sentence says which variable to set."""

import base64
import binascii
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ImproperlyConfigured


def _is_key32(text: str) -> bool:
    try:
        return len(base64.urlsafe_b64decode(text)) == 32
    except (binascii.Error, ValueError):
        return False


def unsafe_values(settings: Mapping[str, Any]) -> list[str]:
    """Sentences, one for each value that is not fit for production; empty when all is well."""
    found = []
    if len(settings["SECRET_KEY"]) < 40:
        found.append("SECRET_KEY must be set, at least 40 characters.")
    if not settings["FIELD_KEYS"] or not all(_is_key32(k) for k in settings["FIELD_KEYS"]):
        found.append("FIELD_KEYS must hold one or more url-safe base64 keys of 32 bytes, newest first.")
    if not _is_key32(settings["BLIND_INDEX_KEY"]):
        found.append("BLIND_INDEX_KEY must be a url-safe base64 key of 32 bytes.")
    if not settings["ALLOWED_HOSTS"] or "*" in settings["ALLOWED_HOSTS"]:
        found.append("ALLOWED_HOSTS must name the hosts that serve Binakriya; '*' is refused.")
    if not str(settings["PUBLIC_URL"]).startswith("https://"):
        found.append("PUBLIC_URL must be the public address, beginning with https:// (QR codes point to it).")
    if settings["DEBUG"]:
        found.append("DEBUG must be off.")
    if settings["DEMO"]:
        found.append("BINAKRIYA_DEMO must be off: it lets anyone sign in.")
    return found


def refuse_unsafe(settings: Mapping[str, Any]) -> None:
    """Raises ImproperlyConfigured naming every unsafe value at once."""
    found = unsafe_values(settings)
    if found:
        raise ImproperlyConfigured("Production settings are not safe:\n- " + "\n- ".join(found))
