"""Records -> the table that is compared: one row a record, every column normalised.

`keys` are the blocking keys: two records that share one are compared. Each key begins with a letter that says of what
kind it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import pyarrow as pa

from binakriya.engines.linkage import identity, places, wares, words
from binakriya.engines.linkage.records import Record

_KEPT_PHONES = 3
_BATCH = 5_000

_TEXT = pa.string()
_TEXTS = pa.list_(pa.string())
SCHEMA = pa.schema(
    [
        ("owner", _TEXT),
        ("owner_ordered", _TEXT),
        ("owner_words", _TEXTS),
        ("owner_first", _TEXT),
        ("owner_last", _TEXT),
        ("owner_count", pa.int8()),
        ("nik", _TEXT),
        ("nik_whole", _TEXT),
        ("nik15", _TEXT),
        ("nik12", _TEXT),
        ("nik_lost", pa.bool_()),
        ("born", _TEXT),
        ("born_month_day", _TEXT),
        ("born_year_month", _TEXT),
        ("born_year_day", _TEXT),
        ("born_swapped", _TEXT),
        ("phones", _TEXTS),
        ("landlines", _TEXTS),
        ("email", _TEXT),
        ("nib", _TEXT),
        ("name", _TEXT),
        ("name_letters", _TEXT),
        ("name_core", _TEXT),
        ("name_words", _TEXTS),
        ("name_all_words", _TEXTS),
        ("name_distinctive", pa.bool_()),
        ("items", _TEXTS),
        ("categories", _TEXTS),
        ("product_words", _TEXTS),
        ("street", _TEXT),
        ("number", _TEXT),
        ("rt", _TEXT),
        ("rw", _TEXT),
        ("ward", _TEXT),
        ("district", _TEXT),
        ("city", _TEXT),
        ("since", pa.int16()),
        ("keys", _TEXTS),
    ]
)


@dataclass(frozen=True)
class Prepared:
    """Records made ready; may be kept and handed to `find_links(against=...)` again while the records don't change."""

    records: tuple[Record, ...]
    table: pa.Table
    """One row a record, columns of `SCHEMA`."""

    def __len__(self) -> int:
        return len(self.records)


def prepare(records: Iterable[Record]) -> Prepared:
    """Normalise records (about 60 µs each)."""
    kept = tuple(records)
    # column by column in batches: 100,000 rows as dicts would keep the garbage collector busier than the work itself
    batches = [_batch(kept[start : start + _BATCH]) for start in range(0, len(kept), _BATCH)]
    return Prepared(kept, pa.Table.from_batches(batches, SCHEMA))


def _batch(records: Sequence[Record]) -> pa.RecordBatch:
    rows = [_row(record) for record in records]
    return pa.record_batch([pa.array([row[field.name] for row in rows], field.type) for field in SCHEMA], schema=SCHEMA)


def blocking_keys(record: Record) -> tuple[str, ...]:
    """The keys by which a record meets others: two records without a common key are never compared (in large lists).

    For a registry that keeps them in an indexed column and fetches only the enterprises that a new list can meet.
    They hold phone and citizen numbers: store them hashed.
    """
    keys: list[str] = _row(record)["keys"]  # type: ignore[assignment]
    return tuple(keys)


def _row(r: Record) -> dict[str, object]:
    owner = words.owner_name(r.owner_name) if r.owner_name else words.OwnerName(())
    name = words.business_name(r.business_name, r.city) if r.business_name else None
    nik = identity.nik(r.nik)
    street = places.street(r.street, r.rt, r.rw)
    born = nik.born or r.born  # a date column may hold other dates; the one inside a plausible NIK is a birthday
    numbers = list(dict.fromkeys(n for n in map(identity.phone, r.phones) if n))
    mobiles = [n for n in numbers if identity.is_mobile(n)][:_KEPT_PHONES]
    items = wares.items(r.products)
    product_words = tuple(dict.fromkeys(w for item in items for w in wares.telling(item)))
    categories = (
        wares.categories(product_words)
        or (wares.categories_of_name(name.all_words) if name else ())
        or (wares.categories_of_kbli(r.kbli) if r.kbli else ())
    )
    row: dict[str, object] = {
        "owner": owner.joined or None,
        "owner_ordered": owner.ordered or None,
        "owner_words": list(owner.words) or None,
        "owner_first": owner.words[0] if owner.words else None,
        "owner_last": owner.words[-1] if owner.words else None,
        "owner_count": len(owner.words),
        "nik": nik.digits or None,
        "nik_whole": nik.whole or None,
        "nik15": nik.first15 or None,
        "nik12": nik.first12 or None,
        "nik_lost": nik.serial_lost,
        **_birth(born),
        "phones": mobiles or None,
        "landlines": [n for n in numbers if not identity.is_mobile(n)][:_KEPT_PHONES] or None,
        "email": identity.email(r.email) or None,
        "nib": identity.nib(r.nib) or None,
        "name": name.full or None if name else None,
        "name_letters": name.letters or None if name else None,
        "name_core": name.core or None if name else None,
        "name_words": list(name.words) or None if name else None,
        "name_all_words": list(name.all_words) or None if name else None,
        "name_distinctive": bool(name and name.distinctive),
        "items": [" ".join(item) for item in items] or None,
        "categories": list(categories) or None,
        "product_words": list(product_words) or None,
        "street": street.name or None,
        "number": street.number or None,
        "rt": street.rt or None,
        "rw": street.rw or None,
        "ward": places.area(r.kelurahan) or None,
        "district": places.area(r.kecamatan) or None,
        "city": places.area(r.city) or None,
        "since": r.since,
    }
    row["keys"] = _keys(row)
    return row


def _birth(born: date | None) -> dict[str, object]:
    if born is None:
        return dict.fromkeys(("born", "born_month_day", "born_year_month", "born_year_day", "born_swapped"))
    y, m, d = born.year % 100, born.month, born.day
    return {
        "born": f"{y:02}{m:02}{d:02}",
        "born_month_day": f"{m:02}{d:02}",
        "born_year_month": f"{y:02}{m:02}",
        "born_year_day": f"{y:02}-{d:02}",
        "born_swapped": f"{y:02}{d:02}{m:02}",
    }


def _keys(row: dict[str, object]) -> list[str]:
    owner, ordered, core, city, ward = (row[n] for n in ("owner", "owner_ordered", "name_core", "city", "ward"))
    district, street, number = row["district"], row["street"], row["number"]
    keys = [f"p:{phone}" for phone in row["phones"] or ()]  # type: ignore[attr-defined]
    if row["email"]:
        keys.append(f"e:{row['email']}")
    if row["nib"]:
        keys.append(f"b:{row['nib']}")
    if row["nik12"]:
        keys.append(f"n:{row['nik12']}")
    if core:
        keys.append(f"c:{city}|{core}")
    if row["name"] and row["name"] != core:
        keys.append(f"f:{city}|{row['name']}")
    if owner:
        keys.append(f"o:{city}|{ordered}")
        if ward:
            keys.append(f"w:{city}|{ward}|{owner[:5]}")  # type: ignore[index]
            keys.append(f"x:{city}|{ward}|{owner[-5:]}")  # type: ignore[index]
        if core:
            keys.append(f"m:{ordered}|{core}")
        if row["born"]:
            keys.append(f"d:{row['born']}|{owner[:3]}")  # type: ignore[index]
        categories: list[str] = row["categories"] or []  # type: ignore[assignment]
        keys.extend(f"k:{city}|{district}|{owner[:5]}|{c}" for c in categories[:2])  # type: ignore[index]
    if street and number:
        keys.append(f"s:{city}|{street}|{number}")
    return keys
