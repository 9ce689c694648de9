"""What must hold is held by the database, on SQLite and PostgreSQL alike."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from tests.people import World
from tests.quality.made import make_photo, make_published, make_rubric, publish

from binakriya.quality.models import LevelPhoto, LevelPhotoFile, Rubric, RubricVersion
from binakriya.quality.operations import rubrics as operations

MOMENT = datetime(2018, 11, 2, 3, 0, tzinfo=UTC)
RUBRIC: list[tuple[str, dict[str, Any]]] = [
    ("rubric_has_title", {"title": ""}),
    ("rubric_adopted_by", {"adopted_by": ""}),
    ("rubric_adopted_by", {"starter": ""}),
]
VERSION: list[tuple[str, dict[str, Any]]] = [
    ("rubric_version_from_one", {"number": 0}),
    ("rubric_version_state", {"state": "lost"}),
    ("rubric_version_whole", {"digest": ""}),
    ("rubric_version_whole", {"schema": ""}),
    ("rubric_version_whole", {"made_by": ""}),
    ("rubric_version_whole", {"changed_by": ""}),
    ("rubric_version_published", {"state": "published"}),
    ("rubric_version_published", {"state": "published", "published_at": MOMENT, "published_by": "O", "before": {}}),
    ("rubric_version_retired", {"state": "retired", "published_at": MOMENT, "published_by": "O"}),
]
PHOTO: list[tuple[str, dict[str, Any]]] = [
    ("level_photo_size", {"width": 0}),
    ("level_photo_size", {"height": 1601}),
    ("level_photo_alt", {"alt": ""}),
]
FILE: list[tuple[str, dict[str, Any]]] = [("level_file_side", {"side": 99}), ("level_file_kind", {"kind": "gif"})]


def refused(deed: Callable[[], Any], name: str) -> None:
    """By the check of this name, and no other."""
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        deed()


@pytest.mark.parametrize(("name", "broken"), RUBRIC)
def test_rubrics(world: World, name: str, broken: dict[str, Any]) -> None:
    made = make_rubric(world)
    refused(lambda: Rubric.objects.filter(id=made).update(**broken), name)


@pytest.mark.parametrize(("name", "broken"), VERSION)
def test_versions(world: World, name: str, broken: dict[str, Any]) -> None:
    made = make_rubric(world)
    refused(lambda: RubricVersion.objects.filter(rubric_id=made).update(**broken), name)


@pytest.mark.parametrize(("name", "broken"), PHOTO)
def test_photos(world: World, name: str, broken: dict[str, Any]) -> None:
    made = make_photo(world, make_rubric(world))
    refused(lambda: LevelPhoto.objects.filter(id=made).update(**broken), name)


@pytest.mark.parametrize(("name", "broken"), FILE)
def test_files_of_photos(world: World, name: str, broken: dict[str, Any]) -> None:
    made = make_photo(world, make_rubric(world))
    first = LevelPhotoFile.objects.filter(photo_id=made).first()
    assert first is not None
    refused(lambda: LevelPhotoFile.objects.filter(id=first.id).update(**broken), name)


def test_things_that_are_there_once(world: World) -> None:
    rubric_id = make_published(world)
    operations.start_draft(rubric_id=rubric_id, by=world.actor("officer"), now=world.now)
    versions = RubricVersion.objects.filter(rubric_id=rubric_id)
    draft = versions.get(state="draft")
    done = {"published_at": MOMENT, "published_by": "O"}
    for change in (
        {"number": 1},  # rubric_version_once
        {"state": "published", **done},  # rubric_version_one_public
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            versions.filter(id=draft.id).update(**change)
    with pytest.raises(IntegrityError), transaction.atomic():  # rubric_version_one_draft
        draft.pk, draft.number = None, 9
        RubricVersion(
            **{f.attname: getattr(draft, f.attname) for f in RubricVersion._meta.fields if f.name != "id"}
        ).save()
    one, two = make_rubric(world), make_rubric(world)
    Rubric.objects.filter(id=one).update(nonce="x")
    with pytest.raises(IntegrityError), transaction.atomic():  # rubric_nonce_once
        Rubric.objects.filter(id=two).update(nonce="x")
    first, second = make_photo(world, one), make_photo(world, one)
    LevelPhoto.objects.filter(id=first).update(nonce="x")
    with pytest.raises(IntegrityError), transaction.atomic():  # level_photo_nonce
        LevelPhoto.objects.filter(id=second).update(nonce="x")
    with pytest.raises(IntegrityError), transaction.atomic():  # level_file_once
        LevelPhotoFile.objects.filter(photo_id=first).update(side=320, kind="webp")


def test_what_is_published_is_not_changed_by_anyone(world: World) -> None:
    rubric_id = make_rubric(world)
    version = RubricVersion.objects.get(rubric_id=rubric_id)
    # A draft is.
    RubricVersion.objects.filter(id=version.id).update(content=version.content | {"techniques": []})
    RubricVersion.objects.filter(id=version.id).update(content=version.content)
    publish(world, rubric_id)
    for change in (
        {"content": version.content | {"techniques": []}},
        {"digest": "0" * 64},
        {"number": 7},
        {"state": "draft"},
        {"rubric_id": make_rubric(world)},
    ):
        with pytest.raises(DatabaseError, match="what a published rubric says"), transaction.atomic():
            RubricVersion.objects.filter(id=version.id).update(**change)
    operations.retire_rubric(rubric_id=rubric_id, reason="Diganti", by=world.actor("officer"), now=world.now)
    with pytest.raises(DatabaseError, match="what a published rubric says"), transaction.atomic():
        RubricVersion.objects.filter(id=version.id).update(content={})
    assert RubricVersion.objects.get(id=version.id).content == version.content


def test_every_constraint_is_tried(world: World) -> None:
    named = {name for name, _broken in (*RUBRIC, *VERSION, *PHOTO, *FILE)}
    once = {"rubric_version_once", "rubric_version_one_public", "rubric_version_one_draft"}
    once |= {"rubric_nonce_once", "level_photo_nonce", "level_file_once"}
    there = {c.name for model in (Rubric, RubricVersion, LevelPhoto, LevelPhotoFile) for c in model._meta.constraints}
    assert there == named | once
