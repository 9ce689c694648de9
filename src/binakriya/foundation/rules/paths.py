"""Addresses that are keys: whoever reads the logs must not hold a ticket, an invitation, or the way to a new password.

Decided by the path's form and before any view, so that it holds as well where no view is asked: an address without its
last slash, a refused method, a form without its token.
"""

import re

# The last ones are allauth's, below /akun/. "done" is a page of its own, not a key.
_KEYED = (
    "t",
    "masuk/undangan",
    "akun/password/reset/key",
    "akun/confirm-email",
)
_BEFORE = rf"(/+(?:{'|'.join(key.replace('/', '/+') for key in _KEYED)})/+)"
_IN_PATH = re.compile(rf"{_BEFORE}(?!done/?$)[^/]+", re.IGNORECASE)
_IN_TEXT = re.compile(rf"{_BEFORE}(?!done/?(?:[\s?'\"]|$))[^/\s?#'\"<>&;]+", re.IGNORECASE)
# The key of a new password may itself hold slashes.
_TAIL = re.compile(r"(/+akun/+password/+reset/+key/+)(?!done/?$).+", re.IGNORECASE)


def told_path(path: str) -> str:
    """The path as logs may tell it: "/t/…/simpan/"."""
    return _IN_PATH.sub(r"\1…", _TAIL.sub(r"\1…/", path))


def told_text(text: str) -> str:
    """A message or traceback in which such paths may stand."""
    return _IN_TEXT.sub(r"\1…", text)
