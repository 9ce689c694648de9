"""Forms of what hangs on an enterprise: revealing, notes, documents, memberships, accounts."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from binakriya.foundation.forms import CleanForm
from binakriya.registry.enterprise_words import DOCUMENT_KINDS, REVEAL_REASONS
from binakriya.registry.forms.fields import DayField
from binakriya.registry.queries.choices import association_choices
from binakriya.registry.rules.papers import SIZE_MOST


class RevealForm(CleanForm):
    alasan = forms.ChoiceField(label=_("Untuk apa"), choices=list(REVEAL_REASONS.items()))

    def reason(self) -> str:
        """The words of the chosen reason, as they stand in the ledger; of the first when none was chosen."""
        chosen = self.cleaned_data.get("alasan") if self.is_valid() else "hubungi"
        return str(REVEAL_REASONS[chosen or "hubungi"])


class NoteForm(CleanForm):
    number = forms.UUIDField(required=False, widget=forms.HiddenInput)
    text = forms.CharField(label=_("Catatan baru"), max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))


class DocumentForm(CleanForm):
    number = forms.UUIDField(required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(label=_("Jenis"), choices=list(DOCUMENT_KINDS.items()))
    code = forms.CharField(label=_("Nomor"), required=False, max_length=80)
    issued_on = DayField(label=_("Terbit"))
    expires_on = DayField(label=_("Berlaku sampai"))
    file = forms.FileField(
        label=_("Berkas"),
        required=False,
        allow_empty_file=True,
        help_text=_("PDF, JPEG, atau PNG, paling besar 5 MB."),
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"}),
    )

    def clean_file(self) -> bytes:
        """The bytes, not more than one beyond the limit; b"" when none was sent."""
        sent: UploadedFile | None = self.cleaned_data.get("file")
        if sent is None:
            return b""
        data = sent.read(SIZE_MOST + 1)
        if not data:
            raise forms.ValidationError(_("Berkas itu kosong. Pilih lagi, atau simpan tanpa berkas."))
        return data

    def clean(self) -> dict[str, Any]:
        value = super().clean() or self.cleaned_data
        issued: date | None = value.get("issued_on")
        expires: date | None = value.get("expires_on")
        if issued and expires and expires < issued:
            self.add_error("expires_on", _("Tanggal berakhir mendahului tanggal terbit. Periksa kedua tanggal."))
        return value


class DocumentChangeForm(DocumentForm):
    """What is noted of a paper; its file stays as it is."""

    file = None  # type: ignore[assignment]

    def clean_file(self) -> bytes:
        return b""


class MembershipForm(CleanForm):
    association = forms.TypedChoiceField(label=_("Kelompok"), coerce=UUID)
    code = forms.CharField(label=_("Nomor anggota"), required=False, max_length=40)

    def __init__(self, data: MultiValueDict[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        known = association_choices(near=data is None)
        self.fields["association"].choices = [(str(i), name) for i, name in known]  # type: ignore[attr-defined]


class FindAccountForm(CleanForm):
    """The whole e-mail address or telephone of an account: nobody is found by less."""

    text = forms.CharField(
        label=_("Surel atau telepon akun"),
        max_length=200,
        help_text=_("Tulis utuh, seperti yang dipakai pemilik untuk masuk."),
    )


class LinkForm(CleanForm):
    person = forms.UUIDField(widget=forms.HiddenInput)


class AnswerForm(CleanForm):
    """`deed` is the pressed button; `enterprise` the one that it is."""

    deed = forms.ChoiceField(choices=[("approve", "approve"), ("refuse", "refuse")])
    enterprise = forms.UUIDField(required=False)

    def clean(self) -> dict[str, Any]:
        value = super().clean() or self.cleaned_data
        if value.get("deed") == "approve" and not value.get("enterprise"):
            raise forms.ValidationError(_("Pilih usaha yang dimaksud, atau tolak permintaannya."))
        return value
