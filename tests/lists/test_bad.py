"""The bad files are as bad as their names say, and small enough to be tested with."""

from __future__ import annotations

import resource
import zipfile
from io import BytesIO
from pathlib import Path

import msoffcrypto
import openpyxl
import pytest
from python_calamine import CalamineWorkbook
from tests.lists import bad

LARGE = {"100000 rows xlsx", "100000 rows csv", "huge field"}


@pytest.mark.parametrize("name", sorted(set(bad.BAD) - {"zip bomb", "bomb beside"} - LARGE))
def test_every_bad_file_is_written_and_small(tmp_path: Path, name: str) -> None:
    path = bad.BAD[name].write(tmp_path)
    assert path.parent == tmp_path
    assert path.stat().st_size < 600_000


def test_a_bomb_is_small_and_inflates_and_is_made_without_much_memory(tmp_path: Path) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    path = bad.zip_bomb(tmp_path)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert path.stat().st_size < 2 * bad.MEGABYTE
    assert _inflated(path) > 500 * bad.MEGABYTE
    assert grown < 64 * 1024, "kilobytes"


def test_a_bomb_can_lie_beside_the_sheet(tmp_path: Path) -> None:
    path = bad.bomb_beside(tmp_path, inflated=8 * bad.MEGABYTE)
    assert _inflated(path) > 8 * bad.MEGABYTE
    assert len(CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()) == 2


def _inflated(path: Path) -> int:
    with zipfile.ZipFile(path) as package:
        return sum(member.file_size for member in package.infolist())


def test_a_small_bomb_is_a_workbook(tmp_path: Path) -> None:
    path = bad.zip_bomb(tmp_path, inflated=bad.MEGABYTE)
    assert len(CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()) > 400


def test_large_lists_have_their_rows(tmp_path: Path) -> None:
    path = bad.many_rows_xlsx(tmp_path, rows=500)
    assert len(CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()) == 501
    assert len(bad.many_rows_csv(tmp_path, rows=500).read_text(encoding="utf-8").splitlines()) == 501
    assert bad.huge_field(tmp_path, size=bad.MEGABYTE).stat().st_size > bad.MEGABYTE


@pytest.mark.parametrize("write", [bad.encrypted_xlsx, bad.protected_xls])
def test_locked_files_open_with_the_password_only(tmp_path: Path, write: object) -> None:
    assert callable(write)
    path = write(tmp_path)
    assert bad.is_locked(path)
    assert b"Contoh" not in path.read_bytes()
    with path.open("rb") as stream:
        locked = msoffcrypto.OfficeFile(stream)
        with pytest.raises(msoffcrypto.exceptions.InvalidKeyError):
            locked.load_key(password="keliru", **({"verify_password": True} if path.suffix == ".xlsx" else {}))
        locked.load_key(password=bad.PASSWORD)
        plain = BytesIO()
        locked.decrypt(plain)
    plain.seek(0)
    rows = CalamineWorkbook.from_filelike(plain).get_sheet_by_index(0).to_python()
    assert rows[0] == list(bad.HEADER)
    assert rows[3][1] == "Siti Contoh 3"


def test_formulas_are_formulas(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(bad.formulas(tmp_path)).active
    assert sheet is not None
    assert sum(cell.data_type == "f" for line in sheet.iter_rows() for cell in line) == 5


def test_the_far_cell_and_the_lying_dimension_claim_the_whole_sheet(tmp_path: Path) -> None:
    for write in (bad.lying_dimension, bad.far_cell):
        with zipfile.ZipFile(write(tmp_path)) as package:
            assert b"XFD1048576" in package.read("xl/worksheets/sheet1.xml")


def test_hostile_names_are_written_inside_the_folder(tmp_path: Path) -> None:
    paths = bad.hostile_names(tmp_path)
    assert len(paths) == len(bad.WRITABLE_NAMES) >= 15
    assert {path.name for path in tmp_path.iterdir()} == set(bad.WRITABLE_NAMES)


def test_only_known_fates() -> None:
    assert {fate.must for fate in bad.BAD.values()} == {"refuse", "empty", "read", "either"}
    assert all(fate.rows > 0 for fate in bad.BAD.values() if fate.must == "read")
