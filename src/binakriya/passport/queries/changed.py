"""Which passports may have moved since: pulled from the rooms, and from the calendar."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from binakriya.packaging.queries.held import packs_changed_since
from binakriya.passport.models import Decision, OwnCriteria, Passport, Pulled, Standing
from binakriya.products.queries.held import products_changed_since
from binakriya.products.queries.papers import papers_changed_since
from binakriya.products.queries.particulars import particulars_changed_since
from binakriya.quality.queries.held import quality_changed_since


def pulled_to() -> datetime | None:
    """Up to when changes have been taken in; None while they never were."""
    row = Pulled.objects.first()
    return row.at if row else None


def changed_since(moment: datetime, *, now: datetime) -> set[UUID]:
    """Products of which a room has something new since, whose office changed its criteria, or whose evidence has run
    out by now."""
    found = products_changed_since(moment) | particulars_changed_since(moment) | papers_changed_since(moment)
    found |= packs_changed_since(moment) | quality_changed_since(moment)
    moved = Decision.objects.filter(Q(made_at__gte=moment) | Q(revoked_at__gte=moment))
    found |= set(moved.values_list("product_id", flat=True))
    over = Standing.objects.filter(to_at__isnull=True, state="met", until__lt=timezone.localdate(now))
    found |= set(over.values_list("product_id", flat=True))
    offices = OwnCriteria.objects.filter(made_at__gte=moment).values("office_id")
    return found | set(Passport.objects.filter(office_id__in=offices).values_list("product_id", flat=True))
