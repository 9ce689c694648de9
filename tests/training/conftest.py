from uuid import UUID

import pytest
from tests.people import World

from .made import make_activity


@pytest.fixture
def activity(world: World) -> UUID:
    return make_activity(world)
