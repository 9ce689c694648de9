"""What must hold, the database holds: each constraint is tried."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from django.db.models import Model
from tests.people import World
from tests.registry.worlds import make_batch, make_enterprise

from binakriya.foundation.ids import new_id
from binakriya.registry.models import (
    Batch,
    BatchFile,
    BatchRow,
    Candidate,
    Contact,
    Document,
    Enterprise,
    LearnedHeader,
    LinkedPerson,
    LinkRequest,
    Membership,
    Merge,
    Note,
    Owner,
    ProductWord,
    ReviewWork,
    SavedView,
    Turnover,
)


def _enterprise(world: World, **values: Any) -> Enterprise:
    given: dict[str, Any] = {"name": "Rotan", "created_at": world.now, "updated_at": world.now, **values}
    return Enterprise(office_id=world.office_id, **given)


def _refused(name: str, *rows: Model) -> None:
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        for row in rows:
            row.save(force_insert=True)
    # SQLite names a check constraint, and the columns of a unique one.
    assert name in str(refused.value) or "UNIQUE" in str(refused.value)


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"name": ""}, "enterprise_has_name"),
        ({"state": "merged"}, "enterprise_merged_into"),
        ({"kbli": "16291"}, "enterprise_kbli_with_version"),
        ({"kbli_version": "2020"}, "enterprise_kbli_with_version"),
        ({"since": 99}, "enterprise_since"),
        ({"workers": 2, "workers_m": 3}, "enterprise_workers_by_sex"),
        ({"workers": 3, "workers_m": 2, "workers_f": 2}, "enterprise_workers_by_sex"),
        ({"nib": "123"}, "enterprise_nib_digits"),
        ({"lat": -6.3}, "enterprise_point"),
        ({"lat": -96.3, "lng": 106.0}, "enterprise_point"),
        ({"region_code": "36.74.01.1001", "district_code": "36.74.02"}, "enterprise_district_of_region"),
        ({"state": "lost"}, "enterprise_state"),
        ({"kbli": "16291", "kbli_version": "2015"}, "enterprise_kbli_version"),
    ],
)
def test_enterprise(world: World, values: dict[str, Any], constraint: str) -> None:
    _refused(constraint, _enterprise(world, **values))


@pytest.mark.parametrize(
    "values",
    [
        {"workers": 4, "workers_m": 1, "workers_f": 3},
        {"workers": 4, "workers_f": 3},
        {"workers_m": 4},
        {"lat": -6.3, "lng": 106.7},
        {"kbli": "16291", "kbli_version": "2025"},
        {"nib": "9120000010000"},
    ],
)
def test_what_an_enterprise_may_be(world: World, values: dict[str, Any]) -> None:
    _enterprise(world, **values).save(force_insert=True)


def test_merged_into_only_when_merged(world: World) -> None:
    kept = make_enterprise(world)
    _refused("enterprise_merged_into", _enterprise(world, merged_into_id=kept))


Rows = Callable[[UUID, World], list[Model]]


def _link(enterprise: UUID, world: World, way: str = "officer") -> LinkedPerson:
    return LinkedPerson(enterprise_id=enterprise, person_id=world.people["maker"], way=way, by="x", at=world.now)


def _request(world: World, **values: Any) -> LinkRequest:
    return LinkRequest(
        person_id=world.people["maker"], office_id=world.office_id, given="9120000010000", at=world.now, **values
    )


def test_an_owners_sex(world: World) -> None:
    made = make_enterprise(world)
    with pytest.raises(IntegrityError, match="owner_sex"), transaction.atomic():
        Owner.objects.filter(enterprise_id=made).update(sex="x")


@pytest.mark.parametrize(
    ("constraint", "rows"),
    [
        ("contact_once", lambda e, w: [Contact(enterprise_id=e, kind="email", value="a", index="x") for _ in range(2)]),
        ("product_word_once", lambda e, w: [ProductWord(enterprise_id=e, word="tas") for _ in range(2)]),
        ("turnover_once_a_year", lambda e, w: [Turnover(enterprise_id=e, year=2018, low=1, high=2) for _ in range(2)]),
        ("turnover_range", lambda e, w: [Turnover(enterprise_id=e, year=2018, low=3, high=2)]),
        ("turnover_year", lambda e, w: [Turnover(enterprise_id=e, year=18, low=1, high=2)]),
        (
            "membership_once",
            lambda e, w: [Membership(enterprise_id=e, association_id=w.association_id) for _ in range(2)],
        ),
        (
            "document_dates",
            lambda e, w: [
                Document(enterprise_id=e, kind="nib", issued_on=date(2020, 1, 1), expires_on=date(2019, 1, 1))
            ],
        ),
        ("document_kind", lambda e, w: [Document(enterprise_id=e, kind="paspor")]),
        (
            "document_file",
            lambda e, w: [Document(enterprise_id=e, kind="nib", file="a.bin", file_type="exe", file_size=1)],
        ),
        ("document_file", lambda e, w: [Document(enterprise_id=e, kind="nib", file="a.bin", file_type="pdf")]),
        ("document_file", lambda e, w: [Document(enterprise_id=e, kind="nib", file_type="pdf", file_size=3)]),
        ("note_has_text", lambda e, w: [Note(enterprise_id=e, text="", by="x", at=w.now)]),
        ("contact_kind", lambda e, w: [Contact(enterprise_id=e, kind="fax", value="a", index="x")]),
        ("turnover_confidence", lambda e, w: [Turnover(enterprise_id=e, year=2018, low=1, high=2, confidence="maybe")]),
        (
            "linked_person_once",
            lambda e, w: [_link(e, w) for _ in range(2)],
        ),
        ("linked_person_way", lambda e, w: [_link(e, w, way="guessed")]),
        ("link_request_one_open", lambda e, w: [_request(w) for _ in range(2)]),
        ("link_request_state", lambda e, w: [_request(w, state="maybe", decided_at=w.now)]),
        ("link_request_decided", lambda e, w: [_request(w, state="refused")]),
        ("link_request_decided", lambda e, w: [_request(w, enterprise_id=e)]),
        ("owner", lambda e, w: [Owner(enterprise_id=e, name="Lain")]),
        ("saved_view_name", lambda e, w: [SavedView(person_id=w.people["officer"], name="a") for _ in range(2)]),
        (
            "learned_header_once",
            lambda e, w: [LearnedHeader(office_id=w.office_id, header="Juragan", field="nik") for _ in range(2)],
        ),
    ],
)
def test_what_belongs_to_an_enterprise(world: World, constraint: str, rows: Rows) -> None:
    _refused(constraint, *rows(make_enterprise(world), world))


def _candidate(world: World, left: UUID, right: UUID, **values: Any) -> Candidate:
    given: dict[str, Any] = {"relation": "same", "band": "likely", "probability": 0.9, "weight": 5, **values}
    return Candidate(office_id=world.office_id, left_id=left, right_id=right, found_at=world.now, **given)


def test_candidates(world: World) -> None:
    left, right = sorted([make_enterprise(world), make_enterprise(world, "Lain")])
    _refused("candidate_once", _candidate(world, left, right), _candidate(world, left, right))
    _refused("candidate_ordered", _candidate(world, right, left))
    _refused("candidate_probability", _candidate(world, left, right, probability=1.5))
    _refused("candidate_relation", _candidate(world, left, right, relation="cousin"))
    _refused("candidate_band", _candidate(world, left, right, band="sure"))
    _refused("candidate_state", _candidate(world, left, right, state="lost"))


def test_merges(world: World) -> None:
    kept, gone = make_enterprise(world), make_enterprise(world, "Lain")

    def merge(a: UUID, b: UUID, **values: Any) -> Merge:
        return Merge(kept_id=a, gone_id=b, snapshot="{}", by="x", at=world.now, **values)

    _refused("merge_of_two", merge(kept, kept))
    _refused("merge_gone_once", merge(kept, gone), merge(kept, gone))
    merge(kept, gone, undone_at=world.now).save(force_insert=True)
    merge(kept, gone).save(force_insert=True)


def test_imports(world: World) -> None:
    batch = make_batch(world)
    file = BatchFile.objects.get(batch_id=batch)
    nonce = Batch.objects.get(id=batch).nonce
    again = Batch(office_id=world.office_id, state="uploaded", nonce=nonce, by="x", created_at=world.now)
    _refused("nonce", again)
    _refused("batch_state", Batch(office_id=world.office_id, state="odd", nonce="n", by="x", created_at=world.now))
    _refused("batch_file_position", BatchFile(batch_id=batch, position=1, name="b", size=1, digest="d", file="f"))
    _refused("batch_row_once", *[BatchRow(file=file, sheet="", number=99, payload="{}") for _ in range(2)])


def test_a_row_becomes_one_enterprise_at_most(world: World) -> None:
    """An import gives an enterprise its row's id."""
    one = new_id()
    _refused("registry_enterprise", _enterprise(world, id=one), _enterprise(world, id=one))


def test_one_work_of_a_kind_runs_at_a_time(world: World) -> None:
    given = {"office_id": world.office_id, "by": "x", "asked_at": world.now, "moved_at": world.now}
    _refused("review_work_state", ReviewWork(kind="search", state="odd", **given))
    _refused("review_work_kind", ReviewWork(kind="odd", state="done", **given))
    ReviewWork.objects.create(kind="search", state="done", **given)
    _refused(
        "review_work_once",
        ReviewWork(kind="search", state="waiting", **given),
        ReviewWork(kind="search", state="running", **given),
    )
