"""Finding a programme or an activity by what people call it."""

from uuid import UUID

from binakriya.training.models import Activity, Programme


def find_programme(*, office_id: UUID, title: str, year: int) -> UUID | None:
    return Programme.objects.filter(office_id=office_id, title=title, year=year).values_list("id", flat=True).first()


def find_activity(*, slug: str) -> UUID | None:
    return Activity.objects.filter(slug=slug).values_list("id", flat=True).first()
