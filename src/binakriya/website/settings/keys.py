"""Keys of a development or demo copy: made on first run, kept in the state folder, never in the repository."""

import base64
import json
import os
import secrets
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

_NAMES = ("secret_key", "field_key", "blind_index_key")


def _key32() -> str:
    return base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise TypeError
    return value


def development_keys(var: Path) -> dict[str, str]:
    """`secret_key`, `field_key` (AES-256) and `blind_index_key`, from `var/keys.json`, which is made when missing.
    Raises ImproperlyConfigured when the file is broken: new keys would make what is stored unreadable."""
    path = var / "keys.json"
    if not path.exists():
        var.mkdir(parents=True, exist_ok=True)
        keys = {"secret_key": secrets.token_urlsafe(48), "field_key": _key32(), "blind_index_key": _key32()}
        # Two processes may start at once: each writes its own file, the first link wins.
        own = path.with_name(f"keys-{os.getpid()}.json")
        own.touch(mode=0o600)
        own.write_text(json.dumps(keys), encoding="utf-8")
        try:
            os.link(own, path)
        except FileExistsError:
            pass
        finally:
            own.unlink()
    try:
        loaded = json.loads(path.read_text(encoding="utf-8"))
        return {name: _text(loaded[name]) for name in _NAMES}
    except (ValueError, KeyError, TypeError) as error:
        raise ImproperlyConfigured(
            f"{path} does not hold the keys of this copy ({', '.join(_NAMES)}). What was written with them can only be "
            "read with them: restore the file from a backup, or begin anew in another state folder (BINAKRIYA_VAR)."
        ) from error
