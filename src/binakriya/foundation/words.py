"""How the ledger's codes read on screen. Rooms add their own words when they start (`AppConfig.ready`)."""

from collections.abc import Callable, Mapping
from typing import Any

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
# From where a deed came: the first word of an actor's origin; what follows it is the address.
_ORIGINS: dict[str, Word] = {
    "web": _("Lewat situs"),
    "shell": _("Lewat baris perintah"),
    "task": _("Pekerjaan latar"),
    "tending": _("Perawatan berkala"),
    "demo": _("Data contoh"),
}
# What turns a stored value of a field into what people read: money, names of places.
Shower = Callable[[Any], str]
_SHOWERS: dict[str, Shower] = {}


def describe(
    *,
    actions: Mapping[str, Word] | None = None,
    kinds: Mapping[str, Word] | None = None,
    fields: Mapping[str, Word] | None = None,
    values: Mapping[str, Shower] | None = None,
) -> None:
    """Add words: `actions={"registry.merge": _("Menggabungkan")}`, `kinds={"registry.enterprise": _("Usaha")}`,
    `fields={"turnover": _("Omzet")}`, `values={"turnover": in_rupiah}`: how a stored value reads; it must not ask the
    database. The fields are those of the kinds in the same call; elsewhere they serve where
    nobody else has a word. A code without words shows as it is."""
    _ACTIONS.update(actions or {})
    _KINDS.update(kinds or {})
    for code, word in (fields or {}).items():
        _FIELDS.setdefault(code, word)
        _FIELDS.update({f"{kind}.{code}": word for kind in kinds or {}})
    _SHOWERS.update({f"{kind}.{code}": shower for kind in kinds or {} for code, shower in (values or {}).items()})


def action_word(code: str) -> Word:
    return _ACTIONS.get(code, code)


def kind_word(code: str) -> Word:
    return _KINDS.get(code, code)


def field_word(code: str, kind: str = "") -> Word:
    return _FIELDS.get(f"{kind}.{code}") or _FIELDS.get(code, code.replace("_", " "))


def origin_word(origin: str) -> str:
    """`web 10.0.0.7` → "Lewat situs, 10.0.0.7"; an unknown origin shows as it is."""
    code, _space, address = origin.partition(" ")
    return ", ".join(filter(None, [str(_ORIGINS.get(code, code)), address]))


def shown_value(code: str, kind: str, value: Any) -> Any:
    """The value as people read it, where the room has a way to say it; else the value itself. Older lines may hold it
    in another shape: then it stands as it is."""
    shower = _SHOWERS.get(f"{kind}.{code}")
    if shower is None or value is None:
        return value
    try:
        return shower(value)
    except (TypeError, ValueError, KeyError, AttributeError):
        return value


def actions() -> list[tuple[str, Word]]:
    """Known actions with their words, for a filter."""
    return sorted(_ACTIONS.items())


def kinds() -> list[tuple[str, Word]]:
    return sorted(_KINDS.items())
