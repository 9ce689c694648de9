"""How the ledger's codes read on screen. Rooms add their own words when they start (`AppConfig.ready`)."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Word = str | Promise

_ACTIONS: dict[str, Word] = {"read": _("Membaca data pribadi")}
_KINDS: dict[str, Word] = {}
_FIELDS: dict[str, Word] = {
    "fields": _("Kolom yang dibaca"),
    "count": _("Jumlah"),
    "name": _("Nama"),
    "email": _("Surel"),
    "phone": _("Telepon"),
    "address": _("Alamat"),
    "role": _("Peran"),
    "language": _("Bahasa"),
    "is_active": _("Aktif"),
}


def describe(
    *,
    actions: Mapping[str, Word] | None = None,
    kinds: Mapping[str, Word] | None = None,
    fields: Mapping[str, Word] | None = None,
) -> None:
    """Add words: `actions={"registry.merge": _("Menggabungkan")}`, `kinds={"registry.enterprise": _("Usaha")}`,
    `fields={"turnover": _("Omzet")}`. The fields are those of the kinds in the same call; elsewhere they serve where
    nobody else has a word. A code without words shows as it is."""
    _ACTIONS.update(actions or {})
    _KINDS.update(kinds or {})
    for code, word in (fields or {}).items():
        _FIELDS.setdefault(code, word)
        _FIELDS.update({f"{kind}.{code}": word for kind in kinds or {}})


def action_word(code: str) -> Word:
    return _ACTIONS.get(code, code)


def kind_word(code: str) -> Word:
    return _KINDS.get(code, code)


def field_word(code: str, kind: str = "") -> Word:
    return _FIELDS.get(f"{kind}.{code}") or _FIELDS.get(code, code.replace("_", " "))


def actions() -> list[tuple[str, Word]]:
    """Known actions with their words, for a filter."""
    return sorted(_ACTIONS.items())


def kinds() -> list[tuple[str, Word]]:
    return sorted(_KINDS.items())
