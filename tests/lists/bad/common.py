"""What the bad files have in common: an honest list, and ways to write one."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl

HEADER = ("No", "Nama Pemilik", "Nama Usaha", "NIK", "Alamat", "Kelurahan", "Kecamatan", "No HP", "Produk", "Karyawan")
PASSWORD = "anyaman-rotan"
MEGABYTE = 1024 * 1024


def row(number: int) -> tuple[str, ...]:
    """An honest row, another for each number."""
    crafts = ("Batik", "Rotan", "Bordir", "Keramik", "Anyaman")
    return (
        str(number),
        f"Siti Contoh {number}",
        f"{crafts[number % 5]} Contoh {number}",
        f"367402{41 + number % 28:02d}{1 + number % 12:02d}{70 + number % 29:02d}0000",
        f"Jl. Contoh No. {number % 200 + 1} RT 01/RW 02",
        "Rengas",
        "Ciputat Timur",
        f"08120000{number % 10000:04d}",
        crafts[number % 5].lower(),
        str(number % 9 + 1),
    )


def csv_file(path: Path, rows: list[tuple[str, ...]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows)
    return path


def xlsx_file(path: Path, rows: list[tuple[object, ...]]) -> Path:
    workbook = openpyxl.Workbook()
    for cells in rows:
        workbook.active.append(list(cells))
    workbook.save(path)
    return path


def honest(count: int) -> list[tuple[str, ...]]:
    return [HEADER, *(row(number) for number in range(1, count + 1))]


def bytes_file(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path
