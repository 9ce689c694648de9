"""The press: data in, PDF (or pictures of the pages) out, by Typst.

Data reach the templates as JSON, never as Typst code, so that every character of a text is shown as it was typed. A
room keeps its own templates and hands the path of one; `templates/base.typ` is what all of them share.
PDFs are tagged and pass Typst's own checks of PDF/UA-1 and PDF/A-2a. A text with a character that no font has cannot
pass them (the standards forbid missing letters): such a document is made without the claim rather than not at all.
"""

import dataclasses
import datetime as dt
import json
import re
import shutil
import tempfile
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import segno
import typst

# Templates name what they import from here: `/foundation/press/templates/base.typ`.
ROOT = Path(__file__).parents[2]
SHARED = Path(__file__).parent / "templates"
STANDARDS = ("ua-1", "a-2a")
# family, weight: what the templates cannot do without
NEEDED_FONTS = (
    ("Plus Jakarta Sans", 400),
    ("Plus Jakarta Sans", 600),
    ("Plus Jakarta Sans", 700),
    ("Newsreader", 500),
)
# Characters that XML (DOCX) forbids or that have no shape: control signs, lone surrogates, non-characters.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
LONG_WORD = re.compile(r"[^\s\u200b/@.-]{36,}")
PICTURE_KINDS = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg"}


class DocumentError(Exception):
    """A document could not be made; the message says what to do."""


class FontsMissing(DocumentError):
    """The folder of fonts lacks what the documents need."""


class Drawn(str):
    """The text of an SVG file, which reaches a template as it is; other texts are made printable."""

    __slots__ = ()


def printable(text: str) -> str:
    """The text without unprintable signs, and with places to break in words too long for a line."""
    text = UNPRINTABLE.sub("", text)
    return LONG_WORD.sub(lambda word: "\u200b".join(re.findall(".{1,24}", word.group(), re.DOTALL)), text)


def picture_kind(data: bytes) -> str:
    """ "png" or "jpg"; anything else is refused, since Word and PDF both show these two."""
    for start, kind in PICTURE_KINDS.items():
        if data.startswith(start):
            return kind
    raise DocumentError("A photo is neither PNG nor JPEG. Save it as one of them, then add it again.")


def qr_svg(content: str, *, mask: int | None = None) -> str:
    """A QR code (error correction M, two modules of quiet zone) as SVG.

    `mask` (0 to 7) saves trying all eight masks for the evenest picture, which takes four fifths of the time.
    """
    code = segno.make(content, error="m", micro=False, mask=mask)
    return code.svg_inline(border=2, dark="#221d18", light="#ffffff", scale=4)


def plain(value: Any) -> Any:
    """Dataclasses and tuples as what JSON holds; every text that is not a drawing made printable."""
    if isinstance(value, Drawn):
        return str(value)
    if isinstance(value, str):
        return printable(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value


class Press:
    """Holds fonts and compiler, to be made once and used by any thread.

    `font_dirs`: folders with the static TTF files that set-up makes. `system_fonts` also lets the fonts of the
    machine stand in for scripts that ours lack (Arabic, Chinese …).
    """

    def __init__(self, font_dirs: Sequence[Path | str], *, system_fonts: bool = True) -> None:
        folders = [Path(folder) for folder in font_dirs]
        fonts = typst.Fonts(
            include_system_fonts=system_fonts,
            include_embedded_fonts=True,
            font_paths=[folder for folder in folders if folder.is_dir()],
        )
        present = {(font.family, font.weight) for font in fonts.fonts()}
        missing = [f"{family} {weight}" for family, weight in NEEDED_FONTS if (family, weight) not in present]
        if missing:
            where = ", ".join(str(folder) for folder in folders) or "no folder"
            raise FontsMissing(
                f"The fonts of the PDF documents are missing ({', '.join(missing)}; looked in {where}). "
                "Run `make setup`: it makes them."
            )
        self._compiler = typst.Compiler(root=ROOT, font_paths=fonts, ignore_system_fonts=not system_fonts)
        self._lock = threading.Lock()

    def pdf(
        self,
        template: Path,
        data: Mapping[str, Any],
        *,
        created: dt.datetime,
        pictures: Mapping[str, bytes] | None = None,
        standards: Sequence[str] = STANDARDS,
    ) -> bytes:
        """One PDF from a template of this package. `created` (aware) is written into it; equal input, equal bytes.

        `pictures` are files the template and those beside it may read by name. Raises DocumentError.
        """
        options: dict[str, Any] = {"format": "pdf", "timestamp": created}
        try:
            made = self._compile(template, data, pictures, **options, pdf_standards=list(standards))
        except typst.TypstError:
            try:
                made = self._compile(template, data, pictures, **options)
            except typst.TypstError as problem:
                what = problem.message.strip()
                if "decode image" in what:
                    raise DocumentError(f"A photo cannot be read. Remove it or save it anew ({what}).") from problem
                raise DocumentError(f"The document {template.stem} could not be made: {what}") from problem
        return made if isinstance(made, bytes) else b"".join(made)

    def png(
        self,
        template: Path,
        data: Mapping[str, Any],
        *,
        pictures: Mapping[str, bytes] | None = None,
        ppi: float = 144,
    ) -> tuple[bytes, ...]:
        """The pages as PNG pictures."""
        made = self._compile(template, data, pictures, format="png", ppi=ppi)
        return (made,) if isinstance(made, bytes) else tuple(made)

    def _compile(
        self, template: Path, data: Mapping[str, Any], pictures: Mapping[str, bytes] | None, **options: Any
    ) -> bytes | list[bytes]:
        inputs = {"data": json.dumps(plain(data), ensure_ascii=False)}
        if not pictures:
            return self._run(ROOT, template, inputs, options)
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            for kept in (SHARED, template.parent):
                there = root / kept.relative_to(ROOT)
                there.mkdir(parents=True, exist_ok=True)
                for source in kept.glob("*.typ"):
                    shutil.copyfile(source, there / source.name)
            beside = root / template.parent.relative_to(ROOT)
            for name, picture in pictures.items():
                (beside / Path(name).name).write_bytes(picture)
            return self._run(root, beside / template.name, inputs, options)

    def _run(self, root: Path, template: Path, inputs: dict[str, str], options: dict[str, Any]) -> bytes | list[bytes]:
        with self._lock:
            made = self._compiler.compile(template, root=root, sys_inputs=inputs, **options)
        if made is None:
            raise DocumentError(f"The document {template.stem} came out empty.")
        return made
