"""The form of what is stated of a product for its labels."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from binakriya.foundation.rules.refusals import Refused
from binakriya.products.forms.fields import NonceForm, refused
from binakriya.products.rules.particulars import (
    AMOUNT_MOST,
    BRAND_MOST,
    STORY_MOST,
    Part,
    Particulars,
    lines_of,
    parts_of,
)
from binakriya.products.words import AUDIENCES, DESTINATIONS, NET_UNITS

_KNOWN = [("", _("Belum tahu")), ("yes", _("Ya")), ("no", _("Tidak"))]
_SAID = {"": None, "yes": True, "no": False}


def _answer(said: bool | None) -> str:
    return "" if said is None else "yes" if said else "no"


def _yes_no(label: Any, help_text: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=_KNOWN, required=False, widget=forms.RadioSelect, help_text=help_text)


class ParticularsForm(NonceForm):
    at = {
        "audience_unknown": "audience",
        "parts_sum": "composition",
        "parts_many": "composition",
        "hs_digits": "hs",
        "net_amount": "net_amount",
        "net_unit": "net_unit",
        "destination_needed": "destinations",
    }

    brand = forms.CharField(
        label=_("Merek"), required=False, max_length=BRAND_MOST, help_text=_("Seperti tertulis di label.")
    )
    story_id = forms.CharField(
        label=_("Cerita produk"),
        required=False,
        max_length=STORY_MOST,
        help_text=_("Dua sampai tiga kalimat: siapa membuatnya, bagaimana, apa artinya."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    story_en = forms.CharField(
        label=_("Cerita dalam bahasa Inggris"),
        required=False,
        max_length=STORY_MOST,
        help_text=_("Untuk pembeli luar negeri."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    destinations = forms.MultipleChoiceField(
        label=_("Dijual ke mana"),
        choices=list(DESTINATIONS.items()),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Belum ada tujuan yang dipilih. Pilih paling sedikit satu.")},
    )
    audience = forms.ChoiceField(label=_("Untuk siapa"), required=False, widget=forms.RadioSelect)
    food_contact = _yes_no(_("Bersentuhan dengan makanan"), _("Misalnya: piring, gelas, talenan."))
    skin_contact = _yes_no(_("Lama bersentuhan dengan kulit"), _("Misalnya: perhiasan, jam, pakaian."))
    animal = _yes_no(_("Ada bagian dari hewan"), _("Misalnya: kulit, tanduk, tulang, bulu, sutra, lilin lebah."))
    composition = forms.CharField(
        label=_("Susunan bahan"),
        required=False,
        max_length=1000,
        help_text=_(
            "Satu bahan sebaris dengan persennya, jumlahnya 100. Misalnya: katun 80, lalu di bawahnya: rami 20."
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    net_amount = forms.DecimalField(
        label=_("Isi bersih"), required=False, localize=True, max_digits=9, decimal_places=3, max_value=AMOUNT_MOST
    )
    net_unit = forms.ChoiceField(label=_("Satuan isi"), required=False)
    hs = forms.CharField(
        label=_("Kode HS"), required=False, max_length=12, help_text=_("Empat sampai delapan angka, untuk ekspor.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["audience"].choices = [("", _("Belum ditentukan")), *AUDIENCES.items()]  # type: ignore[attr-defined]
        self.fields["net_unit"].choices = [("", _("Pilih satuan")), *NET_UNITS.items()]  # type: ignore[attr-defined]

    def clean_composition(self) -> tuple[Part, ...]:
        try:
            return parts_of(self.cleaned_data["composition"])
        except Refused as error:
            raise refused(error) from error

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if values.get("net_unit") and values.get("net_amount") is None and "net_amount" not in self.errors:
            self.add_error(
                "net_amount", ValidationError(_("Satuan sudah dipilih, jumlahnya belum diisi. Isi jumlahnya."))
            )
        return values

    def given(self) -> Particulars:
        v = self.cleaned_data
        return Particulars(
            brand=v["brand"],
            story={"id": v["story_id"], "en": v["story_en"]},
            audience=v["audience"],
            food_contact=_SAID[v["food_contact"]],
            skin_contact=_SAID[v["skin_contact"]],
            animal=_SAID[v["animal"]],
            composition=v["composition"],
            hs=v["hs"],
            net_amount=v["net_amount"],
            net_unit=v["net_unit"],
            destinations=tuple(v["destinations"]),
        )

    @staticmethod
    def initial_of(given: Particulars) -> dict[str, Any]:
        return {
            "brand": given.brand,
            "story_id": given.story["id"],
            "story_en": given.story["en"],
            "destinations": list(given.destinations),
            "audience": given.audience,
            "food_contact": _answer(given.food_contact),
            "skin_contact": _answer(given.skin_contact),
            "animal": _answer(given.animal),
            "composition": lines_of(given.composition),
            "hs": given.hs,
            "net_amount": given.net_amount,
            "net_unit": given.net_unit,
        }
