"""What the forms of training are made of."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from binakriya.accounts.rules import Refused
from binakriya.foundation import forms as foundation_forms
from binakriya.foundation.rules.money import NotMoney, parse_rupiah
from binakriya.foundation.rules.money import rupiah as in_rupiah
from binakriya.training.words import reason_of

Choices = Sequence[tuple[str, Any]]


class RefusableForm(foundation_forms.RefusableForm):
    """A form that tells in this room's words why an operation refused."""

    def sentence(self, refused: Refused) -> object:
        return reason_of(refused)


class NonceForm(foundation_forms.Once, RefusableForm):
    """One that makes something new."""


_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_OUT_OF_YEARS = _("Tahunnya di luar jangkauan. Tulis tahun antara 1990 dan 2100.")


def _within_years(value: Any) -> None:
    if value is not None and not _FIRST_YEAR <= value.year <= _LAST_YEAR:
        raise ValidationError(_OUT_OF_YEARS, code="years")


class DayField(forms.DateField):
    """A day of the trade: a year far off is a slip of the finger, and no moment in every zone and database."""

    def to_python(self, value: Any) -> Any:
        day = super().to_python(value)
        _within_years(day)
        return day


class MomentField(forms.DateTimeField):
    """A day and a time, within the same years."""

    def to_python(self, value: Any) -> Any:
        try:
            moment = super().to_python(value)
        except OverflowError as error:
            raise ValidationError(_OUT_OF_YEARS, code="years") from error
        _within_years(moment)
        return moment


class RupiahField(forms.CharField):
    """`Rp 12.500.000`, `12,5 jt` or `12500000` → whole rupiah."""

    def prepare_value(self, value: Any) -> Any:
        return in_rupiah(value) if isinstance(value, int) else value

    def clean(self, value: Any) -> int:
        text = super().clean(value)
        if not text:
            return 0
        try:
            amount = parse_rupiah(text)
        except NotMoney as error:
            raise ValidationError(_("Jumlah tidak terbaca. Tulis seperti Rp 12.500.000 atau 12,5 jt.")) from error
        if amount < 0:
            raise ValidationError(_("Jumlahnya tidak dapat negatif."))
        return amount


class LinesField(forms.CharField):
    """One text a line ↔ a list of texts."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 4}))
        super().__init__(max_length=8000, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        return [line.strip() for line in super().clean(value).splitlines() if line.strip()]


class PairsField(LinesField):
    """One text a line, its English after a bar ↔ a list of {id, en}."""

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, list) and all(isinstance(one, dict) for one in value):
            return "\n".join(" | ".join(filter(None, (one.get("id", ""), one.get("en", "")))) for one in value)
        return value

    def clean(self, value: Any) -> list[dict[str, str]]:  # type: ignore[override]
        pairs = []
        for line in super().clean(value):
            indonesian, _bar, english = line.partition("|")
            pairs.append({"id": indonesian.strip(), "en": english.strip()})
        return pairs


class PairField(forms.CharField):
    """One text, its English after a bar ↔ {id, en}, or {} when empty."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        # Two boxes of 400 letters, and the bar that parts them.
        super().__init__(max_length=803, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, dict):
            return " | ".join(filter(None, (value.get("id", ""), value.get("en", ""))))
        return value

    def clean(self, value: Any) -> dict[str, str]:
        indonesian, _bar, english = super().clean(value).partition("|")
        return {"id": indonesian.strip(), "en": english.strip()} if indonesian.strip() else {}
