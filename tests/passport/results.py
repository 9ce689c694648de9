"""Results of assessors as the room of quality keeps them; how rounds come about is tested there."""

from datetime import date, datetime, time
from uuid import UUID

from django.utils import timezone
from tests.people import World
from tests.quality.made import make_published

from binakriya.quality.models import ProductResult, Round, RoundResult, RubricVersion


def make_result(world: World, product_id: UUID, *, on: date, fair: float, gate: str) -> Round:
    """A closed round of one product with one gate, which two assessors scored."""
    rubric_id = world.once("passport.rubric", make_published)
    moment = timezone.make_aware(datetime.combine(on, time(15)))
    held = Round.objects.create(
        office_id=world.office_id,
        title=f"Kelas {on}",
        held_on=on,
        state="closed",
        created_at=moment,
        created_by="P",
        updated_at=moment,
        closed_at=moment,
        closed_by="P",
    )
    made = RoundResult.objects.create(round=held, number=1, engine="test/1", content={}, made_at=moment, made_by="P")
    ProductResult.objects.create(
        result=made,
        product_id=product_id,
        version=RubricVersion.objects.get(rubric_id=rubric_id, state="published"),
        number=1,
        assessors=2,
        raw=fair,
        fair=fair,
        low=fair - 5,
        high=fair + 5,
        gates={"luntur": gate},
    )
    return held
