"""What the form asks for, as the rules take it."""

from dataclasses import dataclass

from binakriya.engines.protection import Carrier, Leg, Product
from binakriya.packaging.rules.recommend.made import Parameters


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form says. `style`, `board`, `cushion` empty: to be proposed. `parameters` belong to `style`.
    `printing` empty: none. `pick`: the key of the alternative that is looked at."""

    product: Product
    journey: tuple[Leg, ...]
    quantity: int = 100
    purpose: str = "shipping"
    to_eu: bool = False
    printing: str = ""
    carriers: tuple[Carrier, ...] = ()
    style: str = ""
    board: str = ""
    cushion: str = ""
    parameters: Parameters = ()
    pick: str = ""
