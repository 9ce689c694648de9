from typing import Any
from uuid import UUID

import pytest
from django.apps import apps
from tests.people import World

from binakriya.registry import operations as registry

from .made import make_activity


def _stand_in(*, office_id: UUID, business_name: str, now: Any, **_others: Any) -> UUID:
    enterprise = apps.get_model("registry", "Enterprise")
    found = enterprise.objects.filter(office_id=office_id, name=business_name).first()
    return (
        found or enterprise.objects.create(office_id=office_id, name=business_name, created_at=now, updated_at=now)
    ).id


if not hasattr(registry, "find_or_create_for_registration"):
    registry.find_or_create_for_registration = _stand_in  # type: ignore[attr-defined]


@pytest.fixture
def activity(world: World) -> UUID:
    return make_activity(world)
