"""The people of the demo."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from binakriya.accounts.models import Organisation, OrganisationKind, Person
from binakriya.accounts.operations.organisations import create_organisation
from binakriya.accounts.operations.people import add_person, grant_role
from binakriya.accounts.rules import Actor, Deed, Role, check_may
from binakriya.accounts.rules.demo import DEMO_ASSESSOR, DEMO_PEOPLE, OFFICE, OFFICE_NAME, OFFICE_PARENT, OFFICE_REGION


def ensure_demo_people(*, by: Actor, now: datetime) -> dict[Role, UUID]:
    """One made-up person a role, at the office of the reference event; repeating it changes nothing.

    They have no password: only the demo's own buttons sign them in.
    """
    check_may(by, Deed.PEOPLE_MANAGE)
    people: dict[Role, UUID] = {}
    with transaction.atomic():
        office = Organisation.objects.filter(kind=OrganisationKind.OFFICE, short_name=OFFICE[1]).first()
        office_id = (
            office.id
            if office
            else create_organisation(
                kind=OFFICE[0],
                name=OFFICE_NAME,
                short_name=OFFICE[1],
                region_code=OFFICE_REGION,
                parent=OFFICE_PARENT,
                by=by,
                now=now,
            )
        )
        for demo in DEMO_PEOPLE:
            found = Person.objects.filter(email=demo.email).first()
            person_id = found.id if found else add_person(name=demo.name, email=demo.email, by=by, now=now)
            grant_role(
                person_id=person_id,
                role=demo.role,
                organisation_id=office_id if demo.organisation else None,
                by=by,
                now=now,
                reason="demo",
            )
            people[demo.role] = person_id
    return people


def ensure_demo_assessor(*, by: Actor, now: datetime) -> UUID:
    """The second made-up practitioner; repeating it changes nothing."""
    check_may(by, Deed.PEOPLE_MANAGE)
    demo = DEMO_ASSESSOR
    with transaction.atomic():
        found = Person.objects.filter(email=demo.email).first()
        person_id = found.id if found else add_person(name=demo.name, email=demo.email, by=by, now=now)
        grant_role(person_id=person_id, role=demo.role, organisation_id=None, by=by, now=now, reason="demo")
    return person_id
