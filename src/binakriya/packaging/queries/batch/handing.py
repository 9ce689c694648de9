"""What of a batch leaves the house: each pack whole, and the summary as a table."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.text import slugify
from django.utils.translation import gettext as _now

from binakriya.accounts.rules import Actor, Refused
from binakriya.engines.protection.wording import Language
from binakriya.packaging.queries.batch.reach import seen_batch
from binakriya.packaging.queries.batch.showing import BatchPage
from binakriya.packaging.rules.classes import UNDOING_OR_UNDONE


@dataclass(frozen=True, slots=True)
class MadePack:
    """A pack of the batch whole. `position` in the batch; `number` of its version."""

    position: int
    version_id: UUID
    title: str
    content: Mapping[str, Any]
    number: int


def made_packs(*, batch_id: UUID, by: Actor) -> Iterator[MadePack]:
    """One after the other, for files. Raises NotAllowed, Batch.DoesNotExist."""
    rows = seen_batch(batch_id, by).items.filter(state="made").select_related("version")
    for one in rows.iterator(chunk_size=20):
        if one.version is not None:
            yield MadePack(one.position, one.version.id, one.title, one.version.content, one.version.number)


def summary_lines(page: BatchPage) -> list[list[object]]:
    """The summary as a table, head first: one line for each product, the rows of the file that were left out last."""
    lines: list[list[object]] = [
        [
            _now("Baris"),
            _now("Produk"),
            _now("Pembuat"),
            _now("Hasil"),
            _now("Kode gaya"),
            _now("Gaya kotak"),
            _now("Karton"),
            _now("Ukuran dalam (mm)"),
            _now("Ukuran luar (mm)"),
            _now("Luas karton (m²)"),
            _now("Massa kotor (kg)"),
            _now("Bantalan"),
            _now("Biaya per kotak (Rp)"),
            _now("Sebab"),
        ]
    ]
    results = {"made": _now("dibuat"), "refused": _now("tidak dapat"), "undone": _now("diurungkan")}
    for one in page.items:
        lines.append(
            [
                one.row if one.row is not None else "",
                one.title,
                one.maker,
                results.get(one.state, _now("belum dihitung")),
                one.style,
                one.style_name,
                one.board,
                _sides(one.inside),
                _sides(one.outside),
                "" if one.area_m2 is None else round(one.area_m2, 4),
                "" if one.gross_kg is None else round(one.gross_kg, 3),
                one.cushion,
                "" if one.unit_cost is None else round(one.unit_cost),
                one.why,
            ]
        )
    for row in page.file_rows:
        if not row.ready:
            why = "; ".join(f"{column}: {text}" for column, text in row.problems)
            lines.append([row.number, row.title, row.maker, _now("perlu diperbaiki"), *[""] * 9, why])
    return lines


def check_files(state: str) -> None:
    """What is undone leaves the house no more. Raises Refused("batch_undone")."""
    if state in UNDOING_OR_UNDONE:
        raise Refused("batch_undone")


def stem_of(name: str) -> str:
    """The beginning of a file's name."""
    return f"{_now('kemasan')}-{slugify(name)[:60] or _now('sekelas')}"


def tongue_of(text: str) -> Language:
    return "en" if text == "en" else "id"


def _sides(sides: tuple[float, ...]) -> str:
    return " × ".join(f"{side:.0f}" for side in sides)


def archive_of(*, batch_id: UUID, by: Actor) -> tuple[str, str]:
    """The name of the ZIP in the folder of files ("" for none), and that of the batch. Raises NotAllowed,
    Batch.DoesNotExist, Refused("batch_undone")."""
    batch = seen_batch(batch_id, by)
    check_files(batch.state)
    return batch.archive, batch.name
