from django import template

from binakriya.statistics.words import NOTE_WORDS

register = template.Library()


@register.filter
def series_note(key: str) -> str:
    """The sentence of a note in the national series."""
    return str(NOTE_WORDS[key])
