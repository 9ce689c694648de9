"""Which encrypted fields there are, and with which keys their values were written."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Count, F
from django.db.models.functions import Cast, Substr

from binakriya.foundation.encryption import current_key_name, key_names
from binakriya.foundation.fields import EncryptedFileField, EncryptedTextField

# A stored value is `v1:` and eight letters that name its key.
_NAME_AT, _NAME_LENGTH = 4, 8


@dataclass(frozen=True, slots=True)
class FieldKeys:
    """`by_key`: name of a key → how many values it wrote. `stale`: values that the rotation would write anew.
    `unreadable`: values of keys that are not configured."""

    field: str
    values: int
    by_key: dict[str, int]
    stale: int
    unreadable: int


def encrypted_fields() -> Iterator[tuple[type[models.Model], EncryptedTextField]]:
    """Every encrypted field of every room, in a fixed order."""
    for model in sorted(apps.get_models(), key=lambda m: m._meta.label_lower):
        for field in model._meta.local_fields:
            if isinstance(field, EncryptedTextField):
                yield model, field


def stored(model: type[models.Model], field: EncryptedTextField) -> models.QuerySet[Any]:
    """The rows that hold a value, with `raw`: the text as it stands in the database."""
    rows = model._base_manager.annotate(raw=Cast(F(field.name), models.TextField()))
    return rows.exclude(raw="").exclude(raw=None)


def encrypted_files() -> list[tuple[type[models.Model], EncryptedFileField]]:
    """Every field that holds sealed files."""
    return [
        (model, field)
        for model in apps.get_models()
        for field in model._meta.local_fields
        if isinstance(field, EncryptedFileField)
    ]


def key_status() -> list[FieldKeys]:
    """One line a field."""
    known = set(key_names())
    lines = []
    for model, field in encrypted_fields():
        counted = (
            stored(model, field)
            .annotate(key=Substr("raw", _NAME_AT, _NAME_LENGTH))
            .order_by()
            .values_list("key")
            .annotate(n=Count("pk"))
        )
        by_key = dict(counted)
        lines.append(
            FieldKeys(
                f"{model._meta.label_lower}.{field.name}",
                sum(by_key.values()),
                by_key,
                sum(n for key, n in by_key.items() if key != current_key_name()),
                sum(n for key, n in by_key.items() if key not in known),
            )
        )
    return lines
