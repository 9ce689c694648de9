"""Forms of products, sizes, photos and evidence."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from binakriya.foundation.forms.days import DAYS
from binakriya.foundation.rules.refusals import Refused
from binakriya.products.forms.fields import MeasureField, NonceForm, OutlineField, RefusableForm, refused
from binakriya.products.rules.evidence import CUSHION_NAMES, DropTest, Method
from binakriya.products.rules.facts import (
    MATERIAL_MOST,
    NAME_MOST,
    NOTE_MOST,
    SKU_MOST,
    How,
    Measured,
    ProductFacts,
    Size,
    check_density,
    checked_size,
)
from binakriya.products.rules.measures import NotAMeasure, parse
from binakriya.products.rules.photos import ALT_MOST, CAPTION_MOST
from binakriya.products.words import FORMS, HOWS, METHODS, REASONS, SHAPES, engine_word, material_choices, reason_of

OTHER = "other"


class ProductForm(NonceForm):
    """What it is and of what."""

    at = {
        "name_needed": "name",
        "material_needed": "material",
    }

    name = forms.CharField(
        label=_("Nama produk"),
        max_length=NAME_MOST,
        help_text=_("Seperti pembeli menyebutnya, misalnya: vas bunga motif daun."),
        error_messages={"required": REASONS["name_needed"]},  # type: ignore[dict-item]
    )
    material = forms.ChoiceField(
        label=_("Bahan utama"),
        help_text=_("Yang paling mudah rusak, bila bahannya lebih dari satu."),
        error_messages={"required": REASONS["material_needed"]},  # type: ignore[dict-item]
    )
    material_words = forms.CharField(
        label=_("Bahan lain"),
        required=False,
        max_length=MATERIAL_MOST,
        help_text=_("Hanya bila bahannya tidak ada di daftar. Kerapuhannya perlu uji jatuh."),
    )
    form = forms.ChoiceField(
        label=_("Bentuk"),
        choices=list(FORMS.items()),
        initial="plain",
        help_text=_("Menentukan bagian yang mudah patah."),
    )
    kind = forms.CharField(
        label=_("Jenis"),
        required=False,
        max_length=NAME_MOST,
        help_text=_("Kelompok barangnya, misalnya: vas, tas, lampu."),
    )
    technique = forms.CharField(
        label=_("Teknik"),
        required=False,
        max_length=NAME_MOST,
        help_text=_("Misalnya: putar, anyam, ukir, batik tulis."),
    )
    note = forms.CharField(
        label=_("Catatan"), required=False, max_length=NOTE_MOST, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["material"].choices = [("", _("Pilih bahan")), *material_choices(), (OTHER, _("Bahan lain"))]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if values.get("material") == OTHER and not values.get("material_words", "").strip():
            self.add_error("material_words", _("Bahan lain belum ditulis. Tulis namanya, atau pilih dari daftar."))
        return values

    def facts(self) -> ProductFacts:
        v = self.cleaned_data
        material = v["material_words"] if v["material"] == OTHER else v["material"]
        return ProductFacts(v["name"], material, v["kind"], v["form"], v["technique"], v["note"])

    @staticmethod
    def initial_of(facts: ProductFacts) -> dict[str, Any]:
        known = facts.material in dict(material_choices())
        return {
            "name": facts.name,
            "kind": facts.kind,
            "material": facts.material if known else OTHER,
            "material_words": "" if known else facts.material,
            "form": facts.form,
            "technique": facts.technique,
            "note": facts.note,
        }


class MeasureForm(NonceForm):
    """Size and mass. A cylinder gives its diameter once; the others length and breadth."""

    at = {
        "size_needed": "length",
        "not_round": "breadth",
        "too_heavy": "mass",
        "too_light": "mass",
        "outline_few": "outline",
        "outline_flat": "outline",
        "outline_many": "outline",
        "outline_crosses": "outline",
        "outline_outside": "outline",
        "day_to_come": "on",
        "measurer_needed": "who",
        "variant_exists": "name",
        "variant_name_needed": "name",
        "sku_exists": "sku",
    }

    shape = forms.ChoiceField(
        label=_("Cara mengukur"), choices=list(SHAPES.items()), widget=forms.RadioSelect, initial="box"
    )
    unit = forms.ChoiceField(
        label=_("Angka tanpa satuan berarti"),
        choices=[("mm", _("mm (milimeter)")), ("cm", _("cm (sentimeter)"))],
        initial="mm",
    )
    length = MeasureField(
        quantity="length",
        label=_("Panjang atau garis tengah"),
        error_messages={"required": _("Kosong. Ukur dan isi; massa saja tidak cukup untuk menghitung kotak.")},
        help_text=_("Sisi luar yang terpanjang di alas; untuk benda bulat, garis tengah yang terlebar."),
    )
    breadth = MeasureField(
        quantity="length",
        label=_("Lebar"),
        required=False,
        conditional=True,
        help_text=_("Sisi luar yang lain di alas. Kosongkan untuk benda bulat."),
    )
    height = MeasureField(
        quantity="length",
        label=_("Tinggi"),
        error_messages={"required": _("Kosong. Ukur dan isi; massa saja tidak cukup untuk menghitung kotak.")},
        help_text=_("Ketika berdiri seperti biasa, termasuk tutup dan gagang."),
    )
    mass = MeasureField(
        quantity="mass",
        label=_("Massa"),
        required=False,
        help_text=_("Ditimbang tanpa kemasan. Boleh gram, ons, atau kg."),
    )
    outline = OutlineField(
        label=_("Garis luar dilihat dari atas"),
        help_text=_("Untuk sisipan yang pas bentuknya: satu titik sebaris dalam mm, misalnya 120; 45, berurutan."),
    )
    who = forms.CharField(label=_("Diukur oleh"), max_length=120)
    on = forms.DateField(
        label=_("Tanggal mengukur"), validators=DAYS, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    how = forms.ChoiceField(label=_("Alat ukur"), choices=[(k, v) for k, v in HOWS.items() if k != "list"])
    note = forms.CharField(
        label=_("Catatan ukuran"),
        required=False,
        max_length=NOTE_MOST,
        help_text=_("Misalnya: tanpa tutup, gagang dapat dilepas."),
    )

    def full_clean(self) -> None:
        for name in ("length", "breadth", "height"):
            field = self.fields[name]
            assert isinstance(field, MeasureField)
            field.bare = "cm" if self.is_bound and self.data.get(self.add_prefix("unit")) == "cm" else ""
        super().full_clean()

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        round_ = values.get("shape") == "cylinder"
        if round_ and values.get("breadth") is None and "breadth" not in self.errors:
            values["breadth"] = values.get("length")
        if not round_ and values.get("breadth") is None and "breadth" not in self.errors:
            self.add_error("breadth", _("Lebar kosong. Ukur dan isi; hanya benda bulat yang tidak memerlukannya."))
        if not self.errors:
            try:
                self._check(values)
            except Refused as error:
                self.add_error(self.at.get(error.reason), refused(error))
        return values

    def _check(self, values: dict[str, Any]) -> None:
        size = self._size(values)
        check_density(checked_size(size), values["mass"])

    @staticmethod
    def _size(values: dict[str, Any]) -> Size:
        return Size(values["shape"], values["length"], values["breadth"], values["height"], values["outline"])

    def measured(self) -> Measured:
        v = self.cleaned_data
        return Measured(self._size(v), v["mass"], v["who"], v["on"], How(v["how"]), v["note"])

    @property
    def echoes(self) -> list[str]:
        """What was read in another unit than it was typed."""
        return [f.echo for f in self.fields.values() if isinstance(f, MeasureField) and f.echo]


class VariantForm(MeasureForm):
    """A further size."""

    name = forms.CharField(
        label=_("Nama varian"),
        max_length=80,
        help_text=_("Pembedanya, misalnya: besar, 30 cm, merah."),
        error_messages={"required": REASONS["variant_name_needed"]},  # type: ignore[dict-item]
    )
    sku = forms.CharField(label=_("Kode barang (SKU)"), required=False, max_length=SKU_MOST)


class RenameForm(RefusableForm):
    at = {"variant_exists": "name", "variant_name_needed": "name", "sku_exists": "sku"}

    name = forms.CharField(
        label=_("Nama varian"), required=False, max_length=80, help_text=_("Pembedanya, misalnya: besar, 30 cm, merah.")
    )
    sku = forms.CharField(
        label=_("Kode barang (SKU)"),
        required=False,
        max_length=SKU_MOST,
        help_text=_("Kode Anda sendiri di toko atau gudang."),
    )


class PhotoForm(NonceForm):
    at = {"photo_unreadable": "photo", "photo_too_large": "photo", "photos_full": "photo"}

    photo = forms.FileField(
        label=_("Ambil atau pilih foto"),
        help_text=_("JPEG, PNG, atau WebP, paling besar 15 MB. Produk utuh, latar polos, cahaya dari jendela."),
        error_messages={"required": _("Belum ada foto yang dipilih. Pilih satu, lalu tambahkan.")},
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
        allow_empty_file=True,
    )
    caption = forms.CharField(label=_("Keterangan"), required=False, max_length=CAPTION_MOST)
    alt = forms.CharField(
        label=_("Apa yang tampak, untuk pembaca yang tidak melihat"),
        required=False,
        max_length=ALT_MOST,
        help_text=_("Kosongkan bila nama produk sudah cukup."),
    )


class PhotoTextForm(RefusableForm):
    caption = forms.CharField(label=_("Keterangan"), required=False, max_length=CAPTION_MOST)
    alt = forms.CharField(
        label=_("Apa yang tampak, untuk pembaca yang tidak melihat"), required=False, max_length=ALT_MOST
    )


_SURVIVED = frozenset({"selamat", "utuh", "aman", "ok", "baik", "survived"})
_BROKE = frozenset({"rusak", "pecah", "retak", "patah", "gagal", "broke"})


class DropsField(forms.CharField):
    """One fall a line, `600 selamat` or `70 cm rusak` → drop tests, in their order."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=6000, widget=forms.Textarea(attrs={"rows": 6}), **kwargs)

    def clean(self, value: Any) -> list[DropTest]:
        found = []
        for line in super().clean(value).splitlines():
            words = line.replace(";", " ").split()
            if not words:
                continue
            said = words[-1].casefold().strip(".,")
            if len(words) < 2 or said not in _SURVIVED | _BROKE:
                raise ValidationError(str(REASONS["drop_unreadable"]) % {"line": line.strip()[:40]}, code="drop")
            try:
                height = parse(" ".join(words[:-1]), "length").value
            except NotAMeasure as error:
                raise ValidationError(reason_of(error), code=error.reason) from error
            found.append(DropTest(float(height), said in _BROKE))
        return found


