"""How well each field suits one column, by its header and by its contents."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from binakriya.engines.reading.headers import GROUP_MARK, HeaderMatch, match_header, normal_header, without_hints
from binakriya.engines.reading.records import Note

Scored = dict[str, tuple[float, tuple[Note, ...]]]
"""Field -> score and reasons, of one column."""
_GENERIC_LEAF = frozenset(
    [
        "nama",
        "alamat",
        "nomor",
        "jumlah",
        "total",
        "l",
        "p",
        "w",
        "jenis",
        "tahun",
        "nilai",
        "unit",
        "satuan",
        "rp",
        "pa",
        "pi",
        "orang",
        "kode",
        "tanggal",
        "nama_",
        "keterangan",
    ]
)
_FORM_OF = {
    "nik": "nik_like",
    "nib": "nib",
    "phone": "phone",
    "email": "email",
    "born": "born",
    "birth": "born",
    "since": "since",
    "workers": "workers",
    "workers_m": "count",
    "workers_f": "count",
    "turnover": "money",
    "investment": "money",
    "turnover_low": "money",
    "turnover_high": "money",
    "kbli": "kbli",
    "postcode": "postcode",
    "sex": "sex",
    "kelurahan": "words",
    "kecamatan": "words",
    "filled_at": "filled_at",
    "number": "sequence",
}
_PEOPLE = re.compile(
    r"\W*(?:jumlah|jml|jlh|banyak(?:nya)?|berapa|how many|no\.? of)\W+(?:org|orang|jiwa|wong|urang|people|persons)\W*",
    re.I,
)
"""A header that counts people and says no more: "Jml Org"."""
_BUSINESS_BONUS = 0.3
_OWNER_SAID = r"(?:pemilik|pengusaha|owner|pengrajin|perajin|pimpinan|pelaku usaha)"
_BUSINESS_SAID = r"(?:usaha|perusahaan|ikm|umkm|ukm|business|company|brand|merek|toko)"
_BOTH_NAMES = re.compile(
    rf"^\W*(?:(?:nama|nm\.?|name)\s+)?(?:{_OWNER_SAID}\s*(?:[/&+,\n(]|\bdan\b|\band\b)\s*(?:nama\s+)?{_BUSINESS_SAID}"
    rf"|{_BUSINESS_SAID}\s*(?:[/&+,\n(]|\bdan\b|\band\b)\s*(?:nama\s+)?{_OWNER_SAID})\W*$",
    re.I,
)
"""A header that names two names: "NAMA PEMILIK / USAHA", "Nama IKM (Pemilik)"."""
_ALONE = {
    "nik": ("nik", 0.6),
    "nib": ("nib", 0.6),
    "phone": ("phone", 0.6),
    "email": ("email", 0.5),
    "birth": ("birth", 0.5),
    "kbli": ("kbli_known", 0.6),
    "postcode": ("postcode_known", 0.6),
    "sex": ("sex", 0.8),
    "filled_at": ("time", 0.6),
    "street": ("street", 0.5),
    "kelurahan": ("kelurahan", 0.6),
    "kecamatan": ("kecamatan", 0.6),
    "kelurahan_kecamatan": ("both_places", 0.6),
    "since": ("year", 0.7),
    "number": ("sequence", 0.8),
    "born": ("born", 0.6),
    "workers": ("workers_words", 0.5),
    "turnover": ("turnover_words", 0.4),
}
_ALONE_UNDER_HEADER = frozenset(
    {"email", "phone", "nik", "street", "kelurahan", "kecamatan", "kelurahan_kecamatan", "workers", "turnover"}
)
"""Forms that no other column has, so that they tell even under a header that says nothing known."""
_PLACES = frozenset({"kelurahan", "kecamatan", "kelurahan_kecamatan"})
_WORDED = frozenset({"owner_name", "business_name", "business_and_owner", "products"})
"""Fields that are said in words, never in figures."""
_UNMISTAKABLE = ("nik", "phone", "email", "nib")
"""Fields whose form tells that two headers were mixed up."""
_NOT_COUNTED = frozenset(
    {"business_name", "owner_name", "business_and_owner", "kelurahan", "kecamatan", "street", "products", "phone"}
)


def _real(found: Mapping[str, HeaderMatch]) -> list[HeaderMatch]:
    return [match for name, match in found.items() if not name.startswith("x_")]


def header_scores(header: str) -> dict[str, HeaderMatch]:
    """Fields that a header names, a group's header ("TENAGA KERJA / L") by its whole and by its last part."""
    found = {match.field: match for match in match_header(header)}
    if GROUP_MARK in header:
        leaf = header.rsplit(GROUP_MARK, 1)[1]
        words = [word for word in normal_header(leaf) if not re.fullmatch(r"\d+", word)]
        if words and not all(word in _GENERIC_LEAF for word in words):
            settled = max((match.score for match in found.values()), default=0.0) >= 0.97
            weight = 0.85 if settled else 0.97
            for match in match_header(leaf):
                if match.score * weight > (found[match.field].score if match.field in found else 0):
                    found[match.field] = HeaderMatch(match.field, match.score * weight, match.phrase)
        for match in match_header(header.split(GROUP_MARK, 1)[0]):
            # The upper row is clear, and the lower one may mean the same ("Kelurahan" over "Sub-district").
            if match.score >= 0.97 and any(m.field == match.field and m.score >= 0.6 for m in match_header(leaf)):
                found[match.field] = HeaderMatch(match.field, 1.0, match.phrase)
                for other in [m for m in found if m != match.field]:
                    found[other] = replace(found[other], score=found[other].score * 0.9)
    for name, rival in (("business_name", "owner_name"), ("owner_name", "business_name")):
        # "Nama Pelaku Usaha" names the owner; that "nama usaha" stands in it too says nothing.
        if name in found and rival in found and found[rival].score >= 0.97 and found[name].score < 0.8:
            del found[name]
    if _PEOPLE.fullmatch(header.rsplit(GROUP_MARK, 1)[-1]) and not any(m.score >= 0.75 for m in _real(found)):
        found = {"workers": HeaderMatch("workers", 0.76, "orang")}
    named = set(normal_header(header))
    if "business_name" not in found and named == {"nama"}:
        found["business_name"] = HeaderMatch("business_name", 0.62, "nama")
    men, women = bool({"l", "laki"} & named), bool({"p", "perempuan"} & named)
    if {"kelamin", "gender"} & named and men != women:
        return {"sex_mark": HeaderMatch("sex_mark", 1.0, "jenis kelamin")}
    part = {"tetap", "harian", "keluarga", "dibayar", "borongan", "musiman", "lepas", "honor", "upahan"} & named
    if {"dibayar", "tidak"} <= named:
        part = set()  # "dibayar dan tidak dibayar" is all of them
    for name in ("workers", "workers_m", "workers_f"):
        if part and name in found and "tetangga" not in named:
            match = found.pop(name)
            found[f"{name}_part"] = HeaderMatch(f"{name}_part", max(match.score, 0.8), match.phrase)
    if _BOTH_NAMES.search(without_hints(header)):
        found["business_and_owner"] = HeaderMatch("business_and_owner", 1.0, "pemilik / usaha")
        found = {name: match for name, match in found.items() if name not in ("business_name", "owner_name")}
    if {"nama", "alamat"} <= named and not {"email", "website", "ktp"} & named:
        found = {"name_and_address": HeaderMatch("name_and_address", 0.95, "nama alamat")}
    if "jumlah" in normal_header(header) or "rekap" in header.lower():
        found = {name: match for name, match in found.items() if name not in _NOT_COUNTED}
    return found


