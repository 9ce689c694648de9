"""People: who they are, what they may do, whether they may come in."""

from datetime import datetime
from uuid import UUID

from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction

from binakriya.accounts.models import Grant, Organisation, OrganisationKind, Person
from binakriya.accounts.queries.actors import cares_for, offices_of
from binakriya.accounts.rules import Actor, Deed, NotAllowed, Refused, Role, check_may
from binakriya.accounts.rules.people import check_administrator_remains, check_contact, check_organisation_fits
from binakriya.foundation.operations import record, record_reading
from binakriya.foundation.rules.ledger import changes
from binakriya.foundation.rules.masks import mask_email, mask_phone
from binakriya.foundation.rules.phones import e164
from binakriya.foundation.rules.text import clean_text


def clean_phone(phone: str) -> str | None:
    """E.164, None for none; raises Refused("phone_unreadable")."""
    if not phone.strip():
        return None
    number = e164(phone)
    if number is None:
        raise Refused("phone_unreadable")
    return number


def add_person(
    *,
    name: str,
    by: Actor,
    now: datetime,
    email: str = "",
    phone: str = "",
    password: str | None = None,
    language: str = "id",
    office_id: UUID | None = None,
) -> UUID:
    """A new person without roles; without a password they cannot sign in. `office_id`: the office that brings them in,
    where it is not the actor's own (the software has none). Raises Refused("taken"), NotAllowed."""
    check_may(by, Deed.PEOPLE_MANAGE)
    office_id = by.office_id or (office_id if by.system else None)
    with transaction.atomic():
        person = insert_person(
            name=name, email=email, phone=phone, password=password, language=language, office_id=office_id
        )
        record(
            by=by,
            now=now,
            action="accounts.person_added",
            kind="accounts.person",
            object_id=person.id,
            label=person.name,
            after={"name": name, "email": mask_email(email), "phone": mask_phone(person.phone or "")},
            office_id=office_id,
        )
    return person.id


def insert_person(
    *,
    name: str,
    email: str,
    phone: str,
    password: str | None,
    language: str = "id",
    office_id: UUID | None = None,
) -> Person:
    """Part of other operations: no permission, no ledger line. `office_id`: who brings them in. Raises Refused."""
    name = clean_text(name).strip()
    check_contact(name, email)
    try:
        with transaction.atomic():
            return Person.objects.create_user(
                name=name,
                email=email.strip().lower() or None,
                phone=clean_phone(phone),
                password=password,
                language=language,
                cared_by_id=office_id,
            )
    except IntegrityError as error:
        raise Refused("taken") from error


def office_of_line(person: Person, by: Actor) -> UUID | None:
    """Whose business a line about a person is: the office of the one who acts, else the one that cares for them."""
    return by.office_id or person.cared_by_id


def cared_for(person_id: UUID, by: Actor) -> Person:
    """The person, locked, when the actor's care reaches them; NotAllowed otherwise (as if they did not exist)."""
    check_may(by, Deed.PEOPLE_MANAGE)
    person = Person.objects.select_for_update().get(id=person_id)
    if not cares_for(by, person):
        raise NotAllowed("office")
    return person


def insert_grant(*, person: Person, role: Role, organisation: Organisation | None, now: datetime) -> bool:
    """Part of other operations. False when the person holds it already; raises Refused when the organisation's kind
    does not fit the role."""
    check_organisation_fits(role, organisation.kind if organisation else None)
    _, made = Grant.objects.get_or_create(
        person=person, role=role.value, organisation=organisation, defaults={"since": now}
    )
    return made


def check_may_give(by: Actor, organisation: Organisation | None) -> None:
    """Roles of an office, whichever, are given by its own administrators; raises NotAllowed."""
    check_may(by, Deed.PEOPLE_MANAGE)
    own = by.system or (organisation is not None and organisation.id == by.office_id)
    if organisation is not None and organisation.kind == OrganisationKind.OFFICE and not own:
        raise NotAllowed("office")


