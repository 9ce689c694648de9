"""Names for things: UUIDv7 for rows (made before the row is written, in order of time), short references for people."""

import secrets
import uuid

import uuid_utils.compat

# No I, L, O, U, 0 or 1: read aloud on the telephone without doubt.
_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


def new_id() -> uuid.UUID:
    """A new UUIDv7 (RFC 9562)."""
    return uuid_utils.compat.uuid7()


def new_reference() -> str:
    """Ten characters in two groups, such as `K7QD3-M9X2T`: 49 bits of chance."""
    text = "".join(secrets.choice(_LETTERS) for _ in range(10))
    return f"{text[:5]}-{text[5:]}"
