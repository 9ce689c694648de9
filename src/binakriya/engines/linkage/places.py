"""Addresses taken apart: street, house number, RT, RW; wards and cities spelt one way."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from binakriya.engines.linkage.spelling import fold_word, listed, plain

_RT_RW = re.compile(r"\brt\W{0,3}(\d{1,3})(?:\W{0,3}(?:rw)?\W{0,3}(\d{1,3}))?\b|\brw\W{0,3}(\d{1,3})\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?:\bno(?:mor)?\W{0,3}|\bnmr\W{0,2}|#)?\b(\d{1,4})\s?([a-z]?)\b", re.IGNORECASE)
_WAY = frozenset(
    listed(
        "jl jln jalan jalur gg gang kp kampung komp komplek kompleks perum perumahan villa vila raia dsn dusun ds desa"
    )
)
_ADMIN = frozenset(listed("kel kelurahan kec kecamatan kota kab kabupaten desa ds prov provinsi"))


@dataclass(frozen=True)
class Street:
    name: str
    """Folded words without Jl., Gg., Perum and without the number, spaces closed; blocks stay ("asriblokc2")."""
    number: str
    rt: str
    rw: str


@lru_cache(maxsize=50_000)
def street(text: str, rt: str = "", rw: str = "") -> Street:
    if not text:
        return Street("", "", _bare(rt), _bare(rw))
    for match in _RT_RW.finditer(text):
        rt = rt or match.group(1) or ""
        rw = rw or match.group(2) or match.group(3) or ""
    text = _RT_RW.sub(" ", text)
    number = ""
    numbers = list(_NUMBER.finditer(text))
    if numbers:
        marked = [m for m in numbers if m.group(0).lower().startswith(("no", "nmr", "#"))]
        chosen = (marked or numbers)[-1]
        number = chosen.group(1).lstrip("0") + chosen.group(2).lower()
        text = text[: chosen.start()] + " " + text[chosen.end() :]
    words = [fold_word(w) for w in plain(text).split()]
    name = [w for w in words if w not in _WAY and w != "no"]
    return Street("".join(name or words), number, _bare(rt), _bare(rw))


def _bare(text: str) -> str:
    return text.strip().lstrip("0") if text.strip().isdigit() else ""


@lru_cache(maxsize=20_000)
def area(text: str) -> str:
    """A ward, district or city without "Kel.", "Kota" and spaces, folded."""
    words = [fold_word(w) for w in plain(text).split()]
    return "".join([w for w in words if w not in _ADMIN] or words)
