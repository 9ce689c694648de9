"""From facts to what the linkage engine compares."""

from binakriya.engines.linkage.records import Record
from binakriya.foundation.tables.regions import ancestry
from binakriya.registry.rules.facts import Facts
from binakriya.registry.rules.list_rows import parts_of_place


def _places(facts: Facts) -> dict[str, str]:
    """By the region's code as far as it reaches; the rest from the place as written."""
    names = {r.level: r.name for r in ancestry(facts.region_code)} if facts.region_code else {}
    written = parts_of_place(facts.place)
    return {
        "kelurahan": names.get("kelurahan", "") or written[0],
        "kecamatan": names.get("kecamatan", "") or written[1],
        "city": names.get("regency", "") or written[2],
    }


def record_of(record_id: str, facts: Facts, *, source: str = "") -> Record:
    """`source` names the list that the facts came from, if any."""
    return Record(
        id=record_id,
        # An enterprise without a name of its own goes by its owner's: that says nothing more of the business.
        business_name="" if facts.name == facts.owner_name else facts.name,
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
