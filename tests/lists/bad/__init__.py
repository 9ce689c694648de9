"""Bad input: files that are not lists, lie about themselves, are broken, locked, or far too large.

``BAD`` names every one with what a careful reader does with it: ``refuse`` (a sentence that a person can act on,
nothing kept), ``empty`` (readable, but no row of data in it), ``read`` (its ``rows`` are read, without harm) or
``either`` (read or refused, in reasonable time and memory, without an unhandled error). All are small on disk but those
of many rows; the bombs are written as a stream. People and businesses in them are synthetic as everywhere here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msoffcrypto
from tests.lists.bad.broken import (
    billion_laughs,
    broken_xml,
    duplicate_headers,
    external_links,
    formulas,
    formulas_csv,
    mixed_encoding,
    nul_bytes,
    ragged,
    truncated_xls,
    truncated_xlsx,
    unbalanced_quotes,
    utf16_odd,
    utf16_without_mark,
    xml_entity,
)
from tests.lists.bad.common import HEADER, MEGABYTE, PASSWORD, csv_file, honest
from tests.lists.bad.large import (
    bomb_beside,
    far_cell,
    huge_field,
    lying_dimension,
    many_columns,
    many_rows_csv,
    many_rows_xlsx,
    repeated_ods,
    widest_sheet,
    zip_bomb,
)
from tests.lists.bad.nothing import (
    blank_csv,
    blank_workbook,
    empty_csv,
    empty_xlsx,
    encrypted_ods,
    encrypted_xlsx,
    header_only,
    protected_xls,
    signatures_only,
)
from tests.lists.bad.other import (
    jpg_as_csv,
    numbers_document,
    plain_zip,
    renamed_docx,
    renamed_jpg,
    renamed_pdf,
    sign_in_page,
)

__all__ = [
    "BAD",
    "HEADER",
    "HOSTILE_NAMES",
    "MEGABYTE",
    "PASSWORD",
    "WRITABLE_NAMES",
    "Bad",
    "bomb_beside",
    "encrypted_xlsx",
    "far_cell",
    "formulas",
    "hostile_names",
    "huge_field",
    "is_locked",
    "lying_dimension",
    "many_rows_csv",
    "many_rows_xlsx",
    "protected_xls",
    "zip_bomb",
]

# Names that uploads have carried. Some cannot be a file's name on a disk: for the upload form, not for write functions.
HOSTILE_NAMES = (
    "../../../../etc/passwd.csv",
    "..\\..\\windows\\system32\\daftar.csv",
    "/var/lib/daftar.csv",
    "C:\\Users\\Dinas\\Documents\\daftar.csv",
    "daftar\u202exslx.csv",
    "daftar \U0001f9fa keranjang é – ñ.csv",
    "قائمة الحرفيين.csv",
    "名簿.csv",
    "<img src=x onerror=alert(1)>.csv",
    "'; DROP TABLE registry_enterprise; --.csv",
    "$(reboot) `id` ; & | .csv",
    "daftar\nSet-Cookie: a=b.csv",
    "daftar\x00.csv",
    "CON.csv",
    ".csv",
    "..csv",
    "-rf.csv",
    "daftar.csv.",
    "DAFTAR.CSV",
    "a" * 250 + ".csv",
    "daftar" + ".csv" * 60,
    "%2e%2e%2fdaftar.csv",
)


# Those of them that a Linux disk takes.
WRITABLE_NAMES = tuple(
    name for name in HOSTILE_NAMES if "/" not in name and "\x00" not in name and len(name.encode()) <= 255
)


def hostile_names(folder: Path) -> list[Path]:
    """The same honest list of two rows under each name that a disk takes."""
    return [csv_file(folder / name, honest(2)) for name in WRITABLE_NAMES]


@dataclass(frozen=True, slots=True)
class Bad:
    """``write(folder)`` gives the path; ``must`` and ``rows`` say what a careful reader does with it."""

    write: Callable[[Path], Path]
    must: Literal["refuse", "empty", "read", "either"]
    rows: int = 0


BAD: dict[str, Bad] = {
    "empty xlsx": Bad(empty_xlsx, "refuse"),
    "empty csv": Bad(empty_csv, "refuse"),
    "blank csv": Bad(blank_csv, "empty"),
    "blank workbook": Bad(blank_workbook, "empty"),
    "header only": Bad(header_only, "empty"),
    "signatures only": Bad(signatures_only, "empty"),
    "encrypted xlsx": Bad(encrypted_xlsx, "refuse"),
    "protected xls": Bad(protected_xls, "refuse"),
    "encrypted ods": Bad(encrypted_ods, "refuse"),
    "zip bomb": Bad(zip_bomb, "refuse"),
    "bomb beside": Bad(bomb_beside, "either", 1),
    "repeated ods": Bad(repeated_ods, "refuse"),
    "200 columns": Bad(many_columns, "read", 5),
    "16384 columns": Bad(widest_sheet, "either", 2),
    "100000 rows xlsx": Bad(many_rows_xlsx, "either", 100_000),
    "100000 rows csv": Bad(many_rows_csv, "either", 100_000),
    "lying dimension": Bad(lying_dimension, "read", 2),
    "far cell": Bad(far_cell, "either", 2),
    "huge field": Bad(huge_field, "either", 3),
    "renamed jpg": Bad(renamed_jpg, "refuse"),
    "jpg as csv": Bad(jpg_as_csv, "refuse"),
    "renamed pdf": Bad(renamed_pdf, "refuse"),
    "renamed docx": Bad(renamed_docx, "refuse"),
    "plain zip": Bad(plain_zip, "refuse"),
    "numbers document": Bad(numbers_document, "refuse"),
    "sign-in page": Bad(sign_in_page, "refuse"),
    "truncated xlsx": Bad(truncated_xlsx, "refuse"),
    "truncated xls": Bad(truncated_xls, "refuse"),
    "broken xml": Bad(broken_xml, "refuse"),
    "mixed encoding": Bad(mixed_encoding, "either", 4),
    "utf-16 without mark": Bad(utf16_without_mark, "either", 5),
    "utf-16 odd": Bad(utf16_odd, "either", 5),
    "nul bytes": Bad(nul_bytes, "either", 4),
    "unbalanced quotes": Bad(unbalanced_quotes, "either", 40),
    "ragged": Bad(ragged, "either", 6),
    "duplicate headers": Bad(duplicate_headers, "read", 4),
    "formulas": Bad(formulas, "either", 4),
    "formulas csv": Bad(formulas_csv, "read", 4),
    "external links": Bad(external_links, "either", 2),
    "xml entity": Bad(xml_entity, "either", 1),
    "billion laughs": Bad(billion_laughs, "either"),
}


def is_locked(path: Path) -> bool:
    """Whether an Office file is encrypted, by a library that is not its writer."""
    with path.open("rb") as stream:
        return bool(msoffcrypto.OfficeFile(stream).is_encrypted())
