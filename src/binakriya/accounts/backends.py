"""Who signs in, and who a session belongs to."""

from uuid import UUID

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import QuerySet

from binakriya.accounts.models import Person
from binakriya.foundation.prepared import prepared


@prepared
def _people(*, person_id: UUID) -> QuerySet[Person]:
    return Person.objects.filter(pk=person_id)


class Backend(AuthenticationBackend):
    """allauth's; the person of a session is read anew at each page, by a read that is prepared."""

    def get_user(self, user_id: UUID | str) -> Person | None:
        found = _people(person_id=user_id if isinstance(user_id, UUID) else UUID(user_id))
        return found[0] if found and self.user_can_authenticate(found[0]) else None
