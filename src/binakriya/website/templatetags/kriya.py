"""How figures, days and form fields are shown. Loaded in every template.

Indonesian writes 1.000 and 4,3, `Rp 4.900`, `16 Nov 2018`, `pukul 09.12`; English 1,000 and 4.3, `at 09:12`.
A number never breaks from its unit: the space between them is U+00A0.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache
from math import pi
from typing import Any

from django import forms, template
from django.forms.boundfield import BoundField
from django.templatetags.static import static
from django.utils import dateformat, timezone
from django.utils.translation import get_language, gettext

register = template.Library()

NBSP = "\u00a0"
MINUS = "\u2212"
Number = int | float | Decimal


def _english() -> bool:
    return (get_language() or "id").startswith("en")


def _figures(value: Number, decimals: int) -> str:
    return _written_figures(value, decimals, _english())


@lru_cache(maxsize=4096)
def _written_figures(value: Number, decimals: int, english: bool) -> str:
    text = f"{abs(value):,.{decimals}f}"
    sign = MINUS if value < 0 and any(c in "123456789" for c in text) else ""
    if not english:
        text = text.translate(str.maketrans(",.", ".,"))
    return sign + text


@register.filter
def number(value: Number | None, decimals: int = 0) -> str:
    """1234.5|number → 1.235 (1.234,5 with :1); None → –."""
    return "–" if value in (None, "") else _figures(value, int(decimals))


@register.filter
def unit(value: Number | str | None, word: str) -> str:
    """4.3|number:1|unit:"kg" → 4,3 kg, not to be broken."""
    if value in (None, ""):
        return "–"
    text = value if isinstance(value, str) else _figures(value, 0)
    return f"{text}{NBSP}{word}"


@register.filter
def rupiah(value: Number | None) -> str:
    """4900 → Rp 4.900 (whole rupiah)."""
    return "–" if value in (None, "") else f"Rp{NBSP}{_figures(value, 0)}"


@register.filter
def percent(share: Number | None, decimals: int = 0) -> str:
    """A share of one: 0.714|percent → 71 %."""
    return "–" if share in (None, "") else f"{_figures(share * 100, int(decimals))}{NBSP}%"


@register.filter
def signed(value: Number | None, decimals: int = 0) -> str:
    """A change: 18 → +18, -4 → −4."""
    if value in (None, ""):
        return "–"
    text = _figures(value, int(decimals))
    return f"+{text}" if value > 0 else text


@register.filter
def share(part: Number | None, whole: Number | None) -> int:
    """For data-v: how many hundredths of the whole, 0 to 100."""
    if not part or not whole:
        return 0
    return max(0, min(100, round(float(part) / float(whole) * 100)))


def _local(value: dt.date | dt.datetime) -> dt.date | dt.datetime:
    return timezone.localtime(value) if isinstance(value, dt.datetime) and timezone.is_aware(value) else value


@lru_cache(maxsize=2048)
def _written(value: dt.date, form: str, language: str) -> str:
    """A list repeats the same days: each is written once for each language."""
    return dateformat.format(value, form)


def _day(value: dt.date | dt.datetime, form: str) -> str:
    moment = _local(value)
    return _written(moment.date() if isinstance(moment, dt.datetime) else moment, form, get_language() or "")


@register.filter
def day(value: dt.date | dt.datetime | None) -> str:
    """16 Nov 2018."""
    return _day(value, "j M Y").replace(" ", NBSP) if value else "–"


@register.filter
def day_short(value: dt.date | dt.datetime | None) -> str:
    """16 Nov, where the year is known from the place."""
    return _day(value, "j M").replace(" ", NBSP) if value else "–"


@register.filter
def day_long(value: dt.date | dt.datetime | None) -> str:
    """Jumat, 16 November 2018."""
    return _day(value, "l, j F Y") if value else "–"


@register.filter
def clock(value: dt.datetime | dt.time | None) -> str:
    """09.12, in the zone of the office."""
    if not value:
        return "–"
    moment = _local(value) if isinstance(value, dt.datetime) else value
    return moment.strftime("%H:%M" if _english() else "%H.%M")


@register.filter
def at_clock(value: dt.datetime | dt.time | None) -> str:
    """pukul 09.12."""
    return gettext("pukul %(clock)s").replace(" ", NBSP) % {"clock": clock(value)} if value else "–"


@register.filter
def moment(value: dt.datetime | None) -> str:
    """16 Nov 2018, pukul 09.12."""
    return f"{day(value)}, {at_clock(value)}" if value else "–"


@register.filter
def initials(name: str) -> str:
    """Ratna Dewi → RD, for the round mark of a person."""
    words = [w for w in name.replace(".", " ").split() if w[0].isalpha()]
    return "".join(w[0] for w in (words[:1] + words[-1:] if len(words) > 1 else words)).upper()


# --- passport --------------------------------------------------------------------------------------------------------
STAGES = ("mutu", "kemasan", "label", "hak", "pasar")
_RADIUS = 50.0


@register.filter
def ring_arcs(parts: Sequence[Number]) -> list[dict[str, str]]:
    """Five shares of one, in the order of the stages → the dashes of the five arcs of the ring."""
    round_ = 2 * pi * _RADIUS
    gap = 7.0
    seg = round_ / 5 - gap
    arcs = []
    for i, (stage, part) in enumerate(zip(STAGES, parts, strict=True)):
        length = seg * float(part)
        arcs.append(
            {
                "stage": stage,
                "track": f"{seg:.2f} {round_ - seg:.2f}",
                "arc": f"{length:.2f} {round_ - length:.2f}" if part else "",
                "offset": f"{-(i * round_ / 5 + gap / 2):.2f}",
            }
        )
    return arcs


# --- forms -----------------------------------------------------------------------------------------------------------
_KINDS: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.CheckboxSelectMultiple, "checkboxes"),
    (forms.RadioSelect, "radios"),
    (forms.CheckboxInput, "checkbox"),
    (forms.ClearableFileInput, "file"),
    (forms.FileInput, "file"),
    (forms.Select, "select"),
    (forms.Textarea, "textarea"),
)


@register.filter
def kind(field: BoundField) -> str:
    """Which control draws this field."""
    widget = field.field.widget
    if widget.is_hidden:
        return "hidden"
    return next((name for cls, name in _KINDS if isinstance(widget, cls)), "input")


_NATIVE: tuple[tuple[type[forms.DateInput] | type[forms.DateTimeInput] | type[forms.TimeInput], str, str], ...] = (
    (forms.DateInput, "date", "%Y-%m-%d"),
    (forms.DateTimeInput, "datetime-local", "%Y-%m-%dT%H:%M"),
    (forms.TimeInput, "time", "%H:%M"),
)


@register.filter
def control(field: BoundField, classes: str = "input") -> Any:
    """The widget with our class; days and times as the device's own pickers, phones and numbers with the right keys."""
    widget = field.field.widget
    if widget.attrs.get("placeholder") == str(field.label):
        del widget.attrs["placeholder"]  # the label says it already, and stays
    attrs: dict[str, Any] = {"class": f"{classes} {widget.attrs.get('class', '')}".strip()}
    for cls, type_, format_ in _NATIVE:
        if isinstance(widget, cls):
            widget.format = format_
            widget.input_type = type_
    if isinstance(widget, forms.TelInput):
        attrs |= {"inputmode": "tel", "autocomplete": widget.attrs.get("autocomplete", "tel")}
    elif isinstance(field.field, forms.FloatField | forms.DecimalField):
        attrs |= {"inputmode": "decimal"}
    elif isinstance(field.field, forms.IntegerField):
        attrs |= {"inputmode": "numeric"}
    return field.as_widget(attrs=attrs)


