"""How well a header names a field."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from binakriya.engines.reading.lexicon import ABBREVIATIONS, FIELDS, FILLERS, SHORTENED

_KNOWN = sorted(
    {word for phrases in FIELDS.values() for phrase in phrases for word in phrase.split() if len(word) >= 4}
)
_KNOWN_SET = frozenset(_KNOWN) | {word for phrases in FIELDS.values() for phrase in phrases for word in phrase.split()}

_PAIRS = frozenset(
    " ".join(pair) for phrases in FIELDS.values() for phrase in phrases for pair in itertools.pairwise(phrase.split())
)
"""Neighbouring words of the lexicon's phrases."""


GROUP_MARK = " › "
"""Stands between a group's header and that of a column in it."""
_SHORT = frozenset({"hp", "wa", "rt", "rw", "ig", "fb"})
_ENDINGS = ("nya", "mu", "ku", "na", "ne", "e")
"""What Indonesian, Sundanese and Javanese hang on a noun: usahanya, jumlahna, alamate."""
GUESSED = 0.84
"""What a match by a guessed abbreviation is worth: too little to make a row a header."""
_NUMBERED_WORD = re.compile(r"([a-z]{3,})\d{1,4}")
_NUMERALS = re.compile(r"\d{1,3}|i{1,3}")


@dataclass(frozen=True, slots=True)
class HeaderMatch:
    """A field, how well the header names it (0 to 1), and the phrase that did."""

    field: str
    score: float
    phrase: str


_HINT = re.compile(
    r"[,;:\s]*[(\[{]?\s*\b(?:contoh(?:nya)?|cth|conth|misal(?:nya)?|mis|e\.\s?g|eg|example|ex|format(?:nya)?|seperti|mohon\s+isi)\b"
    r"\s*[.:=]*\s*(?=[^)\]}\n]*[\d@]|[^)\]}\n]*\b(?:dd|hh|tgl))[^)\]}\n]*[)\]}]?",
    re.I,
)
"""An example or a format that a header shows: "(contoh: 0812...)", ", format: dd/mm/yyyy"."""
_WORKERS = frozenset(["tenaga", "kerja", "karyawan", "pekerja", "pegawai", "sdm", "staf", "buruh", "personel", "tim"])
_SUBDISTRICT = re.compile(r"\bsub\s*[-_]?\s*district\b", re.I)


def without_hints(header: str) -> str:
    """The header without the examples that it shows to whoever fills it in."""
    bare = _HINT.sub(" ", header).strip()
    return bare or header


def normal_header(header: str) -> tuple[str, ...]:
    """The words of a header: small letters, abbreviations and misspellings spelt out, brackets and units left out."""
    return _header_words(header)[0]


@lru_cache(maxsize=4096)
def _header_words(header: str) -> tuple[tuple[str, ...], bool]:
    """The words, and whether one of them is only guessed from an abbreviation that no list names."""
    text = without_hints(header).lower().replace("\n", " ").replace("’", "'")
    text = _SUBDISTRICT.sub("subdistrict", text)
    text = re.sub(r"(?<![a-z])m\s*/\s*f(?![a-z])", "l/p", text)
    text = re.sub(r"\bpend\.?(?=\s*(?:/|per)\s*(?:bln|bulan|thn|th|tahun)\b)", "pendapatan", text)
    guessed = False
    text = re.sub(r"\([^)]*\)?", _bracket, text)
    text = re.sub(r"(?<![a-z])(?:[a-z] ){2,}[a-z](?![a-z])", _unspaced, text)
    text = "no" if text.strip(" .") == "n o" else text
    text = re.sub(r"laki\s*[-/]?\s*(?:laki|2)", "laki", text)
    text = re.sub(r"e\s*-\s*mail", "email", text)
    text = re.sub(r"(?<=[a-z])[/.](?=[a-z])", " ", text)
    words: list[str] = []
    written = re.findall(r"[a-z0-9#]+", text)
    for at, word in enumerate(written):
        word = ABBREVIATIONS.get(word, word)
        if word not in _KNOWN_SET and (numbered := _NUMBERED_WORD.fullmatch(word)) and numbered[1] in _KNOWN_SET:
            word = numbered[1]  # "kbli5", "kbli2020"
        if word not in _KNOWN_SET and word not in FILLERS and len(word) >= 4 and word.isalpha():
            word = _respelt(word)
        if word not in _KNOWN_SET and word not in FILLERS:
            beside = (words[-1] if words else "", _plain_word(written[at + 1]) if at + 1 < len(written) else "")
            if full := _spelt_out(word, *beside):
                word, guessed = full, True
        words.extend(part for part in ABBREVIATIONS.get(word, word).split())
    if {"m", "f"} & set(words) and not _WORKERS & set(words):
        words = [word for word in words if word not in ("m", "f")]
    return tuple(word for at, word in enumerate(words) if at == 0 or word != words[at - 1]), guessed


def _plain_word(word: str) -> str:
    word = ABBREVIATIONS.get(word, word)
    return word if word in _KNOWN_SET else _spelt_out(word) or word


