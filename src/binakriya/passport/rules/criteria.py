"""Criteria as data: what a passport asks, what settles it, and what the maker does about it.

A *need* is one kind of evidence that settles a criterion; any one of its needs is enough. A criterion *applies* to a
product by its material, audience, contact with food and the destinations it is sold to; without a word on them, to
all.
"""

from dataclasses import asdict, dataclass, field
from functools import cache
from importlib.resources import files
from json import loads
from typing import Any

from binakriya.foundation.rules.refusals import Refused
from binakriya.passport.rules.stages import STAGES

SCHEMA = "binakriya.passport.criteria/1"
STARTER = "starter.json"
KINDS = ("product", "photo", "measured", "pack", "quality", "label", "paper")
HELPERS = ("self", "class", "office", "assessor", "packaging", "laboratory", "rights")
ARGS = ("", "product", "variant")
DESTINATIONS = ("ID", "EU", "US", "JP")
LANGUAGES = ("id", "en")
TITLE_MOST, TEXT_MOST, MINUTES_MOST, MONTHS_MOST, OWN_MOST = 80, 400, 2400, 240, 40


@dataclass(frozen=True, slots=True)
class Need:
    """Evidence of `kind` and `key`, at least `least` where it has a level (a count of photos, a share of points)."""

    kind: str
    key: str
    least: float = 0.0


@dataclass(frozen=True, slots=True)
class Page:
    """The page that does it: the name of an address, what it takes, and a query."""

    name: str
    args: str = ""
    query: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """For which products: every field that holds something must hold the product's."""

    materials: tuple[str, ...] = ()
    destinations: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    food: bool = False
    skin: bool = False


@dataclass(frozen=True, slots=True)
class Criterion:
    """`title`, `why`, `step` in both languages. `any`: what settles it; `part`: what shows that work is under way.
    `minutes`: of the maker's own time. `weight`: 1 to 5, how much it moves. `months`: for how long the evidence holds
    when it names no end itself; None: without an end."""

    key: str
    stage: str
    title: dict[str, str]
    why: dict[str, str]
    step: dict[str, str]
    any: tuple[Need, ...]
    part: tuple[Need, ...] = ()
    page: Page | None = None
    office_page: Page | None = None
    minutes: int = 10
    helper: str = "self"
    weight: int = 3
    months: int | None = None
    when: When = field(default_factory=When)


@dataclass(frozen=True, slots=True)
class CriteriaSet:
    """`version`: of the starter set and, after a dot, of the office's own."""

    version: str
    criteria: tuple[Criterion, ...]

    def find(self, key: str) -> Criterion | None:
        return next((one for one in self.criteria if one.key == key), None)


def read_criterion(kept: dict[str, Any]) -> Criterion:
    """Of the JSON of a set. Raises Refused as `check_criterion`, KeyError for what is no criterion."""

    def page(one: dict[str, str] | None) -> Page | None:
        return Page(**one) if one else None

    when: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in kept.get("when", {}).items()
    }
    made = Criterion(
        key=kept["key"],
        stage=kept["stage"],
        title=kept["title"],
        why=kept["why"],
        step=kept["step"],
        any=tuple(Need(**one) for one in kept["any"]),
        part=tuple(Need(**one) for one in kept.get("part", [])),
        page=page(kept.get("page")),
        office_page=page(kept.get("office_page")),
        minutes=kept.get("minutes", 10),
        helper=kept.get("helper", "self"),
        weight=kept.get("weight", 3),
        months=kept.get("months"),
        when=When(**when),
    )
    check_criterion(made)
    return made


def write_criterion(one: Criterion) -> dict[str, Any]:
    """The way back from `read_criterion`."""
    kept = asdict(one)
    for name in ("any", "part"):
        kept[name] = list(kept[name])
    kept["when"] = {key: list(value) if isinstance(value, tuple) else value for key, value in kept["when"].items()}
    return kept


def check_criterion(one: Criterion) -> None:
    """Raises Refused: criterion_key, criterion_stage, criterion_words, criterion_evidence, criterion_effort."""
    if not one.key or len(one.key) > 40 or not one.key.replace("-", "").isalnum() or not one.key.isascii():
        raise Refused("criterion_key")
    if one.stage not in STAGES:
        raise Refused("criterion_stage")
    if any(not text.get(language, "").strip() for text in (one.title, one.why, one.step) for language in LANGUAGES):
        raise Refused("criterion_words")
    if any(len(one.title[language]) > TITLE_MOST for language in LANGUAGES) or any(
        len(text[language]) > TEXT_MOST for text in (one.why, one.step) for language in LANGUAGES
    ):
        raise Refused("criterion_words")
    needs = (*one.any, *one.part)
    # A criterion that nothing can settle, or that a bare tick would, is none.
    if not one.any or any(need.kind not in KINDS or not need.key for need in needs):
        raise Refused("criterion_evidence")
    pages = [page for page in (one.page, one.office_page) if page is not None]
    if one.helper not in HELPERS or any(page.args not in ARGS for page in pages):
        raise Refused("criterion_effort")
    if not 1 <= one.minutes <= MINUTES_MOST or not 1 <= one.weight <= 5:
        raise Refused("criterion_effort")
    if one.months is not None and not 1 <= one.months <= MONTHS_MOST:
        raise Refused("criterion_effort")
    if set(one.when.destinations) - set(DESTINATIONS):
        raise Refused("criterion_evidence")


@cache
def starter() -> CriteriaSet:
    """The set that comes with Binakriya; an office adds its own to it."""
    kept = loads(files("binakriya.passport.rules").joinpath(STARTER).read_text("utf-8"))
    assert kept["schema"] == SCHEMA
    return CriteriaSet(kept["version"], tuple(read_criterion(one) for one in kept["criteria"]))


def with_own(own: tuple[Criterion, ...], number: int) -> CriteriaSet:
    """The starter and an office's own, in the order of the stages. A key of the office's takes the starter's place."""
    base = starter()
    if not number:
        return base
    keys = {one.key for one in own}
    together = [*(one for one in base.criteria if one.key not in keys), *own]
    together.sort(key=lambda one: STAGES.index(one.stage))
    return CriteriaSet(f"{base.version}.{number}", tuple(together))
