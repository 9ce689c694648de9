"""Which enterprise someone registers for an activity with."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from binakriya.accounts.rules import Actor
from binakriya.foundation.prepared import prepared
from binakriya.foundation.rules.ledger import Line
from binakriya.registry.indexes import contact_index
from binakriya.registry.models import Contact, Enterprise, EnterpriseState, LinkedPerson
from binakriya.registry.operations.enterprises import create
from binakriya.registry.rules.facts import Facts, search_words


def find_or_create_for_registration(
    *,
    office_id: UUID,
    business_name: str,
    owner_name: str,
    phone: str,
    by: Actor,
    now: datetime,
    product: str = "",
    kelurahan_code: str = "",
    association_id: UUID | None = None,
    person_id: UUID | None = None,
    told: list[Line] | None = None,
) -> UUID:
    """The enterprise that someone registers for an activity with: the office's own when the phone (E.164) and a name
    agree, or the one of the same account; a new one otherwise. Anyone may: the caller guards the registration.

    Call it inside the registration's transaction. Nothing that is known already is overwritten, nothing is told back.
    `person_id`: the account that registers; it becomes the owner's account of a new enterprise, never of one that was
    there. `told`: takes the ledger's line of a new enterprise, for the caller to write with its own.
    """
    found = _known(office_id, business_name, owner_name, phone, person_id)
    if found is not None:
        # Whoever types a phone and a name has not shown that they are theirs: an officer links the account
        # (link_person).
        return found
    facts = Facts(
        name=business_name.strip() or owner_name,
        owner_name=owner_name,
        phones=(phone,) if phone else (),
        products=(product,) if product else (),
        region_code=kelurahan_code,
    )
    memberships = [(association_id, "")] if association_id else []
    return create(facts, office_id, by, now, memberships, person_id, "", told=told)


@prepared
def _reached(*, index: str) -> QuerySet[Contact, UUID]:
    found = Contact.objects.filter(kind=Contact.Kind.PHONE, index=index)
    return found.values_list("enterprise_id", flat=True)[:50]


def _known(office_id: UUID, name: str, owner_name: str, phone: str, person_id: UUID | None) -> UUID | None:
    active = Enterprise.objects.filter(office_id=office_id, state=EnterpriseState.ACTIVE)
    wanted_name, wanted_owner = set(search_words(name).split()), set(search_words(owner_name).split())

    def named_alike(key: str) -> bool:
        words = set(key.split())
        return bool(wanted_name and words) and (wanted_name <= words or words <= wanted_name)

    if person_id is not None:
        mine = list(LinkedPerson.objects.filter(person_id=person_id).values_list("enterprise_id", flat=True)[:50])
        own = list(active.filter(id__in=mine).order_by("created_at").values_list("id", "name_key"))
        alike = [i for i, key in own if named_alike(key)]
        if alike or (own and not wanted_name):
            return alike[0] if alike else own[0][0]
    if not phone:
        return None
    # Two reads: one join of the two would begin with every enterprise of the office.
    reached = _reached(index=contact_index("phone", phone))
    if not reached:
        return None
    near = active.filter(id__in=reached)
    found = list(near.order_by("created_at").values_list("id", "name_key", "owner__name")[:20])
    alike = [i for i, key, _ in found if named_alike(key)]
    # The same owner without a business name, or under one not heard of: their business, unless they have several.
    owned = [i for i, _, owner in found if wanted_owner and wanted_owner <= set(search_words(owner or "").split())]
    if alike:
        return alike[0]
    return owned[0] if len(owned) == 1 or (owned and not wanted_name) else None
