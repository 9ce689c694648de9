"""Forms of the packaging room."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from binakriya.engines.protection import USUAL_JOURNEYS
from binakriya.foundation.forms import CleanForm
from binakriya.packaging.rules.recommend import PURPOSES
from binakriya.packaging.words import JOURNEYS
from binakriya.packaging.words import PURPOSES as PURPOSE_WORDS


class ChooseForm(CleanForm):
    """For which way, for what, how many."""

    journey = forms.ChoiceField(label=_("Perjalanan"), choices=[(code, JOURNEYS[code]) for code in USUAL_JOURNEYS])
    purpose = forms.ChoiceField(label=_("Keperluan"), choices=[(code, PURPOSE_WORDS[code]) for code in PURPOSES])
    quantity = forms.IntegerField(
        label=_("Jumlah kotak"), min_value=1, max_value=10_000_000, help_text=_("Menentukan harga per kotak.")
    )

    FIRST: dict[str, Any] = {"journey": "courier", "purpose": "shipping", "quantity": 100}


class SaveForm(ChooseForm):
    """The same, with the alternative that was chosen and the word that makes it once."""

    chosen = forms.IntegerField(min_value=0, max_value=20)
    nonce = forms.CharField(max_length=64)


class NoteForm(CleanForm):
    note = forms.CharField(
        label=_("Catatan pemeriksaan"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class WithdrawForm(CleanForm):
    reason = forms.CharField(label=_("Alasan ditarik"), max_length=300)
