"""A sentence in both languages of the house, and what stands before a fact in the language of the destination."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Text:
    id: str
    en: str

    def read(self, language: str) -> str:
        return self.en if language == "en" else self.id

    def filled(self, **values: object) -> "Text":
        """Values that are texts themselves are said in the language around them."""

        def said(language: str) -> dict[str, object]:
            return {name: value.read(language) if isinstance(value, Text) else value for name, value in values.items()}

        return Text(self.id.format(**said("id")), self.en.format(**said("en")))


FIELDS: Final[dict[str, Text]] = {
    "brand": Text("Merek", "Brand"),
    "product": Text("Nama produk", "Product name"),
    "story": Text("Cerita", "Story"),
    "maker": Text("Pembuat dan alamat", "Maker and address"),
    "origin": Text("Asal", "Origin"),
    "material": Text("Bahan", "Material"),
    "net_content": Text("Isi bersih", "Net content"),
    "batch": Text("Nomor produksi", "Batch"),
    "statement": Text("Keterangan lain", "Other statement"),
    "barcode": Text("Kode batang", "Barcode"),
    "qr": Text("Kode QR", "QR code"),
    "logo": Text("Logo", "Logo"),
    "colours": Text("Warna", "Colours"),
    "symbols": Text("Lambang", "Symbols"),
    "label": Text("Label", "Label"),
}

CAPTIONS: Final[dict[str, dict[str, str]]] = {
    "id": {
        "maker": "Dibuat oleh", "origin": "Asal", "material": "Bahan", "net_content": "Isi", "batch": "Kode produksi",
    },
    "en": {
        "maker": "Made by", "origin": "Origin", "material": "Material", "net_content": "Contents", "batch": "Batch",
    },
    "de": {
        "maker": "Hersteller", "origin": "Herkunft", "material": "Material", "net_content": "Inhalt", "batch": "Charge",
    },
    "fr": {
        "maker": "Fabriqué par", "origin": "Origine", "material": "Matière", "net_content": "Contenu", "batch": "Lot",
    },
    "nl": {
        "maker": "Gemaakt door", "origin": "Herkomst", "material": "Materiaal", "net_content": "Inhoud",
        "batch": "Partij",
    },
    "es": {
        "maker": "Fabricado por", "origin": "Origen", "material": "Material", "net_content": "Contenido",
        "batch": "Lote",
    },
    "it": {
        "maker": "Prodotto da", "origin": "Origine", "material": "Materiale", "net_content": "Contenuto",
        "batch": "Lotto",
    },
}  # fmt: skip
"""By language of the label. A language without captions takes the English ones: a label is never without."""


def caption(field: str, language: str) -> str:
    """What stands before a fact; empty for a statement, which speaks for itself."""
    return CAPTIONS.get(language, CAPTIONS["en"]).get(field, "")
