"""Registrations follow their enterprise when it is merged; see `registry.followers`."""

from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from binakriya.training.models import Registration
from binakriya.training.rules.states import RegistrationState


def move(*, kept_id: UUID, gone_id: UUID) -> list[str]:
    """The ids of the registrations that went along. Of one person registered under both for the same activity, the one
    under the gone enterprise stays there: a person is registered once."""
    twice = Registration.objects.filter(
        enterprise_id=kept_id, activity_id=OuterRef("activity_id"), name=OuterRef("name")
    ).exclude(state=RegistrationState.CANCELLED)
    found = Registration.objects.filter(enterprise_id=gone_id).exclude(Exists(twice))
    ids = [str(i) for i in found.values_list("id", flat=True)]
    Registration.objects.filter(id__in=ids).update(enterprise_id=kept_id)
    return ids


def move_back(*, moved: Any, kept_id: UUID, gone_id: UUID) -> None:
    """Those that the kept one still has; what went elsewhere since stays there."""
    Registration.objects.filter(id__in=moved, enterprise_id=kept_id).update(enterprise_id=gone_id)
