"""Who signs in, and who a session belongs to."""

from uuid import UUID

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import QuerySet

from binakriya.accounts.models import Person
from binakriya.accounts.queries.actors import grants_of
from binakriya.foundation.prepared import prepared


@prepared
def _people(*, person_id: UUID) -> QuerySet[Person]:
    return Person.objects.filter(pk=person_id)


class Backend(AuthenticationBackend):
    """allauth's; the person of a session is read anew at each page, by a read that is prepared."""

    def get_user(self, user_id: UUID | str) -> Person | None:
        person_id = user_id if isinstance(user_id, UUID) else UUID(user_id)
        # Nearly everybody holds a role: one read gives the person and what the actor of this page is made of.
        grants = grants_of(person_id=person_id)
        found = [grants[0].person] if grants else _people(person_id=person_id)
        if not found or not self.user_can_authenticate(found[0]):
            return None
        found[0].read_with = grants  # type: ignore[attr-defined]
        return found[0]
