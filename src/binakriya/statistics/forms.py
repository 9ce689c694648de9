"""What the page of figures may be asked."""

from django import forms
from django.utils.translation import gettext_lazy as _

from binakriya.foundation.forms import CleanForm
from binakriya.statistics.queries import MAPPED
from binakriya.statistics.words import INDICATOR_WORDS


class FigureForm(CleanForm):
    """Which figure stands on the map, and how finely."""

    angka = forms.ChoiceField(
        label=_("Angka"), required=False, choices=[(code, INDICATOR_WORDS[code].name) for code in MAPPED]
    )
    tingkat = forms.ChoiceField(
        label=_("Tingkat"), required=False, choices=[("kecamatan", _("Kecamatan")), ("kelurahan", _("Kelurahan"))]
    )
