"""The file with the products of a class."""

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from binakriya.products.forms.fields import NonceForm
from binakriya.products.words import REASONS


class ListFileForm(NonceForm):
    at = dict.fromkeys(
        (
            "list_unreadable",
            "list_blank",
            "list_locked",
            "list_cell",
            "list_headers",
            "list_empty",
            "list_long",
            "list_large",
        ),
        "file",
    )

    file = forms.FileField(
        label=_("Berkas daftar produk"),
        help_text=_("CSV atau Excel, satu produk sebaris, paling banyak 500 baris."),
        error_messages={"required": REASONS["file_needed"]},  # type: ignore[dict-item]
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,.xls,.ods,.txt"}),
        allow_empty_file=True,
    )


def taken_rows(sent: Mapping[str, str]) -> frozenset[int]:
    """Numbers of the rows whose figures go before the recorded ones: `nilai-<number>=berkas`."""
    found = (name.removeprefix("nilai-") for name, value in sent.items() if value == "berkas")
    return frozenset(int(number) for number in found if number.isascii() and number.isdigit() and len(number) < 10)
