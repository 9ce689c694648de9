"""Equal questions in the studio are computed once; what the office changes is a new question."""

from collections.abc import Iterator
from datetime import date

import pytest
from tests.people import World

from binakriya.engines.protection import USUAL_JOURNEYS, Product
from binakriya.packaging import operations
from binakriya.packaging.queries.studio import Asked, Studio, answered, studio
from binakriya.packaging.queries.studio.finding import recommended

ON = date(2018, 11, 16)
ASKED = Asked(Product((220.0, 140.0, 90.0), 0.85, "ceramic"), USUAL_JOURNEYS["courier"])


@pytest.fixture(autouse=True)
def empty() -> Iterator[None]:
    for memory in (recommended, answered):
        memory.cache_clear()
    yield


def ask(world: World, asked: Asked = ASKED) -> Studio:
    return studio(asked=asked, office_id=world.office_id, on=ON, language="id")


def test_the_same_question_is_computed_once(world: World) -> None:
    first, again = ask(world), ask(world)
    assert first is again and recommended.cache_info().misses == 1


def test_a_calibrated_value_is_a_new_question(world: World) -> None:
    before = ask(world)
    operations.calibrate(
        office_id=world.office_id,
        code="material_g.ceramic",
        value=90.0,
        why="uji jatuh kantor",
        by=world.actor("officer"),
        now=world.now,
    )
    after = ask(world)
    assert before.fragility_g != after.fragility_g == 90.0
