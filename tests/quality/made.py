"""Rubrics for tests, made by the room's own operations."""

from datetime import timedelta
from io import BytesIO
from uuid import UUID

from PIL import Image
from tests.people import World

from binakriya.quality.models import RubricVersion
from binakriya.quality.operations import rubrics as operations
from binakriya.quality.rules.rubrics import Criterion, DefectKind, Gate, Level, Rubric, Scale, Words


def a_criterion(key: str = "rapi", weight: int = 60) -> Criterion:
    levels = tuple(Level(score, Words(f"Patokan {score}", f"Anchor {score}")) for score in (1, 3, 5))
    return Criterion(key, Words(key.capitalize()), Words("Lihat"), weight, Words("Pembeli melihatnya"), levels)


def a_rubric() -> Rubric:
    """Whole: two criteria, one gate, one kind of defect."""
    return Rubric(
        title=Words("Anyaman uji", "Test weaving"),
        about=Words("Untuk uji"),
        materials=("bamboo",),
        techniques=("anyam",),
        scale=Scale(1, 5),
        criteria=(a_criterion(), a_criterion("bahan", 40)),
        gates=(Gate("luntur", Words("Tidak luntur"), Words("Warna tetap"), Words("Gosok"), "colour-fastness", "M"),),
        defects=(DefectKind("retak", Words("Retak"), Words("Kering")),),
    )


def make_rubric(world: World, who: str = "officer") -> UUID:
    """A starter that the office adopted: a draft."""
    return operations.adopt_starter(key="batik", by=world.actor(who), now=world.now)


def publish(world: World, rubric_id: UUID, who: str = "officer") -> int:
    draft = RubricVersion.objects.get(rubric_id=rubric_id, state="draft")
    return operations.publish_draft(
        rubric_id=rubric_id, seen=draft.digest, by=world.actor(who), now=world.now + timedelta(minutes=1)
    )


def make_published(world: World, who: str = "officer") -> UUID:
    rubric_id = make_rubric(world, who)
    publish(world, rubric_id, who)
    return rubric_id


def make_photo(world: World, rubric_id: UUID, key: str = "warna", score: int = 3) -> UUID:
    return operations.add_level_photo(
        rubric_id=rubric_id, key=key, score=score, data=jpeg(), alt="Kain", by=world.actor("officer"), now=world.now
    )


def jpeg() -> bytes:
    out = BytesIO()
    Image.new("RGB", (40, 30), "#4c6b35").save(out, "JPEG")
    return out.getvalue()
