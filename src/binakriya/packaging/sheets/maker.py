"""The maker's sheet: one A4 page in plain words with pictures. Buy, fold, fill, close, try."""

import datetime as dt
from pathlib import Path
from typing import Any

from binakriya.engines.boxes import Box, steps
from binakriya.engines.drafting import Product, opened, picture, top
from binakriya.engines.drafting.products import Kind
from binakriya.engines.protection import number
from binakriya.foundation.press import Drawn, Language, Press
from binakriya.packaging.sheets.facts import SheetFacts, head, kg, mm, sized
from binakriya.packaging.sheets.section import section
from binakriya.packaging.sheets.words import tell

TEMPLATE = Path(__file__).parent / "templates" / "maker.typ"
STAGES = 4
FACES = ("tops", "sides", "ends")
TAPE_OVER_MM = 50
SOFT = ("textile", "batik", "cloth", "woven")


def maker_pdf(press: Press, facts: SheetFacts, *, language: Language, created: dt.datetime) -> bytes:
    """One page. Raises DocumentError."""
    return press.pdf(TEMPLATE, maker_data(facts, language), created=created)


def maker_data(facts: SheetFacts, language: Language) -> dict[str, Any]:
    content: Any = facts.content
    box, product = content["box"], content["product"]
    name = box["stock_box"]["name"] if box["stock_box"] else box["name"][language]
    grams = f"{number(product['mass_kg'] * 1000, ',.0f', language)} g"
    what = (facts.maker, sized(product["size_mm"], language), grams, product["material_words"][language])
    weight = tell(
        "maker.weight", language, gross=kg(content["gross_kg"], language), outside=sized(box["outside_mm"], language)
    )
    return {
        **head(facts, "maker", language),
        "what": " · ".join(part for part in what if part),
        "weight": weight,
        "picture": look(facts.box, product, language) if facts.box else "",
        "picture_alt": tell("maker.picture", language, name=name),
        "picture_says": f"{name} ({box['style']})",
        "heads": {part: tell(f"maker.{part}", language) for part in ("buy", "fold", "fill", "close", "try")},
        "buy": _buy(content, name, language),
        "stages": _stages(facts.box, language) if facts.box else (),
        "folding": [one[language] for one in box["folding"]],
        "section": section(content, language),
        "section_alt": _section_says(content, language),
        "fill": _fill(content, language),
        "close": content["closing"]["text"][language],
        "thumb": [one["text"][language] for one in content["rule_of_thumb"]],
    }


def look(box: Box, product: Any, language: Language) -> Drawn:
    """The open box with something of the product's size and kind above it, on its way in; a box of several parts,
    which would come between, closed and alone."""
    if sum(len(blank.placements) for blank in box.blanks) > 1:
        return Drawn(picture(box, language=language, header=False))
    progress = opened(box)
    stands = body(product)
    lift = top(box, progress) + 0.12 * (box.inside.height + stands.height)
    return Drawn(picture(box, progress, product=stands, lift=lift, language=language, header=False))


def body(product: Any) -> Product:
    """The simple body that stands for the product in a picture."""
    length, breadth, height = product["size_mm"]
    kind: Kind = "box"
    if product["shape"] == "cylinder":
        kind = "plate" if height < 0.2 * length else "bowl" if height < 0.6 * length else "cylinder"
        if height > 1.2 * length:
            kind = "vase"
    elif any(word in str(product["material"]) for word in SOFT):
        kind = "cloth"
    return Product(kind, length, breadth, height)


def _buy(content: Any, name: str, language: Language) -> list[tuple[str, str]]:
    """What to buy, and the more of each."""
    box, cushion, moisture = content["box"], content["cushion"], content["moisture"]
    inside = sized(box["inside_mm"], language)
    found = [
        (tell("maker.stock", language, name=name), tell("maker.stock.more", language, inside=inside))
        if box["stock_box"]
        else (
            name,
            tell("maker.box.more", language, board=box["board"]["code"], inside=inside),
        )
    ]
    if cushion:
        words = cushion["words"][language]
        thickness = mm(cushion["thickness_mm"], language)
        said = tell("maker.cushion", language, cushion=words[:1].upper() + words[1:], thickness=thickness)
        found.append((said, cushion["arrangement_words"][language]))
    else:
        found.append((tell("maker.wrap", language), tell("maker.wrap.more", language)))
    if moisture and moisture["silica_gel_g"] is not None:
        gel = f"{number(moisture['silica_gel_g'], ',.0f', language)} g"
        found.append((tell("maker.gel", language, gel=gel), tell("maker.gel.more", language)))
    if content["closing"]["by"] == "tape":
        metres = 2 * (box["outside_mm"][0] + 2 * TAPE_OVER_MM) / 1000
        length = f"{number(metres, '.1f', language)} m"
        found.append((tell("maker.tape", language), tell("maker.tape.more", language, m=length)))
    return found


def _fill(content: Any, language: Language) -> list[str]:
    cushion, moisture = content["cushion"], content["moisture"]
    gel = bool(moisture and moisture["silica_gel_g"] is not None)
    found = _cuts(cushion, language) if cushion else [tell("maker.wrapped", language)]
    if gel:
        found.append(tell("maker.dry", language))
    return [*found, content["filling"]["text"][language]]


def _cuts(cushion: Any, language: Language) -> list[str]:
    """What to cut, and where it goes where plates lie on faces."""
    parts = cushion["parts"]
    plates = cushion["arrangement"] == "faces" and len(parts) == len(FACES)
    places = [tell(f"maker.at.{face}", language) for face in FACES] if plates else [""] * len(parts)
    return [f"{_cut(part, language)}{place}." for part, place in zip(parts, places, strict=True)]


def _cut(part: Any, language: Language) -> str:
    size = sized((part["length_mm"], part["breadth_mm"], part["height_mm"]), language)
    said = tell("maker.cut", language, count=part["count"], part=tell(f"pad.{part['kind']}", language), size=size)
    if part["notch_mm"]:
        said += f", {tell('maker.notch', language, size=sized(part['notch_mm'], language))}"
    return said


def _section_says(content: Any, language: Language) -> str:
    cushion = content["cushion"]
    if not cushion:
        return tell("maker.section.wrap", language)
    return tell("maker.section", language, thickness=mm(cushion["thickness_mm"], language))


def _stages(box: Box, language: Language) -> list[dict[str, str]]:
    """The box as it folds: flat first, closed last."""
    count = steps(box)
    shown = sorted({round(count * n / (STAGES - 1)) for n in range(STAGES)})
    return [
        {
            "drawing": Drawn(picture(box, done / count, language=language, header=False)),
            "alt": tell("maker.stage", language, share=f"{number(100 * done / count, '.0f', language)}\u00a0%"),
        }
        for done in shown
    ]
