"""The review of duplicates: the queue, and one pair side by side with everything that personal numbers need masked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from binakriya.accounts.rules import Actor
from binakriya.foundation.queries import full_name
from binakriya.foundation.rules.masks import mask_address, mask_email, mask_nik, mask_phone
from binakriya.foundation.rules.money import rupiah
from binakriya.registry.duplicate_words import CHOICES as CHOICE_WORDS
from binakriya.registry.duplicate_words import EVIDENCE
from binakriya.registry.models import BatchRow, Candidate, Enterprise, EnterpriseState, Membership, Merge
from binakriya.registry.queries.facts import facts_by_id
from binakriya.registry.rules.facts import Facts
from binakriya.registry.rules.merging import CHOICES, UNITED, Choice, Piece, Side, is_open, known, pieces, proposed
from binakriya.registry.rules.merging import values as values_of

QUEUE_LENGTH = 30
_MASKED = frozenset({"nik", "born", "address"})


@dataclass(frozen=True, slots=True)
class Waiting:
    """One pair of the queue."""

    id: UUID
    left: str
    right: str
    percent: int
    likely: bool
    relation: str


@dataclass(frozen=True, slots=True)
class Reason:
    """`weight` in bits: +1 doubles the odds."""

    text: str | Promise
    weight: float

    @property
    def supports(self) -> bool:
        return self.weight > 0


@dataclass(frozen=True, slots=True)
class DiffRow:
    """`choosable`: a person picks a side. `same`: both say it, shown once. Otherwise both sides are kept together."""

    key: str
    label: str | Promise
    a: tuple[Piece, ...]
    b: tuple[Piece, ...]
    same: str
    choosable: bool
    chosen: Side
    note: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a row came from."""

    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Pair:
    """`kept` is the older of the two: side A."""

    id: UUID
    kept_id: UUID
    gone_id: UUID
    kept_name: str
    gone_name: str
    kept_source: Source
    gone_source: Source
    percent: int
    relation: str
    state: str
    reasons: tuple[Reason, ...]
    rows: tuple[DiffRow, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """Something decided lately, that can be taken back. `merge_id` for merges, `candidate_id` for the other kinds."""

    text: str
    kind: str
    by: str
    at: datetime
    merge_id: UUID | None = None
    candidate_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class DuplicatesPage:
    queue: tuple[Waiting, ...]
    waiting: int
    likely: int
    pair: Pair | None
    decisions: tuple[Decision, ...]


def waiting_count(*, office_id: UUID) -> int:
    """How many pairs wait for a person."""
    return Candidate.objects.filter(office_id=office_id, state=Candidate.State.OPEN).count()


def _choice_text(facts: Facts, choice: Choice) -> str:
    values = values_of(facts, choice)
    if choice.key == "nik":
        return mask_nik(facts.nik)
    if choice.key == "born":
        return " ".join(part for part in (facts.birth_place, str(facts.born.year) if facts.born else "") if part)
    if choice.key == "address":
        return mask_address(facts.street)
    if choice.key == "place":
        return full_name(facts.region_code) or " ".join(v for v in (facts.place, facts.postcode) if v)
    if choice.key == "workers":
        parts = [str(facts.workers)] if facts.workers is not None else []
        if facts.workers_m is not None:
            parts.append(_("laki-laki %(n)s") % {"n": facts.workers_m})
        if facts.workers_f is not None:
            parts.append(_("perempuan %(n)s") % {"n": facts.workers_f})
        return ", ".join(parts)
    if choice.key == "investment":
        return rupiah(facts.investment) if facts.investment is not None else ""
    if choice.key == "sex":
        return {"m": _("laki-laki"), "f": _("perempuan")}.get(facts.sex, "")
    if choice.key == "kbli":
        return f"{facts.kbli} (KBLI {facts.kbli_version})" if facts.kbli else ""
    return " ".join(str(v) for v in values if v not in ("", None))


def _range(low: int, high: int) -> str:
    return rupiah(low) if low == high else f"{rupiah(low)} – {rupiah(high)}"


_LISTS: dict[str, Callable[[Facts], Sequence[str]]] = {
    "phones": lambda f: [mask_phone(p) for p in f.phones],
    "emails": lambda f: [mask_email(e) for e in f.emails],
    "pages": lambda f: f.pages,
    "products": lambda f: f.products,
    "turnovers": lambda f: [f"{t.year}: {_range(t.low, t.high)}" for t in f.turnovers],
}


def _diff_rows(a: Facts, b: Facts) -> list[DiffRow]:
    rows = []
    for choice in CHOICES:
        if not known(a, choice) and not known(b, choice):
            continue
        text_a, text_b = _choice_text(a, choice), _choice_text(b, choice)
        label = CHOICE_WORDS[choice.key]
        if values_of(a, choice) == values_of(b, choice):
            note = _("Sama, tersamar") if choice.key in _MASKED else _("Sama")
            rows.append(DiffRow(choice.key, label, (), (), text_a, False, "a", note))
            continue
        choosable = is_open(a, b, choice)
        note = ""
        if not choosable:
            note = _("Hanya satu yang mengisi")
        elif text_a == text_b:
            # Two different numbers that look alike once masked.
            note = _("Berbeda di bagian yang tersamar")
        empty = (Piece(_("kosong"), False),)
        rows.append(
            DiffRow(
                choice.key,
                label,
                pieces(text_a, text_b) or empty,
                pieces(text_b, text_a) or empty,
                "",
                choosable,
                proposed(a, b, choice),
                note,
            )
        )
    for name in UNITED:
        list_a, list_b = _LISTS[name](a), _LISTS[name](b)
        if not list_a and not list_b:
            continue
        if getattr(a, name) == getattr(b, name):
            rows.append(DiffRow(name, CHOICE_WORDS[name], (), (), ", ".join(list_a), False, "a", _("Sama")))
            continue
        rows.append(
            DiffRow(
                name,
                CHOICE_WORDS[name],
                pieces(", ".join(list_a), ", ".join(list_b)) or (Piece(_("kosong"), False),),
                pieces(", ".join(list_b), ", ".join(list_a)) or (Piece(_("kosong"), False),),
                "",
                False,
                "a",
                _("Digabung"),
            )
        )
    return rows


def _sources(enterprises: dict[UUID, Enterprise]) -> dict[UUID, Source]:
    found = {i: Source(_("Registri"), e.created_at) for i, e in enterprises.items()}
    rows = BatchRow.objects.filter(enterprise_id__in=enterprises).order_by("id")
    for enterprise_id, sheet, number, name, at in rows.values_list(
        "enterprise_id", "sheet", "number", "file__name", "file__batch__created_at"
    ):
        place = _("%(file)s baris %(row)s") % {"file": name, "row": number}
        if sheet:
            place = _("%(file)s, lembar %(sheet)s, baris %(row)s") % {"file": name, "sheet": sheet, "row": number}
        found[enterprise_id] = Source(place, at)
    return found


def _associations(ids: Sequence[UUID]) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = {i: [] for i in ids}
    for enterprise_id, name in Membership.objects.filter(enterprise_id__in=ids).values_list(
        "enterprise_id", "association__short_name"
    ):
        found[enterprise_id].append(name)
    return found


def _pair(candidate: Candidate) -> Pair | None:
    enterprises = Enterprise.objects.in_bulk([candidate.left_id, candidate.right_id])
    facts = facts_by_id(enterprises)
    if len(facts) < 2:
        return None
    kept, gone = sorted(enterprises.values(), key=lambda e: (e.created_at, e.id))
    sources = _sources(enterprises)
    rows = _diff_rows(facts[kept.id], facts[gone.id])
    groups = _associations([kept.id, gone.id])
    if groups[kept.id] or groups[gone.id]:
        a, b = ", ".join(groups[kept.id]), ", ".join(groups[gone.id])
        label, empty = _("Kelompok"), (Piece(_("kosong"), False),)
        if a == b:
            rows.append(DiffRow("associations", label, (), (), a, False, "a", _("Sama")))
        else:
            rows.append(
                DiffRow(
                    "associations", label, pieces(a, b) or empty, pieces(b, a) or empty, "", False, "a", _("Digabung")
                )
            )
    reasons = tuple(
        Reason(EVIDENCE.get(e["code"], e["code"]), e["weight"])
        # What speaks for it first, strongest first; then what speaks against.
        for e in sorted(candidate.evidence, key=lambda e: (e["weight"] < 0, -abs(e["weight"])))
    )
    return Pair(
        candidate.id,
        kept.id,
        gone.id,
        kept.name,
        gone.name,
        sources[kept.id],
        sources[gone.id],
        _percent(candidate.probability),
        candidate.relation,
        candidate.state,
        reasons,
        tuple(rows),
    )


def _percent(probability: float) -> int:
    """Whole percent that never says 100 or 0: nothing here is certain."""
    return min(99, max(1, round(probability * 100)))


def _of_office(office_id: UUID) -> Exists:
    """Merges are few and enterprises many: each merge looks up its own, instead of a join that begins with all."""
    return Exists(Enterprise.objects.filter(id=OuterRef("kept_id"), office_id=office_id))


def _decisions(office_id: UUID, limit: int = 12) -> list[Decision]:
    merges = (
        Merge.objects.filter(_of_office(office_id), undone_at__isnull=True)
        .select_related("kept", "gone")
        .order_by("-at")[:limit]
    )
    found = [Decision(f"{m.gone.name} → {m.kept.name}", "merged", m.by, m.at, merge_id=m.id) for m in merges]
    decided = (
        Candidate.objects.filter(office_id=office_id, state__in=[Candidate.State.NOT_SAME, Candidate.State.SAME_OWNER])
        .select_related("left", "right")
        .order_by("-decided_at")[:limit]
    )
    found += [
        Decision(f"{c.left.name} / {c.right.name}", c.state, c.decided_by, c.decided_at, candidate_id=c.id)
        for c in decided
        if c.decided_at
    ]
    return sorted(found, key=lambda d: d.at, reverse=True)[:limit]


def duplicates_page(*, actor: Actor, candidate_id: UUID | None = None, after_id: UUID | None = None) -> DuplicatesPage:
    """The queue of the actor's office, likeliest first, and the pair to look at: the one asked for, the one that comes
    after `after_id` (left for later), or the first."""
    open_pairs = Candidate.objects.filter(
        office_id=actor.office_id,
        state=Candidate.State.OPEN,
        left__state=EnterpriseState.ACTIVE,
        right__state=EnterpriseState.ACTIVE,
    )
    counts: dict[str, Any] = open_pairs.aggregate(
        all=Count("id"), likely=Count("id", filter=Q(band="likely", relation="same"))
    )
    queue = list(open_pairs.select_related("left", "right").order_by("relation", "-weight", "id")[:QUEUE_LENGTH])
    current = next((c for c in queue if c.id == candidate_id), None)
    if current is None and candidate_id is not None:
        current = (
            Candidate.objects.filter(id=candidate_id, office_id=actor.office_id).select_related("left", "right").first()
        )
    elif current is None and queue:
        left = next((n for n, c in enumerate(queue) if c.id == after_id), -1)
        current = queue[(left + 1) % len(queue)]
    return DuplicatesPage(
        tuple(
            Waiting(c.id, c.left.name, c.right.name, _percent(c.probability), c.band == "likely", c.relation)
            for c in queue
        ),
        counts["all"],
        counts["likely"],
        _pair(current) if current else None,
        tuple(_decisions(actor.office_id)) if actor.office_id else (),
    )


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """A row of a list and the enterprise that it stands for now (after merges)."""

    file: int
    sheet: str
    number: int
    enterprise_id: UUID


def written_rows(*, batch_id: UUID) -> list[WrittenRow]:
    """Every row of an import that became an enterprise, by file (from 1), sheet and row."""
    rows = BatchRow.objects.filter(file__batch_id=batch_id, enterprise__isnull=False).order_by(
        "file__position", "sheet", "number"
    )
    return [WrittenRow(*r) for r in rows.values_list("file__position", "sheet", "number", "enterprise_id")]


def open_pairs(*, office_id: UUID) -> list[tuple[UUID, UUID, UUID, str]]:
    """(candidate, left, right, relation) of every pair that waits, likeliest first."""
    rows = Candidate.objects.filter(
        office_id=office_id,
        state=Candidate.State.OPEN,
        left__state=EnterpriseState.ACTIVE,
        right__state=EnterpriseState.ACTIVE,
    ).order_by("-weight", "id")
    return list(rows.values_list("id", "left_id", "right_id", "relation"))


@dataclass(frozen=True, slots=True)
class Settled:
    """How the pairs of an office stand. `merges` counts merges that stand; several pairs may have come with one."""

    open: int
    not_same: int
    same_owner: int
    merges: int


def settled(*, office_id: UUID) -> Settled:
    """Counts for an account of the review; two reads."""
    by_state = dict(
        Candidate.objects.filter(office_id=office_id).values_list("state").annotate(n=Count("id")).order_by("state")
    )
    return Settled(
        by_state.get(Candidate.State.OPEN, 0),
        by_state.get(Candidate.State.NOT_SAME, 0),
        by_state.get(Candidate.State.SAME_OWNER, 0),
        Merge.objects.filter(_of_office(office_id), undone_at__isnull=True).count(),
    )
