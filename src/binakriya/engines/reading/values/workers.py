"""How many work there: "5 org", "3 laki2, 1 perempuan", "L 2 P 3", "2L/3P", "sendiri"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from binakriya.engines.reading.records import Cell, Note, shown
from binakriya.engines.reading.values.blanks import is_nothing
from binakriya.engines.reading.values.numbers import words_to_number
from binakriya.engines.reading.values.said import doubt

_MEN = r"(?:laki\s*[-2²]*\s*(?:laki)?|lk|lki|pria|l|cowok|cwo|male|m|bapak)(?![a-z])"
_WOMEN = r"(?:perempuan|perempuam|prempuan|wanita|prp|pr|p|w|cewek|cwe|female|f|ibu)(?![a-z])"
_COUNT = r"(?<![\d.,])(\d{1,4})(?![\d])"
_SEP = r"\s*(?:orang|org|oran|tenaga|org\.)?\s*[=:.\-]?\s*[(]?\s*"
_ALONE = re.compile(r"\b(?:sendiri(?:an)?|seorang diri|dikerjakan sendiri|single|pemilik saja|owner saja)\b", re.I)
_PAIRS = {
    "berdua": 2,
    "bertiga": 3,
    "berempat": 4,
    "berlima": 5,
    "suami istri": 2,
    "suami-istri": 2,
    "suami & istri": 2,
    "suami dan istri": 2,
    "saya dan suami": 2,
    "saya dan istri": 2,
    "saya dan anak": 2,
    "seorang": 1,
}


@dataclass(frozen=True, slots=True)
class Workers:
    """All, men and women, each None when not said."""

    total: int | None
    men: int | None
    women: int | None
    why: str
    warnings: tuple[Note, ...] = ()


def parse_workers(cell: Cell, *, pair: bool = False) -> Workers:
    """`pair`: the header says that "3/2" is men / women."""
    nothing = Workers(None, None, None, "not_said")
    if isinstance(cell, bool):
        return nothing
    if isinstance(cell, (int, float)):
        if cell != cell or cell < 0 or cell > 99_999 or cell != int(cell):
            return Workers(None, None, None, "not_said", doubt("no_count", text=shown(cell)))
        return Workers(int(cell), None, None, "count")
    text = shown(cell)
    if is_nothing(text):
        return Workers(None, None, None, "not_said", () if len(text) < 3 else doubt("no_count", text=text))
    low = text.lower()[:200]
    by_sex = _by_sex(low)
    if by_sex is not None:
        return by_sex
    if pair and (found := re.fullmatch(r"\s*(\d{1,4}|-)\s*[/;,\-:+&]\s*(\d{1,4}|-)\s*", low)):
        one = None if found[1] == "-" else int(found[1])
        two = None if found[2] == "-" else int(found[2])
        return Workers((one or 0) + (two or 0) if (one, two) != (None, None) else None, one, two, "by_sex")
    if len(set(re.findall(_COUNT, low))) == 1 and (
        own := re.search(r"(?:\+|&|\bdan\b|\bdengan\b|plus)\s*(?:saya|pemilik|owner|sendiri)\b", low)
    ):
        count = int(re.findall(_COUNT, low)[0]) + 1
        return Workers(count, None, None, "sum", doubt("summed", text=own[0]))
    alone = _ALONE.search(low)
    numbers = [int(n) for n in re.findall(_COUNT, re.sub(r"(?<=\d)[.,]0\b", "", low))]
    if alone:
        more = sum(numbers) if re.search(r"\+|\bdan\b|\bdibantu\b|\b&\b|plus|ditambah", low) and numbers else 0
        if not more and numbers and numbers[0] > 1:
            return Workers(numbers[0], None, None, "count", doubt("about", text=text))
        return Workers(1 + more, None, None, "alone")
    for words, count in _PAIRS.items():
        if re.search(rf"\b{words}\b", low) and not numbers:
            return Workers(count, None, None, "words")
    if re.search(rf"{_COUNT}\s*(?:-|–|s\s*/?\s*d|sampai|hingga)\s*{_COUNT}", low) and len(numbers) == 2:
        return Workers(None, None, None, "range", doubt("range_for_one_value", text=text))
    if len(numbers) == 1:
        about = doubt("about", text=text) if re.search(r"[±+~<>]|kurang|lebih|sekitar|kira|krg", low) else ()
        return Workers(numbers[0], None, None, "count", about)
    if len(numbers) == 2 and re.search(r"\d\s*(?:orang|org)?\s*(?:\+|dan|&|,)\s*\d", low):
        return Workers(sum(numbers), None, None, "sum", doubt("summed", text=text))
    if len(numbers) >= 3 and numbers[0] == sum(numbers[1:]):
        return Workers(numbers[0], None, None, "count")
    if len(numbers) >= 2 and len(
        re.findall(r"\d\s*(?:orang|org)?\s*(?:tetap|harian|borongan|lepas|keluarga|tidak tetap|musiman|freelance)", low)
    ) == len(numbers):
        return Workers(sum(numbers), None, None, "sum", doubt("summed", text=text))
    if numbers:
        return Workers(None, None, None, "not_said", doubt("several_numbers", text=text))
    spelled = words_to_number(re.sub(r"\b(?:orang|org|karyawan|pekerja|pegawai)\b", " ", low))
    if spelled is not None and spelled == int(spelled):
        return Workers(int(spelled), None, None, "words")
    return Workers(None, None, None, "not_said", doubt("no_count", text=text[:80]))


def _by_sex(text: str) -> Workers | None:
    """ "3 laki2, 1 perempuan" and "L 3 P 1", "4 orang (3 L, 1 P)"; the first pair tells the order."""
    before = [(m.start(), 0, m) for m in re.finditer(rf"(?<![a-z]){_MEN}{_SEP}{_COUNT}", text)]
    before += [(m.start(), 1, m) for m in re.finditer(rf"(?<![a-z]){_WOMEN}{_SEP}{_COUNT}", text)]
    after = [(m.start(), 0, m) for m in re.finditer(rf"{_COUNT}\s*(?:orang|org)?\s*[.\-]?\s*{_MEN}", text)]
    after += [(m.start(), 1, m) for m in re.finditer(rf"{_COUNT}\s*(?:orang|org)?\s*[.\-]?\s*{_WOMEN}", text)]
    if not before and not after:
        return None
    stated = re.match(rf"\s*{_COUNT}\s*(?:\([a-z ]+\))?\s*(?:orang|org|pekerja|karyawan)?\s*[(:,=\-]", text)
    total = int(stated[1]) if stated else None
    first_before = min((start for start, _, _ in before), default=len(text))
    first_after = min((start for start, _, _ in after), default=len(text))
    if stated is not None and first_after <= stated.start(1) and before:
        first_after = len(text)
    chosen = before if first_before < first_after else after
    counts: list[int | None] = [None, None]
    for _, sex, match in sorted(chosen, key=lambda item: item[0]):
        if counts[sex] is None:
            counts[sex] = int(match[1])
    men, women = counts
    summed = (men or 0) + (women or 0)
    if total is None or (stated is not None and any(m.start(1) == stated.start(1) for _, _, m in chosen)):
        return Workers(summed, men, women, "by_sex")
    warnings = doubt("sum_differs", said=total, sum=summed) if total != summed and None not in (men, women) else ()
    return Workers(total, men, women, "by_sex", warnings)
