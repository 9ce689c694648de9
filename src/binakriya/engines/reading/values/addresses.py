"""A whole address in one field -> street, RT, RW, kelurahan, kecamatan, city, postcode.

Rules: what stands under a label ("Kel.", "Kec.", "Kota") is that, known or not. Without labels only what follows the
street and its number, the RT/RW or a comma can be a place: "Jl. Raya Serpong" names a road. A single name that is both
a kelurahan and its kecamatan (Setu) is read as the kecamatan, which is true either way; the kelurahan stays empty.
"""

from __future__ import annotations

import re

from binakriya.engines.reading.places import PROVINCES, Gazetteer, city_name, is_city_words
from binakriya.engines.reading.records import Cell, shown
from binakriya.engines.reading.values.blanks import is_nothing
from binakriya.engines.reading.values.places import labels_in, longest_prefix, named
from binakriya.engines.reading.values.said import Said, doubt

_RTRW = re.compile(
    r"\bRT\.?\s*/\s*RW\.?\s*[:.]?\s*(?P<a>\d{1,3})\s*[/\-\\,. ]\s*(?P<b>\d{1,3})\b"
    r"|\bRT\s*[.:/]?\s*(?P<c>\d{1,3})\s*[,/\\\-.; ]*\s*(?:RW\s*[.:/]?\s*(?P<d>\d{1,3}))\b"
    r"|\bRT\s*[.:]?\s*(?P<e>\d{1,3})\s*[/\\\-]\s*(?P<f>\d{1,3})\b"
    r"|\bRT\s*[.:]?\s*(?P<g>\d{1,3})\b|\bRW\s*[.:]?\s*(?P<h>\d{1,3})\b",
    re.I,
)
_BARE_RTRW = re.compile(r"(?<![\d/])0(\d{1,2})\s*/\s*0?(\d{1,2})(?![\d/])")
_POSTCODE = re.compile(
    r"(?:kode\s*pos|kodepos|k\.?\s*pos|kd\s*pos|pos)\s*[:.]?\s*(\d{5})\b|(?<!\d)(\d{5})\s*[.)]?\s*$|(?<=[,\s])(\d{5})(?=\s*(?:,|\s+(?:indonesia|banten|kota|kab)))",
    re.I,
)
_STREET = re.compile(
    r"^\s*(?:jl|jln|jalan|gg|gang|kp|kmp|kampung|kamp|perum|perumahan|perumnas|komp|kompl|komplek|kompleks|villa|vila|blok|blk|dusun|"
    r"dsn|dukuh|ruko|rukan|apt|apartemen|cluster|griya|taman|pondok\s+indah|graha|bukit|lingkungan|link|pasar|plaza|mall|"
    r"gedung|rusun|asrama|sentra|no|nomor|bsd|lt|lantai|kavling|kav|puri|permata|depan|belakang|samping|dekat|sebelah)\b\.?",
    re.I,
)
_NUMBER = re.compile(r"(?:\bno(?:mor)?\.?\s*)?\b\d+\s*[A-Za-z]?(?:\s*[/\-]\s*\d*[A-Za-z]?)?\b(?!.*\d)", re.I)


def understand_address(cell: Cell, places: Gazetteer) -> dict[str, Said]:
    """The parts that the text says, keyed by field; `street` holds what is no other part."""
    raw = cell if isinstance(cell, str) else shown(cell)
    text = shown(re.sub(r"\s*[\r\n]+\s*", ", ", raw.strip()))[:500]
    if is_nothing(text):
        return {"street": Said(None, "not_said")}
    found: dict[str, Said] = {}
    text = _take_postcode(text, found)
    text = _stops_as_commas(_take_rt_rw(text, found), places)
    loose = text
    labelled = labels_in(_hide_street_labels(text))
    if labelled:
        loose = _take_labelled(labelled, places, found)
    loose = _take_first(loose, places, found)
    head, tail = _cut(loose)
    if tail and "kelurahan" not in found:
        head, tail = _after_number(head, tail, places)
    left = _take_unlabelled(tail, places, found) if tail else []
    if not tail and not labelled:
        head = _take_pair_at_end(head, places, found)
    street = ", ".join(part for part in [head.strip(" ,;-."), *left] if part)
    found["street"] = Said(street or None, "split" if found else "as_written")
    return found


def _hide_street_labels(text: str) -> str:
    """ "Jl. Desa Baru" and "Jl. Kota Bambu" name roads: their second word is no label."""
    return re.sub(
        r"(?i)\b((?:jl|jln|jalan|gg|gang)\b\.?\s*(?:raya\s+)?)(desa|kota|kel|kelurahan|kecamatan|ds)\b", r"\1\2_", text
    )


