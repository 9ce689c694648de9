"""What the contents of a column look like: shares of its filled cells that have the form of a field."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date, datetime

from binakriya.engines.reading.places import Gazetteer
from binakriya.engines.reading.records import Cell, shown
from binakriya.engines.reading.values.blanks import is_nothing
from binakriya.engines.reading.values.contacts import EMAIL
from binakriya.engines.reading.values.names import BUSINESS_WORDS, TITLES

_PHONE = re.compile(r"\+?\(?(?:62|0|8)[\d\s().\-]{7,17}")
_PHONE_LABEL = re.compile(r"^(?:hp|wa|telp?|tlp|no|phone|kontak|h\.p)\b[\s.:/]*", re.I)
_STREET = re.compile(r"\b(?:jl|jln|jalan|gg|gang|perum|komp|kp|kampung|blok|rt|rw|dusun|villa|no)\b\.?\s*\.?\w", re.I)
_DATE = re.compile(r"\d{1,2}[-/. ](?:\d{1,2}|[a-z]{3,9})[-/. ]\d{2,4}|\d{4}-\d{1,2}-\d{1,2}", re.I)
_PLACE_DATE = re.compile(r"[a-z]{3,}[ ,./]+\d{1,2}[-/. ](?:\d{1,2}|[a-z]{3,9})[-/. ]\d{2,4}", re.I)
_MONEY = re.compile(
    r"(?:^\d{1,9}[.,]\d{1,2}$|\brp\b|\brp\.?\s*\d|\d\s*(?:jt|juta|rb|ribu|milyar|miliar)\b|^\d{1,3}(?:[.,]\d{3})+(?:[.,]\d+)?$)",
    re.I,
)
_SINCE = re.compile(r"\b(?:19|20)\d\d\b|\d\s*(?:\([a-z ]+\)\s*)?(?:tahun|taun|thn|th)\b|['’]\d\d\b", re.I)
_NIB_AMONG_WORDS = re.compile(r"(?<![\d.+])(?!0|62)\d{13}(?!\d)")
_SINCE_WORDS = re.compile(
    r"(?:(?:sejak|mulai|dari|berdiri|usaha|since|est|established|th|thn|tahun|awal|akhir|pertengahan)\b\.?\s*){1,3}(?:19|20)\d\d\.?"
    r"|(?:19|20)\d\d\s*(?:s/?d|sampai|hingga|-)\s*sekarang",
    re.I,
)
_WORKERS = re.compile(
    r"^\d{1,3}(?:\.0)?$|^(?:\d{1,3}|-)\s*/\s*(?:\d{1,3}|-)$|\b(?:org|orang|sendiri|laki|perempuan|pria|wanita)\b|^[lp]\s*[:=]?\s*\d|^\d+\s*[lp]\b",
    re.I,
)
_WORKERS_WORDS = re.compile(
    r"^\d{1,3}\s*(?:org|orang|karyawan|pekerja|pegawai|tenaga|laki|perempuan|pria|wanita|lk|pr|[lp])\b|^(?:hanya\s+saya\s+)?sendiri"
    r"|^[lp]\s*[:=]?\s*\d",
    re.I,
)
_TURNOVER_WORDS = re.compile(r"\d.*(?:/|\bper\b|\bse|\btiap\b)\s*(?:bln|bulan|thn|th|tahun|minggu|hari)", re.I)
_URL = re.compile(r"https?://|www\.|@\w{3,}|\.(?:com|id|net)\b|shopee|tokopedia|instagram", re.I)
_SEX = re.compile(r"^(?:l|p|lk|pr|laki.{0,5}|perempuan|pria|wanita)$", re.I)
_YES_NO = re.compile(r"(?:ya|tidak|sudah|belum|ada|tidak ada|proses|yes|no|pernah|belum pernah|sedang)\b.{0,30}$", re.I)
_PLACE_LABEL = re.compile(r"^(?:kel|kec|kelurahan|kecamatan|desa|ds)\b\.?\s*:?\s*", re.I)
_ROMAN = re.compile(r"^\(?(\d{1,5})[.)]?$")


def content_shares(cells: Sequence[Cell], places: Gazetteer, kbli_codes: Collection[str]) -> dict[str, float]:
    """Field -> share (0 to 1) of the filled cells with that field's form; `filled` is how many are filled, `said` how
    many of them say more than "belum" or "proses"."""
    counts: Counter[str] = Counter()
    filled = nothing = 0
    numbers: list[int] = []
    texts: Counter[str] = Counter()
    for cell in cells:
        text = shown(cell)
        if _YES_NO.match(text):
            counts["yes_no"] += 1
            filled += is_nothing(text)
            nothing += is_nothing(text)
        if is_nothing(text):
            continue
        filled += 1
        texts[text] += 1
        counts.update(_forms(cell, text, places, kbli_codes))
        if found := _ROMAN.match(text):
            numbers.append(int(found[1]))
    if not filled:
        return {"filled": 0.0}
    shares = {name: count / filled for name, count in counts.items()}
    shares["filled"], shares["said"] = float(filled), float(filled - nothing)
    if min(shares.get("below", 0.0), shares.get("above", 0.0)) >= 0.2:
        shares["both_places"] = counts["placed"] / filled
    shares["distinct"] = len(texts) / filled
    if len(numbers) >= 0.9 * filled and filled >= 2:
        steps = sum(1 for a, b in itertools.pairwise(numbers) if b - a == 1)
        shares["sequence"] = steps / (len(numbers) - 1)
    return shares


def _forms(cell: Cell, text: str, places: Gazetteer, kbli_codes: Collection[str]) -> set[str]:
    forms: set[str] = set()
    if isinstance(cell, (date, datetime)):
        forms |= {"born", "filled_at", "since", "figure"}
        return forms
    if _FIGURE.fullmatch(text):
        forms.add("figure")
    digits = re.sub(r"[\s.\-'’`]", "", text[:-2] if re.fullmatch(r"\d{9,17}\.0", text) else text)
    letters = sum(letter.isalpha() for letter in text)
    if digits.isdigit():
        size = len(digits)
        if size == 16 and re.match(r"[1-9]", digits):
            forms.add("nik")
        if 15 <= size <= 17:
            forms.add("nik_like")
        if size == 13 and not digits.startswith(("08", "62")):
            forms.add("nib")
        if size == 5:
            if digits in kbli_codes:
                forms |= {"kbli", "kbli_known"}
            elif "10" <= digits[:2] <= "99":
                forms.add("kbli")
            if places.is_postcode(digits):
                forms |= {"postcode", "postcode_known"}
            elif digits[0] != "0":
                forms.add("postcode")
        if size <= 3:
            forms.add("count")
        if size == 4 and "1900" <= digits <= "2100":
            forms |= {"since", "year"}
        elif 3 <= size <= 13 and ("." in text or size <= 11):
            forms.add("money")
    if (
        _PHONE.match(_PHONE_LABEL.sub("", text).lstrip("'("))
        and sum(c.isdigit() for c in text) >= 9
        and letters <= 24
        and not forms & {"nik"}
        and not re.match(r"8\d{4,7}$", text)
    ):
        forms.add("phone")
    if letters and letters <= 20 and _NIB_AMONG_WORDS.search(text):
        forms.add("nib")
    if EMAIL.search(text):
        forms.add("email")
    if _URL.search(text):
        forms.add("website")
    if _MONEY.search(text):
        forms.add("money")
    if not digits.isdigit() and (code := re.search(r"(?<!\d)[1-9]\d{4}(?!\d)", text)):
        forms.add("kbli")
        if code[0] in kbli_codes:
            forms.add("kbli_known")
    if _SINCE.search(text) and len(text) < 40:
        forms.add("since")
    if _SINCE_WORDS.fullmatch(text):
        forms.add("year")
    if _DATE.search(text) and len(text) < 40:
        forms |= {"born", "filled_at"}
        if re.search(r"\d:\d\d", text):
            forms.add("time")
    if _PLACE_DATE.match(text):
        forms.add("birth")
    if _WORKERS.search(text) and len(text) < 60:
        forms.add("workers")
    if _WORKERS_WORDS.search(text) and len(text) < 60:
        forms.add("workers_words")
    if "money" in forms and _TURNOVER_WORDS.search(text):
        forms.add("turnover_words")
    if _SEX.match(text):
        forms.add("sex")
    if _STREET.search(text) and letters > 4:
        forms.add("street")
    if letters >= 3 and letters >= 0.6 * len(text.replace(" ", "")):
        forms.add("words")
        if len(text) < 40 and not forms & {"street", "email"}:
            bare = _PLACE_LABEL.sub("", text)
            if places.kelurahan(bare, loosely=False):
                forms.add("kelurahan")
            if places.kecamatan(bare, loosely=False):
                forms.add("kecamatan")
            if named := _places_named(text, places):
                forms |= {*named, "placed"}
        if TITLES.match(text):
            forms.add("title")
        if BUSINESS_WORDS.search(text):
            forms.add("business")
        if not re.search(r"\d", text) and 1 < len(text.split()) <= 5 and "," not in text.rstrip(" ,.")[:-6]:
            forms.add("person")
        if "," in text or " dan " in text:
            forms.add("list")
    return forms


def _places_named(text: str, places: Gazetteer) -> set[str]:
    """`below` when a cell of nothing but places names a kelurahan, `above` when it names a kecamatan."""
    forms: set[str] = set()
    for part in re.split(r"\s*[,/;(]\s*|\s+[-–—]\s+", text.strip(" ).")):
        bare = _PLACE_LABEL.sub("", part).strip(" .)")
        label = (_PLACE_LABEL.match(part) or [""])[0].lower()
        if label.startswith("kec") or (not label and places.kecamatan(bare, loosely=False)):
            forms.add("above")
        elif label or places.kelurahan(bare, loosely=False):
            forms.add("below")
        elif part and not places.city(bare):
            return set()
    return forms


_FITS = {
    "nik": re.compile(r"['’`]?[\d .]{16,22}(?:\.0)?$"),
    "nib": re.compile(r"['’`]?\d{13}$"),
    "phone": re.compile(r"['’`]?\+?\(?(?:62|0|8)[\d\s().\-]{7,17}"),
    "email": EMAIL,
    "kbli": re.compile(r".*\b\d{5}\b"),
    "postcode": re.compile(r"\d{5}$"),
    "born": _DATE,
    "birth": _DATE,
    "filled_at": _DATE,
    "since": _SINCE,
    "workers": _WORKERS,
    "workers_m": re.compile(r"\d{1,3}$"),
    "workers_f": re.compile(r"\d{1,3}$"),
    "turnover": re.compile(r".*\d"),
    "investment": re.compile(r".*\d"),
    "sex": _SEX,
    "number": _ROMAN,
    "street": _STREET,
}
_FIGURE = re.compile(
    r"\W*(?:rp\.?|±|sejak|th\.?|thn|tahun|sdh|sudah)?\W*\d[\d.,/' -]*\s*"
    r"(?:tahun|thn|th|orang|org|juta|jt|rb|ribu|pcs|pc|buah|bh|unit|kodi|lusin|lsn|set|stel|pasang|kg|gr|m|meter|biji|helai|lembar)?\W*"
    r"(?:(?:/|per)\s*\w+)?\W*",
    re.I,
)
"""A number, perhaps with what it counts: neither a name nor a product."""
FORMED = frozenset(_FITS)
"""Fields whose values have a form of their own."""


def fits(field: str, cell: Cell) -> bool:
    """True when a cell has the form that a field wants; False for fields of any text."""
    text = shown(cell)
    form = _FITS.get(field)
    return form is not None and bool(text) and form.search(text) is not None
