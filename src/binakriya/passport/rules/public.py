"""What a maker agreed to show to everyone. Beyond the product's name and its stages: nothing, until it is chosen."""

from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from binakriya.foundation.rules.refusals import Refused

AGREED_BY_LEAST, AGREED_BY_MOST = 3, 120
AGREED_LONGEST_AGO = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Shown:
    """`maker`: the name of the enterprise; `place`: district and city, never an address; `certificates`: what papers
    prove, by their subjects, without number or file."""

    photo: bool = False
    story: bool = False
    maker: bool = False
    place: bool = False
    stages: bool = True
    certificates: tuple[str, ...] = ()

    def kept(self) -> dict[str, Any]:
        """As the ledger and the database keep it."""
        return asdict(self) | {"certificates": sorted(self.certificates)}


def typed_code(text: str) -> str:
    """A code as it is kept, however it was typed: `k7qd3 m9x2t` is `K7QD3-M9X2T`."""
    plain = "".join(sign for sign in text.upper() if sign.isascii() and sign.isalnum())[:10]
    return f"{plain[:5]}-{plain[5:]}"


def check_agreement(*, who: str, on: date | None, today: date) -> None:
    """Of a maker who told the office. Raises Refused: agreed_by, agreed_on."""
    if not AGREED_BY_LEAST <= len(who) <= AGREED_BY_MOST:
        raise Refused("agreed_by")
    if on is None or not today - AGREED_LONGEST_AGO <= on <= today:
        raise Refused("agreed_on")