@register.filter
def fields_with_errors(form: forms.BaseForm) -> list[BoundField]:
    """The fields that did not pass, in their order on the page."""
    return [field for field in form if field.errors]


@register.filter
def listed(values: Iterable[Any]) -> str:
    """a, b, dan c."""
    words = [str(v) for v in values]
    if len(words) < 2:
        return "".join(words)
    if len(words) == 2:
        return gettext("%(a)s dan %(b)s") % {"a": words[0], "b": words[1]}
    return gettext("%(list)s, dan %(last)s") % {"list": ", ".join(words[:-1]), "last": words[-1]}


@register.simple_tag
@lru_cache(maxsize=1)
def sprite() -> str:
    """The address of the icons: {% sprite %}#plus. A page asks dozens of times; it changes with the version alone."""
    return static("build/icons.svg")


@register.simple_tag(takes_context=True)
def query(context: template.Context, **changes: Any) -> str:
    """The address's query with these changes: {% query page=2 %}; None or '' takes a key away."""
    params = context["request"].GET.copy()
    for key, value in changes.items():
        if value in (None, ""):
            params.pop(key, None)
        else:
            params[key] = str(value)
    return f"?{params.urlencode()}"


@register.simple_tag(takes_context=True)
def page_query(context: template.Context, key: str, value: Any) -> str:
    """The address's query with another page in it, whatever its key is called."""
    params = context["request"].GET.copy()
    params[key] = str(value)
    return f"?{params.urlencode()}"


KEPT_MOST = 512


class _Kept(template.Node):
    """What a block writes for a key, in each language."""

    def __init__(self, key: template.base.FilterExpression, nodelist: template.NodeList) -> None:
        self.key, self.nodelist = key, nodelist
        self.texts: dict[tuple[Any, str | None], str] = {}

    def render(self, context: template.Context) -> str:
        key = (self.key.resolve(context), get_language())
        text = self.texts.get(key)
        if text is None:
            text = self.nodelist.render(context)
            if len(self.texts) >= KEPT_MOST:
                self.texts.clear()
            self.texts[key] = text
        return text


@register.tag
def kept(parser: template.base.Parser, token: template.base.Token) -> _Kept:
    """{% kept key %}…{% endkept %}: written once for each key and language, and shown to everybody who has the same
    key. What the block shows must follow from the key alone: no person, no request, no token."""
    _name, key = token.split_contents()
    nodelist = parser.parse(("endkept",))
    parser.delete_first_token()
    return _Kept(parser.compile_filter(key), nodelist)


@register.filter
def page_numbers(page: Any) -> list[int | None]:
    """First, last, and those around the current page; None where some are left out."""
    last = page.paginator.num_pages
    wanted = sorted({1, last, *range(max(1, page.number - 1), min(last, page.number + 1) + 1)})
    numbers: list[int | None] = []
    for n in wanted:
        previous = numbers[-1] if numbers else 0
        if previous is not None and n - previous == 2:
            numbers.append(n - 1)
        elif previous is not None and n - previous > 2:
            numbers.append(None)
        numbers.append(n)
    return numbers


@register.filter
def with_stages(states: Sequence[str]) -> list[dict[str, str]]:
    """Five states → pairs of stage and state."""
    return [{"stage": stage, "state": state} for stage, state in zip(STAGES, states, strict=True)]


@register.filter
def plain(value: Number) -> str:
    """A number for machines, in attributes: 1234.5."""
    return str(value)


@register.filter
def undo_address(extra_tags: str) -> str:
    """messages.success(request, text, extra_tags="toast undo:/address/") → the address; '' when there is none."""
    return next((t.removeprefix("undo:") for t in (extra_tags or "").split() if t.startswith("undo:")), "")
