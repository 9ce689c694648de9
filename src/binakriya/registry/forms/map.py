"""Which figure the map shows, by which regions."""

from typing import Literal

from django import forms
from django.utils.translation import gettext_lazy as _

from binakriya.foundation.forms import CleanForm

LEVELS = [("kelurahan", _("Kelurahan")), ("kecamatan", _("Kecamatan"))]
MEASURES = [("usaha", _("Jumlah usaha")), ("tenaga", _("Tenaga kerja")), ("perempuan", _("Pekerja perempuan"))]


class MapForm(CleanForm):
    wilayah = forms.ChoiceField(label=_("Wilayah"), required=False, choices=LEVELS)
    angka = forms.ChoiceField(label=_("Angka"), required=False, choices=MEASURES)

    def level(self) -> Literal["kelurahan", "kecamatan"]:
        return "kecamatan" if self.cleaned_data.get("wilayah") == "kecamatan" else "kelurahan"

    def measure(self) -> Literal["usaha", "tenaga", "perempuan"]:
        value = self.cleaned_data.get("angka")
        return "tenaga" if value == "tenaga" else "perempuan" if value == "perempuan" else "usaha"
