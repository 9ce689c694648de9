"""What filters and forms offer to choose from, and what is there already."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.core.cache import caches
from django.db.models import Q

from binakriya.accounts.queries import organisation, organisations
from binakriya.foundation.queries import Region, children, kbli_codes, regions
from binakriya.registry.models import Enterprise, EnterpriseState
from binakriya.registry.queries.cards import matching

# How long a page may offer what it knew before; what is chosen is always compared with what is there now.
_NEAR_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Choices:
    """Pairs of value and text for the filters and the form."""

    kecamatan: tuple[tuple[str, str], ...]
    kelurahan: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    kbli: tuple[tuple[str, str], ...]


def _kecamatan_of(office_region: str) -> tuple[Region, ...]:
    """The districts of the office's city; all that are known when the office has no region."""
    known = children(office_region) if office_region else ()
    return known or tuple(sorted((r for r in regions().values() if r.level == "kecamatan"), key=lambda r: r.name))


def choices(*, office_region: str = "") -> Choices:
    """Regions of the office's city; KBLI of 2020 (`code`)."""
    districts = _kecamatan_of(office_region)
    return Choices(
        tuple((r.code, r.name) for r in districts),
        tuple((d.name, tuple((w.code, w.name) for w in children(d.code))) for d in districts),
        tuple((k.code, f"{k.code} {k.title}") for k in kbli_codes("2020")),
    )


def association_choices(*, near: bool = False) -> list[tuple[UUID, str]]:
    """Id and short name of every association; `near`: as they were within the last minute."""
    found: list[tuple[UUID, str]] | None = caches["near"].get("registry:associations") if near else None
    if found is None:
        found = [(o.id, o.short_name) for o in organisations(kind="association")]
        caches["near"].set("registry:associations", found, _NEAR_SECONDS)
    return found


def region_of_office(office_id: UUID | None) -> str:
    """Region code of an office, as it was within the last minute; "" for none."""
    if office_id is None:
        return ""
    key = f"registry:region:{office_id}"
    found: str | None = caches["near"].get(key)
    if found is None:
        office = organisation(office_id)
        found = office.region_code if office else ""
        caches["near"].set(key, found, _NEAR_SECONDS)
    return found


def known_alike(*, office_id: UUID, phones: Sequence[str], nik: str) -> list[UUID]:
    """Active enterprises of the office that have one of these telephones (E.164) or this NIK already."""
    asked = Q(pk__in=())
    for text in (*phones, nik):
        if text:
            asked |= Q(id__in=matching(Enterprise.objects.all(), text).values("id"))
    found = Enterprise.objects.filter(asked, office_id=office_id, state=EnterpriseState.ACTIVE)
    return list(found.order_by("name_key").values_list("id", flat=True)[:5])
