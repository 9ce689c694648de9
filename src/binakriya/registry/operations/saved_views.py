"""Filters of the list that a person keeps under a name."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from binakriya.accounts.rules import Actor, Deed, NotAllowed, check_may
from binakriya.foundation.rules.text import clean_text
from binakriya.registry.models import SavedView
from binakriya.registry.rules.refusals import Refused

MOST = 30


def save_view(*, name: str, query: str, by: Actor, now: datetime) -> UUID:
    """Keep what the list shows; the same name again replaces it. Raises Refused("no_name"), Refused("too_many_views").

    What one looks at is nobody else's business: the ledger does not tell of it."""
    check_may(by, Deed.REGISTRY_READ)
    if by.id is None:
        raise NotAllowed(Deed.REGISTRY_READ)
    name = " ".join(clean_text(name).split())[:80]
    if not name:
        raise Refused("no_name")
    with transaction.atomic():
        others = SavedView.objects.filter(person_id=by.id).exclude(name=name)
        if others.count() >= MOST:
            raise Refused("too_many_views")
        view, _made = SavedView.objects.update_or_create(person_id=by.id, name=name, defaults={"query": query[:1000]})
    return view.id


def delete_view(*, view_id: UUID, by: Actor, now: datetime) -> str:
    """Forget a saved view and give its query back. Raises Refused("unknown_view") for one that is not the actor's."""
    check_may(by, Deed.REGISTRY_READ)
    with transaction.atomic():
        view = SavedView.objects.filter(id=view_id).first()
        if view is None or view.person_id != by.id:
            raise Refused("unknown_view")
        view.delete()
    return view.query
