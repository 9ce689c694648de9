"""Sensitive fields at rest, their keys and the rotation."""

from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st
from tests.people import World

from binakriya.accounts.rules import Actor
from binakriya.foundation.encryption import UnknownKey, blind_index, current_key_name, decrypt, encrypt, new_key
from binakriya.foundation.operations import rotate_keys
from binakriya.foundation.queries import key_status
from binakriya.foundation.queries.keys import encrypted_fields
from binakriya.registry.models import Enterprise, Owner


@given(st.text())
def test_what_is_sealed_opens_again(text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    assert decrypt(encrypt(text, label="a.b.c"), label="a.b.c") == text


def test_the_same_value_looks_different_each_time_and_hides_itself() -> None:
    one, two = encrypt("3674015203780012", label="a"), encrypt("3674015203780012", label="a")
    assert one != two
    assert "3674015203780012" not in one


def test_a_value_moved_to_another_field_does_not_open() -> None:
    with pytest.raises(UnknownKey):
        decrypt(encrypt("x", label="registry.owner.nik"), label="registry.contact.value")


@pytest.mark.parametrize("stored", ["v1:00000000:AAAA", "v2:x:y", "plain text", "v1:", "v1::"])
def test_what_was_never_sealed_does_not_open(stored: str) -> None:
    with pytest.raises(UnknownKey):
        decrypt(stored, label="a")


def test_an_altered_value_does_not_open() -> None:
    sealed = encrypt("Jalan Buaran", label="a")
    with pytest.raises(UnknownKey):
        decrypt(sealed[:-6] + ("AAAAA=" if not sealed.endswith("AAAAA=") else "BBBBB="), label="a")


def test_blind_indexes_find_equal_values_of_one_field_alone(settings: Any) -> None:
    assert blind_index("367", label="a") == blind_index("367", label="a") != blind_index("367", label="b")
    assert blind_index("", label="a") == ""
    before = blind_index("367", label="a")
    settings.BLIND_INDEX_KEY = new_key()
    assert blind_index("367", label="a") != before


def test_every_room_s_sensitive_fields_are_known_to_the_rotation() -> None:
    found = {field.seal_label for _, field in encrypted_fields()}
    assert {"registry.owner.nik", "registry.enterprise.street"} <= found


def _raw(model: Any, name: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {name} FROM {model._meta.db_table} ORDER BY {name}")
        return [row[0] for row in cursor.fetchall()]


@pytest.fixture
def owners(world: World, now: datetime) -> list[Owner]:
    """Rows of the room that holds the most sensitive fields."""
    made = []
    for i in range(7):
        enterprise = Enterprise.objects.create(
            office_id=world.office_id, name=f"Usaha {i}", created_at=now, updated_at=now
        )
        made.append(Owner.objects.create(enterprise=enterprise, name=f"Ibu {i}", nik=f"36740152037800{i:02}"))
    return made


def test_the_rotation_writes_everything_anew_and_may_be_repeated(
    owners: list[Owner], settings: Any, system: Actor, now: datetime
) -> None:
    old = current_key_name()
    settings.FIELD_KEYS = [new_key(), *settings.FIELD_KEYS]
    line = next(s for s in key_status() if s.field == "registry.owner.nik")
    assert (line.values, line.stale, line.unreadable, line.by_key) == (7, 7, 0, {old: 7})
    done = {r.field: r for r in rotate_keys(by=system, now=now, batch=3)}
    assert done["registry.owner.nik"].rewritten == 7
    assert sum(r.rewritten for r in rotate_keys(by=system, now=now)) == 0
    # The old key may go now.
    settings.FIELD_KEYS = settings.FIELD_KEYS[:1]
    assert sorted(o.nik for o in Owner.objects.all()) == [f"36740152037800{i:02}" for i in range(7)]
    assert all(raw.startswith(f"v1:{current_key_name()}:") for raw in _raw(Owner, "nik"))


def test_values_of_a_lost_key_are_left_and_told(
    owners: list[Owner], settings: Any, system: Actor, now: datetime
) -> None:
    before = _raw(Owner, "nik")
    settings.FIELD_KEYS = [new_key()]
    line = next(s for s in key_status() if s.field == "registry.owner.nik")
    assert (line.stale, line.unreadable) == (7, 7)
    done = {r.field: r for r in rotate_keys(by=system, now=now, batch=2)}
    assert (done["registry.owner.nik"].rewritten, done["registry.owner.nik"].unreadable) == (0, 7)
    assert _raw(Owner, "nik") == before


def test_a_swapped_column_does_not_open(owners: list[Owner]) -> None:
    """Someone with the database, without the keys, copies a NIK into a field that is shown."""
    other = next(f for m, f in encrypted_fields() if m is Owner and f.name != "nik")
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {Owner._meta.db_table} SET {other.column} = nik")
    with pytest.raises(UnknownKey):
        list(Owner.objects.all())
