"""What people write (a size, a mass, a journey) read strictly; what cannot be is refused: field, rule, way out."""

import math
import re
from collections.abc import Mapping

from binakriya.engines.protection import (
    CARRIERS,
    USUAL_JOURNEYS,
    Carrier,
    InputError,
    Leg,
    MissingValueError,
    Product,
    carriers_named,
)
from binakriya.engines.protection.boards.stacking import PRINTINGS
from binakriya.engines.protection.checking import LIMITS
from binakriya.engines.protection.wording import Language
from binakriya.packaging.rules.recommend import PURPOSES
from binakriya.packaging.rules.words import Said, say
from binakriya.products.rules.facts import DENSEST, THINNEST

MOST_BOXES = 10_000_000
# In Indonesian 1.200 is a thousand and two hundred, in a program one and a fifth: neither is guessed.
_TWO_WAYS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_UNIT = re.compile(r"(?:[0-9.,]\s*|\b)(mm|cm|dm|m|kg|kilo|gram|gr|g|inch|in|ons)\b", re.IGNORECASE)


class InputRefusedError(ValueError):
    """A figure that cannot be. `field` is a code, `said` the sentence in both languages."""

    def __init__(self, field: str, said: Said) -> None:
        self.field, self.said = field, said
        super().__init__(said.en)

    def text(self, language: Language = "id") -> str:
        return self.said.text(language)

    @classmethod
    def of(cls, error: InputError | MissingValueError) -> "InputRefusedError":
        if isinstance(error, InputError):
            return cls(error.field, Said.of_message(error.message))
        return cls(error.missing.code, Said.of_message(error.missing.measure))


def read_size(text: str | None) -> tuple[float, float, float]:
    """`220x140x90` in mm; ×, x, X, * or blanks part the figures, 4,5 and 4.5 both count."""
    if text is None or not text.strip():
        raise InputRefusedError("size", say("error.missing", field="@field.size", how="@how.size"))
    _without_unit("size", text, "mm", "20 cm → 200")
    parts = [part for part in re.split(r"\s*[x×X*]\s*|\s+", text.strip()) if part]
    if len(parts) != 3:
        raise InputRefusedError("size", say("error.sides", field="@field.size", value=text))
    length, breadth, height = (_number("size", part, "mm", "220x140x90") for part in parts)
    return length, breadth, height


def read_mass(text: str | None) -> float:
    """Grams as written; answers kg."""
    if text is None or not text.strip():
        raise InputRefusedError("mass", say("error.missing", field="@field.mass", how="@how.mass"))
    _without_unit("mass", text, "gram", "1 kg → 1000")
    grams = _number("mass", text, "gram", "850")
    least, most = (limit * 1000 for limit in LIMITS["mass"][:2])
    if not math.isfinite(grams):
        raise InputRefusedError.of(InputError("mass", "error.not_a_number", unit="gram"))
    if grams < least:
        code = "error.not_positive" if grams <= 0 else "error.too_small"
        raise InputRefusedError.of(InputError("mass", code, value=grams, least=least, unit="gram"))
    if grams > most:
        raise InputRefusedError.of(InputError("mass", "error.too_large", value=grams, most=most, unit="gram"))
    return grams / 1000


def read_product(
    size: str | None, mass: str | None, material: str | None, *, form: str = "plain", shape: str = "box"
) -> Product:
    """The product. Raises InputRefusedError, also for what the engine refuses (10 km, 0.1 mm, NaN)."""
    sides, kg = read_size(size), read_mass(mass)
    if material is None or not material.strip():
        raise InputRefusedError("material", say("error.missing", field="@field.material", how="@how.material"))
    try:
        product = Product(sides, kg, material.strip(), form=form or "plain", shape=shape or "box")
    except InputError as error:
        raise InputRefusedError.of(error) from error
    volume_cm3 = math.prod(sides) / 1000
    if not THINNEST <= kg * 1000 / volume_cm3 <= DENSEST:
        raise InputRefusedError(
            "mass", say("error.density", field="@field.mass", grams=kg * 1000, litres=volume_cm3 / 1000)
        )
    return product


def read_journey(name: str | None) -> tuple[Leg, ...]:
    wanted = (name or "courier").strip().casefold()
    legs = USUAL_JOURNEYS.get(wanted)
    if legs is None:
        raise InputRefusedError("journey", _choice("journey", wanted, USUAL_JOURNEYS))
    return legs


def read_purpose(name: str | None) -> str:
    wanted = (name or "shipping").strip().casefold()
    if wanted not in PURPOSES:
        raise InputRefusedError("purpose", _choice("purpose", wanted, dict.fromkeys(PURPOSES)))
    return wanted


def read_printing(name: str | None) -> str:
    """How much of the box is printed: it weakens the board and has its price."""
    wanted = (name or "none").strip().casefold()
    if wanted not in PRINTINGS:
        raise InputRefusedError("printing", _choice("printing", wanted, dict.fromkeys(PRINTINGS)))
    return wanted


def read_quantity(text: str | None) -> int:
    written = (text or "100").strip()
    if not written.isascii() or not written.isdigit() or not 1 <= int(written) <= MOST_BOXES:
        raise InputRefusedError("quantity", say("error.quantity", field="@field.quantity", value=written))
    return int(written)


def read_carriers(name: str | None, table: tuple[Carrier, ...] = CARRIERS) -> tuple[Carrier, ...]:
    """Every row of the carrier: sources differ, all are shown."""
    if name is None or not name.strip():
        return ()
    found = carriers_named(name.strip(), table)
    if not found:
        known = dict.fromkeys(carrier.name for carrier in table)
        raise InputRefusedError("carrier", _choice("carrier", name.strip(), known))
    return found


def _choice(field: str, value: str, known: Mapping[str, object]) -> Said:
    return say("error.choice", field=f"@field.{field}", value=value, known=", ".join(known))


def _without_unit(field: str, text: str, unit: str, example: str) -> None:
    if _UNIT.search(text):
        raise InputRefusedError(
            field, say("error.unit", field=f"@field.{field}", value=text.strip(), unit=unit, example=f" ({example})")
        )


def _number(field: str, text: str, unit: str, like: str) -> float:
    if _TWO_WAYS.fullmatch(text.strip()):
        plain = text.strip().replace(".", "")
        raise InputRefusedError(
            field, say("error.two_ways", field=f"@field.{field}", value=text.strip(), whole=plain, unit=unit)
        )
    try:
        return float(text.strip().replace(",", "."))
    except ValueError:
        raise InputRefusedError(
            field, say("error.number", field=f"@field.{field}", value=text.strip(), unit=unit, like=like)
        ) from None
