"""What an enterprise makes: product words and the categories they point to.

Materials and techniques decide ("tas rotan" is rattan work); an object ("tas") decides only where no material is named.
Words are compared as folded by `spelling.fold_word`; a category is a short English word and never shown.
"""

from __future__ import annotations

import re
from functools import lru_cache

from binakriya.engines.linkage.spelling import fold_word, listed, plain

_MATERIALS = {
    "batik": "batik ecoprint jumputan shibori canting",
    "embroidery": "sulam bordir sulaman bordiran kristik kruistik payet tapis",
    "knitting": "rajut rajutan crochet kroset knit amigurumi",
    "weaving": "tenun tenunan ulos songket lurik",
    "leather": "kulit leather",
    "wood": "kayu ukir ukiran talenan jati mebel furnitur meubel",
    "rattan": "rotan",
    "bamboo": "bambu besek",
    "wicker": "anyaman mendong pandan eceng gondok lidi purun rumput serat",
    "ceramics": "keramik gerabah tembikar terakota guci",
    "jewellery": "perak kalung cincin gelang perhiasan bros anting liontin mutiara emas permata manik",
    "candles": "lilin",
    "soap": "sabun",
    "recycled": "daur ulang kresek limbah sampah bekas koran",
    "decoupage": "decoupage dekupase decupage dekopase",
    "glass": "kaca gelas",
    "paper": "kertas quilling paper origami",
    "felt": "flanel felt",
    "painting": "lukis lukisan kanvas kaligrafi sketsa",
    "stone": "batu akik marmer",
    "metal": "tembaga kuningan besi logam alumunium aluminium kawat",
    "shell": "batok tempurung kerang",
    "resin": "resin akrilik fiber",
    "macrame": "makrame macrame tali",
    "flowers": "bunga florist buket hantaran mahar",
    "snacks": "keripik kripik kue cookies roti dodol abon sambal rendang rempeyek kacang catering katering makanan "
    "bolu donat pempek bakso frozen kerupuk emping",
    "drinks": "kopi teh jamu jus minuman sirup susu bir",
    "toys": "boneka mainan",
    "puppets": "wayang topeng",
    "music": "angklung gitar kendang rebana",
}
_OBJECTS = {
    "bags": "tas dompet pouch clutch koper ransel",
    "shoes": "sepatu sandal",
    "clothing": "baju kemeja kaos gamis hijab kerudung jilbab mukena kebaya konveksi jahit busana pakaian daster sial "
    "syal sarung peci",
    "household": "bantal taplak sprei seprai keset korden gorden selimut kain",
    "baskets": "keranjang parcel parsel tempat kotak kardus tisu",
    "furniture": "kursi meja lemari rak",
    "tableware": "piring mug mangkok cangkir",
    "clocks": "jam",
    "accessories": "aksesoris asesoris pernak gantungan hiasan pigura bingkai",
}
_COMMON = frozenset(
    fold_word(word)
    for word in listed(
        "dan dari dengan untuk aneka macam berbagai hias hiasan dinding mini bayi besar kecil cantik unik khas "
        "tulis cap etnik produk kerajinan craft handmade lain lainnya dll dsb berupa jenis pembuatan produksi "
        "souvenir"
    )
)

# KBLI 2020 or 2025; codes whose meaning changed between the two are left out on purpose (13912, 13922, 14302, 32114).
_KBLI = {
    "13122": "weaving",
    "13121": "weaving",
    "13134": "batik",
    "13133": "batik",
    "13996": "embroidery",
    "14301": "knitting",
    "14303": "knitting",
    "15121": "leather",
    "15129": "leather",
    "15201": "shoes",
    "16291": "rattan bamboo wicker",
    "16292": "bamboo wicker",
    "16293": "wood",
    "16294": "wood",
    "16299": "wood",
    "17099": "paper",
    "20294": "candles",
    "20231": "soap",
    "23121": "glass",
    "23129": "glass",
    "23931": "ceramics",
    "23932": "ceramics",
    "23939": "ceramics",
    "23963": "stone",
    "25992": "metal",
    "25993": "metal",
    "31001": "wood",
    "31002": "rattan bamboo",
    "31011": "wood",
    "31012": "rattan bamboo",
    "32111": "jewellery stone",
    "32112": "jewellery",
    "32115": "jewellery",
    "32120": "jewellery",
    "32201": "music",
    "32402": "toys",
}

_MATERIAL_OF = {fold_word(word): category for category, words in _MATERIALS.items() for word in words.split()}
_OBJECT_OF = {fold_word(word): category for category, words in _OBJECTS.items() for word in words.split()}
_SPLIT = re.compile(r"\s*(?:,|;|/|\+|&|\bdan\b|\n)\s*")


_POETIC = frozenset(listed("bunga permata mutiara emas jati batu jam topeng kerang kaca kardus tempat"))
"""Words that name a ware in a list of products and often only please in the name of a business ("Bunga Tanjung")."""


def is_product_word(word: str) -> bool:
    """Whether a folded word of a business name surely names a material, technique or object."""
    return (word in _MATERIAL_OF or word in _OBJECT_OF) and word not in _POETIC


def categories_of_name(words: tuple[str, ...]) -> tuple[str, ...]:
    """The categories that the folded words of a business name point to."""
    return categories(tuple(word for word in words if word not in _POETIC))


def categories(words: tuple[str, ...]) -> tuple[str, ...]:
    """The categories that folded words point to."""
    found = {_MATERIAL_OF[w] for w in words if w in _MATERIAL_OF} or {_OBJECT_OF[w] for w in words if w in _OBJECT_OF}
    return tuple(sorted(found))


@lru_cache(maxsize=1000)
def categories_of_kbli(code: str) -> tuple[str, ...]:
    return tuple(_KBLI.get(code.strip()[:5], "").split())


@lru_cache(maxsize=50_000)
def _item(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(
        words
        for part in _SPLIT.split(text.lower())
        if (words := tuple(fold_word(w) for w in plain(part).split() if len(w) > 1))
    )


def items(products: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Products as lists of folded words, one list an item; free text ("a, b dan c") is taken apart."""
    return tuple(item for text in products for item in _item(text))


def telling(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a product that tell it from others."""
    return tuple(w for w in words if w not in _COMMON and len(w) > 2)


def kinds_made(products: tuple[str, ...], kbli: str = "") -> tuple[str, ...]:
    """The categories of all products together, in order of name; of the KBLI code where the words tell none."""
    found = {category for item in items(products) for category in categories(item)}
    return tuple(sorted(found)) or categories_of_kbli(kbli)


CATEGORIES = tuple(sorted({*_MATERIALS, *_OBJECTS}))
