"""Rubrics adopted, drafted, published, retired: what each does, and what it refuses."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import UUID, uuid4

import pytest
from PIL import Image
from tests.people import World
from tests.quality.made import a_criterion, a_rubric, jpeg, make_photo, make_published, make_rubric, publish

from binakriya.accounts.operations import add_person, grant_role
from binakriya.accounts.queries import actor_of, office_of_work
from binakriya.accounts.rules import Actor, NotAllowed, Refused, Role
from binakriya.foundation.models import LedgerEntry
from binakriya.quality.models import LevelPhoto, LevelPhotoFile, Rubric, RubricVersion
from binakriya.quality.operations import rubrics as operations
from binakriya.quality.queries import rubrics as queries
from binakriya.quality.rules.rubrics import BadRubric, digest_of, read_rubric, write_rubric
from binakriya.quality.rules.rubrics.editing import mark_of_facts, mark_of_part, mark_of_weights
from binakriya.quality.rules.rubrics.starters import starter


def draft(rubric_id: UUID) -> RubricVersion:
    return RubricVersion.objects.get(rubric_id=rubric_id, state="draft")


def lines(rubric_id: UUID) -> list[str]:
    found = LedgerEntry.objects.filter(object_id=str(rubric_id)).order_by("number")
    return [one.action.removeprefix("quality.rubric_") for one in found]


def other_practitioner(world: World) -> Actor:
    """Brought in by the other office."""
    made = add_person(
        name="Praktisi lain",
        email="praktisi.lain@contoh.example",
        password="rotan-dan-bambu-31",
        office_id=world.other_office_id,
        by=world.system,
        now=world.now,
    )
    grant_role(person_id=made, role=Role.PRACTITIONER, organisation_id=None, by=world.system, now=world.now)
    return actor_of(person_id=made, origin="test")


def test_a_starter_is_copied_with_who_and_when(world: World) -> None:
    rubric_id = make_rubric(world)
    row = Rubric.objects.get(id=rubric_id)
    assert (row.starter, row.adopted_by, row.adopted_at) == ("batik", world.actor("officer").label, world.now)
    assert (row.office_id, row.title, row.title_en) == (
        world.office_id,
        "Batik tulis dan cap",
        "Hand-drawn and stamped batik",
    )
    version = draft(rubric_id)
    assert read_rubric(version.content) == starter("batik")
    assert version.digest == digest_of(version.content)
    assert lines(rubric_id) == ["adopted"]
    with pytest.raises(Refused, match="no_starter"):
        operations.adopt_starter(key="besi", by=world.actor("officer"), now=world.now)


def test_the_same_form_again_makes_nothing_more(world: World) -> None:
    def send() -> UUID:
        return operations.adopt_starter(key="wood", nonce="satu", by=world.actor("officer"), now=world.now)

    assert send() == send()
    assert Rubric.objects.count() == 1


def test_whoever_works_for_no_office_writes_for_the_one_that_brought_them_in(world: World) -> None:
    practitioner = world.actor("practitioner")
    assert practitioner.office_id is None
    assert office_of_work(practitioner) == world.office_id
    rubric_id = make_rubric(world, "practitioner")
    assert Rubric.objects.get(id=rubric_id).office_id == world.office_id
    assert queries.draft_page(rubric_id=rubric_id, by=world.actor("officer")).rubric == starter("batik")


def test_another_office_sees_nothing_of_it(world: World) -> None:
    rubric_id = make_published(world)
    for by in (world.actor("other_officer"), other_practitioner(world)):
        assert queries.rubrics_page(by=by, language="id").rows == ()
        assert queries.published_rubrics(by=by, language="id") == ()
        with pytest.raises(Rubric.DoesNotExist):
            queries.version_page(rubric_id=rubric_id, by=by)
        with pytest.raises(Rubric.DoesNotExist):
            operations.start_draft(rubric_id=rubric_id, by=by, now=world.now)


def test_a_draft_is_seen_only_by_those_who_write_rubrics(world: World) -> None:
    rubric_id = make_rubric(world)
    for who in ("curator", "leadership"):
        assert queries.rubrics_page(by=world.actor(who), language="id").rows == ()
        with pytest.raises(Rubric.DoesNotExist):
            queries.version_page(rubric_id=rubric_id, by=world.actor(who))
        with pytest.raises(NotAllowed):
            queries.draft_page(rubric_id=rubric_id, by=world.actor(who))
    publish(world, rubric_id)
    operations.start_draft(rubric_id=rubric_id, by=world.actor("officer"), now=world.now)
    page = queries.version_page(rubric_id=rubric_id, by=world.actor("curator"))
    assert [one.number for one in page.versions] == [1]
    assert page.draft is None
    with pytest.raises(RubricVersion.DoesNotExist):
        queries.version_page(rubric_id=rubric_id, number=2, by=world.actor("curator"))


@pytest.mark.parametrize("who", ["maker", "curator", "leadership", "visitor"])
def test_who_may_not_write(world: World, who: str) -> None:
    rubric_id, by = make_published(world), world.actor(who)
    with pytest.raises(NotAllowed):
        operations.adopt_starter(key="wood", by=by, now=world.now)
    with pytest.raises(NotAllowed):
        operations.retire_rubric(rubric_id=rubric_id, reason="x", by=by, now=world.now)
    with pytest.raises(NotAllowed):
        operations.add_level_photo(rubric_id=rubric_id, key="warna", score=1, data=b"", alt="", by=by, now=world.now)


def test_a_published_version_stays_while_the_next_is_drafted(world: World) -> None:
    officer = world.actor("officer")
    rubric_id = make_published(world)
    first = RubricVersion.objects.get(rubric_id=rubric_id)
    number = operations.start_draft(rubric_id=rubric_id, by=officer, now=world.now)
    assert number == operations.start_draft(rubric_id=rubric_id, by=officer, now=world.now) == 2
    rubric = read_rubric(draft(rubric_id).content)
    operations.change_weights(
        rubric_id=rubric_id,
        weights=dict.fromkeys(rubric.weights, 10) | {"canting": 50},
        seen=mark_of_weights(rubric),
        by=officer,
        now=world.now,
    )
    first.refresh_from_db()
    assert read_rubric(first.content) == starter("batik")
    assert [one.version_id for one in queries.published_rubrics(by=officer, language="en")] == [first.id]
    assert publish(world, rubric_id) == 2
    first.refresh_from_db()
    assert (first.state, first.reason, first.retired_by) == ("retired", "→ 2", officer.label)
    assert queries.rubrics_of_versions([first.id]) == {first.id: starter("batik")}
    assert lines(rubric_id) == ["adopted", "published", "drafted", "changed", "published"]


def test_weights_that_do_not_add_up_are_refused(world: World) -> None:
    rubric_id, officer = make_rubric(world), world.actor("officer")
    rubric = read_rubric(draft(rubric_id).content)
    seen = mark_of_weights(rubric)
    for weights in (dict.fromkeys(rubric.weights, 10), dict.fromkeys(rubric.weights, 20) | {"canting": 0}):
        with pytest.raises(Refused, match="weights_sum"):
            operations.change_weights(rubric_id=rubric_id, weights=weights, seen=seen, by=officer, now=world.now)
    assert read_rubric(draft(rubric_id).content) == rubric


def test_an_unfinished_draft_is_not_published(world: World) -> None:
    officer = world.actor("officer")
    rubric_id = operations.begin_rubric(title="Kosong", by=officer, now=world.now)
    with pytest.raises(BadRubric) as caught:
        publish(world, rubric_id)
    assert [one.reason for one in caught.value.problems] == ["no_criteria"]
    operations.put_part(
        rubric_id=rubric_id, name="criteria", part=replace(a_criterion(), key=""), seen="", by=officer, now=world.now
    )
    with pytest.raises(BadRubric) as caught:
        publish(world, rubric_id)
    assert {one.reason for one in caught.value.problems} == {"weights_sum"}
    assert draft(rubric_id).state == "draft"
    with pytest.raises(Refused, match="title_needed"):
        operations.begin_rubric(title=" ", by=officer, now=world.now)


def test_what_another_one_wrote_is_not_overwritten_unseen(world: World) -> None:
    officer, practitioner = world.actor("officer"), world.actor("practitioner")
    rubric_id = make_rubric(world)
    rubric = read_rubric(draft(rubric_id).content)
    mine = replace(rubric.criterion("warna"), title=replace(rubric.title, id="Warna dinas"))
    theirs = replace(rubric.criterion("warna"), title=replace(rubric.title, id="Warna praktisi"))
    seen = mark_of_part(rubric, "criteria", "warna")

    def put(part: object, by: Actor, mark: str) -> bool:
        return operations.put_part(
            rubric_id=rubric_id,
            name="criteria",
            part=part,  # type: ignore[arg-type]
            seen=mark,
            by=by,
            now=world.now,
        )

    assert put(mine, officer, seen)
    with pytest.raises(Refused, match="rubric_stale"):
        put(theirs, practitioner, seen)
    # The same again is no harm; another part is nobody's conflict.
    assert not put(mine, officer, seen)
    kain = rubric.criterion("kain")
    assert put(replace(kain, help=rubric.about), practitioner, mark_of_part(rubric, "criteria", "kain"))
    now = read_rubric(draft(rubric_id).content)
    assert now.criterion("warna").title.id == "Warna dinas"
    assert put(theirs, practitioner, mark_of_part(now, "criteria", "warna"))
    with pytest.raises(Refused, match="rubric_stale"):
        operations.change_facts(
            rubric_id=rubric_id, facts=replace(rubric, techniques=()), seen="x", by=officer, now=world.now
        )
    with pytest.raises(Refused, match="rubric_stale"):
        operations.publish_draft(rubric_id=rubric_id, seen="x" * 64, by=officer, now=world.now)


def test_parts_are_added_moved_removed_and_taken_back(world: World) -> None:
    officer, rubric_id = world.actor("officer"), make_rubric(world)
    at = {"rubric_id": rubric_id, "by": officer, "now": world.now}

    def keys() -> list[str]:
        return [one.key for one in read_rubric(draft(rubric_id).content).criteria]

    before = keys()
    operations.put_part(name="criteria", part=replace(a_criterion(), key=""), seen="", **at)
    assert keys() == [*before, "rapi"]
    # Sent twice: the second is refused, and nothing is doubled.
    with pytest.raises(Refused, match="part_there"):
        operations.put_part(name="criteria", part=replace(a_criterion(), key=""), seen="", **at)
    operations.move_part(name="criteria", key="rapi", up=True, **at)
    assert keys()[-2] == "rapi"
    assert not operations.move_part(name="criteria", key=before[0], up=True, **at)
    operations.remove_part(name="criteria", key="rapi", **at)
    assert keys() == before
    assert operations.take_back(seen=draft(rubric_id).digest, **at)
    assert "rapi" in keys()
    with pytest.raises(Refused, match="rubric_stale"):
        operations.take_back(seen="0" * 64, **at)
    for deed in (
        lambda: operations.remove_part(name="gates", key="lain", **at),
        lambda: operations.move_part(name="gates", key="lain", up=True, **at),
        lambda: operations.put_part(name="criteria", part=a_criterion("lain"), seen="", **at),
    ):
        with pytest.raises(Refused, match="part_gone"):
            deed()


def test_the_weight_of_a_criterion_is_no_business_of_its_form(world: World) -> None:
    officer, rubric_id = world.actor("officer"), make_rubric(world)
    rubric = read_rubric(draft(rubric_id).content)
    changed = replace(rubric.criterion("warna"), weight=0, help=rubric.about)
    operations.put_part(
        rubric_id=rubric_id,
        name="criteria",
        part=changed,
        seen=mark_of_part(rubric, "criteria", "warna"),
        by=officer,
        now=world.now,
    )
    assert read_rubric(draft(rubric_id).content).weights == rubric.weights


def test_the_facts_change_and_lists_show_them(world: World) -> None:
    officer, rubric_id = world.actor("officer"), make_rubric(world)
    rubric = read_rubric(draft(rubric_id).content)
    facts = replace(a_rubric(), criteria=())
    operations.change_facts(
        rubric_id=rubric_id, facts=facts, seen=mark_of_facts(rubric), by=officer, now=world.now + timedelta(days=1)
    )
    now = read_rubric(draft(rubric_id).content)
    assert now.criteria == rubric.criteria
    row = Rubric.objects.get(id=rubric_id)
    assert (row.title, row.title_en, row.materials) == ("Anyaman uji", "Test weaving", ["bamboo"])
    page = queries.rubrics_page(by=officer, language="en", material="bamboo")
    assert [one.title for one in page.rows] == ["Test weaving"]
    assert queries.rubrics_page(by=officer, language="en", material="wood").rows == ()
    assert queries.rubrics_page(by=officer, language="en", text="weav", state="draft").counts["draft"] == 1
    assert queries.rubrics_page(by=officer, language="en", state="published").rows == ()


def test_retired_and_brought_back(world: World) -> None:
    officer, rubric_id = world.actor("officer"), make_published(world)
    at = {"rubric_id": rubric_id, "by": officer, "now": world.now}
    with pytest.raises(Refused, match="reason_needed"):
        operations.retire_rubric(reason=" ", **at)
    assert operations.retire_rubric(reason="Terlalu lama", **at) == 1
    assert queries.published_rubrics(by=officer, language="id") == ()
    with pytest.raises(Refused, match="rubric_state"):
        operations.retire_rubric(reason="lagi", **at)
    assert operations.restore_version(number=1, **at)
    assert not operations.restore_version(number=1, **at)
    operations.start_draft(**at)
    with pytest.raises(Refused, match="rubric_state"):
        operations.restore_version(number=2, **at)
    publish(world, rubric_id)
    assert operations.restore_version(number=1, **at)
    states = dict(RubricVersion.objects.filter(rubric_id=rubric_id).values_list("number", "state"))
    assert states == {1: "published", 2: "retired"}


def test_a_draft_is_discarded_and_with_the_last_the_rubric(
    world: World, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    officer, rubric_id = world.actor("officer"), make_published(world)
    at = {"by": officer, "now": world.now}
    operations.start_draft(rubric_id=rubric_id, **at)
    assert operations.discard_draft(rubric_id=rubric_id, **at)
    with pytest.raises(Refused, match="no_draft"):
        operations.discard_draft(rubric_id=rubric_id, **at)
    alone = make_rubric(world)
    photo_id = make_photo(world, alone)
    files = list(LevelPhotoFile.objects.filter(photo_id=photo_id).values_list("file", flat=True))
    storage = LevelPhotoFile.sealing().storage
    assert files and all(storage.exists(name) for name in files)
    with django_capture_on_commit_callbacks(execute=True):
        assert not operations.discard_draft(rubric_id=alone, **at)
    assert not any(storage.exists(name) for name in files)
    assert not Rubric.objects.filter(id=alone).exists()
    assert lines(alone)[-1] == "discarded"


def test_a_file_is_taken_in_as_it_left(world: World) -> None:
    officer = world.actor("officer")
    text = json.dumps(write_rubric(a_rubric()))
    rubric_id = operations.take_in_rubric(data=text, nonce="x", by=officer, now=world.now)
    assert read_rubric(draft(rubric_id).content) == a_rubric()
    assert Rubric.objects.get(id=rubric_id).starter == ""
    assert operations.take_in_rubric(data=text, nonce="x", by=officer, now=world.now) == rubric_id
    light = replace(a_rubric(), criteria=(a_criterion(weight=99),))
    with pytest.raises(BadRubric, match="criteria: weights_sum"):
        operations.take_in_rubric(data=json.dumps(write_rubric(light)), by=officer, now=world.now)
    with pytest.raises(NotAllowed):
        operations.take_in_rubric(data=text, by=world.actor("curator"), now=world.now)


def test_a_picture_of_a_level_is_written_anew_and_stays_with_what_was_published(world: World) -> None:
    officer, rubric_id = world.actor("officer"), make_rubric(world)
    at = {"rubric_id": rubric_id, "by": officer, "now": world.now}
    photo_id = make_photo(world, rubric_id)
    level = read_rubric(draft(rubric_id).content).criterion("warna").anchor(3)
    assert level is not None and level.photo == str(photo_id)
    small = queries.level_photo(rubric_id=rubric_id, photo_id=photo_id, side=320, kind="webp", by=officer)
    assert Image.open(BytesIO(small)).format == "WEBP"
    assert jpeg() not in small
    publish(world, rubric_id)
    operations.start_draft(**at)
    assert operations.remove_level_photo(key="warna", score=3, **at)
    assert not operations.remove_level_photo(key="warna", score=3, **at)
    first = queries.version_page(rubric_id=rubric_id, number=1, by=world.actor("curator"))
    assert first.photos[str(photo_id)].alt == "Kain"
    assert LevelPhoto.objects.filter(rubric_id=rubric_id).count() == 1
    with pytest.raises(Refused, match="part_gone"):
        operations.remove_level_photo(key="warna", score=2, **at)
    with pytest.raises(Refused, match="part_gone"):
        operations.add_level_photo(key="lain", score=3, data=jpeg(), alt="", **at)
    with pytest.raises(Refused, match="photo_unreadable"):
        operations.add_level_photo(key="warna", score=3, data=b"bukan foto", alt="", **at)


def test_versions_beside_each_other(world: World) -> None:
    officer, rubric_id = world.actor("officer"), make_published(world)

    def compare(before: int | None = None, after: int | None = None) -> tuple[str, ...]:
        page = queries.compare_page(rubric_id=rubric_id, by=officer, language="id", before=before, after=after)
        return tuple(f"{one.part}.{one.key}.{one.change}" for one in page.differences)

    assert compare() == ()
    operations.start_draft(rubric_id=rubric_id, by=officer, now=world.now)
    operations.remove_part(rubric_id=rubric_id, name="defects", key="noda", by=officer, now=world.now)
    assert compare() == ("defects.noda.removed",) == compare(0, 2) == compare(1, 2)
    assert compare(2, 1) == ("defects.noda.added",)
    with pytest.raises(RubricVersion.DoesNotExist):
        compare(1, 9)
    with pytest.raises(Rubric.DoesNotExist):
        queries.compare_page(rubric_id=uuid4(), by=officer, language="id", before=None, after=None)
