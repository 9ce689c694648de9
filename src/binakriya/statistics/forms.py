"""What the page of figures may be asked."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from binakriya.foundation.forms import CleanForm
from binakriya.statistics.queries import MAPPED
from binakriya.statistics.words import GROUP_WORDS, INDICATOR_WORDS


class FigureForm(CleanForm):
    """Which figure stands on the map, and how finely; of an office alone also of which year and wares."""

    angka = forms.ChoiceField(
        label=_("Angka"), required=False, choices=[(code, INDICATOR_WORDS[code].name) for code in MAPPED]
    )
    tingkat = forms.ChoiceField(
        label=_("Tingkat"), required=False, choices=[("kecamatan", _("Kecamatan")), ("kelurahan", _("Kelurahan"))]
    )
    bahan = forms.ChoiceField(
        label=_("Kelompok produk"), required=False, choices=[("", _("Semua produk")), *GROUP_WORDS.items()]
    )
    tahun = forms.TypedChoiceField(label=_("Tahun kegiatan"), required=False, coerce=int)

    def __init__(self, *args: Any, years: Sequence[int] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if years is None:
            del self.fields["bahan"], self.fields["tahun"]
        else:
            self.fields["tahun"].choices = [("", _("Semua tahun")), *((y, str(y)) for y in years)]  # type: ignore[attr-defined]
