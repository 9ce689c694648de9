"""Report and press release: what they say beyond what was recorded, and their texts."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from binakriya.foundation.rules.money import NotMoney, parse_rupiah
from binakriya.foundation.rules.money import rupiah as in_rupiah
from binakriya.training.forms.fields import LinesField, NonceForm, PairField, PairsField, RefusableForm
from binakriya.training.forms.rows import RowsWidget
from binakriya.training.rules.photos import ALT_MOST, CAPTION_MOST
from binakriya.training.words import OFFICIAL_ROLES


def _both(label: Any, **more: Any) -> PairField:
    """A text in two boxes, in Indonesian and in English."""
    widget = RowsWidget((_("Bahasa Indonesia"), _("Bahasa Inggris")), single=True)
    return PairField(label=label, widget=widget, **more)


class FactsForm(RefusableForm):
    """What the report says beyond what was recorded: aims, bases, problems, spending."""

    report_number = forms.CharField(label=_("Nomor laporan"), required=False, max_length=80)
    release_number = forms.CharField(label=_("Nomor siaran pers"), required=False, max_length=80)
    participants_stated = _both(_("Peserta, seperti disebut"), help_text=_("Contoh: puluhan IKM dan kelompok IKM."))
    aims = PairsField(
        label=_("Tujuan"),
        help_text=_("Tanpa “untuk”: meningkatkan mutu, memperluas pasar."),
        widget=RowsWidget((_("Tujuan"), _("Bahasa Inggris"))),
    )
    targets = PairsField(label=_("Sasaran"), widget=RowsWidget((_("Sasaran"), _("Bahasa Inggris"))))
    legal_bases = PairsField(
        label=_("Dasar hukum"),
        help_text=_("Yang belum dipastikan ditandai; tandanya ikut tercetak sebagai catatan."),
        widget=RowsWidget((_("Peraturan"), _("Bahasa Inggris")), mark=_("Perlu dicek")),
    )
    problems = LinesField(label=_("Kendala dan penyelesaian"), widget=RowsWidget((_("Kendala"), _("Penyelesaian"))))
    spending = LinesField(
        label=_("Realisasi anggaran"), widget=RowsWidget((_("Uraian"), _("Pagu (Rp)"), _("Realisasi (Rp)")))
    )

    employment_units = forms.IntegerField(label=_("Unit usaha kerajinan nasional"), required=False, min_value=1)
    employment_workers = forms.IntegerField(label=_("Tenaga kerja kerajinan nasional"), required=False, min_value=1)
    employment_period = _both(_("Masa angka unit dan tenaga kerja"), help_text=_("Contoh: akhir 2017."))
    employment_publisher = _both(_("Penerbit angka unit dan tenaga kerja"))
    employment_swapped = forms.BooleanField(
        label=_("Pemberitaan memuat kedua angka itu secara tertukar"), required=False
    )
    exports_year = forms.IntegerField(label=_("Tahun ekspor"), required=False, min_value=1990, max_value=2100)
    exports_usd_million = forms.DecimalField(
        label=_("Ekspor tahun itu, juta dolar AS"), required=False, min_value=0, localize=True
    )
    exports_usd_million_before = forms.DecimalField(
        label=_("Ekspor tahun sebelumnya, juta dolar AS"), required=False, min_value=0, localize=True
    )
    exports_announced_percent = forms.DecimalField(
        label=_("Kenaikan yang diumumkan, persen"), required=False, localize=True
    )
    exports_publisher = _both(_("Penerbit angka ekspor"))

    def clean(self) -> dict[str, Any]:
        """The figures as the activity keeps them; a figure is whole or left out."""
        values: dict[str, Any] = super().clean() or {}
        figures: dict[str, Any] = {}
        for group, needed in _FIGURES.items():
            given = {key: values.pop(f"{group}_{key}", None) for key in _FIGURE_KEYS[group]}
            if not any(given[key] is not None for key in needed):
                continue
            for key in needed:
                if given[key] is None:
                    self.add_error(f"{group}_{key}", _("Isi semua angkanya, atau kosongkan semua."))
            for key in ("period", "publisher"):
                if key in given:
                    given[key] = given[key] or {"id": "", "en": ""}
            if "swapped" in given:
                given["swapped_in_press"] = given.pop("swapped")
            figures[group] = {key: _json_number(value) for key, value in given.items() if value is not None}
        values["figures"] = figures
        return values

    def clean_legal_bases(self) -> list[dict[str, str]]:
        return [
            {"id": one["id"].lstrip("? "), "en": one["en"], "firmness": "M" if one["id"].startswith("?") else "S"}
            for one in self.cleaned_data["legal_bases"]
        ]

    def clean_problems(self) -> list[dict[str, str]]:
        found = []
        for line in self.cleaned_data["problems"]:
            problem, _bar, solution = line.partition("|")
            found.append({"problem": problem.strip(), "solution": solution.strip()})
        return found

    def clean_spending(self) -> list[dict[str, Any]]:
        found = []
        for line in self.cleaned_data["spending"]:
            parts = [part.strip() for part in line.split("|")]
            try:
                item, budget, spent = parts
                found.append({"item": item, "budget": parse_rupiah(budget), "spent": parse_rupiah(spent)})
            except (NotMoney, ValueError) as error:
                raise ValidationError(
                    _("Baris “%(line)s” tidak terbaca. Isi uraian, pagu, dan realisasi, misalnya Rp 1.000.000."),
                    params={"line": line},
                ) from error
        return found


# What a stated figure must have, and all that it may have.
_FIGURES = {"employment": ("units", "workers"), "exports": ("year", "usd_million", "usd_million_before")}
_FIGURE_KEYS = {
    "employment": ("units", "workers", "period", "publisher", "swapped"),
    "exports": ("year", "usd_million", "usd_million_before", "announced_percent", "publisher"),
}


def _json_number(value: Any) -> Any:
    """Decimals as JSON holds them without loss that anybody sees: whole ones as int, others as float."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


