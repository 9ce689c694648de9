"""The room's words in its templates: `{% load training %}`."""

from datetime import datetime
from decimal import Decimal
from typing import Any

import segno
from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from binakriya.accounts.rules import Deed
from binakriya.foundation.press.words import number as written
from binakriya.training import words
from binakriya.training.documents.ticket import spaced as in_two_groups
from binakriya.training.queries.facts import zone_of

register = template.Library()

_TABLES = {
    "activity": words.ACTIVITY_STATES,
    "registration": words.REGISTRATION_STATES,
    "certificate": words.CERTIFICATE_STATES,
    "answer": words.ANSWERS,
}
_PLAIN = {
    "source": words.SOURCES,
    "method": words.METHODS,
    "notice": words.NOTICES,
    "step": words.STEPS,
    "text": words.TEXT_KINDS,
    "official": words.OFFICIAL_ROLES,
    "release": words.RELEASE_HEADINGS,
}


@register.filter
def word(code: str, table: str) -> words.Word:
    """`{{ row.state|word:"activity" }}`; a code without a word shows as it is."""
    if table in _TABLES:
        return _TABLES[table].get(code, (code, ""))[0]
    return _PLAIN[table].get(code, code)


@register.filter
def tone(code: str, table: str) -> str:
    """The tone of a state's badge."""
    return _TABLES[table].get(code, (code, ""))[1]


@register.filter
def spaced(code: str) -> str:
    """123456 → 123 456."""
    return in_two_groups(code)


@register.filter
def dialled(phone: str) -> str:
    """A telephone number as written → as a phone dials it: digits and a leading plus."""
    return "".join(c for at, c in enumerate(phone.strip()) if c.isdigit() or (c == "+" and at == 0))


@register.filter
def hours(value: Decimal | str) -> str:
    """Training hours without needless decimals: 6.0 → 6, 4.5 → 4,5."""
    exact = Decimal(value)
    whole = exact == exact.to_integral_value()
    return written(int(exact) if whole else exact, "en" if (get_language() or "id").startswith("en") else "id")


@register.filter
def zone(moment: datetime) -> str:
    """WIB, WITA or WIT: `{{ s.starts_at|clock }} {{ s.starts_at|zone }}`."""
    return zone_of(moment)


@register.filter
def qr_svg(content: str) -> SafeString:
    """A QR code as an SVG picture with its own white ground; it describes nothing: write what it is beside it."""
    svg = segno.make(content, error="m", micro=False).svg_inline(
        border=3, dark="#221d18", light="#ffffff", scale=1, omitsize=True, svgclass="qr", lineclass=None
    )
    # Drawn by segno from modules alone: no character of the content is in it.
    return mark_safe(svg)  # noqa: S308


@register.inclusion_tag("training/tabs.html", takes_context=True)
def activity_tabs(context: template.Context) -> dict[str, Any]:
    """The pages of an activity that this actor may open; the context has `head` and `tab`."""
    actor = context["actor"]
    return {
        "head": context["head"],
        "tab": context.get("tab", ""),
        "request": context["request"],
        "may_tab_plan": actor.may(Deed.TRAINING_PLAN),
        "may_tab_certify": actor.may(Deed.TRAINING_CERTIFY),
    }
