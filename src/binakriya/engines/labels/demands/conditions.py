"""What a rule may ask of a product, answered yes, no or not known.

A *clause* is a set of conditions that must all hold; a rule applies when one of its clauses does. A condition that
hangs on what nobody has stated is not known, and names the fields that would tell.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any, Literal

from binakriya.engines.labels.demands.model import ProductFacts, Text
from binakriya.engines.labels.demands.words import (
    Word,
    find_material,
    folded,
    has_phrase,
    kinds,
    techniques,
)

MOSTLY = Decimal(80)  # percent of textile fibres: Regulation (EU) 1007/2011 Art. 2
Form = Literal["keys", "prefixes", "flag"]


class Known:
    """A product's facts, with what follows from them."""

    def __init__(self, facts: ProductFacts) -> None:
        self.facts = facts

    @cached_property
    def parts(self) -> tuple[tuple[Word | None, Decimal], ...]:
        """Materials with their share; the main material counts as all where no composition is stated."""
        if self.facts.composition:
            return tuple((find_material(one.material), one.percent) for one in self.facts.composition)
        return ((find_material(self.facts.material), Decimal(100)),)

    @cached_property
    def main(self) -> Word | None:
        return find_material(self.facts.material)

    @cached_property
    def groups(self) -> frozenset[str]:
        found = {word.group for word, _share in self.parts if word}
        return frozenset(found | ({self.main.group} if self.main else set()))

    @cached_property
    def unknown_material(self) -> bool:
        """Whether a part is of nobody knows what."""
        return any(word is None for word, _share in self.parts)

    @cached_property
    def kinds(self) -> frozenset[str] | None:
        """By HS heading and by the head of what it is called; None while neither tells."""
        by_code = {one.key for one in kinds() if any(self.facts.hs.startswith(code) for code in one.hs)}
        head = _head(self.facts.kind) or ("" if by_code else _head(self.facts.name))
        found = by_code | ({head} if head else set())
        if found:
            return frozenset(found)
        return frozenset() if len(self.facts.hs) >= 4 else None

    @cached_property
    def techniques(self) -> frozenset[str]:
        own = folded(self.facts.technique)
        text = folded(f"{self.facts.technique} {self.facts.kind} {self.facts.name}")
        return frozenset(
            one.key
            for one in techniques()
            if any(has_phrase(own, word) for word in one.words) or any(has_phrase(text, word) for word in one.phrases)
        )

    @cached_property
    def animal(self) -> bool | None:
        """Of an animal by its material, or as stated."""
        if any(word.animal for word, _share in self.parts if word) or (self.main and self.main.animal):
            return True
        return self.facts.animal


def _head(text: str) -> str:
    """The kind named first; of several that begin at one place the longest."""
    said = f" {folded(text)} "
    places = [
        (said.index(f" {word} "), -len(word), one.key) for one in kinds() for word in one.words if f" {word} " in said
    ]
    return min(places)[2] if places else ""


def _material(known: Known, asked: Any) -> bool | None:
    if known.groups & set(asked):
        return True
    return None if known.unknown_material else False


def _material_not(known: Known, asked: Any) -> bool | None:
    held = _material(known, asked)
    return None if held is None else not held


def _mostly(known: Known, asked: Any) -> bool | None:
    sure = sum((share for word, share in known.parts if word and word.group in asked), Decimal(0))
    perhaps = sum((share for word, share in known.parts if word is None), Decimal(0))
    if sure >= MOSTLY:
        return True
    return None if sure + perhaps >= MOSTLY else False


def _kind(known: Known, asked: Any) -> bool | None:
    return None if known.kinds is None else bool(known.kinds & set(asked))


def _technique(known: Known, asked: Any) -> bool | None:
    if known.techniques & set(asked):
        return True
    return False if known.facts.technique else None


def _hs(known: Known, asked: Any) -> bool | None:
    code = known.facts.hs
    if code and any(code.startswith(prefix) for prefix in asked):
        return True
    # A heading of four digits leaves open which of its parts is meant.
    return None if not code or any(prefix.startswith(code) for prefix in asked) else False


