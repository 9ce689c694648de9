"""One enterprise with everything that is known of it, personal numbers masked unless they were revealed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from binakriya.accounts.rules import Actor, may_office
from binakriya.foundation.queries import Entry, crosswalk, full_name, history_of
from binakriya.foundation.rules.masks import mask_address, mask_email, mask_nik, mask_phone, mask_text
from binakriya.foundation.rules.money import NBSP, rupiah, thousands
from binakriya.foundation.rules.phones import national
from binakriya.registry.enterprise_words import CONFIDENCE, DOCUMENT_KINDS, SIZE_INPUTS, SIZE_SYSTEMS, SIZES
from binakriya.registry.models import (
    BatchRow,
    Candidate,
    Document,
    Enterprise,
    EnterpriseState,
    Membership,
    Merge,
    Note,
)
from binakriya.registry.queries.cards import kbli_title
from binakriya.registry.queries.facts import facts_by_id
from binakriya.registry.rules.facts import Facts
from binakriya.registry.rules.sizes import classify
from binakriya.registry.words import FIELDS

Word = str | Promise
KIND = "registry.enterprise"
HISTORY = 40


@dataclass(frozen=True, slots=True)
class Fact:
    """One line. `note`: who changed it last, where it differs from its list; `missing`: nothing is known."""

    label: Word
    value: str
    note: str = ""
    missing: bool = False


@dataclass(frozen=True, slots=True)
class SizeLine:
    """`size` "" when it cannot be said: `why` tells what lacks. `mark`: S source read, M to be verified."""

    system: Word
    citation: str
    mark: str
    size: Word
    inputs: str
    why: str


@dataclass(frozen=True, slots=True)
class TurnoverLine:
    year: int
    amount: str
    confidence: Word
    source: str


@dataclass(frozen=True, slots=True)
class Industry:
    """The KBLI code; `later`: what became of a code of 2020 in 2025, with the marks of the crosswalk."""

    code: str
    version: str
    title: str
    later: tuple[str, ...] = ()
    later_title: str = ""
    unsure: bool = False
    reused: bool = False
    mark: str = "M"


@dataclass(frozen=True, slots=True)
class MembershipLine:
    association_id: UUID
    name: str
    number: str


@dataclass(frozen=True, slots=True)
class DocumentLine:
    kind: Word
    number: str
    issued_on: date | None
    expires_on: date | None


@dataclass(frozen=True, slots=True)
class NoteLine:
    text: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class SourceLine:
    """Where the facts came from: a row of a list, or a person. `batch_id` None: written in the registry itself."""

    text: str
    at: datetime
    batch_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Related:
    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class MergeLine:
    """A merge that stands: `other` went into this one, or (for a merged enterprise) is where this one went."""

    id: UUID
    other: Related
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class EnterprisePage:
    """`revealed`: the personal values are whole, since someone asked for them just now."""

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
    sources: tuple[SourceLine, ...]
    history: tuple[Entry, ...]
    absorbed: tuple[MergeLine, ...]
    went: MergeLine | None
    same_owner: tuple[Related, ...]
    waiting: tuple[Related, ...]
    revealed: bool

    @property
    def active(self) -> bool:
        return self.state == EnterpriseState.ACTIVE


# --- facts ------------------------------------------------------------------------------------------------------------


def _changed(history: Sequence[Entry]) -> dict[str, str]:
    """Field → who changed it last, from the ledger; fields that stand as they first came are absent."""
    found: dict[str, str] = {}
    for entry in history:
        if entry.action not in {"registry.changed", "registry.merged", "registry.unmerged"}:
            continue
        said = {"day": date_format(entry.at, "j M Y"), "by": entry.actor}
        text = _("Diubah %(day)s oleh %(by)s") % said
        for change in entry.changes:
            found.setdefault(change.field, text)
    return found


def _fact(label: str, value: str, notes: Mapping[str, str]) -> Fact:
    return Fact(FIELDS[label], value or _("belum diketahui"), notes.get(label, ""), not value)


def _people(number: int | None) -> str:
    return _("%(n)s orang") % {"n": thousands(number)} if number is not None else ""


def _business(facts: Facts, place: str, notes: Mapping[str, str]) -> list[Fact]:
    by_sex = []
    if facts.workers_m is not None:
        by_sex.append(_("laki-laki %(n)s") % {"n": facts.workers_m})
    if facts.workers_f is not None:
        by_sex.append(_("perempuan %(n)s") % {"n": facts.workers_f})
    workers = _people(facts.workers) or ", ".join(by_sex)
    if facts.workers is not None and by_sex:
        workers += f" ({', '.join(by_sex)})"
    investment = rupiah(facts.investment) if facts.investment is not None else ""
    found = [
        _fact("since", str(facts.since or ""), notes),
        _fact("workers", workers, notes),
        _fact("investment", investment, notes),
        _fact("nib", facts.nib, notes),
        _fact("trademark", facts.trademark, notes),
        _fact("region_code", place, notes),
        _fact("postcode", facts.postcode, notes),
    ]
    if facts.place and full_name(facts.region_code):
        found.append(_fact("place", facts.place, notes))
    if facts.lat is not None and facts.lng is not None:
        found.append(Fact(_("Titik lokasi"), f"{facts.lat:.5f}, {facts.lng:.5f}", notes.get("lat", "")))
    return found


def _owner(facts: Facts, full: bool, notes: Mapping[str, str]) -> list[Fact]:
    if full:
        born = date_format(facts.born, "j F Y") if facts.born else ""
        birth_place = facts.birth_place
    else:
        born = str(facts.born.year) if facts.born else ""
        birth_place = mask_text(facts.birth_place)
    sex = {"m": _("laki-laki"), "f": _("perempuan")}.get(facts.sex, "")
    return [
        _fact("owner_name", facts.owner_name, notes),
        _fact("sex", sex, notes),
        _fact("nik", facts.nik if full else mask_nik(facts.nik), notes),
        _fact("born", " ".join(p for p in (birth_place and f"{birth_place},", born) if p), notes),
    ]


def _contacts(facts: Facts, full: bool, notes: Mapping[str, str]) -> list[Fact]:
    phones = [national(p) if full else mask_phone(p) for p in facts.phones]
    emails = [e if full else mask_email(e) for e in facts.emails]
    street = facts.street if full else mask_address(facts.street)
    if full and (facts.rt or facts.rw):
        street = f"{street} RT{NBSP}{facts.rt or '–'}/RW{NBSP}{facts.rw or '–'}".strip()
    return [
        _fact("phones", ", ".join(phones), notes),
        _fact("emails", ", ".join(emails), notes),
        _fact("pages", ", ".join(facts.pages), notes),
        _fact("street", street, notes),
    ]


def _industry(facts: Facts) -> Industry | None:
    if not facts.kbli:
        return None
    title = kbli_title(facts.kbli, facts.kbli_version)
    crossing = crosswalk(facts.kbli) if facts.kbli_version == "2020" else None
    if crossing is None:
        return Industry(facts.kbli, facts.kbli_version, title)
    return Industry(
        facts.kbli,
        facts.kbli_version,
        title,
        crossing.codes,
        crossing.title,
        crossing.unsure,
        crossing.reuse != "no",
        crossing.firmness,
    )


def _amount(low: int, high: int) -> str:
    return rupiah(low) if low == high else f"{rupiah(low)} – {rupiah(high)}"


def _sizes(facts: Facts) -> list[SizeLine]:
    latest = facts.turnovers[0] if facts.turnovers else None
    said: dict[str, str] = {
        "turnover": f"{_amount(latest.low, latest.high)} ({latest.year})" if latest else "",
        "investment": rupiah(facts.investment) if facts.investment is not None else "",
        "workers": _people(facts.workers),
    }
    found = []
    for s in classify(
        workers=facts.workers,
        investment=facts.investment,
        turnover_low=latest.low if latest else None,
        turnover_high=latest.high if latest else None,
    ):
        why = ""
        if s.missing:
            why = _("Belum diketahui: %(what)s") % {"what": ", ".join(str(SIZE_INPUTS[m]) for m in s.missing)}
        elif s.ambiguous:
            why = _("Kisaran omzet melewati batas kelas")
        inputs = ", ".join(f"{SIZE_INPUTS[i]} {said[i]}" for i in s.inputs if said[i])
        size = SIZES[s.size] if s.size else ""
        found.append(SizeLine(SIZE_SYSTEMS[s.system], s.citation, s.firmness, size, inputs, why))
    return found


# --- what hangs on it -------------------------------------------------------------------------------------------------


def _sources(enterprise: Enterprise, history: Sequence[Entry]) -> list[SourceLine]:
    found = []
    rows = BatchRow.objects.filter(enterprise_id=enterprise.id).order_by("file__batch__created_at", "id")[:20]
    for sheet, number, name, at, batch_id in rows.values_list(
        "sheet", "number", "file__name", "file__batch__created_at", "file__batch_id"
    ):
        text = _("%(file)s, baris %(row)s") % {"file": name, "row": number}
        if sheet:
            text = _("%(file)s, lembar %(sheet)s, baris %(row)s") % {"file": name, "sheet": sheet, "row": number}
        found.append(SourceLine(text, at, batch_id))
    created = next((e for e in history if e.action == "registry.created"), None)
    if created:
        found.append(SourceLine(_("Diisi di registri oleh %(by)s") % {"by": created.actor}, created.at))
    return found or [SourceLine(_("Masuk registri"), enterprise.created_at)]


def _merges(enterprise_id: UUID) -> tuple[list[MergeLine], MergeLine | None]:
    rows = Merge.objects.filter(Q(kept_id=enterprise_id) | Q(gone_id=enterprise_id), undone_at__isnull=True)
    absorbed, went = [], None
    for m in rows.select_related("kept", "gone").defer("snapshot").order_by("-at"):
        if m.kept_id == enterprise_id:
            absorbed.append(MergeLine(m.id, Related(m.gone_id, m.gone.name), m.by, m.at))
        else:
            went = MergeLine(m.id, Related(m.kept_id, m.kept.name), m.by, m.at)
    return absorbed, went


def _pairs(enterprise_id: UUID) -> tuple[list[Related], list[Related]]:
    """Businesses of the same owner; pairs that still wait for a person (by candidate)."""
    pairs = Candidate.objects.filter(
        Q(left_id=enterprise_id) | Q(right_id=enterprise_id),
        state__in=[Candidate.State.SAME_OWNER, Candidate.State.OPEN],
        left__state=EnterpriseState.ACTIVE,
        right__state=EnterpriseState.ACTIVE,
    ).select_related("left", "right")
    same, waiting = [], []
    for pair in pairs.order_by("-weight")[:20]:
        other = pair.right if pair.left_id == enterprise_id else pair.left
        if pair.state == Candidate.State.SAME_OWNER:
            same.append(Related(other.id, other.name))
        else:
            waiting.append(Related(pair.id, other.name))
    return same, waiting


def enterprise_page(*, actor: Actor, enterprise_id: UUID, revealed: Facts | None = None) -> EnterprisePage | None:
    """None for an unknown enterprise and for one of another office. `revealed`: the facts whole."""
    enterprise = Enterprise.objects.filter(id=enterprise_id).first()
    if enterprise is None or not may_office(actor, enterprise.office_id):
        return None
    facts = revealed or facts_by_id([enterprise_id])[enterprise_id]
    full = revealed is not None
    history = history_of(kind=KIND, object_id=enterprise_id, limit=HISTORY)
    notes = _changed(history)
    place = full_name(facts.region_code) or facts.place
    absorbed, went = _merges(enterprise_id)
    same, waiting = _pairs(enterprise_id)
    members = Membership.objects.filter(enterprise_id=enterprise_id).order_by("association__short_name")
    return EnterprisePage(
        id=enterprise_id,
        name=facts.name,
        owner=facts.owner_name,
        place=place,
        state=enterprise.state,
        updated_at=enterprise.updated_at,
        created_at=enterprise.created_at,
        business=tuple(_business(facts, place, notes)),
        owner_facts=tuple(_owner(facts, full, notes)),
        contacts=tuple(_contacts(facts, full, notes)),
        products=facts.products,
        industry=_industry(facts),
        turnovers=tuple(
            TurnoverLine(t.year, _amount(t.low, t.high), CONFIDENCE[t.confidence], t.source) for t in facts.turnovers
        ),
        sizes=tuple(_sizes(facts)),
        memberships=tuple(
            MembershipLine(*row) for row in members.values_list("association_id", "association__short_name", "number")
        ),
        documents=tuple(
            DocumentLine(DOCUMENT_KINDS.get(d.kind, d.kind), d.number, d.issued_on, d.expires_on)
            for d in Document.objects.filter(enterprise_id=enterprise_id).order_by("kind", "-issued_on", "id")
        ),
        notes=tuple(NoteLine(n.text, n.by, n.at) for n in Note.objects.filter(enterprise_id=enterprise_id)[:30]),
        sources=tuple(_sources(enterprise, history)),
        history=tuple(history),
        absorbed=tuple(absorbed),
        went=went,
        same_owner=tuple(same),
        waiting=tuple(waiting),
        revealed=full,
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