def _figures_initial(figures: Mapping[str, Any]) -> dict[str, Any]:
    initial: dict[str, Any] = {}
    for group, known in figures.items():
        for key, value in known.items():
            name = "swapped" if key == "swapped_in_press" else key
            initial[f"{group}_{name}"] = value
    return initial


def facts_initial(values: Mapping[str, Any]) -> dict[str, Any]:
    """What FactsForm begins with, from the values of an activity."""
    return _figures_initial(values["figures"]) | {
        "report_number": values["report_number"],
        "release_number": values["release_number"],
        "participants_stated": values["participants_stated"],
        "aims": values["aims"],
        "targets": values["targets"],
        "legal_bases": [
            {**one, "id": f"? {one['id']}" if one.get("firmness") == "M" else one["id"]}
            for one in values["legal_bases"]
        ],
        "problems": [f"{_plain(one['problem'])} | {_plain(one.get('solution', ''))}" for one in values["problems"]],
        "spending": [
            f"{_plain(one['item'])} | {in_rupiah(one['budget'])} | {in_rupiah(one['spent'])}"
            for one in values["spending"]
        ],
    }


def _plain(value: Any) -> str:
    return value.get("id", "") if isinstance(value, dict) else str(value)


# Drawn folded: most activities state none.
FIGURE_FIELDS = tuple(f"{group}_{key}" for group, keys in _FIGURE_KEYS.items() for key in keys)


class OfficialForm(RefusableForm):
    role = forms.ChoiceField(label=_("Peran"), choices=list(OFFICIAL_ROLES.items()))
    name = forms.CharField(label=_("Nama"), required=False, max_length=120, help_text=_("Kosongkan untuk menghapus."))
    position = forms.CharField(label=_("Jabatan"), required=False, max_length=200)
    position_en = forms.CharField(label=_("Jabatan dalam bahasa Inggris"), required=False, max_length=200)
    nip = forms.CharField(label=_("NIP"), required=False, max_length=30)
    quote = forms.CharField(
        label=_("Kutipan"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Hanya kata yang benar-benar diucapkan."),
    )
    reach = forms.CharField(label=_("Telepon atau surel narahubung"), required=False, max_length=120)


class PhotoWordsForm(RefusableForm):
    """What is said of a photo."""

    at = {"caption_needed": "caption"}

    caption = forms.CharField(
        label=_("Keterangan foto"), max_length=CAPTION_MOST, help_text=_("Contoh: Peserta mencoba melipat kotak.")
    )
    alt = forms.CharField(
        label=_("Apa yang tampak, untuk pembaca yang tidak melihat"),
        required=False,
        max_length=ALT_MOST,
        help_text=_("Kosongkan bila keterangannya sudah cukup."),
    )


class PhotoForm(NonceForm, PhotoWordsForm):
    at = {
        "photo_unreadable": "photo",
        "photo_too_large": "photo",
        "caption_needed": "caption",
    }

    photo = forms.FileField(
        label=_("Pilih atau ambil foto"),
        help_text=_("JPEG, PNG, atau WebP, paling besar 15 MB."),
        error_messages={"required": _("Belum ada foto yang dipilih. Pilih satu, lalu tambahkan.")},
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
        allow_empty_file=True,
    )
    field_order = ("photo", "caption", "alt")


class TextForm(RefusableForm):
    """One area a part of the report or the release; made from the parts."""

    based_on = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, parts: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for part in parts:
            self.fields[part.key] = forms.CharField(
                label=part.heading,
                required=False,
                max_length=20_000,
                initial=part.text,
                strip=False,
                widget=forms.Textarea(
                    attrs={"rows": max(2, min(14, len(part.text) // 80 + part.text.count("\n") + 1))}
                ),
            )

    def texts(self) -> dict[str, str]:
        return {key: text for key, text in self.cleaned_data.items() if key != "based_on"}
