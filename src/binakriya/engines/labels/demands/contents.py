"""What a line says, where that follows from what is stated: origin, net content, fibres, addresses.

The house writes Indonesian and English. What is the same in every language (a name, an address, a number) is given for
every language of the label; all else is left to whoever translates.
"""

from decimal import ROUND_HALF_UP, Decimal

from binakriya.engines.labels.demands.conditions import Known
from binakriya.engines.labels.demands.model import (
    CareSuggestion,
    Destination,
    Firmness,
    ProductFacts,
    Share,
    Text,
)
from binakriya.engines.labels.demands.words import find_material, table

HOUSE = ("id", "en")
COUNTRIES = {"ID": Text("Indonesia", "Indonesia")}
COUNTED = {
    "piece": (Text("buah", "piece"), Text("buah", "pieces")),
    "pair": (Text("pasang", "pair"), Text("pasang", "pairs")),
    "set": (Text("set", "set"), Text("set", "sets")),
}
# Unit → customary unit of the United States and how many make one of it (NIST SP 811, exact by definition).
CUSTOMARY = {
    "g": ("oz", Decimal("28.349523125")),
    "kg": ("lb", Decimal("0.45359237")),
    "ml": ("fl oz", Decimal("29.5735295625")),
    "l": ("fl oz", Decimal("0.0295735295625")),
    "cm": ("in", Decimal("2.54")),
    "m": ("in", Decimal("0.0254")),
}
UNITS = frozenset({*COUNTED, *CUSTOMARY})
SYMBOLS = {"l": "L", "ml": "mL"}
COMMA = frozenset(
    [
        "id",
        "de",
        "fr",
        "es",
        "it",
        "nl",
        "pt",
        "pl",
        "da",
        "sv",
        "fi",
        "cs",
        "sk",
        "sl",
        "hr",
        "hu",
        "ro",
        "bg",
        "el",
        "et",
        "lv",
        "lt",
    ]
)


def number(value: Decimal, language: str) -> str:
    """Without idle zeros, the decimal mark as the language has it."""
    text = f"{value.normalize():f}"
    return text.replace(".", ",") if language in COMMA else text


def net_content(amount: Decimal, unit: str, *, destination: Destination, language: str) -> str:
    """`250 g`, `2 pieces`; in the United States also in customary units, to three figures. Counted units are said in
    Indonesian or English alone. Raises ValueError for an unknown unit or an amount that is not above nothing."""
    if unit not in UNITS:
        raise ValueError(f"unit {unit!r}")
    if not amount.is_finite() or amount <= 0:
        raise ValueError(f"amount {amount}")
    if unit in COUNTED:
        return f"{number(amount, language)} {COUNTED[unit][amount != 1].read(language)}"
    symbol = SYMBOLS.get(unit, unit) if language == "en" else unit
    metric = f"{number(amount, language)} {symbol}"
    if destination is not Destination.US:
        return metric
    customary, each = CUSTOMARY[unit]
    value = amount / each
    places = max(0, 2 - value.adjusted())
    return f"{number(value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP), language)} {customary} ({metric})"


def composition_sum(parts: tuple[Share, ...]) -> Decimal:
    return sum((one.percent for one in parts), Decimal(0))


def composition(parts: tuple[Share, ...], language: str) -> str:
    """`80 % katun, 20 % poliester`, the largest first; a name that the house has not stays as it was stated."""
    ordered = sorted(parts, key=lambda one: (-one.percent, one.material))
    said = []
    for one in ordered:
        word = find_material(one.material)
        said.append(f"{number(one.percent, language)} % {word.title.read(language) if word else one.material}")
    return ", ".join(said)


def material_name(words: str, language: str) -> str:
    found = find_material(words)
    return found.title.read(language) if found else words


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def content(line: str, facts: ProductFacts, destination: Destination, languages: tuple[str, ...]) -> dict[str, str]:
    """By language; empty while something it needs is missing, or where a person writes it."""
    every = tuple(dict.fromkeys((*languages, *HOUSE)))
    same = {
        "name": facts.name if "id" in languages else "",
        "maker": _joined(facts.maker_name, facts.maker_address, facts.maker_electronic),
        "responsible_person": facts.responsible_person,
        "labeller": facts.labeller,
        "identifier": facts.identifier,
        "pack_identity": _joined(facts.identifier, facts.maker_name, facts.maker_address),
        "tracking": _joined(facts.maker_name, facts.maker_address, facts.made_on, facts.identifier),
    }
    if line == "name":
        # The maker's own words: Indonesian, and nobody has translated them.
        return {"id": facts.name} if facts.name else {}
    if line in same:
        return dict.fromkeys(every, same[line]) if same[line] else {}
    if line == "origin" and facts.origin:
        country = COUNTRIES.get(facts.origin)
        return {"id": f"Buatan {country.id}", "en": f"Made in {country.en}"} if country else {}
    if line == "net_content" and facts.net_amount is not None and facts.net_unit in UNITS and facts.net_amount > 0:
        counted = facts.net_unit in COUNTED
        return {
            language: net_content(facts.net_amount, facts.net_unit, destination=destination, language=language)
            for language in (HOUSE if counted else every)
        }
    if line == "fibre" and facts.composition and composition_sum(facts.composition) == 100:
        return {language: composition(facts.composition, language) for language in HOUSE}
    if line == "material" and facts.material:
        return {language: material_name(facts.material, language) for language in HOUSE}
    return {}


def care_suggested(facts: ProductFacts) -> CareSuggestion | None:
    """What is usual for such a textile, to be confirmed by its maker; None for what is no textile."""
    known = Known(facts)
    if "textile" not in known.groups:
        return None
    held = {word.key for word, _share in known.parts if word} | ({known.main.key} if known.main else set())
    for row in table("care")["care"]:
        if row["material"] and not held & set(row["material"]):
            continue
        if row["technique"] and not known.techniques & set(row["technique"]):
            continue
        return CareSuggestion(tuple(row["symbols"]), Text(row["id"], row["en"]), Firmness.TO_BE_VERIFIED)
    return None
