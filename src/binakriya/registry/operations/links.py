"""Which accounts care for an enterprise: an officer links them, or a maker asks and an officer answers."""

import re
from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from binakriya.accounts.operations import take_into_care
from binakriya.accounts.queries import account_card
from binakriya.accounts.rules import Actor, Deed, NotAllowed, Role, check_may, check_office
from binakriya.foundation.ids import new_id
from binakriya.foundation.operations import record
from binakriya.foundation.rules.phones import e164
from binakriya.registry.models import Enterprise, LinkedPerson, LinkRequest
from binakriya.registry.operations.holding import KIND, check_active, held
from binakriya.registry.rules.links import REQUESTS_DAYS, REQUESTS_MOST, RequestState, Way
from binakriya.registry.rules.refusals import Refused

REQUEST_KIND = "registry.link_request"


def link_person(
    *, enterprise_id: UUID, person_id: UUID, by: Actor, now: datetime, way: Way = Way.OFFICER, reason: str = ""
) -> bool:
    """Let an account see and mend an enterprise under /usaha-saya/; also the officer's yes to a link that the account
    made itself. False when it stands so already. Raises Refused("no_account"): unknown, shut, or no maker's."""
    check_may(by, Deed.REGISTRY_WRITE)
    account = account_card(person_id)
    if account is None or not account.is_active or Role.MAKER not in account.roles:
        raise Refused("no_account")
    with transaction.atomic():
        enterprise = held(enterprise_id, by)
        check_active(enterprise)
        old = LinkedPerson.objects.filter(enterprise_id=enterprise_id, person_id=person_id).first()
        if old and old.way != Way.REGISTERED:
            return False
        LinkedPerson.objects.update_or_create(
            enterprise_id=enterprise_id, person_id=person_id, defaults={"way": way, "by": by.label[:120], "at": now}
        )
        record(
            by=by,
            now=now,
            action="registry.person_linked",
            kind=KIND,
            object_id=enterprise_id,
            label=enterprise.name,
            after={"person": account.name},
            reason=reason,
        )
        take_into_care(person_id=person_id, by=by, now=now)
    return True


def unlink_person(*, enterprise_id: UUID, person_id: UUID, by: Actor, now: datetime) -> bool:
    """Take an account away from an enterprise; nothing of the enterprise changes. False when it was not linked."""
    check_may(by, Deed.REGISTRY_WRITE)
    account = account_card(person_id)
    with transaction.atomic():
        enterprise = held(enterprise_id, by)
        gone, _each = LinkedPerson.objects.filter(enterprise_id=enterprise_id, person_id=person_id).delete()
        if not gone:
            return False
        record(
            by=by,
            now=now,
            action="registry.person_unlinked",
            kind=KIND,
            object_id=enterprise_id,
            label=enterprise.name,
            before={"person": account.name if account else str(person_id)},
        )
    return True


def _given(text: str) -> str:
    """A NIB of 13 digits or a telephone in E.164; raises Refused("nib_or_phone")."""
    digits = re.sub(r"[\s.\-]", "", text)
    if re.fullmatch(r"[0-9]{13}", digits) and not digits.startswith("0"):
        return digits
    number = e164(text)
    if number is None:
        raise Refused("nib_or_phone")
    return number


def ask_for_enterprise(
    *, office_id: UUID, nib_or_phone: str, by: Actor, now: datetime, request_id: UUID | None = None
) -> UUID:
    """A maker says that an enterprise of an office is theirs. The answer is the same whether the office knows such an
    enterprise or not. Raises Refused: nib_or_phone, asked_already, asked_often, unknown_office."""
    check_may(by, Deed.OWN_ENTERPRISE)
    if by.id is None:
        raise NotAllowed(Deed.OWN_ENTERPRISE)
    given = _given(nib_or_phone)
    mine = LinkRequest.objects.filter(person_id=by.id)
    if request_id and mine.filter(id=request_id).exists():
        return request_id
    if mine.filter(at__gt=now - timedelta(days=REQUESTS_DAYS)).count() >= REQUESTS_MOST:
        raise Refused("asked_often")
    try:
        with transaction.atomic():
            made = LinkRequest.objects.create(
                id=request_id or new_id(), person_id=by.id, office_id=office_id, given=given, at=now
            )
            record(
                by=by,
                now=now,
                office_id=office_id,
                action="registry.link_asked",
                kind=REQUEST_KIND,
                object_id=made.id,
                label=by.label[:120],
            )
    except IntegrityError as error:
        raise Refused("asked_already") from error
    return made.id


def answer_request(*, request_id: UUID, enterprise_id: UUID | None, by: Actor, now: datetime) -> bool:
    """Approve with the enterprise that it is, refuse with None; False when it was answered already. Raises Refused:
    unknown_request, and what `link_person` raises."""
    check_may(by, Deed.REGISTRY_WRITE)
    with transaction.atomic():
        found = LinkRequest.objects.select_for_update().filter(id=request_id).first()
        if found is None:
            raise Refused("unknown_request")
        check_office(by, found.office_id)
        if found.state != RequestState.OPEN:
            return False
        state = RequestState.REFUSED
        if enterprise_id is not None:
            if not Enterprise.objects.filter(id=enterprise_id, office_id=found.office_id).exists():
                raise Refused("unknown")
            link_person(enterprise_id=enterprise_id, person_id=found.person_id, by=by, now=now, way=Way.REQUEST)
            state = RequestState.APPROVED
        LinkRequest.objects.filter(id=request_id).update(
            state=state, decided_at=now, decided_by=by.label[:120], enterprise_id=enterprise_id
        )
        account = account_card(found.person_id)
        record(
            by=by,
            now=now,
            action="registry.link_answered",
            kind=REQUEST_KIND,
            object_id=request_id,
            label=account.name if account else "",
            after={"state": state.value},
        )
    return True
