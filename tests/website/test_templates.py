"""What holds for every template of every room."""

import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "src" / "binakriya"
FRONTEND = Path(__file__).parents[2] / "frontend"
TEMPLATES = sorted(p for p in PACKAGE.glob("*/templates/**/*.html") if "mail" not in p.parts)
# Letters between tags that are no template syntax: a text that gettext does not see.
_UNTRANSLATED = re.compile(r">\s*([A-Z][a-z]+(?: [a-z]+){2,})\s*<")


def _source(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_nothing_that_the_policy_forbids(path: Path) -> None:
    text = _source(path)
    # Between the tags of templates: `{% blocktrans with style=… %}` names a variable.
    assert not re.search(r"\sstyle=", re.sub(r"{%.*?%}", "", text)), "inline style: use data-v, data-gap or a class"
    assert not re.search(r"<style\b", text)
    assert not re.search(r"\son[a-z]+=\"", text), "inline handler"
    for tag in re.findall(r"<script\b[^>]*>", text):
        assert "src=" in tag or "application/json" in tag, f"inline script: {tag}"
    assert not re.search(r"(href|src)=\"https?://(?!www\.w3\.org)", text), "a file from elsewhere"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_texts_can_be_translated(path: Path) -> None:
    text = re.sub(r"{% comment %}.*?{% endcomment %}|{#.*?#}", "", _source(path), flags=re.S)
    assert not _UNTRANSLATED.findall(text)


_COTTON = PACKAGE / "website" / "templates" / "cotton"
COMPONENTS = {p.stem.replace("_", "-") for p in _COTTON.glob("*.html")}
# Parts of other components and of the frame; every page shows them.
INNER = {"field-error", "drop", "logo", "brand", "weave-band", "letterhead"}


def _named(paths: list[Path]) -> set[str]:
    return {name for p in paths for name in re.findall(r"<c-([a-z-]+)", _source(p))}


def test_every_component_is_on_the_style_guide() -> None:
    guide = PACKAGE / "website" / "templates" / "website"
    assert COMPONENTS - INNER - _named([guide / "gaya.html", *(guide / "gaya").glob("*.html")]) == set()


def test_no_component_is_used_that_does_not_exist() -> None:
    assert _named(TEMPLATES) - COMPONENTS - {"vars", "slot"} == set()


def test_every_component_is_documented() -> None:
    sheet = (PACKAGE.parents[1] / "docs" / "reference" / "components.md").read_text(encoding="utf-8")
    assert {c for c in COMPONENTS - INNER if f"<c-{c}" not in sheet} == set()


def test_colours_have_names() -> None:
    """A page uses semantic names; a bare colour stands only in the tokens, and where paper or a camera is drawn."""
    for path in FRONTEND.joinpath("css").rglob("*.css"):
        if path.name in {"tokens.css", "print.css", "certificate.css", "scanner.css", "pictures.css"}:
            continue
        bare = re.findall(r"#[0-9a-f]{3,8}\b(?![^{]*\{)", path.read_text(encoding="utf-8"))
        assert not bare, f"{path.name}: {bare}"


def test_style_sheets_stay_readable() -> None:
    for path in [*FRONTEND.joinpath("css").rglob("*.css"), *FRONTEND.joinpath("js").rglob("*.js")]:
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 400, path


def test_no_filter_stands_in_a_bound_attribute() -> None:
    """`:count="rows|length"` silently gives nothing; `count="{{ rows|length }}"` works."""
    for path in TEMPLATES:
        assert re.findall(r' :[a-z_]+="[^"]*\|[^"]*"', _source(path)) == [], path
