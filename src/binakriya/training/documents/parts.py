"""What documents are made of: people who sign, and blocks of content.

A *block* is a paragraph, a list, a table, pairs of term and value, or photos; a *section* is a title, its blocks and
its own sections. The same content makes the PDF and the DOCX.
"""

import re
from dataclasses import dataclass

from binakriya.foundation.press.words import Text


@dataclass(frozen=True)
class Signatory:
    """Who signs: `role` above the signature, name and NIP (civil servants' number, may be empty) beneath."""

    role: Text
    name: str
    nip: str = ""
    rank: str = ""  # Pembina Tingkat I (IV/b)


@dataclass(frozen=True)
class Contact:
    """Who answers questions."""

    name: str
    role: Text = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True)
class Paragraph:
    text: str


@dataclass(frozen=True)
class Items:
    """A list; `ordered` numbers it 1, 2, 3."""

    items: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True)
class Pairs:
    """Terms and their values: ("Hari, tanggal", "Jumat, 16 November 2018")."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Table:
    """Rows under a head. `widths` are shares of the width (1.0 each when empty), `numbers` the columns aligned at
    the end (from 0), `total` a last row set off from the others."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    widths: tuple[float, ...] = ()
    numbers: tuple[int, ...] = ()
    total: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True)
class Photo:
    """A picture: the bytes of a PNG or JPEG file, what it shows (`alt`), and its caption."""

    data: bytes
    caption: str
    alt: str = ""


@dataclass(frozen=True)
class Photos:
    photos: tuple[Photo, ...]


Block = Paragraph | Items | Pairs | Table | Photos


@dataclass(frozen=True)
class Section:
    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple["Section", ...] = ()


BULLET = re.compile(r"^\s*[-•*]\s+(?=\S)")
COUNTED = re.compile(r"^\s*\d{1,3}[.)]\s+(?=\S)")


def _kind(line: str) -> str:
    if BULLET.match(line):
        return "bullet"
    return "counted" if COUNTED.match(line) else ""


def blocks_of(text: str) -> tuple[Block, ...]:
    """Typed text as blocks: empty lines part paragraphs; lines beginning "- " or "1. " make lists.

    Everything else is taken literally. A line without a mark that follows a list item continues the item.
    """
    blocks: list[Block] = []
    for chunk in re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        runs: list[tuple[str, list[str]]] = []  # kind ("" is a paragraph) and its texts
        for line in filter(str.strip, chunk.split("\n")):
            kind = _kind(line)
            said = (BULLET if kind == "bullet" else COUNTED).sub("", line, count=1).strip() if kind else line.strip()
            if not runs or (kind and runs[-1][0] != kind):
                runs.append((kind, [said]))
            elif kind:
                runs[-1][1].append(said)
            else:
                runs[-1][1][-1] += f" {said}"
        for kind, texts in runs:
            blocks.append(Items(tuple(texts), kind == "counted") if kind else Paragraph(texts[0]))
    return tuple(blocks)
