"""One enterprise with everything that is known of it, personal numbers masked unless they were revealed."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from binakriya.accounts.rules import Actor, may_office
from binakriya.foundation.queries import Entry, full_name
from binakriya.registry.models import Enterprise, EnterpriseState
from binakriya.registry.queries.detail.attached import (
    AccountLine,
    DocumentLine,
    MembershipLine,
    MergeLine,
    NoteLine,
    Related,
    SourceLine,
    account_lines,
    document_lines,
    membership_lines,
    merge_lines,
    note_lines,
    pair_lines,
    parts_there,
    source_lines,
    with_parts,
)
from binakriya.registry.queries.detail.facts import (
    Fact,
    Industry,
    SizeLine,
    TurnoverLine,
    business_facts,
    changed_notes,
    contact_facts,
    industry_of,
    owner_facts,
    size_lines,
    turnover_lines,
)
from binakriya.registry.queries.detail.history import history
from binakriya.registry.queries.facts import facts_by_id, facts_of_rows
from binakriya.registry.rules.facts import Facts


@dataclass(frozen=True, slots=True)
class EnterprisePage:
    """`revealed`: the personal values are whole, since someone asked for them just now. `unchecked`: it came with a
    registration, and no officer has looked at it yet."""

    id: UUID
    name: str
    owner: str
    place: str
    state: str
    updated_at: datetime
    created_at: datetime
    business: tuple[Fact, ...]
    owner_facts: tuple[Fact, ...]
    contacts: tuple[Fact, ...]
    products: tuple[str, ...]
    industry: Industry | None
    turnovers: tuple[TurnoverLine, ...]
    sizes: tuple[SizeLine, ...]
    memberships: tuple[MembershipLine, ...]
    documents: tuple[DocumentLine, ...]
    notes: tuple[NoteLine, ...]
    accounts: tuple[AccountLine, ...]
    sources: tuple[SourceLine, ...]
    history: tuple[Entry, ...]
    absorbed: tuple[MergeLine, ...]
    went: MergeLine | None
    same_owner: tuple[Related, ...]
    waiting: tuple[Related, ...]
    revealed: bool
    unchecked: bool = False

    @property
    def active(self) -> bool:
        return self.state == EnterpriseState.ACTIVE


def enterprise_page(*, actor: Actor, enterprise_id: UUID, revealed: Facts | None = None) -> EnterprisePage | None:
    """None for an unknown enterprise and for one of another office. `revealed`: the facts whole."""
    enterprise = with_parts(enterprise_id)
    if enterprise is None or not may_office(actor, enterprise.office_id):
        return None
    facts = revealed or facts_of_rows([enterprise])[enterprise_id]
    full = revealed is not None
    there, today = parts_there(enterprise), timezone.localdate()
    absorbed, went = merge_lines(enterprise_id) if there & {"kept", "gone"} else ([], None)
    lines = history(enterprise_id, {m.other.id: m.other.name for m in (*absorbed, *([went] if went else []))})
    notes = changed_notes(lines)
    place = full_name(facts.region_code) or facts.place
    same, waiting = pair_lines(enterprise_id) if there & {"left", "right"} else ([], [])
    return EnterprisePage(
        id=enterprise_id,
        name=facts.name,
        owner=facts.owner_name,
        place=place,
        state=enterprise.state,
        updated_at=enterprise.updated_at,
        created_at=enterprise.created_at,
        business=tuple(business_facts(facts, place, notes)),
        owner_facts=tuple(owner_facts(facts, full, notes)),
        contacts=tuple(contact_facts(facts, full, notes)),
        products=facts.products,
        industry=industry_of(facts),
        turnovers=tuple(turnover_lines(facts)),
        sizes=tuple(size_lines(facts, today)),
        memberships=tuple(membership_lines(enterprise_id) if "memberships" in there else ()),
        documents=tuple(document_lines(enterprise_id, today) if "documents" in there else ()),
        notes=tuple(note_lines(enterprise_id) if "notes" in there else ()),
        accounts=tuple(account_lines(enterprise_id) if "accounts" in there else ()),
        sources=tuple(source_lines(enterprise, lines, "sources" in there)),
        history=tuple(lines),
        absorbed=tuple(absorbed),
        went=went,
        same_owner=tuple(same),
        waiting=tuple(waiting),
        revealed=full,
        unchecked=enterprise.unchecked,
    )


@dataclass(frozen=True, slots=True)
class EditPage:
    """What the form begins from."""

    id: UUID
    name: str
    state: str
    facts: Facts
    updated_at: datetime


def edit_page(*, actor: Actor, enterprise_id: UUID) -> EditPage | None:
    """None for an unknown enterprise and for one of another office."""
    enterprise = Enterprise.objects.filter(id=enterprise_id).first()
    if enterprise is None or not may_office(actor, enterprise.office_id):
        return None
    facts = facts_by_id([enterprise_id])[enterprise_id]
    return EditPage(enterprise_id, facts.name, enterprise.state, facts, enterprise.updated_at)
