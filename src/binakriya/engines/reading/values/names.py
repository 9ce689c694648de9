"""Names are kept as written: trimmed, runs of spaces as one, without quotation marks around them. What is a title or a
degree can be told apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from binakriya.engines.reading.records import Cell, shown
from binakriya.engines.reading.values.said import Said

TITLES = re.compile(
    r"^(?:(?:h|hj|haji|hajjah|ibu|bu|ibuk|bapak|bpk|pak|sdr|sdri|tn|ny|nn|mr|mrs|ms|kh|ust|ustadz|drs?|dra|ir|prof)\b\.?\s*)+",
    re.I,
)
DEGREES = re.compile(
    r",?\s*\b(?:S\.?\s?(?:E|H|Pd|Sos|Kom|Ag|T|Ked|Psi|Sn|Si|Ak|IP)|A\.?\s?Md|M\.?\s?(?:M|Pd|Si|Kom|Sn|H|T)|SE|SH|ST|MM|MSi)\b\.?",
    re.I,
)
BUSINESS_WORDS = re.compile(
    r"\b(?:cv|ud|pt|pd|toko|craft|kraft|handicraft|handycraft|batik|griya|rumah|galeri|gallery|kriya|kerajinan|"
    r"konveksi|"
    r"collection|koleksi|bordir|sulam|rajut|anyaman|bambu|rotan|kayu|keramik|perak|tas|lilin|store|shop|art|kreasi|"
    r"creative|butik|boutique|furniture|mebel|sepatu|"
    r"souvenir|hampers|snack|catering|kue|dapur|jaya|abadi|mandiri|"
    r"berkah|barokah|sejahtera|makmur|studio|workshop|sanggar|usaha|industri|house|leather|"
    r"shoes|decoupage|daur ulang)\b",
    re.I,
)


_QUOTED = re.compile(
    r"\"([^\"]+)\"|[“”„‟]([^“”„‟\"]+)[“”„‟\"]|«([^«»]+)»|‹([^‹›]+)›|(?<!\w)[‘‚'`´]([^‘’'`´]+(?:['’]\w[^‘’'`´]*)*)[’'`´](?!\w)"
)
"""A quoted part. A lone mark is no quotation: the apostrophe of "D'Kriya", the inch of "Rak 5\""."""


_MARKS = "\"'`´‘’“”„«»‹› "


def without_quotes(text: str) -> str:
    """The name without the marks that stand around it or around a part of it: `UD "Mawar"` -> UD Mawar."""
    bare = shown(_QUOTED.sub(lambda found: f" {next(part for part in found.groups() if part)} ", text))
    inches = re.search(r"\d\s?[\"'’”]$", bare)
    return bare.lstrip(_MARKS) if inches else bare.strip(_MARKS)


def understand_name(cell: Cell) -> Said:
    """A name as written, without quotation marks around it; a dash says nothing."""
    text = without_quotes(shown(cell).strip(" ,;")).strip(" ,;")
    if not text or re.fullmatch(r"[-–—_.\s/]+|(?i:tidak ada|belum ada|n/?a|nihil)", text):
        return Said(None, "not_said")
    return Said(text, "as_written")


def split_name(name: str) -> tuple[str, str, str]:
    """Titles in front, the bare name, degrees behind: "Hj. Siti Handayani, S.Pd"."""
    front = TITLES.match(name)
    titles = front[0].strip() if front and len(front[0]) < len(name) else ""
    rest = name[len(front[0]) :] if titles and front else name
    behind = DEGREES.search(rest)
    degrees = rest[behind.start() :].strip(" ,") if behind and behind.start() > 0 else ""
    bare = rest[: behind.start()] if degrees and behind else rest
    return titles, bare.strip(" ,"), degrees


_LEGAL = re.compile(r"^\W*(?:cv|ud|pt|pd|toko|tb|kub|kelompok)\b", re.I)


def _parts(cell: Cell) -> list[str]:
    raw = cell if isinstance(cell, str) else shown(cell)
    return [
        shown(part).strip(" ,")
        for part in re.split(r"\s*[/\n\r|;]\s*|\s+-\s+|\s*[()]\s*", raw.strip())
        if part.strip(" ,")
    ]


def _owner_leads(parts: list[str]) -> bool | None:
    """Whether the first of two parts is the person: titles, degrees and legal forms tell; None when nothing does."""
    person = [bool(TITLES.match(part) or DEGREES.search(part)) and not _LEGAL.match(part) for part in parts[:2]]
    firm = [bool(_LEGAL.match(part)) for part in parts[:2]]
    first, second = person[0] or firm[1], person[1] or firm[0]
    return first if first != second else None


def owner_comes_first(cells: Sequence[Cell], header: str = "") -> bool | None:
    """The order that a column of both names keeps: its header says it, unless its cells clearly say otherwise."""
    low = header.lower()
    owner = re.search(r"pemilik|pengusaha|owner|pengrajin|perajin|pimpinan|pelaku|pengelola", low)
    business = re.search(r"\b(?:nama usaha|usaha|perusahaan|ikm|umkm|ukm|business|company|brand|merek|toko)\b", low)
    said = owner.start() < business.start() if owner and business else None
    told = [_owner_leads(parts) for cell in cells if len(parts := _parts(cell)) >= 2]
    yes, no = told.count(True), told.count(False)
    if not yes and not no:
        words = [
            bool(BUSINESS_WORDS.search(parts[1]))
            for cell in cells
            if len(parts := _parts(cell)) >= 2
            and bool(BUSINESS_WORDS.search(parts[0])) != bool(BUSINESS_WORDS.search(parts[1]))
        ]
        yes, no = words.count(True), words.count(False)
    if yes + no < 2:
        return said
    return said if said is not None and min(yes, no) > 0.2 * (yes + no) else yes > no if yes != no else said


def split_owner_and_business(cell: Cell, owner_first: bool | None = None) -> tuple[Said, Said]:
    """One cell that names both: "Griya Batik / Ibu Aisyah". Returns business, owner.

    `owner_first`: the order of the column, for cells in which nothing tells.
    """
    parts = _parts(cell)
    if len(parts) < 2:
        said = understand_name(cell)
        if said.value and TITLES.match(str(said.value)) and not BUSINESS_WORDS.search(str(said.value)):
            return Said(None, "not_said"), said
        return said, Said(None, "not_said")
    first, second = parts[0], parts[1]
    swapped = _owner_leads(parts)
    if swapped is None:
        swapped = owner_first
    if swapped is None:
        swapped = bool(BUSINESS_WORDS.search(second)) and not BUSINESS_WORDS.search(first)
    business, owner = (second, first) if swapped else (first, second)
    return Said(without_quotes(business) or None, "split"), Said(without_quotes(owner) or None, "split")
