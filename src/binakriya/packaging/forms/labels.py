"""The form of a label, read by GET like the studio's: its address can be kept and sent on."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from binakriya.engines.labels.demands import Line
from binakriya.engines.labels.drawing import FIELDS, SIZES, SYMBOLS, LabelError, gtin
from binakriya.foundation.forms import CleanForm
from binakriya.packaging.rules.labels import HANDLING, RECYCLING, Choice, Said
from binakriya.packaging.words import language
from binakriya.products.words import DESTINATIONS

OWN = "t_"
TEXT_MOST = 300
# Field of the drawing → field of the form; the others are stated on the page of particulars.
AT = {"barcode": "nomor", "qr": "alamat", "batch": "partai", "story": "cerita", "symbols": "penanganan"}


class LabelForm(CleanForm):
    """`lines`: what the rules demand, whose words may be written here."""

    tujuan = forms.ChoiceField(label=_("Tujuan"), choices=list(DESTINATIONS.items()))
    ukuran = forms.ChoiceField(label=_("Ukuran"))
    cerita = forms.BooleanField(label=_("Cerita produk"), required=False)
    rawat = forms.BooleanField(
        label=_("Lambang perawatan"), required=False, help_text=_("Yang Anda benarkan di keterangan label.")
    )
    lain = forms.BooleanField(
        label=_("Juga yang belum wajib"), required=False, help_text=_("Keterangan yang boleh, atau baru akan berlaku.")
    )
    daur = forms.ChoiceField(label=_("Lambang daur ulang"), required=False, help_text=_("Bahan kemasannya."))
    penanganan = forms.MultipleChoiceField(
        label=_("Lambang penanganan"), required=False, widget=forms.CheckboxSelectMultiple
    )
    kode = forms.ChoiceField(
        label=_("Kode"),
        required=False,
        choices=[("", _("Tanpa kode")), ("gtin", _("Kode batang GTIN")), ("qr", _("Kode QR ke sebuah alamat"))],
    )
    nomor = forms.CharField(
        label=_("Nomor GTIN"), required=False, max_length=20, help_text=_("8, 12, atau 13 angka dari GS1.")
    )
    alamat = forms.CharField(
        label=_("Alamat kode QR"), required=False, max_length=300, help_text=_("Diawali https://.")
    )
    partai = forms.CharField(label=_("Nomor produksi"), required=False, max_length=60)
    terpisah = forms.MultipleChoiceField(
        label=_("Sudah ada di tempat lain"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Di barangnya atau kemasannya, bukan pada label ini."),
    )

    def __init__(self, data: Any = None, *, lines: tuple[Said, ...], **more: Any) -> None:
        super().__init__(data, **more)
        tongue = language()
        choices: dict[str, list[tuple[str, str | Promise]]] = {}
        choices["ukuran"] = [(key, one.title.read(tongue)) for key, one in SIZES.items()]
        none: list[tuple[str, str | Promise]] = [("", _("Tanpa lambang"))]
        choices["daur"] = [*none, *((key, SYMBOLS[key].title.read(tongue)) for key in RECYCLING)]
        choices["penanganan"] = [(key, SYMBOLS[key].title.read(tongue)) for key in HANDLING]
        self.demanded = tuple(one.line for one in lines)
        choices["terpisah"] = [(line.key, line.title.read(tongue)) for line in self.demanded]
        for name, some in choices.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField), name
            field.choices = some
        for line in self.demanded:
            if _written_here(line):
                self.fields[OWN + line.key] = forms.CharField(
                    label=line.title.read(tongue), required=False, max_length=TEXT_MOST
                )

    @property
    def own_texts(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith(OWN)]

    def clean_nomor(self) -> str:
        given = str(self.cleaned_data["nomor"])
        if not given or self.cleaned_data.get("kode") != "gtin":
            return given
        try:
            return gtin(given)
        except LabelError as error:
            raise ValidationError(error.text.read(language())) from error

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or self.cleaned_data
        for kind, name in (("gtin", "nomor"), ("qr", "alamat")):
            if found.get("kode") == kind and name in found and not found[name]:
                self.add_error(name, _("Isi ini dahulu, atau pilih “Tanpa kode”."))
        return found

    def choice(self) -> Choice:
        said = self.cleaned_data
        return Choice(
            destination=said["tujuan"],
            size=said["ukuran"],
            story=said["cerita"],
            care=said["rawat"],
            free=said["lain"],
            recycling=said["daur"],
            handling=tuple(said["penanganan"]),
            code=said["kode"],
            number=said["nomor"],
            link=said["alamat"],
            batch=said["partai"],
            texts={line.key: said[OWN + line.key] for line in self.demanded if said.get(OWN + line.key)},
            apart=tuple(said["terpisah"]),
        )

    def refuse_drawing(self, error: LabelError) -> None:
        """What cannot be drawn, said at the field it is about; of what is stated elsewhere, above the form."""
        name = AT.get(error.field)
        self.add_error(name if name in self.fields else None, error.text.read(language()))


def _written_here(line: Line) -> bool:
    return line.key not in ("care", "gtin", "transport_marks", "plastic_code")


def asked_of(choice: Choice) -> dict[str, Any]:
    """The form's values for a choice."""
    return {
        "tujuan": choice.destination,
        "ukuran": choice.size,
        "cerita": choice.story,
        "rawat": choice.care,
        "lain": choice.free,
        "daur": choice.recycling,
        "penanganan": list(choice.handling),
        "kode": choice.code,
        "nomor": choice.number,
        "alamat": choice.link,
        "partai": choice.batch,
        "terpisah": list(choice.apart),
    } | {OWN + key: text for key, text in choice.texts.items()}


def field_word(field: str) -> str:
    return FIELDS[field].read(language()) if field in FIELDS else field
