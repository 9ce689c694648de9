"""A cell that names a kelurahan, a kecamatan or both."""

from __future__ import annotations

import re

from binakriya.engines.reading.places import Gazetteer, Match, city_name, is_city_words
from binakriya.engines.reading.records import Cell, Note, shown
from binakriya.engines.reading.values.blanks import is_nothing
from binakriya.engines.reading.values.said import Said, doubt

KELURAHAN = r"(?:kelurahan\s*/\s*desa|kel\.?\s*/\s*(?:desa|ds)\.?|desa\s*/\s*kel(?:urahan)?|kelurahan|kel|desa|ds)\b"
KECAMATAN = r"(?:kecamatan|kec|kcmtn|kecamtan)\b"
CITY = r"(?:kota\s+administrasi|kota\s+adm|kotamadya|kodya|kota|kabupaten|kab)\b"
_LABEL = re.compile(rf"\b(?:(?P<kel>{KELURAHAN})|(?P<kec>{KECAMATAN})|(?P<city>{CITY}))\s*[.:]?\s*", re.I)


def named(text: str, places: Gazetteer, kind: str) -> Said:
    """A name under its own label or column: the gazetteer's spelling, or as written with a doubt."""
    bare = text.strip(" .,;:-/")
    warnings: tuple[Note, ...] = ()
    if "?" in bare:
        bare = bare.replace("?", " ").strip()
        warnings += doubt("uncertain", text=text)
    bare = re.sub(r"\s+", " ", bare)
    if not bare or is_nothing(bare):
        return Said(None, "not_said", warnings)
    match = places.kelurahan(bare) if kind == "kelurahan" else places.kecamatan(bare)
    if match is None:
        return Said(bare, "as_written", warnings + doubt("unknown_place", text=bare))
    if match.how != "exact":
        warnings += doubt(match.how, text=bare, read=match.name)
    return Said(match.name, "gazetteer", warnings)


def understand_place(cell: Cell, places: Gazetteer, kind: str) -> dict[str, Said]:
    """What a cell of a kelurahan or kecamatan column says, keyed by field."""
    text = shown(cell)
    if is_nothing(text) or re.fullmatch(r"[\d.\s]+", text):
        return {kind: Said(None, "not_said", () if is_nothing(text) else doubt("no_place", text=text))}
    labelled = labels_in(text)
    if labelled:
        found: dict[str, Said] = {}
        for name, part in labelled.items():
            if name == "city":
                found["city"] = Said(places.city(part) or city_name(part), "labelled")
            elif name in ("kelurahan", "kecamatan"):
                found[name] = named(part, places, name)
        rest = labelled.get("", "").strip(" ,;/-.()")
        if rest and kind not in found:
            found[kind] = named(rest, places, kind)
        elif rest and kind == "kecamatan" and "kelurahan" not in found and places.kelurahan(rest, loosely=False):
            found["kelurahan"] = named(rest, places, "kelurahan")
        elif rest and kind == "kelurahan" and "kecamatan" not in found and places.kecamatan(rest, loosely=False):
            found["kecamatan"] = named(rest, places, "kecamatan")
        if found:
            return found if kind in found else {kind: Said(None, "not_said"), **found}
    parts = [
        part.strip()
        for part in re.split(r"\s*[,/;\n(]\s*|\s+[-–—]\s+|(?<=[a-z]{3})-(?=[A-Za-z]{3})", text.strip(" )"))
        if part.strip(" )")
    ]
    if len(parts) >= 2:
        pair = _pair(parts[0].strip(" )"), parts[1].strip(" )"), places, kind)
        if pair:
            return pair
    return {kind: named(text, places, kind)}


def _pair(first: str, second: str, places: Gazetteer, kind: str) -> dict[str, Said] | None:
    for kelurahan, kecamatan in ((first, second), (second, first)):
        below, above = places.kelurahan(kelurahan), places.kecamatan(kecamatan)
        if below and above and places.holds(below.name, above.name):
            return {
                "kelurahan": named(kelurahan, places, "kelurahan"),
                "kecamatan": named(kecamatan, places, "kecamatan"),
            }
    if kind == "kelurahan" and places.kelurahan(first):
        found = {"kelurahan": named(first, places, "kelurahan")}
        if places.kecamatan(second):
            found["kecamatan"] = named(second, places, "kecamatan")
        elif city := places.city(second):
            found["city"] = Said(city, "gazetteer")
        return found
    if kind == "kecamatan" and places.kecamatan(first):
        found = {"kecamatan": named(first, places, "kecamatan")}
        if city := places.city(second):
            found["city"] = Said(city, "gazetteer")
        return found
    return None


_TWO_LABELS = re.compile(
    r"\b(?P<first>kel(?:urahan)?|kec(?:amatan)?|desa|ds)\b\.?\s*[/&-]\s*(?P<second>kec(?:amatan)?|kel(?:urahan)?|desa)\b\.?\s*[:.]?\s*"
    r"(?P<one>[^,/;()\d\n]+?)\s*(?:/|\s-\s|,|&)\s*(?P<two>[^,/;()\d\n]+)",
    re.I,
)


def labels_in(text: str) -> dict[str, str]:
    """The parts of a text by their labels ("Kel. Serua Kec. Ciputat"); what stands before them under "".

    Empty when there is no label. "Kel/Kec. Serua/Ciputat" labels both.
    """
    text = _TWO_LABELS.sub(_separately, text)
    marks = list(_LABEL.finditer(text))
    if not marks:
        return {}
    parts: dict[str, str] = {"": text[: marks[0].start()]}
    for at, mark in enumerate(marks):
        end = marks[at + 1].start() if at + 1 < len(marks) else len(text)
        inside = text[mark.end() : end]
        name = "kelurahan" if mark["kel"] else "kecamatan" if mark["kec"] else "city"
        cut = re.search(r"[,;\n()]|\s-\s|\d", inside)
        value = inside[: cut.start()] if cut else inside
        rest = inside[cut.start() :] if cut else ""
        if name == "city" and is_city_words(mark[0]):
            value = mark[0].strip() + " " + value
        if value.strip(" .,:-/") and name not in parts:
            parts[name] = value.strip(" .,:-/")
            parts[""] += rest
        else:
            parts[""] += mark[0] + inside if name == "city" else rest
    return parts if len(parts) > 1 else {}


def _separately(match: re.Match[str]) -> str:
    first, second = match["first"].lower()[:3], match["second"].lower()[:3]
    if (first == "kec") == (second == "kec"):
        return match[0]
    kelurahan, kecamatan = (match["one"], match["two"]) if second == "kec" else (match["two"], match["one"])
    return f"Kel. {kelurahan.strip()}, Kec. {kecamatan.strip()}"


def longest_prefix(text: str, places: Gazetteer, kind: str) -> tuple[Match | None, str]:
    """The longest run of first words that is a name of that kind, and what follows it."""
    words = text.split()
    for count in range(min(4, len(words)), 0, -1):
        head = " ".join(words[:count])
        match = (
            places.kelurahan(head, loosely=count == len(words))
            if kind == "kelurahan"
            else places.kecamatan(head, loosely=count == len(words))
        )
        if match:
            return match, " ".join(words[count:])
    return None, ""
