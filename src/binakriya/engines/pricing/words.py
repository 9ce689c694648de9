"""Names and sentences of the cost sheet: (Indonesian, English)."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

Language = Literal["id", "en"]

TEXTS: dict[str, tuple[str, str]] = {
    "quantity.charged": ("Jumlah yang ditagih", "Quantity charged"),
    "sheets": ("Lembar karton dibeli", "Sheets of board bought"),
    "area": ("Luas karton dibeli", "Area of board bought"),
    "board": ("Karton", "Board"),
    "printing.setup": ("Pelat cetak", "Printing plates"),
    "printing.run": ("Ongkos cetak", "Printing"),
    "die": ("Pisau potong", "Die"),
    "gluing.setup": ("Persiapan lem", "Gluing set-up"),
    "gluing.run": ("Ongkos lem", "Gluing"),
    "extra.setup": ("Persiapan tambahan", "Extra set-up"),
    "extra.run": ("Tambahan per kotak", "Extra a box"),
    "delivery": ("Ongkos kirim", "Delivery"),
    "subtotal": ("Jumlah", "Subtotal"),
    "minimum": ("Nilai pesanan terkecil", "Least order value"),
    "tax": ("Pajak", "Tax"),
    "total": ("Biaya seluruhnya", "Total cost"),
    "unit": ("Biaya per kotak", "Cost a box"),
    "boxes": ("Jumlah kotak", "Number of boxes"),
    "area_m2": ("Luas satu lembar karton", "Area of one blank"),
    "boxes_per_sheet": ("Kotak per lembar", "Boxes a sheet"),
    "colours": ("Jumlah warna", "Number of colours"),
    "waste": ("Sisa", "Waste"),
    "price": ("Harga", "Price"),
    "breaks": ("Jenjang harga", "Price breaks"),
    "supplier": ("Pemasok", "Supplier"),
    "tax_rate": ("Tarif pajak", "Tax rate"),
    "prices": ("Daftar harga", "Price list"),
    "kotak": ("kotak", "box"),
    "lembar": ("lembar", "sheet"),
    "Rp/kotak": ("Rp/kotak", "Rp/box"),
    "Rp/lembar": ("Rp/lembar", "Rp/sheet"),
    "error.number": ("{field}: {value} tidak mungkin. {rule}", "{field}: {value} cannot be. {rule}"),
    "rule.positive": ("Tulis bilangan lebih dari nol.", "Write a number above zero."),
    "rule.not_negative": ("Tulis nol atau lebih.", "Write zero or more."),
    "rule.whole": ("Tulis bilangan bulat lebih dari nol.", "Write a whole number above zero."),
    "rule.share": ("Tulis bagian di antara 0 dan 0,9.", "Write a share between 0 and 0.9."),
    "rule.named": ("Tulis nama pemasok.", "Write the supplier's name."),
    "rule.rising": ("Jumlah tiap jenjang harus naik, mulai dari 1.", "Each break must begin higher, the first at 1."),
    "rule.millions": ("Paling banyak 10 juta.", "10 million at most."),
    "rule.one": ("Isi sekurangnya satu.", "Give at least one."),
    "missing.printing": (
        "Harga cetak belum ada. Minta harga pelat dan ongkos per warna dari percetakan.",
        "There is no printing price. Ask the printer for plates and the price a colour.",
    ),
    "missing.sheet": (
        "Harga karton per lembar, tetapi isi kotak per lembar belum dihitung. Hitung susunannya di lembar.",
        "Board is sold by the sheet, but the boxes a sheet are not known. Nest the blank on the sheet.",
    ),
    "missing.area": (
        "Harga karton per m², tetapi luas lembar kotak belum diketahui. Pilih gaya dan ukuran kotak.",
        "Board is sold by the m², but the area of the blank is not known. Choose style and size of the box.",
    ),
    "note.minimum_boxes": (
        "{supplier} melayani mulai {least} kotak: {charged} kotak ditagih untuk {wanted}.",
        "{supplier} takes {least} boxes at least: {charged} are charged for {wanted}.",
    ),
    "note.minimum_amount": (
        "{supplier} melayani mulai Rp {least}.",
        "{supplier} takes orders of Rp {least} at least.",
    ),
    "note.expired": (
        "Harga {supplier} ({what}) berlaku sampai {until}: tanyakan lagi.",
        "The price of {supplier} ({what}) was valid until {until}: ask again.",
    ),
    "note.more_for_less": (
        "{more} kotak lebih murah seluruhnya daripada {wanted}: Rp {less} lebih sedikit.",
        "{more} boxes cost less in all than {wanted}: Rp {less} less.",
    ),
}


def spoken(value: object, language: Language) -> str:
    """Numbers with the language's separators; codes that have words by their words; the rest as it is."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        words = TEXTS.get(str(value))
        return str(value) if words is None else words[0] if language == "id" else words[1]
    text = f"{value:,.0f}" if value == int(value) else f"{value:,}"
    return text.translate(str.maketrans(",.", ".,")) if language == "id" else text


def say(code: str, values: Mapping[str, object], language: Language = "id") -> str:
    words = TEXTS[code]
    shown = {name: spoken(value, language) for name, value in values.items()}
    return (words[0] if language == "id" else words[1]).format_map(shown)