def _audience(known: Known, asked: Any) -> bool | None:
    return known.facts.audience in asked if known.facts.audience else None


def _size(known: Known, asked: Any) -> bool | None:
    return known.facts.operator_size in asked if known.facts.operator_size else None


def _channels(known: Known, asked: Any) -> bool | None:
    return bool(set(known.facts.channels) & set(asked)) if known.facts.channels else None


def _flag(name: str) -> Callable[[Known, Any], bool | None]:
    def held(known: Known, asked: Any) -> bool | None:
        stated: bool | None = getattr(known.facts, name)
        return None if stated is None else stated == asked

    return held


def _animal(known: Known, asked: Any) -> bool | None:
    return None if known.animal is None else known.animal == asked


@dataclass(frozen=True, slots=True)
class Condition:
    """`fields`: of `ProductFacts`, that tell. `title`: before the values; a flag says `title` or `other`. `words`: of
    the values that may be asked, None where any may."""

    held: Callable[[Known, Any], bool | None]
    form: Form
    fields: tuple[str, ...]
    title: Text
    other: Text | None = None
    words: Callable[[], dict[str, Text]] | None = None


def _titles(entries: Callable[[], Iterable[Word]]) -> Callable[[], dict[str, Text]]:
    return lambda: {one.key: one.title for one in entries()}


GROUPS: dict[str, Text] = {
    "textile": Text("tekstil", "textile"),
    "leather": Text("kulit", "leather"),
    "horn": Text("tanduk atau tulang", "horn or bone"),
    "shell": Text("kerang", "shell"),
    "wood": Text("kayu", "wood"),
    "rattan_bamboo": Text("rotan atau bambu", "rattan or bamboo"),
    "plant": Text("serat tumbuhan", "plant fibre"),
    "ceramic": Text("keramik", "ceramic"),
    "glass": Text("kaca", "glass"),
    "stone": Text("batu", "stone"),
    "metal": Text("logam", "metal"),
    "beads": Text("manik-manik", "beads"),
    "wax": Text("lilin", "wax"),
    "plastic": Text("plastik", "plastic"),
    "paper": Text("kertas", "paper"),
}
AUDIENCES = {
    "general": Text("umum", "general use"),
    "children": Text("anak sampai 12 tahun", "children to 12 years"),
    "infants": Text("anak di bawah 36 bulan", "children under 36 months"),
}
CHANNELS = {
    "retail": Text("dijual di toko", "sold in shops"),
    "e-commerce": Text("dikirim dari penjualan daring", "sent from online sale"),
    "transport": Text("diangkut dalam kemasan kirim", "in transport packs"),
}
SIZES = {
    "micro": Text("mikro", "micro"),
    "small": Text("kecil", "small"),
    "medium": Text("menengah", "medium"),
    "large": Text("besar", "large"),
}


def _flagged(field: str, yes: Text, no: Text) -> Condition:
    return Condition(_flag(field), "flag", (field,), yes, no)