def grant_role(
    *, person_id: UUID, role: Role, organisation_id: UUID | None, by: Actor, now: datetime, reason: str = ""
) -> None:
    """Repeating it changes nothing. Raises NotAllowed, Refused."""
    with transaction.atomic():
        person = cared_for(person_id, by)
        organisation = Organisation.objects.get(id=organisation_id) if organisation_id else None
        check_may_give(by, organisation)
        if not insert_grant(person=person, role=role, organisation=organisation, now=now):
            return
        if person.cared_by_id is None and by.office_id:
            person.cared_by_id = by.office_id
            person.save(update_fields=["cared_by"])
        record(
            by=by,
            now=now,
            action="accounts.role_granted",
            kind="accounts.person",
            object_id=person.id,
            label=person.name,
            after={"role": role.value, "organisation": organisation.name if organisation else ""},
            reason=reason,
            office_id=office_of_line(person, by),
        )


def check_not_last(grant: Grant) -> None:
    others = (
        Grant.objects.filter(role=Role.ADMINISTRATOR.value, organisation=grant.organisation_id, person__is_active=True)
        .exclude(person_id=grant.person_id)
        .count()
    )
    check_administrator_remains(others)


def revoke_role(*, person_id: UUID, grant_id: UUID, by: Actor, now: datetime, reason: str = "") -> None:
    """Raises NotAllowed, and Refused("last_administrator")."""
    with transaction.atomic():
        person = cared_for(person_id, by)
        grant = Grant.objects.select_related("organisation").get(id=grant_id, person=person)
        check_may_give(by, grant.organisation)
        if grant.role == Role.ADMINISTRATOR.value:
            lock_administrators(grant.organisation_id)
            check_not_last(grant)
        before = {"role": grant.role, "organisation": grant.organisation.name if grant.organisation else ""}
        grant.delete()
        record(
            by=by,
            now=now,
            action="accounts.role_revoked",
            kind="accounts.person",
            object_id=person.id,
            label=person.name,
            before=before,
            reason=reason,
            office_id=office_of_line(person, by),
        )


def lock_administrators(organisation_id: UUID | None) -> None:
    """Two administrators who remove each other at once must take turns (PostgreSQL; SQLite has one writer)."""
    list(
        Grant.objects.select_for_update()
        .filter(role=Role.ADMINISTRATOR.value, organisation=organisation_id)
        .order_by("id")
        .values_list("id")
    )


def set_active(*, person_id: UUID, active: bool, by: Actor, now: datetime, reason: str = "") -> None:
    """Who is not active is signed out at once and cannot sign in. Raises NotAllowed, Refused."""
    with transaction.atomic():
        person = cared_for(person_id, by)
        if person.is_active == active:
            return
        if not active:
            if person.id == by.id:
                raise Refused("yourself")
            for grant in Grant.objects.filter(person=person, role=Role.ADMINISTRATOR.value):
                lock_administrators(grant.organisation_id)
                check_not_last(grant)
            person.session_epoch += 1
        person.is_active = active
        person.save(update_fields=["is_active", "session_epoch"])
        record(
            by=by,
            now=now,
            action="accounts.activated" if active else "accounts.deactivated",
            kind="accounts.person",
            object_id=person.id,
            label=person.name,
            before={"is_active": not active},
            after={"is_active": active},
            reason=reason,
            office_id=office_of_line(person, by),
        )


def _myself(by: Actor) -> Person:
    if by.id is None:
        raise NotAllowed("signed_in")
    return Person.objects.select_for_update().get(id=by.id)


def reveal_contact(*, person_id: UUID, by: Actor, now: datetime, reason: str = "") -> tuple[str, str]:
    """E-mail and phone (E.164) of a person in full, and a ledger line that they were shown. Raises NotAllowed."""
    with transaction.atomic():
        person = cared_for(person_id, by)
        record_reading(
            by=by,
            now=now,
            kind="accounts.person",
            object_id=person.id,
            fields=["email", "phone"],
            reason=reason,
            label=person.name,
        )
    return person.email or "", person.phone or ""


