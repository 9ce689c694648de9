"""Forms of training."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from binakriya.accounts.forms import PhoneCharField
from binakriya.accounts.rules import Refused
from binakriya.foundation.rules.money import NotMoney, parse_rupiah
from binakriya.foundation.rules.money import rupiah as in_rupiah
from binakriya.foundation.tables.regions import children
from binakriya.training.rules.numbering import DEFAULT_TEMPLATE, check_template
from binakriya.training.rules.seats import LARGEST_QUOTA
from binakriya.training.words import ANSWERS, OFFICIAL_ROLES, reason_of

Choices = Sequence[tuple[str, Any]]


class RefusableForm(forms.Form):
    """A form that can show why an operation refused, at the field where that is known."""

    at: Mapping[str, str] = {}

    def refuse(self, refused: Refused) -> None:
        self.add_error(self.at.get(refused.reason), ValidationError(str(reason_of(refused)), code=refused.reason))


class NonceForm(RefusableForm):
    """Sent twice, it is known again by its hidden word."""

    nonce = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["nonce"].initial = uuid4().hex


class RupiahField(forms.CharField):
    """`Rp 12.500.000`, `12,5 jt` or `12500000` → whole rupiah."""

    def prepare_value(self, value: Any) -> Any:
        return in_rupiah(value) if isinstance(value, int) else value

    def clean(self, value: Any) -> int:
        text = super().clean(value)
        if not text:
            return 0
        try:
            amount = parse_rupiah(text)
        except NotMoney as error:
            raise ValidationError(_("Jumlah tidak terbaca. Tulis seperti Rp 12.500.000 atau 12,5 jt.")) from error
        if amount < 0:
            raise ValidationError(_("Jumlahnya tidak dapat negatif."))
        return amount


class LinesField(forms.CharField):
    """One text a line ↔ a list of texts."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        super().__init__(widget=forms.Textarea(attrs={"rows": 4}), max_length=8000, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        return [line.strip() for line in super().clean(value).splitlines() if line.strip()]


class PairsField(LinesField):
    """One text a line, its English after a bar ↔ a list of {id, en}."""

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, list) and all(isinstance(one, dict) for one in value):
            return "\n".join(" | ".join(filter(None, (one.get("id", ""), one.get("en", "")))) for one in value)
        return value

    def clean(self, value: Any) -> list[dict[str, str]]:  # type: ignore[override]
        pairs = []
        for line in super().clean(value):
            indonesian, _bar, english = line.partition("|")
            pairs.append({"id": indonesian.strip(), "en": english.strip()})
        return pairs


# --- planning ---------------------------------------------------------------------------------------------------------


class ProgrammeForm(RefusableForm):
    at = {"programme_exists": "title"}

    title = forms.CharField(label=_("Nama program"), max_length=200)
    year = forms.IntegerField(label=_("Tahun anggaran"), min_value=2000, max_value=2100, localize=False)
    aims = forms.CharField(label=_("Tujuan"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))
    budget_code = forms.CharField(label=_("Kode rekening anggaran"), required=False, max_length=60)


