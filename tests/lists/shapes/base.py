"""What a shape is, and the furniture that lists of many shapes share: notes, totals, signatures, stray empty rows."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.lists.book import Book, Column, Sheet
from tests.lists.sayings import Mention, Saying, nothing

# Officials of the signatures; as synthetic as everybody else, their NIP holds no real date and ends in 0000.
SIGNATORIES = (
    ("Kepala Bidang Perindustrian", "Drs. H. SUPARDI, M.Si", "NIP. 19000000 199000 0 000"),
    ("Lurah", "Hj. ROHAYATI, S.IP", "NIP. 190000001990000000"),
    ("Ketua", "Hj. SRI MULYATI", "NIP. -"),
    ("Petugas Pendata", "ENCEP SUHERMAN", "NIP 19000000.199000.0.000"),
)


@dataclass(frozen=True, slots=True)
class Shape:
    """``file_name`` as the office calls it; ``outside`` when its members live in another regency."""

    name: str
    file_name: str
    lay_out: Callable[[random.Random, list[Mention]], Book]
    write: Callable[[Book, Path], None]
    outside: bool = False


def running(m: Mention) -> Saying:
    return m.number, {}


def running_dotted(m: Mention) -> Saying:
    return f"{m.number}.", {}


remarks = nothing(
    None, None, None, None, "aktif", "ikut pelatihan 2017", "anggota baru", "belum punya merek", "pindah?",
    "data 2016", "utk bazar 12 Des",
)  # fmt: skip
spacer = Column(None, nothing(None))


def stray_blank(rng: random.Random, sheet: Sheet, share: float = 0.04) -> None:
    """Now and then an empty row, or one with only blanks in it."""
    roll = rng.random()
    if roll < share / 2:
        sheet.add(*[None] * 5)
    elif roll < share:
        sheet.add(None, " ", None, "", "  ")


def signature(rng: random.Random, sheet: Sheet, column: int, *, city: str = "Tangerang Selatan") -> None:
    """Place and date, office, name and NIP at the foot, from this column (0 is the first)."""
    office, name, number = rng.choice(SIGNATORIES)
    sheet.add()
    sheet.add()
    sheet.add(f"{city}, {rng.randrange(1, 29)} Oktober 2018", indent=column)
    sheet.add(office, indent=column)
    sheet.add("Mengetahui,", indent=1)
    sheet.add()
    sheet.add(name, indent=column)
    sheet.add(number, indent=column)


def footnotes(rng: random.Random, sheet: Sheet) -> None:
    sheet.add()
    for line in rng.sample(
        (
            "Catatan :", "*) data sementara, menunggu verifikasi kelurahan", "Sumber: pendataan lapangan 2018",
            "Ket: L = laki-laki, P = perempuan", "Dicetak tanggal 12/10/2018 pukul 09.14",
            "Keterangan: kolom kosong belum terdata",
        ),
        2,
    ):  # fmt: skip
        sheet.add(line)
