from typing import Any

from django import template
from django.utils.translation import get_language

from binakriya.statistics.words import NOTE_WORDS

register = template.Library()


@register.filter
def series_note(key: str) -> str:
    """The sentence of a note in the national series."""
    return str(NOTE_WORDS[key])


@register.filter
def told(row: Any, field: str) -> str:
    """`{{ r|told:"scope" }}`: a field of the national series in the language of the screen."""
    english = (get_language() or "id").startswith("en")
    return str(getattr(row, f"{field}_en" if english else field))
