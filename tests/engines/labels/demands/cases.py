"""Products and destinations with what must be said and done, written from the text of the rules before the evaluator.

Each case names the day, the mandatory lines and duties in force on it (exactly), those that are still coming, those
that ended, and those that are a free choice beyond the ones every product has. `asks`: fields that must be asked for,
because a rule hangs on them. Sources are those named in the rules: for Indonesia PP 29/2021 Art. 23, UU 8/1999 Art. 8,
LPPOM MUI on goods of animal origin, Permenperin 24/2013 and 24/2010; for the EU Regulations 2023/988, 1007/2011,
2025/40, 2023/1115 as changed by 2025/2650, REACH Annex XVII, Directives 84/500 and 2009/48; for the US 19 CFR 134,
16 CFR 303 and 423, CPSIA, the Lacey Act's phase VII; for Japan the Household Goods Quality Labeling Act and the Food
Sanitation Act.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from binakriya.engines.labels.demands import Destination, ProductFacts, Share

DAY = date(2026, 11, 25)

# What every product of a destination has.
HOME = {"name", "origin", "maker", "net_content"}
EU = {"identifier", "maker", "responsible_person", "pack_identity"}
EU_DUTIES = {"gpsr-risk-file", "gpsr-responsible-person", "ppwr-conformity"}
EU_COMING = {"pack_sorting"}
US = {"origin"}
US_DUTIES = {"us-customs-entry", "us-tariff"}
US_ENDED = {"us-small-parcel"}
TOY = {"ce", "warning"}


@dataclass(frozen=True)
class Case:
    key: str
    facts: ProductFacts
    destination: Destination
    lines: frozenset[str]
    duties: frozenset[str]
    coming: frozenset[str] = frozenset()
    ended: frozenset[str] = frozenset()
    choices: frozenset[str] = frozenset()
    asks: frozenset[str] = frozenset()
    on: date = DAY


# A product of which all is stated that does not matter to the case.
STATED = ProductFacts(
    name="Barang",
    audience="general",
    food_contact=False,
    skin_contact=False,
    pig_or_dog=False,
    listed_species=False,
    battery=False,
    origin="ID",
    made_on="2026-11",
    identifier="K-0042",
    care=("wash-hand", "bleach-no"),
    net_amount=Decimal(1),
    net_unit="piece",
    brand="Sekar Muncul",
    maker_name="Sekar Muncul",
    maker_address="Jalan Contoh 1, Setu, Tangerang Selatan 15314",
    maker_electronic="halo@sekar.example",
    responsible_person="Kontor Beispiel GmbH, Musterweg 1, 10115 Berlin, kontor@example.com",
    labeller="Rei Shokai, 1-1 Rei, Tokyo, 03-0000-0000",
    channels=("retail",),
    wood_packing=False,
    plastic_pack=False,
    operator_size="micro",
    member_state="DE",
    california=False,
    technique="buatan tangan",
)
COTTON = (Share("katun", Decimal(100)),)


def _(key: str, to: str, lines: set[str], duties: set[str], /, *, on: date = DAY, **more: Any) -> Case:
    expected = {name: frozenset(more.pop(name, ())) for name in ("coming", "ended", "choices", "asks")}
    return Case(
        key,
        replace(STATED, **more),
        Destination(to),
        frozenset(lines),
        frozenset(duties),
        on=on,
        **expected,
    )


def _eu(key: str, lines: set[str], duties: set[str], /, *, coming: set[str] = frozenset(), **more: Any) -> Case:  # type: ignore[assignment]
    return _(key, "EU", EU | lines, EU_DUTIES | duties, coming=EU_COMING | coming, **more)


def _us(key: str, lines: set[str], duties: set[str], /, **more: Any) -> Case:
    return _(key, "US", US | lines, US_DUTIES | duties, ended=US_ENDED, **more)


BATIK = {"material": "batik", "technique": "batik tulis", "kind": "kain", "hs": "5208", "composition": COTTON}
SHIRT = {"material": "textile", "technique": "batik cap", "kind": "kemeja", "hs": "6205", "composition": COTTON}
BAG = {"material": "leather", "kind": "tas", "hs": "420221"}
RING = {"material": "silver", "kind": "cincin", "hs": "711311", "skin_contact": True}
BOWL = {"material": "ceramic", "kind": "mangkuk", "hs": "691200", "food_contact": True}
VASE = {"material": "earthenware", "kind": "vas", "hs": "691390"}
CARVING = {"material": "carved_wood", "kind": "patung", "hs": "442019"}
SPOON = {"material": "wood", "kind": "sendok", "hs": "441990", "food_contact": True}
FRAME = {"material": "wood", "kind": "bingkai", "hs": "441490"}
BASKET = {"material": "rattan", "kind": "keranjang", "hs": "460212"}
MAT = {"material": "pandan", "kind": "tikar", "hs": "460129"}
DOLL = {"material": "textile", "kind": "boneka", "hs": "9503", "audience": "children", "composition": COTTON}

CASES: tuple[Case, ...] = (
    # At home.
    _("id-batik-cloth", "ID", HOME, set(), choices={"batikmark"}, **BATIK),
    _("id-batik-shirt", "ID", HOME, set(), choices={"batikmark"}, **SHIRT),
    _("id-woven-cloth", "ID", HOME, set(), **BATIK | {"technique": "tenun"}),
    _("id-leather-bag", "ID", HOME, {"halal"}, **BAG),
    _("id-leather-bag-before-the-day", "ID", HOME, set(), coming={"halal"}, on=date(2026, 10, 1), **BAG),
    _("id-leather-bag-on-the-day", "ID", HOME, {"halal"}, on=date(2026, 10, 17), **BAG),
    _("id-pigskin-wallet", "ID", HOME | {"non_halal"}, set(), **BAG | {"kind": "dompet", "pig_or_dog": True}),
    _("id-leather-bag-of-unknown-hide", "ID", HOME, {"halal"}, asks={"pig_or_dog"}, **BAG | {"pig_or_dog": None}),
    _("id-shell-necklace", "ID", HOME, {"halal"}, material="shell", kind="kalung", hs="711790", skin_contact=True),
    _("id-wood-statue", "ID", HOME, set(), animal=False, **CARVING),
    _("id-pandan-mat", "ID", HOME, set(), animal=False, **MAT),
    _("id-clay-vase", "ID", HOME, set(), animal=False, **VASE),
    _("id-ceramic-bowl", "ID", HOME, set(), animal=False, **BOWL),
    _("id-doll", "ID", HOME | {"sni_mark"}, {"sni-toy"}, animal=False, **DOLL),
    _("id-doll-for-collectors", "ID", HOME, set(), animal=False, **DOLL | {"audience": "general"}),
    _(
        "id-plastic-food-box", "ID", HOME | {"plastic_code"}, set(), animal=False,
        material="recycled_plastic", kind="wadah", hs="3924", food_contact=True,
    ),
    _("id-vase-in-plastic", "ID", HOME, set(), choices={"plastic_code"}, animal=False, **VASE | {"plastic_pack": True}),
    _(
        "id-vase-by-truck", "ID", HOME, set(), choices={"transport_marks"}, animal=False,
        **VASE | {"channels": ("transport",)},
    ),
    _("id-shirt-of-unknown-parts", "ID", HOME, set(), choices={"batikmark"}, asks={"animal"}, **SHIRT),
    # European Union.
    _eu("eu-batik-cloth", {"fibre"}, set(), animal=False, **BATIK),
    _eu("eu-batik-shirt", {"fibre"}, {"reach-azo"}, animal=False, **SHIRT),
    _eu(
        "eu-cotton-bag-with-leather", {"fibre", "animal_parts"}, {"reach-azo"},
        material="textile", kind="tas", hs="420222",
        composition=(Share("katun", Decimal(85)), Share("kulit", Decimal(15))),
    ),
    _eu(
        "eu-bag-half-leather", set(), {"reach-azo"}, material="leather", kind="tas", hs="420221",
        composition=(Share("katun", Decimal(45)), Share("kulit", Decimal(55))),
    ),
    _eu("eu-leather-bag", set(), {"reach-azo"}, **BAG),
    _eu("eu-silver-ring", set(), {"reach-nickel", "reach-lead-cadmium"}, animal=False, **RING),
    _eu("eu-beads-necklace", set(), {"reach-lead-cadmium"}, material="beads", kind="kalung", hs="711790", animal=False),
    _eu("eu-clay-vase", set(), set(), animal=False, **VASE),
    _eu("eu-ceramic-bowl", {"food_symbol"}, {"eu-food-contact", "eu-ceramic-ware"}, animal=False, **BOWL),
    _eu("eu-carving-micro", set(), {"timber-legality"}, coming={"eudr"}, animal=False, **CARVING),
    _eu(
        "eu-carving-large", set(), {"timber-legality"}, coming={"eudr"}, animal=False,
        **CARVING | {"operator_size": "large"},
    ),
    _eu(
        "eu-carving-micro-in-march", set(), {"timber-legality"}, coming={"eudr"}, animal=False,
        on=date(2027, 3, 1), **CARVING,
    ),
    _eu(
        "eu-carving-medium-in-march", set(), {"timber-legality", "eudr"}, animal=False,
        on=date(2027, 3, 1), **CARVING | {"operator_size": "medium"},
    ),
    # The delay of half a year is not for what the older timber regulation covered: frames are in its annex.
    _eu("eu-frame-micro-in-march", set(), {"timber-legality", "eudr"}, animal=False, on=date(2027, 3, 1), **FRAME),
    _eu(
        "eu-carving-of-unknown-size", set(), {"timber-legality"}, coming={"eudr"}, animal=False,
        asks={"operator_size"}, **CARVING | {"operator_size": ""},
    ),
    _eu(
        "eu-wooden-spoon", {"food_symbol"}, {"timber-legality", "eu-food-contact"}, coming={"eudr"}, animal=False,
        **SPOON,
    ),
    _eu("eu-rattan-basket", set(), set(), animal=False, **BASKET),
    _eu("eu-pandan-mat", set(), set(), animal=False, **MAT),
    _eu("eu-wood-without-code", set(), {"timber-legality"}, animal=False, asks={"hs"}, **CARVING | {"hs": ""}),
    _eu("eu-doll", {"fibre"} | TOY, {"toy-safety-eu", "reach-azo"}, coming=set(), animal=False, **DOLL),
    _eu(
        "eu-vase-by-post", set(), set(), coming={"ppwr-empty-space"}, choices={"transport_marks"}, animal=False,
        **VASE | {"channels": ("retail", "e-commerce")},
    ),
    _(
        "eu-vase-by-post-2030", "EU", EU | {"pack_sorting"}, EU_DUTIES | {"ppwr-empty-space"},
        choices={"transport_marks"}, animal=False, on=date(2030, 1, 1), **VASE | {"channels": ("retail", "e-commerce")},
    ),
    _(
        "eu-vase-before-the-packaging-rules", "EU", EU - {"pack_identity"}, EU_DUTIES - {"ppwr-conformity"},
        coming={"pack_identity", "ppwr-conformity", "pack_sorting"}, animal=False, on=date(2026, 8, 11), **VASE,
    ),
    _eu("eu-vase-in-a-crate", set(), {"ispm-15"}, animal=False, **VASE | {"wood_packing": True}),
    _eu("eu-rosewood", set(), {"timber-legality", "cites"}, coming={"eudr"}, animal=False,
        **CARVING | {"listed_species": True}),
    _eu("eu-lamp-with-battery", {"battery"}, set(), animal=False, material="bamboo", kind="lampu", hs="9405",
        battery=True),
    # United States.
    _us("us-batik-shirt", {"fibre", "maker", "care"}, set(), animal=False, **SHIRT),
    _us("us-batik-runner", {"fibre", "maker"}, set(), animal=False, **BATIK | {"kind": "taplak", "hs": "6302"}),
    _us("us-clay-vase", set(), set(), animal=False, **VASE),
    _us("us-ceramic-bowl", set(), {"us-ceramic-ware"}, animal=False, **BOWL),
    _us("us-doll", {"fibre", "maker", "tracking", "warning"}, {"cpsia", "toy-safety-us"}, animal=False, **DOLL),
    _us("us-child-shirt", {"fibre", "maker", "care", "tracking"}, {"cpsia"}, animal=False,
        **SHIRT | {"audience": "children"}),
    _us("us-carving", set(), {"timber-legality", "lacey"}, animal=False, **CARVING),
    _us("us-rattan-basket", set(), {"lacey"}, animal=False, **BASKET),
    _us("us-silver-ring-california", set(), {"proposition-65"}, animal=False, **RING | {"california": True}),
    _us("us-silver-ring", set(), set(), animal=False, asks={"california"}, **RING | {"california": None}),
    _(
        "us-vase-before-small-parcels-ended", "US", US, US_DUTIES - {"us-customs-entry", "us-tariff"},
        coming={"us-customs-entry", "us-tariff"}, choices={"us-small-parcel"}, animal=False, on=date(2025, 8, 1),
        **VASE,
    ),
    # Japan.
    _("jp-batik-shirt", "JP", {"fibre", "care", "labeller"}, set(), animal=False, **SHIRT),
    _("jp-batik-cloth", "JP", {"fibre", "labeller"}, set(), animal=False, **BATIK),
    _("jp-leather-bag", "JP", {"material", "upkeep", "labeller"}, set(), **BAG),
    _("jp-ceramic-bowl", "JP", set(), {"jp-food-sanitation"}, animal=False, **BOWL),
    _("jp-lacquer-bowl", "JP", {"material", "upkeep", "labeller"}, {"timber-legality", "jp-food-sanitation"},
        animal=False, **SPOON | {"kind": "mangkuk", "technique": "pernis lak (urushi)"}),
    _("jp-clay-vase", "JP", set(), set(), animal=False, **VASE),
    _("jp-carving-of-unknown-technique", "JP", set(), {"timber-legality"}, animal=False, asks={"technique"},
        **SPOON | {"technique": "", "food_contact": False}),
)  # fmt: skip
