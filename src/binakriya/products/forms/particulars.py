"""The form of what is stated of a product for its labels."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from binakriya.foundation.rules.refusals import Refused
from binakriya.products.forms.fields import NonceForm, refused
from binakriya.products.rules.particulars import (
    AMOUNT_MOST,
    PRINTED,
    STORY_MOST,
    Part,
    Particulars,
    lines_of,
    parts_of,
)
from binakriya.products.words import AUDIENCES, CHANNELS, DESTINATIONS, NET_UNITS, OPERATOR_SIZES, QUESTIONS

_KNOWN = [("", _("Belum tahu")), ("yes", _("Ya")), ("no", _("Tidak"))]
_PLAIN = (*PRINTED, "audience", "hs", "net_unit", "operator_size", "member_state")
_SAID = {"yes": True, "no": False}
# Asked for everything; the rest only when it goes abroad or the answer before makes it needed.
FIRST = ("food_contact", "skin_contact", "animal", "plastic_pack", "battery")
ABROAD = ("pig_or_dog", "listed_species", "wood_packing", "california")


class ParticularsForm(NonceForm):
    at = {
        "parts_sum": "composition",
        "parts_many": "composition",
        "hs_digits": "hs",
        "net_amount": "net_amount",
        "net_unit": "net_unit",
        "destination_needed": "destinations",
        "state_letters": "member_state",
    }

    brand = forms.CharField(
        label=_("Merek"), required=False, max_length=PRINTED["brand"], help_text=_("Seperti tertulis di label.")
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

    address = forms.CharField(
        label=_("Alamat yang dicetak di label"),
        required=False,
        max_length=PRINTED["address"],
        help_text=_("Dibaca semua orang. Tulis alamat usaha yang boleh diketahui pembeli."),
    )
    contact = forms.CharField(
        label=_("Kontak yang dicetak di label"),
        required=False,
        max_length=PRINTED["contact"],
        help_text=_("Surel atau laman. Dibaca semua orang."),
    )
    identifier = forms.CharField(
        label=_("Kode produk atau seri"),
        required=False,
        max_length=PRINTED["identifier"],
        help_text=_("Pengenal barang ini, misalnya KK-012."),
    )
    made_on = forms.CharField(
        label=_("Waktu pembuatan"),
        required=False,
        max_length=PRINTED["made_on"],
        help_text=_("Seperti dicetak, misalnya Nov 2026."),
    )
    channels = forms.MultipleChoiceField(
        label=_("Cara menjual"),
        required=False,
        choices=list(CHANNELS.items()),
        widget=forms.CheckboxSelectMultiple,
    )
    member_state = forms.CharField(
        label=_("Negara tujuan di Uni Eropa"),
        required=False,
        max_length=2,
        help_text=_("Kode dua huruf, misalnya DE untuk Jerman."),
    )
    responsible_person = forms.CharField(
        label=_("Penanggung jawab di Uni Eropa"),
        required=False,
        max_length=PRINTED["responsible_person"],
        help_text=_("Nama, alamat pos, dan surel pihak yang menanggung di sana."),
    )
    operator_size = forms.ChoiceField(
        label=_("Ukuran usaha pemasok di Uni Eropa"),
        required=False,
        help_text=_("Usaha yang memasukkan barang ini ke pasar Uni Eropa."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["audience"].choices = [("", _("Belum ditentukan")), *AUDIENCES.items()]  # type: ignore[attr-defined]
        self.fields["net_unit"].choices = [("", _("Pilih satuan")), *NET_UNITS.items()]  # type: ignore[attr-defined]
        self.fields["operator_size"].choices = [("", _("Belum tahu")), *OPERATOR_SIZES.items()]  # type: ignore[attr-defined]
        for key, (label, hint) in QUESTIONS.items():
            self.fields[key] = forms.ChoiceField(
                label=str(label), choices=_KNOWN, required=False, widget=forms.RadioSelect, help_text=str(hint)
            )

    @property
    def first_answers(self) -> list[forms.BoundField]:
        return [self[key] for key in FIRST]

    @property
    def answers_abroad(self) -> list[forms.BoundField]:
        return [self[key] for key in ABROAD]

    @property
    def is_abroad(self) -> bool:
        """Whether something for selling abroad is filled or wrong: then that part stands open."""
        chosen = self["destinations"].value() or []
        return any(code != "ID" for code in chosen) or any(
            self.errors.get(name) for name in (*ABROAD, "hs", "member_state", "responsible_person", "operator_size")
        )

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
            story={"id": v["story_id"], "en": v["story_en"]},
            answers={key: _SAID[v[key]] for key in QUESTIONS if v[key]},
            composition=v["composition"],
            net_amount=v["net_amount"],
            destinations=tuple(v["destinations"]),
            channels=tuple(v["channels"]),
            care=self.care,
            **{name: v[name] for name in _PLAIN},
        )

    # Confirmed where the label is drawn; carried along here.
    care: tuple[str, ...] = ()

    @staticmethod
    def initial_of(given: Particulars) -> dict[str, Any]:
        return {
            "story_id": given.story["id"],
            "story_en": given.story["en"],
            "composition": lines_of(given.composition),
            "net_amount": given.net_amount,
            "destinations": list(given.destinations),
            "channels": list(given.channels),
            **{key: "yes" if said else "no" for key, said in given.answers.items()},
            **{name: getattr(given, name) for name in _PLAIN},
        }
