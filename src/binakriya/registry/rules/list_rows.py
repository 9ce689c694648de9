"""From what a list's row says (the reading engine's fields) to facts of an enterprise.

A value that cannot stand in the registry is left out and named, never bent: the row itself is kept as read.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from binakriya.registry.rules.facts import Facts, TurnoverFact, problems, tidy

Values = Mapping[str, Any]

# The fields a column may be taken for, in the order of the choice on the screen; "other" keeps it as it is.
CHOOSABLE = (
    "business_name", "owner_name", "business_and_owner", "name_and_address", "nik", "birth", "birth_place",
    "born", "sex", "sex_mark", "phone", "email", "website", "street", "rt", "rw", "rt_rw", "kelurahan",
    "kecamatan", "kelurahan_kecamatan", "city", "postcode", "products", "kbli", "since", "workers", "workers_m",
    "workers_f", "workers_part", "workers_m_part", "workers_f_part", "turnover", "turnover_low",
    "turnover_high", "investment", "nib", "member_number", "association", "has_trademark", "note", "filled_at",
    "number", "other",
)  # fmt: skip

# What an officer may type anew: what the reading understands, by the names of the registry's own values.
CORRECTABLE = (
    "business_name", "owner_name", "nik", "born", "birth_place", "sex", "phone", "email", "website", "street", "rt",
    "rw", "kelurahan", "kecamatan", "city", "postcode", "products", "kbli", "since", "workers", "workers_m",
    "workers_f", "turnover_year_low", "turnover_year_high", "investment", "nib", "member_number", "has_trademark",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A value of the row that is not stored, and why: `code` as in `registry.words.LEFT_OUT`."""

    field: str
    code: str


@dataclass(frozen=True, slots=True)
class RowFacts:
    facts: Facts
    member_number: str
    left_out: tuple[LeftOut, ...]


def _text(values: Values, name: str) -> str:
    value = values.get(name)
    return "" if value is None else str(value)


def _texts(values: Values, name: str) -> tuple[str, ...]:
    value = values.get(name)
    if not value:
        return ()
    return tuple(str(v) for v in value) if isinstance(value, list | tuple) else (str(value),)


def _number(values: Values, name: str) -> int | None:
    value = values.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _bare(text: str) -> str:
    """RT and RW without leading zeros, up to three digits."""
    digits = re.sub(r"\D", "", text).lstrip("0")
    return digits[:3]


def has_name(values: Values) -> bool:
    """A row without any name is of nobody."""
    return bool(_text(values, "business_name").strip() or _text(values, "owner_name").strip())


def _turnovers(values: Values, year: int, source: str) -> tuple[tuple[TurnoverFact, ...], tuple[LeftOut, ...]]:
    low, high = _number(values, "turnover_year_low"), _number(values, "turnover_year_high")
    if low is None and high is None:
        return (), ()
    if high is None:
        return (), (LeftOut("turnover", "open_range"),)
    return (TurnoverFact(year, low or 0, high, "said", source[:200]),), ()


def _written_place(values: Values) -> str:
    """`Kel. Cisauk, Kec. Cisauk, Kabupaten Tangerang`: what the row says, so that its parts can be told again."""
    marked = (("Kel. ", "kelurahan"), ("Kec. ", "kecamatan"), ("", "city"))
    return ", ".join(f"{mark}{text.replace(',', ' ')}" for mark, n in marked if (text := _text(values, n)))


def parts_of_place(place: str) -> tuple[str, str, str]:
    """Kelurahan, kecamatan and city of a place as this room writes it; what bears no mark is the city."""
    ward = district = city = ""
    for part in (p.strip() for p in place.split(",")):
        if part.startswith("Kel. "):
            ward = part.removeprefix("Kel. ")
        elif part.startswith("Kec. "):
            district = part.removeprefix("Kec. ")
        else:
            city = f"{city}, {part}" if city else part
    return ward, district, city


def facts_of_row(values: Values, *, region_code: str, kbli_version: str, year: int, source: str) -> RowFacts:
    """`region_code` and `kbli_version` are what the caller found for the row's place and code; `year` is that of the
    list: turnover is noted for it. `source`: file, sheet and row, as people say it."""
    turnovers, left_out = _turnovers(values, year, source)
    born = _text(values, "born")
    facts = tidy(
        Facts(
            name=_text(values, "business_name") or _text(values, "owner_name"),
            owner_name=_text(values, "owner_name"),
            nik=_text(values, "nik"),
            born=date.fromisoformat(born) if re.fullmatch(r"\d{4}-\d\d-\d\d", born) else None,
            birth_place=_text(values, "birth_place"),
            sex={"L": "m", "P": "f"}.get(_text(values, "sex"), ""),
            phones=_texts(values, "phone") + _texts(values, "other_phones"),
            emails=_texts(values, "email"),
            pages=_texts(values, "website"),
            products=_texts(values, "products"),
            kbli=_text(values, "kbli"),
            kbli_version=kbli_version,
            since=_number(values, "since"),
            workers=_number(values, "workers"),
            workers_m=_number(values, "workers_m"),
            workers_f=_number(values, "workers_f"),
            investment=_number(values, "investment"),
            nib=_text(values, "nib"),
            street=_text(values, "street"),
            rt=_bare(_text(values, "rt")),
            rw=_bare(_text(values, "rw")),
            place="" if len(region_code) == 13 else _written_place(values),
            region_code=region_code,
            postcode=_text(values, "postcode"),
            trademark=_text(values, "has_trademark"),
            turnovers=turnovers,
        )
    )
    found = list(left_out)
    blank = Facts()
    for problem in problems(facts):
        if problem.field == "name":
            continue
        if problem.code == "fewer_than_by_sex":
            # Which of the three is wrong nobody knows: the total stays, the parts do not.
            facts = replace(facts, workers_m=None, workers_f=None)
        else:
            facts = replace(facts, **{problem.field: getattr(blank, problem.field)})
        found.append(LeftOut(problem.field, problem.code))
    if not facts.kbli:
        facts = replace(facts, kbli_version="")
    return RowFacts(facts, _text(values, "member_number")[:40], tuple(found))


def doubt_key(field: str, code: str, *, left_out: bool = False) -> str:
    """How a doubt is noted that a person let stand; with a minus for a value that is not stored."""
    return f"{'-' if left_out else ''}{field}:{code}"


TOLD_ONLY = frozenset({"about", "abbreviated"})
"""Notes that are shown beside a value but ask nobody anything: "± 6 orang", "Pd. Karya" for Pondok Karya."""


def is_doubt(note: Mapping[str, Any]) -> bool:
    return note["code"] not in TOLD_ONLY


def doubts_of(kept: Mapping[str, Any]) -> list[str]:
    """The keys of all that is doubtful in a row as it is kept."""
    cells = kept.get("cells", {})
    values = {name: cell["value"] for name, cell in cells.items() if cell["value"] not in (None, "")}
    found = [
        doubt_key(name, note["code"]) for name, cell in cells.items() for note in cell["warnings"] if is_doubt(note)
    ]
    return found + [doubt_key(lo.field, lo.code, left_out=True) for lo in left_out_of(values)]


def left_out_of(values: Values) -> tuple[LeftOut, ...]:
    """What of a row's values would not be stored, wherever the row lies and whatever its day."""
    if not has_name(values):
        return ()
    return facts_of_row(values, region_code="", kbli_version="2020", year=2000, source="").left_out
