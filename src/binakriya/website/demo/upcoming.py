"""An activity that is still to come, made up, so that whoever tries the software can invite, register and scan."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID

from django.utils import timezone

from binakriya.accounts.rules import Actor
from binakriya.products.queries import products_for_packing
from binakriya.registry.queries import facts_by_id
from binakriya.training import operations as training
from binakriya.training.queries.find import find_activity
from binakriya.website.demo import event

SLUG = "contoh-klinik-label"
DAYS_AHEAD = 21
QUOTA, COMING = 12, 5
"""Seats, and so many of the makers of the event who are on the list already."""


@dataclass(frozen=True, slots=True)
class DemoPractitioner:
    """The account of the demo's practitioner."""

    id: UUID
    name: str


def plan_upcoming(
    *, programme_id: UUID, associations: dict[str, UUID], practitioner: DemoPractitioner, by: Actor, now: datetime
) -> UUID:
    """Three weeks from the first play on; what is there already is left.

    `practitioner`: the made-up person who gives it, so that who signs in as one has a session and products to see.
    """
    known = find_activity(slug=SLUG)
    if known is not None:
        return known
    day = timezone.localdate(now) + timedelta(days=DAYS_AHEAD)
    activity_id = training.create_activity(
        programme_id=programme_id,
        slug=SLUG,
        title="Klinik label dan kemasan (contoh)",
        title_en="Label and packaging clinic (example)",
        summary="Kegiatan rekaan untuk mencoba pendaftaran, tiket, dan kehadiran.",
        starts_on=day,
        venue="Aula contoh, Serpong",
        quota=QUOTA,
        notice=event.NOTICE,
        by=by,
        now=now,
    )
    engaged = training.engage_practitioner(
        activity_id=activity_id,
        name=practitioner.name,
        institution="Lembaga contoh",
        institution_en="Example institution",
        topic="Label dan kemasan",
        topic_en="Labels and packaging",
        person_id=practitioner.id,
        by=by,
        now=now,
    )
    zone = timezone.get_current_timezone()
    for title, english, begins, ends in (
        ("Label yang lengkap", "Complete labels", time(9), time(10, 30)),
        ("Mengukur produk untuk kotaknya", "Measuring a product for its box", time(10, 45), time(12, 15)),
    ):
        training.add_session(
            activity_id=activity_id,
            title=title,
            title_en=english,
            starts_at=datetime.combine(day, begins, zone),
            ends_at=datetime.combine(day, ends, zone),
            practitioner_ids=[engaged],
            by=by,
            now=now,
        )
    training.invite_association(
        activity_id=activity_id,
        association_id=associations["ASIPA"],
        number="005/101/CONTOH",
        written_on=timezone.localdate(now),
        seats=12,
        by=by,
        now=now,
    )
    training.move_activity(activity_id=activity_id, move="open", by=by, now=now)
    for maker_id, owner, business in _coming(by):
        training.register(
            activity_id=activity_id,
            name=owner,
            business_name=business,
            enterprise_id=maker_id,
            nonce=f"{SLUG}-{maker_id}",
            by=by,
            now=now,
        )
    return activity_id


def _coming(by: Actor) -> list[tuple[UUID, str, str]]:
    """Makers whose products were measured (id, owner, business): whose products the practitioner then sees."""
    makers = sorted({one.maker_id for one in products_for_packing(by=by)}, key=str)[:COMING]
    facts = facts_by_id(makers)
    return [(one, facts[one].owner_name or facts[one].name, facts[one].name) for one in makers]
