"""Forms of the packaging room."""

from django import forms
from django.utils.translation import gettext_lazy as _

from binakriya.foundation.forms import CleanForm


class NoteForm(CleanForm):
    note = forms.CharField(
        label=_("Catatan pemeriksaan"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class WithdrawForm(CleanForm):
    reason = forms.CharField(label=_("Alasan"), max_length=300)
