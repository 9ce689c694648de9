"""Products of the demo's enterprises, as measured in class on the day of the event.

What each enterprise makes comes from the three lists. Sizes, masses and drop tests are made up for the demo, in the
range of such things; each product says so ("data contoh").
"""

import random
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from binakriya.accounts.rules import Actor
from binakriya.products import operations
from binakriya.products.queries import products_for_packing
from binakriya.products.rules.evidence import DropTest, Method
from binakriya.products.rules.facts import How, Measured, ProductFacts, Size
from binakriya.registry.operations import link_person
from binakriya.registry.queries import cards
from binakriya.training.queries.taught import makers_present
from binakriya.website.demo.event import DAY, at

_SEED = 20181116


@dataclass(frozen=True, slots=True)
class Made:
    """One usual thing: outside sides in mm, mass in g. `shape`: of a cylinder the breadth is its diameter again."""

    material: str
    form: str
    technique: str
    size: tuple[int, int, int]
    mass: int
    shape: str = "box"


# The word of the lists → the thing. All sizes and masses are made up for the demo.
THINGS: dict[str, Made] = {
    "anyaman bambu": Made("bamboo", "plain", "anyam", (300, 220, 120), 340),
    "anyaman mendong": Made("pandan", "plain", "anyam", (320, 240, 60), 260),
    "batik cap": Made("batik", "plain", "batik cap", (300, 220, 25), 310),
    "besek": Made("bamboo", "thin", "anyam", (180, 180, 90), 95),
    "boneka rajut": Made("textile", "plain", "rajut", (240, 140, 110), 180, "irregular"),
    "bunga plastik kresek": Made("recycled_plastic", "protruding", "rakit", (350, 160, 160), 140, "irregular"),
    "cincin perak": Made("silver", "protruding", "tempa", (28, 24, 24), 9),
    "dompet decoupage": Made("textile", "plain", "decoupage", (200, 110, 30), 150),
    "dompet kemasan kopi": Made("recycled_plastic", "plain", "jahit", (200, 110, 25), 90),
    "dompet kulit": Made("leather", "plain", "jahit", (195, 95, 28), 170),
    "jam dinding kayu": Made("wood", "joined", "bubut", (300, 300, 45), 980),
    "kain batik tulis": Made("batik", "plain", "batik tulis", (320, 230, 28), 390),
    "kalung etnik": Made("beads", "joined", "rangkai", (180, 160, 30), 120),
    "kemeja batik": Made("batik", "plain", "jahit", (330, 240, 45), 320),
    "keranjang parcel": Made("rattan", "protruding", "anyam", (380, 280, 320), 760, "irregular"),
    "keranjang rotan": Made("rattan", "plain", "anyam", (340, 260, 220), 640),
    "kerudung sulam pita": Made("textile", "plain", "sulam pita", (260, 200, 30), 190),
    "kotak tisu pandan": Made("pandan", "plain", "anyam", (240, 130, 95), 210),
    "kursi rotan mini": Made("rattan", "joined", "anyam", (260, 240, 360), 920, "irregular"),
    "lilin aromaterapi": Made("candle", "plain", "tuang", (80, 80, 95), 320, "cylinder"),
    "lilin hias": Made("candle", "protruding", "tuang", (90, 90, 140), 380, "cylinder"),
    "mainan kayu": Made("wood", "joined", "bubut", (220, 110, 120), 430),
    "mug keramik": Made("ceramic", "protruding", "putar", (125, 88, 98), 345, "irregular"),
    "mukena sulam": Made("textile", "plain", "sulam", (320, 260, 70), 680),
    "piring hias keramik": Made("ceramic", "thin", "putar", (250, 250, 32), 690, "cylinder"),
    "sarung bantal sulam": Made("textile", "plain", "sulam", (300, 240, 35), 240),
    "sepatu bayi rajut": Made("textile", "plain", "rajut", (120, 110, 60), 60),
    "syal batik": Made("batik", "plain", "batik cap", (240, 180, 25), 160),
    "talenan": Made("wood", "massive", "potong", (360, 210, 20), 890),
    "taplak rajut": Made("textile", "plain", "rajut", (320, 240, 50), 520),
    "tas daur ulang": Made("recycled_plastic", "plain", "jahit", (360, 280, 90), 330),
    "tas eceng gondok": Made("water_hyacinth", "plain", "anyam", (340, 260, 120), 480),
    "tas kulit": Made("leather", "plain", "jahit", (320, 250, 110), 820),
    "tas rajut": Made("textile", "plain", "rajut", (300, 240, 100), 380),
    "tas rotan": Made("rattan", "protruding", "anyam", (220, 220, 90), 410, "cylinder"),
    "tempat tisu": Made("recycled_paper", "plain", "lipat", (240, 125, 90), 230),
    "topi pandan": Made("pandan", "plain", "anyam", (340, 340, 120), 130, "cylinder"),
    "ukiran kayu": Made("carved_wood", "protruding", "ukir", (280, 160, 340), 1900, "irregular"),
}
# What fell in class, in order: height in mm, and whether it broke. Made up for the demo.
DROPS: dict[str, tuple[Method, tuple[tuple[int, bool], ...]]] = {
    "piring hias keramik": (Method.BRACKET, ((200, False), (300, True))),
    "mug keramik": (
        Method.STAIRCASE,
        tuple(zip((300, 350, 400, 350, 400, 350, 300, 350, 400, 350), (0, 0, 1, 0, 1, 1, 0, 0, 1, 1), strict=True)),  # type: ignore[arg-type]
    ),
}
NOTE = "Data contoh: ukuran dan massa rekaan."


