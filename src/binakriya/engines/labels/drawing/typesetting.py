"""Text broken into lines by the true widths of the font.

*Em*: the font size. Widths of words are kept in em, so that many sizes and columns can be tried quickly.
"""

from __future__ import annotations

from dataclasses import dataclass

from binakriya.engines.labels.drawing.typefaces import Face, Typefaces


@dataclass(frozen=True, slots=True)
class Piece:
    """A word in a face."""

    text: str
    face: str
    width: float  # em


@dataclass(frozen=True, slots=True)
class Line:
    """`words`: text, face, and where it begins in em."""

    words: tuple[tuple[str, str, float], ...]
    width: float  # em


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words of each given line (line ends of the text are kept)."""

    given: tuple[tuple[Piece, ...], ...]
    space: float  # em
    faces: Typefaces

    @property
    def longest_word(self) -> float:
        return max((piece.width for line in self.given for piece in line), default=0.0)

    def lines(self, room: float) -> list[Line]:
        """Lines at most `room` em wide, greedily; a word wider than that is broken between letters."""
        found: list[Line] = []
        for given in self.given:
            words: list[tuple[str, str, float]] = []
            at = 0.0
            for piece in given:
                begins = at + self.space if words else 0.0
                if words and begins + piece.width > room:
                    found.append(Line(tuple(words), at))
                    words, begins = [], 0.0
                if piece.width > room:
                    *full, piece = _broken(piece, room, self.faces[piece.face])
                    found += [Line(((part.text, part.face, 0.0),), part.width) for part in full]
                words.append((piece.text, piece.face, begins))
                at = begins + piece.width
            found.append(Line(tuple(words), at))
            at = 0.0
        return found


def _broken(piece: Piece, room: float, face: Face) -> list[Piece]:
    """Parts of a long word, each as wide as the room allows and one letter at least."""
    parts: list[Piece] = []
    part, wide = "", 0.0
    for sign in piece.text:
        more = face.width(sign, 1.0)
        if part and wide + more > room:
            parts.append(Piece(part, piece.face, wide))
            part, wide = "", 0.0
        part, wide = part + sign, wide + more
    return [*parts, Piece(part, piece.face, wide)]


def paragraph(faces: Typefaces, text: str, face: str, *, before: str = "", before_face: str = "semibold") -> Paragraph:
    """`before`: a caption in another face at the beginning of the first line."""
    given = []
    for k, part in enumerate(text.split("\n")):
        words = [(word, before_face) for word in before.split()] if k == 0 else []
        words += [(word, face) for word in part.split()]
        given.append(tuple(Piece(word, chosen, faces[chosen].width(word, 1.0)) for word, chosen in words))
    return Paragraph(tuple(given), faces[face].glyph(" ").advance, faces)
