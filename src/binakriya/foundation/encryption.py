"""Sensitive values at rest: AES-256-GCM by the `cryptography` library, with keys that can be rotated.

A stored value is `v1:` + key id (8 hex letters of the key's SHA-256) + `:` + base64(nonce + ciphertext + tag).
The first of `settings.FIELD_KEYS` writes; all of them read. A *blind index* is HMAC-SHA256 of the value under another
key: equal values have equal indexes, so that exact look-up works without decrypting anything.
"""

import base64
import hashlib
import hmac
import secrets
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

_PREFIX = "v1:"


class UnknownKey(ValueError):
    """The value was written with a key that is no longer in FIELD_KEYS, or was altered."""


@lru_cache(maxsize=4)
def _ciphers(keys: tuple[str, ...]) -> dict[str, AESGCM]:
    raw = [base64.urlsafe_b64decode(k) for k in keys]
    return {hashlib.sha256(k).hexdigest()[:8]: AESGCM(k) for k in raw}


def encrypt(text: str, *, label: str) -> str:
    """`label` (such as `registry.owner.nik`) is bound to the value: a value moved to another field does not decrypt."""
    if not text:
        return ""
    name, cipher = next(iter(_ciphers(tuple(settings.FIELD_KEYS)).items()))
    nonce = secrets.token_bytes(12)
    sealed = cipher.encrypt(nonce, text.encode(), label.encode())
    return f"{_PREFIX}{name}:{base64.b64encode(nonce + sealed).decode()}"


def decrypt(stored: str, *, label: str) -> str:
    """The plain text; raises UnknownKey when no key fits or the value was altered."""
    if not stored:
        return ""
    try:
        version, name, body = stored.split(":", 2)
        data = base64.b64decode(body)
        if f"{version}:" != _PREFIX:
            raise UnknownKey(label)
        return _ciphers(tuple(settings.FIELD_KEYS))[name].decrypt(data[:12], data[12:], label.encode()).decode()
    except (KeyError, ValueError, InvalidTag) as error:
        raise UnknownKey(label) from error


def encrypt_bytes(data: bytes, *, label: str) -> bytes:
    """A file at rest: the name of the key and a colon, then nonce, ciphertext and tag."""
    name, cipher = next(iter(_ciphers(tuple(settings.FIELD_KEYS)).items()))
    nonce = secrets.token_bytes(12)
    return f"{name}:".encode() + nonce + cipher.encrypt(nonce, data, label.encode())


def decrypt_bytes(stored: bytes, *, label: str) -> bytes:
    """The plain file; raises UnknownKey when no key fits or it was altered."""
    name, _, body = stored.partition(b":")
    try:
        return _ciphers(tuple(settings.FIELD_KEYS))[name.decode()].decrypt(body[:12], body[12:], label.encode())
    except (KeyError, ValueError, InvalidTag) as error:
        raise UnknownKey(label) from error


def key_names() -> tuple[str, ...]:
    """The names (not the keys) of the configured keys; the first one writes."""
    return tuple(_ciphers(tuple(settings.FIELD_KEYS)))


def current_key_name() -> str:
    return key_names()[0]


def new_key() -> str:
    """A fresh AES-256 key as FIELD_KEYS wants it: url-safe base64 of 32 bytes."""
    return base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()


def blind_index(text: str, *, label: str) -> str:
    """64 hexadecimal letters, or "" for "". The caller normalises first (digits of a NIK, E.164 of a phone)."""
    if not text:
        return ""
    key = base64.urlsafe_b64decode(settings.BLIND_INDEX_KEY)
    return hmac.new(key, f"{label}\n{text}".encode(), hashlib.sha256).hexdigest()
