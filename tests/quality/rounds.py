"""Rounds for tests, made by the room's own operations."""

from datetime import date, timedelta
from uuid import UUID, uuid4

from tests.people import World
from tests.products.made import make_maker, make_product
from tests.quality.made import make_published

from binakriya.quality.models import Assignment, RubricVersion
from binakriya.quality.operations import rounds, scorings
from binakriya.quality.rules.rubrics import read_rubric

ASSESSORS = ("practitioner", "curator")


def make_round(world: World, products: int = 5, *, opened: bool = True, **more: object) -> UUID:
    """Batik products of one maker, scored by a practitioner and a curator."""
    world.once("quality.rubric", make_published)
    version = RubricVersion.objects.get(state="published")
    maker = world.once("quality.maker", lambda w: make_maker(w, "Sanggar Melati"))
    ids = [make_product(world, maker, f"Kain {n}", "batik", kind="kain") for n in range(products)]
    values = {"title": "Putaran uji", "held_on": date(2018, 11, 16), "wanted": 2, **more}
    made = rounds.plan_round(
        version_ids=[version.id],
        product_ids=ids,
        person_ids=[world.people[who] for who in ASSESSORS],
        by=world.actor("officer"),
        now=world.now,
        **values,  # type: ignore[arg-type]
    )
    if opened:
        rounds.open_round(round_id=made, by=world.actor("officer"), now=world.now)
    return made


def given(world: World, round_id: UUID, who: str) -> list[Assignment]:
    return list(
        Assignment.objects.filter(
            product__round_id=round_id, assessor__person_id=world.people[who], dropped_at__isnull=True
        ).order_by("product__number")
    )


def whole(one: Assignment, score: int = 4) -> dict[str, object]:
    rubric = read_rubric(one.product.version.content)
    return {f"value:{c.key}": score for c in rubric.criteria} | {f"gate:{g.key}": "pass" for g in rubric.gates}


def score(world: World, one: Assignment, who: str, changes: dict[str, object] | None = None) -> None:
    by, now = world.actor(who), world.now + timedelta(minutes=5)
    scorings.save_scoring(
        assignment_id=one.id, changes=changes or whole(one), base=0, nonce=uuid4().hex, device="a", by=by, now=now
    )
    scorings.submit_scoring(assignment_id=one.id, by=by, now=now)


def score_all(world: World, round_id: UUID) -> None:
    """The curator gives a level less throughout."""
    for who, less in (("practitioner", 0), ("curator", 1)):
        for n, one in enumerate(given(world, round_id, who)):
            score(world, one, who, whole(one, 2 + n % 4 if not less else max(1, 1 + n % 4)))
