"""Forms of accounts."""

import re
from typing import Any

from allauth.account.forms import LoginForm, SignupForm
from allauth.account.forms import ResetPasswordForm as AllauthResetForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from binakriya.accounts import queries
from binakriya.accounts.models import OrganisationKind, Person
from binakriya.accounts.rules import Actor, Refused, Role
from binakriya.accounts.words import ROLES, reason_of
from binakriya.foundation import forms as foundation_forms
from binakriya.foundation.rules.phones import e164

# No role is chosen beforehand: the first in the list would be the mightiest.
UNBOUND = "-"  # what a form sends for no organisation
_ROLE_CHOICES = [("", _("Pilih peran")), *((role.value, word) for role, word in ROLES.items())]


class SignInForm(foundation_forms.CleanText, LoginForm):
    """One field for e-mail or phone."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        login, password = self.fields["login"], self.fields["password"]
        login.label, login.help_text = _("Surel atau telepon"), _("Contoh telepon: 0812 3456 7890.")
        login.widget = forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"})
        password.label, password.help_text = _("Kata sandi"), ""
        password.widget.attrs.pop("placeholder", None)

    def clean_login(self) -> str:
        text = self.cleaned_data["login"].strip()
        if re.fullmatch(r"[\d\s()+.\-/]+", text):
            return e164(text) or text
        return text.lower()


class SignUpForm(foundation_forms.CleanText, SignupForm):
    """A maker opens an account by themselves (only where SIGNUP_OPEN)."""

    name = forms.CharField(
        label=_("Nama lengkap"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    field_order = ["name", "phone", "email", "password1"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("Surel")
        self.fields["phone"].label = _("Telepon")
        self.fields["password1"].label = _("Kata sandi")
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)


# Where a form has the field, the reason stands at it.
_AT = {
    "organisation_needed": "organisation",
    "organisation_kind": "organisation",
    "phone_unreadable": "phone",
    "email_unreadable": "email",
    "name_length": "name",
    "short_name_taken": "short_name",
}


class RefusableForm(foundation_forms.RefusableForm):
    """A form that tells in this room's words why an operation refused."""

    at = _AT

    def sentence(self, refused: Refused) -> object:
        return reason_of(refused)

    def refuse(self, refused: Refused) -> None:
        field = self.at.get(refused.reason)
        self.add_error(
            field if field in self.fields else None, ValidationError(str(self.sentence(refused)), code=refused.reason)
        )


class ResetPasswordForm(foundation_forms.CleanText, AllauthResetForm):
    """Asks for the e-mail address in our words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("Surel")
        self.fields["email"].widget.attrs.pop("placeholder", None)


class PhoneCharField(forms.CharField):
    """Optional unless told; takes the ways in which Indonesians write numbers; answers with E.164 or ""."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Telepon"))
        kwargs.setdefault("required", False)
        kwargs.setdefault("widget", forms.TelInput(attrs={"autocomplete": "tel"}))
        super().__init__(max_length=40, **kwargs)

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        if not text:
            return ""
        number = e164(text)
        if number is None:
            raise ValidationError(reason_of(Refused("phone_unreadable")), code="phone_unreadable")
        return number


def _email_field(**kwargs: Any) -> forms.EmailField:
    return forms.EmailField(label=_("Surel"), required=False, widget=forms.EmailInput(attrs={"autocomplete": "email"}))


def _organisation_choices(by: Actor) -> list[tuple[str, str]]:
    """Organisations that the actor may give roles for: their own office, every association and institution."""
    found = [
        (str(o.id), f"{o.short_name}: {o.name}")
        for o in queries.organisations()
        if o.kind != OrganisationKind.OFFICE or by.system or o.id == by.office_id
    ]
    # One's own office first: most roles are given for it.
    found.sort(key=lambda choice: choice[0] != str(by.office_id))
    return [*found, (UNBOUND, str(_("Tidak terikat organisasi")))]


