"""The same form sent twice makes one thing; see `training.operations.once` for the manner."""

import hashlib
import json
from typing import Any

LONGEST = 64


def once_key(nonce: str, **typed: Any) -> str:
    """64 hexadecimal letters of the form's hidden word and what was typed; "" without a word."""
    if not nonce:
        return ""
    said = json.dumps([nonce[:LONGEST], typed], default=str, sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(said.encode()).hexdigest()
