"""Personal values of lists that wait to be checked: masked on screen, sealed at rest, shown whole once and noted."""

import importlib
import re
from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.urls import reverse
from tests.people import World
from tests.registry.worlds import first_row

from binakriya.foundation.queries import history_of
from binakriya.registry.models import BatchFile
from binakriya.registry.operations import imports
from binakriya.registry.queries import facts_of
from binakriya.registry.rules.showing import mask_free, mask_loose, mask_sample

SECRETS = ("3674015203780012", "081200001234", "+6281200001234", "siti.aminah@example.com", "Buaran No. 7")
LIST = (
    b"No;Nama Usaha;Nama Pemilik;NIK;Alamat;No HP;Email;Kelurahan;Keterangan\n"
    b"1;Batik Sari;Siti Aminah;3674015203780012;Jl. Buaran No. 7;081200001234;siti.aminah@example.com;Ciater;"
    b"telepon lain 081200001234\n"
)


@pytest.fixture
def batch(world: World) -> UUID:
    by = world.actor("officer")
    made = imports.receive_files(
        uploads=[imports.Upload("daftar.csv", LIST)],
        office_id=world.office_id,
        nonce=uuid4().hex,
        limit=10**6,
        by=by,
        now=world.now,
    )
    imports.read_import(batch_id=made, by=by, now=world.now)
    return made


def _told(page: str) -> list[str]:
    return [s for s in SECRETS if s in page]


def test_pages_of_an_import_mask_what_is_personal(batch: UUID, signed_in: Callable[..., Client]) -> None:
    client = signed_in("officer")
    for name, args in (("import", [batch]), ("import-columns", [batch]), ("import-row", [batch, first_row(batch)])):
        page = client.get(reverse(f"registry:{name}", args=args)).content.decode()
        assert "Siti Aminah" in page or name == "import-columns"
        assert _told(page) == [], name


def test_a_row_is_shown_whole_once_and_noted(batch: UUID, signed_in: Callable[..., Client], world: World) -> None:
    client, row = signed_in("officer"), first_row(batch)
    address = reverse("registry:import-row-reveal", args=[batch, row])
    response = client.post(address)
    assert {SECRETS[0], SECRETS[3], SECRETS[4]} <= set(_told(response.content.decode()))
    assert "no-store" in response["Cache-Control"]
    noted = history_of(kind="registry.batch", object_id=batch)
    assert [e.action for e in noted] == ["read"] and _told(str(noted)) == []
    # What was not opened stays as it is; what was opened may be corrected.
    client.post(reverse("registry:import-row", args=[batch, row]), {"business_name": "Batik Lain", "owner_name": "S"})
    client.post(reverse("registry:import-row", args=[batch, row]), {"business_name": "B", "email": "baru@example.com"})
    by = world.actor("officer")
    imports.confirm_import(batch_id=batch, by=by, now=world.now)
    facts = facts_of(row)
    assert facts and facts.nik == SECRETS[0] and facts.emails == ("baru@example.com",)
    after = client.post(address)
    assert after.status_code == 302
    assert len([e for e in history_of(kind="registry.batch", object_id=batch) if e.action == "read"]) == 1


def test_no_table_holds_a_whole_number(batch: UUID, world: World) -> None:
    """Every text and JSON column of every table, as the database itself holds it, but the accounts' own contacts."""
    imports.confirm_import(batch_id=batch, by=world.actor("officer"), now=world.now)
    found = []
    with connection.cursor() as cursor:
        for model in apps.get_models():
            table = model._meta.db_table
            if model._meta.app_label == "accounts" or not model._meta.managed:
                continue
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            names = [c[0] for c in cursor.description]
            for line in cursor.fetchall():
                for name, value in zip(names, line, strict=True):
                    text = value if isinstance(value, str) else str(value) if isinstance(value, dict | list) else ""
                    if _told(text) or re.search(r"\b3674015203780012\b|81200001234", text):
                        found.append(f"{table}.{name}")
    assert found == []


@pytest.mark.parametrize("text", ["3674 0152 0378 0012", "0812-0000-1234", "+62 812 0000 1234", "a.b@example.com"])
def test_free_text_is_masked_however_it_is_written(text: str) -> None:
    assert text not in mask_loose(f"lihat {text} ya")
    assert not re.search(r"\d", mask_sample(text.replace("example.com", "x.id"), "nik"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("titip di Jl. Buaran Raya No. 7, depan masjid", "titip di Jl. Buaran •••, depan masjid"),
        ("Jln Melati Indah Permai", "Jln Melati •••"),
        ("rumah di Jalan Kenanga dekat pasar", "rumah di Jalan Kenanga •••"),
        ("NIK 3674015203780012 telp 0812-0000-1234", "NIK •••• telp ••••"),
        ("kp. Sawah RT 02/05; a.b@example.com", "kp. Sawah •••; a•••@example.com"),
        ("usaha jalan terus, omzet 12 juta", "usaha jalan terus, omzet 12 juta"),
        ("baru 3 bulan", "baru 3 bulan"),
    ],
)
def test_free_columns_are_masked_like_the_others(text: str, shown: str) -> None:
    assert mask_free(text) == shown
    assert mask_free(shown) == shown
    assert mask_sample(text, "note") == shown


def test_a_business_named_after_a_street_keeps_its_name() -> None:
    assert mask_sample("Bakso Gang Kelinci", "business_name") == "Bakso Gang Kelinci"


def test_samples_of_old_readings_are_masked(batch: UUID) -> None:
    migration = importlib.import_module("binakriya.registry.migrations.0015_mask_samples")
    kept = BatchFile.objects.get(batch_id=batch)
    columns = [
        {**c, "samples": [SECRETS[0], SECRETS[1], SECRETS[3], f"Jl. {SECRETS[4]}"]} for c in kept.reading["columns"]
    ]
    BatchFile.objects.filter(id=kept.id).update(reading={**kept.reading, "columns": columns})
    migration.mask_samples(apps, None)
    after = BatchFile.objects.get(id=kept.id).reading
    free = [c for c in after["columns"] if not c["field"].startswith(("nib", "number"))]
    assert free and _told(str(free)) == []
    assert {k: v for k, v in after.items() if k != "columns"} == {
        k: v for k, v in kept.reading.items() if k != "columns"
    }
    migration.mask_samples(apps, None)
    assert BatchFile.objects.get(id=kept.id).reading == after


def test_the_time_of_filling_in_is_nobodys_secret() -> None:
    assert mask_sample("16/11/2018 09:12:33", "filled_at") == "16/11/2018 09:12:33"
