"""For every rule a product that it catches and one that it does not: a new rule without both fails its test."""

from dataclasses import replace
from typing import Any

from tests.engines.labels.demands.cases import (
    BAG,
    BASKET,
    BATIK,
    BOWL,
    CARVING,
    DOLL,
    FRAME,
    RING,
    SHIRT,
    SPOON,
    STATED,
    VASE,
)

from binakriya.engines.labels.demands import Destination, ProductFacts

Example = tuple[str, ProductFacts]


def _(to: str, given: dict[str, Any], **more: Any) -> Example:
    assert to in set(Destination)
    return to, replace(STATED, animal=False, **given | more)


CARD = {"material": "recycled_plastic", "kind": "wadah", "hs": "3924"}
GIRL = {"audience": "children"}
EXAMPLES: dict[str, tuple[Example, Example]] = {
    "any-gtin": (_("ID", VASE), _("ID", VASE)),  # for all goods everywhere: spares nothing
    "any-transport-marks": (_("ID", VASE, channels=("e-commerce",)), _("ID", VASE)),
    "eu-animal-parts": (_("EU", SHIRT, material="kulit"), _("EU", SHIRT)),
    "eu-azo": (_("EU", SHIRT), _("EU", BATIK)),
    "eu-battery": (_("EU", VASE, battery=True), _("EU", VASE)),
    "eu-ceramic-ware": (_("EU", BOWL), _("EU", BOWL, material="glass")),
    "eu-deforestation": (_("EU", CARVING), _("EU", BASKET)),
    "eu-deforestation-older-goods": (_("EU", FRAME), _("EU", CARVING)),
    "eu-empty-space": (_("EU", VASE, channels=("transport",)), _("EU", VASE)),
    "eu-fibre": (_("EU", BATIK), _("EU", BAG)),
    "eu-food-contact": (_("EU", BOWL), _("EU", VASE)),
    "eu-food-mark": (_("EU", SPOON), _("EU", CARVING)),
    "eu-gpsr-identifier": (_("EU", VASE), _("US", VASE)),
    "eu-gpsr-maker": (_("EU", VASE), _("JP", VASE)),
    "eu-gpsr-responsible-person": (_("EU", VASE), _("ID", VASE)),
    "eu-gpsr-risk-file": (_("EU", VASE), _("US", VASE)),
    "eu-lead-cadmium": (_("EU", RING), _("EU", VASE)),
    "eu-nickel": (_("EU", RING), _("EU", RING, material="beads")),
    "eu-pack-conformity": (_("EU", VASE), _("JP", VASE)),
    "eu-pack-identity": (_("EU", VASE), _("US", VASE)),
    "eu-pack-sorting": (_("EU", VASE), _("EU", VASE, channels=("transport",))),
    "eu-toy-directive": (_("EU", DOLL), _("EU", DOLL, audience="general")),
    "eu-toy-regulation": (_("EU", DOLL), _("EU", SHIRT, **GIRL)),
    "eu-toy-warning": (_("EU", DOLL), _("EU", DOLL, audience="infants")),
    "export-cites": (_("US", CARVING, listed_species=True), _("US", CARVING)),
    "export-ispm-15": (_("JP", VASE, wood_packing=True), _("JP", VASE)),
    "export-origin": (_("JP", VASE), _("ID", VASE)),
    "export-timber": (_("EU", CARVING), _("EU", BASKET)),
    "id-batikmark": (_("ID", BATIK), _("ID", BATIK, technique="tenun")),
    "id-business": (_("ID", VASE), _("EU", VASE)),
    "id-consumer": (_("ID", VASE), _("US", VASE)),
    "id-halal": (_("ID", BAG), _("ID", BAG, pig_or_dog=True)),
    "id-non-halal": (_("ID", BAG, pig_or_dog=True), _("ID", BAG)),
    "id-origin": (_("ID", VASE), _("JP", VASE)),
    "id-plastic-food": (_("ID", CARD, food_contact=True), _("ID", CARD)),
    "id-plastic-pack": (_("ID", VASE, plastic_pack=True), _("ID", VASE)),
    "id-sni-toy": (_("ID", DOLL), _("ID", SHIRT)),
    "id-sni-toy-mark": (_("ID", DOLL), _("ID", DOLL, audience="general")),
    "jp-food-sanitation": (_("JP", BOWL), _("JP", VASE)),
    "jp-lacquer": (_("JP", SPOON, technique="urushi"), _("JP", SPOON)),
    "jp-leather-bag": (_("JP", BAG), _("JP", BAG, material="pandan")),
    "jp-textile": (_("JP", BATIK), _("JP", DOLL)),
    "jp-textile-care": (_("JP", SHIRT), _("JP", BATIK)),
    "us-care": (_("US", SHIRT), _("US", BATIK)),
    "us-ceramic-ware": (_("US", BOWL), _("US", VASE)),
    "us-cpsia": (_("US", DOLL), _("US", SHIRT)),
    "us-customs-entry": (_("US", VASE), _("EU", VASE)),
    "us-lacey": (_("US", BASKET), _("US", VASE)),
    "us-origin": (_("US", VASE), _("EU", VASE)),
    "us-proposition-65": (_("US", VASE, california=True), _("US", VASE)),
    "us-small-parcel": (_("US", VASE), _("JP", VASE)),
    "us-tariff": (_("US", VASE), _("JP", VASE)),
    "us-textile": (_("US", BATIK), _("US", BAG)),
    "us-toy": (_("US", DOLL), _("US", SHIRT, **GIRL)),
    "us-toy-warning": (_("US", DOLL), _("US", DOLL, audience="infants")),
    "us-tracking": (_("US", SHIRT, **GIRL), _("US", SHIRT)),
}
SPARES_NOTHING = frozenset({"any-gtin"})
