"""A gazetteer of kelurahan and kecamatan, and the matching of names as offices write them.

Rules: spaces and case don't count ("Rawa Buntu" is "Rawabuntu"); the usual abbreviations are read ("Pd. Aren Tmr");
a repeated word is one ("Timur Timur"); a small misspelling is matched when one name is clearly nearest, with a doubt.
A kelurahan may carry its kecamatan's name (Setu, Serpong, Pondok Aren).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

_SHORT = {
    "pd": "pondok",
    "pdk": "pondok",
    "pnd": "pondok",
    "pndk": "pondok",
    "tmr": "timur",
    "tim": "timur",
    "brt": "barat",
    "bar": "barat",
    "utr": "utara",
    "ut": "utara",
    "sel": "selatan",
    "slt": "selatan",
    "tgh": "tengah",
    "lkg": "lengkong",
    "lengk": "lengkong",
    "kp": "kampung",
    "kmp": "kampung",
    "gd": "gudang",
    "kcg": "kacang",
    "bj": "baru",
    "jgmangu": "jurangmangu",
    "cptt": "ciputat",
    "pml": "pamulang",
    "pmlg": "pamulang",
    "srp": "serpong",
}
_CITY_WORDS = re.compile(
    r"^(kota|kabupaten|kab|kodya|kotamadya|pemkot|pemkab)\b\.?\s*(administrasi\s+|adm\.?\s+)?", re.I
)
_CITY_SHORT = {
    "tangsel": "Tangerang Selatan",
    "jaksel": "Jakarta Selatan",
    "jakpus": "Jakarta Pusat",
    "jakbar": "Jakarta Barat",
    "jaktim": "Jakarta Timur",
    "jakut": "Jakarta Utara",
    "jogja": "Yogyakarta",
    "yogya": "Yogyakarta",
    "sby": "Surabaya",
    "bdg": "Bandung",
}
PROVINCES = frozenset(
    [
        "aceh",
        "sumatera utara",
        "sumatera barat",
        "riau",
        "jambi",
        "sumatera selatan",
        "bengkulu",
        "lampung",
        "kepulauan bangka belitung",
        "kepulauan riau",
        "dki jakarta",
        "jawa barat",
        "jawa tengah",
        "di yogyakarta",
        "daerah istimewa yogyakarta",
        "jawa timur",
        "banten",
        "bali",
        "nusa tenggara barat",
        "nusa tenggara timur",
        "ntb",
        "ntt",
        "kalimantan barat",
        "kalimantan tengah",
        "kalimantan selatan",
        "kalimantan timur",
        "kalimantan utara",
        "sulawesi utara",
        "sulawesi tengah",
        "sulawesi selatan",
        "sulawesi tenggara",
        "gorontalo",
        "sulawesi barat",
        "maluku",
        "maluku utara",
        "papua",
        "papua barat",
        "papua selatan",
        "papua tengah",
        "papua pegunungan",
        "papua barat daya",
        "jabar",
        "jateng",
        "jatim",
        "diy",
        "indonesia",
        "prov banten",
        "provinsi banten",
        "propinsi banten",
    ]
)


@dataclass(frozen=True, slots=True)
class Place:
    """A kelurahan (or desa) in its kecamatan and city."""

    kelurahan: str
    kecamatan: str
    city: str = ""
    postcode: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """A name found in the gazetteer. `exact` is false for a misspelling or an abbreviation."""

    name: str
    how: str


def squeezed(text: str) -> str:
    """Letters and digits only, lower case: what two spellings of a name have in common."""
    return re.sub(r"[^a-z0-9]", "", text.lower())


def _tokens(text: str) -> list[str]:
    words = [
        _SHORT.get(word, word) for word in re.findall(r"[a-z0-9]+", text.lower().replace("'", "").replace("`", ""))
    ]
    return [word for at, word in enumerate(words) if at == 0 or word != words[at - 1]]


@dataclass(frozen=True)
class Gazetteer:
    """Places by name. Build it with `from_rows`; an empty one is allowed, then every place is unknown."""

    places: tuple[Place, ...] = ()
    _kelurahan: dict[str, str] = field(default_factory=dict, repr=False)
    _kecamatan: dict[str, str] = field(default_factory=dict, repr=False)
    _cities: dict[str, str] = field(default_factory=dict, repr=False)
    _parents: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    _postcodes: frozenset[str] = frozenset()

    @classmethod
    def from_rows(cls, rows: Iterable[Mapping[str, str]], *, city: str = "") -> Gazetteer:
        """From rows with the keys kelurahan, kecamatan and, if known, kota or city, kodepos or postcode, code."""
        return cls.of(
            Place(
                kelurahan=row["kelurahan"].strip(),
                kecamatan=row["kecamatan"].strip(),
                city=(row.get("kota") or row.get("city") or city).strip(),
                postcode=(row.get("kodepos") or row.get("postcode") or "").strip(),
                code=(row.get("kode_kelurahan") or row.get("code") or "").strip(),
            )
            for row in rows
        )

    @classmethod
    def of(cls, places: Iterable[Place]) -> Gazetteer:
        """From places."""
        kept = tuple(places)
        parents: dict[str, dict[str, None]] = defaultdict(dict)
        for place in kept:
            parents[squeezed(place.kelurahan)][place.kecamatan] = None
        cities = {squeezed(_CITY_WORDS.sub("", p.city)): _CITY_WORDS.sub("", p.city) for p in kept if p.city}
        return cls(
            places=kept,
            _kelurahan={squeezed(p.kelurahan): p.kelurahan for p in kept if p.kelurahan},
            _kecamatan={squeezed(p.kecamatan): p.kecamatan for p in kept if p.kecamatan},
            _cities=cities,
            _parents={name: tuple(found) for name, found in parents.items()},
            _postcodes=frozenset(p.postcode for p in kept if p.postcode),
        )

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Gazetteer) and self.places == other.places)

    def parents(self, kelurahan: str) -> tuple[str, ...]:
        """The kecamatan in which a kelurahan of this name lies (several when the name is not unique)."""
        return self._parents.get(squeezed(kelurahan), ())

    def holds(self, kelurahan: str, kecamatan: str) -> bool:
        """True when that kecamatan has a kelurahan of that name."""
        return any(squeezed(p) == squeezed(kecamatan) for p in self.parents(kelurahan))

    def is_postcode(self, text: str) -> bool:
        """True when a place here has that postcode."""
        return text in self._postcodes

    def kelurahan(self, text: str, *, loosely: bool = True) -> Match | None:
        """The kelurahan that the text names."""
        return _match(self, "kelurahan", text, loosely)

    def kecamatan(self, text: str, *, loosely: bool = True) -> Match | None:
        """The kecamatan that the text names."""
        return _match(self, "kecamatan", text, loosely)

    def city(self, text: str) -> str | None:
        """The city that the text names, without "Kota"; known are the gazetteer's and the usual short names."""
        bare = squeezed(_CITY_WORDS.sub("", text.strip()))
        if bare in self._cities:
            return self._cities[bare]
        return _CITY_SHORT.get(bare)