CONDITIONS: dict[str, Condition] = {
    "material": Condition(_material, "keys", ("material",), Text("bahan", "material"), words=lambda: GROUPS),
    "material_not": Condition(
        _material_not, "keys", ("material",), Text("bahan bukan", "material other than"), words=lambda: GROUPS
    ),
    "mostly": Condition(_mostly, "keys", ("material",), Text("sedikitnya 80 %", "at least 80 %"), words=lambda: GROUPS),
    "kind": Condition(_kind, "keys", ("kind",), Text("jenis", "kind"), words=_titles(kinds)),
    "technique": Condition(_technique, "keys", ("technique",), Text("teknik", "technique"), words=_titles(techniques)),
    "hs": Condition(_hs, "prefixes", ("hs",), Text("kode HS", "HS code")),
    "audience": Condition(_audience, "keys", ("audience",), Text("untuk", "for"), words=lambda: AUDIENCES),
    "channels": Condition(_channels, "keys", ("channels",), Text("cara jual", "channel"), words=lambda: CHANNELS),
    "operator_size": Condition(_size, "keys", ("operator_size",), Text("usaha", "enterprise"), words=lambda: SIZES),
    "animal": Condition(
        _animal,
        "flag",
        ("animal",),
        Text("mengandung unsur hewan", "holds parts of animals"),
        Text("tanpa unsur hewan", "holds no parts of animals"),
    ),
    "stated_animal": _flagged(
        "animal",
        Text("dinyatakan mengandung unsur hewan", "stated to hold parts of animals"),
        Text("dinyatakan tanpa unsur hewan", "stated to hold no parts of animals"),
    ),
    "pig_or_dog": _flagged(
        "pig_or_dog",
        Text("dari babi atau anjing", "of pig or dog"),
        Text("bukan dari babi atau anjing", "not of pig or dog"),
    ),
    "food_contact": _flagged(
        "food_contact",
        Text("bersentuhan dengan pangan", "touches food"),
        Text("tidak bersentuhan dengan pangan", "does not touch food"),
    ),
    "skin_contact": _flagged(
        "skin_contact",
        Text("lama bersentuhan dengan kulit", "stays on the skin"),
        Text("tidak lama bersentuhan dengan kulit", "does not stay on the skin"),
    ),
    "listed_species": _flagged(
        "listed_species",
        Text("dari jenis yang didaftar CITES", "of a species listed by CITES"),
        Text("bukan dari jenis yang didaftar CITES", "of no species listed by CITES"),
    ),
    "battery": _flagged("battery", Text("memakai baterai", "has a battery"), Text("tanpa baterai", "has no battery")),
    "wood_packing": _flagged(
        "wood_packing",
        Text("kemasan kayu mentah di atas 6 mm", "packing of raw wood above 6 mm"),
        Text("tanpa kemasan kayu mentah di atas 6 mm", "no packing of raw wood above 6 mm"),
    ),
    "plastic_pack": _flagged(
        "plastic_pack", Text("kemasan plastik", "plastic packing"), Text("tanpa kemasan plastik", "no plastic packing")
    ),
    "california": _flagged(
        "california",
        Text("dijual di California", "sold in California"),
        Text("tidak dijual di California", "not sold in California"),
    ),
}
ALWAYS = Text("semua barang untuk tujuan ini", "all goods for this destination")
Clause = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """`held`: None while not known, then `fields` tell. `why`: the matched clause in words."""

    held: bool | None
    fields: frozenset[str] = frozenset()
    why: Text = ALWAYS


def said(clause: Clause, known: Known | None = None) -> Text:
    """A clause in words; with a product, only of the values that it has."""
    parts: list[Text] = []
    for key, asked in clause.items():
        condition = CONDITIONS[key]
        if condition.form == "flag":
            other = condition.other or condition.title
            parts.append(condition.title if asked else other)
            continue
        named = list(asked)
        if known is not None and len(named) > 1:
            named = [one for one in asked if condition.held(known, [one])] or named
        words = condition.words() if condition.words else {}
        values = [words.get(one, Text(one, one)) for one in named]
        parts.append(
            Text(
                f"{condition.title.id}: {' / '.join(one.id for one in values)}",
                f"{condition.title.en}: {' / '.join(one.en for one in values)}",
            )
        )
    return Text("; ".join(one.id for one in parts), "; ".join(one.en for one in parts))


DENIED = Answer(False)


def _tellers(key: str, known: Known) -> tuple[str, ...]:
    """Fields that tell. Where a composition is stated, it is its parts that are not known."""
    fields = CONDITIONS[key].fields
    return ("composition",) if fields == ("material",) and known.facts.composition else fields


def answer(clauses: tuple[Clause, ...], known: Known) -> Answer:
    """Yes when a clause holds in all its conditions; a condition that is denied settles its clause."""
    unknown: set[str] = set()
    for clause in clauses:
        open_keys = []
        for key, asked in clause.items():
            held = CONDITIONS[key].held(known, asked)
            if held is False:
                break
            if held is None:
                open_keys.append(key)
        else:
            if not open_keys:
                return Answer(True, why=said(clause, known))
            unknown.update(field for key in open_keys for field in _tellers(key, known))
    return Answer(None, frozenset(unknown)) if unknown else DENIED
