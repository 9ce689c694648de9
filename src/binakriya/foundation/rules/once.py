"""The same form sent twice makes one thing: for operations that make something new.

A form carries a hidden word, its *nonce*. The word and what was typed become a key that is kept with the row, unique
within its owner. The same form again finds the row; the same word with other content (someone went back in the browser
and typed another title) is something new.
"""

import hashlib
import json
from typing import Any

LONGEST = 64


def once_key(nonce: str, **typed: Any) -> str:
    """64 hexadecimal letters, or "" without a nonce: then nothing is known again."""
    if not nonce:
        return ""
    said = json.dumps([nonce[:LONGEST], typed], default=str, sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(said.encode()).hexdigest()
