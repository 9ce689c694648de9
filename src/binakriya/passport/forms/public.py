"""The form of what is public."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from binakriya.foundation.forms import RefusableForm
from binakriya.foundation.forms.days import DAYS
from binakriya.foundation.rules.refusals import Refused
from binakriya.passport.queries.public import ChoicePage
from binakriya.passport.rules.public import AGREED_BY_MOST, Shown
from binakriya.passport.words import PUBLIC_REASONS
from binakriya.products.words import subject_word

PARTS = ("photo", "story", "maker", "place", "stages")


def _tick(label: Any) -> forms.BooleanField:
    return forms.BooleanField(label=label, required=False)


class PublicForm(RefusableForm):
    """What there is nothing of can't be chosen: its field is left out."""

    at = {"agreed_by": "agreed_by", "agreed_on": "agreed_on", "certificate_unknown": "certificates"}

    stages = _tick(_("Lima tahap dan keadaannya"))
    photo = _tick(_("Foto sampul"))
    story = _tick(_("Cerita produk"))
    maker = _tick(_("Nama usaha pembuat"))
    place = _tick(_("Kecamatan dan kota"))
    certificates = forms.MultipleChoiceField(
        label=_("Dokumen yang disebut"),
        required=False,
        help_text=_("Hanya judulnya. Nomor dan berkasnya tidak ditampilkan."),
        widget=forms.CheckboxSelectMultiple,
    )
    agreed_by = forms.CharField(
        label=_("Siapa yang setuju"),
        max_length=AGREED_BY_MOST,
        help_text=_("Nama pembuat atau wakil usahanya. Tidak ditampilkan."),
    )
    agreed_on = forms.DateField(
        label=_("Tanggal setuju"), validators=DAYS, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args: Any, page: ChoicePage, **kwargs: Any) -> None:
        shown = page.chosen.shown if page.chosen else Shown()
        super().__init__(*args, **({"initial": shown.kept()} | kwargs))
        there = {"photo": page.cover, "story": page.story, "maker": page.maker, "place": page.place}
        for name, value in there.items():
            if not value and not getattr(shown, name):
                del self.fields[name]
            elif isinstance(value, str) and value and name != "story":
                self.fields[name].help_text = value
        choices = {one.key: one.title for one in page.certificates}
        choices |= {key: subject_word(key) for key in shown.certificates if key not in choices}
        if choices:
            self.fields["certificates"].choices = list(choices.items())  # type: ignore[attr-defined]
        else:
            del self.fields["certificates"]
        if page.own:
            del self.fields["agreed_by"], self.fields["agreed_on"]

    def sentence(self, refused: Refused) -> object:
        return PUBLIC_REASONS[refused.reason]

    def shown(self) -> Shown:
        v = self.cleaned_data
        ticks = {name: bool(v.get(name)) for name in PARTS}
        return Shown(**ticks, certificates=tuple(v.get("certificates", ())))
