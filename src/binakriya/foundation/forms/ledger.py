"""What of the ledger to show."""

from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from binakriya.foundation import words
from binakriya.foundation.forms.clean import CleanForm
from binakriya.foundation.forms.days import DAYS
from binakriya.foundation.queries import LedgerFilter


class LedgerFilterForm(CleanForm):
    """What of the ledger to show; everything may stay empty."""

    pelaku = forms.CharField(label=_("Siapa"), required=False, max_length=100)
    tindakan = forms.ChoiceField(label=_("Tindakan"), required=False)
    jenis = forms.ChoiceField(label=_("Jenis"), required=False)
    objek = forms.CharField(label=_("Nomor objek"), required=False, max_length=64)
    dari = forms.DateField(label=_("Dari tanggal"), required=False, validators=DAYS)
    sampai = forms.DateField(label=_("Sampai tanggal"), required=False, validators=DAYS)
    teks = forms.CharField(label=_("Kata di dalamnya"), required=False, max_length=100)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        everything = ("", _("Semua"))
        self.fields["tindakan"].choices = [everything, *words.actions()]  # type: ignore[attr-defined]
        self.fields["jenis"].choices = [everything, *words.kinds()]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if values.get("dari") and values.get("sampai") and values["dari"] > values["sampai"]:
            self.add_error("sampai", _("Tanggal akhir lebih awal daripada tanggal mulai. Tukar keduanya."))
        return values

    def wanted(self) -> LedgerFilter:
        """The filter; fields in error count as empty."""
        values = self.cleaned_data

        def midnight(day: Any) -> datetime:
            return timezone.make_aware(datetime.combine(day, time.min))

        return LedgerFilter(
            actor=values.get("pelaku") or "",
            action=values.get("tindakan") or "",
            kind=values.get("jenis") or "",
            object_id=values.get("objek") or "",
            since=midnight(values["dari"]) if values.get("dari") else None,
            until=midnight(values["sampai"] + timedelta(days=1)) if values.get("sampai") else None,
            text=values.get("teks") or "",
        )
