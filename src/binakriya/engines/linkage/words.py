"""Names of people and businesses, taken apart.

The *core* of a business name is what remains without legal form, city, generic words ("griya", "craft") and the names
of products: "CV Tunas Rotan" -> "tunas".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from binakriya.engines.linkage.spelling import fold_word, listed, plain
from binakriya.engines.linkage.wares import is_product_word

_PARENTHESES = re.compile(r"[(\[{][^)\]}]*(?:[)\]}]|$)")

TITLES = frozenset(
    listed(
        "h hj haji hajjah hajah bpk bapak bp pak ibu bu sdr sdri tn ny nyonya tuan drs dra dr ir prof kh ust "
        "ustad ustadz ustadzah kak mas mbak bang teh kang rd raden rr almarhum alm"
    )
)
DEGREES = frozenset(
    listed(
        "se sh st mm msi mpd spd ssos amd skom ssn stp sag skm mt ma mba mh mkes spdi shi sei sip ssi spt sp mkom "
        "akt ak apt skep ners amk amkeb dipl bsc ba msc phd md ssy sst sikom psi mpsi msn"
    )
)
_OWNER_ALIASES = {
    "muh": "muhamad",
    "moh": "muhamad",
    "mohd": "muhamad",
    "mhd": "muhamad",
    "mohamad": "muhamad",
    "mochamad": "muhamad",
    "mokhamad": "muhamad",
    "muchamad": "muhamad",
    "mohamed": "muhamad",
    "muhamed": "muhamad",
    "muhamat": "muhamad",
    "abd": "abdul",
    "abdl": "abdul",
    "achmad": "ahmad",
    "akhmad": "ahmad",
    "achmat": "ahmad",
    "ahmat": "ahmad",
    "noor": "nur",
    "nor": "nur",
    "sti": "siti",
    "st": "siti",
    "jusuf": "iusuf",
    "yusup": "iusuf",
    "agoes": "agus",
    "lis": "lies",
    "chairul": "khairul",
    "choirul": "khairul",
    "hairul": "khairul",
    "sjarif": "siarif",
}
_SKIPPED_OWNER_WORDS = frozenset({"bin", "binti", "alias", "als", "dan"})

LEGAL_FORMS = frozenset(
    listed("cv ud pt pd fa po tb toko tk kub kube ikm umkm ukm ukmk tbk perusahaan firma koperasi kelompok")
)
_BUSINESS_ALIASES = {
    "btk": "batik",
    "kraft": "craft",
    "crafts": "craft",
    "grya": "griya",
    "gria": "griya",
    "galery": "galeri",
    "galeri": "galeri",
    "galleri": "galeri",
    "handicraft": "craft",
    "handycraft": "craft",
    "jy": "jaia",
    "sbr": "sumber",
}
GENERIC = frozenset(
    fold_word(word)
    for word in listed(
        "craft kerajinan handmade hand made griya galeri gallery rumah kreasi kreatif creation creations creatif "
        "creative collection collections koleksi produksi produk usaha home industri industry sentra pengrajin "
        "perajin sanggar art seni shop store official warung id indonesia souvenir cinderamata oleh aneka karya "
        "the by dan of and butik"
    )
)
_CITY_SHORT = frozenset(
    fold_word(word)
    for word in listed(
        "tangsel tangerang selatan jakarta jkt jogja yogyakarta jogjakarta bandung bdg bogor depok bekasi serang "
        "banten solo surakarta semarang smg surabaya sby malang cirebon pekalongan medan kota kabupaten"
    )
)


@dataclass(frozen=True)
class OwnerName:
    words: tuple[str, ...]
    """Folded words without titles, degrees and initials."""

    @property
    def joined(self) -> str:
        return "".join(self.words)

    @property
    def ordered(self) -> str:
        return " ".join(sorted(self.words))


@lru_cache(maxsize=50_000)
def owner_name(text: str) -> OwnerName:
    text = _PARENTHESES.sub(" ", text)
    if any(character.isdigit() for character in text):
        return OwnerName(())  # a number or code that stands in the wrong column
    head, comma, tail = text.partition(",")
    if comma and head.strip():
        text = head if all(word in DEGREES or len(word) == 1 for word in plain(tail).split()) else f"{head} {tail}"
    found = plain(text).split()
    while len(found) > 1 and found[0] in TITLES:
        found = found[1:]
    while len(found) > 1 and found[-1] in DEGREES:
        found = found[:-1]
    words = []
    for index, word in enumerate(found):
        if len(word) == 1 or word in _SKIPPED_OWNER_WORDS or (index and word in TITLES and len(word) < 3):
            continue
        folded = fold_word(_OWNER_ALIASES.get(word, word))
        words.append(_OWNER_ALIASES.get(folded, folded))
    return OwnerName(tuple(words))


@dataclass(frozen=True)
class BusinessName:
    full: str
    """All words but legal form and city, spaces closed."""
    letters: str
    """The same before words are exchanged for their usual form: a space in the wrong place changes nothing in it."""
    core: str
    """Without generic words and products, spaces closed; the full name where nothing else remains."""
    words: tuple[str, ...]
    """The core's words."""
    nickname: str
    """Folded name of a person in parentheses ("(Bu Wati)" -> "uati" spelt as folded)."""
    all_words: tuple[str, ...]
    distinctive: bool
    """False where only generic words and products were found ("Griya Rajut")."""


@lru_cache(maxsize=200_000)
def _spelt(word: str) -> str:
    folded = fold_word(word)
    return _BUSINESS_ALIASES.get(word) or _BUSINESS_ALIASES.get(folded, folded)


@lru_cache(maxsize=50_000)
def business_name(text: str, city: str = "") -> BusinessName:
    nickname = ""
    if "(" in text:
        inside = text[text.index("(") + 1 :].rstrip(") ")
        nickname = owner_name(inside).joined
        text = _PARENTHESES.sub(" ", text)
    found = plain(text).split()
    while len(found) > 1 and found[0] in LEGAL_FORMS:
        found = found[1:]
    while len(found) > 1 and found[-1] in LEGAL_FORMS:
        found = found[:-1]
    letters = fold_word("".join(found))
    folded = [_spelt(word) for word in found]
    drop = _CITY_SHORT | {fold_word(word) for word in plain(city).split()}
    while len(folded) > 1 and folded[-1] in drop:
        folded = folded[:-1]
    core = [w for w in folded if w not in GENERIC and not is_product_word(w) and len(w) > 1]
    # stray single letters come from misplaced spaces ("Abadi K ayu"): they stay in the full name
    distinctive = sum(map(len, core)) >= 3
    if not distinctive:
        core = [w for w in folded if w not in GENERIC] or folded
    return BusinessName("".join(folded), letters, "".join(core), tuple(core), nickname, tuple(folded), distinctive)
