"""Reads of the registry."""

from binakriya.registry.queries.cards import (
    EnterpriseCard,
    RegionFigure,
    cards,
    enterprise_card,
    enterprise_ids_of_person,
    enterprises_named,
    enterprises_of_person,
    figures_by_region,
    find_enterprises,
)
from binakriya.registry.queries.facts import facts_by_id, facts_of

__all__ = [
    "EnterpriseCard",
    "RegionFigure",
    "cards",
    "enterprise_card",
    "enterprise_ids_of_person",
    "enterprises_named",
    "enterprises_of_person",
    "facts_by_id",
    "facts_of",
    "figures_by_region",
    "find_enterprises",
]