class OrganisationField(forms.TypedChoiceField):
    """An organisation's id, or "" for none. The actor's own office is chosen beforehand."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(coerce=lambda value: "" if value == UNBOUND else value, label=_("Organisasi"), **kwargs)

    def clean(self, value: Any) -> str:
        """Nothing sent means none."""
        chosen: str = super().clean(value or UNBOUND)
        return chosen

    def offer(self, by: Actor) -> None:
        self.choices = _organisation_choices(by)
        self.initial = str(by.office_id or UNBOUND)


class InviteForm(foundation_forms.Once, RefusableForm):
    name = forms.CharField(label=_("Nama"), max_length=120)
    role = forms.ChoiceField(label=_("Peran"), choices=_ROLE_CHOICES)
    organisation = OrganisationField(
        help_text=_("Administrator, petugas, dan pimpinan terikat pada dinas; pembuat pada asosiasi atau tidak.")
    )
    phone = PhoneCharField(help_text=_("Isi telepon, surel, atau keduanya."))
    email = _email_field()

    def __init__(self, *args: Any, by: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].offer(by)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if not values.get("phone") and not values.get("email") and not self.errors:
            self.refuse(Refused("email_or_phone"))
        return values


class GrantForm(RefusableForm):
    role = forms.ChoiceField(label=_("Peran"), choices=_ROLE_CHOICES)
    organisation = OrganisationField()

    def __init__(self, *args: Any, by: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].offer(by)  # type: ignore[attr-defined]

    @property
    def role_value(self) -> Role:
        return Role(self.cleaned_data["role"])


class _NewPassword(RefusableForm):
    password = forms.CharField(
        label=_("Kata sandi"),
        strip=False,
        max_length=256,
        help_text=_("Sedikitnya 10 huruf atau angka. Beberapa kata yang Anda ingat sudah baik."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def _person(self) -> Person:
        values = self.cleaned_data
        return Person(name=values.get("name", ""), email=values.get("email") or None, phone=values.get("phone") or None)

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if password := values.get("password"):
            try:
                validate_password(password, self._person())
            except ValidationError as error:
                self.add_error("password", error)
        return values


class AcceptForm(_NewPassword):
    """What an invited person writes; e-mail and phone are asked for only where the invitation lacks them."""

    name = forms.CharField(
        label=_("Nama lengkap"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    phone = PhoneCharField()
    email = _email_field()
    field_order = ["name", "phone", "email", "password"]

    def __init__(self, *args: Any, invitation: queries.InvitationInfo, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in ("phone", "email"):
            if getattr(invitation, field):
                del self.fields[field]


class OrganisationForm(RefusableForm):
    kind = forms.ChoiceField(label=_("Jenis"), choices=OrganisationKind.choices)
    name = forms.CharField(label=_("Nama lengkap"), max_length=200)
    short_name = forms.CharField(label=_("Nama singkat"), max_length=60)
    parent = forms.CharField(
        label=_("Baris pertama kop surat"),
        max_length=200,
        required=False,
        help_text=_("Misalnya Pemerintah Kota Tangerang Selatan."),
    )
    region_code = forms.RegexField(
        label=_("Kode wilayah Kemendagri"),
        regex=r"^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$",
        required=False,
        help_text=_("Misalnya 36.74 untuk Kota Tangerang Selatan."),
    )
    address = forms.CharField(
        label=_("Alamat"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    phone = forms.CharField(label=_("Telepon kantor"), max_length=40, required=False, widget=forms.TelInput)
    email = _email_field()

    def __init__(self, *args: Any, fixed_kind: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if fixed_kind:
            del self.fields["kind"]


class ProfileForm(RefusableForm):
    name = forms.CharField(
        label=_("Nama lengkap"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    phone = PhoneCharField()
    email = _email_field()
    language = forms.ChoiceField(label=_("Bahasa layar"), choices=settings.LANGUAGES)
    password = forms.CharField(
        label=_("Kata sandi sekarang"),
        required=False,
        strip=False,
        help_text=_("Hanya bila telepon atau surel berubah."),
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        if not person.has_usable_password():
            del self.fields["password"]

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        moved = values.get("phone") != (self.person.phone or "") or values.get("email", "").lower() != (
            self.person.email or ""
        )
        if moved and "password" in self.fields and not self.person.check_password(values.get("password") or ""):
            self.add_error(
                "password", _("Untuk mengganti telepon atau surel, tulis kata sandi Anda yang sekarang dengan benar.")
            )
        return values


class ErasureForm(foundation_forms.CleanForm):
    reason = forms.CharField(
        label=_("Alasan"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
    sure = forms.BooleanField(label=_("Saya mengerti bahwa akun saya tidak dapat dipulihkan setelah dihapus."))


class AnswerErasureForm(RefusableForm):
    decision = forms.ChoiceField(
        label=_("Jawaban"),
        choices=[("erase", _("Hapus data akun ini")), ("refuse", _("Tidak dapat dihapus"))],
        widget=forms.RadioSelect,
    )
    answer = forms.CharField(
        label=_("Penjelasan untuk yang meminta"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )


class LogoForm(RefusableForm):
    """The arms or logo at the head of an organisation's papers."""

    at = {"logo_too_large": "logo", "logo_unreadable": "logo"}

    logo = forms.FileField(
        label=_("Lambang kota atau kabupaten"),
        help_text=_("PNG atau JPEG, paling besar 3 MB."),
        error_messages={"required": _("Belum ada berkas yang dipilih. Pilih satu, lalu unggah.")},
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg"}),
        allow_empty_file=True,
    )


class AddKeyForm(foundation_forms.CleanText, AddWebAuthnForm):
    """A security key or passkey gets a name; allauth gives this field no label that could be translated."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Nama kunci")


class EditKeyForm(foundation_forms.CleanText, EditWebAuthnForm):
    """Another name for a security key or passkey."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Nama kunci")
