"""From facts to rows and into the database: the one way in which facts are stored."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import AutoField, Model
from django.db.models.sql import InsertQuery

from binakriya.foundation.ids import new_id
from binakriya.registry.indexes import contact_index, nik15_index, nik_index
from binakriya.registry.models import (
    Contact,
    Enterprise,
    Membership,
    Owner,
    ProductWord,
    SearchText,
    Turnover,
    Uncompared,
)
from binakriya.registry.rules.facts import Facts, check, search_words, tidy

_BATCH = 500


@dataclass(slots=True)
class Built:
    """The rows of one enterprise, not yet written."""

    facts: Facts
    enterprise: Enterprise
    owner: Owner
    search: SearchText
    contacts: list[Contact] = field(default_factory=list)
    products: list[ProductWord] = field(default_factory=list)
    turnovers: list[Turnover] = field(default_factory=list)
    memberships: list[Membership] = field(default_factory=list)


def _enterprise_fields(facts: Facts) -> dict[str, object]:
    return {
        "name": facts.name,
        "name_key": search_words(facts.name)[:200],
        "kbli": facts.kbli,
        "kbli_version": facts.kbli_version,
        "since": facts.since,
        "workers": facts.workers,
        "workers_m": facts.workers_m,
        "workers_f": facts.workers_f,
        "investment": facts.investment,
        "assets": facts.assets,
        "nib": facts.nib,
        "street": facts.street,
        "rt": facts.rt,
        "rw": facts.rw,
        "place": facts.place,
        "region_code": facts.region_code,
        "district_code": facts.region_code[:8] if len(facts.region_code) >= 8 else "",
        "postcode": facts.postcode,
        "lat": facts.lat,
        "lng": facts.lng,
        "trademark": facts.trademark,
        "has_phone": bool(facts.phones),
        "has_nik": bool(facts.nik),
    }


def _owner_fields(facts: Facts) -> dict[str, object]:
    return {
        "name": facts.owner_name,
        "nik": facts.nik,
        "nik_index": nik_index(facts.nik),
        "nik15_index": nik15_index(facts.nik),
        "born": facts.born.isoformat() if facts.born else "",
        "birth_place": facts.birth_place,
        "sex": facts.sex,
    }


def _contacts(enterprise_id: UUID, facts: Facts) -> list[Contact]:
    return [
        Contact(
            enterprise_id=enterprise_id, kind=kind, value=value, index=contact_index(kind, value), position=position
        )
        for kind, values in (("phone", facts.phones), ("email", facts.emails), ("page", facts.pages))
        for position, value in enumerate(dict.fromkeys(values))
    ]


def _products(enterprise_id: UUID, facts: Facts) -> list[ProductWord]:
    return [ProductWord(enterprise_id=enterprise_id, word=w, position=n) for n, w in enumerate(facts.products)]


def _turnovers(enterprise_id: UUID, facts: Facts) -> list[Turnover]:
    return [
        Turnover(
            enterprise_id=enterprise_id, year=t.year, low=t.low, high=t.high, confidence=t.confidence, source=t.source
        )
        for t in facts.turnovers
    ]


def words_of(facts: Facts, numbers: Sequence[str]) -> str:
    """What full-text search finds an enterprise by; `numbers` are its member numbers."""
    return search_words(facts.name, facts.owner_name, *facts.products, facts.trademark, facts.nib, *numbers)


def build(
    facts: Facts,
    *,
    office_id: UUID,
    now: datetime,
    memberships: Sequence[tuple[UUID, str]] = (),
    enterprise_id: UUID | None = None,
) -> Built:
    """Rows for a new enterprise; `memberships` are pairs of association and member number; `enterprise_id` when it
    gets its id from elsewhere. Raises NotAFact."""
    facts = tidy(facts)
    check(facts)
    enterprise_id = enterprise_id or new_id()
    memberships = list(dict(memberships).items())
    enterprise = Enterprise(
        id=enterprise_id, office_id=office_id, created_at=now, updated_at=now, **_enterprise_fields(facts)
    )
    return Built(
        facts,
        enterprise,
        Owner(enterprise_id=enterprise_id, **_owner_fields(facts)),
        SearchText(enterprise_id=enterprise_id, words=words_of(facts, [number for _, number in memberships])),
        _contacts(enterprise_id, facts),
        _products(enterprise_id, facts),
        _turnovers(enterprise_id, facts),
        [Membership(enterprise_id=enterprise_id, association_id=a, number=n[:40]) for a, n in memberships],
    )


@dataclass(frozen=True, slots=True)
class Insert:
    """One statement with its values, encrypted and ready."""

    sql: str
    values: Sequence[Any]


def inserts(built: Sequence[Built]) -> list[Insert]:
    """The statements that write new enterprises. Making them is most of the work (values are encrypted, statements
    composed), so that it is done before the transaction begins, not in it."""
    made = _inserts([b.enterprise for b in built]) + _inserts([b.owner for b in built])
    for part in ("contacts", "products", "turnovers", "memberships"):
        made += _inserts([row for b in built for row in getattr(b, part)])
    made += _inserts([b.search for b in built])
    return made + _inserts([Uncompared(enterprise_id=b.enterprise.id) for b in built])


def _inserts(rows: Sequence[Model]) -> list[Insert]:
    """As `bulk_create` would write them, batch by batch, without writing."""
    if not rows:
        return []
    model = type(rows[0])
    # What the database counts or computes itself is not written.
    fields = [f for f in model._meta.concrete_fields if not isinstance(f, AutoField) and not f.generated]
    size = max(1, min(_BATCH, connection.ops.bulk_batch_size(fields, rows)))
    made = []
    for at in range(0, len(rows), size):
        query = InsertQuery(model)
        query.insert_values(fields, list(rows[at : at + size]))
        made += [Insert(sql, values) for sql, values in query.get_compiler(connection=connection).as_sql()]
    return made


def run(statements: Sequence[Insert]) -> None:
    """Write what `inserts` made; call inside the operation's transaction."""
    with connection.cursor() as cursor:
        for one in statements:
            cursor.execute(one.sql, one.values)


