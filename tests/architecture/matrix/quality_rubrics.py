"""Quality: rubrics, their versions, drafts and parts."""

from typing import Any
from uuid import UUID

from tests.architecture.matrix.declare import Page, by_deed
from tests.people import World
from tests.quality.made import make_photo, make_published, make_rubric, publish

from binakriya.accounts.rules import Deed
from binakriya.quality.models import RubricVersion

READERS = by_deed(Deed.QUALITY_READ)
WRITERS = by_deed(Deed.QUALITY_RUBRIC)


def published(world: World) -> dict[str, Any]:
    return {"rubric_id": world.once("quality.rubric", make_published)}


def version(world: World) -> dict[str, Any]:
    return published(world) | {"number": 1}


def sheet(world: World) -> dict[str, Any]:
    return version(world) | {"tongue": "en"}


def draft(world: World) -> dict[str, Any]:
    return {"rubric_id": world.once("quality.draft", make_rubric)}


def fresh(world: World) -> dict[str, Any]:
    return {"rubric_id": make_rubric(world)}


def taking_back(world: World) -> dict[str, Any]:
    return draft(world) | {"seen": RubricVersion.objects.get(rubric_id=draft(world)["rubric_id"]).digest}


def criterion(world: World) -> dict[str, Any]:
    return draft(world) | {"key": "warna"}


def part(world: World) -> dict[str, Any]:
    return criterion(world) | {"kind": "kriteria"}


def _with_photo(world: World) -> tuple[UUID, UUID]:
    rubric_id = make_rubric(world)
    photo_id = make_photo(world, rubric_id)
    publish(world, rubric_id)
    return rubric_id, photo_id


def photo(world: World) -> dict[str, Any]:
    rubric_id, photo_id = world.once("quality.photo", _with_photo)
    return {"rubric_id": rubric_id, "photo_id": photo_id, "side": 320, "kind": "webp"}


PAGES: dict[str, Page] = {
    "quality:rubrics": Page(READERS),
    "quality:rubric-new": Page(WRITERS, None, "BOTH"),
    "quality:rubric-take-in": Page(WRITERS, None, "BOTH"),
    "quality:starter": Page(READERS, lambda world: {"key": "batik"}),
    "quality:starter-adopt": Page(WRITERS, lambda world: {"key": "batik"}, "POST"),
    "quality:rubric": Page(READERS, published, office_bound=True),
    "quality:rubric-version": Page(READERS, version, office_bound=True),
    "quality:rubric-sheet": Page(READERS, sheet, office_bound=True),
    "quality:rubric-file": Page(READERS, version, office_bound=True),
    "quality:rubric-draft-start": Page(WRITERS, version, "POST", office_bound=True),
    "quality:rubric-restore": Page(WRITERS, version, "POST", office_bound=True),
    "quality:rubric-compare": Page(READERS, published, office_bound=True),
    "quality:rubric-retire": Page(WRITERS, published, "POST", office_bound=True),
    "quality:level-photo": Page(READERS, photo, office_bound=True),
    "quality:rubric-draft": Page(WRITERS, draft, "BOTH", office_bound=True),
    "quality:rubric-facts": Page(WRITERS, draft, "BOTH", office_bound=True),
    "quality:rubric-publish": Page(WRITERS, fresh, "POST", office_bound=True),
    "quality:rubric-discard": Page(WRITERS, draft, "BOTH", office_bound=True),
    "quality:rubric-take-back": Page(WRITERS, taking_back, "POST", office_bound=True),
    "quality:rubric-photos": Page(WRITERS, criterion, "BOTH", office_bound=True),
    "quality:rubric-photo-remove": Page(WRITERS, criterion, "POST", office_bound=True),
    "quality:rubric-part-new": Page(WRITERS, lambda w: draft(w) | {"kind": "kriteria"}, "BOTH", office_bound=True),
    "quality:rubric-part": Page(WRITERS, part, "BOTH", office_bound=True),
    "quality:rubric-part-arrange": Page(WRITERS, part, "POST", office_bound=True),
}
