"""Sessions in the database, read without writing the query anew at each page."""

from datetime import datetime
from typing import Any

from django.contrib.sessions.backends.db import SessionStore as DatabaseSessions
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from binakriya.foundation.prepared import prepared


@prepared
def _kept(*, key: str, now: datetime) -> QuerySet[Session]:
    return Session.objects.filter(session_key=key, expire_date__gt=now)


class SessionStore(DatabaseSessions):
    """As Django's own."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def _get_session_from_db(self) -> Any:
        found = _kept(key=str(self.session_key), now=timezone.now())
        if found:
            return found[0]
        self._session_key = None
        return None
