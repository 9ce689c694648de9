"""A class to be packed: from what is measured, or from a file."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from binakriya.engines.protection import USUAL_JOURNEYS
from binakriya.foundation.forms import CleanForm, Once, RefusableForm
from binakriya.foundation.rules.refusals import Refused
from binakriya.packaging.queries.batch import Source
from binakriya.packaging.rules.recommend import PURPOSES
from binakriya.packaging.words import JOURNEYS, refusal
from binakriya.packaging.words import PURPOSES as PURPOSE_WORDS
from binakriya.products.forms.lists import taken_rows
from binakriya.products.words import REASONS as PRODUCT_REASONS
from binakriya.products.words import reason_of

_FILE = (
    "list_unreadable",
    "list_blank",
    "list_locked",
    "list_cell",
    "list_headers",
    "list_empty",
    "list_long",
    "list_large",
)


class _Asked(Once, RefusableForm):
    """For which way, for what, how many."""

    journey = forms.ChoiceField(
        label=_("Perjalanan"), choices=[(code, JOURNEYS[code]) for code in USUAL_JOURNEYS], initial="courier"
    )
    purpose = forms.ChoiceField(label=_("Keperluan"), choices=[(code, PURPOSE_WORDS[code]) for code in PURPOSES])
    quantity = forms.IntegerField(
        label=_("Jumlah kotak tiap produk"),
        min_value=1,
        max_value=10_000_000,
        initial=100,
        help_text=_("Menentukan harga per kotak."),
    )

    def sentence(self, refused: Refused) -> object:
        return reason_of(refused) if refused.reason in _FILE else refusal(refused)


class MeasuredForm(_Asked):
    """Of products that stand and are measured."""

    at = dict.fromkeys(("batch_empty", "batch_long", "batch_source"), "source")

    source = forms.ChoiceField(label=_("Produk yang mana"))
    field_order = ("source", "journey", "purpose", "quantity", "nonce")

    def __init__(self, *args: Any, found: tuple[Source, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["source"].choices = [  # type: ignore[attr-defined]
            (one.code, f"{one.name} ({one.products})") for one in found if one.products
        ]


class FileForm(_Asked):
    """Of a file."""

    at = dict.fromkeys(_FILE, "file")

    file = forms.FileField(
        label=_("Berkas daftar produk"),
        help_text=_("CSV atau Excel, satu produk sebaris, paling banyak 500 baris."),
        error_messages={"required": PRODUCT_REASONS["file_needed"]},  # type: ignore[dict-item]
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,.xls,.ods,.txt"}),
        allow_empty_file=True,
    )
    ganti = forms.UUIDField(required=False, widget=forms.HiddenInput)
    field_order = ("file", "journey", "purpose", "quantity", "ganti", "nonce")

    @classmethod
    def again(cls, *, batch_id: UUID, journey: str, purpose: str, quantity: int) -> "FileForm":
        """For the corrected file of a batch: what was asked stays, only the file is chosen."""
        asked = {"journey": journey, "purpose": purpose, "quantity": quantity, "ganti": batch_id}
        form = cls(auto_id="g_%s", initial=asked)
        for name in asked:
            form.fields[name].widget = forms.HiddenInput()
        form.fields["file"].label = _("Berkas yang sudah dibetulkan")
        return form


class StartForm(CleanForm):
    """Which items are computed (`ikut`, of those that were shown: `ada`); both absent where the file's rows are, of
    which `taken` are those whose figures go before the recorded ones."""

    ikut = forms.MultipleChoiceField(required=False)
    ada = forms.BooleanField(required=False)

    def __init__(self, data: Any, *, waiting: list[UUID]) -> None:
        super().__init__(data)
        self.waiting, self.taken = waiting, taken_rows(data)
        self.fields["ikut"].valid_value = lambda value: True  # type: ignore[attr-defined]

    def left_out(self) -> list[UUID]:
        if not self.cleaned_data["ada"]:
            return []
        kept = set(self.cleaned_data["ikut"])
        return [one for one in self.waiting if str(one) not in kept]


class UndoForm(CleanForm):
    reason = forms.CharField(
        label=_("Alasan"),
        max_length=300,
        error_messages={"required": _("Tulis alasannya. Tidak ada yang diurungkan.")},
    )
