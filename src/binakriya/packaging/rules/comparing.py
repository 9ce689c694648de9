"""Two specifications beside each other: what differs, in what both know."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

PATHS: tuple[tuple[str, ...], ...] = (
    ("product", "size_mm"),
    ("product", "mass_kg"),
    ("product", "material"),
    ("fragility", "g"),
    ("drop_mm",),
    ("box", "style"),
    ("box", "board", "code"),
    ("box", "inside_mm"),
    ("box", "outside_mm"),
    ("box", "area_m2"),
    ("cushion", "material"),
    ("cushion", "thickness_mm"),
    ("cushion", "arrangement"),
    ("gross_kg",),
    ("strength", "needs_n"),
    ("strength", "has_n"),
    ("strength", "margin"),
    ("empty_space", "outside_share"),
    ("cost", "unit"),
    ("moisture", "silica_gel_g"),
    ("versions", "protection"),
)


@dataclass(frozen=True, slots=True)
class Difference:
    """`path`: where it stands in the object, dotted; None where one of them does not have it."""

    path: str
    first: Any
    second: Any

    @property
    def same(self) -> bool:
        return bool(self.first == self.second)


def compare(first: Mapping[str, Any], second: Mapping[str, Any]) -> tuple[Difference, ...]:
    """One entry for each of `PATHS` that either has, same or not; then the assumptions that only one rests on."""
    found = []
    for path in PATHS:
        a, b = _at(first, path), _at(second, path)
        if a is not None or b is not None:
            found.append(Difference(".".join(path), a, b))
    mine, other = (
        {a["code"]: a["value"] for a in content.get("sheet", {}).get("assumptions", ())} for content in (first, second)
    )
    for code in sorted(mine.keys() | other.keys()):
        if mine.get(code) != other.get(code):
            found.append(Difference(f"assumption.{code}", mine.get(code), other.get(code)))
    return tuple(found)


def _at(content: Mapping[str, Any], path: tuple[str, ...]) -> Any:
    value: Any = content
    for key in path:
        if not isinstance(value, Mapping) or key not in value:
            return None
        value = value[key]
    return value
