"""A merge and its undo leave everything as it was; no operation of the room writes a whole number into the ledger."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.people import World
from tests.registry.test_merging import A, B

from binakriya.accounts.operations import create_organisation
from binakriya.accounts.rules import Actor
from binakriya.foundation.queries import history_of
from binakriya.registry import operations, queries
from binakriya.registry.models import (
    BatchRow,
    Candidate,
    Contact,
    Document,
    Enterprise,
    Membership,
    Note,
    ProductWord,
    SearchText,
    Turnover,
)
from binakriya.registry.operations import imports
from binakriya.registry.operations.candidates import decide, find_duplicates, rescore
from binakriya.registry.operations.merging import merge, undo_merge
from binakriya.registry.rules.facts import Facts

_DB = settings(
    max_examples=12,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
_WORDS = st.sampled_from(["Rotan Jaya", "rotan jaya", "ROTAN", "Batik Sari", "Kayu Jati Tua"])
_FACTS = st.builds(
    Facts,
    name=_WORDS,
    owner_name=st.sampled_from(["", "Siti Aminah", "Hj. Siti Aminah"]),
    nik=st.sampled_from(["", "3674015203780012", "3674074107800000"]),
    born=st.sampled_from([None, date(1978, 3, 12)]),
    sex=st.sampled_from(["", "f"]),
    phones=st.lists(st.sampled_from(["+6281200001234", "+6281200005678"]), unique=True, max_size=2).map(tuple),
    emails=st.lists(st.sampled_from(["a@example.com", "b@example.com"]), unique=True, max_size=2).map(tuple),
    products=st.lists(st.sampled_from(["tas", "tikar", "kursi"]), unique=True, max_size=3).map(tuple),
    since=st.sampled_from([None, 1999, 2009]),
    workers=st.sampled_from([None, 2, 7]),
    street=st.sampled_from(["", "Jl. Buaran No. 7"]),
)
_DECIDED = st.sampled_from(["", "open", "not_same", "same_owner"])


def _everything() -> dict[str, Any]:
    """All that a merge may touch, as it stands; contacts and words without their row ids, that an overwrite renews."""
    return {
        "enterprises": sorted(Enterprise.objects.values_list("id", "state", "merged_into_id", "name", "has_nik")),
        "contacts": sorted(Contact.objects.values_list("enterprise_id", "kind", "index", "position")),
        "products": sorted(ProductWord.objects.values_list("enterprise_id", "word", "position")),
        "turnovers": sorted(Turnover.objects.values_list("enterprise_id", "year", "low", "high")),
        "search": sorted(SearchText.objects.values_list("enterprise_id", "words")),
        "memberships": sorted(Membership.all_rows.values_list("id", "enterprise_id", "association_id", "number")),
        "documents": sorted(Document.all_rows.values_list("id", "enterprise_id", "kind", "number")),
        "notes": sorted(Note.all_rows.values_list("id", "enterprise_id", "text")),
        "rows": sorted(BatchRow.objects.values_list("id", "enterprise_id")),
        "candidates": sorted(
            Candidate.objects.values_list("id", "left_id", "right_id", "state", "weight", "decided_by", "decided_at")
        ),
        "facts": queries.facts_by_id(Enterprise.objects.values_list("id", flat=True)),
    }


class _Back(Exception):
    """Ends an example: what it wrote is rolled back."""


@_DB
@given(
    a=_FACTS,
    b=_FACTS,
    member=st.tuples(st.booleans(), st.booleans(), st.sampled_from(["", "A-1"]), st.sampled_from(["", "B-2"])),
    hangs=st.tuples(st.booleans(), st.booleans(), st.booleans(), st.booleans()),
    pair=_DECIDED,
    pairs=st.tuples(_DECIDED, _DECIDED),
    picks=st.dictionaries(st.sampled_from(["name", "owner", "nik", "address", "since"]), st.sampled_from(["a", "b"])),
    turned=st.booleans(),
)
def test_a_merge_and_its_undo_leave_everything_as_it_was(
    world: World,
    officer: Actor,
    now: datetime,
    a: Facts,
    b: Facts,
    member: tuple[bool, bool, str, str],
    hangs: tuple[bool, bool, bool, bool],
    pair: str,
    pairs: tuple[str, str],
    picks: dict[str, Any],
    turned: bool,
) -> None:
    said = {"by": officer, "now": now}
    with pytest.raises(_Back), transaction.atomic():
        ids = [
            operations.create_enterprise(facts=f, office_id=world.office_id, by=officer, now=now + timedelta(minutes=n))
            for n, f in enumerate((a, b, replace(a, name="Pihak Ketiga")))
        ]
        kept, gone = (ids[1], ids[0]) if turned else (ids[0], ids[1])
        for n, one in enumerate((kept, gone)):
            if member[n]:
                operations.add_membership(
                    enterprise_id=one, association_id=world.association_id, number=member[2 + n], **said
                )
            if hangs[n]:
                operations.add_note(enterprise_id=one, text=f"catatan {n}", **said)
            if hangs[2 + n]:
                operations.add_document(
                    enterprise_id=one, kind="nib", number=f"D-{n}", issued_on=None, expires_on=None, **said
                )
        states = ((kept, gone, pair), (kept, ids[2], pairs[0]), (gone, ids[2], pairs[1]))
        for one, other, state in states:
            if state:
                _candidate(world, one, other, state, officer, now)
        before = _everything()
        made = merge(kept_id=kept, gone_id=gone, picks=picks, **said)
        assert _everything() != before
        undo_merge(merge_id=made, **said)
        after = _everything()
        for name, rows in before.items():
            assert after[name] == rows, name
        raise _Back


def _candidate(world: World, one: UUID, other: UUID, state: str, by: Actor, now: datetime) -> None:
    left, right = sorted((one, other))
    decided = state != "open"
    Candidate.objects.create(
        office_id=world.office_id,
        left_id=left,
        right_id=right,
        relation="same",
        band="possible",
        probability=0.7,
        weight=1.5,
        state=state,
        found_at=now,
        decided_at=now if decided else None,
        decided_by=by.label if decided else "",
    )


# --- the ledger ------------------------------------------------------------------------------------------------------

SECRETS = ("3674074107800000", "81200004471", "81300000055", "3674015203780012", "81200001234", "Buaran No. 7")
LIST = (
    b"No;Nama Usaha;Nama Pemilik;NIK;Alamat;No HP;Kelurahan;Keterangan\n"
    b"1;Batik Sari;Siti Aminah;3674015203780012;Jl. Buaran No. 7;081200001234;Ciater;telepon 081200001234\n"
    b"2;Batik Sari;Siti Aminah;3674015203780012;Jl. Buaran No. 7;081200001234;Ciater;NIK 3674015203780012\n"
)


def test_no_operation_writes_a_whole_number_into_the_ledger(
    world: World, officer: Actor, now: datetime, signed_in: Callable[..., Client]
) -> None:
    """Every write of the room once; then every text of the ledger as the database holds it."""
    said = {"by": officer, "now": now}
    one = operations.create_enterprise(facts=A, office_id=world.office_id, **said)
    two = operations.create_enterprise(facts=B, office_id=world.office_id, **said)
    phones = ("+6281300000055",)
    operations.change_enterprise(enterprise_id=two, facts=replace(B, phones=phones, nik=SECRETS[3]), **said)
    operations.add_note(enterprise_id=one, text=f"NIK {SECRETS[0]}, telepon 0{SECRETS[1]}", **said)
    operations.add_document(enterprise_id=one, kind="nib", number="123", issued_on=None, expires_on=None, **said)
    group = create_organisation(kind="association", name="Kelompok", short_name="KEL", by=world.system, now=now)
    operations.add_membership(enterprise_id=one, association_id=group, number="A-1", **said)
    operations.reveal_personal(enterprise_id=one, reason="menghubungi", **said)
    operations.archive_enterprise(enterprise_id=one, **said)
    operations.restore_enterprise(enterprise_id=one, **said)
    batch = imports.receive_files(
        uploads=[imports.Upload("daftar.csv", LIST)], office_id=world.office_id, nonce=uuid4().hex, limit=10**6, **said
    )
    imports.read_import(batch_id=batch, **said)
    row = BatchRow.objects.filter(file__batch_id=batch, included=True)[0].id
    imports.note_row_reading(batch_id=batch, row_id=row, **said)
    imports.correct_row(batch_id=batch, row_id=row, texts={"phone": f"0{SECRETS[2]}"}, **said)
    client = signed_in("officer")
    client.post(reverse("registry:import-confirm", args=[batch]))
    find_duplicates(office_id=world.office_id, **said)
    pairs = list(Candidate.objects.filter(state="open"))
    assert pairs
    for pair in pairs:
        for state in ("not_same", "open", "same_owner", "open"):
            decide(candidate_id=pair.id, state=state, **said)
    client.post(reverse("registry:merge-likely"))
    made = history_of(kind="registry.office", object_id=world.office_id)
    assert made
    kept, gone = sorted([one, two])
    if {queries.enterprise_card(i).state for i in (kept, gone)} == {"active"}:
        undo_merge(merge_id=merge(kept_id=kept, gone_id=gone, picks={}, **said), **said)
    rescore(office_id=world.office_id, **said)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM foundation_ledgerentry")
        lines = [" ".join(str(v) for v in line) for line in cursor.fetchall()]
    assert len(lines) > 25
    told = [line for line in lines if any(s in line for s in SECRETS) or re.search(r"\b\d{16}\b", line)]
    assert told == []
