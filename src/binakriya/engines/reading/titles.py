"""What title lines, section rows and sheet names say for the rows below: places, association, year, unit of money."""

from __future__ import annotations

import re
from datetime import date

from binakriya.engines.reading.places import Gazetteer
from binakriya.engines.reading.values.dates import MONTHS, day
from binakriya.engines.reading.values.money import unit_said
from binakriya.engines.reading.values.places import longest_prefix

_STOP = re.compile(
    r"[,;\n(\d]|\s[-–]\s|\b(?:tahun|thn|th|kota|kab|kabupaten|kelurahan|kel|desa|kecamatan|kec|provinsi|prov|propinsi|bulan|per|"
    r"periode|semester|triwulan|tanggal|kode|rt|rw|alamat|jl|jalan)\b",
    re.I,
)
_PLACE = re.compile(r"\b(?P<kind>kelurahan\s*/\s*desa|kelurahan|kel|desa|kecamatan|kec)\b\s*[.:]*\s*", re.I)
_LETTERHEAD = re.compile(
    r"\b(?:telp|telepon|fax|faks|kode\s*pos|e-?mail|website|www\.|https?:)|^\s*(?:jl|jln|jalan)\b\.?\s", re.I
)
_LETTER = re.compile(r"\b(?:yth|kepada|dengan hormat|bersama ini|demikian|perihal)\b", re.I)
"""A line of the letter that the list is enclosed with: whom it is written to says nothing of the rows."""
_YEAR = re.compile(r"(?<!\d)(20[0-4]\d|199\d)(?!\d)")
_LAW = re.compile(r"\b(?:nomor|no|uu|pp|perda|permen\w*|perwal|keputusan|sk)\b[^,;]{0,40}$", re.I)
_ASSOCIATION = re.compile(
    r"\b(ASIPA|IPEMI|IWAPI|HIPMI|HIPPI|KADIN|DEKRANAS(?:DA)?|APINDO|ASEPHI|AMKRI|HIMKI|PKK|AKUMINDO|HIPMIKINDO|PLUT|UPPKA|UP2K|"
    r"KUBE|P2WKSS|FORKOM\w*|IWABA|TDA|GEKRAFS?|KOPWAN|ASMINDO|APPMI|HIPKI)\b"
)
_GROUP = re.compile(
    r"\b(?:asosiasi|paguyuban|himpunan|ikatan|koperasi|komunitas|forum|perkumpulan)\b[^,;\d()\n]{3,60}",
    re.I,
)
_NO_NAME = re.compile(r"(?:di|ke|dari|dan|atau|yang|untuk|pada|se|per|ini|itu|terkait|setempat|masing\S*)$", re.I)
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_FULL_DATE = re.compile(rf"(?<!\d)(\d{{1,2}})[\s./-]+({_MONTH}|\d{{1,2}})[\s./-]+(20\d\d)(?!\d)", re.I)
_MONTH_YEAR = re.compile(rf"\b({_MONTH})\s+(20\d\d)(?!\d)", re.I)
_VENUE = re.compile(
    r"\b(?:aula|kantor|gedung|balai|pendopo|tempat|hotel|resto|lapangan|puskesmas|koramil|polsek|camat|lurah|gor|rptra)\b"
    r"\W*(?:\w+\W+){0,2}$",
    re.I,
)
"""Where a meeting is held says nothing about those who come."""
_NOT_NAMES = re.compile(r"(?i)^(?:se|per|dan|di|yang|ikm|umkm|masing|seluruh|terpilih|se-\w+)\b")