def _take_postcode(text: str, found: dict[str, Said]) -> str:
    match = _POSTCODE.search(text)
    if match:
        code = match[1] or match[2] or match[3]
        before = text[: match.start()]
        if (
            (match[1] or not re.search(r"(?:no|blok|kav|nomor)\.?\s*$", before, re.I))
            and not code.startswith("0")
            and before.strip()
        ):
            found["postcode"] = Said(code, "postcode")
            return before + " " + text[match.end() :]
    return text


def _take_rt_rw(text: str, found: dict[str, Said]) -> str:
    def take(match: re.Match[str]) -> str:
        rt = match["a"] or match["c"] or match["e"] or match["g"]
        rw = match["b"] or match["d"] or match["f"] or match["h"]
        for name, value in (("rt", rt), ("rw", rw)):
            if value and name not in found:
                found[name] = Said(value.lstrip("0").zfill(2) if value.strip("0") else None, "rt_rw")
        return " , "

    text = _RTRW.sub(take, text)
    if "rt" not in found and (bare := _BARE_RTRW.search(text)):
        found["rt"], found["rw"] = Said(bare[1].zfill(2), "rt_rw"), Said(bare[2].zfill(2), "rt_rw")
        text = text[: bare.start()] + " , " + text[bare.end() :]
    return text


def _take_labelled(parts: dict[str, str], places: Gazetteer, found: dict[str, Said]) -> str:
    extra: list[str] = []
    for name in ("kelurahan", "kecamatan"):
        if name in parts:
            match, rest = longest_prefix(parts[name], places, name)
            if match and rest:
                found[name] = named(parts[name][: len(parts[name]) - len(rest)], places, name)
                extra.append(rest)
            else:
                found[name] = named(parts[name], places, name)
    if "city" in parts:
        found["city"] = Said(places.city(parts["city"]) or city_name(parts["city"]), "labelled")
    return parts[""].replace("_", "") + "".join(f", {text}" for text in extra)


def _cut(text: str) -> tuple[str, list[str]]:
    """The street and the parts after it. Without a comma the last number ends the street."""
    text = re.sub(r"\s+-\s+", ", ", text)
    segments = [segment.strip(" .-") for segment in text.split(",")]
    segments = [segment for segment in segments if segment]
    if not segments:
        return "", []
    if len(segments) == 1:
        number = None if re.search(r",\s*$", text) else _NUMBER.search(segments[0])
        if number and segments[0][number.end() :].strip(" .,-"):
            return segments[0][: number.end()], [segments[0][number.end() :].strip(" .,-")]
        if _STREET.match(segments[0]) or re.search(r"\d", segments[0]) or text.rstrip().endswith(","):
            return segments[0], []
        return "", segments
    if _STREET.match(segments[0]) or re.search(r"\d", segments[0]) or len(segments) > 2:
        return segments[0], segments[1:]
    return "", segments


def _stops_as_commas(text: str, places: Gazetteer) -> str:
    """ "No. 12.Pondok Karya.Pondok Aren": a full stop before a place's whole name parts as a comma does."""
    pieces = re.split(r"\.\s*(?=[A-Za-z])", text)
    joined = pieces[0]
    for piece in pieces[1:]:
        name = re.split(r"[,;(\d]|\s[-–—]\s", piece, maxsplit=1)[0].strip(" .")
        place = places.kelurahan(name, loosely=False) or places.kecamatan(name, loosely=False)
        abbreviated = re.search(r"(?:^|[^A-Za-z])[A-Za-z]{1,3}$", joined.rstrip())
        street = _STREET.match(piece)
        joined += (", " if (place or street) and not abbreviated else ". ") + piece
    return joined if joined.count(",") != text.count(",") else text


def _take_first(text: str, places: Gazetteer, found: dict[str, Said]) -> str:
    """ "Pondok Jagung, Jl. Pinang 60": a kelurahan, perhaps with its kecamatan, before the street."""
    first, comma, rest = text.partition(",")
    if not comma or "kelurahan" in found or not any(_STREET.match(part) for part in re.split(r"[,.]\s*", rest)):
        return text
    if places.kelurahan(first.strip(" ."), loosely=False) is None:
        return text
    also = places.kecamatan(first.strip(" ."), loosely=False)
    if also is not None and "kecamatan" not in found:
        # True either way as the kecamatan; which kelurahan it is stays open.
        found["kecamatan"] = named(first, places, "kecamatan")
        found["kelurahan"] = Said(None, "not_said", doubt("kelurahan_or_kecamatan", text=also.name), also.name)
        return rest.strip(" ,.")
    if also is not None and not places.holds(also.name, str(found["kecamatan"].value)):
        return text
    found["kelurahan"] = named(first, places, "kelurahan")
    second, comma, after = rest.partition(",")
    above = places.kecamatan(second.strip(" ."), loosely=False)
    if comma and "kecamatan" not in found and above and places.holds(str(found["kelurahan"].value), above.name):
        found["kecamatan"] = Said(above.name, "gazetteer")
        return after.strip(" ,.")
    return rest.strip(" ,.")


