"""Folded templates say what plain ones say, and keep nothing that belongs to one reader."""

import re
from copy import deepcopy
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.core.paginator import Paginator
from django.template import Context, RequestContext, Template
from django.test import Client, RequestFactory, override_settings
from django.urls import NoReverseMatch
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy, override
from django_cotton.compiler_regex import CottonCompiler

from binakriya.website.folding import fold

_CHANGING = re.compile(r'(name="csrfmiddlewaretoken" value="|nonce=")[^"]*')


def _guide(language: str) -> str:
    client = Client()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    return _CHANGING.sub(r"\1", client.get("/gaya/?q=%3Cb%3E").content.decode())


def _with_djangos_own_loader() -> list[dict[str, Any]]:
    templates = deepcopy(settings.TEMPLATES)
    inner = templates[0]["OPTIONS"]["loaders"][0][1]
    templates[0]["OPTIONS"]["loaders"] = [("django.template.loaders.cached.Loader", inner)]
    return templates


@pytest.mark.django_db
@pytest.mark.one_database
def test_every_component_is_written_as_before() -> None:
    """The style guide shows every component in every state."""
    folded = [_guide(language) for language in ("id", "en", "id", "en")]
    with override_settings(TEMPLATES=_with_djangos_own_loader()):
        plain = [_guide(language) for language in ("id", "en")]
    assert folded == plain * 2
    assert len(plain[0]) > 20_000
    assert plain[0] != plain[1]


def compiled(source: str) -> str:
    return str(CottonCompiler().process(source))


def _both(source: str, **values: Any) -> str:
    """The text of a template, plain and folded; they must agree, also the second time."""
    first, second = Template(source), Template(source)
    fold(second)
    said = first.render(Context(values))
    assert second.render(Context(values)) == said
    assert second.render(Context(values)) == said
    return said


class _Row:
    name = "<b>&"
    count = 1234567

    def deed(self) -> str:
        return "called"

    def erase(self) -> str:
        raise AssertionError

    erase.alters_data = True  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "source",
    [
        "{{ row.name }}{{ row.count }}{{ row.deed }}{{ row.erase }}{{ row.nothing }}{{ nothing }}{{ nothing.more }}",
        "{{ map.a }}{{ map.items }}{{ map.b.name }}{{ list.0 }}{{ list.7 }}{{ text.0 }}{{ none }}{{ none.x }}",
        "{% autoescape off %}{{ row.name }}{% endautoescape %}{{ safe }}{{ lazy }}{{ row.name|upper }}",
        "{% for one in list %}{{ forloop.counter }}{{ one }}{% endfor %}{% if row.nothing %}a{% else %}b{% endif %}",
        "{% with row.name as other %}{{ other }}{% endwith %}{% trans 'Cari' as word %}{{ word }}{% trans 'Cari' %}",
        "{% url 'home' %}{% url 'registry:enterprise' id %}{% url 'registry:enterprise' enterprise_id=id %}",
        "{% url 'registry:enterprise' id as here %}[{{ here }}]{% url 'no-such-page' as gone %}[{{ gone }}]",
        "{% url 'training:public-activity' slug=text %}{% url 'set_language' %}",
    ],
)
def test_names_and_addresses_are_looked_up_as_before(source: str) -> None:
    values = {
        "row": _Row(),
        "map": {"a": "<i>", "items": "own", "b": _Row()},
        "list": ["<p>", 2],
        "text": "kain-batik",
        "none": None,
        "safe": mark_safe("<em>"),
        "lazy": gettext_lazy("Simpan"),
        "id": uuid4(),
    }
    assert _both(source, **values)


def test_an_address_that_does_not_exist_still_fails() -> None:
    template = Template("{% url 'no-such-page' %}")
    fold(template)
    with pytest.raises(NoReverseMatch):
        template.render(Context())


def test_constants_follow_the_language() -> None:
    template = Template(compiled("<p>{% trans 'Cari' %} <c-icon name='plus' /></p>"))
    fold(template)
    said = []
    for language in ("id", "en", "id"):
        with override(language):
            said.append(template.render(Context()))
    assert said[0] == said[2] != said[1]


@pytest.mark.parametrize(
    "source",
    [
        '<c-search-box action="/" label="Cari" value="{{ request.GET.q }}" />',
        '<c-post-button action="/">Kirim</c-post-button>',
        '<c-card title="Judul"><c-icon name="plus" /> {{ request.GET.q }}</c-card>',
        '<c-pager :page="page" />',
    ],
)
def test_what_asks_the_request_is_never_kept(source: str) -> None:
    template = Template(compiled(source))
    fold(template)
    page = Paginator(range(90), 10).page(2)
    said = []
    for asked in ("satu", "dua"):
        request = RequestFactory().get("/", {"q": asked})
        said.append(template.render(RequestContext(request, {"page": page})))
    assert said[0] != said[1]
    assert "satu" not in said[1]


def test_a_block_within_a_component_is_filled_by_the_page() -> None:
    template = Template(compiled('<c-card title="Judul">{% block inner %}before{% endblock %}</c-card>'))
    fold(template)
    child = Template("{% extends parent %}{% block inner %}after{% endblock %}")
    assert "after" in child.render(Context({"parent": template}))
    assert "before" in template.render(Context())