def facts_of(text: str, places: Gazetteer) -> dict[str, str]:
    """Facts in a title line or section row, keyed by field (`kelurahan`, `kecamatan`, `city`, `association`)."""
    text = re.sub(r"\s+", " ", text).strip()
    if not text or len(text) > 300 or _LETTERHEAD.search(text) or _LETTER.search(text):
        return {}
    found: dict[str, str] = {}
    for mark in _PLACE.finditer(text):
        kind = "kecamatan" if mark["kind"].lower().startswith("kec") else "kelurahan"
        if re.search(r"(?:\d|\bper|\bse|\bantar|\btiap|\bsetiap)[\s-]*$", text[: mark.start()], re.I) or kind in found:
            continue
        if _VENUE.search(text[: mark.start()]):
            continue
        rest = text[mark.end() :]
        if _names_several(rest, kind, places):
            continue
        cut = _STOP.search(rest)
        name = (rest[: cut.start()] if cut else rest).strip(" .:-/")
        if not name or _NOT_NAMES.match(name) or len(name.split()) > 5:
            continue
        if re.search(r"\s(?:dan|&)\s|/", name):
            continue
        match, _ = longest_prefix(name, places, kind)
        if match is not None:
            found[kind] = match.name
        elif len(name.split()) <= 3:
            found[kind] = name.title() if name.isupper() else name
    if city := re.search(r"\b(kota|kabupaten|kab)\b\.?\s*:?\s*([A-Za-z][A-Za-z ]{2,40})", text, re.I):
        cut = _STOP.search(city[2])
        name = (city[2][: cut.start()] if cut else city[2]).strip()
        if name and not _NOT_NAMES.match(name):
            written = name.title() if name.isupper() else name
            found["city"] = places.city(name) or (written if city[1].lower() == "kota" else f"Kabupaten {written}")
    if association := _ASSOCIATION.search(text):
        found["association"] = association[1]
    elif (group := _GROUP.search(text)) and not re.search(r"dinas|kementerian", group[0], re.I):
        name = re.split(r"\b(?:tahun|kota|kab|kecamatan|kelurahan|kec|kel)\b", group[0], maxsplit=1, flags=re.I)[
            0
        ].strip(" .:-")
        if len(name.split()) >= 2 and not _NO_NAME.match(name.split()[1]):
            found["association"] = name
    return found


def _names_several(rest: str, kind: str, places: Gazetteer) -> bool:
    """ "KECAMATAN SERPONG, SETU DAN PAMULANG" says no single place for the rows below."""
    parts = [part.strip(" .:") for part in re.split(r"\s*[,/&]\s*|\s+(?:dan|serta)\s+", rest, flags=re.I)][:3]
    find = places.kecamatan if kind == "kecamatan" else places.kelurahan
    return (
        len(parts) > 1 and bool(find(parts[0], loosely=False)) and any(find(part, loosely=False) for part in parts[1:])
    )


def section_facts(text: str, places: Gazetteer) -> dict[str, str]:
    """Facts of a section row: as a title's, or the bare name of a place ("SERPONG")."""
    found = facts_of(text, places)
    if found:
        return found
    return bare_place(text, places)


def bare_place(text: str, places: Gazetteer) -> dict[str, str]:
    """A text that is nothing but a place's name, perhaps numbered."""
    bare = re.sub(
        r"(?i)^\s*(?:[ivxlc]+|[a-z]|\d{1,2})\s*[.)]\s*|\b(?:20\d\d|19\d\d)\b|\b(?:data|ikm|umkm|ukm|list|daftar|sheet|wilayah|wil)\b",
        " ",
        text,
    )
    bare = re.sub(r"\(\d+\)|\b\d+\b", " ", bare).strip(" .:-_()")
    if not bare:
        return {}
    if kecamatan := places.kecamatan(bare.replace("_", " "), loosely=False):
        return {"kecamatan": kecamatan.name}
    if kelurahan := places.kelurahan(bare.replace("_", " "), loosely=False):
        return {"kelurahan": kelurahan.name}
    return {}


def sheet_name_facts(name: str, places: Gazetteer) -> dict[str, str]:
    """What a sheet's name says of places."""
    found = facts_of(name.replace("_", " "), places)
    return found if "kecamatan" in found or "kelurahan" in found else found | bare_place(name, places)


def money_unit(texts: list[str]) -> int | None:
    """A unit of money that a title names for the whole list: "(dalam ribuan rupiah)"."""
    for text in texts:
        if re.search(r"rupiah|\brp\b|nilai|dalam\s+(?:ribu|juta)|satuan", text, re.I) and (unit := unit_said(text)):
            return unit
    return None


def date_said(texts: list[str]) -> date | None:
    """The date, month or year that title lines give the list: the latest; a year counts to its last day."""
    dates: list[date] = []
    for text in texts:
        if len(text) > 300:
            continue
        before = len(dates)
        for found in _FULL_DATE.finditer(text):
            month = MONTHS.get(found[2].lower()) or (int(found[2]) if found[2].isdigit() else 0)
            if exact := day(int(found[3]), month, int(found[1])):
                dates.append(exact)
        if len(dates) > before:
            continue
        for found in _MONTH_YEAR.finditer(text):
            dates.append(date(int(found[2]), MONTHS[found[1].lower()], 28))
        if len(dates) > before:
            continue
        for found in _YEAR.finditer(text):
            if not _LAW.search(text[: found.start()]):
                dates.append(date(int(found[1]), 12, 31))
    return max(dates, default=None)
