"""The rubrics that come with the software, to be adopted by an office: files, written from public criteria."""

from functools import cache
from importlib.resources import files

from binakriya.quality.rules.rubrics.content import Rubric
from binakriya.quality.rules.rubrics.files import load_rubric

STARTERS = (
    "batik",
    "ceramics",
    "wood",
    "weaving",
    "leather",
    "jewellery",
    "textile",
    "recycled",
    "candles",
    "general",
)


@cache
def starter(key: str) -> Rubric:
    """Raises KeyError."""
    if key not in STARTERS:
        raise KeyError(key)
    return load_rubric(files("binakriya.quality").joinpath("data", "rubrics", f"{key}.json").read_bytes())


def starters() -> dict[str, Rubric]:
    """In the order in which they are shown."""
    return {key: starter(key) for key in STARTERS}
