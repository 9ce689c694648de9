"""Rupiah: amounts and ranges, units said by the cell or by the header, periods turned into a year.

Rules: a unit in the header, as "(Rp. 000)" or "(juta)", multiplies plain numbers only; a cell that says its own unit
("Rp 24 juta", "500rb") or a full amount with "Rp" is left alone. A monthly figure counts twelve times, a weekly one 52;
a daily one is not turned into a year, because nobody said on how many days the workshop runs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from binakriya.engines.reading.records import Cell, Note, shown
from binakriya.engines.reading.values.blanks import is_nothing
from binakriya.engines.reading.values.numbers import NUMBER, parse_number, whole, words_to_number
from binakriya.engines.reading.values.said import Said, doubt

_UNITS = {
    "rb": 3,
    "rbu": 3,
    "ribu": 3,
    "ribuan": 3,
    "k": 3,
    "jt": 6,
    "jta": 6,
    "juta": 6,
    "jutaan": 6,
    "jt an": 6,
    "jtan": 6,
    "jut": 6,
    "m": 9,
    "mil": 9,
    "milyar": 9,
    "miliar": 9,
    "milyard": 9,
    "milyaran": 9,
    "b": 9,
    "t": 12,
    "trilyun": 12,
    "triliun": 12,
}
_UNIT = r"ribuan|ribu|rbu|rb|k|jutaan|juta|jta|jt\s?an|jut|jt|milyaran|milyard|milyar|miliar|mil|m|trilyun|triliun"
_LONG_UNIT = "ribu|juta|milyar|miliar"
_AMOUNT = re.compile(rf"(?P<rp>rp\.?\s*|idr\s*)?(?P<number>{NUMBER})\s*(?P<unit>(?:{_UNIT})(?![a-z]))?", re.I)
_SHORT_MILLIARD = re.compile(r"\d\s*m\b", re.I)
_TO = r"-|–|—|s\s*/\s*d\.?|s\.d\.?|sd|sampai(?:\s+dengan)?|hingga|ke|to|~"
_PERIOD_BETWEEN = r"\s*(?:,-|,00)?\s*(?:(?:/|@|per|se)?\s*(?:bln|bulan|thn|tahun|th))?\s*"
_RANGE = re.compile(
    rf"(?:rp\.?\s*|idr\s*)?(?P<n1>{NUMBER})\s*(?P<u1>(?:{_UNIT})(?![a-z]))?{_PERIOD_BETWEEN}(?:{_TO})\s*"
    rf"(?P<rp>rp\.?\s*|idr\s*)?(?P<n2>{NUMBER})\s*(?P<u2>(?:{_UNIT})(?![a-z]))?",
    re.I,
)
_BELOW = re.compile(
    r"<|≤|di\s?bawah|dibawah|kurang\s+dari|krg\s+dr|maks(?:imal)?|max|hingga|s/d|sampai|paling\s+banyak|under", re.I
)
_ABOVE = re.compile(r">|≥|di\s?atas|diatas|lebih\s+dari|lbh\s+dr|minimal|\bmin\b|paling\s+sedikit|ke\s?atas|over", re.I)
_PERIODS = (
    (
        "year",
        re.compile(
            r"(?:/|@|\bper|\bse)\s*(?:thn|tahun|th|yr|year|annum)\b|\bsetahun\b|\bsataun\b|\bsetaun\b|\btahunan\b|\bp\.?a\.?\b|\bannual|\byearly",
            re.I,
        ),
    ),
    (
        "month",
        re.compile(
            r"(?:/|@|\bper|\bse|\btiap)\s*(?:bln|bulan|bl|bln\.|mo|month)\b|\bsebulan\b|\bsabulan\w*|\bsewulan\b|\bbulanan\b|\bmonthly",
            re.I,
        ),
    ),
    (
        "week",
        re.compile(
            r"(?:/|@|\bper|\bse|\btiap)\s*(?:mgg|minggu|mg|pekan|week)\b|\bseminggu\b|\bmingguan\b|\bsepekan\b", re.I
        ),
    ),
    ("day", re.compile(r"(?:/|@|\bper|\bse|\btiap)\s*(?:hr|hari|day)\b|\bsehari\b|\bharian\b", re.I)),
    ("quarter", re.compile(r"\btriwulan|\bkuartal|(?:/|\bper)\s*3\s*(?:bln|bulan)\b", re.I)),
    ("half", re.compile(r"\bsemester|(?:/|\bper)\s*6\s*(?:bln|bulan)\b", re.I)),
)
PERIODS_A_YEAR = {"year": 1, "month": 12, "week": 52, "quarter": 4, "half": 2}
_HEADER_PERIODS = (
    ("quarter", re.compile(r"\b(?:triwulan|kuartal|3\s*(?:bln|bulan)|tiga\s+bulan)\b", re.I)),
    ("half", re.compile(r"\b(?:semester|6\s*(?:bln|bulan)|enam\s+bulan)\b", re.I)),
    ("year", re.compile(r"\b12\s*(?:bln|bulan)\b", re.I)),
    (
        "month",
        re.compile(
            r"\b(?:bln|bulan|bulanan|bl|month|monthly|perbulan|sebulan|perbln|sabulan\w*|sewulan|wulan)\b", re.I
        ),
    ),
    ("week", re.compile(r"\b(?:minggu|mgg|mingguan|pekan|perminggu|seminggu|weekly)\b", re.I)),
    ("day", re.compile(r"\b(?:hari|harian|perhari|sehari|daily)\b", re.I)),
    (
        "year",
        re.compile(r"\b(?:thn|tahun|th|tahunan|year|yearly|annual|pertahun|setahun|perthn|sataun|setaun|taun)\b", re.I),
    ),
)


@dataclass(frozen=True, slots=True)
class MoneyHeader:
    """What header and title say about a column of money: what plain numbers are multiplied with, and the period."""

    times: int = 1
    period: str | None = None
    times_said: bool = False


def unit_said(text: str) -> int | None:
    """What "(Rp. 000)", "(dalam ribuan)", "(Rp juta)" multiplies plain numbers with; None when nothing is said."""
    low = text.lower()
    if re.search(r"(?<![\d.,])(?:x\s*)?(?:1\s*[.,]?\s*)?000[.,]\s?000(?![\d.,]|\s*[.,]\d)", low) and not re.search(
        r"[<>≤≥]|\d\s*-\s*\d", low
    ):
        return 1_000_000
    if re.search(r"(?:rp\.?\s*,?\s*|[(x×,]\s*|dalam\s+|\bdlm\s+|^\s*)(?:1\s*[.,]?\s*)?[.,']?\s*000\b(?![.,]\d)", low):
        return 1_000
    if re.search(r"(?<!\d)(?<!\d\s)\b(?:ribuan|ribu|rb|thousands?)\b", low):
        return 1_000
    if re.search(r"(?<!\d)(?<!\d\s)\b(?:jutaan|juta|jt|millions?|mio)\b", low):
        return 1_000_000
    if re.search(r"(?<!\d)(?<!\d\s)\b(?:milyar|miliar|milyaran|billions?)\b", low):
        return 1_000_000_000
    return None


def money_header(header: str, title_unit: int | None = None) -> MoneyHeader:
    """Unit and period of a column of money, from its header and a unit that the title names for all."""
    header = header.replace("_", " ")
    period = next((name for name, pattern in _HEADER_PERIODS if pattern.search(header)), None)
    own = unit_said(header)
    if own is None and re.search(r"\(\s*rp\.?\s*\)", header, re.I):
        own = 1
    times = own or title_unit or 1
    return MoneyHeader(times, period, own is not None or title_unit is not None)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount or a range in rupiah of the period said; either end may be open."""

    low: int | None
    high: int | None
    period: str | None
    why: str
    warnings: tuple[Note, ...] = ()


