"""The packs of many products at once, for the rooms above, which have checked already that the actor may see them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from binakriya.foundation.prepared import prepared
from binakriya.packaging.models import Specification, Version
from binakriya.packaging.rules.resting import MASS, SIDES, product_changes
from binakriya.packaging.rules.states import State

CHUNK = 1000


@dataclass(frozen=True, slots=True)
class HeldPack:
    """The version of a specification that counts. `on`: the day on which it came into its state. `sides_mm` (longest
    first) and `mass_kg`: of the product that it was computed for."""

    product_id: UUID
    variant_id: UUID
    version_id: UUID
    number: int
    state: State
    on: date
    sides_mm: tuple[float, ...]
    mass_kg: float | None

    def fits(self, *, size_mm: tuple[float, float, float] | None, mass_kg: float | None) -> bool:
        """Whether it was computed for a product of this size and mass."""
        rests = dict(zip(SIDES, self.sides_mm, strict=False))
        if self.mass_kg is not None:
            rests[MASS] = self.mass_kg
        return not product_changes(rests=rests, size_mm=size_mm, mass_kg=mass_kg)


@prepared
def _specifications(*, ids: tuple[UUID, ...]) -> QuerySet[Specification]:
    return (
        Specification.objects.filter(product_id__in=ids, shown__isnull=False)
        .select_related("shown")
        .only(
            "product_id",
            "variant_id",
            "shown__number",
            "shown__state",
            "shown__rests_on",
            "shown__made_at",
            "shown__checked_at",
            "shown__adopted_at",
        )
    )


def packs_held(*, product_ids: Collection[UUID]) -> dict[UUID, tuple[HeldPack, ...]]:
    """Of each product its packs, without those withdrawn. One read for each thousand."""
    wanted = tuple(dict.fromkeys(product_ids))
    found: dict[UUID, list[HeldPack]] = {}
    for at in range(0, len(wanted), CHUNK):
        for one in _specifications(ids=wanted[at : at + CHUNK]):
            shown = one.shown
            if shown is None or shown.state == State.WITHDRAWN:
                continue
            rests = shown.rests_on
            found.setdefault(one.product_id, []).append(
                HeldPack(
                    product_id=one.product_id,
                    variant_id=one.variant_id,
                    version_id=shown.id,
                    number=shown.number,
                    state=State(shown.state),
                    on=timezone.localdate(shown.adopted_at or shown.checked_at or shown.made_at),
                    sides_mm=tuple(rests[side] for side in SIDES if side in rests),
                    mass_kg=rests.get(MASS),
                )
            )
    return {product_id: tuple(packs) for product_id, packs in found.items()}


def packs_changed_since(moment: datetime) -> set[UUID]:
    """Products whose packs were made, checked, adopted or withdrawn since."""
    moved = Q(made_at__gte=moment) | Q(checked_at__gte=moment) | Q(adopted_at__gte=moment) | Q(withdrawn_at__gte=moment)
    return set(Version.objects.filter(moved).values_list("specification__product_id", flat=True))
