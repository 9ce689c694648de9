"""Planning: programmes, activities, sessions, practitioners, invitations."""

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from binakriya.accounts.rules import Refused
from binakriya.training.forms.fields import (
    Choices,
    DayField,
    LinesField,
    MomentField,
    NonceForm,
    RefusableForm,
    RupiahField,
)
from binakriya.training.rules.numbering import DEFAULT_TEMPLATE, check_template
from binakriya.training.rules.seats import LARGEST_QUOTA
from binakriya.training.words import ANSWERS, reason_of


class ProgrammeForm(NonceForm):
    at = {"programme_exists": "title"}

    title = forms.CharField(label=_("Nama program"), max_length=200)
    year = forms.IntegerField(label=_("Tahun anggaran"), min_value=2000, max_value=2100, localize=False)
    aims = forms.CharField(label=_("Tujuan"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))
    budget_code = forms.CharField(label=_("Kode rekening anggaran"), required=False, max_length=60)


class ActivityForm(NonceForm):
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
    starts_on = DayField(label=_("Tanggal"), widget=forms.DateInput)
    ends_on = DayField(
        label=_("Sampai tanggal"), required=False, widget=forms.DateInput, help_text=_("Kosongkan bila satu hari.")
    )
    venue = forms.CharField(label=_("Tempat"), max_length=300)
    quota = forms.IntegerField(
        label=_("Kuota peserta"),
        min_value=1,
        max_value=LARGEST_QUOTA,
        help_text=_("Sesudah penuh, pendaftar masuk daftar tunggu dan naik sendiri."),
    )
    registration_closes_at = MomentField(label=_("Batas pendaftaran"), required=False, widget=forms.DateTimeInput)
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


class CopyForm(NonceForm):
    """A new activity after the model of an earlier one."""

    starts_on = DayField(
        label=_("Tanggal mulai"),
        widget=forms.DateInput,
        help_text=_("Sesi dan batas pendaftaran ikut bergeser; jamnya tetap."),
    )
    title = forms.CharField(label=_("Nama kegiatan"), max_length=200)
    programme_id = forms.ChoiceField(label=_("Program"))
    with_officials = forms.BooleanField(
        label=_("Ikutkan pejabat dan penanda tangan"),
        required=False,
        help_text=_("Kepala dinas, kepala bidang, penanda tangan, penyusun, narahubung. Periksa sebelum mencetak."),
    )

    def __init__(self, *args: Any, programmes: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["programme_id"].choices = list(programmes)  # type: ignore[attr-defined]


class CancelForm(RefusableForm):
    at = {"reason_needed": "reason"}

    reason = forms.CharField(label=_("Alasan"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))


class SessionForm(NonceForm):
    at = {"ends_before_start": "ends", "session_exists": "title", "session_has_attendance": "takes_attendance"}

    title = forms.CharField(label=_("Nama sesi"), max_length=200)
    title_en = forms.CharField(label=_("Nama dalam bahasa Inggris"), required=False, max_length=200)
    day = DayField(label=_("Tanggal"), widget=forms.DateInput)
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
    """A practitioner, and in the same step the sessions that they lead."""

    name = forms.CharField(label=_("Nama"), max_length=120)
    institution = forms.CharField(label=_("Lembaga"), required=False, max_length=200)
    topic = forms.CharField(label=_("Materi"), required=False, max_length=200)
    session_ids = forms.MultipleChoiceField(
        label=_("Sesi yang dibawakan"), required=False, widget=forms.CheckboxSelectMultiple
    )
    institution_en = forms.CharField(label=_("Lembaga dalam bahasa Inggris"), required=False, max_length=200)

    def __init__(self, *args: Any, sessions: Choices = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if sessions:
            self.fields["session_ids"].choices = list(sessions)  # type: ignore[attr-defined]
        else:
            del self.fields["session_ids"]


class LetterForm(NonceForm):
    at = {"already_invited": "association_id", "letter_number_used": "number", "seats_range": "seats"}

    association_id = forms.ChoiceField(label=_("Asosiasi"))
    addressee = forms.CharField(
        label=_("Kepada"), required=False, max_length=200, help_text=_("Kosongkan untuk “Ketua” dan nama asosiasinya.")
    )
    number = forms.CharField(label=_("Nomor surat"), max_length=80)
    written_on = DayField(label=_("Tanggal surat"), widget=forms.DateInput)
    seats = forms.IntegerField(
        label=_("Kursi untuk asosiasi ini"),
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
