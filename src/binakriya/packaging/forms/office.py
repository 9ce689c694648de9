"""Forms of the office's boards, ready boxes, prices and own values."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from binakriya.engines.boxes import styles
from binakriya.engines.protection import BoardGrade
from binakriya.engines.protection.wording import Language
from binakriya.foundation.forms import RefusableForm
from binakriya.foundation.forms.days import DAYS
from binakriya.foundation.rules.refusals import Refused
from binakriya.foundation.rules.text import plain_line
from binakriya.packaging.forms.studio import PlainNumber
from binakriya.packaging.operations import BoxSaid, OfferSaid
from binakriya.packaging.queries.stock import BoardRow, BoxRow, OfferRow
from binakriya.packaging.rules.limits import BOARD, FLUTES, PRICE_DAYS, SIDE_MM, VALID_DAYS, check_day
from binakriya.packaging.rules.tables import tiers, tiers_text
from binakriya.packaging.words import SOLD_BY, refusal

MUST = {"required": _("Kosong. Isi kolom ini.")}


class Needed(PlainNumber):
    """A number that must be there."""

    def clean(self, value: Any) -> Any:
        found = super().clean(value)
        if found is None:
            raise ValidationError(MUST["required"], code="required")
        return found


def needed(label: Any, unit: str, least: float, most: float, **more: Any) -> Needed:
    field = Needed(unit=unit, least=least, most=most, label=label, **more)
    field.required = True
    return field


def measured(name: str, unit: str, **more: Any) -> PlainNumber:
    """A figure of a board that may stay empty."""
    least, most = BOARD[name]
    return PlainNumber(unit=unit, least=least, most=most, **more)


class DayField(forms.DateField):
    """A day not more than `ahead` days after today."""

    def __init__(self, *, ahead: int = 0, **more: Any) -> None:
        self.ahead = ahead
        super().__init__(validators=DAYS, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **more)

    def clean(self, value: Any) -> Any:
        found = super().clean(value)
        try:
            check_day(found, timezone.localdate(), self.ahead)
        except Refused as refused:
            raise ValidationError(refusal(refused), code=refused.reason) from refused
        return found


class LineField(forms.CharField):
    """A code or a name: what is not seen goes before it is looked at."""

    def to_python(self, value: Any) -> Any:
        return plain_line(super().to_python(value) or "")


class TiersField(forms.CharField):
    """One tier a line, `1: 4900` then `500: 4300` → pairs of quantity and rupiah; one price alone counts from 1."""

    def __init__(self, **more: Any) -> None:
        super().__init__(max_length=2000, widget=forms.Textarea(attrs={"rows": 3}), **more)

    def prepare_value(self, value: Any) -> Any:
        return tiers_text(value).replace("; ", "\n") if isinstance(value, list | tuple) else value

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text.strip():
            return ()
        try:
            return tuple(tiers(text))
        except ValueError as error:
            raise ValidationError(
                _("Tulis satu jenjang sebaris: jumlah mulai, titik dua, harga. Misalnya 500: 4300.")
            ) from error


class StockForm(RefusableForm):
    """What these forms have in common: they say refusals in the room's words."""

    def sentence(self, refused: Refused) -> object:
        return refusal(refused)


class BoardForm(StockForm):
    at = {"board_exists": "code", "code_unseen": "code", "source_needed": "source"}

    code = LineField(
        label=_("Kode"),
        max_length=60,
        help_text=_("Seperti di katalog pemasok, misalnya B 459 g/m²."),
        error_messages=MUST,
    )
    flute = forms.ChoiceField(
        label=_("Gelombang"),
        required=False,
        choices=[("", _("Tanpa gelombang (karton lipat)")), *((flute, flute) for flute in FLUTES if flute)],
    )
    caliper_mm = needed(_("Tebal"), "mm", *BOARD["caliper_mm"])
    grammage = needed(_("Gramatur"), "g/m²", *BOARD["grammage"])
    ect_n_per_mm = measured(
        "ect_n_per_mm", "N/mm", label=_("ECT"), help_text=_("Kuat tekan tepi; 1 kN/m sama dengan 1 N/mm.")
    )
    burst_kpa = measured("burst_kpa", "kPa", label=_("BST"), help_text=_("Ketahanan retak (Mullen)."))
    dx_nm = measured("dx_nm", "N·m", label=_("Kekakuan lentur Dx"))
    dy_nm = measured("dy_nm", "N·m", label=_("Kekakuan lentur Dy"))
    supplier = LineField(label=_("Pemasok"), max_length=120, required=False)
    source = forms.CharField(
        label=_("Sumber"),
        max_length=200,
        help_text=_("Siapa yang menyatakan nilai ini: lembar data pemasok, atau uji dan nomornya."),
        error_messages=MUST,
    )
    dated = DayField(label=_("Tanggal data"), required=False)

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if (values.get("dx_nm") is None) != (values.get("dy_nm") is None):
            self.add_error("dy_nm", _("Isi Dx dan Dy keduanya, atau kosongkan keduanya."))
        return values

    @classmethod
    def first(cls, row: BoardRow) -> dict[str, Any]:
        names = ("code", "flute", "caliper_mm", "grammage", "ect_n_per_mm", "burst_kpa", "dx_nm", "dy_nm")
        found = {name: plain(getattr(row, name)) for name in (*names, "supplier", "dated")}
        # Whoever changes a row of the engine's table says who knows it better.
        return found | {"source": row.source if row.source == row.source_code else ""}

    def grade(self) -> BoardGrade:
        v = self.cleaned_data
        return BoardGrade(
            v["code"],
            v["flute"],
            v["caliper_mm"],
            v["grammage"],
            v["ect_n_per_mm"],
            v["dx_nm"],
            v["dy_nm"],
            v["burst_kpa"],
            source=v["source"],
        )


