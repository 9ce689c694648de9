"""KBLI (the Indonesian classification of industries) in two versions with a crosswalk, and HS (goods in trade)."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from binakriya.foundation.tables.datasets import Firmness
from binakriya.foundation.tables.reading import rows_of

KbliVersion = Literal["2020", "2025"]
Reuse = Literal["no", "narrowed", "yes"]


@dataclass(frozen=True, slots=True)
class Kbli:
    """A code is nothing without its version: 2025 gives some codes of 2020 another meaning."""

    code: str
    version: KbliVersion
    title: str
    firmness: Firmness


@dataclass(frozen=True, slots=True)
class Crossing:
    """From a code of 2020 to 2025. `codes`: one or more; `unsure`: the source put a question mark.
    `reuse`: whether 2025 uses the *old* code for something else ("yes"), for less ("narrowed"), or not ("no")."""

    old: Kbli
    codes: tuple[str, ...]
    title: str
    unsure: bool
    reuse: Reuse
    firmness: Firmness


@dataclass(frozen=True, slots=True)
class Hs:
    """`codes` as the source writes them (several, or a range). `firmness` "M": from memory, to be verified."""

    codes: str
    description: str
    source: str
    firmness: Firmness


# A word that is not here stops the start: the file was changed without the code.
_REUSE: dict[str, Reuse] = {"no": "no", "narrowed": "narrowed", "yes": "yes"}


def _codes(text: str) -> tuple[str, ...]:
    return tuple(code.strip().rstrip("?") for code in text.split("/"))


@cache
def crossings() -> dict[str, Crossing]:
    """By code of 2020."""
    found = {}
    for row in rows_of("kbli_craft_2020_2025.csv"):
        old = Kbli(row["kbli2020"], "2020", row["title2020"], "M")
        found[old.code] = Crossing(
            old,
            _codes(row["kbli2025_proposed"]),
            row["title2025"],
            "?" in row["kbli2025_proposed"],
            _REUSE[row["code_reused_with_other_meaning"]],
            "M",
        )
    return found


@cache
def _kbli_tables() -> dict[str, dict[str, Kbli]]:
    old = {code: crossing.old for code, crossing in crossings().items()}
    new: dict[str, Kbli] = {}
    for crossing in crossings().values():
        # Where one code became several, the file gives a title for the first alone.
        for position, code in enumerate(crossing.codes):
            if position == 0:
                new.setdefault(code, Kbli(code, "2025", crossing.title, "M"))
    return {"2020": old, "2025": new}


def kbli(code: str, version: KbliVersion) -> Kbli | None:
    """None for a code that is not in the craft list of that version."""
    return _kbli_tables()[version].get(code)


def kbli_codes(version: KbliVersion) -> tuple[Kbli, ...]:
    """All of a version, by code: for a choice on a form."""
    return tuple(sorted(_kbli_tables()[version].values(), key=lambda k: k.code))


def crosswalk(code: str) -> Crossing | None:
    """What became of a code of 2020."""
    return crossings().get(code)


@cache
def hs_codes() -> tuple[Hs, ...]:
    """HS codes of crafts, as the sources write them."""
    return tuple(
        Hs(row["hs"], row["desc"], row["source"], "M" if "memory" in row["source"] else "S")
        for row in rows_of("hs_craft.csv")
    )
