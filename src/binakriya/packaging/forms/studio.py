"""The studio's form: what is packed, where it goes, how many, and what is left to be proposed.

It is read by GET, so that its address can be kept and sent on. Each field has its unit and a hint; parameters of a box
style are fields made from the style's own declaration.
"""

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from binakriya.engines.boxes import BoxError, Parameter, Style, style, styles
from binakriya.engines.protection import CARRIERS, BoardGrade, CushionCurve, InputError, Leg, Product, text_of
from binakriya.engines.protection.boards.stacking import PRINTINGS
from binakriya.engines.protection.checking import LIMITS
from binakriya.engines.protection.journey import MODES
from binakriya.engines.protection.wording import Language
from binakriya.foundation.forms import CleanForm
from binakriya.packaging.queries.studio import Asked
from binakriya.packaging.rules.reading import InputRefusedError, read_carriers, read_journey, read_quantity
from binakriya.packaging.words import JOURNEYS, PURPOSES
from binakriya.products.forms.fields import MeasureField
from binakriya.products.queries import ProductForPacking
from binakriya.products.rules.measures import NotAMeasure, number
from binakriya.products.words import FORMS, material_choices

OWN_JOURNEY = "own"
LEGS = (1, 2, 3)
PREFIX = "p_"
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(\.[0-9]{3})+")
_SIDES = {"length": "length", "breadth": "breadth", "height": "height"}
_AT = {"size": "length", "product_volume": "length", "gross": "mass"}
_PROPOSE = _("Usulkan")


class PlainNumber(forms.CharField):
    """`12,5` or `12.5` → a float, `1.200` → 1200.0 as in the sizes beside it; empty → None. `unit` stands at the end
    of the field."""

    def __init__(self, *, unit: str = "", least: float | None = None, most: float | None = None, **more: Any) -> None:
        self.unit, self.least, self.most = unit, least, most
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(required=False, max_length=20, widget=widget, **more)

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        try:
            found = float(number(text))
        except NotAMeasure as error:
            raise ValidationError(
                _("“%(text)s” bukan bilangan. Tulis angkanya saja%(unit)s, atau kosongkan."),
                params={"text": text, "unit": f" ({self.unit})" if self.unit else ""},
            ) from error
        least = self.least if self.least is not None else 0.0
        most = self.most if self.most is not None else 1e6
        if not least <= found <= most:  # false for NaN too
            raise ValidationError(
                _("%(text)s di luar batas. Isi antara %(least)g dan %(most)g%(unit)s, atau kosongkan."),
                params={"text": text, "least": least, "most": most, "unit": f" {self.unit}" if self.unit else ""},
            )
        return found


