"""Registering, tickets, checking in, tests, certificates."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from binakriya.accounts.forms import PhoneCharField
from binakriya.foundation.rules.phones import is_in_use, is_too_short
from binakriya.foundation.tables.regions import children
from binakriya.training.forms.fields import NonceForm, RefusableForm
from binakriya.training.forms.planning import CancelForm

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


class ReachableField(PhoneCharField):
    """A number at which the person is told of a seat: its form must be one that is given out."""

    def clean(self, value: Any) -> str:
        number = super().clean(value)
        if number and is_too_short(number):
            raise ValidationError(_("Nomor ini terlalu pendek. Contoh: 0812 3456 7890."), code="phone_short")
        if number and not is_in_use(number):
            raise ValidationError(
                _("Tidak ada nomor berbentuk begini. Periksa angkanya. Contoh: 0812 3456 7890."), code="phone_unused"
            )
        return number


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
    phone = ReachableField(label=_("Nomor telepon"), required=True, help_text=_("Contoh: 0812 3456 7890"))
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

    phone = ReachableField(label=_("Nomor telepon"), required=False)
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


class ScanForm(NonceForm):
    code = forms.CharField(max_length=120, required=False)
    device = forms.CharField(max_length=64, required=False)
    registration_id = forms.UUIDField(required=False)

    def clean_nonce(self) -> str:
        """A ticket may be scanned again on purpose, which is a repeat and not the same scan: no word, no key."""
        given: str = self.cleaned_data["nonce"]
        return given


class TestForm(RefusableForm):
    __test__ = False
    at = {"score_range": "before"}

    before = forms.DecimalField(
        label=_("Uji awal"), required=False, min_value=0, max_value=100, decimal_places=2, localize=True
    )
    after = forms.DecimalField(
        label=_("Uji akhir"), required=False, min_value=0, max_value=100, decimal_places=2, localize=True
    )


class RevokeForm(CancelForm):
    pass


class ReissueForm(CancelForm):
    holder = forms.CharField(
        label=_("Nama di sertifikat baru"), required=False, max_length=120, help_text=_("Kosongkan bila tetap.")
    )


class VerifyForm(RefusableForm):
    nomor = forms.CharField(label=_("Nomor sertifikat"), max_length=60, help_text=_("Contoh: BK-3674-2018-0046"))