def plain(value: object) -> object:
    """A number as people write it here."""
    return f"{value:g}".replace(".", ",") if isinstance(value, float) else value


class BoxForm(StockForm):
    at = {
        "box_exists": "code",
        "code_unseen": "code",
        "price_said_by": "supplier",
        "counted_on": "counted_on",
        "box": "style",
    }

    code = LineField(label=_("Kode"), max_length=40, error_messages=MUST)
    name = LineField(label=_("Nama"), max_length=120, help_text=_("Misalnya kotak kurir sedang."), error_messages=MUST)
    style = forms.ChoiceField(label=_("Gaya kotak"))
    length_mm = needed(_("Panjang dalam"), "mm", *SIDE_MM)
    breadth_mm = needed(_("Lebar dalam"), "mm", *SIDE_MM)
    height_mm = needed(_("Tinggi dalam"), "mm", *SIDE_MM)
    board = forms.ChoiceField(label=_("Karton"))
    on_hand = forms.IntegerField(label=_("Persediaan"), required=False, min_value=0, max_value=10_000_000)
    counted_on = DayField(label=_("Tanggal hitung"), required=False)
    price = PlainNumber(unit="Rp", least=1, most=1e9, label=_("Harga satu kotak"))
    supplier = LineField(label=_("Pemasok"), max_length=120, required=False)
    dated = DayField(ahead=PRICE_DAYS, label=_("Tanggal harga"), required=False)

    def __init__(self, *args: Any, boards: list[tuple[str, str]], language: Language, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = [(one.code, f"{one.code} {one.name.read(language)}") for one in styles()]
        self.fields["style"].choices = names  # type: ignore[attr-defined]
        self.fields["board"].choices = boards  # type: ignore[attr-defined]

    @classmethod
    def first(cls, row: BoxRow) -> dict[str, Any]:
        length, breadth, height = row.inside_mm
        sides = {"length_mm": plain(length), "breadth_mm": plain(breadth), "height_mm": plain(height)}
        names = ("code", "name", "style", "on_hand", "counted_on", "supplier", "dated")
        price = None if row.price is None else plain(float(row.price)) if row.price % 1 else int(row.price)
        return {name: getattr(row, name) for name in names} | sides | {"board": str(row.board_id), "price": price}

    def said(self) -> BoxSaid:
        v = self.cleaned_data
        return BoxSaid(
            code=v["code"],
            name=v["name"],
            inside_mm=(v["length_mm"], v["breadth_mm"], v["height_mm"]),
            board_id=v["board"],
            style=v["style"],
            price=None if v["price"] is None else Decimal(str(v["price"])),
            supplier=v["supplier"],
            dated=v["dated"],
            on_hand=v["on_hand"],
            counted_on=v["counted_on"],
        )


class OfferForm(StockForm):
    at = {"offer_exists": "dated", "valid_after": "valid_until", "price": "breaks", "price_nothing": "breaks"}

    supplier = LineField(label=_("Pemasok"), max_length=120, error_messages=MUST)
    board_code = forms.ChoiceField(label=_("Karton"))
    sold_by = forms.ChoiceField(label=_("Dijual per"), choices=list(SOLD_BY.items()))
    breaks = TiersField(
        label=_("Harga karton (Rp)"),
        help_text=_("Satu jenjang sebaris: jumlah mulai, titik dua, harga. Misalnya 1: 4900, lalu 500: 4300."),
        error_messages=MUST,
    )
    sheet_length = PlainNumber(unit="mm", least=50, most=5000, label=_("Panjang lembar"))
    sheet_breadth = PlainNumber(unit="mm", least=50, most=5000, label=_("Lebar lembar"))
    printing_setup = PlainNumber(unit="Rp", most=1e9, label=_("Pelat cetak, sekali"))
    printing_run = TiersField(label=_("Cetak tiap kotak (Rp)"), required=False)
    die = PlainNumber(unit="Rp", most=1e9, label=_("Pisau potong, sekali"))
    die_owned = forms.BooleanField(label=_("Pisaunya sudah ada"), required=False)
    gluing_run = TiersField(label=_("Lem tiap kotak (Rp)"), required=False)
    delivery = PlainNumber(unit="Rp", most=1e9, label=_("Antar, sekali pesan"))
    least_boxes = forms.IntegerField(
        label=_("Pesanan paling sedikit"), required=False, min_value=1, max_value=10_000_000
    )
    least_amount = PlainNumber(unit="Rp", most=1e10, label=_("Nilai pesanan paling sedikit"))
    tax = PlainNumber(unit="%", most=90, label=_("Pajak"), help_text=_("Kosong bila harganya sudah termasuk pajak."))
    tax_source = forms.CharField(label=_("Dasar pajaknya"), max_length=200, required=False)
    dated = DayField(ahead=PRICE_DAYS, label=_("Tanggal harga"), error_messages=MUST)
    valid_until = DayField(ahead=VALID_DAYS, label=_("Berlaku sampai"), required=False)

    MONEY = ("printing_setup", "die", "delivery", "least_amount")

    def __init__(self, *args: Any, boards: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["board_code"].choices = [(code, code) for code in boards]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        sides = values.get("sheet_length"), values.get("sheet_breadth")
        if (sides[0] is None) != (sides[1] is None):
            self.add_error("sheet_breadth", _("Isi kedua sisi lembar, atau kosongkan keduanya."))
        elif values.get("sold_by") == "sheet" and sides[0] is None and not self.errors:
            self.add_error("sheet_length", _("Karton yang dijual per lembar perlu ukuran lembarnya."))
        if values.get("tax") and not values.get("tax_source"):
            self.add_error("tax_source", _("Tulis dari mana tarif pajak itu, misalnya nomor peraturannya."))
        return values

    @classmethod
    def first(cls, row: OfferRow) -> dict[str, Any]:
        rest = row.rest
        sheet = rest.get("sheet_mm") or (None, None)
        found: dict[str, Any] = {name: plain(rest.get(name)) for name in cls.MONEY}
        return found | {
            "supplier": row.supplier,
            "board_code": row.board,
            "sold_by": row.sold_by,
            "breaks": row.breaks,
            "sheet_length": plain(sheet[0]),
            "sheet_breadth": plain(sheet[1]),
            "printing_run": rest.get("printing_run"),
            "gluing_run": rest.get("gluing_run"),
            "die_owned": rest.get("die_owned"),
            "least_boxes": rest.get("least_boxes"),
            "tax": plain(round(100 * float(rest["tax_rate"]), 6)) if rest.get("tax_rate") else None,
            "tax_source": rest.get("tax_source", ""),
            "dated": row.dated,
            "valid_until": row.valid_until,
        }

    def said(self) -> OfferSaid:
        v = self.cleaned_data
        rest: dict[str, Any] = {name: v[name] for name in self.MONEY if v[name]}
        rest |= {name: [list(pair) for pair in v[name]] for name in ("printing_run", "gluing_run") if v[name]}
        if v["sheet_length"] is not None:
            rest["sheet_mm"] = [v["sheet_length"], v["sheet_breadth"]]
        if v["die"] and v["die_owned"]:
            rest["die_owned"] = True
        if v["tax"]:
            rest |= {"tax_rate": round(v["tax"] / 100, 8), "tax_source": v["tax_source"]}
        if v["least_boxes"]:
            rest["least_boxes"] = v["least_boxes"]
        return OfferSaid(v["supplier"], v["dated"], v["board_code"], v["breaks"], v["sold_by"], v["valid_until"], rest)


class TableForm(StockForm):
    at = dict.fromkeys(("table_unreadable", "table_heads", "table_empty", "table_long"), "file")

    file = forms.FileField(
        label=_("Berkas"),
        help_text=_("CSV atau Excel dengan judul kolom seperti contohnya, paling banyak 500 baris."),
        error_messages={"required": _("Belum ada berkas yang dipilih.")},
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,.xls,.ods,.txt"}),
        allow_empty_file=True,
    )
