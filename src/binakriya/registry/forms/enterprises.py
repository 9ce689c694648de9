"""The form of all facts of one enterprise, and what a file of the list is asked for."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from binakriya.foundation.forms import CleanForm
from binakriya.foundation.ids import new_id
from binakriya.foundation.queries import full_name, kbli_codes
from binakriya.foundation.rules.phones import national
from binakriya.registry.enterprise_words import CONFIDENCE, EXPORT_USES
from binakriya.registry.forms.fields import (
    DayField,
    DegreesField,
    EmailsField,
    IdsField,
    PhonesField,
    RupiahField,
    WordsField,
)
from binakriya.registry.queries.cards import kbli_title
from binakriya.registry.queries.choices import choices
from binakriya.registry.rules.facts import Facts, TurnoverFact, problems
from binakriya.registry.words import FIELDS, PROBLEMS

PERSONAL = ("nik", "born", "birth_place", "phones", "emails", "street", "rt", "rw")
_LINES = forms.Textarea(attrs={"rows": 2})
_LABELS: dict[str, Any] = dict(FIELDS)
_PROBLEMS: dict[tuple[str, str], Any] = dict(PROBLEMS)


def _kbli_choices(current: tuple[str, str]) -> list[Any]:
    code, version = current
    groups: list[Any] = [("", _("Belum diketahui"))]
    known = False
    for of in ("2020", "2025"):
        pairs = [(f"{of}:{k.code}", f"{k.code} {k.title}") for k in kbli_codes("2020" if of == "2020" else "2025")]
        known = known or (of == version and any(value == f"{of}:{code}" for value, _title in pairs))
        groups.append((f"KBLI {of}", pairs))
    if code and not known:
        groups.insert(1, (f"{version}:{code}", f"{code} {kbli_title(code, version)} (KBLI {version})".strip()))
    return groups


def _region_choices(current: str, office_region: str) -> list[Any]:
    known = choices(office_region=office_region)
    groups: list[Any] = [("", _("Belum diketahui"))]
    codes = set()
    for (code, name), (_label, wards) in zip(known.kecamatan, known.kelurahan, strict=True):
        codes |= {code, *(w for w, _name in wards)}
        groups.append((name, [*wards, (code, _("%(district)s, kelurahan belum diketahui") % {"district": name})]))
    if current and current not in codes:
        groups.insert(1, (current, full_name(current) or current))
    return groups


class EnterpriseForm(CleanForm):
    """All facts. Without `personal` the personal values stay as they are in `base`, and are not on the page.

    `number`: the id of the enterprise to be made, so that a form sent twice makes one."""

    number = forms.UUIDField(required=False, widget=forms.HiddenInput)
    seen_at = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    personal = forms.BooleanField(required=False, widget=forms.HiddenInput)

    name = forms.CharField(
        label=_LABELS["name"],
        max_length=200,
        error_messages={"required": _PROBLEMS["name", "missing"]},
        help_text=_("Seperti di papan nama atau label. Tanpa nama: tulis nama pemiliknya."),
    )
    products = WordsField(
        label=_LABELS["products"],
        required=False,
        max_length=4000,
        widget=_LINES,
        help_text=_("Satu produk per baris, misalnya tas anyaman pandan."),
    )
    kbli = forms.ChoiceField(
        label=_LABELS["kbli"], required=False, help_text=_("Kode lama dan baru berbeda arti; versinya ikut disimpan.")
    )
    since = forms.IntegerField(label=_LABELS["since"], required=False, help_text=_("Empat angka, misalnya 2009."))
    trademark = forms.CharField(
        label=_LABELS["trademark"],
        required=False,
        max_length=100,
        help_text=_("Menurut pemilik; belum tentu terdaftar."),
    )
    nib = forms.CharField(
        label=_LABELS["nib"], required=False, max_length=30, help_text=_("13 angka dari OSS; spasi boleh.")
    )
    workers = forms.IntegerField(
        label=_LABELS["workers"], required=False, help_text=_("Semua yang bekerja, termasuk pemilik dan keluarga.")
    )
    workers_m = forms.IntegerField(label=_LABELS["workers_m"], required=False)
    workers_f = forms.IntegerField(label=_LABELS["workers_f"], required=False)
    investment = RupiahField(label=_LABELS["investment"], help_text=_("Tanpa tanah dan bangunan."))
    assets = RupiahField(label=_LABELS["assets"], help_text=_("Ukuran menurut UU 20/2008 dihitung darinya."))

    region_code = forms.ChoiceField(label=_LABELS["region_code"], required=False)
    place = forms.CharField(
        label=_LABELS["place"], required=False, max_length=200, help_text=_("Bila kelurahannya tidak ada di pilihan.")
    )
    postcode = forms.CharField(label=_LABELS["postcode"], required=False, max_length=10, help_text=_("5 angka."))
    lat = DegreesField(label=_LABELS["lat"], help_text=_("Derajat desimal, misalnya −6,3012."))
    lng = DegreesField(label=_LABELS["lng"], help_text=_("Derajat desimal, misalnya 106,7133."))

    owner_name = forms.CharField(label=_LABELS["owner_name"], required=False, max_length=200)
    sex = forms.ChoiceField(
        label=_LABELS["sex"],
        required=False,
        choices=[("", _("Belum diketahui")), ("f", _("Perempuan")), ("m", _("Laki-laki"))],
    )
    nik = forms.CharField(label=_LABELS["nik"], required=False, max_length=30, help_text=_("16 angka pada KTP."))
    born = DayField(label=_LABELS["born"])
    birth_place = forms.CharField(label=_LABELS["birth_place"], required=False, max_length=100)
    phones = PhonesField(
        label=_LABELS["phones"],
        required=False,
        max_length=400,
        widget=_LINES,
        help_text=_("Satu nomor per baris; yang pertama dihubungi lebih dulu."),
    )
    emails = EmailsField(
        label=_LABELS["emails"], required=False, max_length=1000, widget=_LINES, help_text=_("Satu alamat per baris.")
    )
    pages = WordsField(
        label=_LABELS["pages"],
        required=False,
        max_length=1000,
        widget=_LINES,
        help_text=_("Toko daring atau media sosial, satu per baris."),
    )
    street = forms.CharField(
        label=_LABELS["street"], required=False, max_length=300, help_text=_("Jalan dan nomor, tanpa RT dan RW.")
    )
    rt = forms.CharField(label=_LABELS["rt"], required=False, max_length=3)
    rw = forms.CharField(label=_LABELS["rw"], required=False, max_length=3)

    def __init__(
        self, *args: Any, base: Facts | None = None, office_region: str = "", show_personal: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.base = base or Facts()
        self.facts = self.base
        self.show_personal = show_personal or bool(self.data.get("personal"))
        if not self.show_personal:
            for name in PERSONAL:
                del self.fields[name]
        self.fields["kbli"].choices = _kbli_choices((self.base.kbli, self.base.kbli_version))  # type: ignore[attr-defined]
        self.fields["region_code"].choices = _region_choices(self.base.region_code, office_region)  # type: ignore[attr-defined]
        self.years = len(self.base.turnovers) + 1
        for n in range(self.years):
            self._turnover_fields(n)

    def _turnover_fields(self, n: int) -> None:
        self.fields[f"year_{n}"] = forms.IntegerField(label=_("Tahun"), required=False)
        self.fields[f"low_{n}"] = RupiahField(label=_("Omzet terendah"))
        self.fields[f"high_{n}"] = RupiahField(label=_("Omzet tertinggi"))
        self.fields[f"confidence_{n}"] = forms.ChoiceField(
            label=_("Dasarnya"), required=False, choices=list(CONFIDENCE.items())
        )

    @property
    def turnover_rows(self) -> list[list[forms.BoundField]]:
        """The fields of each year: what is known, and one empty row."""
        return [[self[f"{part}_{n}"] for part in ("year", "low", "high", "confidence")] for n in range(self.years)]

    def clean_nik(self) -> str:
        digits = re.sub(r"[\s.\-]", "", self.cleaned_data["nik"])
        # What a list brought with fewer digits may stay as it is; what is written anew has sixteen.
        if digits and digits != self.base.nik and not re.fullmatch(r"\d{16}", digits):
            raise forms.ValidationError(_("NIK terdiri atas 16 angka. Periksa angka yang kurang atau berlebih."))
        return digits

    def clean_nib(self) -> str:
        return re.sub(r"[\s.\-]", "", self.cleaned_data["nib"])

    def _turnovers(self) -> tuple[TurnoverFact, ...]:
        found = []
        before = {t.year: t for t in self.base.turnovers}
        for n in range(self.years):
            year, low, high = (self.cleaned_data.get(f"{part}_{n}") for part in ("year", "low", "high"))
            low, high = low if low is not None else high, high if high is not None else low
            if low is None or high is None:
                continue
            if year is None:
                self.add_error(f"year_{n}", _("Tulis tahun omzet ini."))
                continue
            fact = TurnoverFact(year, low, high, self.cleaned_data.get(f"confidence_{n}") or "said")
            same = before.get(year)
            if same and (same.low, same.high, same.confidence) == (fact.low, fact.high, fact.confidence):
                fact = same
            found.append(fact)
        return tuple(sorted(found, key=lambda t: -t.year))

    def clean(self) -> dict[str, Any]:
        value = super().clean() or self.cleaned_data
        version, _colon, code = (value.get("kbli") or "").partition(":")
        names: tuple[str, ...] = (
            "name", "owner_name", "sex", "products", "since", "workers", "workers_m", "workers_f", "investment",
            "assets", "nib", "region_code", "place", "postcode", "lat", "lng", "trademark", "pages",
        )  # fmt: skip
        if self.show_personal:
            names = (*names, *PERSONAL)
        # A field in error keeps its old value here; its own error is told already.
        given = {n: value[n] for n in names if n in value}
        facts = replace(self.base, **given, kbli=code, kbli_version=version, turnovers=self._turnovers())
        for problem in problems(facts):
            field = "year_0" if problem.field == "turnovers" else problem.field
            if field in self.fields and field not in self.errors:
                self.add_error(field, _PROBLEMS[problem.field, problem.code])
        self.facts = facts
        return value

    def seen(self) -> datetime | None:
        """The `updated_at` that the form was made from."""
        try:
            return datetime.fromisoformat(self.data.get("seen_at", ""))
        except ValueError:
            return None


def initial_of(facts: Facts) -> dict[str, Any]:
    """What the fields show of these facts."""
    shown: dict[str, Any] = {
        "name": facts.name,
        "products": "\n".join(facts.products),
        "kbli": f"{facts.kbli_version}:{facts.kbli}" if facts.kbli else "",
        "pages": "\n".join(facts.pages),
        "phones": "\n".join(national(p) for p in facts.phones),
        "emails": "\n".join(facts.emails),
        "lat": str(facts.lat).replace(".", ",") if facts.lat is not None else "",
        "lng": str(facts.lng).replace(".", ",") if facts.lng is not None else "",
    }
    for name in (
        "since", "trademark", "nib", "workers", "workers_m", "workers_f", "investment", "assets", "region_code",
        "place", "postcode", "owner_name", "sex", "nik", "born", "birth_place", "street", "rt", "rw",
    ):  # fmt: skip
        shown[name] = getattr(facts, name)
    for n, turnover in enumerate(facts.turnovers):
        shown |= {
            f"year_{n}": turnover.year,
            f"low_{n}": turnover.low,
            f"high_{n}": turnover.high,
            f"confidence_{n}": turnover.confidence,
        }
    return shown


def blank_form(*, office_region: str) -> EnterpriseForm:
    """For a new enterprise, with the id that it will have."""
    return EnterpriseForm(
        initial={"number": new_id(), "personal": True}, show_personal=True, office_region=office_region
    )


def filled_form(*, facts: Facts, updated_at: datetime, office_region: str, personal: bool = False) -> EnterpriseForm:
    """For changing; `personal` only after the facts were revealed."""
    initial = {**initial_of(facts), "seen_at": updated_at.isoformat(), "personal": personal or ""}
    return EnterpriseForm(initial=initial, base=facts, show_personal=personal, office_region=office_region)


def reopened_form(*, data: Mapping[str, Any], facts: Facts, updated_at: datetime, office_region: str) -> EnterpriseForm:
    """What was typed so far, with the personal fields now on the page and filled from the revealed `facts`."""
    typed = {k: data[k] for k in data if k not in {"personal", "csrfmiddlewaretoken", *PERSONAL}}
    initial = {**initial_of(facts), "seen_at": updated_at.isoformat(), **typed, "personal": True}
    return EnterpriseForm(initial=initial, base=facts, show_personal=True, office_region=office_region)


class ExportForm(CleanForm):
    """`untuk`: what the file is for; without it the office's own task."""

    bentuk = forms.ChoiceField(choices=[("csv", "csv"), ("xlsx", "xlsx")])
    untuk = forms.ChoiceField(choices=list(EXPORT_USES.items()), required=False)
    lengkap = forms.BooleanField(required=False)
    # From the ticked rows of the list: `dari` says so, though none is ticked.
    dari = forms.ChoiceField(choices=[("", ""), ("pilihan", "pilihan")], required=False)
    semua = forms.BooleanField(required=False)
    usaha = IdsField()


class CreateForm(CleanForm):
    """`tetap`: make it although one with the same telephone or NIK stands there."""

    tetap = forms.BooleanField(required=False)
