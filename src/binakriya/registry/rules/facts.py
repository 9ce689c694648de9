"""What is known of an enterprise, as plain values: the one shape in which facts enter and leave the registry."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from binakriya.foundation.rules.masks import mask_address, mask_email, mask_nik, mask_phone, mask_text
from binakriya.foundation.rules.text import clean_text, is_readable


@dataclass(frozen=True, slots=True)
class TurnoverFact:
    """Rupiah of a year; low = high for a single figure."""

    year: int
    low: int
    high: int
    confidence: str = "said"
    source: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Empty text, None and () mean: not known. `phones` in E.164 as written; the first is the one to call."""

    name: str = ""
    owner_name: str = ""
    nik: str = ""
    born: date | None = None
    birth_place: str = ""
    sex: str = ""
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    kbli: str = ""
    kbli_version: str = ""
    since: int | None = None
    workers: int | None = None
    workers_m: int | None = None
    workers_f: int | None = None
    investment: int | None = None
    assets: int | None = None
    nib: str = ""
    street: str = ""
    rt: str = ""
    rw: str = ""
    place: str = ""
    region_code: str = ""
    postcode: str = ""
    lat: float | None = None
    lng: float | None = None
    trademark: str = ""
    turnovers: tuple[TurnoverFact, ...] = ()


class NotAFact(ValueError):
    """A value can't stand in the registry; `field` and `code` say which and why (sentences: registry.words)."""

    def __init__(self, field: str, code: str) -> None:
        super().__init__(f"{field}: {code}")
        self.field, self.code = field, code


def problems(facts: Facts) -> list[NotAFact]:
    """Everything that keeps these facts from being stored; empty when they may be."""
    found = []
    if not is_readable(facts.name):
        found.append(NotAFact("name", "missing"))
    if facts.nib and not re.fullmatch(r"\d{13}", facts.nib):
        found.append(NotAFact("nib", "not_13_digits"))
    if facts.kbli and not re.fullmatch(r"\d{5}", facts.kbli):
        found.append(NotAFact("kbli", "not_5_digits"))
    if facts.since is not None and not 1800 <= facts.since <= 2100:
        found.append(NotAFact("since", "out_of_range"))
    for part in ("workers", "workers_m", "workers_f"):
        value = getattr(facts, part)
        if value is not None and not 0 <= value <= 100_000:
            found.append(NotAFact(part, "out_of_range"))
    if facts.workers is not None and (facts.workers_m or 0) + (facts.workers_f or 0) > facts.workers:
        found.append(NotAFact("workers", "fewer_than_by_sex"))
    for part in ("investment", "assets"):
        value = getattr(facts, part)
        if value is not None and not 0 <= value < 10**15:
            found.append(NotAFact(part, "out_of_range"))
    if (facts.lat is None) != (facts.lng is None) or not (
        -90 <= (facts.lat or 0) <= 90 and -180 <= (facts.lng or 0) <= 180
    ):
        found.append(NotAFact("lat", "no_point"))
    if facts.postcode and not re.fullmatch(r"\d{5}", facts.postcode):
        found.append(NotAFact("postcode", "not_5_digits"))
    found += [
        NotAFact("turnovers", "out_of_range")
        for t in facts.turnovers
        if not (0 <= t.low <= t.high < 10**15 and 1900 <= t.year <= 2100)
    ]
    if len({t.year for t in facts.turnovers}) < len(facts.turnovers):
        found.append(NotAFact("turnovers", "year_twice"))
    return found


def check(facts: Facts) -> None:
    """Raises the first NotAFact."""
    for problem in problems(facts):
        raise problem


def tidy(facts: Facts) -> Facts:
    """Spaces folded, doubles taken out of lists, texts cut to what the registry holds."""

    def text(value: str, most: int) -> str:
        return " ".join(clean_text(value).split())[:most]

    def words(values: Iterable[str], most: int) -> tuple[str, ...]:
        return tuple(dict.fromkeys(w for v in values if (w := text(v, most))))

    return replace(
        facts,
        name=text(facts.name, 200),
        owner_name=text(facts.owner_name, 200),
        birth_place=text(facts.birth_place, 100),
        phones=words(facts.phones, 20),
        emails=tuple(e.lower() for e in words(facts.emails, 200)),
        pages=words(facts.pages, 200),
        products=words(facts.products, 120)[:30],
        street=text(facts.street, 300),
        rt=text(facts.rt, 3),
        rw=text(facts.rw, 3),
        place=text(facts.place, 200),
        trademark=text(facts.trademark, 100),
        kbli_version=facts.kbli_version if facts.kbli else "",
    )


_UNTOLD = ("rt", "rw")
_MASKS = {"nik": mask_nik, "street": mask_address, "birth_place": mask_text}


def for_ledger(facts: Facts) -> dict[str, Any]:
    """The known values, sensitive ones masked, as they may stand in the audit ledger."""
    shown: dict[str, Any] = {}
    for field in fields(facts):
        value = getattr(facts, field.name)
        # RT and RW beside a masked street would say where it is.
        if value in ("", None, ()) or field.name in _UNTOLD:
            continue
        if field.name in _MASKS:
            shown[field.name] = _MASKS[field.name](value)
        elif field.name == "born":
            shown[field.name] = str(value.year)
        elif field.name == "phones":
            shown[field.name] = [mask_phone(p) for p in value]
        elif field.name == "emails":
            shown[field.name] = [mask_email(e) for e in value]
        elif field.name == "turnovers":
            shown[field.name] = {str(t.year): [t.low, t.high] for t in value}
        elif isinstance(value, tuple):
            shown[field.name] = list(value)
        else:
            shown[field.name] = value
    return shown


def differences(before: Facts, after: Facts) -> tuple[dict[str, Any], dict[str, Any]]:
    """The fields that differ, as they may stand in the ledger. Compared before masking: two NIK that look the same
    masked still count as a change."""
    changed = {f.name for f in fields(before) if getattr(before, f.name) != getattr(after, f.name)}
    old, new = for_ledger(before), for_ledger(after)
    return {k: v for k, v in old.items() if k in changed}, {k: v for k, v in new.items() if k in changed}


def search_words(*texts: str) -> str:
    """Lower-case words without accents and signs, for the search index and for what is searched."""
    plain = unicodedata.normalize("NFKD", " ".join(texts).casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(re.findall(r"[a-z0-9]+", plain))