def _amount(number: str, unit: str | None, rupiah: bool, times: int) -> tuple[Decimal, bool] | None:
    value = parse_number(number)
    if value is None or value > 10**15:
        return None
    if unit:
        key = re.sub(r"\s+", " ", unit.lower())
        power = _UNITS.get(key, 6 if key.startswith("jt") else 0)
        return value * 10**power, False
    if times > 1 and rupiah and value >= 1_000_000:
        return value, False
    return value * times, times > 1


def parse_money(cell: Cell, header: MoneyHeader = MoneyHeader()) -> Amount | None:
    """The amount that a cell says, not yet turned into a year; None when it says none."""
    if isinstance(cell, bool) or cell is None:
        return None
    if isinstance(cell, (int, float)):
        if cell != cell or cell in (float("inf"), float("-inf")) or cell < 0 or cell > 1e15:
            return None
        value = whole(Decimal(str(cell)) * header.times)
        return Amount(value, value, None, "header_unit" if header.times > 1 else "amount")
    text = shown(cell)
    if is_nothing(text) or len(text) > 300:
        return None
    period = next((name for name, pattern in _PERIODS if pattern.search(text)), None)
    text = re.sub(r"(?<![\d/])1\s?[/⁄]\s?2(?=\s*(?:jt|juta|milyar|miliar|m)\b)", "0,5", text, flags=re.I)
    text = re.sub(r"\b(\d+)\s+setengah\b", r"\1,5", text, flags=re.I)
    text = re.sub(r"(?<=\d),\s?[-–—=]+|(?<=\d)\.[-–—=]+(?!\d)", " ", text)
    text = re.sub(r"\b(\d{1,3}(?:\.\d{3})+),0+\b", r"\1", text)
    text = re.sub(r"(?<=\d) (?=\d{3}(?:\D|$))", ".", text)
    text = re.sub(r"(?<=\d)\s*\.\s+(?=\d{3})", ".", text)
    text = re.sub(r"(?i)(?<=\d)[oO](?=[\doO.,]|$)", "0", text)
    found = _RANGE.search(text)
    if found:
        unit2 = found["u2"]
        unit1 = found["u1"] or unit2
        first = _amount(found["n1"], unit1, bool(re.search(r"rp", found[0], re.I)), header.times)
        second = _amount(found["n2"], unit2, bool(re.search(r"rp", found[0], re.I)), header.times)
        if first and second:
            low, high = first[0], second[0]
            if not found["u1"] and unit2 and low > high:
                plain = _amount(found["n1"], None, False, 1)
                low = plain[0] if plain else low
            if low <= high:
                return Amount(whole(low), whole(high), period, "range")
            return Amount(whole(high), whole(low), period, "range", doubt("range_reversed"))
    matches = [m for m in _AMOUNT.finditer(text) if m["number"]]
    matches = [
        m
        for m in matches
        if m["unit"]
        or m["rp"]
        or not re.match(r"\s*(?:%|org|orang|pcs|unit|buah|bln|bulan|thn|tahun|kali|x\b)", text[m.end() :], re.I)
    ] or []
    if not matches:
        for words in re.finditer(rf"((?:[a-z]+\s+){{0,5}}[a-z]+)\s+({_UNIT})\b|([a-z]+?)({_LONG_UNIT})\b", text, re.I):
            said = (words[1] or words[3]).split()
            numbers = (words_to_number(" ".join(said[at:])) for at in range(len(said)))  # "kurang lebih enam juta"
            number = next((one for one in numbers if one is not None), None)
            if number is not None:
                value = whole(number * 10 ** _UNITS[(words[2] or words[4]).lower()])
                return Amount(value, value, period, "words")
        number = words_to_number(text)
        return Amount(whole(number), whole(number), period, "words") if number and number >= 1000 else None
    chosen = next((m for m in matches if m["unit"] or m["rp"]), matches[0])
    parsed = _amount(chosen["number"], chosen["unit"], bool(chosen["rp"]), header.times)
    if parsed is None:
        return None
    value = whole(parsed[0])
    warnings: tuple[Note, ...] = ()
    usable = [m for m in matches if m["unit"] or m["rp"]] or matches
    if len(usable) > 1:
        warnings += doubt("several_amounts", text=text)
    before = text[: chosen.start()]
    if _BELOW.search(before):
        return Amount(None, value, period, "upper_bound", warnings)
    if re.match(r"\s*(?:,-|,00)?\s*(?:ke\s?bawah|kebawah|kurang|max|maks)", text[chosen.end() :], re.I):
        return Amount(None, value, period, "upper_bound", warnings)
    if _ABOVE.search(before) or re.match(r"\s*(?:keatas|ke atas|lebih|\+)", text[chosen.end() :], re.I):
        return Amount(value, None, period, "lower_bound", warnings)
    if value and times_doubtful(value, chosen, header):
        warnings += doubt("unit_doubtful", times=header.times)
    return Amount(value, value, period, "header_unit" if parsed[1] else "amount", warnings)


