"""What the registry lets go of when an account is erased: an enterprise stays, who cared for it by account does not."""

from uuid import UUID

from binakriya.registry.models import LinkedPerson, LinkRequest


def forget_links(*, person_id: UUID) -> None:
    """Ties of an account to enterprises, and what it gave to be tied; within the erasure's own transaction, which
    writes the line in the ledger."""
    LinkedPerson.objects.filter(person_id=person_id).delete()
    LinkRequest.objects.filter(person_id=person_id).delete()
