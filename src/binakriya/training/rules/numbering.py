"""Certificate numbers: a template such as `BK-{region}-{year}-{number:04}`."""

import re
import string

from binakriya.accounts.rules import Refused

DEFAULT_TEMPLATE = "BK-{region}-{year}-{number:04}"
_FIELDS = {"region", "year", "number"}
_FORMAT = re.compile(r"0\d")
_LITERAL = re.compile(r"[A-Z0-9-]*")
LONGEST = 40


def check_template(template: str) -> None:
    """Needs {number} (as `{number}` or `{number:04}`) and {year}, each once; else letters A–Z, digits and dashes, so
    that a number can stand in an address and be typed. Raises Refused("number_template")."""
    seen: list[str] = []
    try:
        for literal, field, spec, conversion in string.Formatter().parse(template):
            if not _LITERAL.fullmatch(literal) or conversion:
                raise Refused("number_template")
            if field is None:
                continue
            if field not in _FIELDS or (spec and not (field == "number" and _FORMAT.fullmatch(spec))):
                raise Refused("number_template")
            seen.append(field)
    except ValueError as error:
        raise Refused("number_template") from error
    if len(seen) != len(set(seen)) or not {"number", "year"} <= set(seen) or len(template) > LONGEST:
        raise Refused("number_template")


def series_of(template: str, *, region: str, year: int) -> str:
    """What all numbers of one sequence share: the template with only the number left open."""
    place = "".join(
        literal + ("" if field is None else "#" if field == "number" else f"{{{field}}}")
        for literal, field, _spec, _conversion in string.Formatter().parse(template)
    )
    return place.format(region=digits(region), year=year)


def certificate_number(template: str, *, region: str, year: int, number: int) -> str:
    """`36.74`, 2018, 46 → `BK-3674-2018-0046`. Only for a checked template."""
    return template.format(region=digits(region), year=year, number=number)


def digits(region: str) -> str:
    """`36.74` → `3674`; an office without a region counts as 0000."""
    return re.sub(r"\D", "", region) or "0000"


def typed_number(text: str) -> str:
    """As people type it → as it is kept: upper case, no spaces, any dash a plain one."""
    return re.sub(r"[\u2010-\u2015\u2212]", "-", re.sub(r"\s", "", text)).upper()[:LONGEST]


def masked_name(name: str) -> str:
    """`Siti Rohmah` → `S••••• R•••••`: each of the first three words by its first letter, all equally long.

    Brackets and quotation marks are no letters. Who holds the paper can compare it; who only counts up numbers learns
    nobody's name."""
    firsts = re.findall(r"(?<!\S)[^\w\s]*(\w)", name)
    return " ".join(f"{first}{'•' * 5}" for first in firsts[:3]) or "•" * 5