class StudioForm(CleanForm):
    """`known`: the product that is packed; without one size, mass and material are typed."""

    size_units = {"length": "mm", "breadth": "mm", "height": "mm", "mass": "g"}

    length = MeasureField(quantity="length", label=_("Panjang"), help_text=_("Sisi terpanjang alasnya."))
    breadth = MeasureField(quantity="length", label=_("Lebar"), help_text=_("Sisi alas yang lain."))
    height = MeasureField(quantity="length", label=_("Tinggi"), help_text=_("Setinggi barang berdiri."))
    mass = MeasureField(quantity="mass", label=_("Massa"), help_text=_("Timbang tanpa kemasan."))
    material = forms.ChoiceField(label=_("Bahan"), help_text=_("Yang paling mudah rusak, bila lebih dari satu."))
    form = forms.ChoiceField(label=_("Bentuk"), choices=list(FORMS.items()), help_text=_("Bagian yang mudah patah."))
    journey = forms.ChoiceField(
        label=_("Perjalanan"),
        choices=list(JOURNEYS.items()),
        help_text=_("Menentukan jatuhan, tumpukan, lembap, dan lamanya."),
    )
    destination = forms.ChoiceField(
        label=_("Tujuan"),
        choices=[("", _("Di luar Uni Eropa")), ("eu", _("Uni Eropa: ruang kosong dibatasi"))],
        required=False,
        help_text=_("Menentukan batas ruang kosong."),
    )
    carrier = forms.ChoiceField(label=_("Kurir"), required=False, help_text=_("Menentukan pembagi berat volume."))
    quantity = forms.CharField(
        label=_("Jumlah kotak"),
        max_length=12,
        help_text=_("Menentukan harga per kotak."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    purpose = forms.ChoiceField(
        label=_("Keperluan"), choices=list(PURPOSES.items()), help_text=_("Menentukan gaya yang pantas.")
    )
    printing = forms.ChoiceField(
        label=_("Cetakan"), required=False, help_text=_("Mengurangi kuat tekan. Harganya dihitung untuk satu warna.")
    )
    style = forms.ChoiceField(label=_("Gaya kotak"), required=False, help_text=_("Biarkan, atau tentukan sendiri."))
    board = forms.ChoiceField(label=_("Karton"), required=False, help_text=_("Dari persediaan dinas."))
    cushion = forms.ChoiceField(label=_("Bahan bantalan"), required=False, help_text=_("Biarkan, atau tentukan."))
    pick = forms.CharField(max_length=80, required=False, widget=forms.HiddenInput)

    FIRST: dict[str, str] = {"journey": "courier", "quantity": "100", "purpose": "shipping", "form": "plain"}

    def __init__(
        self,
        data: Any = None,
        *,
        known: ProductForPacking | None,
        boards: Iterable[BoardGrade],
        cushions: Iterable[str | CushionCurve],
        language: Language,
        chosen: str = "",
    ) -> None:
        super().__init__(data, initial=self.FIRST)
        self.known, self.language = known, language
        self.style_chosen = _style(chosen)
        if known is not None:
            for name in (*_SIDES, "mass", "material", "form"):
                del self.fields[name]
        else:
            self.fields["material"].choices = [("", _("Pilih bahan")), *material_choices()]  # type: ignore[attr-defined]
        self._choose("carrier", [(c, c) for c in dict.fromkeys(c.name for c in CARRIERS)], _("Semua kurir"))
        self._choose(
            "printing",
            [(p, text_of(f"stack.printing_{p}", language)) for p in PRINTINGS if p != "none"],
            text_of("stack.printing_none", language),
        )
        self._choose(
            "style", [(s.code, f"{s.code} {s.name.read(language)}") for s in styles() if s.family != "fitment"]
        )
        self._choose("board", [(b.code, b.code) for b in boards])
        self._choose(
            "cushion",
            [(c, text_of(f"cushion.{c}", language)) if isinstance(c, str) else (c.name, c.name) for c in cushions],
        )
        for n in LEGS:
            self.fields[f"leg{n}"] = forms.ChoiceField(
                label=_("Tahap %(n)d") % {"n": n},
                required=False,
                help_text=_("Cara angkutnya."),
                choices=[("", _("tidak ada")), *((m, text_of(f"leg.{m}", language)) for m in MODES)],
            )
            usual = _("Kosong: anggapan untuk cara angkut ini.")
            self.fields[f"days{n}"] = PlainNumber(
                label=_("Lama"), unit=str(_("hari")), most=LIMITS["days"][1], help_text=usual
            )
            self.fields[f"humidity{n}"] = PlainNumber(
                label=_("Kelembapan"), unit="% RH", most=LIMITS["humidity"][1], help_text=usual
            )
            self.fields[f"stack{n}"] = PlainNumber(
                label=_("Tinggi tumpukan"), unit="mm", most=LIMITS["stack_height"][1], help_text=usual
            )
        if self.style_chosen is not None:
            for parameter in self.style_chosen.parameters:
                if parameter.kind != "outline":
                    self.fields[f"{PREFIX}{parameter.key}"] = _parameter_field(parameter, language)
        for each in self.fields.values():
            if isinstance(each, forms.ChoiceField):
                each.error_messages["invalid_choice"] = _("“%(value)s” tidak ada dalam daftar. Pilih dari daftar.")

    def _choose(self, name: str, options: list[tuple[str, str]], empty: Any = _PROPOSE) -> None:
        self.fields[name].choices = [("", empty), *options]  # type: ignore[attr-defined]

    @property
    def parameter_fields(self) -> list[tuple[Any, str]]:
        """Bound fields of the style's parameters, each with its unit."""
        found = self.style_chosen.parameters if self.style_chosen is not None else ()
        return [(self[f"{PREFIX}{p.key}"], p.unit) for p in found if p.kind != "outline"]

    @property
    def leg_fields(self) -> list[tuple[Any, tuple[tuple[Any, str], ...]]]:
        units = (("days", _("hari")), ("humidity", "% RH"), ("stack", "mm"))
        return [(self[f"leg{n}"], tuple((self[f"{name}{n}"], str(unit)) for name, unit in units)) for n in LEGS]

    @property
    def echoes(self) -> list[str]:
        """What was read in another unit than it was typed in."""
        return [f.echo for f in self.fields.values() if isinstance(f, MeasureField) and f.echo]

    def clean_quantity(self) -> int:
        try:
            written = self.cleaned_data["quantity"]
            return read_quantity(written.replace(".", "") if _THOUSANDS.fullmatch(written) else written)
        except InputRefusedError as error:
            raise ValidationError(error.text(self.language)) from error

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if values.get("journey") == OWN_JOURNEY and not any(values.get(f"leg{n}") for n in LEGS):
            self.add_error("leg1", _("Perjalanan belum punya tahap. Pilih cara angkut tahap pertama."))
        return values

    def asked(self) -> Asked:
        """Raises InputRefusedError for what the engine refuses."""
        v = self.cleaned_data
        try:
            return Asked(
                product=self._product(),
                journey=self._journey(),
                quantity=v["quantity"],
                purpose=v["purpose"],
                to_eu=v["destination"] == "eu",
                printing=v["printing"],
                carriers=read_carriers(v["carrier"]),
                style=v["style"],
                board=v["board"],
                cushion=v["cushion"],
                parameters=tuple(self._parameters()),
                pick=v["pick"],
            )
        except InputError as error:
            raise InputRefusedError.of(error) from error

    def _product(self) -> Product:
        if self.known is not None:
            found = self.known.product()
            if found is None:
                raise ValueError("a product that nobody has measured is not asked for")
            return found
        v = self.cleaned_data
        size = (float(v["length"]), float(v["breadth"]), float(v["height"]))
        return Product(size, float(v["mass"]) / 1000, v["material"], form=v["form"])

    def _journey(self) -> tuple[Leg, ...]:
        v = self.cleaned_data
        if v["journey"] != OWN_JOURNEY:
            return read_journey(v["journey"])
        return tuple(Leg(v[f"leg{n}"], v[f"days{n}"], v[f"humidity{n}"], v[f"stack{n}"]) for n in LEGS if v[f"leg{n}"])

    def _parameters(self) -> Iterable[tuple[str, float | str | bool]]:
        for parameter in self.style_chosen.parameters if self.style_chosen is not None else ():
            value = self.cleaned_data.get(f"{PREFIX}{parameter.key}")
            if value in (None, ""):
                continue
            if parameter.kind == "flag":
                value = value == "yes"
            elif parameter.kind == "count":
                value = int(value)
            yield parameter.key, value

    def refuse_input(self, error: InputRefusedError) -> None:
        """Told at its field where the page has it, else at the head."""
        name = _AT.get(error.field, error.field)
        for candidate in (name, f"{PREFIX}{name}"):
            if candidate in self.fields:
                self.add_error(candidate, error.text(self.language))
                return
        self.add_error(None, error.text(self.language))


def _style(code: str) -> Style | None:
    try:
        return style(code) if code else None
    except BoxError:
        return None  # the choice field tells it


def _parameter_field(parameter: Parameter, language: Language) -> forms.Field:
    label, hint = parameter.name.read(language), parameter.hint.read(language)
    if parameter.kind == "choice":
        choices = [("", _("Bawaan gaya")), *((code, text.read(language)) for code, text in parameter.choices)]
        return forms.ChoiceField(label=label, help_text=hint, required=False, choices=choices)
    if parameter.kind == "flag":
        yes_no = [("", _("Bawaan gaya")), ("yes", _("Ya")), ("no", _("Tidak"))]
        return forms.ChoiceField(label=label, help_text=hint, required=False, choices=yes_no)
    return PlainNumber(
        label=label, help_text=hint, unit=parameter.unit, least=parameter.minimum, most=parameter.maximum
    )
