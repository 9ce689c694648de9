"""The files of a whole class as one ZIP, piece by piece: little is held at once."""

import json
import zipfile
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from uuid import UUID

import structlog
from django.utils.text import slugify
from django.utils.translation import gettext as _

from binakriya.engines.boxes import BoxError
from binakriya.engines.drafting import DrawingError
from binakriya.engines.protection.wording import Language
from binakriya.packaging.papers import Paper
from binakriya.packaging.queries.batch import MadePack
from binakriya.packaging.rules.drawings import FORMATS, drawing_of
from binakriya.packaging.rules.specification import Specification

DRAWN = ("pdf", "dxf")
LACKING = "BACA-DAHULU.txt"
log = structlog.get_logger("binakriya.packaging")
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
    the summary (name, bytes), and where something could not be made, a text that says of which product: the rest is
    whole all the same."""
    sink, wanted, lacking = _Sink(), tuple(sheets), []
    with zipfile.ZipFile(sink, "w", compression=zipfile.ZIP_DEFLATED) as archive:  # type: ignore[call-overload]
        archive.writestr(*summary)
        yield sink.taken()
        for pack in packs:
            folder = f"{pack.position:03d}-{slugify(pack.title)[:50] or 'produk'}"
            for make in wanted:
                try:
                    paper = make(pack.version_id)
                except Exception:  # whatever it is, the text in the archive tells it
                    log.exception("sheet_failed", version=str(pack.version_id))
                    lacking.append(_("%(folder)s: satu lembar tidak dapat dibuat.") % {"folder": folder})
                else:
                    archive.writestr(f"{folder}/{paper.name}", paper.content)
            try:
                drawn = _drawings(pack, office=office, by=by, on=on, language=language)
            except Exception as error:
                # A box that the present engine no longer makes is no fault.
                if not isinstance(error, BoxError | DrawingError):
                    log.exception("drawing_failed", version=str(pack.version_id))
                lacking.append(_("%(folder)s: gambar tidak dapat dibuat.") % {"folder": folder})
            else:
                for kind, content in drawn:
                    archive.writestr(f"{folder}/gambar.{kind}", content)
            archive.writestr(f"{folder}/spesifikasi.json", json.dumps(pack.content, ensure_ascii=False, indent=1))
            yield sink.taken()
        if lacking:
            head = _("Yang berikut belum ada di sini. Buka kemasannya di Binakriya, lalu unduh dari sana.")
            archive.writestr(LACKING, "\r\n".join([head, "", *lacking, ""]))
    yield sink.taken()


def _drawings(pack: MadePack, *, office: str, by: str, on: date, language: Language) -> list[tuple[str, bytes]]:
    sheet = drawing_of(
        Specification.read(pack.content),
        name=pack.title,
        number=str(pack.position),
        revision=str(pack.number),
        by=by,
        office=office,
        on=on,
        language=language,
    )
    return [(kind, FORMATS[kind](sheet)) for kind in DRAWN]
