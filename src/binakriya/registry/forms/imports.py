"""Forms of imports."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from binakriya.foundation.forms import CleanForm
from binakriya.registry.reading_words import field_word
from binakriya.registry.rules.batches import MOST_FILES
from binakriya.registry.rules.list_rows import CORRECTABLE


class ManyFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Several files at once, up to MOST_FILES; empty ones are let through: the reading says what is wrong with them."""

    widget = ManyFilesInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(allow_empty_file=True, **kwargs)

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        given = data if isinstance(data, list | tuple) else [data]
        if len(given) > MOST_FILES:
            raise forms.ValidationError(
                _(
                    "Anda memilih %(given)s berkas; paling banyak %(most)s sekali unggah. Tidak ada yang tersimpan; "
                    "isian lain masih ada. Pilih %(most)s berkas dahulu, sisanya di unggahan berikutnya."
                ),
                params={"given": len(given), "most": MOST_FILES},
            )
        return [super(ManyFilesField, self).clean(one, initial) for one in given]


class UploadForm(CleanForm):
    """`sent` is the form's last field: without it the upload was cut off on its way."""

    lists = ManyFilesField(
        label=_("Daftar IKM"),
        help_text=_("Beberapa berkas sekaligus boleh: .xlsx, .xls, .ods, atau .csv. Seret ke sini, atau pilih."),
        error_messages={"required": _("Belum ada berkas yang dipilih. Pilih satu daftar atau lebih, lalu unggah.")},
        widget=ManyFilesInput(
            attrs={
                "accept": ".xlsx,.xls,.xlsm,.ods,.csv,.tsv,.txt,.html",
                "data-most": MOST_FILES,
                "data-remove-text": _("Keluarkan"),
                "data-most-text": _("Terlalu banyak berkas sekali unggah. Kurangi; pilihan Anda masih ada."),
            }
        ),
    )
    association = forms.ChoiceField(
        label=_("Daftar anggota asosiasi"),
        required=False,
        help_text=_("Pilih bila semua berkas ini daftar anggota satu asosiasi; dapat diatur per berkas nanti."),
    )
    as_of = forms.DateField(
        label=_("Tanggal daftar"),
        required=False,
        help_text=_("Hanya bila daftar tidak menyebutnya: lama usaha dihitung mundur dari tanggal ini."),
        widget=forms.DateInput(),
    )
    nonce = forms.CharField(max_length=64, widget=forms.HiddenInput())

    def __init__(self, *args: Any, associations: list[tuple[str, str]], **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"nonce": uuid4().hex})
        super().__init__(*args, **kwargs)
        field = self.fields["association"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Bukan daftar anggota")), *associations]

    def clean_association(self) -> UUID | None:
        return UUID(self.cleaned_data["association"]) if self.cleaned_data["association"] else None


class ListDateForm(CleanForm):
    as_of = forms.DateField(required=False)


class RowForm(CleanForm):
    """The understood values of a row as texts; only what was changed is a correction. `closed`: fields that were not
    asked for whole: they are neither shown nor changed."""

    def __init__(
        self, *args: Any, texts: dict[str, str], hints: dict[str, Any], closed: Collection[str] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for name in CORRECTABLE:
            if name in closed:
                continue
            self.fields[name] = forms.CharField(
                label=str(field_word(name)),
                required=False,
                max_length=500,
                initial=texts.get(name, ""),
                help_text=hints.get(name, ""),
            )

    def part(self, doubted: Sequence[tuple[str, Any]]) -> None:
        """What stands where: `doubted`, fields with what is said of them, first; then what the row says; then what it
        does not say."""
        first = {name for name, _said in doubted}
        self.doubted = [(self[name] if name in self.fields else None, said) for name, said in doubted]
        rest = [self[name] for name in self.fields if name not in first]
        # What is refused, or was typed into an empty field, stands in sight.
        self.filled = [field for field in rest if field.value() or field.errors]
        self.blank = [field for field in rest if not (field.value() or field.errors)]

    def corrections(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in self.changed_data if name in self.cleaned_data}
