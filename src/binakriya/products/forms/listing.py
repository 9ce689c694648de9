"""What the list of products is asked for, read from the address."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from binakriya.foundation.forms import CleanForm
from binakriya.products.queries.listing import Wanted
from binakriya.products.words import LACKS, SORTS
from binakriya.registry.queries.choices import choices


class ListForm(CleanForm):
    """Everything may stay empty; what is not understood counts as empty."""

    q = forms.CharField(label=_("Cari"), required=False, max_length=100)
    bahan = forms.CharField(label=_("Bahan"), required=False, max_length=60)
    usaha = forms.UUIDField(required=False)
    wilayah = forms.ChoiceField(label=_("Kecamatan atau kelurahan"), required=False)
    kurang = forms.ChoiceField(
        label=_("Yang kurang"), required=False, choices=[("", _("Tidak disaring")), *LACKS.items()]
    )
    keadaan = forms.ChoiceField(
        label=_("Keadaan"), required=False, choices=[("", _("Masih dibuat")), ("arsip", _("Diarsipkan"))]
    )
    urut = forms.ChoiceField(label=_("Urutan"), required=False, choices=[("", _("Nama")), *SORTS.items()])

    def __init__(self, *args: Any, office_region: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = choices(office_region=office_region)
        wards = [(f"{code}", f"{district}: {name}") for district, rows in known.kelurahan for code, name in rows]
        self.fields["wilayah"].choices = [("", _("Semua")), *known.kecamatan, *wards]  # type: ignore[attr-defined]

    def wanted(self) -> Wanted:
        self.is_valid()
        v = self.cleaned_data
        return Wanted(
            text=v.get("q") or "",
            material=v.get("bahan") or "",
            maker_id=v.get("usaha"),
            region=v.get("wilayah") or "",
            lacks=v.get("kurang") or "",
            archived=v.get("keadaan") == "arsip",
            sort=v.get("urut") or "nama",
        )
