"""What only the whole table tells about a column."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from binakriya.engines.reading.columns.assigning import Proposal
from binakriya.engines.reading.headers import normal_header
from binakriya.engines.reading.records import Note

_MEN = frozenset({"l", "laki", "pa", "m"})
_WOMEN = frozenset({"p", "perempuan", "pi", "w", "f"})


def second_look(
    proposals: list[Proposal], headers: Sequence[str], shares: Sequence[Mapping[str, float]], fixed: Mapping[int, str]
) -> list[Proposal]:
    """What only the whole table tells."""
    taken = {proposal.field: index for index, proposal in enumerate(proposals)}
    result = list(proposals)

    def free(index: int) -> bool:
        return index not in fixed and all(note.code != "learned" for note in proposals[index].why)

    def move(index: int, name: str, code: str) -> None:
        result[index] = Proposal(name, min(proposals[index].confidence, 0.7), (*proposals[index].why, Note(code)))

    both = taken.get("business_and_owner")
    if both is not None and free(both):
        if "business_name" in taken and "owner_name" not in taken:
            move(both, "owner_name", "other_name_elsewhere")
        elif "owner_name" in taken and "business_name" not in taken:
            move(both, "business_name", "other_name_elsewhere")
    owner, business = taken.get("owner_name"), taken.get("business_name")
    if owner is not None and business is None and free(owner) and "business_and_owner" not in taken:
        words = " ".join(normal_header(headers[owner]))
        if words in ("nama", "nama usaha", "") and shares[owner].get("business", 0) > 0.5 > shares[owner].get(
            "title", 0
        ):
            move(owner, "business_name", "names_of_businesses")
    mark = taken.get("has_trademark")
    if (
        (
            mark is not None
            and free(mark)
            and re.fullmatch(r"(?:nama )?merek(?: usaha| produk| dagang)?", " ".join(normal_header(headers[mark])))
        )
        and shares[mark].get("distinct", 0) > 0.6
        and shares[mark].get("words", 0) > 0.8
        and shares[mark]["filled"] >= 4
    ):
        move(mark, "business_name" if business is None else "other", "names_of_brands")
    turnover = taken.get("turnover")
    if turnover is not None and free(turnover):
        years = _years_alike(turnover, headers)
        latest = _latest_filled(years, shares)
        kept = replace(proposals[turnover], confidence=1.0)
        for at in years.values():
            if free(at) and at not in fixed:
                result[at] = kept if at == latest else Proposal("other", 1.0, (Note("earlier_year"),))
    sex = taken.get("sex")
    if (
        sex is not None
        and free(sex)
        and shares[sex]["filled"] >= 2
        and shares[sex].get("sex", 0) < 0.3
        # Only "L/P" may stand over numbers of workers; "Jenis kelamin (1=L, 2=P)" holds codes.
        and not {"kelamin", "gender", "sex"} & set(normal_header(headers[sex]))
        and "workers" not in taken
    ):
        move(sex, "workers", "numbers_of_workers")
    for name in ("workers_m", "workers_f"):
        index = taken.get(name)
        if index is not None and free(index) and shares[index].get("sex", 0) > 0.6:
            move(index, "sex" if "sex" not in taken else "other", "letters_of_sex")
    if not any(proposal.field.startswith("workers") for proposal in result):
        for men, women in _sex_pairs(headers, shares):
            if free(men) and free(women):
                move(men, "workers_m", "numbers_of_workers")
                move(women, "workers_f", "numbers_of_workers")
                break
    return result


_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def _years_alike(index: int, headers: Sequence[str]) -> dict[int, int]:
    """Year -> column, of columns whose headers differ in the year alone; empty when there is but one."""
    bare = _YEAR.sub("", headers[index])
    alike = {
        int(found[0]): at
        for at, header in enumerate(headers)
        if (found := _YEAR.search(header)) and _YEAR.sub("", header) == bare
    }
    return alike if len(alike) > 1 and index in alike.values() else {}


def _latest_filled(years: Mapping[int, int], shares: Sequence[Mapping[str, float]]) -> int | None:
    """The column of the latest year that most rows fill."""
    most = max((shares[at]["filled"] for at in years.values()), default=0.0)
    return max(((year, at) for year, at in years.items() if shares[at]["filled"] >= 0.5 * most), default=(0, None))[1]


def _sex_pairs(headers: Sequence[str], shares: Sequence[Mapping[str, float]]) -> list[tuple[int, int]]:
    """Neighbouring columns of small numbers whose headers differ in the sex alone: "Anggota (L)", "Anggota (P)"."""
    pairs = []
    for index in range(len(headers) - 1):
        first, second = set(normal_header(headers[index])), set(normal_header(headers[index + 1]))
        if {"kelamin", "gender"} & first or first & second != first - _MEN or first & second != second - _WOMEN:
            continue
        numbers = all(shares[at]["filled"] >= 2 and shares[at].get("count", 0.0) >= 0.5 for at in (index, index + 1))
        if numbers and first & _MEN and second & _WOMEN:
            pairs.append((index, index + 1))
    return pairs