def _measured(word: str, made: Made, who: str, chance: random.Random) -> Measured | None:
    """A little different at each workshop. Some could not be weighed, a few not measured."""
    factor = chance.uniform(0.9, 1.12)
    length, breadth, height = (Decimal(round(side * factor)) for side in made.size)
    mass = Decimal(round(made.mass * factor**3))
    lot = chance.random()
    if lot < 0.04:
        return None
    if made.shape == "cylinder":
        breadth = length
    how = How.CALIPER if word == "cincin perak" else How.RULER
    return Measured(Size(made.shape, length, breadth, height), None if lot < 0.1 else mass, who, DAY, how, NOTE)


def give_to_maker(*, person_id: UUID, by: Actor) -> None:
    """The demo's maker cares for the first enterprise that makes mugs, so that a maker's own pages show something."""
    mugs = [one for one in products_for_packing(by=by) if one.is_sample and one.name == "Mug keramik"]
    if mugs:
        owner = min(mugs, key=lambda one: (one.maker, str(one.maker_id)))
        link_person(enterprise_id=owner.maker_id, person_id=person_id, by=by, now=at(16, 15))


def measure_in_class(*, activity_id: UUID, who: str, by: Actor) -> int:
    """The products of those who came; how many stand. What is there already is left."""
    makers = cards(makers_present(activity_id=activity_id, by=by))
    for maker_id in sorted(makers, key=lambda one: makers[one].name):
        for word in makers[maker_id].products:
            made = THINGS.get(word)
            if made is None:
                continue
            chance = random.Random(f"{_SEED} {makers[maker_id].name} {word}")  # noqa: S311  (reproducible, no secret)
            product_id = operations.add_product(
                maker_id=maker_id,
                facts=ProductFacts(word.capitalize(), made.material, word.split()[0], made.form, made.technique, NOTE),
                measured=_measured(word, made, who, chance),
                is_sample=True,
                nonce=f"reference-event-{maker_id}-{word}",
                by=by,
                now=at(16, 14),
            )
            if word in DROPS:
                method, drops = DROPS[word]
                operations.add_evidence(
                    product_id=product_id,
                    method=method,
                    drops=[DropTest(height, bool(broke)) for height, broke in drops],
                    tested_on=DAY,
                    tested_by=who,
                    note="Data contoh: hasil uji rekaan.",
                    nonce="reference-event-drops",
                    by=by,
                    now=at(16, 14, 30),
                )
    return len({one.product_id for one in products_for_packing(by=by) if one.is_sample})
