"""Writing every encrypted value anew with the first of FIELD_KEYS."""

from dataclasses import dataclass
from datetime import datetime

from django.core.files.base import ContentFile
from django.db import models, transaction

from binakriya.foundation.encryption import UnknownKey, current_key_name, decrypt
from binakriya.foundation.fields import EncryptedFileField, EncryptedTextField
from binakriya.foundation.operations.ledger import record
from binakriya.foundation.queries.keys import encrypted_fields, encrypted_files, stored
from binakriya.foundation.rules.ledger import Who


@dataclass(frozen=True, slots=True)
class Rotated:
    """What happened to one field. `unreadable`: no configured key opens them; they were left as they are."""

    field: str
    rewritten: int
    unreadable: int


def rotate_keys(*, by: Who, now: datetime, batch: int = 200) -> list[Rotated]:
    """Safe to break off and to repeat: what was written anew is not touched again. Each batch is a transaction of its
    own, so that others wait some milliseconds at most; a value that somebody changes meanwhile keeps their change."""
    done = [_rotate(model, field, batch) for model, field in encrypted_fields()]
    done += [_rotate_files(model, field) for model, field in encrypted_files()]
    total = sum(r.rewritten for r in done)
    if total:
        with transaction.atomic():
            record(
                by=by,
                now=now,
                action="foundation.keys_rotated",
                kind="foundation.keys",
                object_id=current_key_name(),
                after={"count": total, "fields": [r.field for r in done if r.rewritten]},
            )
    return done


def _rotate(model: type[models.Model], field: EncryptedTextField, batch: int) -> Rotated:
    label = field.seal_label
    waiting = stored(model, field).exclude(raw__startswith=f"v1:{current_key_name()}:").order_by("pk")
    rewritten, unreadable, last = 0, 0, None
    while True:
        rows = list((waiting.filter(pk__gt=last) if last is not None else waiting).values_list("pk", "raw")[:batch])
        if not rows:
            return Rotated(label, rewritten, unreadable)
        with transaction.atomic():
            for pk, raw in rows:
                try:
                    plain = decrypt(raw, label=label)
                except UnknownKey:
                    unreadable += 1
                    continue
                # Only if it still is what was read.
                rewritten += stored(model, field).filter(pk=pk, raw=raw).update(**{field.name: plain})
        last = rows[-1][0]


def _rotate_files(model: type[models.Model], field: EncryptedFileField) -> Rotated:
    """Each file is written anew beside the old one, the row is turned to it, then the old one goes."""
    rewritten = unreadable = 0
    current = f"{current_key_name()}:".encode()
    rows = model._default_manager.exclude(**{field.name: ""})
    for pk, old in list(rows.values_list("pk", field.name)):
        try:
            with field.storage.open(old, "rb") as file:
                sealed = file.read()
            if sealed.startswith(current):
                continue
            new = field.storage.save(old, ContentFile(field.seal(field.unseal(sealed))))
        except (UnknownKey, FileNotFoundError):
            unreadable += 1
            continue
        if model._default_manager.filter(pk=pk, **{field.name: old}).update(**{field.name: new}):
            field.storage.delete(old)
            rewritten += 1
        else:
            field.storage.delete(new)
    return Rotated(field.seal_label, rewritten, unreadable)
