"""The files of a whole class as one ZIP, piece by piece: little is held at once."""

import json
import zipfile
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from uuid import UUID

from django.utils.text import slugify

from binakriya.engines.boxes import BoxError
from binakriya.engines.drafting import DrawingError
from binakriya.engines.protection.wording import Language
from binakriya.packaging.papers import Paper
from binakriya.packaging.queries.batch import MadePack
from binakriya.packaging.rules.drawings import FORMATS, drawing_of
from binakriya.packaging.rules.specification import Specification

DRAWN = ("pdf", "dxf")
Sheet = Callable[[UUID], Paper]


class _Sink:
    """What the archive writes to; it can't be read nor wound back, so the archive writes in one go."""

    def __init__(self) -> None:
        self._kept = bytearray()

    def write(self, data: bytes) -> int:
        self._kept += data
        return len(data)

    def flush(self) -> None:
        """Nothing waits anywhere else."""

    def taken(self) -> bytes:
        found, self._kept = bytes(self._kept), bytearray()
        return found


def zipped_batch(
    packs: Iterable[MadePack],
    *,
    sheets: Iterable[Sheet],
    summary: tuple[str, bytes],
    office: str,
    by: str,
    on: date,
    language: Language,
) -> Iterator[bytes]:
    """A folder for each product with its sheets (`sheets`: version → PDF), drawings and the whole as JSON; beside them
    the summary (name, bytes). A box that the present engine no longer makes comes without drawings."""
    sink, wanted = _Sink(), tuple(sheets)
    with zipfile.ZipFile(sink, "w", compression=zipfile.ZIP_DEFLATED) as archive:  # type: ignore[call-overload]
        archive.writestr(*summary)
        yield sink.taken()
        for pack in packs:
            folder = f"{pack.position:03d}-{slugify(pack.title)[:50] or 'produk'}"
            for make in wanted:
                paper = make(pack.version_id)
                archive.writestr(f"{folder}/{paper.name}", paper.content)
            for kind, drawn in _drawings(pack, office=office, by=by, on=on, language=language):
                archive.writestr(f"{folder}/gambar.{kind}", drawn)
            whole = json.dumps(pack.content, ensure_ascii=False, indent=1)
            archive.writestr(f"{folder}/spesifikasi.json", whole)
            yield sink.taken()
    yield sink.taken()


def _drawings(pack: MadePack, *, office: str, by: str, on: date, language: Language) -> Iterator[tuple[str, bytes]]:
    try:
        sheet = drawing_of(
            Specification.read(pack.content),
            name=pack.title,
            number=str(pack.position),
            revision=str(pack.number),
            by=by,
            office=office,
            on=on,
            language="en" if language == "en" else "id",
        )
        made = [(kind, FORMATS[kind](sheet)) for kind in DRAWN]
    except (BoxError, DrawingError):
        return
    yield from made
