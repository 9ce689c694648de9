"""How two enterprises become one: what is chosen field by field, what is put together, what is proposed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Any, Literal

from binakriya.registry.rules.facts import Facts, TurnoverFact

Side = Literal["a", "b"]


@dataclass(frozen=True, slots=True)
class Choice:
    """Fields that are chosen together, since they mean nothing apart."""

    key: str
    fields: tuple[str, ...]


CHOICES: tuple[Choice, ...] = (
    Choice("name", ("name",)),
    Choice("owner", ("owner_name",)),
    Choice("nik", ("nik",)),
    Choice("born", ("born", "birth_place")),
    Choice("sex", ("sex",)),
    Choice("address", ("street", "rt", "rw")),
    Choice("place", ("region_code", "place", "postcode", "lat", "lng")),
    Choice("kbli", ("kbli", "kbli_version")),
    Choice("since", ("since",)),
    Choice("workers", ("workers", "workers_m", "workers_f")),
    Choice("investment", ("investment",)),
    Choice("assets", ("assets",)),
    Choice("nib", ("nib",)),
    Choice("trademark", ("trademark",)),
)
UNITED: tuple[str, ...] = ("phones", "emails", "pages", "products", "turnovers")


def values(facts: Facts, choice: Choice) -> tuple[Any, ...]:
    return tuple(getattr(facts, name) for name in choice.fields)


def known(facts: Facts, choice: Choice) -> int:
    """How many of the choice's fields are known."""
    return sum(1 for v in values(facts, choice) if v not in ("", None, ()))


def is_open(a: Facts, b: Facts, choice: Choice) -> bool:
    """True when a person has something to choose: both sides say something, and not the same."""
    return bool(known(a, choice) and known(b, choice) and values(a, choice) != values(b, choice))


def _quality(text: str) -> tuple[int, int]:
    """Readable writing before all capitals or all small; then the longer."""
    mixed = text != text.upper() and text != text.lower()
    return (1 if mixed else 0, len(text))


def proposed(a: Facts, b: Facts, choice: Choice) -> Side:
    """The side that is offered: the one that says anything, then the one that says more, then the better written,
    then `a` (the one that is kept)."""
    score_a: tuple[Any, ...] = (known(a, choice),)
    score_b: tuple[Any, ...] = (known(b, choice),)
    if choice.key in {"name", "owner", "address"}:
        score_a += _quality(str(values(a, choice)[0]))
        score_b += _quality(str(values(b, choice)[0]))
    if choice.key == "place":
        score_a += (len(a.region_code),)
        score_b += (len(b.region_code),)
    if choice.key == "nik":
        # A last digit of 0 is often a spreadsheet's rounding.
        score_a += (len(a.nik), not a.nik.endswith("0"))
        score_b += (len(b.nik), not b.nik.endswith("0"))
    return "b" if score_b > score_a else "a"


def _turnovers(a: Facts, b: Facts) -> tuple[TurnoverFact, ...]:
    by_year = {t.year: t for t in b.turnovers} | {t.year: t for t in a.turnovers}
    return tuple(by_year[y] for y in sorted(by_year, reverse=True))


def merged(a: Facts, b: Facts, picks: Mapping[str, Side]) -> Facts:
    """The facts of the one that remains. `picks`: choice key → side; what is not named is as proposed.

    Lists are united, those of `a` first; of two turnovers of one year that of `a` stays.
    """
    chosen: dict[str, Any] = {}
    for choice in CHOICES:
        side = picks.get(choice.key, proposed(a, b, choice))
        source, other = (a, b) if side == "a" else (b, a)
        if not known(source, choice):
            source = other
        chosen |= {name: getattr(source, name) for name in choice.fields}
    for name in UNITED:
        if name != "turnovers":
            chosen[name] = tuple(dict.fromkeys((*getattr(a, name), *getattr(b, name))))
    return replace(a, **chosen, turnovers=_turnovers(a, b))


def unmerged(current: Facts, result: Facts, before: Facts) -> Facts:
    """The facts of the kept one after an undo: as before the merge, except what was edited since (which stays)."""
    names = [f for choice in CHOICES for f in choice.fields] + list(UNITED)
    back = {n: getattr(before, n) for n in names if getattr(current, n) == getattr(result, n)}
    return replace(current, **back)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words; `differs` when the other side does not have it at this place."""

    text: str
    differs: bool


def pieces(text: str, other: str) -> tuple[Piece, ...]:
    """`text` cut into runs that `other` has too and runs that it lacks; word by word, without regard to case."""
    mine, theirs = text.split(), other.split()
    matcher = SequenceMatcher(None, [w.casefold() for w in mine], [w.casefold() for w in theirs], autojunk=False)
    found: list[Piece] = []
    for tag, start, end, _, _ in matcher.get_opcodes():
        if end > start:
            found.append(Piece(" ".join(mine[start:end]), tag != "equal"))
    return tuple(found)
