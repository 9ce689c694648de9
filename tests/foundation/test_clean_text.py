"""Text of forms: no control characters, one composition."""

import unicodedata
from xml.etree.ElementTree import fromstring
from xml.sax.saxutils import escape

import pytest
from django import forms
from django.http import QueryDict
from django.urls import get_resolver
from hypothesis import given
from hypothesis import strategies as st

from binakriya.foundation.forms import CleanForm, CleanText, RefusableForm
from binakriya.foundation.rules.refusals import Refused
from binakriya.foundation.rules.text import clean_text, is_readable, plain_line, writable


@pytest.mark.parametrize(
    ("typed", "one_line", "lines"),
    [
        ("Anyaman", "Anyaman", "Anyaman"),
        ("Anya\x00man\x1b\x7f\x85", "Anyaman", "Anyaman"),
        ("baris\r\nlain\tlagi\rujung", "baris lain lagi ujung", "baris\nlain\tlagi\nujung"),
        ("cafe\u0301", "caf\u00e9", "caf\u00e9"),
        ("a\u2028b", "a b", "a\u2028b"),
        ("a\ufffeb\uffff\ufdd0\U0001ffff\U0010fffec", "abc", "abc"),
        ("a\ud800b\udfff", "ab", "ab"),
        ("Batik\u202e iraS\u202c\u2066\u2069", "Batik iraS", "Batik iraS"),
    ],
)
def test_clean_text(typed: str, one_line: str, lines: str) -> None:
    assert clean_text(typed) == one_line
    assert clean_text(typed, lines=True) == lines


@given(st.text(), st.booleans())
def test_cleaning_twice_changes_nothing_more(text: str, lines: bool) -> None:
    once = clean_text(text, lines=lines)
    assert clean_text(once, lines=lines) == once == unicodedata.normalize("NFC", once)
    kept = "\t\n" if lines else ""
    assert not [c for c in once if unicodedata.category(c) == "Cc" and c not in kept]


@pytest.mark.parametrize(
    "text",
    ["", " ", "\u200b", "\u200d\ufeff", "\u3164", "\u115f\u1160", "\uffa0", "\u2800", "...", "-", "\u00ad\u2060"],
)
def test_a_name_that_shows_nothing(text: str) -> None:
    assert not is_readable(text)
    assert is_readable(f"{text}7") and is_readable(f"é{text}") and is_readable(f"{text}山")


@given(st.text(alphabet=st.characters()))
def test_what_is_written_can_stand_in_xml(text: str) -> None:
    written = writable(text)
    fromstring(f"<a>{escape(written)}</a>".encode())
    assert writable(written) == written


class _Sample(CleanForm):
    name = forms.CharField()
    note = forms.CharField(widget=forms.Textarea, required=False)
    tags = forms.MultipleChoiceField(choices=[("a", "a")], required=False)
    password = forms.CharField(strip=False, required=False, widget=forms.PasswordInput)


@pytest.mark.parametrize(
    "data",
    [
        {"name": "A\x02b\nc", "note": "satu\r\ndua\x0b", "password": "se\u0301\x02"},
        QueryDict("name=A%02b%0Ac&note=satu%0D%0Adua%0B&password=se%CC%81%02&tags=a"),
    ],
)
def test_fields_are_cleaned_before_they_are_read_and_shown_so(data: QueryDict) -> None:
    form = _Sample(data)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["name"] == "Ab c"
    assert form.cleaned_data["note"] == "satu\ndua"
    assert form["name"].value() == "Ab c"
    # What a password holds is the person's own affair.
    assert form.cleaned_data["password"] == "se\u0301\x02"


def test_only_control_characters_is_empty() -> None:
    assert "name" in _Sample({"name": "\x02\x03"}).errors


def test_clean_data_is_not_copied() -> None:
    data = QueryDict("name=Ratna")
    form = _Sample(data)
    assert form.is_valid() and form.data is data


class _Refusing(RefusableForm):
    at = {"taken": "name"}
    name = forms.CharField()

    def sentence(self, refused: Refused) -> object:
        return f"{refused.reason} {refused.params['by']}"


def test_a_refusal_is_told_at_its_field() -> None:
    form = _Refusing({"name": "x"})
    assert form.is_valid()
    form.refuse(Refused("taken", by="Ratna"))
    assert form.errors == {"name": ["taken Ratna"]}


def _heirs(kind: type) -> set[type]:
    return {heir for one in kind.__subclasses__() for heir in ({one} | _heirs(one))}


def test_every_form_of_binakriya_cleans_its_text() -> None:
    get_resolver().url_patterns  # noqa: B018  (reads every room's views, and so its forms)
    ours = {form for form in _heirs(forms.BaseForm) if form.__module__.startswith("binakriya.")}
    assert len(ours) > 40
    assert {form.__name__ for form in ours if not issubclass(form, CleanText)} == set()


@given(st.text())
def test_a_plain_line_holds_nothing_that_is_not_seen(text: str) -> None:
    line = plain_line(text)
    assert not any(unicodedata.category(sign) in ("Cf", "Cc", "Zl", "Zp") for sign in line)
    assert line == " ".join(line.split()) == plain_line(line)


def test_codes_that_look_alike_are_one() -> None:
    assert plain_line("B\u202e 4\u200b59\u2066\u00ad\ufeff") == plain_line(" B  459\n") == "B 459"
