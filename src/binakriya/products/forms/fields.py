"""What the forms of the room are made of."""

import hashlib
import json
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now

from binakriya.foundation import forms as foundation_forms
from binakriya.foundation.rules.refusals import Refused
from binakriya.products.rules.facts import Point
from binakriya.products.rules.measures import PLAIN, NotAMeasure, Quantity, parse
from binakriya.products.words import REASONS, plain_number, reason_of


class RefusableForm(foundation_forms.RefusableForm):
    """A form that tells in this room's words why an operation refused."""

    def sentence(self, refused: Refused) -> object:
        return reason_of(refused)


class NonceForm(RefusableForm):
    """Sent twice, it is known again by its hidden word. Sent without one (by a program), its content is the word."""

    nonce = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, makes: bool = True, seen: str = "", **kwargs: Any) -> None:
        """`makes`: whether it makes something new; a form that changes something is safe to send twice as it is, and
        carries in `seen` what it was made from."""
        super().__init__(*args, **kwargs)
        if makes:
            self.fields["nonce"].initial = uuid4().hex
        else:
            del self.fields["nonce"]
            self.fields["seen"] = forms.CharField(max_length=16, required=False, widget=forms.HiddenInput, initial=seen)

    def see(self, mark: str) -> None:
        """The next try is made knowingly, on top of what the other one wrote."""
        self.data = {**self.data.dict(), "seen": mark}

    def clean_nonce(self) -> str:
        given: str = self.cleaned_data["nonce"]
        if given:
            return given
        said = sorted((key, values) for key, values in dict(self.data).items() if key != "csrfmiddlewaretoken")
        return hashlib.sha256(json.dumps(said, default=str).encode()).hexdigest()


def refused(error: Refused) -> ValidationError:
    return ValidationError(reason_of(error), code=error.reason)


class MeasureField(forms.CharField):
    """`200`, `20 cm`, `0,85 kg` → a decimal in mm or g. `bare`: the unit of a number without one. What was read in
    another unit is kept in `echo`, for the page to tell. `conditional`: needed in some cases, which the form tells; it
    is not called optional."""

    def __init__(self, *, quantity: Quantity, conditional: bool = False, **kwargs: Any) -> None:
        self.quantity, self.bare, self.echo, self.conditional = quantity, "", "", conditional
        # Letters too: people write the unit.
        super().__init__(max_length=40, widget=forms.TextInput(attrs={"autocomplete": "off"}), **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return plain_number(value) if isinstance(value, Decimal) else value

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        self.echo = ""
        if not text:
            return None
        try:
            read = parse(text, self.quantity, bare=self.bare)
        except NotAMeasure as error:
            raise ValidationError(reason_of(error), code=error.reason) from error
        if read.converted:
            said = text if any(c.isalpha() for c in text) else f"{text} {self.bare}"
            self.echo = _now("%(label)s: %(written)s dibaca %(value)s") % {
                "label": self.label,
                "written": said,
                "value": f"{plain_number(read.value)}\u00a0{PLAIN[self.quantity]}",
            }
        return read.value


class OutlineField(forms.CharField):
    """One point a line, `120; 45` in mm ↔ a tuple of (x, y)."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=8000, widget=forms.Textarea(attrs={"rows": 6}), **kwargs)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, tuple | list):
            return "\n".join(f"{x:g}; {y:g}".replace(".", ",") for x, y in value)
        return value

    def clean(self, value: Any) -> tuple[Point, ...]:
        points = []
        for line in super().clean(value).splitlines():
            if not line.strip():
                continue
            parts = line.replace(";", " ").replace(",", ".").split()
            try:
                x, y = (float(part) for part in parts)
                if not (-10_000 < x < 10_000 and -10_000 < y < 10_000):
                    raise ValueError
            except ValueError as error:
                raise ValidationError(
                    str(REASONS["outline_unreadable"]) % {"line": line.strip()[:40]}, code="outline_unreadable"
                ) from error
            points.append((x, y))
        return tuple(points)