def _after_number(head: str, tail: list[str], places: Gazetteer) -> tuple[str, list[str]]:
    """ "Jl. Merpati 95 Pondok Cabe Ilir - Pamulang": a kelurahan's whole name right after the house number."""
    number = _NUMBER.search(head)
    name = head[number.end() :].strip(" .,-") if number else ""
    if number and name and places.kelurahan(name, loosely=False) and number.start() > 0:
        return head[: number.end()], [name, *tail]
    return head, tail


def _take_unlabelled(segments: list[str], places: Gazetteer, found: dict[str, Said]) -> list[str]:
    """Takes city, kecamatan and kelurahan off the end of the parts; returns what is left."""
    parts = [re.sub(r"\s+", " ", segment) for segment in segments]
    while parts and (
        parts[-1].lower().strip(" .") in PROVINCES or re.fullmatch(r"(?i)(?:prov(?:insi)?|propinsi)\b.*", parts[-1])
    ):
        parts.pop()
    if parts and "city" not in found:
        city = places.city(parts[-1])
        if city is None and is_city_words(parts[-1]):
            city = city_name(parts[-1])
        if city is not None and not (places.kecamatan(parts[-1], loosely=False) and not is_city_words(parts[-1])):
            found["city"] = Said(city, "gazetteer")
            parts.pop()
    known_city = "city" in found
    before = dict(found)
    if parts and "kecamatan" not in found:
        parts = _take_last(parts, places, found, "kecamatan")
    if parts and "kelurahan" not in found:
        parts = _take_last(parts, places, found, "kelurahan")
    if (
        "kecamatan" in found
        and "kecamatan" not in before
        and "kelurahan" not in found
        and not parts
        and places.kelurahan(str(found["kecamatan"].value), loosely=False)
    ):
        name = str(found["kecamatan"].value)
        found["kelurahan"] = Said(None, "not_said", doubt("kelurahan_or_kecamatan", text=name), name)
    if not places.places or (known_city and not _same_city(found, places)):
        parts = _by_position(parts, found)
    return parts


def _same_city(found: dict[str, Said], places: Gazetteer) -> bool:
    return any(places.city(str(found["city"].value)) == place.city for place in places.places[:1])


def _take_last(parts: list[str], places: Gazetteer, found: dict[str, Said], kind: str) -> list[str]:
    """Takes a name of that kind off the end of the last part: the whole part, or its last words."""
    last = parts[-1]
    if _STREET.match(last) and not _find(places, last, kind, loosely=False):
        return parts
    match = _find(places, last, kind, loosely=True)
    if kind == "kecamatan" and match and match.how == "misspelt" and places.kelurahan(last, loosely=False):
        match = None
    if match:
        found[kind] = named(last, places, kind)
        return parts[:-1]
    words = last.split()
    for count in range(min(4, len(words) - 1), 0, -1):
        tail = " ".join(words[-count:])
        if _find(places, tail, kind, loosely=False):
            if kind == "kelurahan" and not re.search(r"\d", last) and len(parts) == 1 and len(words) > count + 2:
                break
            found[kind] = named(tail, places, kind)
            return [*parts[:-1], " ".join(words[:-count])]
    return parts


def _find(places: Gazetteer, text: str, kind: str, *, loosely: bool):  # type: ignore[no-untyped-def]
    return places.kelurahan(text, loosely=loosely) if kind == "kelurahan" else places.kecamatan(text, loosely=loosely)


def _by_position(parts: list[str], found: dict[str, Said]) -> list[str]:
    """In a city that the gazetteer doesn't know, the order tells: kelurahan, kecamatan, city."""
    plain = [
        part for part in parts if not re.search(r"\d", part) and not _STREET.match(part) and len(part.split()) <= 4
    ]
    if len(plain) < 2 or "kelurahan" in found or "kecamatan" in found or parts[-2:] != plain[-2:]:
        return parts
    for kind, text in zip(("kelurahan", "kecamatan"), plain[-2:], strict=True):
        found[kind] = Said(text, "by_position", doubt("unknown_place", text=text))
    return parts[:-2]


def _take_pair_at_end(head: str, places: Gazetteer, found: dict[str, Said]) -> str:
    """ "Jl. Masjid Pondok Kacang Timur Pondok Aren": both names at the end, one within the other, are places."""
    words = head.strip(" ,.").split()
    for above in range(min(3, len(words) - 2), 0, -1):
        kecamatan = places.kecamatan(" ".join(words[-above:]), loosely=False)
        if kecamatan is None:
            continue
        for below in range(min(4, len(words) - above - 1), 0, -1):
            text = " ".join(words[-above - below : -above])
            kelurahan = places.kelurahan(text, loosely=False)
            if kelurahan and places.holds(kelurahan.name, kecamatan.name):
                found["kelurahan"] = Said(kelurahan.name, "gazetteer")
                found["kecamatan"] = Said(kecamatan.name, "gazetteer")
                return " ".join(words[: -above - below])
    return head
