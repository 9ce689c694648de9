"""What the fields of this room's forms read: money, degrees, telephones, addresses, words, days."""

import re
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from binakriya.foundation.forms.days import DAYS
from binakriya.foundation.rules.money import NotMoney, parse_rupiah, thousands
from binakriya.foundation.rules.phones import e164


class DayField(forms.DateField):
    """A day that every database compares and every time zone knows."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, widget=forms.DateInput, validators=DAYS, **kwargs)


class IdsField(forms.Field):
    """Ids of ticked rows, each once; what is no id is left out."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self) -> None:
        super().__init__(required=False)

    def to_python(self, value: Any) -> list[UUID]:
        found = []
        for one in value or ():
            try:
                found.append(UUID(one))
            except ValueError:
                continue
        return list(dict.fromkeys(found))


def split_words(text: str) -> tuple[str, ...]:
    """One a line, or parted by commas or semicolons."""
    return tuple(w for part in re.split(r"[\n,;]", text) if (w := " ".join(part.split())))


class RupiahField(forms.CharField):
    """`45 juta`, `Rp 45.000.000`, `45000000` → whole rupiah; None when empty."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=40, required=False, **kwargs)
        self.widget.attrs |= {"inputmode": "text", "autocomplete": "off"}

    def prepare_value(self, value: Any) -> Any:
        return thousands(value) if isinstance(value, int) else value

    def clean(self, value: Any) -> int | None:
        text = super().clean(value).strip()
        if not text:
            return None
        try:
            return parse_rupiah(text)
        except NotMoney as error:
            raise forms.ValidationError(
                _("Jumlah uang tidak terbaca. Tulis seperti 45.000.000 atau 45 juta."), code="money"
            ) from error


class DegreesField(forms.CharField):
    """`-6,3012` or `-6.3012` → degrees; None when empty."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=20, required=False, **kwargs)
        self.widget.attrs |= {"inputmode": "decimal", "autocomplete": "off"}

    def clean(self, value: Any) -> float | None:
        text = super().clean(value).strip().replace(",", ".").replace("\u2212", "-")
        if not text:
            return None
        if not re.fullmatch(r"-?\d{1,3}(\.\d{1,12})?", text):
            raise forms.ValidationError(_("Tulis derajat desimal, misalnya −6,3012."), code="degrees")
        return float(text)


class PhonesField(forms.CharField):
    """Telephones, one a line → E.164, doubles taken out."""

    def clean(self, value: Any) -> tuple[str, ...]:
        found = []
        for text in split_words(super().clean(value)):
            number = e164(text)
            if number is None:
                raise forms.ValidationError(
                    _("%(text)s bukan nomor telepon. Periksa angka yang kurang atau berlebih."),
                    code="phone",
                    params={"text": text[:40]},
                )
            found.append(number)
        return tuple(dict.fromkeys(found))


class EmailsField(forms.CharField):
    """Addresses, one a line, in small letters."""

    def clean(self, value: Any) -> tuple[str, ...]:
        found = split_words(super().clean(value))
        for text in found:
            if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", text):
                raise forms.ValidationError(
                    _("%(text)s bukan alamat surel. Alamat surel memuat @ dan titik."),
                    code="email",
                    params={"text": text[:60]},
                )
        return tuple(dict.fromkeys(w.lower() for w in found))


class WordsField(forms.CharField):
    """Words, one a line or parted by commas."""

    def clean(self, value: Any) -> tuple[str, ...]:
        return tuple(dict.fromkeys(split_words(super().clean(value))))