class EvidenceForm(NonceForm):
    at = {
        "drops_needed": "drops",
        "drops_many": "drops",
        "engine": "drops",
        "declared_needed": "declared_g",
        "cushion_needed": "cushion_mm",
        "measurer_needed": "tested_by",
        "day_to_come": "tested_on",
    }

    method = forms.ChoiceField(
        label=_("Cara"), choices=list(METHODS.items()), widget=forms.RadioSelect, initial=Method.BRACKET.value
    )
    drops = DropsField(
        label=_("Hasil tiap jatuh"),
        help_text=_("Satu sebaris, menurut urutannya: tinggi dalam mm (atau dengan satuan), lalu selamat atau rusak."),
    )
    cushion = forms.ChoiceField(label=_("Jatuh di atas bantalan"), required=False)
    cushion_mm = MeasureField(quantity="length", label=_("Tebal bantalan"), required=False)
    declared_g = forms.DecimalField(
        label=_("Kerapuhan"),
        required=False,
        localize=True,
        min_value=Decimal(5),
        max_value=Decimal(2000),
        help_text=_("Hanya untuk nilai G yang sudah diketahui, 5 sampai 2.000."),
    )
    source = forms.CharField(
        label=_("Sumber nilai G"), required=False, max_length=200, help_text=_("Lembaga penguji dan nomor laporannya.")
    )
    tested_by = forms.CharField(label=_("Diuji oleh"), max_length=120)
    tested_on = forms.DateField(
        label=_("Tanggal uji"), validators=DAYS, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    note = forms.CharField(label=_("Catatan"), required=False, max_length=NOTE_MOST)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cushions = [(name, engine_word(f"cushion.{name}")) for name in CUSHION_NAMES]
        self.fields["cushion"].choices = [("", _("Tidak, di lantai keras")), *cushions]  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        v = dict(self.cleaned_data)
        v["method"] = Method(v["method"])
        v["declared_g"] = float(v["declared_g"]) if v["declared_g"] is not None else None
        return v


def beginning(who: str, today: date) -> dict[str, Any]:
    """Who measures now: the one at the screen, today."""
    return {"who": who, "on": today, "tested_by": who, "tested_on": today, "how": How.RULER.value}
