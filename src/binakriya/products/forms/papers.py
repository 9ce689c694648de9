"""The form of a paper."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from binakriya.engines.labels.evidence import SUBJECTS as SETTLING
from binakriya.foundation.forms.days import DAYS
from binakriya.foundation.rules.refusals import Refused
from binakriya.products.forms.fields import NonceForm, refused
from binakriya.products.operations import PaperFacts
from binakriya.products.rules.papers import MARKET, RIGHTS
from binakriya.products.words import PAPER_GROUPS, PAPER_RESULTS, language


def _day(label: Any, **kwargs: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, validators=DAYS, widget=widget, **kwargs)


class PaperForm(NonceForm):
    at = {
        "paper_subject": "subject",
        "paper_result": "result",
        "paper_issuer": "issuer",
        "paper_to_come": "issued_on",
        "paper_too_old": "issued_on",
        "paper_dates": "valid_until",
        "paper_too_long": "valid_until",
        "file_kind": "file",
        "file_size": "file",
    }

    subject = forms.ChoiceField(label=_("Apa yang dibuktikan"))
    issuer = forms.CharField(
        label=_("Penerbit"), max_length=160, help_text=_("Laboratorium atau lembaga, seperti tertulis di dokumennya.")
    )
    number = forms.CharField(label=_("Nomor dokumen"), required=False, max_length=80)
    result = forms.ChoiceField(
        label=_("Hasil"), choices=list(PAPER_RESULTS.items()), widget=forms.RadioSelect, initial="pass"
    )
    sample = forms.CharField(
        label=_("Contoh yang diuji"),
        required=False,
        max_length=200,
        help_text=_("Misalnya: taplak biru, diambil 3 lembar pada 5 Nov."),
    )
    issued_on = _day(_("Tanggal terbit"))
    valid_until = _day(
        _("Berlaku sampai"), required=False, help_text=_("Hari terakhir berlaku. Kosongkan bila tanpa batas.")
    )
    file = forms.FileField(
        label=_("Berkas"),
        required=False,
        help_text=_("Boleh kosong. PDF, JPEG, atau PNG, paling besar 5 MB. Disimpan tersegel."),
        widget=forms.FileInput(attrs={"accept": "application/pdf,image/jpeg,image/png"}),
        allow_empty_file=True,
    )
    note = forms.CharField(label=_("Catatan"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = {"settling": SETTLING, "rights": RIGHTS, "market": MARKET}
        choices: list[Any] = [("", _("Pilih satu"))]
        choices += [
            (PAPER_GROUPS[group], [(key, one.title[language()]) for key, one in subjects.items()])
            for group, subjects in groups.items()
        ]
        self.fields["subject"].choices = choices  # type: ignore[attr-defined]

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file is not None and not file.size:
            raise refused(Refused("file_empty"))
        return file

    def facts(self) -> PaperFacts:
        v = self.cleaned_data
        return PaperFacts(
            subject=v["subject"],
            issuer=v["issuer"],
            issued_on=v["issued_on"],
            result=v["result"],
            number=v["number"],
            sample=v["sample"],
            valid_until=v["valid_until"],
            note=v["note"],
        )
