"""What several files of the registry's tests begin with."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from tests.people import World
from tests.registry.test_merging import A, B

from binakriya.accounts.rules import Actor
from binakriya.registry import operations


@pytest.fixture
def twins(world: World, officer: Actor, now: datetime) -> tuple[UUID, UUID]:
    first = operations.create_enterprise(facts=A, office_id=world.office_id, by=officer, now=now)
    later = now + timedelta(minutes=1)
    return first, operations.create_enterprise(facts=B, office_id=world.office_id, by=officer, now=later)