def times_doubtful(value: int, chosen: re.Match[str], header: MoneyHeader) -> bool:
    """A full amount without "Rp" in a column of thousands makes hundreds of milliards: doubt it."""
    return header.times > 1 and not chosen["unit"] and not chosen["rp"] and value >= 100_000_000_000


def understand_amount(cell: Cell, header: MoneyHeader) -> Said:
    """One amount of rupiah (investment, assets)."""
    amount = parse_money(cell, header)
    text = shown(cell)
    if amount is None:
        return Said(None, "not_said", () if is_nothing(text) else doubt("no_amount", text=text))
    if amount.low != amount.high:
        return Said(None, amount.why, doubt("range_for_one_value", text=text), amount.low or amount.high)
    small = _too_small(amount.low, header)
    if small is not None:
        return small
    return Said(amount.low, amount.why, amount.warnings)


def _too_small(value: int | None, header: MoneyHeader) -> Said | None:
    """ "15" where rupiah are asked for surely means millions, but the cell does not say so."""
    if value is not None and 0 < value < 1000 and not header.times_said:
        return Said(None, "not_said", doubt("unit_missing", number=value), value * 1_000_000)
    return None


def understand_turnover(cell: Cell, header: MoneyHeader) -> tuple[Said, Said]:
    """Turnover of a year in rupiah: low and high."""
    amount = parse_money(cell, header)
    text = shown(cell)
    if amount is None:
        nothing = Said(None, "not_said", () if not text or text in "-–—" else doubt("no_amount", text=text))
        return nothing, nothing
    small = _too_small(amount.low if amount.low is not None else amount.high, header)
    if small is not None:
        return small, small
    period = amount.period or header.period
    warnings = amount.warnings
    if period is None:
        period = "year"
        warnings += doubt("period_not_said")
    times = PERIODS_A_YEAR.get(period)
    if times is None:
        said = Said(
            None, "not_said", warnings + doubt("daily_turnover", text=text), (amount.low or amount.high or 0) * 300
        )
        return said, said
    if period == "week":
        # Nobody said that all 52 weeks are worked.
        warnings += doubt("about", text=text)
    if period == "month" and _SHORT_MILLIARD.search(text):
        # "1,2 M" a month would be a large firm; some write M for million.
        warnings += doubt("uncertain", text=text)
    why = amount.why if times == 1 else f"{amount.why}_{period}ly" if period != "half" else amount.why
    low = None if amount.low is None else amount.low * times
    high = None if amount.high is None else amount.high * times
    return Said(low, why, warnings), Said(high, why, warnings)
