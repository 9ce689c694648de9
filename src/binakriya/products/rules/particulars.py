"""What labels and their rules need to know of a product beyond its name and material.

Words: *particulars* are what its maker states: brand, story, for whom, what it touches, what it is made of and how much
is in a pack. Whatever nobody has stated is empty or None, and is asked for; it is never made up.
"""

from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from binakriya.foundation.rules.refusals import Refused
from binakriya.products.rules.facts import has_letters, tidy

AUDIENCES = ("general", "children", "infants")  # children: to 12 years; infants: under 36 months
DESTINATIONS = ("ID", "EU", "US", "JP")
CHANNELS = ("retail", "e-commerce", "transport")
SIZES = ("micro", "small", "medium", "large")
# Questions with yes, no or "nobody has said".
ANSWERS = (
    "food_contact",
    "skin_contact",
    "animal",
    "pig_or_dog",
    "listed_species",
    "battery",
    "wood_packing",
    "plastic_pack",
    "california",
)
# What is printed as it is written, and how long it may be.
PRINTED = {"brand": 60, "address": 200, "contact": 120, "identifier": 60, "made_on": 40, "responsible_person": 240}
CARE_MOST = 8
UNITS = ("piece", "pair", "set", "g", "kg", "ml", "l", "cm", "m")
STORY_MOST, PARTS_MOST, PART_MOST = 600, 8, 60
AMOUNT_MOST = Decimal(100000)


@dataclass(frozen=True, slots=True)
class Part:
    """One material and its share of the mass in percent."""

    material: str
    percent: Decimal


@dataclass(frozen=True, slots=True)
class Particulars:
    """`story`: in Indonesian and English, either may be "". `audience` "" while unknown. `answers`: keys of `ANSWERS`
    to yes or no; one that nobody has answered is absent. `hs`: 4 to 8 digits or "". `net_amount` of `net_unit` in a
    pack. `destinations`: where it is sold, codes of `DESTINATIONS`. `address`, `contact`, …: as they are to be printed,
    for everyone to read. `operator_size`: of the enterprise that places it on the EU's market. `member_state`: in the
    EU, two letters. `care`: keys of symbols that the maker has confirmed."""

    brand: str = ""
    story: dict[str, str] = field(default_factory=lambda: {"id": "", "en": ""})
    audience: str = ""
    answers: dict[str, bool] = field(default_factory=dict)
    address: str = ""
    contact: str = ""
    identifier: str = ""
    made_on: str = ""
    responsible_person: str = ""
    operator_size: str = ""
    member_state: str = ""
    channels: tuple[str, ...] = ()
    care: tuple[str, ...] = ()
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
    """The same, tidied. Raises Refused: choice_unknown, parts_sum, parts_many, hs_digits, net_amount, net_unit,
    destination_needed, state_letters."""
    choices = ((given.audience, AUDIENCES), (given.operator_size, SIZES), (given.net_unit, UNITS))
    many = ((given.destinations, DESTINATIONS), (given.channels, CHANNELS), (tuple(given.answers), ANSWERS))
    if any(one and one not in known for one, known in choices) or any(set(some) - set(known) for some, known in many):
        raise Refused("choice_unknown")
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
    if not given.destinations:
        raise Refused("destination_needed")
    state = given.member_state.strip().upper()
    if state and not (len(state) == 2 and state.isascii() and state.isalpha()):
        raise Refused("state_letters")
    return replace(
        given,
        story={language: tidy(given.story.get(language, ""), STORY_MOST) for language in ("id", "en")},
        answers={key: given.answers[key] for key in ANSWERS if key in given.answers},
        hs=hs,
        member_state=state,
        destinations=tuple(code for code in DESTINATIONS if code in given.destinations),
        channels=tuple(code for code in CHANNELS if code in given.channels),
        care=tuple(dict.fromkeys(given.care))[:CARE_MOST],
        **_printed(given),
    )


def _printed(given: Particulars) -> dict[str, Any]:
    return {name: tidy(getattr(given, name), most) for name, most in PRINTED.items()}


def written(given: Particulars) -> dict[str, Any]:
    """As JSON, without what nobody has stated."""
    plain = (*PRINTED, "audience", "operator_size", "member_state", "hs")
    known: dict[str, Any] = {name: getattr(given, name) for name in plain} | {
        "story": {language: text for language, text in given.story.items() if text},
        **given.answers,
        "composition": [[one.material, f"{one.percent.normalize():f}"] for one in given.composition],
        "net": [f"{given.net_amount.normalize():f}", given.net_unit] if given.net_amount is not None else [],
        "destinations": list(given.destinations),
        "channels": list(given.channels),
        "care": list(given.care),
    }
    return {key: value for key, value in known.items() if value not in ("", None, [], {})}


def read(kept: dict[str, Any]) -> Particulars:
    """The way back from `written`."""
    net = kept.get("net") or [None, ""]
    plain = (*PRINTED, "audience", "operator_size", "member_state", "hs")
    return Particulars(
        **{name: kept.get(name, "") for name in plain},
        story={"id": "", "en": ""} | kept.get("story", {}),
        answers={key: kept[key] for key in ANSWERS if key in kept},
        composition=tuple(Part(name, Decimal(percent)) for name, percent in kept.get("composition", [])),
        net_amount=Decimal(net[0]) if net[0] is not None else None,
        net_unit=net[1],
        destinations=tuple(kept.get("destinations", ("ID",))),
        channels=tuple(kept.get("channels", ())),
        care=tuple(kept.get("care", ())),
    )