@lru_cache(maxsize=20_000)
def _match(places: Gazetteer, kind: str, text: str, loosely: bool) -> Match | None:
    names = places._kelurahan if kind == "kelurahan" else places._kecamatan
    if not names or not text.strip() or len(text) > 80:
        return None
    bare = squeezed(text)
    if bare in names:
        return Match(names[bare], "exact")
    words = _tokens(text)
    joined = "".join(words)
    if joined in names:
        return Match(names[joined], "abbreviated" if squeezed(" ".join(words)) != bare else "exact")
    if not loosely or not joined:
        return None
    squashed = [
        n for key, n in names.items() if joined != key and _within(joined, key) and len(joined) >= 0.75 * len(key)
    ]
    if len(squashed) == 1 and joined not in names and len(joined) >= 5:
        return Match(squashed[0], "abbreviated")
    short = [name for name in names.values() if _abbreviates(words, _tokens(name))]
    if len(short) == 1:
        return Match(short[0], "abbreviated")
    if len(joined) < 4:
        return None
    ranked = sorted(((fuzz.ratio(joined, key), name) for key, name in names.items()), reverse=True)[:2]
    best, name = ranked[0]
    key = squeezed(name)
    allowed = 1 if len(key) < 8 else 2 if len(key) < 14 else 3
    clear = len(ranked) < 2 or best - ranked[1][0] >= 4
    if clear and best >= 80 and OSA.distance(joined, key) <= allowed and joined[0] == key[0]:
        return Match(name, "misspelt")
    return None


def _within(short: str, long: str) -> bool:
    """True when the letters of `short` stand in `long` in their order, beginning with the same one."""
    rest = iter(long)
    return short[:1] == long[:1] and all(letter in rest for letter in short)


def _abbreviates(words: list[str], full: list[str]) -> bool:
    """True when each word is its counterpart or short for it: same first letter, letters in order, none too short."""
    if len(words) != len(full) or words == full:
        return False
    whole = 0
    for word, long in zip(words, full, strict=True):
        if word == long:
            whole += 1
            continue
        if len(word) >= len(long) or word[0] != long[0] or len(word) < 2:
            return False
        if not _within(word, long):
            return False
    return whole > 0 or all(len(word) >= 3 for word in words)


def city_name(text: str) -> str:
    """A city as written, without "Kota" but with "Kab." where it says so."""
    text = text.strip(" .,;")
    if re.match(r"kab", text, re.I):
        return "Kabupaten " + _CITY_WORDS.sub("", text).strip()
    return _CITY_WORDS.sub("", text).strip()


def is_city_words(text: str) -> bool:
    """True when the text says itself that it is a city or a regency."""
    return bool(_CITY_WORDS.match(text.strip()))