@lru_cache(maxsize=4096)
def _spelt_out(word: str, before: str = "", after: str = "") -> str:
    """The word that was cut off ("peg") or robbed of its vowels ("mdl"); empty unless only one fits, by itself or
    beside its neighbours ("tng krj": not "tanggal kerja")."""
    if not 3 <= len(word) <= 6 or not word.isalpha():
        return ""
    cut = [full for full in sorted(SHORTENED) if full.startswith(word) and word[-1] not in "aiueo"]
    if not cut and not re.search(r"[aiueo]", word[1:]):
        cut = [full for full in sorted(SHORTENED) if full[0] == word[0] and _is_skeleton(word, full)]
    if len(cut) > 1:
        cut = [full for full in cut if f"{full} {after}" in _PAIRS or f"{before} {full}" in _PAIRS]
    return cut[0] if len(cut) == 1 else ""


def _is_skeleton(word: str, full: str) -> bool:
    """True when the word holds consonants of the full one in their order, at least half of them."""
    consonants = full[0] + re.sub(r"[aiueo]", "", full[1:])
    letters = iter(consonants)
    return all(letter in letters for letter in word) and len(word) >= 0.6 * len(consonants)


def _unspaced(spaced: re.Match[str]) -> str:
    """ "N A M A U S A H A" -> "nama usaha": the letters joined and cut into known words."""
    joined = spaced[0].replace(" ", "")
    cuts: list[list[str] | None] = [[]] + [None] * len(joined)
    for end in range(2, len(joined) + 1):
        for start in range(end - 1):
            before, word = cuts[start], joined[start:end]
            if before is None or not (word in _KNOWN_SET or word in ABBREVIATIONS):
                continue
            if cuts[end] is None or len(before) + 1 < len(cuts[end] or []):
                cuts[end] = [*before, word]
    return " ".join(cuts[-1] or [joined])


def _bracket(match: re.Match[str]) -> str:
    """Brackets hold units and hints; "(L/P)" and "(WA)" say what the column is."""
    inside = match[0].strip("() ")
    return (
        f" {inside} "
        if re.fullmatch(
            r"l\s*/\s*p|wa|hp|nik|ktp|nib|ig|l|p|lk|pr|m|f|w|male|female|men|women|laki.*|perempuan|wanita|pria|kbli|email|kel|kelurahan|kec|kecamatan|desa|(?:kel|desa|ds)\S*\W+kec\S*|kec\S*\W+(?:kel|desa|ds)\S*",
            inside,
        )
        else " "
    )


@lru_cache(maxsize=4096)
def _respelt(word: str) -> str:
    """The lexicon's word that a misspelling or an inflected form stands for."""
    for ending in _ENDINGS:
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) >= 4 and (stem in _KNOWN_SET or stem in ABBREVIATIONS):
            return ABBREVIATIONS.get(stem, stem)
    allowed = 88 if len(word) < 6 else 83
    best = process.extractOne(word, _KNOWN, scorer=fuzz.ratio, score_cutoff=allowed)
    return best[0] if best and best[0][0] == word[0] and abs(len(best[0]) - len(word)) <= 2 else word


@lru_cache(maxsize=4096)
def match_header(header: str) -> tuple[HeaderMatch, ...]:
    """Fields that the header may name, best first."""
    words, guessed = _header_words(header)
    if not words:
        return ()
    words = tuple(word for word in words if not _NUMERALS.fullmatch(word)) or words
    core = [word for word in words if word not in FILLERS] or list(words)
    have = set(words)
    found: list[HeaderMatch] = []
    for name, phrases in FIELDS.items():
        best, by = 0.0, ""
        for phrase in phrases:
            wanted = phrase.split()
            if not set(wanted) <= have:
                continue
            kernel = [word for word in wanted if word not in FILLERS] or wanted
            if list(words) == wanted or core == kernel:
                score = 1.0
            elif set(words) == set(wanted) or set(core) == set(kernel):
                score = 0.98
            else:
                weight = sum(len(word) ** 0.5 for word in dict.fromkeys(kernel))
                total = sum(len(word) ** 0.5 for word in dict.fromkeys(core))
                score = (
                    0.35 + 0.6 * min(1.0, weight / total)
                    if len(wanted) > 1 or len(wanted[0]) > 2 or wanted[0] in _SHORT
                    else 0.2
                )
                if wanted[0] == words[0]:
                    score += 0.02
                if _contiguous(wanted, words):
                    score += 0.03
            if score > best:
                best, by = score, phrase
        if best:
            found.append(HeaderMatch(name, min(best, 1.0) * (GUESSED if guessed else 1.0), by))
    return tuple(sorted(_by_sex(found, have), key=lambda match: -match.score))


def _by_sex(found: list[HeaderMatch], have: set[str]) -> list[HeaderMatch]:
    """Workers of one sex rather than workers; both sexes in one header is one column of workers."""
    scores = {match.field: match.score for match in found}
    about_workers = "workers" in scores and not {"jenis", "kelamin", "gender"} & have
    men, women = bool({"l", "laki", "pa", "m"} & have), bool({"p", "perempuan", "pi", "w", "f"} & have)
    if not about_workers or not (men or women):
        return found
    if men and women:
        best = max(scores.get(name, 0.0) for name in ("workers", "workers_m", "workers_f"))
        return [
            HeaderMatch("workers", best, "l p") if m.field == "workers" else m
            for m in found
            if m.field not in ("workers_m", "workers_f", "sex")
        ]
    sexed = "workers_m" if men else "workers_f"
    best = max(scores["workers"], scores.get(sexed, 0.0))
    return [HeaderMatch(sexed, best, m.phrase) if m.field == sexed else m for m in found if m.field != "workers"]


def _contiguous(wanted: list[str], words: tuple[str, ...]) -> bool:
    size = len(wanted)
    return any(list(words[at : at + size]) == wanted for at in range(len(words) - size + 1))