class ActivityForm(RefusableForm):
    at = {
        "quota_below_taken": "quota",
        "quota_range": "quota",
        "ends_before_start": "ends_on",
        "number_template": "number_template",
    }

    programme_id = forms.ChoiceField(label=_("Program"))
    title = forms.CharField(label=_("Nama kegiatan"), max_length=200)
    title_en = forms.CharField(
        label=_("Nama dalam bahasa Inggris"),
        required=False,
        max_length=200,
        help_text=_("Untuk dokumen berbahasa Inggris."),
    )
    summary = forms.CharField(
        label=_("Ringkasan untuk umum"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Dua atau tiga kalimat: untuk siapa, apa yang dibawa pulang."),
    )
    starts_on = forms.DateField(label=_("Tanggal"), widget=forms.DateInput)
    ends_on = forms.DateField(
        label=_("Sampai tanggal"), required=False, widget=forms.DateInput, help_text=_("Kosongkan bila satu hari.")
    )
    venue = forms.CharField(label=_("Tempat"), max_length=300)
    quota = forms.IntegerField(
        label=_("Kuota peserta"),
        min_value=1,
        max_value=LARGEST_QUOTA,
        help_text=_("Sesudah penuh, pendaftar masuk daftar tunggu dan naik sendiri."),
    )
    registration_closes_at = forms.DateTimeField(
        label=_("Batas pendaftaran"), required=False, widget=forms.DateTimeInput
    )
    attendance_percent = forms.IntegerField(
        label=_("Kehadiran untuk sertifikat"),
        min_value=1,
        max_value=100,
        initial=75,
        help_text=_("Bagian sesi yang harus diikuti, dalam persen; dibulatkan ke atas."),
    )
    materials = LinesField(label=_("Bahan dan materi"), help_text=_("Satu baris satu bahan."))
    budget_code = forms.CharField(label=_("Kode rekening anggaran"), required=False, max_length=60)
    budget_amount = RupiahField(label=_("Pagu anggaran"), required=False, help_text=_("Contoh: Rp 12.500.000"))
    number_template = forms.CharField(
        label=_("Pola nomor sertifikat"),
        max_length=40,
        initial=DEFAULT_TEMPLATE,
        help_text=_("{region} kode kota, {year} tahun, {number:04} nomor urut empat angka."),
    )

    def __init__(self, *args: Any, programmes: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["programme_id"].choices = list(programmes)  # type: ignore[attr-defined]

    def clean_number_template(self) -> str:
        template: str = self.cleaned_data["number_template"].strip()
        try:
            check_template(template)
        except Refused as refused:
            raise ValidationError(str(reason_of(refused))) from refused
        return template

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        starts, ends = values.get("starts_on"), values.get("ends_on")
        if starts and not ends:
            values["ends_on"] = starts
        elif starts and ends and ends < starts:
            self.add_error("ends_on", str(reason_of(Refused("ends_before_start"))))
        return values


class CancelForm(RefusableForm):
    at = {"reason_needed": "reason"}

    reason = forms.CharField(label=_("Alasan"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))


class SessionForm(RefusableForm):
    at = {"ends_before_start": "ends", "session_exists": "title", "session_has_attendance": "takes_attendance"}

    title = forms.CharField(label=_("Nama sesi"), max_length=200)
    title_en = forms.CharField(label=_("Nama dalam bahasa Inggris"), required=False, max_length=200)
    day = forms.DateField(label=_("Tanggal"), widget=forms.DateInput)
    starts = forms.TimeField(label=_("Mulai"), widget=forms.TimeInput)
    ends = forms.TimeField(label=_("Selesai"), widget=forms.TimeInput)
    practitioner_ids = forms.MultipleChoiceField(
        label=_("Narasumber"), required=False, widget=forms.CheckboxSelectMultiple
    )
    takes_attendance = forms.BooleanField(
        label=_("Catat kehadiran di sesi ini"),
        required=False,
        initial=True,
        help_text=_("Matikan untuk pembukaan dan istirahat."),
    )

    def __init__(self, *args: Any, practitioners: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if practitioners:
            self.fields["practitioner_ids"].choices = list(practitioners)  # type: ignore[attr-defined]
        else:
            del self.fields["practitioner_ids"]

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        day, starts, ends = values.get("day"), values.get("starts"), values.get("ends")
        if day and starts and ends:
            zone = timezone.get_current_timezone()
            values["starts_at"] = dt.datetime.combine(day, starts, tzinfo=zone)
            values["ends_at"] = dt.datetime.combine(day, ends, tzinfo=zone)
            if ends <= starts:
                self.add_error("ends", str(reason_of(Refused("ends_before_start"))))
        return values

    def session_values(self) -> dict[str, Any]:
        """The values as the operations take them, without the practitioners."""
        keys = ("title", "title_en", "starts_at", "ends_at", "takes_attendance")
        return {key: self.cleaned_data[key] for key in keys}


class PractitionerForm(RefusableForm):
    name = forms.CharField(label=_("Nama"), max_length=120)
    institution = forms.CharField(label=_("Lembaga"), required=False, max_length=200)
    institution_en = forms.CharField(label=_("Lembaga dalam bahasa Inggris"), required=False, max_length=200)
    topic = forms.CharField(label=_("Materi"), required=False, max_length=200)


# --- invitations ------------------------------------------------------------------------------------------------------


class LetterForm(RefusableForm):
    at = {"already_invited": "association_id", "letter_number_used": "number", "seats_range": "seats"}

    association_id = forms.ChoiceField(label=_("Asosiasi"))
    addressee = forms.CharField(
        label=_("Kepada"), required=False, max_length=200, help_text=_("Kosongkan untuk “Ketua” dan nama asosiasinya.")
    )
    number = forms.CharField(label=_("Nomor surat"), max_length=80)
    written_on = forms.DateField(label=_("Tanggal surat"), widget=forms.DateInput)
    seats = forms.IntegerField(
        label=_("Jatah peserta"),
        min_value=1,
        max_value=LARGEST_QUOTA,
        help_text=_("Disebut dalam surat. Tempat tetap diberikan menurut urutan mendaftar."),
    )

    def __init__(self, *args: Any, associations: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if associations:
            self.fields["association_id"].choices = list(associations)  # type: ignore[attr-defined]
        else:
            del self.fields["association_id"]


class AnswerForm(RefusableForm):
    answer = forms.ChoiceField(label=_("Jawaban"), choices=[(key, word) for key, (word, _tone) in ANSWERS.items()])
    note = forms.CharField(label=_("Catatan"), required=False, max_length=300)


# --- registration -----------------------------------------------------------------------------------------------------

CONSENTS = [
    ("contact", _("Kabari saya tentang pelatihan dan pameran berikutnya.")),
    ("publish", _("Nama usaha dan foto produk saya boleh ditampilkan kepada umum.")),
]


def kelurahan_choices(region_code: str) -> list[Any]:
    """The wards of a city, grouped by district, with an empty choice first; [] where they are not known."""
    grouped = [
        (district.name, [(ward.code, ward.name) for ward in children(district.code)])
        for district in children(region_code)
        if region_code
    ]
    return [("", _("Pilih kelurahan")), *grouped] if grouped else []


class RegisterForm(NonceForm):
    """What the public fills in, in under a minute on a phone."""

    at = {
        "phone_unreadable": "phone",
        "phone_taken": "phone",
        "name_needed": "name",
        "business_needed": "business_name",
    }

    name = forms.CharField(
        label=_("Nama lengkap"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    phone = PhoneCharField(label=_("Nomor telepon"), required=True, help_text=_("Boleh 0812… atau +62812…."))
    business_name = forms.CharField(
        label=_("Nama usaha"), max_length=200, widget=forms.TextInput(attrs={"autocomplete": "organization"})
    )
    product = forms.CharField(
        label=_("Produk utama"), required=False, max_length=200, help_text=_("Contoh: anyaman bambu.")
    )
    kelurahan_code = forms.ChoiceField(label=_("Kelurahan tempat usaha"), required=False)
    group_id = forms.ChoiceField(label=_("Anggota asosiasi"), required=False)
    consents = forms.MultipleChoiceField(
        label=_("Bila Anda setuju"), required=False, choices=CONSENTS, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, groups: Iterable[tuple[Any, str]], region_code: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["group_id"].choices = [("", _("Tidak lewat asosiasi")), *((str(i), n) for i, n in groups)]  # type: ignore[attr-defined]
        wards = kelurahan_choices(region_code)
        if wards:
            self.fields["kelurahan_code"].choices = wards  # type: ignore[attr-defined]
        else:
            del self.fields["kelurahan_code"]

    def registration_values(self) -> dict[str, Any]:
        values = dict(self.cleaned_data)
        values["group_id"] = values.get("group_id") or None
        return values


class OfficerRegisterForm(RegisterForm):
    """The same at the desk; a phone may be missing."""

    phone = PhoneCharField(label=_("Nomor telepon"), required=False)
    consents = None  # type: ignore[assignment]


class ParticipantForm(RefusableForm):
    at = {"phone_unreadable": "phone", "phone_taken": "phone", "name_needed": "name"}

    name = forms.CharField(label=_("Nama di sertifikat"), max_length=120)
    business_name = forms.CharField(label=_("Nama usaha di sertifikat"), max_length=200)
    product = forms.CharField(label=_("Produk utama"), required=False, max_length=200)


class FindTicketForm(RefusableForm):
    phone = PhoneCharField(label=_("Nomor telepon"), required=True)
    code = forms.CharField(
        label=_("Kode tiket"),
        max_length=9,
        help_text=_("Enam angka di tiket Anda."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )

    def clean_code(self) -> str:
        return "".join(c for c in self.cleaned_data["code"] if c.isdigit())


# --- attendance -------------------------------------------------------------------------------------------------------


class ScanForm(NonceForm):
    code = forms.CharField(max_length=120, required=False)
    device = forms.CharField(max_length=64, required=False)
    registration_id = forms.UUIDField(required=False)


class TestForm(RefusableForm):
    __test__ = False
    at = {"score_range": "before"}

    before = forms.DecimalField(
        label=_("Uji awal"), required=False, min_value=0, max_value=100, decimal_places=2, localize=True
    )
    after = forms.DecimalField(
        label=_("Uji akhir"), required=False, min_value=0, max_value=100, decimal_places=2, localize=True
    )


# --- certificates -----------------------------------------------------------------------------------------------------


class RevokeForm(CancelForm):
    pass


class ReissueForm(CancelForm):
    holder = forms.CharField(
        label=_("Nama di sertifikat baru"), required=False, max_length=120, help_text=_("Kosongkan bila tetap.")
    )


# --- report -----------------------------------------------------------------------------------------------------------


class FactsForm(RefusableForm):
    """What the report says beyond what was recorded: aims, bases, problems, spending. English stands after a bar."""

    report_number = forms.CharField(label=_("Nomor laporan"), required=False, max_length=80)
    release_number = forms.CharField(label=_("Nomor siaran pers"), required=False, max_length=80)
    participants_stated = PairsField(
        label=_("Peserta, seperti disebut"), help_text=_("Contoh: puluhan IKM dan kelompok IKM | dozens of enterprises")
    )
    aims = PairsField(label=_("Tujuan"), help_text=_("Satu baris satu tujuan, tanpa “untuk”; Inggris sesudah tanda |."))
    targets = PairsField(label=_("Sasaran"))
    legal_bases = PairsField(
        label=_("Dasar hukum"),
        help_text=_("Awali dengan ? bila belum dipastikan; tanda itu ikut tercetak sebagai catatan."),
    )
    problems = LinesField(label=_("Kendala dan penyelesaian"), help_text=_("Satu baris: kendala | penyelesaian."))
    spending = LinesField(label=_("Realisasi anggaran"), help_text=_("Satu baris: uraian | pagu | realisasi."))

    employment_units = forms.IntegerField(label=_("Unit usaha kerajinan nasional"), required=False, min_value=1)
    employment_workers = forms.IntegerField(label=_("Tenaga kerja kerajinan nasional"), required=False, min_value=1)
    employment_period = PairsField(label=_("Masa angka unit dan tenaga kerja"), help_text=_("akhir 2017 | end of 2017"))
    employment_publisher = PairsField(label=_("Penerbit angka unit dan tenaga kerja"))
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
    exports_publisher = PairsField(label=_("Penerbit angka ekspor"))

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
                    given[key] = given[key][0] if given[key] else {"id": "", "en": ""}
            if "swapped" in given:
                given["swapped_in_press"] = given.pop("swapped")
            figures[group] = {key: _json_number(value) for key, value in given.items() if value is not None}
        values["figures"] = figures
        return values

    def clean_participants_stated(self) -> dict[str, str]:
        found = self.cleaned_data["participants_stated"]
        return found[0] if found else {}

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
                    _("Baris “%(line)s” tidak terbaca. Tulis: uraian | Rp 1.000.000 | Rp 900.000"),
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
            initial[f"{group}_{name}"] = [value] if isinstance(value, dict) else value
    return initial


def facts_initial(values: Mapping[str, Any]) -> dict[str, Any]:
    """What FactsForm begins with, from the values of an activity."""
    stated = values["participants_stated"]
    return _figures_initial(values["figures"]) | {
        "report_number": values["report_number"],
        "release_number": values["release_number"],
        "participants_stated": [stated] if stated else [],
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


class VerifyForm(RefusableForm):
    nomor = forms.CharField(label=_("Nomor sertifikat"), max_length=60, help_text=_("Contoh: BK-3674-2018-0046"))