def change_profile(*, name: str, phone: str, email: str, language: str, by: Actor, now: datetime) -> None:
    """A person's own name, phone, e-mail, language; one of phone and e-mail must remain. Raises Refused."""
    try:
        with transaction.atomic():
            person = _myself(by)
            name = clean_text(name).strip()
            check_contact(name, email)
            number, mail = clean_phone(phone), email.strip().lower() or None
            if number is None and mail is None:
                raise Refused("email_or_phone")
            before = _profile(person)
            if number != person.phone:
                person.phone_verified = False
            if mail != person.email:
                # django-allauth's own record of the address; it is made anew from the person's.
                EmailAddress.objects.filter(user=person).delete()
            person.name, person.phone, person.email, person.language = name, number, mail, language
            old, new = changes(before, _profile(person))
            person.save()
            if new:
                record(
                    by=by,
                    now=now,
                    action="accounts.profile_changed",
                    kind="accounts.person",
                    object_id=person.id,
                    label=person.name,
                    before=old,
                    after=new,
                    office_id=office_of_line(person, by),
                )
    except IntegrityError as error:
        raise Refused("taken") from error


def _profile(person: Person) -> dict[str, str]:
    return {
        "name": person.name,
        "phone": mask_phone(person.phone or ""),
        "email": mask_email(person.email or ""),
        "language": person.language,
    }


def set_language(*, language: str, by: Actor, now: datetime) -> None:
    """Remembers the language of the screen with the person. No ledger line: it is no fact about anyone."""
    if by.id is not None:
        Person.objects.filter(id=by.id).update(language=language)


def end_all_sessions(*, by: Actor, now: datetime) -> Person:
    """Signs the person out everywhere; the caller may sign the present session in again with the answer."""
    with transaction.atomic():
        person = _myself(by)
        person.session_epoch += 1
        person.save(update_fields=["session_epoch"])
        record(
            by=by,
            now=now,
            action="accounts.sessions_ended",
            kind="accounts.person",
            object_id=person.id,
            label=person.name,
            office_id=office_of_line(person, by),
        )
    return person


def take_into_care(*, person_id: UUID, by: Actor, now: datetime) -> bool:
    """Whoever signed up alone where there are several offices is nobody's to care for: the first office that works with
    them (links them to an enterprise of its registry) cares for the account from then on. False when another does, or
    the one who acts is of no office. That the office may work with them is the caller's care."""
    if by.office_id is None or offices_of(person_id):
        return False
    with transaction.atomic():
        person = Person.objects.filter(id=person_id, cared_by=None).select_for_update().first()
        if person is None or not Person.objects.filter(id=person_id, cared_by=None).update(cared_by=by.office_id):
            return False
        record(
            by=by,
            now=now,
            action="accounts.taken_into_care",
            kind="accounts.person",
            object_id=person_id,
            label=person.name,
        )
    return True


def _carer(person_id: UUID | None) -> UUID | None:
    if person_id is None:
        return None
    return Person.objects.filter(pk=person_id).values_list("cared_by_id", flat=True).first()


def note_sign_in(*, person_id: UUID, by: Actor, now: datetime, way: str = "password") -> None:
    """`way`: `password`, `demo`, `invitation`."""
    record(
        by=by,
        now=now,
        action="accounts.signed_in",
        kind="accounts.person",
        object_id=person_id,
        label=by.label,
        after={"way": way},
        office_id=by.office_id or _carer(person_id),
    )


def change_password_noted(*, by: Actor, now: datetime) -> None:
    """A line that the password was changed (django-allauth changes it)."""
    record(
        by=by,
        now=now,
        action="accounts.password_changed",
        kind="accounts.person",
        object_id=by.id,
        label=by.label,
        office_id=by.office_id or _carer(by.id),
    )


def welcome_maker(*, person_id: UUID, origin: str, now: datetime) -> None:
    """Someone has registered alone: they get the maker's role and nothing else."""
    with transaction.atomic():
        person = Person.objects.get(id=person_id)
        insert_grant(person=person, role=Role.MAKER, organisation=None, now=now)
        record(
            by=Actor(id=person.id, label=person.name, origin=origin),
            now=now,
            action="accounts.registered",
            kind="accounts.person",
            object_id=person.id,
            label=person.name,
            after={"role": Role.MAKER.value},
        )
