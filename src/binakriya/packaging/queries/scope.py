"""Which specifications an actor's work reaches: those of the products that it reaches."""

from uuid import UUID

from django.db.models import QuerySet

from binakriya.accounts.rules import Actor, Deed, NotAllowed
from binakriya.packaging.models import Specification, Version
from binakriya.products.queries.scope import visible as visible_products


def visible(by: Actor) -> QuerySet[Specification]:
    """Raises NotAllowed."""
    if not by.may(Deed.PACKAGING_READ) and not by.may(Deed.OWN_ENTERPRISE):
        raise NotAllowed(Deed.PACKAGING_READ)
    if by.system:
        return Specification.objects.all()
    if by.office_id is not None and by.may(Deed.PACKAGING_READ):
        return Specification.objects.filter(office_id=by.office_id)
    return Specification.objects.filter(product__in=visible_products(by))


def seen_version(version_id: UUID, by: Actor) -> Version:
    """Raises NotAllowed, Version.DoesNotExist (also for one out of reach)."""
    version = Version.objects.select_related("specification").get(id=version_id)
    if not reaches(version.specification, by):
        raise Version.DoesNotExist
    return version


def reaches(specification: Specification, by: Actor) -> bool:
    """Raises NotAllowed."""
    if not by.may(Deed.PACKAGING_READ) and not by.may(Deed.OWN_ENTERPRISE):
        raise NotAllowed(Deed.PACKAGING_READ)
    if by.system:
        return True
    if by.office_id is not None and by.may(Deed.PACKAGING_READ):
        return specification.office_id == by.office_id
    return visible_products(by).filter(id=specification.product_id).exists()
