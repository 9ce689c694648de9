"""What labels and their rules need to know of a product beyond its name and material.

Words: *particulars* are what its maker states: brand, story, for whom, what it touches, what it is made of and how much
is in a pack. Whatever nobody has stated is empty or None, and is asked for; it is never made up.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from binakriya.foundation.rules.refusals import Refused
from binakriya.products.rules.facts import has_letters, tidy

AUDIENCES = ("general", "children", "infants")  # children: to 12 years; infants: under 36 months
DESTINATIONS = ("ID", "EU", "US", "JP")
UNITS = ("piece", "pair", "set", "g", "kg", "ml", "l", "cm", "m")
BRAND_MOST, STORY_MOST, PARTS_MOST, PART_MOST = 60, 600, 8, 60
AMOUNT_MOST = Decimal(100000)


@dataclass(frozen=True, slots=True)
class Part:
    """One material and its share of the mass in percent."""

    material: str
    percent: Decimal


@dataclass(frozen=True, slots=True)
class Particulars:
    """`story`: in Indonesian and English, either may be "". `audience` "" while unknown. `food_contact`,
    `skin_contact`, `animal` (holds parts of animals): None while unknown. `hs`: 4 to 8 digits or "". `net_amount` of
    `net_unit` in a pack. `destinations`: where it is sold, codes of `DESTINATIONS`."""

    brand: str = ""
    story: dict[str, str] = field(default_factory=lambda: {"id": "", "en": ""})
    audience: str = ""
    food_contact: bool | None = None
    skin_contact: bool | None = None
    animal: bool | None = None
    composition: tuple[Part, ...] = ()
    hs: str = ""
    net_amount: Decimal | None = None
    net_unit: str = ""
    destinations: tuple[str, ...] = ("ID",)


def parts_of(lines: str) -> tuple[Part, ...]:
    """One part a line, `katun 80` or `katun 80 %`. Raises Refused: part_unreadable."""
    found = []
    for line in lines.splitlines():
        words = line.replace("%", " ").split()
        if not words:
            continue
        try:
            percent = Decimal(words[-1].replace(",", "."))
        except ArithmeticError as error:
            raise Refused("part_unreadable", line=line.strip()[:40]) from error
        name = tidy(" ".join(words[:-1]), PART_MOST)
        if not has_letters(name) or not percent.is_finite() or not 0 < percent <= 100:
            raise Refused("part_unreadable", line=line.strip()[:40])
        found.append(Part(name, percent))
    return tuple(found)


def lines_of(parts: tuple[Part, ...]) -> str:
    return "\n".join(f"{one.material} {one.percent.normalize():f}" for one in parts)


def checked(given: Particulars) -> Particulars:
    """The same, tidied. Raises Refused: audience_unknown, parts_sum, parts_many, hs_digits, net_amount, net_unit,
    destination_unknown, destination_needed, text_long."""
    brand = tidy(given.brand, BRAND_MOST)
    story = {language: tidy(given.story.get(language, ""), STORY_MOST) for language in ("id", "en")}
    if given.audience and given.audience not in AUDIENCES:
        raise Refused("audience_unknown")
    if len(given.composition) > PARTS_MOST:
        raise Refused("parts_many", most=PARTS_MOST)
    total = sum((one.percent for one in given.composition), Decimal(0))
    if given.composition and total != 100:
        raise Refused("parts_sum", total=f"{total.normalize():f}")
    hs = given.hs.replace(".", "").replace(" ", "")
    if hs and not (hs.isascii() and hs.isdigit() and 4 <= len(hs) <= 8):
        raise Refused("hs_digits")
    if (given.net_amount is None) != (not given.net_unit):
        raise Refused("net_unit")
    if given.net_amount is not None and not 0 < given.net_amount <= AMOUNT_MOST:
        raise Refused("net_amount")
    if given.net_unit and given.net_unit not in UNITS:
        raise Refused("net_unit")
    if any(one not in DESTINATIONS for one in given.destinations):
        raise Refused("destination_unknown")
    if not given.destinations:
        raise Refused("destination_needed")
    ordered = tuple(code for code in DESTINATIONS if code in given.destinations)
    return Particulars(
        brand,
        story,
        given.audience,
        given.food_contact,
        given.skin_contact,
        given.animal,
        given.composition,
        hs,
        given.net_amount,
        given.net_unit,
        ordered,
    )


def written(given: Particulars) -> dict[str, Any]:
    """As JSON, without what nobody has stated."""
    known: dict[str, Any] = {
        "brand": given.brand,
        "story": {language: text for language, text in given.story.items() if text},
        "audience": given.audience,
        "food_contact": given.food_contact,
        "skin_contact": given.skin_contact,
        "animal": given.animal,
        "composition": [[one.material, f"{one.percent.normalize():f}"] for one in given.composition],
        "hs": given.hs,
        "net": [f"{given.net_amount.normalize():f}", given.net_unit] if given.net_amount is not None else [],
        "destinations": list(given.destinations),
    }
    return {key: value for key, value in known.items() if value not in ("", None, [], {})}


def read(kept: dict[str, Any]) -> Particulars:
    """The way back from `written`."""
    net = kept.get("net") or [None, ""]
    return Particulars(
        brand=kept.get("brand", ""),
        story={"id": "", "en": ""} | kept.get("story", {}),
        audience=kept.get("audience", ""),
        food_contact=kept.get("food_contact"),
        skin_contact=kept.get("skin_contact"),
        animal=kept.get("animal"),
        composition=tuple(Part(name, Decimal(percent)) for name, percent in kept.get("composition", [])),
        hs=kept.get("hs", ""),
        net_amount=Decimal(net[0]) if net[0] is not None else None,
        net_unit=net[1],
        destinations=tuple(kept.get("destinations", ("ID",))),
    )
