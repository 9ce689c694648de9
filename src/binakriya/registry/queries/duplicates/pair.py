"""One pair side by side, with everything that personal numbers need masked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from binakriya.foundation.prepared import prepared
from binakriya.foundation.queries import full_name
from binakriya.foundation.rules.masks import mask_address, mask_email, mask_nik, mask_phone
from binakriya.foundation.rules.money import rupiah
from binakriya.registry.duplicate_words import CHOICES as CHOICE_WORDS
from binakriya.registry.duplicate_words import EVIDENCE
from binakriya.registry.models import BatchRow, Candidate, Enterprise
from binakriya.registry.queries.cards import associations_of
from binakriya.registry.queries.facts import facts_by_id
from binakriya.registry.queries.links import PairPerson, people_of_pair
from binakriya.registry.rules.facts import Facts
from binakriya.registry.rules.merging import CHOICES, UNITED, Choice, Piece, Side, is_open, known, pieces, proposed
from binakriya.registry.rules.merging import values as values_of

UNLIKELY = 50  # percent
_MASKED = frozenset({"nik", "born", "address"})


# Bits from which evidence counts as so strong: 6.6 bits are odds of a hundred to one, 3.3 of ten, 1 of two.
_STRENGTHS = ((6.6, gettext_lazy("sangat kuat")), (3.3, gettext_lazy("kuat")), (1.0, gettext_lazy("sedang")))


@dataclass(frozen=True, slots=True)
class Reason:
    """`weight` in bits: +1 doubles the odds. `rival`: not a thing seen, but another explanation of what is seen."""

    text: str | Promise
    weight: float
    rival: bool = False

    @property
    def supports(self) -> bool:
        return self.weight > 0

    @property
    def strength(self) -> str | Promise:
        """In words; a rival explanation has none: its weight is a sum over all that is seen."""
        if self.rival:
            return ""
        if self.weight < 0:
            return _("sangat berlawanan") if self.weight <= -_STRENGTHS[1][0] else _("berlawanan")
        return next((word for least, word in _STRENGTHS if abs(self.weight) >= least), _("lemah"))


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
    people: tuple[PairPerson, ...]

    @property
    def unlikely(self) -> bool:
        """So little speaks for one enterprise that leaving two apart is what is proposed."""
        return self.percent < UNLIKELY


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
    if choice.key in {"investment", "assets"}:
        amount = getattr(facts, choice.key)
        return rupiah(amount) if amount is not None else ""
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


@prepared
def _rows_of(*, ids: tuple[UUID, ...]) -> QuerySet[BatchRow, Any]:
    rows = BatchRow.objects.filter(enterprise_id__in=ids).order_by("id")
    return rows.values_list("enterprise_id", "sheet", "number", "file__name", "file__batch__created_at")


def _sources(enterprises: dict[UUID, Enterprise]) -> dict[UUID, Source]:
    found = {i: Source(_("Registri"), e.created_at) for i, e in enterprises.items()}
    for enterprise_id, sheet, number, name, at in _rows_of(ids=tuple(enterprises)):
        place = _("%(file)s baris %(row)s") % {"file": name, "row": number}
        if sheet:
            place = _("%(file)s, lembar %(sheet)s, baris %(row)s") % {"file": name, "sheet": sheet, "row": number}
        found[enterprise_id] = Source(place, at)
    return found


def _associations(ids: Sequence[UUID]) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = {i: [] for i in ids}
    for enterprise_id, name in associations_of(ids=tuple(ids)):
        found[enterprise_id].append(name)
    return found


def pair_of(candidate: Candidate) -> Pair | None:
    enterprises = {one.id: one for one in (candidate.left, candidate.right)}
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
        Reason(EVIDENCE.get(e["code"], e["code"]), e["weight"], e["code"].startswith("rival_"))
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
        percent(candidate.probability),
        candidate.relation,
        candidate.state,
        reasons,
        tuple(rows),
        people_of_pair(kept_id=kept.id, gone_id=gone.id),
    )


def percent(probability: float) -> int:
    """Whole percent that never says 100 or 0: nothing here is certain."""
    return min(99, max(1, round(probability * 100)))
