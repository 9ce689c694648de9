"""Specifications as pages show them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Prefetch

from binakriya.accounts.rules import Actor
from binakriya.packaging.models import Version
from binakriya.packaging.queries.scope import seen_version, visible
from binakriya.packaging.rules.comparing import Difference, compare
from binakriya.packaging.rules.states import State


@dataclass(frozen=True, slots=True)
class SpecificationRow:
    """One specification with its newest version that was not withdrawn (the newest at all where every one was)."""

    id: UUID
    title: str
    journey: str
    product_id: UUID
    version_id: UUID
    number: int
    state: State
    style: str
    board: str
    gross_kg: float
    updated_at: datetime
    is_sample: bool


@dataclass(frozen=True, slots=True)
class VersionFacts:
    id: UUID
    specification_id: UUID
    office_id: UUID
    product_id: UUID
    variant_id: UUID
    title: str
    journey: str
    number: int
    state: State
    content: Mapping[str, Any]
    note: str
    made_at: datetime
    made_by: str
    checked_at: datetime | None
    checked_by: str
    adopted_at: datetime | None
    adopted_by: str
    withdrawn_at: datetime | None
    withdrawn_by: str
    reason: str
    is_sample: bool


def specification_rows(*, by: Actor, product_id: UUID | None = None) -> list[SpecificationRow]:
    """By title. Raises NotAllowed. Two reads."""
    rows = visible(by)
    if product_id is not None:
        rows = rows.filter(product_id=product_id)
    light = Version.objects.defer("content").order_by("-number")
    found = []
    for one in rows.prefetch_related(Prefetch("versions", queryset=light, to_attr="all_versions")):
        versions: list[Version] = one.all_versions
        if not versions:
            continue
        shown = next((v for v in versions if v.state != State.WITHDRAWN), versions[0])
        found.append(
            SpecificationRow(
                id=one.id,
                title=one.title,
                journey=one.journey,
                product_id=one.product_id,
                version_id=shown.id,
                number=shown.number,
                state=State(shown.state),
                style=shown.style,
                board=shown.board,
                gross_kg=shown.gross_kg,
                updated_at=one.updated_at,
                is_sample=one.is_sample,
            )
        )
    return found


def version_facts(*, version_id: UUID, by: Actor) -> VersionFacts:
    """Raises NotAllowed, Version.DoesNotExist."""
    return facts_of(seen_version(version_id, by))


def comparison(
    *, first_id: UUID, second_id: UUID, by: Actor
) -> tuple[VersionFacts, VersionFacts, tuple[Difference, ...]]:
    """Two versions, of one specification or of two. Raises NotAllowed, Version.DoesNotExist."""
    first, second = seen_version(first_id, by), seen_version(second_id, by)
    return facts_of(first), facts_of(second), compare(first.content, second.content)


def facts_of(version: Version) -> VersionFacts:
    specification = version.specification
    return VersionFacts(
        id=version.id,
        specification_id=specification.id,
        office_id=specification.office_id,
        product_id=specification.product_id,
        variant_id=specification.variant_id,
        title=specification.title,
        journey=specification.journey,
        number=version.number,
        state=State(version.state),
        content=version.content,
        note=version.note,
        made_at=version.made_at,
        made_by=version.made_by,
        checked_at=version.checked_at,
        checked_by=version.checked_by,
        adopted_at=version.adopted_at,
        adopted_by=version.adopted_by,
        withdrawn_at=version.withdrawn_at,
        withdrawn_by=version.withdrawn_by,
        reason=version.reason,
        is_sample=specification.is_sample,
    )
