"""What the list of enterprises is asked for, read from the address."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from binakriya.foundation.forms import CleanForm
from binakriya.foundation.queries import children, region
from binakriya.registry.enterprise_words import COLUMNS, GAPS, NIB, SIZES_WITH_BOUNDS, SORTS, STATES
from binakriya.registry.forms.fields import DayField, IdsField
from binakriya.registry.queries.choices import association_choices, choices
from binakriya.registry.rules.listing import COLUMNS as COLUMN_ORDER
from binakriya.registry.rules.listing import DEFAULT_COLUMNS, Wanted
from binakriya.registry.words import REASONS


class ListForm(CleanForm):
    """Everything may stay empty; what is not understood counts as empty."""

    q = forms.CharField(label=_("Cari"), required=False, max_length=100)
    kecamatan = forms.ChoiceField(label=_("Kecamatan"), required=False)
    kelurahan = forms.ChoiceField(label=_("Kelurahan"), required=False)
    kbli = forms.ChoiceField(label=_("KBLI 2020"), required=False)
    kelompok = forms.ChoiceField(label=_("Kelompok"), required=False)
    ukuran = forms.ChoiceField(label=_("Ukuran menurut BPS"), required=False)
    nib = forms.ChoiceField(label=_("NIB"), required=False)
    kurang = forms.ChoiceField(label=_("Data yang kurang"), required=False)
    keadaan = forms.ChoiceField(label=_("Keadaan"), required=False)
    diubah = DayField(label=_("Diperbarui sejak"))
    ditambah = DayField(label=_("Masuk registri sejak"))
    urut = forms.ChoiceField(label=_("Urutan"), required=False, choices=[("", _("Biasa")), *SORTS.items()])
    perempuan = forms.BooleanField(label=_("Ada pekerja perempuan"), required=False)
    kolom = forms.MultipleChoiceField(
        label=_("Kolom"), required=False, choices=list(COLUMNS.items()), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, office_region: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = choices(office_region=office_region)
        everything = ("", _("Semua"))
        self._choose("kecamatan", [everything, *known.kecamatan])
        within = self._kecamatan()
        self._choose("kelurahan", [everything, *((r.code, r.name) for r in (children(within) if within else ()))])
        self._choose("kbli", [everything, *known.kbli])
        self._choose("kelompok", [everything, *((str(i), name) for i, name in association_choices(near=True))])
        self._choose("ukuran", [everything, *SIZES_WITH_BOUNDS.items()])
        self._choose("nib", [everything, *NIB.items()])
        self._choose("kurang", [("", _("Tidak disaring")), *GAPS.items()])
        self._choose("keadaan", list(STATES.items()))

    def selects(self) -> list[forms.BoundField]:
        """The choices that stand one after another; the kelurahan comes and goes with its kecamatan."""
        return [self[name] for name in ("kelompok", "kbli", "ukuran", "nib", "kurang", "keadaan", "urut")]

    def _choose(self, name: str, options: list[Any]) -> None:
        self.fields[name].choices = [(value, str(text)) for value, text in options]  # type: ignore[attr-defined]

    def _kecamatan(self) -> str:
        """The chosen district, or that of the chosen kelurahan."""
        kelurahan = region(str(self.data.get("kelurahan", "")))
        return str(self.data.get("kecamatan", "")) or (kelurahan.parent if kelurahan else "")

    def wanted(self) -> Wanted:
        """Of what was understood. A kelurahan of another kecamatan than the chosen one is no choice."""
        self.is_valid()
        value = self.cleaned_data
        kecamatan, kelurahan = value.get("kecamatan") or "", value.get("kelurahan") or ""
        columns = value.get("kolom") or ()
        return Wanted(
            text=" ".join((value.get("q") or "").split()),
            kecamatan="" if kelurahan else kecamatan,
            kelurahan=kelurahan,
            kbli=value.get("kbli") or "",
            association=UUID(value["kelompok"]) if value.get("kelompok") else None,
            size=value.get("ukuran") or "",
            nib=value.get("nib") or "",
            women=bool(value.get("perempuan")),
            lacks=value.get("kurang") or "",
            since=value.get("diubah"),
            added=value.get("ditambah"),
            state=value.get("keadaan") or "aktif",
            sort=value.get("urut") or "",
            columns=tuple(c for c in COLUMN_ORDER if c in columns) or DEFAULT_COLUMNS,
        )


class ChosenForm(CleanForm):
    """What is done (`deed`) with the enterprises that were ticked, or with all that the list's filter lets through."""

    usaha = IdsField()
    semua = forms.BooleanField(required=False)
    deed = forms.ChoiceField(choices=[("periksa", ""), ("kelompok", "")])
    kelompok = forms.UUIDField(required=False)

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if not given.get("usaha") and not given.get("semua"):
            raise forms.ValidationError(str(REASONS["none_chosen"]))
        if given.get("deed") == "kelompok" and not given.get("kelompok"):
            raise forms.ValidationError(str(REASONS["unknown_association"]))
        return given


class SavedViewForm(CleanForm):
    """`query` comes from the list itself and is read again before it is kept."""

    nama = forms.CharField(label=_("Nama tampilan"), max_length=80)
    query = forms.CharField(required=False, max_length=1000, widget=forms.HiddenInput)
