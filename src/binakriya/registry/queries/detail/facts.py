"""The facts of an enterprise as lines of its page, personal values masked unless they were revealed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from binakriya.foundation.queries import Entry, crosswalk, full_name
from binakriya.foundation.rules.masks import mask_address, mask_email, mask_nik, mask_phone, mask_text
from binakriya.foundation.rules.money import NBSP, rupiah, thousands
from binakriya.foundation.rules.phones import national
from binakriya.registry.enterprise_words import CONFIDENCE, SEXES, SIZE_INPUTS, SIZE_SYSTEMS, SIZES
from binakriya.registry.ledger_words import amount
from binakriya.registry.queries.cards import kbli_title
from binakriya.registry.rules.facts import Facts
from binakriya.registry.rules.sizes import classify
from binakriya.registry.words import FIELDS

Word = str | Promise


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


def changed_notes(history: Sequence[Entry]) -> dict[str, str]:
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


def business_facts(facts: Facts, place: str, notes: Mapping[str, str]) -> list[Fact]:
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
        _fact("assets", rupiah(facts.assets) if facts.assets is not None else "", notes),
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


def owner_facts(facts: Facts, full: bool, notes: Mapping[str, str]) -> list[Fact]:
    if full:
        born = date_format(facts.born, "j F Y") if facts.born else ""
        birth_place = facts.birth_place
    else:
        born = str(facts.born.year) if facts.born else ""
        birth_place = mask_text(facts.birth_place)
    sex = str(SEXES.get(facts.sex, ""))
    return [
        _fact("owner_name", facts.owner_name, notes),
        _fact("sex", sex, notes),
        _fact("nik", facts.nik if full else mask_nik(facts.nik), notes),
        _fact("born", " ".join(p for p in (birth_place and f"{birth_place},", born) if p), notes),
    ]


def contact_facts(facts: Facts, full: bool, notes: Mapping[str, str]) -> list[Fact]:
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


def industry_of(facts: Facts) -> Industry | None:
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


def size_lines(facts: Facts, on: date) -> list[SizeLine]:
    """Every classification that is in force on the day."""
    latest = facts.turnovers[0] if facts.turnovers else None
    said: dict[str, str] = {
        "turnover": f"{amount(latest.low, latest.high)} ({latest.year})" if latest else "",
        "investment": rupiah(facts.investment) if facts.investment is not None else "",
        "assets": rupiah(facts.assets) if facts.assets is not None else "",
        "workers": _people(facts.workers),
    }
    found = []
    for s in classify(
        workers=facts.workers,
        investment=facts.investment,
        assets=facts.assets,
        turnover_low=latest.low if latest else None,
        turnover_high=latest.high if latest else None,
        on=on,
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


def turnover_lines(facts: Facts) -> list[TurnoverLine]:
    return [TurnoverLine(t.year, amount(t.low, t.high), CONFIDENCE[t.confidence], t.source) for t in facts.turnovers]
