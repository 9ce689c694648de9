"""Handing out the list as a file: what the ledger tells of it."""

import re
from datetime import datetime
from uuid import UUID

from binakriya.accounts.rules import Actor, Deed, check_may, check_office
from binakriya.foundation.operations import record, record_reading
from binakriya.registry.rules.uses import OWN_TASK

KIND = "registry.enterprise"
# What people search for may be a NIK, a phone or an e-mail address, also as an address of a page writes them.
_TELLING = re.compile(r"\d(?:[\s.+-]|%20)*(?:\d(?:[\s.+-]|%20)*){6,}\d|[^\s&=?]+(?:@|%40)[^\s&]+")
CONTACTS = ("phones", "emails")
PERSONAL = ("nik", "born", "birth_place", "phones", "emails", "street")


def told_query(query: str) -> str:
    """The search as the ledger may keep it: runs of eight digits and more, and e-mail addresses, are hidden."""
    return _TELLING.sub("••••", query)


def note_export(
    *, office_id: UUID, query: str, count: int, form: str, full: bool, by: Actor, now: datetime, use: str = OWN_TASK
) -> None:
    """Write into the ledger that `count` enterprises leave as a file (`form`: csv, xlsx). With `full` the personal
    numbers go along whole: that takes its own permission, and its line says which fields were read.
    `use`: what for (rules.uses)."""
    check_may(by, Deed.REGISTRY_EXPORT)
    check_office(by, office_id)
    query = told_query(query)
    if full:
        check_may(by, Deed.REGISTRY_REVEAL)
        record_reading(
            by=by,
            now=now,
            kind=KIND,
            object_id="export",
            label=query[:200],
            fields=list(PERSONAL if use == OWN_TASK else CONTACTS),
            reason=f"{form}, {use}",
            count=count,
        )
        return
    record(
        by=by,
        now=now,
        action="registry.exported",
        kind=KIND,
        object_id="export",
        label=query[:200],
        after={"enterprises": count, "query": query},
        reason=form,
    )
