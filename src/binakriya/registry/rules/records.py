"""From facts to what the linkage engine compares."""

from binakriya.engines.linkage.records import Record
from binakriya.foundation.tables.regions import ancestry
from binakriya.registry.rules.facts import Facts


def _places(facts: Facts) -> dict[str, str]:
    names = {r.level: r.name for r in ancestry(facts.region_code)} if facts.region_code else {}
    return {
        "kelurahan": names.get("kelurahan", ""),
        "kecamatan": names.get("kecamatan", ""),
        "city": names.get("regency", "") or facts.place,
    }


def record_of(record_id: str, facts: Facts, *, source: str = "") -> Record:
    """`source` names the list that the facts came from, if any."""
    return Record(
        id=record_id,
        business_name=facts.name,
        owner_name=facts.owner_name,
        nik=facts.nik,
        born=facts.born,
        phones=facts.phones,
        email=facts.emails[0] if facts.emails else "",
        street=facts.street,
        rt=facts.rt,
        rw=facts.rw,
        products=facts.products,
        kbli=facts.kbli,
        since=facts.since,
        nib=facts.nib,
        source=source,
        **_places(facts),
    )
