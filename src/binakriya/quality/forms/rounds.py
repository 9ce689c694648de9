"""The forms of rounds."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from binakriya.accounts.rules import Refused
from binakriya.foundation.forms import RefusableForm
from binakriya.foundation.forms.once import Once
from binakriya.quality.round_words import refusal
from binakriya.quality.rules.rounds import NOTE_MOST, TITLE_MOST, WANTED_MOST

Pairs = Sequence[tuple[str, str]]


class RoundForm(Once, RefusableForm):
    """A new round, or what it says of itself (`makes=False`)."""

    at = {"title_needed": "title", "wanted_range": "wanted", "rubric_needed": "rubrics"}

    title = forms.CharField(
        label=_("Judul"), max_length=TITLE_MOST, help_text=_("Misalnya: Batik Pamulang, penilaian akhir.")
    )
    held_on = forms.DateField(
        label=_("Tanggal penilaian"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    rubrics = forms.MultipleChoiceField(
        label=_("Rubrik"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Tiap produk memakai rubrik yang cocok dengan bahannya."),
    )
    people = forms.MultipleChoiceField(
        label=_("Penilai"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Dapat ditambah nanti. Sedikitnya dua, supaya selisih antarpenilai dapat dihitung."),
    )
    wanted = forms.IntegerField(
        label=_("Penilai tiap produk"),
        min_value=1,
        max_value=WANTED_MOST,
        initial=2,
        help_text=_("Dua sudah cukup untuk membandingkan. Lebih banyak: lebih pasti, tetapi lebih lama."),
    )
    blind = forms.BooleanField(
        label=_("Nama pembuat ditutup"),
        required=False,
        initial=True,
        help_text=_("Penilai hanya melihat nomor, jenis, dan bahan. Tetap sejak putaran dibuka."),
    )
    note = forms.CharField(
        label=_("Catatan untuk penilai"),
        max_length=NOTE_MOST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    fixed: ClassVar[tuple[str, ...]] = ("rubrics", "people")

    def __init__(self, *args: Any, rubrics: Pairs = (), people: Pairs = (), makes: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, makes=makes, **kwargs)
        if makes:
            self.fields["rubrics"].choices = list(rubrics)  # type: ignore[attr-defined]
            self.fields["people"].choices = list(people)  # type: ignore[attr-defined]
            if not people:
                del self.fields["people"]
        else:
            for name in self.fixed:
                del self.fields[name]

    def sentence(self, refused: Refused) -> object:
        return refusal(refused)