def save(built: Sequence[Built]) -> None:
    """Write new enterprises; call inside the operation's transaction."""
    run(inserts(built))


def overwrite(enterprise_id: UUID, *, before: Facts, after: Facts, now: datetime) -> None:
    """Bring the rows of an enterprise from `before` to `after` (tidied and checked by the caller), inside its
    transaction."""
    Enterprise.objects.filter(id=enterprise_id).update(**_enterprise_fields(after), updated_at=now)
    Owner.objects.update_or_create(enterprise_id=enterprise_id, defaults=_owner_fields(after))
    if (before.phones, before.emails, before.pages) != (after.phones, after.emails, after.pages):
        Contact.objects.filter(enterprise_id=enterprise_id).delete()
        Contact.objects.bulk_create(_contacts(enterprise_id, after))
    if before.products != after.products:
        ProductWord.objects.filter(enterprise_id=enterprise_id).delete()
        ProductWord.objects.bulk_create(_products(enterprise_id, after))
    if before.turnovers != after.turnovers:
        Turnover.objects.filter(enterprise_id=enterprise_id).delete()
        Turnover.objects.bulk_create(_turnovers(enterprise_id, after))
    refresh_search(enterprise_id, after)
    mark_uncompared(enterprise_id)


def mark_uncompared(enterprise_id: UUID) -> None:
    """What was found of an enterprise's duplicates holds no longer: it changed, or came back."""
    Uncompared.objects.bulk_create(
        [Uncompared(enterprise_id=enterprise_id)],
        update_conflicts=True,
        unique_fields=["enterprise"],
        update_fields=["token", "rescored"],
    )


def refresh_search(enterprise_id: UUID, facts: Facts) -> None:
    """Write the search words anew: after facts or memberships changed."""
    numbers = list(Membership.objects.filter(enterprise_id=enterprise_id).values_list("number", flat=True))
    SearchText.objects.update_or_create(enterprise_id=enterprise_id, defaults={"words": words_of(facts, numbers)})
