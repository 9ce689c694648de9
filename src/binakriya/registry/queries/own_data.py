"""What the registry holds about a person, for the copy of their own data."""

import json
from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder

from binakriya.registry.queries.cards import enterprises_of_person
from binakriya.registry.queries.facts import facts_by_id


def enterprises_of(*, person_id: UUID) -> list[dict[str, Any]]:
    """All facts of the active enterprises whose owner has this account, whole, as JSON-able values."""
    cards = enterprises_of_person(person_id)
    facts = facts_by_id([card.id for card in cards])
    rows = [{"id": card.id, "associations": card.associations, **asdict(facts[card.id])} for card in cards]
    plain: list[dict[str, Any]] = json.loads(json.dumps(rows, cls=DjangoJSONEncoder))
    return plain
