"""Two versions beside each other: what one may be compared with, and in what they differ, in the reader's language."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Case, When

from binakriya.accounts.rules import Actor
from binakriya.engines.protection import number, text_of
from binakriya.engines.protection.wording import Language
from binakriya.packaging.models import Specification
from binakriya.packaging.queries.listing import Wanted, narrowed, style_name
from binakriya.packaging.queries.pages import sized
from binakriya.packaging.queries.scope import seen_version, visible
from binakriya.packaging.queries.specifications import VersionFacts, facts_of
from binakriya.packaging.rules.comparing import Difference
from binakriya.packaging.rules.states import State
from binakriya.packaging.rules.words import words


@dataclass(frozen=True, slots=True)
class Comparable:
    """A version that may be put beside `page.first`."""

    version_id: UUID
    title: str
    number: int
    state: State
    journey: str
    style: str
    board: str


@dataclass(frozen=True, slots=True)
class ComparePage:
    """`others`: the versions of the same specification first, then other specifications by title."""

    first: VersionFacts
    text: str
    others: tuple[Comparable, ...]


COMPARED_MOST = 15


def comparable(*, version_id: UUID, text: str, by: Actor) -> ComparePage:
    """What a version can be compared with. Raises NotAllowed, Version.DoesNotExist."""
    first = seen_version(version_id, by)
    own = list(first.specification.versions.defer("content").exclude(id=first.id)) if not text else []
    for one in own:
        one.specification = first.specification
    rows = narrowed(visible(by), Wanted(text=text)).exclude(id=first.specification_id)
    # Of the same product first: another journey, another variant.
    near = Case(When(product_id=first.specification.product_id, then=0), default=1)
    rows = rows.select_related("shown").defer("shown__content").order_by(near, "title", "id")
    found = own + [one.shown for one in rows[:COMPARED_MOST] if _with(one)]
    return ComparePage(
        facts_of(first),
        text,
        tuple(
            Comparable(v.id, v.specification.title, v.number, State(v.state), v.specification.journey, v.style, v.board)
            for v in found
            if v is not None
        ),
    )


def _with(one: Specification) -> bool:
    if one.shown is None:
        return False
    one.shown.specification = one
    return True


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    label: str
    first: str
    second: str
    same: bool


def difference_rows(found: tuple[Difference, ...], language: Language) -> tuple[DifferenceRow, ...]:
    """What differs first, then what is the same."""
    rows = [
        DifferenceRow(
            _path(one.path, language),
            _shown(one.path, one.first, language),
            _shown(one.path, one.second, language),
            one.same,
        )
        for one in found
    ]
    return tuple(sorted(rows, key=lambda row: row.same))


def _path(path: str, language: Language) -> str:
    if path.startswith("assumption."):
        return text_of(path.removeprefix("assumption."), language)
    return words(f"path.{path}", language)


_WORDS = {"product.material": "material.", "cushion.material": "cushion.", "cushion.arrangement": "arrangement."}
_SHARES = frozenset({"empty_space.outside_share"})


def _shown(path: str, value: Any, language: Language) -> str:
    if value is None:
        return "–"
    if isinstance(value, list):
        return sized(value, language)
    if isinstance(value, int | float):
        return number(value, ".0%" if path in _SHARES else "", language)
    if path == "box.style":
        return f"{style_name(value, language)} ({value})"
    # A code in words; an office's own board or curve stands for itself.
    found = words(f"{_WORDS.get(path, '')}{value}", language)
    return str(value) if found == f"{_WORDS.get(path, '')}{value}" else found
