"""What a maker keeps up to date, and how they ask for an enterprise that the office knows already."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from binakriya.accounts.queries import organisations
from binakriya.foundation.forms import CleanForm
from binakriya.registry.forms.fields import EmailsField, PhonesField, WordsField

_LINES = forms.Textarea(attrs={"rows": 2})


class OwnForm(CleanForm):
    """What a maker keeps up to date themselves."""

    phones = PhonesField(
        label=_("Telepon atau WhatsApp"),
        required=False,
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2, "inputmode": "tel"}),
        help_text=_("Satu nomor per baris. Yang pertama dihubungi lebih dulu."),
    )
    products = WordsField(
        label=_("Yang Anda buat"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Satu produk per baris, misalnya tas anyaman pandan."),
    )
    pages = WordsField(label=_("Toko daring dan media sosial"), required=False, max_length=1000, widget=_LINES)
    emails = EmailsField(label=_("Surel"), required=False, max_length=1000, widget=_LINES)


class AskForm(CleanForm):
    """`number`: the id that the request gets, so that a form sent twice asks once."""

    number = forms.UUIDField(required=False, widget=forms.HiddenInput)
    office = forms.TypedChoiceField(label=_("Dinas"), coerce=UUID)
    nib_or_phone = forms.CharField(
        label=_("NIB atau telepon usaha"),
        max_length=40,
        help_text=_("NIB (13 angka), atau nomor telepon yang pernah Anda berikan kepada dinas."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offices = [(str(o.id), o.short_name) for o in organisations(kind="office")]
        self.fields["office"].choices = offices  # type: ignore[attr-defined]