def score(header: str, shares: Mapping[str, float]) -> Scored:
    filled = shares["filled"]
    result: Scored = {}
    matches = header_scores(header)
    strongest = max((match.score for match in matches.values()), default=0.0)
    for name, match in matches.items():
        score = match.score
        why = [Note("header", {"phrase": match.phrase, "score": round(score, 2)})]
        form = _FORM_OF.get(name)
        if form and filled:
            said = shares.get("said", filled)
            share = min(1.0, _share(name, form, shares) * filled / said) if said else 0.0
            why.append(Note("contents", {"share": round(share, 2)}))
            score *= (
                0.8 + 0.2 * share
                if share >= 0.3 or said < 3
                else max(0.35 + 1.2 * share, 0.6 if match.score >= 0.95 else 0)
            )
        if name in ("products", "business_name", "owner_name", "street") and shares.get("yes_no", 0.0) >= 0.6:
            score *= 0.4
        if (
            name in _WORDED
            and filled >= 3
            and max(shares.get(form, 0.0) for form in ("figure", "since", "born")) >= 0.6
        ):
            score *= 0.4
        if name in ("owner_name", "business_name", "products") and shares.get("phone", 0) + shares.get("nik", 0) >= 0.6:
            score *= 0.4
        score += _preference(name, header)
        if name in _PLACES and match.score < 0.9 and shares.get("street", 0.0) >= 0.5:
            score *= 0.5  # "Alamat (Kel, Kec)" asks for the whole address
        if name == "since" and shares.get("time", 0.0) >= 0.6:
            score *= 0.4  # a moment of the day dates the answer, not the business
        if name == "business_name" and match.phrase == "nama":
            score += _BUSINESS_BONUS * shares.get("business", 0.0)
        if match.phrase == "subdistrict" and name in ("kelurahan", "kecamatan"):
            score += 0.1 * shares.get(name, 0.0)
        if name.startswith("x_") and match.score < 0.95:
            score *= 0.9
        result[name] = (score, tuple(why))
    strongest = min(strongest, max((score for score, _ in result.values()), default=0.0) + 0.01)
    if filled >= 2 and strongest < 0.75:
        for name, (form, least) in _ALONE.items():
            share = shares.get(form, 0.0)
            if share < least or (header.strip() and name not in _ALONE_UNDER_HEADER):
                continue
            if header.strip() and name in ("workers", "turnover") and matches:
                continue
            score = 0.45 + 0.2 * share if not header.strip() else 0.3 + 0.2 * share
            if name == "kelurahan" and shares.get("kecamatan", 0) >= share:
                score -= 0.05
            if name in ("born", "since") and shares.get("birth", 0) + shares.get("time", 0) > 0.5:
                continue
            if score > result.get(name, (0.0, ()))[0]:
                result[name] = (score, (Note("contents_alone", {"share": round(share, 2)}),))
    if filled >= 3 and max(matches, key=lambda name: matches[name].score, default="") in _UNMISTAKABLE:
        for name in _UNMISTAKABLE:
            if shares.get(name, 0.0) >= 0.8 and name not in matches:
                result[name] = (0.8, (Note("contents_against_header", {"share": round(shares[name], 2)}),))
    if not header.strip() and filled >= 2:
        result |= {name: found for name, found in _wordy(shares).items() if name not in result}
    return result


