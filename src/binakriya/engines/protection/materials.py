"""Craft materials: how fragile they are taken to be, and what moisture does to them.

No published G for ceramics, rattan, carved wood or batik was found: the values are assumptions (C), each the lower
end of its fragility band and ranging from the band below to the top of its own. An office's own drop tests replace
them (`drop_tests`, `fragility`), or a `Calibration` of `material_g.<code>`.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Band:
    code: str
    low: float  # G
    high: float  # G


BANDS: tuple[Band, ...] = (
    Band("band.extremely_fragile", 15, 25),
    Band("band.very_delicate", 25, 40),
    Band("band.delicate", 40, 60),
    Band("band.moderate", 60, 85),
    Band("band.moderately_rugged", 85, 115),
    Band("band.rugged", 115, 200),
)
"""Usual bands; each holds its lower end. Below 15 G is still extremely fragile, from 115 G all is rugged."""


def band_of(g: float) -> Band:
    for band in BANDS:
        if g < band.high:
            return band
    return BANDS[-1]


@dataclass(frozen=True, slots=True)
class Material:
    """`moisture`: "mould" (organic), "corrosion" (metal) or "" (does not mind)."""

    code: str
    band: int  # index into BANDS
    moisture: str
    soft: bool = False
    words: tuple[str, ...] = ()


_ALL: tuple[Material, ...] = (
    Material("earthenware", 3, "", words=("tembikar", "gerabah", "terakota", "terracotta", "pottery")),
    Material("ceramic", 3, "", words=("keramik", "porselen", "stoneware", "porcelain", "ceramics")),
    Material("glass", 3, "", words=("kaca", "gelas")),
    Material("stone", 3, "", words=("batu", "marmer", "marble")),
    Material("shell", 3, "", words=("kerang", "mutiara")),
    Material("rattan", 4, "mould", words=("rotan", "anyaman rotan")),
    Material("bamboo", 4, "mould", words=("bambu", "anyaman bambu", "anyaman")),
    Material("pandan", 5, "mould", soft=True, words=("pandan", "anyaman pandan", "mendong", "purun")),
    Material("water_hyacinth", 5, "mould", soft=True, words=("eceng gondok",)),
    Material("carved_wood", 3, "mould", words=("ukiran", "ukiran kayu", "kayu ukir")),
    Material("wood", 4, "mould", words=("kayu", "bubut kayu")),
    Material("coconut_shell", 4, "mould", words=("batok", "batok kelapa", "tempurung")),
    Material("batik", 5, "mould", soft=True, words=("batik", "kain batik", "tenun")),
    Material("textile", 5, "mould", soft=True, words=("tekstil", "kain", "bordir", "rajut", "sulam")),
    Material("leather", 5, "mould", soft=True, words=("kulit",)),
    Material("silver", 3, "corrosion", words=("perak", "perhiasan", "jewellery", "jewelry")),
    Material("metal", 4, "corrosion", words=("logam", "kuningan", "tembaga", "besi", "brass")),
    Material("beads", 3, "", words=("manik", "manik-manik")),
    Material("candle", 3, "", words=("lilin",)),
    Material("resin", 3, "", words=("resin",)),
    Material("recycled_paper", 4, "mould", words=("kertas", "kertas daur ulang", "daur ulang")),
    Material("recycled_plastic", 5, "", words=("plastik", "plastik daur ulang")),
    Material("gourd", 3, "mould", words=("labu",)),
)
MATERIALS: dict[str, Material] = {material.code: material for material in _ALL}

_WORDS: dict[str, str] = {word: m.code for m in _ALL for word in (m.code, m.code.replace("_", " "), *m.words)}


def find_material(word: str) -> Material | None:
    """By code or by a usual word, Indonesian or English; None when the word is not known."""
    code = _WORDS.get(" ".join(word.casefold().replace("_", " ").split())) or _WORDS.get(word.casefold())
    return MATERIALS[code] if code else None


FORMS: tuple[str, ...] = ("plain", "thin", "protruding", "joined", "massive")
SHAPES: tuple[str, ...] = ("box", "cylinder", "irregular")
