"""Enterprises as rows of a file, a few hundred at a time."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from binakriya.accounts.queries import standing_consents
from binakriya.foundation.queries import ancestry
from binakriya.foundation.rules.masks import mask_address, mask_email, mask_nik, mask_phone, mask_text
from binakriya.foundation.rules.phones import national
from binakriya.registry.enterprise_words import CONFIDENCE, SIZES
from binakriya.registry.models import Enterprise, LinkedPerson, Membership
from binakriya.registry.queries.cards import kbli_title
from binakriya.registry.queries.facts import facts_by_id
from binakriya.registry.rules.facts import Facts
from binakriya.registry.rules.uses import may_be_used
from binakriya.registry.words import FIELDS

_CHUNK = 500


def export_head() -> list[object]:
    """The names of the columns, in the reader's language."""
    names = (
        "name", "owner_name", "sex", "nik", "born", "birth_place", "phones", "emails", "pages", "products", "kbli",
        "kbli_version",
    )  # fmt: skip
    middle = ("since", "workers", "workers_m", "workers_f", "investment", "nib", "street", "rt", "rw")
    return [
        *(str(FIELDS[n]) for n in names),
        _("Judul KBLI"),
        *(str(FIELDS[n]) for n in middle),
        _("Kelurahan"),
        _("Kecamatan"),
        _("Kota atau kabupaten"),
        _("Kode wilayah"),
        *(str(FIELDS[n]) for n in ("place", "postcode", "lat", "lng", "trademark")),
        _("Ukuran menurut BPS"),
        _("Kelompok"),
        _("Tahun omzet"),
        _("Omzet terendah (rupiah)"),
        _("Omzet tertinggi (rupiah)"),
        _("Dasar omzet"),
        _("Diperbarui"),
        _("Nomor di registri"),
    ]


def _personal(facts: Facts, full: bool) -> dict[str, object]:
    if full:
        return {
            "nik": facts.nik,
            "born": facts.born.isoformat() if facts.born else "",
            "birth_place": facts.birth_place,
            "phones": ", ".join(national(p) for p in facts.phones),
            "emails": ", ".join(facts.emails),
            "street": facts.street,
        }
    return {
        "nik": mask_nik(facts.nik),
        "born": str(facts.born.year) if facts.born else "",
        "birth_place": mask_text(facts.birth_place),
        "phones": ", ".join(mask_phone(p) for p in facts.phones),
        "emails": ", ".join(mask_email(e) for e in facts.emails),
        "street": mask_address(facts.street),
    }


def _row(facts: Facts, own: dict[str, object], groups: str, size: str, updated: str, number: str) -> list[object]:
    places = {r.level: r.name for r in ancestry(facts.region_code)}
    turnover = facts.turnovers[0] if facts.turnovers else None
    return [
        facts.name,
        facts.owner_name,
        {"m": _("laki-laki"), "f": _("perempuan")}.get(facts.sex, ""),
        own["nik"],
        own["born"],
        own["birth_place"],
        own["phones"],
        own["emails"],
        ", ".join(facts.pages),
        ", ".join(facts.products),
        facts.kbli,
        facts.kbli_version,
        kbli_title(facts.kbli, facts.kbli_version),
        facts.since,
        facts.workers,
        facts.workers_m,
        facts.workers_f,
        facts.investment,
        facts.nib,
        own["street"],
        facts.rt,
        facts.rw,
        places.get("kelurahan", ""),
        places.get("kecamatan", ""),
        places.get("regency", ""),
        facts.region_code,
        facts.place,
        facts.postcode,
        facts.lat,
        facts.lng,
        facts.trademark,
        str(SIZES.get(size, "")),
        groups,
        turnover.year if turnover else None,
        turnover.low if turnover else None,
        turnover.high if turnover else None,
        str(CONFIDENCE.get(turnover.confidence, "")) if turnover else "",
        updated,
        number,
    ]


def export_rows(ids: Sequence[UUID], *, full: bool) -> Iterator[list[object]]:
    """The head, then one row for each enterprise in the order given; a list of 100,000 never stands in memory whole.
    Personal values are masked unless `full`."""
    yield export_head()
    for start in range(0, len(ids), _CHUNK):
        part = ids[start : start + _CHUNK]
        facts = facts_by_id(part)
        groups: dict[UUID, list[str]] = {}
        members = Membership.objects.filter(enterprise_id__in=part).order_by("association__short_name")
        for enterprise_id, name, number in members.values_list("enterprise_id", "association__short_name", "number"):
            groups.setdefault(enterprise_id, []).append(f"{name} {number}".strip())
        marks = Enterprise.objects.filter(id__in=part).values_list("id", "size", "updated_at")
        rest = {i: (size, at) for i, size, at in marks}
        for i in part:
            if i not in facts:
                continue
            size, at = rest[i]
            updated = timezone.localtime(at).isoformat(timespec="seconds")
            yield _row(facts[i], _personal(facts[i], full), ", ".join(groups.get(i, ())), size, updated, str(i))


def consenting(ids: Sequence[UUID], purpose: str) -> list[UUID]:
    """Those of the enterprises whose accounts agree to a purpose (rules.uses), in the order given. An enterprise
    without an account has agreed to nothing."""
    decisions: dict[UUID, list[bool | None]] = {}
    for start in range(0, len(ids), _CHUNK):
        part = ids[start : start + _CHUNK]
        links = list(LinkedPerson.objects.filter(enterprise_id__in=part).values_list("enterprise_id", "person_id"))
        said = standing_consents({person_id for _enterprise, person_id in links})
        for enterprise_id, person_id in links:
            decisions.setdefault(enterprise_id, []).append(said.get(person_id, {}).get(purpose))
    return [i for i in ids if may_be_used(decisions.get(i, []))]


def contact_rows(ids: Sequence[UUID]) -> Iterator[list[object]]:
    """What may be used outside the office's own task: how to reach the enterprises and what they make, and nothing of
    the owner's papers, birth or address."""
    names = ("name", "owner_name", "phones", "emails", "pages", "products")
    yield [*(str(FIELDS[n]) for n in names), _("Kelurahan"), _("Kecamatan")]
    for start in range(0, len(ids), _CHUNK):
        part = ids[start : start + _CHUNK]
        facts = facts_by_id(part)
        for f in (facts[i] for i in part if i in facts):
            places = {r.level: r.name for r in ancestry(f.region_code)}
            yield [
                f.name,
                f.owner_name,
                ", ".join(national(p) for p in f.phones),
                ", ".join(f.emails),
                ", ".join(f.pages),
                ", ".join(f.products),
                places.get("kelurahan", ""),
                places.get("kecamatan", ""),
            ]
