"""Forms of the office's own values: decided, from drop tests, or as points of a cushion curve."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from binakriya.engines.protection import CurvePoint, text_of
from binakriya.engines.protection.wording import Language
from binakriya.packaging.forms.office import MUST, DayField, StockForm, needed, plain
from binakriya.packaging.forms.studio import PlainNumber
from binakriya.packaging.rules.evidence import DropSeries
from binakriya.packaging.words import DROP_METHODS
from binakriya.products.forms.fields import MeasureField
from binakriya.products.forms.products import DropsField


class ValueForm(StockForm):
    at = {"why_needed": "why", "range": "low", "value": "value"}

    value = needed(_("Nilai dinas ini"), "", -1e6, 1e6)
    low = PlainNumber(least=-1e6, label=_("Batas bawah"), help_text=_("Bila hasil ujinya berkisar."))
    high = PlainNumber(least=-1e6, label=_("Batas atas"))
    why = forms.CharField(
        label=_("Siapa mengukur, dan bagaimana"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages=MUST,
    )
    measured_on = DayField(label=_("Tanggal ukur"), required=False)


class DropsForm(StockForm):
    at = {"value": "drops", "why_needed": "why"}

    method = forms.ChoiceField(
        label=_("Cara"), choices=list(DROP_METHODS.items()), widget=forms.RadioSelect, initial="staircase"
    )
    drops = DropsField(
        label=_("Hasil tiap jatuh"),
        help_text=_("Satu sebaris, menurut urutannya: tinggi dalam mm (atau dengan satuan), lalu selamat atau rusak."),
    )
    cushion = forms.ChoiceField(label=_("Jatuh di atas bantalan"), required=False)
    cushion_mm = MeasureField(quantity="length", label=_("Tebal bantalan"), required=False)
    tested_on = DayField(label=_("Tanggal uji"), error_messages=MUST)
    why = forms.CharField(
        label=_("Siapa menguji, dan contoh apa"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages=MUST,
    )

    def __init__(self, *args: Any, cushions: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["drops"].required = True
        self.fields["drops"].error_messages["required"] = _(
            "Belum ada hasil jatuh. Tulis paling sedikit dua: satu selamat, satu rusak."
        )
        self.fields["cushion"].choices = [("", _("Tidak, di lantai keras")), *cushions]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if values.get("cushion") and values.get("cushion_mm") is None and "cushion_mm" not in self.errors:
            self.add_error("cushion_mm", _("Tebal bantalannya kosong. Ukur dan isi."))
        return values

    def series(self) -> DropSeries:
        v = self.cleaned_data
        tested: date = v["tested_on"]
        thick = float(v["cushion_mm"]) if v["cushion"] else None
        return DropSeries(v["method"], tuple(v["drops"]), tested, v["cushion"], thick)


class CurveForm(StockForm):
    """Points of a cushion curve as a table: `g_1`, `s_1`, `h_1`, `t_1` … ; empty rows are passed over."""

    at = {"curve_said_by": "name"}
    CELLS = (
        ("g", _("G puncak"), "G"),
        ("s", _("Tegangan statis"), "kPa"),
        ("h", _("Tinggi jatuh"), "mm"),
        ("t", _("Tebal"), "mm"),
    )
    ROWS, MORE, MOST = 8, 8, 120

    name = forms.CharField(
        label=_("Bahan yang diuji"),
        max_length=80,
        help_text=_("Seperti disebut pemasok, misalnya EPE 25 kg/m³."),
        error_messages=MUST,
    )
    source = forms.CharField(
        label=_("Sumber"),
        max_length=200,
        help_text=_("Lembaga penguji dan nomor laporannya (ASTM D1596)."),
        error_messages=MUST,
    )
    measured_on = DayField(label=_("Tanggal uji"), error_messages=MUST)
    rows = forms.IntegerField(required=False, min_value=1, max_value=MOST, widget=forms.HiddenInput)

    def __init__(self, *args: Any, points: list[list[float]] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.points = points or []

    @property
    def count(self) -> int:
        try:
            sent = int(self.data.get("rows", 0)) if self.is_bound else 0
        except ValueError:
            sent = 0
        return min(self.MOST, max(self.ROWS, sent, len(self.points) + 2))

    def table(self, rows: int = 0) -> list[list[dict[str, str]]]:
        """Rows of cells with name, word and value, as typed or as the curve before had them."""
        found = []
        for number in range(1, (rows or self.count) + 1):
            row = []
            for place, (key, word, unit) in enumerate(self.CELLS):
                name = f"{key}_{number}"
                if self.is_bound:
                    value = str(self.data.get(name, ""))
                else:
                    value = str(plain(self.points[number - 1][place])) if number <= len(self.points) else ""
                row.append({"name": name, "word": f"{word} {number}", "unit": unit, "value": value[:20]})
            found.append(row)
        return found

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        points = []
        for number, row in enumerate(self.table(), 1):
            typed = [cell["value"].strip() for cell in row]
            if not any(typed):
                continue
            try:
                cells = [PlainNumber(least=0, most=1e6).clean(text) for text in typed]
            except ValidationError as error:
                raise ValidationError(
                    _("Baris %(n)s: %(why)s"), params={"n": number, "why": " ".join(error.messages)}
                ) from error
            if None in cells:
                raise ValidationError(_("Baris %(n)s belum lengkap. Isi keempat angkanya."), params={"n": number})
            points.append([float(cell) for cell in cells])
        values["points"] = points
        return values

    def curve_points(self) -> list[CurvePoint]:
        return [CurvePoint(*row) for row in self.cleaned_data["points"]]


def cushion_choices(codes: tuple[str, ...], language: Language) -> list[tuple[str, str]]:
    return [(code, text_of(f"cushion.{code}", language)) for code in codes]