def _wordy(shares: Mapping[str, float]) -> Scored:
    """Names and products of a header-less list."""
    if (
        shares.get("words", 0) < 0.7
        or shares.get("street", 0) > 0.4
        or max(shares.get("kelurahan", 0), shares.get("kecamatan", 0)) > 0.4
    ):
        return {}
    business, person, many = shares.get("business", 0), shares.get("person", 0), shares.get("list", 0)
    title, distinct = shares.get("title", 0), shares.get("distinct", 1)
    note = (Note("contents_alone", {"share": round(shares["words"], 2)}),)
    return {
        "business_name": (0.4 + 0.2 * business - 0.2 * many - 0.2 * title, note),
        "owner_name": (0.4 + 0.15 * person + 0.2 * title - 0.2 * business - 0.2 * many, note),
        "products": (0.38 + 0.2 * many + 0.1 * (1 - distinct) + 0.05 * business, note),
    }


def _share(name: str, form: str, shares: Mapping[str, float]) -> float:
    share = shares.get(form, 0.0)
    if name in ("turnover", "investment", "turnover_low", "turnover_high"):
        return max(share, 0.6 * shares.get("count", 0.0))
    if name == "since":
        # 0.5: dates as a spreadsheet counts days, which look like codes of five digits
        return max(share, 0.6 * shares.get("count", 0.0), shares.get("born", 0.0), 0.5 * shares.get("kbli", 0.0))
    if name == "nik":
        return max(share, shares.get("nik", 0.0), 0.4 * shares.get("money", 0.0))
    if name == "workers":
        return max(share, shares.get("count", 0.0))
    if name in ("born", "filled_at", "birth"):
        return max(share, shares.get("birth", 0.0), 0.5 * shares.get("kbli", 0.0))
    if name == "phone":
        return max(share, 0.4 if shares.get("money", 0) > 0.5 else 0)
    if name == "number":
        return max(share, shares.get("count", 0.0))
    return share


def _preference(name: str, header: str) -> float:
    low = header.lower()
    if name == "nib" and re.search(r"\bnib\b", low):
        return 0.15
    if name == "street" and re.search(r"usaha|produksi|workshop|perusahaan", low):
        return 0.02
    if name == "street" and re.search(r"ktp|rumah|asal", low):
        return -0.03
    if name == "turnover":
        year = re.search(r"20\d\d", low)
        bonus = (int(year[0]) - 2000) / 100 if year else 0.0
        return (
            bonus - (0.1 if "produksi" in low else 0.0) - (0.04 if re.search(r"pendapatan|penghasilan", low) else 0.0)
        )
    if name in ("turnover", "workers", "investment") and re.search(r"sebelum|lama\b|awal|lalu", low):
        return -0.05
    if name == "phone" and re.search(r"wa|whatsapp|hp", low):
        return 0.01
    if name == "products" and "produk" in low:
        return 0.01
    return 0.0


def decided(scores: Scored) -> Scored:
    """A column that is most likely of another kind (`x_`) is set aside before the fields compete."""
    aside = {name: found for name, found in scores.items() if name.startswith("x_")}
    fields = {name: found for name, found in scores.items() if not name.startswith("x_")}
    best_aside = max((score for score, _ in aside.values()), default=0.0)
    best_field = max((score for score, _ in fields.values()), default=0.0)
    return aside if best_aside > best_field else fields
